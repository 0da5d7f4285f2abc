"""The weigh-in by hand: six dimensions with what each level looks like, boxes to tick and lines for the proof."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kamdesk.client.levels import DEFINITIONS, behaviour, code
from kamdesk.client.people import Contact
from kamdesk.client.weigh_records import Dimension
from kamdesk.document.arranged import Across, Indented
from kamdesk.document.blocks import Block, Prose, Stack
from kamdesk.document.fitting import Entries, Entry, Space, WritingLines
from kamdesk.document.flow import Part, Story, first_that_fits
from kamdesk.document.forms import Band, Columns, Ends
from kamdesk.document.press import Press
from kamdesk.document.style import MM, Type, style
from kamdesk.document.text import bold, plain, spans

_LEVELS = range(1, 6)
_UNSEEN = 0.46  # of the width of a level
_ROOMY, _NARROW = 8.2 * MM, 6.4 * MM  # from line to line
_TIGHT = 1.25  # of the size, from line to line of a level where there is little room
_BEFORE = 4.0  # between the word for the proof and its line
_APART = 2.6 * MM  # between two dimensions, at least


@dataclass(frozen=True, slots=True)
class _Manner:
    """How much room a form takes: lines for the proof of each dimension, their pitch, what is explained."""

    lines: int
    pitch: float
    defined: bool = True
    ruled: bool = True
    tight: bool = False


# What is tried in turn until the form fits its page.
_MANNERS = (
    *(_Manner(lines, pitch) for lines in (3, 2) for pitch in (_ROOMY, _NARROW)),
    *(_Manner(1, pitch, defined) for defined in (True, False) for pitch in (_ROOMY, _NARROW)),
    _Manner(1, _NARROW, defined=False, tight=True),
    _Manner(1, _NARROW, defined=False, ruled=False, tight=True),
)


def build(press: Press, contact: Contact | None, rival: str) -> Story:
    """One page for one person, or for whoever is met; `rival` is who is compared, "" when none is known."""
    stories = (_told(press, contact, rival, manner) for manner in _MANNERS)
    return replace(first_that_fits(stories), alone=True)


def _told(press: Press, contact: Contact | None, rival: str, manner: _Manner) -> Story:
    bands = [_dimension(press, dimension, rival, manner) for dimension in Dimension]
    parts = [Part(_who(press, contact)), Part(Stack(bands, _APART))]
    if manner.ruled:
        parts.append(Part(_rule(press, rival)))
    name = contact.name.strip() if contact else ""
    title = press.tr("Weigh-in by hand · {name}", name=name) if name else press.tr("Weigh-in by hand")
    told = press.tr("Tick the level this person's actions show; note the proof.")
    story = press.story("", title, [told], parts, most=1)
    return replace(story, title=name or press.tr("Weigh-in by hand"))


def _who(press: Press, contact: Contact | None) -> Block:
    """Whom it is about and when; known things are printed, the rest is a line."""

    def entry(label: str, text: str = "") -> Entry:
        return Entry(press.note(label), press.cell((bold(" ".join(text.split())),), most=1) if text.strip() else None)

    name, title, department = (contact.name, contact.title_at_work, contact.department) if contact else ("", "", "")
    entries = (
        entry(press.trc("form", "Name"), name),
        entry(press.tr("Title"), " · ".join(part for part in (title, department) if part.strip())),
        entry(press.tr("Day")),
        entry(press.tr("Weighed by")),
    )
    return Entries(entries, 4)


def _dimension(press: Press, dimension: Dimension, rival: str, manner: _Manner) -> Block:
    """The levels side by side, each with its box, below them lines for the facts."""
    name = press.prose(spans(bold(code(dimension), "accent"), "\u2002", press.tr(dimension.label)), "block")
    blocks: list[Block] = [Ends(name, _boxes(press, rival))]
    if manner.defined:
        blocks.append(press.note(press.tr(DEFINITIONS[dimension])))
    levels = [_level(press, str(at), press.tr(behaviour(dimension, at)), manner) for at in _LEVELS]
    levels.append(_level(press, "?", press.tr("not seen"), manner))
    blocks.append(Columns(levels, [*(1.0 for _ in _LEVELS), _UNSEEN]))
    return Band(Stack([Stack(blocks, 0.5 if manner.tight else 1.5), _proof(press, manner)]))


def _proof(press: Press, manner: _Manner) -> Block:
    """Lines to write on, with what they are for before the first."""
    word = press.note(press.trc("form", "Proof"))
    sign = Stack([Space(manner.pitch - word.kind.leading), word])
    return Indented(sign, WritingLines(manner.lines, manner.pitch), sign.natural() + _BEFORE)


def _boxes(press: Press, rival: str) -> Block:
    """How the rival stands with this person: small boxes on the title's line."""
    name = press.prose(rival or press.tr("the rival"), "note", most=1)
    return Ends(name, Across([press.marked("box", press.note(str(level))) for level in _LEVELS], 8.0))


def _level(press: Press, figure: str, text: str, manner: _Manner) -> Block:
    """One level: its box, its figure and what one sees."""
    note, mark = style().types["note"], press.mark("box")
    leading = note.size * _TIGHT if manner.tight else note.leading
    seen = Prose(press.setter, plain(text), Type(note.size, leading, note.weight, "ink"))
    return Stack([Indented(mark, press.key(figure), mark.natural()), seen])


def _rule(press: Press, rival: str) -> Block:
    told = press.tr(
        "4 and 5 count only with a dated fact: what, which day, from whom. What nobody has seen is a “?”, not a 3."
    )
    beside = press.tr("Boxes at the right: how {rival} stands with this person.", rival=rival or press.tr("the rival"))
    return press.note(press.tr("{first} {second}", first=told, second=beside))

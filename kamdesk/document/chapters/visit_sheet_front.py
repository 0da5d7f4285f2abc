"""The front of the visit sheet: purpose, both sides, what is known and must be learned, promises, need, notes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kamdesk.client.company import Fact, Topic
from kamdesk.client.telling import tell_list
from kamdesk.client.visit_records import Attendee, PointKind, Presence, TalkPoint
from kamdesk.document.arranged import Pair
from kamdesk.document.blocks import Block, Prose, Stack
from kamdesk.document.chapters.visit_papers import purpose
from kamdesk.document.chapters.visit_sheet_form import TIGHT, beside
from kamdesk.document.chapters.visit_sheet_told import Told
from kamdesk.document.fitting import Blank, Space, WritingLines
from kamdesk.document.growing import Maker
from kamdesk.document.paper import A4
from kamdesk.document.parts import Titled
from kamdesk.document.shortening import cut
from kamdesk.document.style import MM
from kamdesk.document.table import Row
from kamdesk.document.text import bold, spans

LEAST_TO_LEARN = 3
_ROW = 5.6 * MM  # by hand
_TYPED = 5 * MM  # at least, for an answer
_NAME = 38 * MM  # beside the boxes
_LINES = 3  # of a purpose, at most
_TOPICS = (Topic.MATTERS, Topic.US, Topic.THEY)  # not what we do next, nor what is said behind their back


def makers(told: Told) -> dict[str, Maker]:
    """The blocks of the front from the top down, each by how much it shows."""
    return {
        "purpose": lambda limit: _purpose(told, limit),
        "people": lambda limit: _people(told, limit),
        "known": lambda limit: _known(told, limit),
        "need": lambda limit: _need(told, limit),
        "notes": lambda limit: _notes(told, limit),
    }


LEAST = {"purpose": 1, "people": 2, "known": 2, "need": 1, "notes": 1}
ORDER = (
    *("people", "people", "known", "notes", "known", "purpose", "need", "people", "notes", "known"),
    *("notes", "known", "people", "purpose", "need") * 3,
    *("known", "people") * 4,
    *("notes",) * 12,
)


def or_missing(told: Told, text: str, lines: int) -> Block:
    """A text of so many lines that may lie on the table, or the red word that it is missing."""
    if text.strip():
        return told.press.cell(told.open(cut(text)), most=lines)
    return told.press.alarm(told.press.tr("still missing"))


def starred(told: Told, title: str, block: Block, note: str = "", must: bool = True) -> Titled:
    """A block under its title; a must-have's title begins with a star."""
    return told.press.titled(f"★ {title}" if must else title, block, note)


def _purpose(told: Told, lines: int) -> Block:
    press, visit, lines = told.press, told.visit, min(lines, _LINES)
    made = [
        Row((press.cell(f"★ {term}" if must else term), or_missing(told, text, lines)))
        for _, term, text, must in purpose(press, visit)
    ]
    return press.titled(press.tr("Purpose"), press.table((press.column(), press.column(share=1.0)), made))


def _people(told: Told, most: int) -> Block:
    """Who comes of either side."""
    return Pair(_theirs(told, most), _ours(told, most))


def _theirs(told: Told, most: int) -> Block:
    """Theirs, with boxes for who really came and a line for whoever else did."""
    press = told.press
    boxes = [press.trc("box", "came"), press.trc("box", "late"), press.trc("box", "missing")]
    rows = []
    for it in told.theirs[:most]:
        contact = told.subject.contact(it.contact)
        name, title = (contact.name, contact.title_at_work) if contact else ("—", "")
        rows.append(Row((_who(told, name, title), press.boxes(boxes))))
    rows.append(Row((press.muted(press.tr("also here")), Blank(0.0, _ROW))))
    columns = (press.column(share=1.0), press.column())
    block: Block = press.table(columns, rows)
    if not told.theirs:
        block = Stack([press.red_flag(press.tr("nobody named")), block])
    return starred(told, press.tr("Theirs"), block, more(told, len(told.theirs) - most))


def _who(told: Told, name: str, title: str) -> Block:
    """On one line where it is short, else the title small below the name."""
    press = told.press
    both = press.cell(spans(bold(name), *press.mute(f"\u2002{title}" if title else "")), most=1)
    if both.natural() <= _NAME:
        return both
    return Stack([press.key(name, most=1), press.prose(press.mute(cut(title)), "note", most=2)])


def _ours(told: Told, most: int) -> Block:
    press = told.press
    rows = [
        Row((press.key(_name(told, it), most=1), press.cell(told.open(cut(_task(told, it))), most=1)))
        for it in told.ours[: most + 1]
    ]
    columns = (press.column(), press.column(share=1.0))
    block: Block = press.table(columns, rows) if rows else press.red_flag(press.tr("nobody named"))
    return starred(told, press.tr("Ours"), block, more(told, len(told.ours) - most - 1))


def _name(told: Told, attendee: Attendee) -> str:
    found = told.subject.colleague(attendee.colleague)
    return found.name if found else told.subject.workspace.profile.name or "—"


def _task(told: Told, attendee: Attendee) -> str:
    task = attendee.task or "—"
    if attendee.presence is Presence.MISSING:
        return told.press.tr("absent; {task}", task=task) if attendee.task else told.press.tr("absent")
    return task


def more(told: Told, rest: int) -> str:
    """How many did not fit."""
    return told.press.trn("{n} more", "{n} more", rest) if rest > 0 else ""


def _known(told: Told, most: int) -> Block:
    """What is known, with its day, beside what must be learned; what height is left is room for the answers."""
    pair = Pair(_facts(told, most), _learn(told, most))
    half = (A4.width - pair.gutter) / 2
    spare = pair.left.height(half) - pair.right.height(half)
    return replace(pair, right=_learn(told, most, spare)) if spare > 0 else pair


def _facts(told: Told, most: int) -> Block:
    press = told.press
    there = (it for it in told.subject.client.facts if it.topic in _TOPICS and it.text.strip())
    held = [it for it in there if not told.names_rival(it.text)]
    facts = sorted(held, key=_turn)
    rows = [
        Row((press.cell(cut(it.text), most=2), press.muted(press.day(it.day), "right"))) for it in facts[: most - 1]
    ] or [Row((press.alarm(press.tr("nothing on record")), press.cell("")))]
    table = press.table((press.column(share=1.0), press.column(align="right")), rows)
    return starred(told, press.tr("Known"), table, press.tr("day of the fact"))


def _turn(fact: Fact) -> tuple[int, int]:
    return _TOPICS.index(fact.topic or _TOPICS[-1]), -(fact.day or date.min).toordinal()


def _learn(told: Told, most: int, spare: float = 0.0) -> Block:
    """What must be learned; what is missing of the three it takes is asked for in red. `spare` is shared by all."""
    press = told.press
    points = told.points(PointKind.LEARN)
    texts = [_to_learn(told, point) for point in points[:most]]
    texts += [press.alarm(press.tr("to be added"))] * (LEAST_TO_LEARN - len(points))
    ticks = [press.mark("ticked" if point.done else "box") for point in points[:most]]
    ticks += [press.mark("box")] * (len(texts) - len(ticks))
    each = spare / len(texts)
    room = Blank(0.0, each) if each >= _TYPED else Space(each)
    rows = [Row((tick, Stack([text, room]))) for tick, text in zip(ticks, texts, strict=True)]
    note = press.tr("{n} of at least {m}", n=len(points), m=LEAST_TO_LEARN)
    if len(points) > most:
        note = more(told, len(points) - most)
    table = press.table((press.column(apart=TIGHT), press.column(share=1.0)), rows)
    return starred(told, press.tr("Must learn"), table, note)


def _to_learn(told: Told, point: TalkPoint) -> Prose:
    """What is asked, and whom."""
    whom = told.subject.contact(point.ask)
    asked = beside(told.press, whom.name if whom else "")
    return told.press.cell(spans(told.open(cut(point.text)), *asked), most=2)


def _need(told: Told, lines: int) -> Block:
    """The assumed need, our value in their numbers, and what proves it."""
    press, visit, lines = told.press, told.visit, min(lines, _LINES)
    proofs = tell_list(list(dict.fromkeys(cut(it.proof) for it in told.points(*PointKind) if it.proof)), press.words)
    rows = [Row((press.cell(press.tr("Assumed need")), or_missing(told, visit.need, lines)))]
    for term, text in ((press.tr("In their numbers"), visit.value), (press.tr("Proof"), proofs)):
        if text.strip():
            rows.append(Row((press.cell(term), press.cell(told.open(cut(text)), most=lines))))
    table = press.table((press.column(), press.column(share=1.0)), rows)
    return starred(told, press.tr("Need and value"), table)


def _notes(told: Told, lines: int) -> Block:
    press = told.press
    return press.titled(press.tr("Notes from the visit"), WritingLines(lines), press.tr("their words, figures, days"))

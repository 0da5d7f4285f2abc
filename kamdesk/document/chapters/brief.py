"""The brief: a client on one page for whoever goes along or decides, told in the order one would say it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from kamdesk.client.brief import headline
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.client.visiting import last_met
from kamdesk.document.arranged import Pair, Panel
from kamdesk.document.blocks import Block
from kamdesk.document.chapters import brief_rows, summary_lists, summary_top
from kamdesk.document.fitting import PITCH, WritingLines
from kamdesk.document.flow import Part, Story, room_left
from kamdesk.document.growing import grown
from kamdesk.document.parts import KeyFigures
from kamdesk.document.press import Press
from kamdesk.document.style import MM, style
from kamdesk.document.subject import Subject
from kamdesk.document.text import bold, spans

_GUTTER = 6 * MM
Maker = Callable[[Press, Subject, int], Block | None]


def _matters(press: Press, subject: Subject, most: int) -> Block:
    """What presses and is no step that is told above, beside what to ask."""
    steps = frozenset(action.key for action in subject.open_actions)
    left = summary_lists.matters(press, subject, most, beside=steps)
    return Pair(left, summary_lists.unknown(press, subject, most), gutter=_GUTTER)


def _standing(press: Press, subject: Subject, most: int) -> Block:
    """Who matters, beside what decides."""
    left, right = brief_rows.people(press, subject, most), brief_rows.needs(press, subject, most + 1)
    return Pair(left, right, gutter=_GUTTER)


def _owed(press: Press, subject: Subject, most: int) -> Block:
    """What is to be done, beside what they owe us."""
    left, right = brief_rows.ours(press, subject, most), brief_rows.theirs(press, subject, most)
    return Pair(left, right, gutter=_GUTTER)


# The blocks from the top down, each by how much it shows.
_BLOCKS: dict[str, Maker] = {
    "figures": lambda press, subject, _: _figures(press, subject),
    "goal": lambda press, subject, _: _goal(press, subject),
    "minute": brief_rows.minute,
    "standing": _standing,
    "visit": lambda press, subject, most: brief_rows.visit(press, subject, most),
    "owed": _owed,
    "orders": brief_rows.orders,
    "matters": _matters,
}
_LEAST = {"figures": 1, "goal": 1, "minute": 1, "standing": 2, "visit": 1, "owed": 1, "orders": 0, "matters": 1}
_FIRST = ("orders", "standing", "owed", "orders", "matters", "minute", "orders", "owed", "matters", "standing", "visit")
_THEN = ("minute", "standing", "owed", "matters", "orders")
_ROUNDS = 6
_MOST_LINES, _AROUND = 12, 14 * MM  # to write on at the foot of a page; title and gaps round them


def build(press: Press, subject: Subject) -> Story:
    """As much of every block as fits the page, the rest counted; on what room is left one can write."""
    makers = {name: partial(make, press, subject) for name, make in _BLOCKS.items()}
    room, width = room_left(_told(press, subject, ())), press.stock.upright.width
    blocks = grown(makers, _LEAST, (*_FIRST, *_THEN * _ROUNDS), room, width, style().mm("gap_least"))
    story = _told(press, subject, blocks)
    lines = min(_MOST_LINES, int((room_left(story) - _AROUND) / PITCH))
    if lines > 1:
        story = _told(press, subject, [*blocks, press.titled(press.tr("Notes"), WritingLines(lines))])
    return replace(story, alone=True)


def _told(press: Press, subject: Subject, blocks: Sequence[Block]) -> Story:
    title = press.tr("Brief")
    if industry := subject.client.company.industry.strip():
        title = press.tr("Brief · {what}", what=industry)
    story = press.story("", title, _conclusions(press, subject), [Part(block) for block in blocks], most=1)
    return replace(story, title=press.tr("Brief"))


def _figures(press: Press, subject: Subject) -> Block:
    """Who the client is to us, in five figures."""
    company, account = subject.client.company, subject.account
    unknown, met = press.tr("unknown"), last_met(subject.client, subject.today)
    ari = "—" if account.ari is None else tell_decimal(account.ari, 2)
    weighed = press.tr("{n} of {m} people weighed", n=account.weighed, m=len(account.people))
    lead = unknown if account.lead is None else tell_gap(account.lead, 2)
    word = press.tr(account.lead_word.label) if account.lead_word else press.tr("no main rival named")
    if account.lead_word and subject.rival:
        word = press.tr("{word} · {rival}", word=word, rival=subject.rival.called)
    since = press.tr("client since {year}", year=company.since) if company.since else ""
    ago = press.trn("{n} day ago", "{n} days ago", (subject.today - met).days) if met else press.tr("red flag")
    cells = (
        press.key_figure(press.tr("Grade"), company.grade.label if company.grade else "?", company.region),
        press.key_figure(press.tr("Stage"), summary_top.stage(press, company.stage), since),
        press.key_figure(press.trc("chapter", "Weigh-in"), ari, weighed),
        press.key_figure(press.tr("Lead over the rival"), lead, word),
        press.key_figure(press.tr("Last met"), press.day(met) if met else press.tr("never"), ago),
    )
    return KeyFigures(cells)


def _goal(press: Press, subject: Subject) -> Block:
    goal = " ".join(subject.client.company.goal.split())
    if not goal:
        return Panel(press.red_flag(press.tr("No goal written down")))
    return Panel(press.prose(spans(bold(press.tr("Goal"), "accent"), "\u2003", goal), "body", most=3))


def _conclusions(press: Press, subject: Subject) -> list[str]:
    """The state and what follows from it, together if they fit two lines."""
    state, then = (press.tell(it) for it in headline(subject.client, subject.workspace, subject.today))
    return [press.tr("{first} {then}", first=state, then=then), then, state]

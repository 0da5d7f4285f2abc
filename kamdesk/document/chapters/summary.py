"""P1: the client on one page: identity, goal and next visit, three checks, orders, people, risks, next steps, needs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from kamdesk.client.account import LeadWord
from kamdesk.client.comparing import Row as Need
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.document.arranged import Pair
from kamdesk.document.blocks import Block
from kamdesk.document.chapters import paper_trail, summary_charts, summary_lists, summary_top
from kamdesk.document.chapters.rival_sheet import gap_mark
from kamdesk.document.flow import Part, Story, first_that_fits
from kamdesk.document.margin import told_of
from kamdesk.document.parts import Titled
from kamdesk.document.press import Press
from kamdesk.document.style import MM
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row
from kamdesk.words import N_

_MOST = 3  # rows of each table; the rest is in its own chapter
_GUTTER = 6 * MM


@dataclass(frozen=True, slots=True)
class Room:
    """How much the page shows: rows of what is not known and of what presses, lines of a cell and of a name, changes.

    `moves` are the changes since an earlier edition, `changes` those since the weigh-in before.
    """

    rows: int = _MOST
    matters: int = 0
    lines: int = 2
    names: int = 2
    moves: int = 6
    changes: bool = False


_FULLEST_FIRST = (
    *(Room(rows, rows, changes=True) for rows in range(8, _MOST - 1, -1)),
    *(Room(rows, rows) for rows in (5, 4, _MOST)),
    Room(matters=2),
    *(Room(rows) for rows in (5, 4, _MOST)),
    *(Room(rows, names=1, moves=moves) for moves in (6, 4) for rows in (_MOST, 2)),
    *(Room(rows, lines=1, names=1) for rows in (_MOST, 2, 0)),
)


def build(press: Press, subject: Subject) -> Story:
    """One page, always: rows are cut to three and say where the others are; a page with room has more of the lists."""

    @cache
    def whole(moves: int) -> Story:
        told = replace(press, opening=paper_trail.opening(press, subject, moves) if press.opening else None)
        story = told.story("P1", press.trc("chapter", "Summary"), _conclusions(press, subject), ())
        return replace(story, alone=True)

    identity = summary_top.identity(press, subject)
    charts = Pair(summary_charts.moved(press, subject), summary_charts.checks(press, subject), gutter=_GUTTER)
    changes = None if subject.before else summary_lists.changes(press, subject, _MOST)

    @cache
    def rows(lines: int, names: int) -> tuple[Block, Block, Block]:
        orders = summary_lists.orders(press, subject, _MOST, lines)
        threats = summary_lists.threats(press, subject, _MOST, lines)
        chances = Pair(orders, summary_lists.people(press, subject, _MOST, names), gutter=_GUTTER)
        steps = Pair(threats, _next_steps(press, subject, lines), gutter=_GUTTER)
        return summary_top.aims(press, subject, 2 * lines), chances, steps

    def lists(room: Room) -> list[Block]:
        """What decides beside what is not known, and below what presses; without needs the two stand side by side."""
        needs = _needs(press, subject, room.lines, min(room.rows, _MOST))
        matters = summary_lists.matters(press, subject, room.matters or _MOST, room.lines, _told_as_steps(subject))
        unknown = summary_lists.unknown(press, subject, room.rows, room.lines)
        if needs is None:
            return [Pair(matters, unknown, gutter=_GUTTER)]
        return [Pair(needs, unknown, gutter=_GUTTER), *([matters] if room.matters else [])]

    def told(room: Room) -> Story:
        blocks = [identity, *rows(room.lines, room.names)]
        blocks.insert(2, charts)
        blocks += lists(room) if room.rows else []
        blocks += [changes] if changes and room.changes else []
        story = whole(room.moves)
        return replace(story, parts=(*story.parts, *map(Part, blocks)))

    return first_that_fits(map(told, _FULLEST_FIRST))


def _told_as_steps(subject: Subject) -> frozenset[str]:
    """What need not be told again among what matters now."""
    return frozenset(action.key for action in subject.open_actions[:_MOST])


def _next_steps(press: Press, subject: Subject, lines: int) -> Titled:
    title = press.tr("Next steps")
    if not subject.open_actions:
        return press.titled(title, press.red_flag(press.tr("No open action")))
    columns = (
        press.column(),
        press.column(press.tr("Action"), share=1.0),
        press.column(press.tr("Owner")),
        press.column(press.tr("Due"), align="right"),
    )
    rows = []
    for number, action in enumerate(subject.open_actions[:_MOST], 1):
        cells = (
            press.accent(f"A{number}", to="actions"),
            press.cell(action.text, most=lines),
            press.cell(action.person or "—", most=1),
            press.due(action.due),
        )
        rows.append(Row(cells, about=told_of(action)))
    more = press.see(len(subject.open_actions) - _MOST, "actions")
    return press.titled(title, press.table(columns, rows), more)


def _needs(press: Press, subject: Subject, lines: int, most: int) -> Titled | None:
    """The needs that move most, for us or against us."""
    sheet = subject.comparison
    rows = sorted((row for row in sheet.rows if row.impact is not None), key=lambda row: -abs(row.impact or 0))
    if not rows or not sheet.rivals:
        return None
    columns = (
        press.column(press.tr("Need"), share=1.0),
        press.column(press.tr("Weight"), align="right"),
        press.column(press.tr("Us"), align="right"),
        press.column(press.tr("Best rival")),
        press.column(press.tr("Gap")),
    )
    made = [
        Row(
            (
                press.key(row.factor.name, most=lines),
                press.cell(tell_decimal(row.share or 0, 0), "right"),
                press.accent(str(row.ours), "right"),
                press.cell(_best(press, subject, row), most=1),
                press.marked(gap_mark(row.gap), press.cell(tell_gap(row.gap or 0, 0))),
            ),
            about=subject.weighed(row.factor),
        )
        for row in rows[:most]
    ]
    more = press.see(len(sheet.rows) - most, "rivals")
    return press.titled(press.tr("What decides"), press.table(columns, made), more)


def _best(press: Press, subject: Subject, row: Need) -> str:
    """Who stands best among the rivals, and how."""
    names = [rival.called for rival in subject.comparison.rivals if rival.key in row.best_rivals]
    score = max((score for score in row.rivals.values() if score is not None), default=None)
    return press.tr("{name} {n}", name=names[0], n=score) if names else "?"


def _conclusions(press: Press, subject: Subject) -> list[str]:
    """The need and the person on which the main rival stands best, and the next visit (PAPER.md, P1)."""
    account, need = subject.account, subject.worst_need
    person = account.person(account.contested[0].key) if account.contested else None
    values: dict[str, object] = {"rival": subject.against(press.words)}
    if need:
        values["need"] = need.factor.name
    if person:
        values |= {"person": person.contact.name, "gap": tell_gap(person.lead or 0, 2)}
    last = subject.too_little(press.words)
    if need and person:
        short = press.tr("{rival} leads on {need} and with {person} ({gap}).", **values)
        if (visit := subject.next_visit) is None:
            return [short, last]
        told = N_("{rival} leads on {need} and with {person} ({gap}); the next chance is {when}.")
        return [press.tr(told, when=press.moment(visit.at), **values), short, last]
    if person:
        return [press.tr("{rival} stands better with {person} ({gap}).", **values), last]
    if need and account.lead is not None:
        return [press.tr("{rival} leads on {need}; with the people we are not behind.", **values), last]
    if account.lead_word is LeadWord.AHEAD:
        gap = tell_gap(account.lead or 0, 2)
        return [press.tr("Ahead of {rival} ({gap}) and behind on no need.", gap=gap, **values), last]
    return [last]

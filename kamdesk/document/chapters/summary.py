"""P1: the client on one page: identity, goal, two checks, orders, people, risks, next steps, the next visit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from kamdesk.client.account import LeadWord, Person
from kamdesk.client.comparing import Row as Need
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.client.visiting import last_met, readiness
from kamdesk.document.arranged import Pair, Panel
from kamdesk.document.blocks import Block, Prose
from kamdesk.document.chapters import summary_charts, summary_lists
from kamdesk.document.chapters.rival_sheet import gap_mark
from kamdesk.document.chapters.weighin_table import standing, weighed_of
from kamdesk.document.flow import Part, Story, fits_a_page
from kamdesk.document.margin import told_of
from kamdesk.document.parts import KeyFigures, Titled
from kamdesk.document.press import Press
from kamdesk.document.style import MM
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row
from kamdesk.document.text import Span, bold, spans
from kamdesk.words import N_

_MOST = 3  # rows of each table; the rest is in its own chapter
_GUTTER = 6 * MM


@dataclass(frozen=True, slots=True)
class Room:
    """How much the page shows: rows of what presses and is not known, lines of a cell, and which blocks at all."""

    rows: int = _MOST
    lines: int = 2
    needs: bool = True
    changes: bool = True


_FULLEST_FIRST = (
    *(Room(rows) for rows in range(8, _MOST - 1, -1)),
    Room(changes=False),
    *(Room(rows, needs=False, changes=False) for rows in range(5, _MOST - 1, -1)),
    *(Room(rows, lines=1, needs=False, changes=False) for rows in (_MOST, 2)),
    Room(rows=0, lines=1, needs=False, changes=False),
)


def build(press: Press, subject: Subject) -> Story:
    """One page, always: rows are cut to three and say where the others are; a page with room has more of the lists."""
    whole = replace(press.story("P1", press.tr("Summary on one page"), _conclusions(press, subject), ()), alone=True)
    identity, needs = _identity(press, subject), _needs(press, subject)
    charts = Pair(summary_charts.moved(press, subject), summary_charts.checks(press, subject), gutter=_GUTTER)
    changes = None if subject.before else summary_lists.changes(press, subject, _MOST)

    @cache
    def rows(lines: int) -> tuple[Block, Block, Block, Block]:
        orders = summary_lists.orders(press, subject, _MOST, lines)
        threats = summary_lists.threats(press, subject, _MOST, lines)
        chances = Pair(orders, _people(press, subject), gutter=_GUTTER)
        steps = Pair(threats, _next_steps(press, subject, lines), gutter=_GUTTER)
        return _goal(press, subject, 2 * lines), chances, steps, _visit(press, subject, lines)

    @cache
    def lists(most: int, lines: int) -> Block:
        matters = summary_lists.matters(press, subject, most, lines)
        return Pair(matters, summary_lists.unknown(press, subject, most, lines), gutter=_GUTTER)

    def told(room: Room) -> Story:
        goal, chances, steps, visit = rows(room.lines)
        blocks = [identity, goal, charts, chances, steps]
        blocks += [needs] if needs and room.needs else []
        blocks += [lists(room.rows, room.lines)] if room.rows else []
        blocks += [visit, *([changes] if changes and room.changes else [])]
        return replace(whole, parts=(*whole.parts, *map(Part, blocks)))

    return next((story for room in _FULLEST_FIRST if _fits(story := told(room))), told(_FULLEST_FIRST[-1]))


def _fits(story: Story) -> bool:
    """Without what moves to the end of the plan anyway."""
    return fits_a_page(replace(story, parts=tuple(part for part in story.parts if not part.moves)))


def _identity(press: Press, subject: Subject) -> Block:
    company, account = subject.client.company, subject.account
    unknown = press.tr("unknown")
    met = last_met(subject.client, subject.today)
    ago = press.trn("{n} day ago", "{n} days ago", (subject.today - met).days) if met else press.tr("red flag")
    cells = (
        press.key_figure(press.tr("Grade"), company.grade.label if company.grade else "?", company.industry),
        press.key_figure(
            press.tr("Stage"), press.tr(company.stage.label) if company.stage else unknown, _years(press, subject)
        ),
        press.key_figure(press.tr("People"), str(len(account.people)), press.tr("{n} weighed", n=account.weighed)),
        press.key_figure(
            press.tr("Main rival"), subject.rival.called if subject.rival else unknown, _contested(press, subject)
        ),
        press.key_figure(press.tr("Last met"), press.day(met) if met else press.tr("never"), ago),
    )
    return KeyFigures(cells)


def _years(press: Press, subject: Subject) -> str:
    since = subject.client.company.since
    return press.tr("client since {year}", year=since) if since else ""


def _contested(press: Press, subject: Subject) -> str:
    number = len(subject.account.contested)
    return press.trn("{n} key person to win", "{n} key people to win", number) if number else ""


def _goal(press: Press, subject: Subject, lines: int) -> Block:
    goal = subject.client.company.goal.strip()
    if not goal:
        return Panel(press.red_flag(press.tr("No goal written down")))
    text = spans(bold(press.tr("Goal"), "accent"), "\u2003", goal)
    return press.barred(Panel(press.prose(text, "body", most=lines)), *told_of(subject.client.company, "goal"))


def _people(press: Press, subject: Subject) -> Titled:
    """The three that matter most: those to be won first, then the most influential."""
    account = subject.account
    title = press.tr("Key people")
    if not account.people:
        return press.titled(title, press.red_flag(press.tr("Nobody known yet")))
    won = {contact.key for contact in account.contested}
    chosen = sorted(account.people, key=lambda person: person.contact.key not in won)[:_MOST]
    columns = (
        press.column(press.tr("Name"), share=1.0),
        press.column(press.trc("formula", "R"), align="right"),
        press.column(press.tr("Lead")),
    )
    note = press.see(len(account.people) - _MOST, "people", "P5")
    return press.titled(title, press.table(columns, [_person(press, person) for person in chosen]), note)


def _person(press: Press, person: Person) -> Row:
    contact = person.contact
    name = press.prose(spans(bold(contact.name), " ", Span(contact.title_at_work, 0, "muted")), "cell", most=1)
    score = "—" if person.score is None else tell_decimal(person.score, 2)
    gap = "—" if person.lead is None else tell_gap(person.lead, 2)
    cells = (name, press.cell(score, "right"), press.marked(standing(person), press.cell(gap)))
    return Row(cells, about=weighed_of(person))


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
        late = action.due is not None and action.due < press.today
        due = press.alarm(press.day(action.due), "right") if late else press.cell(press.day(action.due), "right")
        cells = (
            press.accent(f"A{number}", to="actions"),
            press.cell(action.text, most=lines),
            press.cell(action.person or "—", most=1),
            due,
        )
        rows.append(Row(cells, about=told_of(action)))
    more = press.see(len(subject.open_actions) - _MOST, "actions", "P11")
    return press.titled(title, press.table(columns, rows), more)


def _needs(press: Press, subject: Subject) -> Titled | None:
    """The needs that move most, for us or against us."""
    sheet = subject.comparison
    rows = sorted((row for row in sheet.rows if row.impact is not None), key=lambda row: -abs(row.impact or 0))
    if not rows or not sheet.rivals:
        return None
    columns = (
        press.column(press.tr("Need"), share=1.0),
        press.column(press.tr("Weight"), align="right"),
        press.column(press.tr("Us"), align="middle"),
        press.column(press.tr("Best rival")),
        press.column(press.tr("Gap")),
        press.column(press.tr("Tactic")),
        press.column(press.tr("Client wants"), share=1.2),
    )
    made = [
        Row(
            (
                press.cell((bold(row.factor.name),), most=1),
                press.cell(tell_decimal(row.share or 0, 0), "right"),
                press.accent(str(row.ours), "middle"),
                press.cell(_best(press, subject, row), most=1),
                press.marked(gap_mark(row.gap), press.cell(tell_gap(row.gap or 0, 0))),
                press.cell(press.tr(row.tactic.label) if row.tactic else "—"),
                press.cell(row.factor.wants or "—", most=1),
            ),
            about=subject.weighed(row.factor),
        )
        for row in rows[:_MOST]
    ]
    more = press.see(len(sheet.rows) - _MOST, "rivals", "P8")
    return press.titled(press.tr("What decides"), press.table(columns, made), more)


def _best(press: Press, subject: Subject, row: Need) -> str:
    """Who stands best among the rivals, and how."""
    names = [rival.called for rival in subject.comparison.rivals if rival.key in row.best_rivals]
    score = max((score for score in row.rivals.values() if score is not None), default=None)
    return press.tr("{name} {n}", name=names[0], n=score) if names else "?"


def _visit(press: Press, subject: Subject, lines: int) -> Titled:
    visit, title = subject.next_visit, press.tr("Next visit")
    if visit is None:
        return press.titled(title, press.red_flag(press.tr("No visit planned")))
    ready = readiness(visit, subject.client.checks)
    share = press.tr("{share}%", share=f"{ready.share * 100:.0f}") if ready.total else press.tr("no checklist")
    musts = press.tr("must-haves {n} of {m}", n=ready.must_done, m=ready.must_total)
    columns = (press.column(), press.column(share=1.0), press.column())
    cells = (
        press.key(press.moment(visit.at)),
        press.cell(visit.objective or press.tr("no objective yet"), most=lines),
        press.marked("up" if ready.ready else "flag", press.cell(spans(bold(share), "\u2002", musts))),
    )
    return press.titled(title, press.table(columns, [Row(cells, about=told_of(visit))]), _details(press))


def _details(press: Press) -> Prose | None:
    """Where the visit is told in full, when it is."""
    if press.printed is not None and "visit" not in press.printed:
        return None
    return replace(press.prose(press.tr("see V1"), "block_note", "right"), to="visit")


def _conclusions(press: Press, subject: Subject) -> list[str]:
    """The need and the person on which the main rival stands best, and the next visit (PAPER.md, P1)."""
    account, need = subject.account, subject.worst_need
    person = account.person(account.contested[0].key) if account.contested else None
    values: dict[str, object] = {"rival": subject.rival.called if subject.rival else press.tr("the rival")}
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

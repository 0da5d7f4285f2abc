"""The short lists of P1: orders, people, risks, what presses, what is not known, whose standing has moved."""

from __future__ import annotations

from datetime import date

from kamdesk.client.account import REQUIRED_ROLES, Person
from kamdesk.client.units import tell_decimal, tell_gap, tell_money
from kamdesk.client.weigh_records import Dimension
from kamdesk.client.weighing import Weighed
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.chapters import opportunities, risks
from kamdesk.document.chapters.weighin_table import standing, weighed_of
from kamdesk.document.margin import told_of
from kamdesk.document.parts import Titled
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row
from kamdesk.document.text import Span, bold, spans

_LEAST = 0.005  # of a change that shows in two decimals


def matters(press: Press, subject: Subject, most: int, lines: int = 2, beside: frozenset[str] = frozenset()) -> Titled:
    """What presses now, with how soon; without the actions that stand `beside` it."""
    found = [it for it in subject.alarms.concerns if not (it.place == "plan" and it.key in beside)]
    title = press.tr("What matters now")
    if not found:
        return press.nothing(title)
    columns = (press.column(share=1.0), press.column())
    rows = [
        Row(
            (
                press.marked("flag", press.cell(press.tell(it.said), most=lines)),
                press.muted(press.tell(it.why), "right", lines),
            )
        )
        for it in found[:most]
    ]
    return press.titled(title, press.table(columns, rows), _others(press, len(found) - most))


def orders(press: Press, subject: Subject, most: int, lines: int) -> Titled:
    """The open orders whose decisions come next, with who is ahead."""
    held = opportunities.in_order(subject.client.opportunities)
    title = press.tr(opportunities.TITLE)
    if not held:
        return press.titled(title, press.red_flag(press.tr("No order is open")))
    columns = (
        press.column(share=1.0),
        press.column(press.tr("Amount"), align="right"),
        press.column(press.trc("short", "Decision"), align="right"),
        press.column(press.trc("short", "Ahead")),
    )
    rows = [
        Row(
            (
                press.prose((bold(it.name),), "cell", most=lines),
                press.cell(tell_money(it.amount, press.words) if it.amount else "—", "right"),
                press.cell(_soon(press, it.close), "right"),
                opportunities.standing(press, subject, it),
            ),
            about=told_of(it),
        )
        for it in held[:most]
    ]
    return press.titled(title, press.table(columns, rows), press.see(len(held) - most, "opportunities"))


def people(press: Press, subject: Subject, most: int, lines: int) -> Titled:
    """Those who matter most: who is to be won first, then the most influential."""
    account, title = subject.account, press.tr("Key people")
    if not account.people:
        return press.titled(title, press.red_flag(press.tr("Nobody known yet")))
    won = {contact.key for contact in account.contested}
    chosen = sorted(account.people, key=lambda person: person.contact.key not in won)[:most]
    columns = (
        press.column(share=1.0),
        *([press.column(press.tr("Role"))] if press.words.chinese else []),
        press.column(press.trc("short", "Weighed"), align="right"),
        press.column(press.tr("Lead")),
    )
    rows = [_person(press, person, lines) for person in chosen]
    return press.titled(title, press.table(columns, rows), press.see(len(account.people) - most, "people"))


def _person(press: Press, person: Person, lines: int) -> Row:
    """The role in a column of its own in Chinese, where it is short; else below the name."""
    contact = person.contact
    held = next((role for roles in REQUIRED_ROLES for role in roles if role in contact.roles), None)
    role = press.tr(held.label) if held else "—"
    name: Block = press.prose(spans(bold(contact.name), " ", Span(contact.title_at_work, 0, "muted")), "cell", most=1)
    if lines > 1 and not press.words.chinese:
        below = " · ".join(filter(None, (contact.title_at_work.strip(), role if held else "")))
        name = Stack([press.key(contact.name, most=1), press.prose(below or "—", "note", most=1)])
    score = "—" if person.score is None else tell_decimal(person.score, 2)
    gap = "—" if person.lead is None else tell_gap(person.lead, 2)
    cells = (
        name,
        *([press.cell(role, most=1)] if press.words.chinese else []),
        press.cell(score, "right"),
        press.marked(standing(person), press.cell(gap)),
    )
    return Row(cells, about=weighed_of(person))


def _soon(press: Press, day: date | None) -> str:
    """A day of this year, the month of a later one."""
    return press.day(day) if day is None or day.year == press.today.year else press.month(day)


def threats(press: Press, subject: Subject, most: int, lines: int) -> Titled:
    """The gravest risks with their size and who answers for each."""
    held = risks.gravest(subject.client.risks)
    title = press.tr(risks.TITLE)
    if not held:
        return press.titled(title, press.red_flag(press.tr("No risk is named")))
    columns = (
        press.column(share=1.0),
        press.column(press.trc("risk", "Size"), align="right"),
        press.column(press.tr("Owner")),
    )
    rows = [
        Row(
            (
                press.cell(it.text, most=lines),
                press.key(risks.told_size(it), "right"),
                press.cell(it.person, most=1) if it.person.strip() else press.alarm(press.tr("no owner")),
            ),
            about=told_of(it),
        )
        for it in held[:most]
    ]
    return press.titled(title, press.table(columns, rows), press.see(len(held) - most, "risks"))


def unknown(press: Press, subject: Subject, most: int, lines: int = 2) -> Titled:
    """What is not known, and whom to ask."""
    found = subject.alarms.unknowns
    title = press.tr("Not known yet")
    if not found:
        return press.nothing(title)
    columns = (press.column(share=1.0), press.column())
    rows = []
    for item in found[:most]:
        ask = press.tr("ask {name}", name=item.ask.name) if item.ask else press.tr("ask whom?")
        rows.append(
            Row(
                (
                    press.marked("unknown", press.cell(press.tell(item.said), most=lines)),
                    press.muted(ask, "right", lines),
                )
            )
        )
    return press.titled(title, press.table(columns, rows), _others(press, len(found) - most))


def changes(press: Press, subject: Subject, most: int) -> Titled | None:
    """Whose score has moved since the weigh-in before, and on which dimensions; the most important first."""
    moved = [person for person in subject.account.people if abs(person.change or 0) > _LEAST]
    moved.sort(key=lambda person: -abs(person.change or 0) * max(person.influence, 1))
    if not moved:
        return None
    columns = (press.column(), press.column(), press.column(share=1.0), press.column())
    title = press.tr("Since the weigh-in before")
    rows = [_change(press, person) for person in moved[:most]]
    return press.titled(title, press.table(columns, rows), _others(press, len(moved) - most))


def _change(press: Press, person: Person) -> Row:
    now, before = person.weighed, person.before
    assert now is not None
    assert before is not None
    mark = "up" if (person.change or 0) > 0 else "down"
    scores = spans(f"{_score(before)} → ", bold(_score(now)))
    day = press.day(now.weighin.day) if now.weighin.day else ""
    name = press.marked(mark, press.key(person.contact.name))
    return Row((name, press.cell(scores), press.cell(_levels(press, now, before), most=1), press.muted(day, "right")))


def _score(weighed: Weighed) -> str:
    return "—" if weighed.score is None else tell_decimal(weighed.score, 2)


def _levels(press: Press, now: Weighed, before: Weighed) -> str:
    """Which levels count differently: acceptance 3 → 4."""
    told = []
    for dimension in Dimension:
        new, old = now.counted[dimension].counted, before.counted[dimension].counted
        if new != old:
            name = press.tr(dimension.label)
            told.append(f"{name} {'?' if old is None else old} → {'?' if new is None else new}")
    return " · ".join(told)


def _others(press: Press, rest: int) -> str:
    return press.trn("and {n} more", "and {n} more", rest) if rest > 0 else ""

"""The lists of the brief: what one says in a minute, people, needs, the next visit, what is owed, orders."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kamdesk.client.account import Person
from kamdesk.client.company import Fact, Topic
from kamdesk.client.comparing import Row as Need
from kamdesk.client.plan_records import Action, Ahead, Opportunity, Side
from kamdesk.client.units import tell_decimal, tell_gap, tell_money
from kamdesk.client.visiting import readiness
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.chapters import opportunities
from kamdesk.document.chapters.rival_sheet import gap_mark
from kamdesk.document.chapters.weighin_table import standing
from kamdesk.document.parts import Titled
from kamdesk.document.press import Press
from kamdesk.document.shortening import cut
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row
from kamdesk.document.text import Span, bold, spans

_TOPICS = (Topic.THEY, Topic.MATTERS, Topic.US, Topic.NEXT)
_AHEAD = {Ahead.US: "up", Ahead.LEVEL: "level", Ahead.RIVAL: "down"}


def minute(press: Press, subject: Subject, most: int) -> Block | None:
    """What one would say of them, by topic, the newest first; `most` facts of each."""
    told = [_topic(press, subject, topic, most) for topic in _TOPICS]
    rows = [row for part in told for row in part]
    title = press.tr("In one minute")
    if not rows:
        return press.titled(title, press.red_flag(press.tr("No facts on record")))
    columns = (press.column(), press.column(share=1.0), press.column(align="right"))
    rest = sum(fact.topic in _TOPICS for fact in subject.client.facts) - len(rows)
    return press.titled(title, press.table(columns, rows), _others(press, rest) or press.tr("day of the fact"))


def _topic(press: Press, subject: Subject, topic: Topic, most: int) -> list[Row]:
    held = [fact for fact in subject.client.facts if fact.topic is topic and fact.text.strip()]
    held.sort(key=lambda fact: -(fact.day or date.min).toordinal())
    return [_fact(press, press.tr(topic.label) if not at else "", it) for at, it in enumerate(held[:most])]


def _fact(press: Press, topic: str, fact: Fact) -> Row:
    return Row((press.key(topic), press.cell(cut(fact.text), most=2), press.muted(press.day(fact.day), "right")))


def people(press: Press, subject: Subject, most: int) -> Titled:
    """Who matters: those to be won first, then the most influential, each with what the job needs."""
    account, title = subject.account, press.tr("Key people")
    if not account.people:
        return press.titled(title, press.red_flag(press.tr("Nobody known yet")))
    won = {contact.key for contact in account.contested}
    chosen = sorted(account.people, key=lambda person: person.contact.key not in won)
    columns = (press.column(share=1.0), press.column(press.tr("Lead")))
    note = _others(press, len(chosen) - most)
    return press.titled(title, press.table(columns, [_person(press, person) for person in chosen[:most]]), note)


def _person(press: Press, person: Person) -> Row:
    contact = person.contact
    name = press.prose(spans(bold(contact.name), " ", Span(contact.title_at_work, 0, "muted")), "cell", most=1)
    wants = cut(contact.business_agenda)
    gap = "—" if person.lead is None else tell_gap(person.lead, 2)
    cell: Block = Stack([name, press.prose(wants, "note", most=1)]) if wants else name
    return Row((cell, press.marked(standing(person), press.cell(gap))))


def needs(press: Press, subject: Subject, most: int) -> Titled:
    """What decides, what moves most first."""
    sheet, title = subject.comparison, press.tr("What decides")
    rows = sorted((row for row in sheet.rows if row.share), key=lambda row: -abs(row.impact or 0))
    if not rows:
        return press.titled(title, press.red_flag(press.tr("No need on record")))
    columns = (
        press.column(press.tr("Need"), share=1.0),
        press.column(press.tr("Weight"), align="right"),
        press.column(press.tr("Us"), align="right"),
        press.column(press.tr("Gap")),
    )
    return press.titled(
        title, press.table(columns, [_need(press, row) for row in rows[:most]]), _others(press, len(rows) - most)
    )


def _need(press: Press, row: Need) -> Row:
    gap = "?" if row.gap is None else tell_gap(row.gap, 0)
    return Row(
        (
            press.key(row.factor.name, most=1),
            press.cell(tell_decimal(row.share or 0, 0), "right"),
            press.cell("?" if row.ours is None else str(row.ours), "right"),
            press.marked(gap_mark(row.gap), press.cell(gap)),
        )
    )


def visit(press: Press, subject: Subject, most: int) -> Titled:
    """When, where, what for, who comes and how ready it is."""
    title, coming = press.tr("Next visit"), subject.next_visit
    if coming is None:
        return press.titled(title, press.red_flag(press.tr("No visit planned")))
    ready = readiness(coming, subject.client.checks)
    share = press.tr("{share}%", share=f"{ready.share * 100:.0f}") if ready.total else press.tr("no checklist")
    there = [it for it in subject.client.attendees if it.visit == coming.key]
    names = [name for it in there if (name := subject.called(it.contact or it.colleague or ""))]
    aim = (
        press.cell(cut(coming.objective), most=2)
        if coming.objective.strip()
        else press.alarm(press.tr("no objective yet"))
    )
    columns = (press.column(), press.column(share=1.0), press.column())
    mark = press.marked("up" if ready.ready else "flag", press.key(share))
    rows = [Row((press.key(press.moment(coming.at)), aim, mark))]
    if coming.place.strip() or names:
        who = press.muted(" · ".join((*filter(None, [cut(coming.place)]), *names)), most=most)
        rows.append(Row((press.muted(press.tr("Where and who")), who, press.cell(""))))
    if coming.best.strip():
        rows.append(
            Row((press.muted(press.tr("Best commitment")), press.cell(cut(coming.best), most=most), press.cell("")))
        )
    return press.titled(title, press.table(columns, rows))


def ours(press: Press, subject: Subject, most: int) -> Titled:
    """What we do next."""
    held = [it for it in subject.open_actions if it.side is not Side.THEIRS]
    return _owed(press, press.tr("Our next steps"), held, most, press.tr("No open action"))


def theirs(press: Press, subject: Subject, most: int) -> Titled:
    """What they said they would do."""
    held = [it for it in subject.open_actions if it.side is Side.THEIRS]
    return _owed(press, press.tr("They owe us"), held, most, "")


def _owed(press: Press, title: str, held: Sequence[Action], most: int, flag: str) -> Titled:
    if not held:
        return press.titled(title, press.red_flag(flag) if flag else press.muted(press.tr("nothing open")))
    columns = (press.column(share=1.0), press.column(), press.column(align="right"))
    rows = [
        Row((press.cell(cut(it.text), most=2), press.muted(cut(it.person) or "—", most=1), press.due(it.due)))
        for it in held[:most]
    ]
    return press.titled(title, press.table(columns, rows), _others(press, len(held) - most))


def orders(press: Press, subject: Subject, most: int) -> Titled | None:
    """The open orders, the next decision first."""
    held = opportunities.in_order(subject.client.opportunities)
    if not held or not most:
        return None
    columns = (
        press.column(press.tr("Opportunity"), share=1.0),
        press.column(press.tr("Who is ahead")),
        press.column(press.tr("Amount"), align="right"),
        press.column(press.tr("Decision on"), align="right"),
    )
    rows = [_order(press, subject, it) for it in held[:most]]
    return press.titled(press.tr("Open orders"), press.table(columns, rows), _others(press, len(held) - most))


def _order(press: Press, subject: Subject, it: Opportunity) -> Row:
    against = subject.called(it.rival or "")
    word = press.tr(it.ahead.label) if it.ahead else press.tr("unknown")
    if against and it.ahead is Ahead.RIVAL:
        word = against
    mark = _AHEAD[it.ahead] if it.ahead else "unknown"
    return Row(
        (
            press.key(cut(it.name), most=1),
            press.marked(mark, press.cell(word)),
            press.cell(tell_money(it.amount, press.words) if it.amount else "—", "right"),
            press.cell(press.day(it.close), "right"),
        )
    )


def _others(press: Press, rest: int) -> str:
    return press.trn("and {n} more", "and {n} more", rest) if rest > 0 else ""

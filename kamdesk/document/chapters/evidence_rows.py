"""The tables of P13: how well each level is proved, every fact behind it, sources of scores, what was learned."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kamdesk.client.account import Person
from kamdesk.client.comparing import stale
from kamdesk.client.levels import code
from kamdesk.client.rival_records import Factor, Standing
from kamdesk.client.trends import account_trend
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.client.visit_papers import Intel
from kamdesk.client.visiting import local_day
from kamdesk.client.weigh_records import Dimension, Evidence
from kamdesk.document.blocks import Block
from kamdesk.document.margin import told_of
from kamdesk.document.parts import Titled
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row, Table
from kamdesk.document.text import bold, spans

_DAYS = 5  # in the history of the score


def people(press: Press, subject: Subject, most: int) -> Titled:
    """Who is how well proved: the facts that still count, by dimension; a level without any rests on a word."""
    order = [it for it in subject.account.people if _facts(subject, it) or (it.weighed and it.contact.key_player)]
    columns = (
        press.column(press.tr("Person")),
        *(press.column(f"{code(it)} {press.tr(it.label)}", share=1.0, align="right") for it in Dimension),
        press.column(press.tr("Newest fact"), align="right"),
    )
    most = len(order) if len(order) == most + 1 else most  # one more row tells more than that there is one
    rows = [_person(press, subject, it) for it in order[:most]]
    days = f"{subject.client.rules.fresh_days:g}"
    note = press.tr("facts of the last {days} days; none: the level counts for less", days=days)
    told = press.shortened(press.table(columns, rows), len(order) - most)
    return press.titled(press.tr("How well the levels are proved"), told, note)


def _person(press: Press, subject: Subject, person: Person) -> Row:
    facts = _facts(subject, person)
    fresh = [it for it in facts if is_fresh(subject, it)]
    cells: list[Block] = []
    for dimension in Dimension:
        count = sum(it.dimension is dimension for it in fresh)
        capped = person.weighed is not None and person.weighed.counted[dimension].reason is not None
        bare = press.alarm(press.trc("facts", "none"), "right") if capped else press.muted("—", "right")
        cells.append(press.cell(str(count), "right") if count else bare)
    newest = max((it.day for it in facts if it.day), default=None)
    day = press.muted(press.day(newest), "right") if fresh or not newest else press.alarm(press.day(newest), "right")
    return Row((press.key(person.contact.name), *cells, day))


def _facts(subject: Subject, person: Person) -> list[Evidence]:
    return [it for it in subject.client.evidence if it.contact == person.contact.key]


def is_fresh(subject: Subject, item: Evidence) -> bool:
    """True for a fact that still proves something."""
    return item.day is None or (subject.today - item.day).days <= subject.client.rules.fresh_days


def facts(press: Press, subject: Subject) -> Titled:
    """Every fact about people, person by person, the newest first."""
    columns = (
        press.column(press.tr("Person"), share=0.75),
        press.column(press.tr("Day")),
        press.column(press.tr("Dimension")),
        press.column(press.tr("What happened"), share=2.0),
        press.column(press.tr("Source · confirmed by"), share=1.0),
    )
    order = [person.contact.key for person in subject.account.people]
    held = sorted(subject.client.evidence, key=lambda it: it.day or subject.today, reverse=True)
    held.sort(key=lambda it: order.index(it.contact) if it.contact in order else len(order))
    rows, before = [], None
    for item in held:
        name = subject.called(item.contact or "") or "—"
        rows.append(_fact(press, subject, name, item, follows=item.contact == before))
        before = item.contact
    old = any(not is_fresh(subject, it) for it in held)
    note = press.tr("bold: older than {n} days", n=f"{subject.client.rules.fresh_days:g}") if old else ""
    return press.titled(press.tr("Facts behind the weigh-ins"), press.table(columns, rows), note)


def _fact(press: Press, subject: Subject, name: str, item: Evidence, follows: bool) -> Row:
    dimension = f"{code(item.dimension)} {press.tr(item.dimension.label)}" if item.dimension else "—"
    source = " · ".join(text for text in (item.source, item.second_source) if text) or "—"
    day = press.muted(press.day(item.day)) if is_fresh(subject, item) else press.key(press.day(item.day))
    who = press.key(name)
    cells = (press.key("") if follows else who, day, press.cell(dimension), press.cell(item.text), press.muted(source))
    return Row(cells, about=told_of(item), again=who if follows else None)


def history(press: Press, subject: Subject) -> Titled | None:
    """The account's score on the last days somebody was weighed, with the rival's; None before the second."""
    points = [it for it in account_trend(subject.client, subject.today) if it.ours is not None]
    if len(points) < 2:
        return None
    shown = points[-_DAYS:]
    rival = subject.against(press.words)
    columns = (press.column(), *(press.column(press.day(it.day), share=1.0, align="right") for it in shown))
    ours = [press.key(tell_decimal(it.ours or 0.0, 2), "right") for it in shown]
    rows = [Row((press.key(press.trc("side", "We")), *ours))]
    if any(it.rival is not None for it in shown):
        theirs = [press.cell("—" if it.rival is None else tell_decimal(it.rival, 2), "right") for it in shown]
        rows.append(Row((press.cell(rival), *theirs)))
        lead = [_lead(press, it.ours, it.rival) for it in shown]
        rows.append(Row((press.cell(press.tr("Lead")), *lead)))
    return press.titled(press.tr("How the score (ARI) moved"), press.table(columns, rows))


def _lead(press: Press, ours: float | None, rival: float | None) -> Block:
    if ours is None or rival is None:
        return press.muted("—", "right")
    return (
        press.alarm(tell_gap(ours - rival, 2), "right")
        if ours < rival
        else press.cell(tell_gap(ours - rival, 2), "right")
    )


def learned(press: Press, subject: Subject, most: int | None = None) -> Titled:
    """What was learned of rivals and needs, the newest first; an old one in the colour of what is late."""
    columns = (
        press.column(press.tr("About")),
        press.column(press.tr("Day")),
        press.column(press.tr("Fact"), share=1.0),
        press.column(press.tr("Source")),
        press.column(press.tr("Confidence")),
    )
    held = sorted(subject.client.intel, key=lambda it: it.day or date.min, reverse=True)
    rows = []
    for item in held[:most]:
        about = " · ".join(name for key in (item.rival, item.factor) if key and (name := subject.called(key)))
        day = press.day(item.day)
        old = item.day is not None and stale(item.day, press.today, subject.client.rules.stale_days)
        cells = (
            press.key(about or "—"),
            press.alarm(day) if old else press.muted(day),
            press.cell(item.text),
            press.muted(_source(press, subject, item)),
            press.cell(press.tr(item.confidence.label) if item.confidence else "?"),
        )
        rows.append(Row(cells, about=told_of(item)))
    table = press.shortened(press.table(columns, rows), len(held) - len(rows))
    return press.titled(press.tr("Learned of rivals and needs"), table)


def first_rows(press: Press, titled: Titled, most: int) -> Titled:
    """A titled table with its first rows; how many more there are stands below."""
    table = titled.block
    if not isinstance(table, Table) or len(table.rows) <= most:
        return titled
    part = Table(table.columns, table.rows[:most], changed=table.changed)
    return replace(titled, block=press.shortened(part, len(table.rows) - most))


def scores(press: Press, subject: Subject) -> Titled:
    """What the scores rest on: for each need the client's wish, our value and every rival's, with source and day."""
    compared, days = subject.comparison, subject.client.rules.stale_days
    given = {(item.factor, item.rival): item for item in subject.client.standings}
    columns = (
        press.column(press.tr("Need"), share=1.0),
        press.column(press.tr("Us"), share=1.0),
        *(press.column(rival.called, share=1.0) for rival in compared.rivals),
    )
    rows = []
    for row in compared.rows:
        need = press.two(press.key(row.factor.name), press.mute(row.factor.wants))
        held = [given.get((row.factor.key, rival.key)) for rival in compared.rivals]
        rows.append(
            Row(
                (need, _given(press, row.factor, days), *(_given(press, it, days) for it in held)),
                about=subject.weighed(row.factor),
            )
        )
    note = press.tr("below: source and day; older than {n} days is bold", n=int(days))
    return press.titled(press.tr("Sources of the comparison"), press.table(columns, rows), note)


def _source(press: Press, subject: Subject, item: Intel) -> str:
    """Who said it, or at which visit it was heard."""
    visit = next((it for it in subject.client.visits if it.key == item.visit), None)
    heard = press.tr("visit {day}", day=press.day(local_day(visit.at))) if visit and visit.at else ""
    return " · ".join(text for text in (item.source, heard) if text) or "—"


def _given(press: Press, item: Factor | Standing | None, days: float) -> Block:
    if item is None or not (item.value or item.source or item.day):
        return press.muted("—")
    told = " · ".join(text for text in (item.source, press.day(item.day) if item.day else "") if text)
    old = item.day is not None and stale(item.day, press.today, days)
    return press.two(press.cell(item.value or "—"), spans(bold(told)) if old else press.mute(told))

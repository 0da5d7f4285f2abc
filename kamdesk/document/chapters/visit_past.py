"""Visits that are over: what the last one gave, and all the others in one table with what was written about each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kamdesk.client.record import Kind, fields_of
from kamdesk.client.telling import tell, tell_list
from kamdesk.client.visit_records import Visit
from kamdesk.client.visiting import local_day
from kamdesk.document import markdown
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.chapters.visit_prepared import LINES, WHOLE, cut_to
from kamdesk.document.margin import told_of
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row
from kamdesk.document.text import Span, bold, spans

_TOLD = ("objective", "place")  # fields that have columns of their own
_DEBRIEF = ("agreed", "unresolved", "learned", "moved", "changed", "better", "lesson")


def debrief(press: Press, subject: Subject, visit: Visit, limit: int = WHOLE) -> Block:
    """What came of the last visit: so many lines of the table, what counts most first, how it was prepared last."""
    told = [
        ("objective", press.tr("Objective"), visit.objective),
        ("result", press.tr("Result"), _result(press, visit)),
        ("agreed", press.tr("Agreed"), visit.agreed),
        ("unresolved", press.tr("Still open"), visit.unresolved),
        ("learned", press.tr("Learned"), visit.learned),
        ("changed", press.tr("Needs that grew or changed"), visit.changed),
        ("next_touch", press.tr("Next touch"), press.day(visit.next_touch) if visit.next_touch else ""),
        ("moved", press.tr("Which question moved the client most"), visit.moved),
        ("better", press.tr("What I would do differently"), visit.better),
        ("lesson", press.tr("Lesson for elsewhere"), visit.lesson),
    ]
    rows = [
        Row((press.cell(term), _whole_or_cut(press, text, limit)), about=told_of(visit, name))
        for name, term, text in told
        if text.strip()
    ]
    if prepared := tuple(_written(press, subject, visit, debriefed=True)):
        rows.append(Row((press.cell(press.tr("As prepared")), press.note(prepared))))
    note = " · ".join(it for it in (press.moment(visit.at) if visit.at else "", visit.place.strip()) if it)
    table = press.table((press.column(), press.column(share=1.0)), rows[:limit])
    return press.titled(press.tr("The last visit"), table, note)


def _whole_or_cut(press: Press, text: str, limit: int) -> Block:
    block = markdown.note(press, text, "cell")
    return block if limit >= WHOLE else cut_to(press, block, LINES)


def _result(press: Press, visit: Visit) -> str:
    words = [press.tr(choice.label) for choice in (visit.result, visit.met) if choice]
    return tell_list(words, press.words)


def listed(press: Press, subject: Subject, visits: Sequence[Visit]) -> Block:
    """Each with its day, objective, place and result, below them what was written."""
    columns = (press.column(press.tr("When")), press.column(press.tr("Objective, place and result"), share=1.0))
    rows = []
    for visit in visits:
        what = press.cell(spans(bold(visit.objective or "—"), "\u2002", *_beside(press, visit)))
        more = tuple(_written(press, subject, visit))
        told = Stack([what, press.note(more)]) if more else what
        rows.append(Row((press.cell(press.moment(visit.at)), told), about=told_of(visit)))
    note = press.trn("{n} visit", "{n} visits", len(visits))
    return press.titled(press.tr("All other visits"), press.table(columns, rows), note)


def _written(press: Press, subject: Subject, visit: Visit, debriefed: bool = False) -> Iterator[Span]:
    """Who was there, then every text about a visit behind what it is called, in one paragraph."""
    held = [(press.tr("Attendees"), tell_list(_attendees(press, subject, visit), press.words))]
    for field in fields_of(Visit):
        if field.kind in (Kind.TEXT, Kind.NOTE) and not (field.name in _TOLD or (debriefed and field.name in _DEBRIEF)):
            text = tell(field, getattr(visit, field.name), press.words, today=press.today)
            held.append((press.tr(field.label), text))
    held += _prepared(press, subject, visit)
    for label, text in held:
        if text.strip():
            yield from spans(bold(label), f"\u2002{' '.join(text.split())}  ")


def _attendees(press: Press, subject: Subject, visit: Visit) -> list[str]:
    """Everybody, with what each had to do."""
    there = [it for it in subject.client.attendees if it.visit == visit.key]
    named = [(it.task, subject.contact(it.contact) or subject.colleague(it.colleague)) for it in there]
    told = (
        press.tr("{name} ({title})", name=found.name, title=task.strip()) if task.strip() else found.name
        for task, found in named
        if found
    )
    return list(dict.fromkeys(told))


def _prepared(press: Press, subject: Subject, visit: Visit) -> list[tuple[str, str]]:
    """What was to be said, shown and done; of a checklist what is open or has a remark."""
    client, key = subject.client, visit.key
    found = [
        (press.tr(it.kind.label), f"{it.text} {it.answer} {it.proof}")
        for it in client.points
        if it.visit == key and it.kind
    ]
    agenda = [f"{it.text} {it.person}".strip() for it in client.agenda if it.visit == key]
    brought = [it.text for it in client.materials if it.visit == key]
    checks = [
        f"{it.text} {it.remark}".strip() for it in client.checks if it.visit == key and (it.remark or not it.done)
    ]
    lists = ((press.tr("Agenda"), agenda), (press.tr("To bring"), brought), (press.tr("Checklist"), checks))
    return [*found, *((name, tell_list(texts, press.words)) for name, texts in lists)]


def _beside(press: Press, visit: Visit) -> Iterator[Span]:
    """Where it is and what came of it; that nobody wrote it down is an alarm."""
    coming = visit.at is None or local_day(visit.at) >= press.today
    where = f"{visit.place.strip()} · " if visit.place.strip() else ""
    if visit.result or coming:
        words = press.tr(visit.result.label) if visit.result else press.tr("planned")
        yield from press.mute(f"{where}{words}")
    else:
        yield from spans(*press.mute(where), Span(press.tr("no debrief"), 0, "alarm"))

"""What belongs to the next visit and is looked up rather than read: how it goes, what is brought, the checklist."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from kamdesk.client.record import field_of
from kamdesk.client.telling import tell
from kamdesk.client.visit_papers import AgendaItem, Material
from kamdesk.client.visit_records import CheckItem, Visit
from kamdesk.client.visiting import readiness
from kamdesk.document import markdown
from kamdesk.document.arranged import Pair
from kamdesk.document.blocks import Block
from kamdesk.document.chapters import visit_papers
from kamdesk.document.chapters.visit_prepared import dated
from kamdesk.document.chapters.visit_sheet_form import TIGHT, beside
from kamdesk.document.margin import told_of
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row
from kamdesk.document.text import spans

_ARRANGED = ("kind", "activity", "opening", "fallback", "route", "registration", "phone")
R = TypeVar("R", AgendaItem, Material, CheckItem)
Named = tuple[str, Block]  # what a block is called in a list of blocks


def looked_up(press: Press, subject: Subject, visit: Visit) -> list[Named]:
    """All of it, each block under a title that needs no chapter around it."""
    found = [*_arranged(press, visit), *_talk(press, subject, visit), *_checklist(press, subject, visit)]
    name = press.tr("Negotiation sheet")
    sheets = [it for it in subject.client.negotiations if it.visit == visit.key]
    found += [(name, visit_papers.negotiation(press, subject, it, dated(press, name, visit))) for it in sheets]
    return found


def _of(visit: Visit, held: Iterable[R]) -> list[R]:
    """What belongs to a visit, in its order."""
    return sorted((it for it in held if it.visit == visit.key), key=lambda it: it.rank or 0)


def _arranged(press: Press, visit: Visit) -> list[Named]:
    """What kind of visit it is, how it opens, how one gets there."""
    rows = []
    for name in _ARRANGED:
        field = field_of(Visit, name)
        text = tell(field, getattr(visit, name), press.words, today=press.today)
        if text.strip():
            cells = (press.cell(press.tr(field.label)), markdown.note(press, text, "cell"))
            rows.append(Row(cells, about=told_of(visit, name)))
    if visit.step:
        told = press.tr("{n} of {m}", n=visit.step, m=field_of(Visit, "step").high)
        rows.append(Row((press.cell(press.tr(field_of(Visit, "step").label)), press.cell(told))))
    if not rows:
        return []
    name = press.tr("Arrangements")
    table = press.table((press.column(), press.column(share=1.0)), rows)
    return [(name, press.titled(dated(press, name, visit), table))]


def _talk(press: Press, subject: Subject, visit: Visit) -> list[Named]:
    """The agenda beside what is brought; either alone where the other is missing."""
    agenda, brought = _agenda(press, subject, visit), _brought(press, subject, visit)
    held = [(press.tr("Agenda"), agenda), (press.tr("To bring"), brought)]
    there = [(name, block) for name, block in held if block]
    if len(there) < len(held):
        return there
    (name, left), (other, right) = there
    return [(f"{name} · {other}", Pair(left, right))]


def _agenda(press: Press, subject: Subject, visit: Visit) -> Block | None:
    """Each point with its minutes and who leads."""
    held = _of(visit, subject.client.agenda)
    if not held:
        return None
    rows = []
    for it in held:
        minutes = "—" if it.minutes is None else str(it.minutes)
        text = press.cell(spans(it.text, *beside(press, it.person)))
        rows.append(Row((press.muted(minutes, "right"), text), about=told_of(it)))
    whole = sum(it.minutes or 0 for it in held)
    note = press.trn("{n} minute", "{n} minutes", whole) if whole else ""
    table = press.table((press.column(align="right"), press.column(share=1.0)), rows)
    return press.titled(dated(press, press.tr("Agenda"), visit), table, note)


def _brought(press: Press, subject: Subject, visit: Visit) -> Block | None:
    """What is brought along, whether it is ready and whether it stays."""
    held = _of(visit, subject.client.materials)
    if not held:
        return None
    rows = []
    for it in held:
        where = press.tr("stays there") if it.stays else press.tr("to show")
        state = press.muted(where, "right") if it.ready else press.alarm(press.tr("not ready"), "right")
        cells = (press.mark("ticked" if it.ready else "box"), press.cell(it.text), state)
        rows.append(Row(cells, about=told_of(it)))
    columns = (press.column(apart=TIGHT), press.column(share=1.0), press.column(align="right"))
    return press.titled(dated(press, press.tr("To bring"), visit), press.table(columns, rows))


def _checklist(press: Press, subject: Subject, visit: Visit) -> list[Named]:
    items = _of(visit, subject.client.checks)
    if not items:
        return []
    ready, name = readiness(visit, subject.client.checks), press.tr("Checklist")
    half = (len(items) + 1) // 2
    columns = (press.column(apart=TIGHT), press.column(share=1.0), press.column())
    tables = [
        press.table(columns, [_check(press, item) for item in part]) for part in (items[:half], items[half:]) if part
    ]
    note = press.tr(
        "{done} of {total}, must-haves {must} of {musts}",
        done=ready.done,
        total=ready.total,
        must=ready.must_done,
        musts=ready.must_total,
    )
    block = Pair(tables[0], tables[-1]) if len(tables) == 2 else tables[0]
    return [(name, press.titled(dated(press, name, visit), block, note))]


def _check(press: Press, item: CheckItem) -> Row:
    text = press.two(press.cell(item.text), press.mute(item.remark)) if item.remark else press.cell(item.text)
    lead = press.marked("star", text) if item.must else text
    return Row((press.mark("ticked" if item.done else "box"), lead, press.muted(item.group)), about=told_of(item))

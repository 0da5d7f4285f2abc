"""Visits that are over: what came of the last one, and all the others in one table."""

from __future__ import annotations

from kamdesk.client.telling import tell_list
from kamdesk.client.visit_records import Visit
from kamdesk.document import markdown
from kamdesk.document.blocks import Block
from kamdesk.document.margin import told_of
from kamdesk.document.press import Press
from kamdesk.document.table import Row


def debrief(press: Press, visit: Visit) -> Block:
    """What came of the last visit."""
    told = [
        ("objective", press.tr("Objective"), visit.objective),
        ("result", press.tr("Result"), _result(press, visit)),
        ("agreed", press.tr("Agreed"), visit.agreed),
        ("unresolved", press.tr("Still open"), visit.unresolved),
        ("learned", press.tr("Learned"), visit.learned),
        ("moved", press.tr("Which question moved the client most"), visit.moved),
        ("changed", press.tr("Needs that grew or changed"), visit.changed),
        ("better", press.tr("What I would do differently"), visit.better),
        ("lesson", press.tr("Lesson for elsewhere"), visit.lesson),
        ("next_touch", press.tr("Next touch"), press.day(visit.next_touch) if visit.next_touch else ""),
    ]
    rows = [
        Row((press.cell(term), markdown.note(press, text, "cell")), about=told_of(visit, name))
        for name, term, text in told
        if text.strip()
    ]
    note = press.moment(visit.at) if visit.at else ""
    return press.titled(press.tr("The last visit"), press.table((press.column(), press.column(share=1.0)), rows), note)


def _result(press: Press, visit: Visit) -> str:
    words = [press.tr(choice.label) for choice in (visit.result, visit.met) if choice]
    return tell_list(words, press.words)


def listed(press: Press, visits: list[Visit]) -> Block:
    """Each with its day, objective, place and result."""
    placed = any(visit.place for visit in visits)
    columns = (
        press.column(press.tr("When")),
        press.column(press.tr("Objective"), share=1.6),
        *((press.column(press.tr("Place"), share=1.0),) if placed else ()),
        press.column(press.tr("Result")),
    )
    rows = []
    for visit in visits:
        when = press.moment(visit.at)
        rows.append(
            Row(
                (
                    press.cell(when),
                    press.cell(visit.objective or "—"),
                    *((press.muted(visit.place),) if placed else ()),
                    _result_cell(press, visit),
                ),
                about=told_of(visit),
            )
        )
    note = press.trn("{n} visit", "{n} visits", len(visits))
    return press.titled(press.tr("All other visits"), press.table(columns, rows), note)


def _result_cell(press: Press, visit: Visit) -> Block:
    if visit.result is None and (visit.at is None or visit.at.astimezone().date() >= press.today):
        return press.muted(press.tr("planned"))
    if visit.result is None:
        return press.alarm(press.tr("no debrief"))
    return press.cell(press.tr(visit.result.label))

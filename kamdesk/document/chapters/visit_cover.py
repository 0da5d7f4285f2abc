"""The cover of a day's visits: their order, hours, addresses and people, and what each still lacks (field 24)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import combinations

from kamdesk.client.units import tell_long_day
from kamdesk.client.visiting import end_of
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.chapters.visit_sheet_told import Told
from kamdesk.document.fitting import PITCH, WritingLines
from kamdesk.document.flow import Part, Story, room_left
from kamdesk.document.press import Press
from kamdesk.document.shortening import cut
from kamdesk.document.table import Row
from kamdesk.document.text import bold, spans

_LACKS = 6  # lines of a checklist named for each visit; the rest is counted
_LINES = 12


def build(press: Press, day: date, visits: Sequence[Told]) -> Story:
    """The order of the day, what overlaps, what is missing; lines for what comes up."""
    parts = [Part(_order(press, visits))]
    parts += [Part(press.red_flag(told)) for told in _overlaps(press, visits)]
    parts += [Part(_lacking(told)) for told in visits]
    title = press.tr("Visits on {day}", day=tell_long_day(day, press.words))
    story = press.story("V1", title, _conclusions(press, visits), parts)
    way = press.titled(press.tr("On the way"), WritingLines(1))
    spare = room_left(replace(story, parts=(*story.parts, Part(way))))
    if spare < 0:
        return story
    lines = replace(way, block=WritingLines(min(1 + int(spare / PITCH), _LINES)))
    return replace(story, parts=(*story.parts, Part(lines)))


def _order(press: Press, visits: Sequence[Told]) -> Block:
    columns = (
        press.column(press.tr("When")),
        press.column(press.tr("Client and address"), share=1.5),
        press.column(press.tr("Whom"), share=0.8),
        press.column(press.tr("Objective"), share=1.2),
        press.column(press.tr("Ready"), align="right"),
        press.column(),
    )
    return press.titled(press.tr("The day"), press.table(columns, [_row(press, told) for told in visits]))


def _row(press: Press, told: Told) -> Row:
    visit, company = told.visit, told.subject.client.company
    where = " · ".join(cut(text) for text in (visit.place, company.address) if text.strip())
    names = [it.name for at in told.theirs if (it := told.subject.contact(at.contact))]
    ready = told.ready
    share = f"{ready.share * 100:.0f}%" if ready.total else "?"
    client: Block = press.key(company.called, most=2)
    if where:
        client = Stack([client, press.prose(where, "note", most=2)])
    phone = [press.prose(cut(visit.phone), "note", most=2)] if visit.phone.strip() else []
    return Row(
        (
            Stack([press.key(told.hours), press.prose(told.code, "note")]),
            client,
            Stack([press.cell(press.list(names) or "—", most=2), *phone]),
            press.cell(cut(visit.objective), most=2)
            if visit.objective.strip()
            else press.alarm(press.tr("still missing")),
            press.key(share, "right") if ready.ready else press.alarm(share, "right"),
            press.mark("box"),
        )
    )


def _overlaps(press: Press, visits: Sequence[Told]) -> list[str]:
    """Pairs of visits of which the later begins before the earlier is over."""
    found = []
    for first, second in combinations(visits, 2):
        if second.visit.at is not None and second.visit.at < end_of(first.visit):
            names = (first.subject.client.company.called, second.subject.client.company.called)
            found.append(press.tr("{first} and {second} overlap.", first=names[0], second=names[1]))
    return found


def _lacking(told: Told) -> Block:
    """What one visit still lacks, each with a box: must-haves, the rest of the checklist, what is not packed."""
    press, missing = told.press, told.ready.missing
    title = f"{told.hours}\u2002{told.subject.client.company.called}"
    rows = [
        Row(
            (
                press.mark("box"),
                press.cell(it.text, most=2),
                press.alarm(press.tr("must"), "right") if it.must else press.cell(""),
            )
        )
        for it in missing[:_LACKS]
    ]
    packing = [it for it in told.materials if not it.ready]
    for it in packing[:_LACKS]:
        text = spans(press.tr("To bring") + "\u2002", bold(cut(it.text)))
        rows.append(Row((press.mark("box"), press.cell(text, most=2), press.muted(press.tr("not ready"), "right"))))
    rest = max(len(missing) - _LACKS, 0) + max(len(packing) - _LACKS, 0)
    note = press.trn("{n} more", "{n} more", rest) if rest else ""
    if not told.ready.total:
        rows.insert(0, Row((press.mark("flag"), press.alarm(press.tr("No checklist yet")), press.cell(""))))
    if not rows:
        return press.titled(title, press.marked("check", press.cell(press.tr("everything is done"))))
    return press.titled(title, press.table((press.column(), press.column(share=1.0), press.column()), rows), note)


def _conclusions(press: Press, visits: Sequence[Told]) -> list[str]:
    """How many there are, when the first one begins, how many are not ready."""
    count = press.trn("{n} visit", "{n} visits", len(visits))
    first = visits[0]
    open_ones = sum(not told.ready.ready for told in visits)
    values = {"count": count, "hour": _hour(first.visit.at), "client": first.subject.client.company.called}
    if open_ones:
        return [
            press.tr("{count}, the first at {hour} at {client}; {n} not ready yet.", n=open_ones, **values),
            press.tr("{count}; {n} not ready yet.", count=count, n=open_ones),
        ]
    told = press.tr("{count}, the first at {hour} at {client}; all are ready.", **values)
    return [told, press.tr("{count}; all are ready.", count=count)]


def _hour(moment: datetime | None) -> str:
    return f"{moment.astimezone():%H:%M}" if moment else "—"

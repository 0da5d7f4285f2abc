"""P7's records: invitations and what came of them, targets that are not in force, earlier company scores."""

from __future__ import annotations

from datetime import date

from kamdesk.client.levels import code
from kamdesk.client.record import field_of
from kamdesk.client.rollup import ITEMS, newest_scores
from kamdesk.client.telling import tell_list
from kamdesk.client.weigh_records import Dimension, Organisation, Target
from kamdesk.document.blocks import Block, Stack
from kamdesk.document.parts import Titled
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row


def invitations(press: Press, subject: Subject) -> Titled | None:
    """All invitations, the newest first."""
    kept = sorted(subject.client.invitations, key=lambda item: item.day or date.min, reverse=True)
    if not kept:
        return None
    columns = (
        press.column(press.tr("Day")),
        press.column(press.tr("Person")),
        press.column(press.tr("Invited to"), share=1.0),
        press.column(press.tr("Kind of touch")),
        press.column(press.tr("What came of it")),
    )
    rows = []
    for item in kept:
        text = press.cell(item.text)
        cells = (
            press.cell(press.day(item.day)),
            press.cell(subject.called(item.contact or "") or "—"),
            Stack([text, press.note(item.note)]) if item.note.strip() else text,
            press.cell(press.tr(item.activity.label) if item.activity else "—"),
            press.cell(press.tr(item.answer.label)) if item.answer else press.muted(press.tr("not known yet")),
        )
        rows.append(Row(cells))
    return press.titled(press.tr("Invitations"), press.table(columns, rows))


def earlier_targets(press: Press, subject: Subject) -> Titled | None:
    """Targets that were replaced, are for later, or were for somebody who has left."""
    now = {held.target.key for held in subject.targets.values()}
    kept = [target for target in subject.client.targets if target.key not in now]
    if not kept:
        return None
    columns = (
        press.column(press.tr("Set on")),
        press.column(press.tr("Person")),
        press.column(press.tr("Wanted"), share=1.0),
        press.column(press.tr("By")),
        press.column(press.tr("Remark"), share=1.0),
    )
    rows = []
    for target in sorted(kept, key=lambda item: item.set_on or date.min, reverse=True):
        cells = (
            press.cell(press.day(target.set_on)),
            press.cell(subject.called(target.contact or "") or "—"),
            press.cell(_levels(press, target) or "—"),
            press.cell(press.day(target.by)),
            press.cell(target.remark or "—"),
        )
        rows.append(Row(cells))
    return press.titled(press.tr("Targets not in force"), press.table(columns, rows))


def _levels(press: Press, target: Target) -> str:
    told = [f"{code(it)} {level}" for it in Dimension if (level := target.level(it)) is not None]
    return tell_list(told, press.words)


def scores(press: Press, subject: Subject) -> Titled | None:
    """The company scores of other days than the newest, the newest first."""
    shown = newest_scores(subject.client, subject.today)
    others = [item for item in subject.client.organisation if item is not shown]
    if not others:
        return None
    kept = sorted(others, key=lambda item: item.day or date.min, reverse=True)
    columns = (
        press.column(press.tr("Day")),
        *(press.column(_head(press, name), share=1.0) for name in ITEMS),
        press.column(press.tr("Remark"), share=1.6),
    )
    rows = [Row((press.cell(press.day(it.day)), *_entered(press, it), press.cell(it.remark or "—"))) for it in kept]
    return press.titled(press.tr("Company to company on other days"), press.table(columns, rows))


def _head(press: Press, name: str) -> str:
    return press.tr(field_of(Organisation, name).label)


def _entered(press: Press, scores: Organisation) -> list[Block]:
    levels = [getattr(scores, name) for name in ITEMS]
    return [press.cell("?" if level is None else str(level)) for level in levels]

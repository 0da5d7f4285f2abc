"""P7's records: invitations and what came of them, targets that are not in force, earlier company scores."""

from __future__ import annotations

from datetime import date

from kamdesk.client.activities import Activity, Invitation
from kamdesk.client.levels import code
from kamdesk.client.rollup import ITEMS, newest_scores
from kamdesk.client.telling import tell_list
from kamdesk.client.weigh_records import Dimension, Organisation, Target
from kamdesk.document.blocks import Block
from kamdesk.document.margin import told_of
from kamdesk.document.parts import Titled
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row
from kamdesk.document.text import Span, bold


def invitations(press: Press, subject: Subject) -> Titled | None:
    """What we invited to, the newest first, each with whom and what came of it."""
    occasions: dict[tuple[date, str, Activity | None], list[Invitation]] = {}
    for item in sorted(subject.client.invitations, key=lambda it: it.day or date.min, reverse=True):
        occasions.setdefault((item.day or date.min, item.text, item.activity), []).append(item)
    if not occasions:
        return None
    columns = (
        press.column(press.tr("Day")),
        press.column(press.tr("Invited to"), share=0.8),
        press.column(press.tr("Kind of touch")),
        press.column(press.tr("Who, and what came of it"), share=1.4),
    )
    rows = []
    for (_, text, activity), items in occasions.items():
        cells = (
            press.cell(press.day(items[0].day)),
            press.cell(text),
            press.cell(press.tr(activity.label) if activity else "—"),
            press.cell(tuple(span for at, item in enumerate(items) for span in _invited(press, subject, item, at > 0))),
        )
        rows.append(Row(cells, about=tuple(item.key for item in items)))
    return press.titled(press.tr("Invitations and what came of them"), press.table(columns, rows))


def _invited(press: Press, subject: Subject, item: Invitation, further: bool) -> tuple[Span, ...]:
    """A person in bold, the answer, and the note if there is one."""
    answer = press.tr(item.answer.label) if item.answer else press.tr("not known yet")
    told = press.tr("{answer} ({note})", answer=answer, note=item.note) if item.note.strip() else answer
    between = (Span(press.semicolon),) if further else ()
    return *between, bold(subject.called(item.contact or "") or "—"), Span(f"\u2002{told}")


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
        rows.append(Row(cells, about=told_of(target)))
    return press.titled(press.tr("Relationship targets not in force"), press.table(columns, rows))


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
        *(press.headed(Organisation, name, share=1.0) for name in ITEMS),
        press.column(press.tr("Remark"), share=1.6),
    )
    rows = [
        Row((press.cell(press.day(it.day)), *_entered(press, it), press.cell(it.remark or "—")), about=told_of(it))
        for it in kept
    ]
    return press.titled(press.tr("Company to company on other days"), press.table(columns, rows))


def _entered(press: Press, scores: Organisation) -> list[Block]:
    levels = [getattr(scores, name) for name in ITEMS]
    return [press.cell("?" if level is None else str(level)) for level in levels]

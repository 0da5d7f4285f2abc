"""P5's records: every line between two people with how we know, and who of us knows whom."""

from __future__ import annotations

from datetime import date

from kamdesk.client.client import section_of
from kamdesk.client.people import Bond, Tie, TieKind
from kamdesk.document.blocks import Block
from kamdesk.document.margin import told_of
from kamdesk.document.parts import Titled
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject
from kamdesk.document.table import Row

_KINDS = list(TieKind)


def lines(press: Press, subject: Subject) -> Titled | None:
    """The lines of the map, kind by kind, the newest first: also what found no room beside a line there."""
    ties = subject.client.ties
    if not ties:
        return None
    columns = (
        press.headed(Tie, "kind"),
        press.headed(Tie, "source"),
        press.headed(Tie, "target"),
        press.headed(Tie, "strength"),
        press.headed(Tie, "note", share=1.0),
        press.headed(Tie, "day"),
    )
    ordered = sorted(ties, key=lambda tie: tie.day or date.min, reverse=True)
    ordered.sort(key=lambda tie: _KINDS.index(tie.kind) if tie.kind else len(_KINDS))
    rows = [
        Row(
            (
                press.cell(press.tr(tie.kind.label) if tie.kind else "—"),
                press.key(subject.called(tie.source or "") or "—"),
                press.key(subject.called(tie.target or "") or "—"),
                press.cell(str(tie.strength or "—")),
                press.cell(tie.note or "—"),
                press.cell(press.day(tie.day)),
            ),
            about=told_of(tie),
        )
        for tie in ordered
    ]
    return press.titled(press.tr(section_of(Tie).label), press.table(columns, rows))


def known(press: Press, subject: Subject) -> Titled | None:
    """What each of us is to each of them now and shall be, the most influential first."""
    held = subject.client.bonds
    if not held:
        return None
    columns = (
        press.headed(Bond, "contact"),
        press.headed(Bond, "colleague"),
        press.headed(Bond, "now"),
        press.headed(Bond, "wanted"),
        press.headed(Bond, "note", share=1.0),
        press.headed(Bond, "day"),
    )
    order = {person.contact.key: number for number, person in enumerate(subject.account.people)}
    ordered = sorted(held, key=lambda bond: (order.get(bond.contact or "", len(order)), bond.contact or ""))
    rows = []
    for before, bond in zip((None, *ordered), ordered, strict=False):
        rows.append(Row((_whom(press, subject, bond, before), *_bond(press, subject, bond)), about=told_of(bond)))
    return press.titled(press.tr(section_of(Bond).label), press.table(columns, rows))


def _whom(press: Press, subject: Subject, bond: Bond, before: Bond | None) -> Block:
    """The person, in bold unless the row above is about the same."""
    name = subject.called(bond.contact or "") or "—"
    return press.muted(name) if before and before.contact == bond.contact else press.key(name)


def _bond(press: Press, subject: Subject, bond: Bond) -> tuple[Block, ...]:
    """Who of us, what he or she is and shall be; bold where something is to change."""
    wanted = press.tr(bond.wanted.label) if bond.wanted else "—"
    return (
        press.cell(subject.called(bond.colleague or "") or "—"),
        press.cell(press.tr(bond.now.label) if bond.now else "?"),
        press.key(wanted) if bond.wanted is not bond.now else press.cell(wanted),
        press.cell(bond.note or "—"),
        press.cell(press.day(bond.day)),
    )

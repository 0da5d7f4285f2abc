"""Edits into the tables, each compared with what is stored first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from kamdesk.client.client import WORKSPACE, Section, Workspace, section_of, sections, sections_of
from kamdesk.client.edit import Edit
from kamdesk.client.record import Record, fields_of
from kamdesk.store.reading import read_placed
from kamdesk.store.tables import table_of
from kamdesk.store.troubles import Linked, Stale

_PLACES = 1 << 24  # how many edits one step may have; a record's `seq` is its first step and its place in it
_MANY = 500  # keys asked for in one SELECT


def write_edits(connection: sa.Connection, number: int, edits: Sequence[Edit]) -> list[int]:
    """Save the edits of step `number` in their order and give the `seq` of each record; Stale, and nothing is saved."""
    if len(edits) >= _PLACES:
        raise ValueError(f"{len(edits)} edits in one step")
    seqs: list[int] = []
    for (kind, adds), run in groupby(edits, lambda edit: (type(edit.record), edit.before is None)):
        section, held = section_of(kind), list(run)
        _refuse_misplaced(section, held)
        if adds:
            seqs += _add(connection, section, [edit.record for edit in held], number * _PLACES + len(seqs))
        else:
            seqs += [_change_or_remove(connection, section, edit) for edit in held]
    return seqs


def commit(connection: sa.Connection) -> None:
    """Commit now; Linked when a link of this transaction leads nowhere (SQLite looks at them only here)."""
    try:
        connection.exec_driver_sql("COMMIT")
    except sa.exc.IntegrityError as refused:
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        found = sections().get(str(broken[0])) if broken is not None else None
        raise Linked(found.label if found else "") from refused


def _refuse_misplaced(section: Section, edits: Iterable[Edit]) -> None:
    """ValueError for a head that does not own itself, or a shared record that is not the workspace's: bugs both."""
    for edit in edits:
        record = edit.record
        if section.single and record.key != record.owner:
            raise ValueError(f"a {section.name} is its own owner: give it owner=key")
        if section in sections_of(Workspace) and record.owner != WORKSPACE:
            raise ValueError(f"{section.name} belong to the workspace: give them owner=WORKSPACE")


def _add(connection: sa.Connection, section: Section, records: list[Record], first: int) -> list[int]:
    """New records, where they stood before when they come back."""
    old = _take_places(connection, section.name, [record.key for record in records])
    seqs = [old.get(record.key, first + place) for place, record in enumerate(records)]
    rows = [_row(record) | {"seq": seq} for record, seq in zip(records, seqs, strict=True)]
    try:
        connection.execute(sa.insert(table_of(section.name)), rows)
    except sa.exc.IntegrityError as exists:
        raise Stale(records[0].title) from exists
    return seqs


def _change_or_remove(connection: sa.Connection, section: Section, edit: Edit) -> int:
    before, after, table = edit.before, edit.after, table_of(section.name)
    assert before is not None
    seq, stored = read_placed(connection, section, before.key) or (0, None)
    if stored != before:
        raise Stale(edit.record.title)
    if after is None:
        connection.execute(sa.delete(table).where(table.c.seq == seq))
        connection.execute(sa.insert(table_of("removed")), {"section": section.name, "key": before.key, "seq": seq})
        return seq
    old, new = _row(before), _row(after)
    changed = {name: value for name, value in new.items() if value != old[name]}
    if changed:
        connection.execute(sa.update(table).where(table.c.seq == seq).values(changed))
    return seq


def _take_places(connection: sa.Connection, section: str, keys: list[str]) -> dict[str, int]:
    removed = table_of("removed")
    found: dict[str, int] = {}
    for start in range(0, len(keys), _MANY):
        here = sa.and_(removed.c.section == section, removed.c.key.in_(keys[start : start + _MANY]))
        for row in connection.execute(sa.select(removed.c.key, removed.c.seq).where(here)).all():
            found[row.key] = row.seq
    for key in found:
        connection.execute(sa.delete(removed).where(removed.c.section == section, removed.c.key == key))
    return found


def _row(record: Record) -> dict[str, Any]:
    values = {field.name: getattr(record, field.name) for field in fields_of(type(record))}
    return {"key": record.key, "owner": record.owner, **values}

"""Edits into the tables, each compared with what is stored first."""

from __future__ import annotations

from collections.abc import Sequence
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
    seqs: dict[int, int] = {}
    for adds, run in groupby(enumerate(edits), lambda placed: placed[1].before is None):
        new: dict[Section, dict[int, Record]] = {}
        for place, edit in run:
            section = section_of(type(edit.record))
            _refuse_misplaced(section, edit)
            if adds:  # links are looked at when all is there, so a whole section can be added at once
                new.setdefault(section, {})[place] = edit.record
            else:
                seqs[place] = _change_or_remove(connection, section, edit)
        for section, records in new.items():
            seqs |= _add(connection, section, records, number * _PLACES)
    return [seqs[place] for place in range(len(edits))]


def commit(connection: sa.Connection) -> None:
    """Commit now; Linked when a link of this transaction leads nowhere (SQLite looks at them only here)."""
    try:
        connection.exec_driver_sql("COMMIT")
    except sa.exc.IntegrityError as refused:
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        found = sections().get(str(broken[0])) if broken is not None else None
        raise Linked(found.label if found else "") from refused


def _refuse_misplaced(section: Section, edit: Edit) -> None:
    """ValueError for what no window and no import may do: a bug of whoever made the edit."""
    record = edit.record
    if section.single and record.key != record.owner:
        raise ValueError(f"a {section.name} is its own owner: give it owner=key")
    if section in sections_of(Workspace) and (record.owner != WORKSPACE or (section.single and edit.after is None)):
        raise ValueError(f"{section.name} belong to the workspace: give them owner=WORKSPACE, and keep its profile")


def _add(connection: sa.Connection, section: Section, records: dict[int, Record], base: int) -> dict[int, int]:
    """Save new records by their place in the step, and give each its `seq`: the one it had when it comes back."""
    old = _take_places(connection, section.name, [record.key for record in records.values()])
    seqs = {place: old.get(record.key, base + place) for place, record in records.items()}
    rows = [_row(record) | {"seq": seqs[place]} for place, record in records.items()]
    try:
        connection.execute(sa.insert(table_of(section.name)), rows)
    except sa.exc.IntegrityError as exists:
        raise Stale(next(iter(records.values())).title) from exists
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

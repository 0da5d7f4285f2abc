"""Edits into the tables, each compared with what is stored first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, TypeVar

from kamdesk.client.client import WORKSPACE, Section, Workspace, section_of, sections, sections_of
from kamdesk.client.edit import Edit
from kamdesk.client.record import Record, fields_of
from kamdesk.store.late import sa
from kamdesk.store.reading import read_placed
from kamdesk.store.tables import table_of
from kamdesk.store.troubles import Linked, Stale

if TYPE_CHECKING:
    Move = Callable[[sa.Connection, Section, dict[int, Edit], int], dict[int, int]]

T = TypeVar("T")
_PLACES = 1 << 24  # how many edits one step may have; a record's `seq` is its first step and its place in it
_MANY = 500  # keys asked for in one SELECT


def write_edits(connection: sa.Connection, number: int, edits: Sequence[Edit]) -> list[int]:
    """Save the edits of step `number` in their order and give the `seq` of each record; Stale, and nothing is saved."""
    if len(edits) >= _PLACES:
        raise ValueError(f"{len(edits)} edits in one step")
    seqs: dict[int, int] = {}
    for move, run in groupby(enumerate(edits), lambda placed: _move(placed[1])):
        held: dict[Section, dict[int, Edit]] = {}
        for place, edit in run:
            section = section_of(type(edit.record))
            _refuse_misplaced(section, edit)
            held.setdefault(section, {})[place] = edit
        for section, some in held.items():  # links are looked at when all is done, so the order does not matter
            seqs |= move(connection, section, some, number * _PLACES)
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


def _move(edit: Edit) -> Move:
    if edit.before is None:
        return _add
    return _remove if edit.after is None else _change


def _add(connection: sa.Connection, section: Section, edits: dict[int, Edit], base: int) -> dict[int, int]:
    """Save new records by their place in the step, and give each its `seq`: the one it had when it comes back."""
    records = {place: edit.record for place, edit in edits.items()}
    old = _take_places(connection, section.name, [record.key for record in records.values()])
    seqs = {place: old.get(record.key, base + place) for place, record in records.items()}
    rows = [_row(record) | {"seq": seqs[place]} for place, record in records.items()]
    try:
        connection.execute(sa.insert(table_of(section.name)), rows)
    except sa.exc.IntegrityError as exists:
        raise Stale(next(iter(records.values())).title) from exists
    return seqs


def _change(connection: sa.Connection, section: Section, edits: dict[int, Edit], _base: int) -> dict[int, int]:
    """Save the fields that differ, one record after the other: one may change twice in a step."""
    table, seqs = table_of(section.name), {}
    for place, edit in edits.items():
        before, after = edit.before, edit.after
        assert before is not None
        assert after is not None
        seq, stored = read_placed(connection, section, [before.key]).get(before.key, (0, None))
        if stored != before:
            raise Stale(edit.record.title)
        old, new = _row(before), _row(after)
        changed = {name: value for name, value in new.items() if value != old[name]}
        if changed:
            connection.execute(sa.update(table).where(table.c.seq == seq).values(changed))
        seqs[place] = seq
    return seqs


def _remove(connection: sa.Connection, section: Section, edits: dict[int, Edit], _base: int) -> dict[int, int]:
    """Remove records, and note where each stood."""
    table, removed, seqs = table_of(section.name), table_of("removed"), {}
    for some in _parts(list(edits.items())):
        stored = read_placed(connection, section, [edit.record.key for _, edit in some])
        for place, edit in some:
            seqs[place], record = stored.pop(edit.record.key, (0, None))
            if record != edit.before:
                raise Stale(edit.record.title)
        gone = [{"section": section.name, "key": edit.record.key, "seq": seqs[place]} for place, edit in some]
        connection.execute(sa.delete(table).where(table.c.seq.in_([row["seq"] for row in gone])))
        connection.execute(sa.insert(removed), gone)
    return seqs


def _take_places(connection: sa.Connection, section: str, keys: list[str]) -> dict[str, int]:
    removed = table_of("removed")
    found: dict[str, int] = {}
    for some in _parts(keys):
        here = sa.and_(removed.c.section == section, removed.c.key.in_(some))
        back = {row.key: row.seq for row in connection.execute(sa.select(removed.c.key, removed.c.seq).where(here))}
        if back:
            connection.execute(sa.delete(removed).where(here))
        found |= back
    return found


def _parts(whole: list[T]) -> Iterator[list[T]]:
    """A long list in parts that one statement can name."""
    for start in range(0, len(whole), _MANY):
        yield whole[start : start + _MANY]


def _row(record: Record) -> dict[str, Any]:
    values = {field.name: getattr(record, field.name) for field in fields_of(type(record))}
    return {"key": record.key, "owner": record.owner, **values}

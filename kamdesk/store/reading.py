"""Records out of the tables: one SELECT for each section, values built straight from its rows.

Whole clients are read in plain SQL: a command that writes one document needs no SQLAlchemy, nor does a window's start.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, TypeVar

from kamdesk.client.client import Client, Root, Section, Workspace, section_of, sections_of
from kamdesk.client.library import Threshold
from kamdesk.client.record import Record, fields_of
from kamdesk.client.rules import Rules
from kamdesk.store.late import sa
from kamdesk.store.tables import table_of
from kamdesk.store.values import Made, made_of

R = TypeVar("R", bound=Record)
O = TypeVar("O", bound=Root)  # noqa: E741
Rows = Callable[[str, Sequence[Any]], Iterable[Sequence[Any]]]  # what a SELECT with its values gives: engine.Door.rows

_SECTIONS = {section.name: section for root in (Client, Workspace) for section in sections_of(root)}


def read_root(rows: Rows, root: type[O], owner: str) -> O | None:
    """A whole client or the workspace; None when its head is not there."""
    held: dict[str, Any] = {}
    for section in sections_of(root):
        records = _told(section, rows(_owned(section.name), (owner,)))
        if not section.single:
            held[section.name] = tuple(records)
        elif records:
            held[section.name] = records[0]
        else:
            return None
    return root(**held)


def read_client(rows: Rows, key: str) -> Client | None:
    """A whole client with the rules it is judged by; None when there is none of this key."""
    client = read_root(rows, Client, key)
    return dataclasses.replace(client, rules=read_rules(rows)) if client else None


def read_rules(rows: Rows) -> Rules:
    """The rep's own rules."""
    return Rules.of(read_all(rows, Threshold))


def read_all(rows: Rows, kind: type[R]) -> tuple[R, ...]:
    """One section over all owners, in the order of insertion."""
    section = section_of(kind)
    return tuple(_told(section, rows(_everything(section.name), ())))  # type: ignore[arg-type]


def read_fields(rows: Rows, kind: type[Record], names: Sequence[str], asked: str) -> list[tuple[Any, ...]]:
    """Some fields of a section over all owners, in the order of insertion, where the field `asked` says something."""
    section = section_of(kind)
    told = dict(_values(section.name))
    found = rows(f'SELECT {_quoted(names)} FROM "{section.name}" WHERE "{asked}" IS NOT NULL ORDER BY seq', ())
    values = [told.get(name) for name in names]
    if not any(values):
        return [tuple(row) for row in found]
    return [tuple(value(held) if value else held for value, held in zip(values, row, strict=True)) for row in found]


def read_roots(rows: Rows) -> dict[str, Client]:
    """Every client, far faster than one by one when many are wanted."""
    rules = read_rules(rows)
    held: dict[str, dict[str, Any]] = {}
    for section in sections_of(Client):
        for item in _told(section, rows(_everything(section.name), ())):
            if section.single:
                held[item.key] = {section.name: item}
            else:
                held[item.owner].setdefault(section.name, []).append(item)
    return {key: Client(rules=rules, **_frozen(parts)) for key, parts in held.items()}


def read_workspace(rows: Rows, owner: str) -> Workspace:
    """The workspace, whose profile is there from the first day."""
    workspace = read_root(rows, Workspace, owner)
    assert workspace is not None
    return workspace


def read_placed(connection: sa.Connection, section: Section, keys: Sequence[str]) -> dict[str, tuple[int, Record]]:
    """Some records by their keys, each with its place in the order of insertion."""
    rows = connection.execute(_keyed(section.name), {"keys": list(keys)}).all()
    records = _built(section, [row[1:] for row in rows])
    return {record.key: (row[0], record) for row, record in zip(rows, records, strict=True)}


def read_by_seq(connection: sa.Connection, section: Section, seqs: Sequence[int]) -> dict[int, Record]:
    """Some records of a section by their place."""
    rows = connection.execute(_placed(section.name), {"seqs": list(seqs)}).all()
    return dict(zip([row[0] for row in rows], _built(section, [row[1:] for row in rows]), strict=True))


def _built(section: Section, rows: Iterable[Sequence[Any]]) -> list[Record]:
    kind, names = section.record, _names(section.name)
    return [kind(**dict(zip(names, row, strict=True))) for row in rows]


def _told(section: Section, rows: Iterable[Sequence[Any]]) -> list[Record]:
    """Records of rows as SQLite gives them."""
    kind, names, told = section.record, _names(section.name), _values(section.name)
    found = []
    for row in rows:
        held = dict(zip(names, row, strict=True))
        for name, value in told:
            held[name] = value(held[name])
        found.append(kind(**held))
    return found


def _frozen(parts: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in parts.items()}


@cache
def _names(name: str) -> tuple[str, ...]:
    return ("key", "owner", *(field.name for field in fields_of(_SECTIONS[name].record)))


@cache
def _values(name: str) -> tuple[tuple[str, Made], ...]:
    """The fields whose values SQLite does not give as they are, each with what makes them of it."""
    made = ((field.name, made_of(field)) for field in fields_of(_SECTIONS[name].record))
    return tuple((field, value) for field, value in made if value is not None)


@cache
def _owned(name: str) -> str:
    """The rows of one owner in the order of insertion: no value stands in the text of a statement."""
    return f'SELECT {_quoted(_names(name))} FROM "{name}" WHERE owner = ? ORDER BY seq'


@cache
def _everything(name: str) -> str:
    return f'SELECT {_quoted(_names(name))} FROM "{name}" ORDER BY seq'


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _columns(name: str) -> list[sa.Column[Any]]:
    return [table_of(name).c[field] for field in _names(name)]


@cache
def _keyed(name: str) -> sa.Select[Any]:
    table = table_of(name)
    return sa.select(table.c.seq, *_columns(name)).where(table.c.key.in_(sa.bindparam("keys", expanding=True)))


@cache
def _placed(name: str) -> sa.Select[Any]:
    table = table_of(name)
    return sa.select(table.c.seq, *_columns(name)).where(table.c.seq.in_(sa.bindparam("seqs", expanding=True)))

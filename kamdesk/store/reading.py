"""Records out of the tables: one SELECT for each section, values built straight from its rows."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, TypeVar

from kamdesk.client.client import Client, Root, Section, Workspace, section_of, sections_of
from kamdesk.client.library import Threshold
from kamdesk.client.record import Record
from kamdesk.client.rules import Rules
from kamdesk.store.late import sa
from kamdesk.store.tables import table_of

R = TypeVar("R", bound=Record)
O = TypeVar("O", bound=Root)  # noqa: E741


def read_root(connection: sa.Connection, root: type[O], owner: str) -> O | None:
    """A whole client or the workspace; None when its head is not there."""
    held: dict[str, Any] = {}
    for section in sections_of(root):
        records = _told(section, connection.exec_driver_sql(_owned(section.name), (owner,)).all())
        if not section.single:
            held[section.name] = tuple(records)
        elif records:
            held[section.name] = records[0]
        else:
            return None
    return root(**held)


def read_client(connection: sa.Connection, key: str) -> Client | None:
    """A whole client with the rules it is judged by; None when there is none of this key."""
    client = read_root(connection, Client, key)
    return dataclasses.replace(client, rules=read_rules(connection)) if client else None


def read_rules(connection: sa.Connection) -> Rules:
    """The rep's own rules."""
    return Rules.of(read_all(connection, Threshold))


def read_all(connection: sa.Connection, kind: type[R]) -> tuple[R, ...]:
    """One section over all owners, in the order of insertion."""
    section = section_of(kind)
    return tuple(_told(section, connection.exec_driver_sql(_everything(section.name)).all()))  # type: ignore[arg-type]


def read_fields(
    connection: sa.Connection, kind: type[Record], names: Sequence[str], asked: str
) -> list[tuple[Any, ...]]:
    """Some fields of a section over all owners, in the order of insertion, where the field `asked` says something."""
    section = section_of(kind)
    told = dict(_values(section.name))
    rows = connection.exec_driver_sql(_some(section.name, tuple(names), asked)).all()
    values = [told.get(name) for name in names]
    if not any(values):
        return [tuple(row) for row in rows]
    return [tuple(value(held) if value else held for value, held in zip(values, row, strict=True)) for row in rows]


def read_roots(connection: sa.Connection) -> dict[str, Client]:
    """Every client, far faster than one by one when many are wanted."""
    rules = read_rules(connection)
    held: dict[str, dict[str, Any]] = {}
    for section in sections_of(Client):
        for item in _told(section, connection.exec_driver_sql(_everything(section.name)).all()):
            if section.single:
                held[item.key] = {section.name: item}
            else:
                held[item.owner].setdefault(section.name, []).append(item)
    return {key: Client(rules=rules, **_frozen(parts)) for key, parts in held.items()}


def read_placed(connection: sa.Connection, section: Section, keys: Sequence[str]) -> dict[str, tuple[int, Record]]:
    """Some records by their keys, each with its place in the order of insertion."""
    rows = connection.execute(_keyed(section.name), {"keys": list(keys)}).all()
    records = _built(section, [row[1:] for row in rows])
    return {record.key: (row[0], record) for row, record in zip(rows, records, strict=True)}


def read_by_seq(connection: sa.Connection, section: Section, seqs: Sequence[int]) -> dict[int, Record]:
    """Some records of a section by their place."""
    rows = connection.execute(_placed(section.name), {"seqs": list(seqs)}).all()
    return dict(zip([row[0] for row in rows], _built(section, [row[1:] for row in rows]), strict=True))


def read_workspace(connection: sa.Connection, owner: str) -> Workspace:
    """The workspace, whose profile is there from the first day."""
    workspace = read_root(connection, Workspace, owner)
    assert workspace is not None
    return workspace


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
    return tuple(column.name for column in _columns(name))


@cache
def _columns(name: str) -> tuple[sa.Column[Any], ...]:
    return tuple(column for column in table_of(name).columns if column.name != "seq")


@cache
def _values(name: str) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    """The columns whose values SQLite does not give as they are, each with what makes them of it."""
    dialect = _dialect()
    made = (
        (column.name, column.type.dialect_impl(dialect).result_processor(dialect, None)) for column in _columns(name)
    )
    return tuple((column, value) for column, value in made if value is not None)


@cache
def _owned(name: str) -> str:
    """The rows of one owner in the order of insertion, as SQL: SQLAlchemy would take longer to look its own up."""
    table = table_of(name)
    return _sql(sa.select(*_columns(name)).where(table.c.owner == sa.bindparam("owner")).order_by(table.c.seq))


@cache
def _everything(name: str) -> str:
    return _sql(sa.select(*_columns(name)).order_by(table_of(name).c.seq))


@cache
def _some(name: str, names: tuple[str, ...], asked: str) -> str:
    table = table_of(name)
    told = table.c[asked].is_not(None)
    return _sql(sa.select(*(table.c[field] for field in names)).where(told).order_by(table.c.seq))


def _sql(asked: sa.Select[Any]) -> str:
    return str(asked.compile(dialect=_dialect()))


@cache
def _dialect() -> sa.Dialect:
    from sqlalchemy.dialects.sqlite.pysqlite import dialect

    return dialect()


@cache
def _keyed(name: str) -> sa.Select[Any]:
    table = table_of(name)
    return sa.select(table.c.seq, *_columns(name)).where(table.c.key.in_(sa.bindparam("keys", expanding=True)))


@cache
def _placed(name: str) -> sa.Select[Any]:
    table = table_of(name)
    return sa.select(table.c.seq, *_columns(name)).where(table.c.seq.in_(sa.bindparam("seqs", expanding=True)))

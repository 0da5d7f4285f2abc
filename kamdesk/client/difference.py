"""What is not the same in two states of one client: record by record, and told so that it says something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kamdesk.client.client import Client, Section, sections_of
from kamdesk.client.kept import kept
from kamdesk.client.record import Field, Kind, Record, fields_of
from kamdesk.client.telling import name_of

ABOUT_PAPER = frozenset({"editions", "presets"})  # of the papers, not of the client: never a change


class ChangeKind(StrEnum):
    """What became of a record."""

    ADDED = "added"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Changed:
    """One record that is not as it was, and in which fields: for each the value before and after.

    A record that is new or gone lists the fields that are or were filled.
    """

    section: str
    key: str
    title: str
    kind: ChangeKind
    fields: tuple[tuple[Field, Any, Any], ...]


@kept
def difference(before: Client, after: Client) -> tuple[Changed, ...]:
    """Every record that was added, removed or changed, section by section; the order of records is no change."""
    return tuple(
        changed for part in sections_of(Client) if part.name not in ABOUT_PAPER for changed in _in(part, before, after)
    )


def title_in(record: Record, client: Client) -> str:
    """What a record is called; one without words of its own is called by what it links to."""
    if called := name_of(record):
        return called
    links = (getattr(record, field.name) for field in fields_of(type(record)) if field.kind is Kind.LINK)
    found = (client.get(key) for key in links if key)
    return " · ".join(name for item in found if item is not None and (name := name_of(item)))


def _in(part: Section, before: Client, after: Client) -> Iterator[Changed]:
    old, new = _held(part, before), _held(part, after)
    for key, record in new.items():
        was = old.get(key)
        kind = ChangeKind.CHANGED if was else ChangeKind.ADDED
        if was != record and (fields := _fields(part, was, record)):
            yield Changed(part.name, key, title_in(record, after), kind, fields)
        elif was is None:
            yield Changed(part.name, key, title_in(record, after), kind, ())
    for key, record in old.items():
        if key not in new:
            yield Changed(part.name, key, title_in(record, before), ChangeKind.GONE, _fields(part, record, None))


def _held(part: Section, client: Client) -> dict[str, Record]:
    held = getattr(client, part.name)
    return {item.key: item for item in ((held,) if part.single else held)}


def _fields(part: Section, before: Record | None, after: Record | None) -> tuple[tuple[Field, Any, Any], ...]:
    """The fields that differ; a missing record counts as an empty one."""
    empty = _EMPTY
    found = []
    for field in fields_of(part.record):
        was = getattr(before, field.name) if before else empty[field.kind]
        now = getattr(after, field.name) if after else empty[field.kind]
        if was != now:
            found.append((field, was, now))
    return tuple(found)


_EMPTY: dict[Kind, Any] = {
    Kind.TEXT: "",
    Kind.NOTE: "",
    Kind.FLAGS: (),
    Kind.TICK: False,
} | dict.fromkeys((kind for kind in Kind if kind not in (Kind.TEXT, Kind.NOTE, Kind.FLAGS, Kind.TICK)), None)

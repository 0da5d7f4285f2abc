"""Editions that the sample's clients were given in past weeks: the file tells what was different then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from kamdesk.client.client import Client, Workspace
from kamdesk.client.contest_records import Contest
from kamdesk.client.paper_records import Edition
from kamdesk.client.people import Bond
from kamdesk.client.plan_records import Action, Goal
from kamdesk.client.record import Record, field_of
from kamdesk.client.rival_records import Factor, Standing
from kamdesk.client.visit_records import Visit
from kamdesk.client.visiting import local_day
from kamdesk.desk.editions import keep, order_of
from kamdesk.exchange.cells import from_cell
from kamdesk.exchange.strict_json import read_json

# Written once, on a day.
_WRITTEN = ("facts", "ties", "weighins", "evidence", "invitations", "organisation", "backers", "calls", "intel")
_RENEWED = ("contests", "factors", "standings", "bonds")  # whose day is that of the newest look
_OUTCOME = ("result", "met", "agreed", "unresolved", "learned", "better", "moved", "changed", "lesson")
A = TypeVar("A", Action, Goal)
B = TypeVar("B", Contest, Factor, Standing, Bond)
_LATER: dict[str, Any] = {"next_touch": None, "debriefed": None, "debrief_asked": None}


def past_editions(folder: Path, clients: Iterable[Client], workspace: Workspace, now: datetime) -> tuple[Edition, ...]:
    """The editions that files of a folder list for these clients, numbered and kept as if they were made then."""
    held = {client.key: client for client in clients}
    found: list[Edition] = []
    for path in sorted(folder.glob("*.json")):
        told = read_json(path.read_bytes())
        if (client := held.get(told["client"])) is not None:
            found += _of(client, workspace, told["editions"], now)
    return tuple(found)


def as_it_stood(client: Client, day: date, then: Mapping[str, Any], now: datetime) -> Client:
    """The client on a past day: without what was written later, and `then` the values of records by their keys.

    A key with None is a record that was not there yet; links to it are still there, until a paper is made of it.
    """
    strange = then.keys() - {record.key for record in client.records}
    assert not strange, f"{strange} not in {client.key}"
    kept = []
    for record in _rewound(client, day).records:
        values = then.get(record.key, {})
        if values is not None:
            kept.append(replace(record, **_read(record, values, now)) if values else record)
    return replace(Client.of(kept), rules=client.rules)


def _of(client: Client, workspace: Workspace, lines: Iterable[dict[str, Any]], now: datetime) -> list[Edition]:
    made: list[Edition] = []
    for line in lines:
        then, key = line.pop("then"), line.pop("key")
        told = Edition(key=key, owner=client.key, **_read(Edition(), line, now))
        assert told.at is not None
        stood = replace(as_it_stood(client, local_day(told.at), then, now), editions=tuple(made))
        step = keep(stood, workspace, order_of(told), told.at, told.reader, pages=told.pages or 0)
        made += [replace(edit.record, key=key) for edit in step.edits if isinstance(edit.record, Edition)]
    return made


def _read(record: Record, values: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    """The values of some fields, as a file tells them."""
    kind = type(record)
    return {
        name: None if plain is None else from_cell(field_of(kind, name), plain, now) for name, plain in values.items()
    }


def _rewound(client: Client, day: date) -> Client:
    """Without what was written after a day; what was done later was still to do, and a later visit still to come."""
    parts: dict[str, Any] = {
        name: tuple(item for item in getattr(client, name) if item.day is None or item.day <= day) for name in _WRITTEN
    }
    parts |= {name: tuple(_no_later(item, day) for item in getattr(client, name)) for name in _RENEWED}
    parts["targets"] = tuple(item for item in client.targets if item.set_on is None or item.set_on <= day)
    said = [item for item in client.actions if item.said_on is None or item.said_on <= day]
    parts["actions"] = tuple(_undone(item, day) for item in said)
    parts["goals"] = tuple(_undone(item, day) for item in client.goals)
    parts["visits"] = tuple(_to_come(item, day) for item in client.visits)
    return replace(client, **parts)


def _no_later(item: B, day: date) -> B:
    return replace(item, day=day) if item.day is not None and item.day > day else item


def _undone(item: A, day: date) -> A:
    return replace(item, done=None) if item.done is not None and item.done > day else item


def _to_come(visit: Visit, day: date) -> Visit:
    if visit.at is None or local_day(visit.at) <= day:
        return visit
    empty = Visit()
    return replace(visit, **{name: getattr(empty, name) for name in _OUTCOME}, **_LATER)

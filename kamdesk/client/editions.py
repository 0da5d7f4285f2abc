"""What each audience may read: a client is emptied of everything else before any paper is made of it."""

from __future__ import annotations

import dataclasses
import operator
import re
from collections.abc import Callable
from typing import Any, TypeVar

from kamdesk.client.client import Client, Root, Workspace, section_of, sections_of
from kamdesk.client.kept import kept
from kamdesk.client.library import Colleague
from kamdesk.client.paper_records import Audience
from kamdesk.client.people import Contact
from kamdesk.client.record import Field, Kind, Level, Record, fields_of
from kamdesk.client.rules import RULES

O = TypeVar("O", bound=Root)  # noqa: E741
Told = dict[tuple[str, str], Record]  # by section and key
Shows = Callable[[Record, Field], bool]

_HIGHEST = {Audience.INTERNAL: Level.SECRET, Audience.BRIEF: Level.INTERNAL, Audience.CLIENT: Level.SHARED}
FLOORS = ("concessions", "negotiations")  # the sections whose secrets only the sheet of a visit shows
_PEOPLE = (Contact, Colleague)
_BETWEEN = re.compile(r"[、,，;；/&+]")  # several names in one line


def may_show(field: Field, audience: Audience) -> bool:
    """True when an audience may read a field; a tick that opens its record says no more than that it is there."""
    return field.opens or field.level <= _HIGHEST[audience]


@kept
def told_to(client: Client, workspace: Workspace, audience: Audience, floors: bool = False) -> tuple[Client, Workspace]:
    """The client and the workspace with nothing in them that an audience may not read.

    A field that may not be shown is empty, and a record that cannot be without it is gone; so is what a client's copy
    shows only where it is ticked, and every person whom nothing on that copy names. Links to what is gone are empty.
    `floors` are for the sheet of a visit: no other paper shows how far we would go. A personal note stays only where
    its own tick prints it.
    """
    shows = _shows(audience, floors)
    records: Told = {}
    for record in (*client.records, *workspace.records):
        if (told := _told(record, shows, audience)) is not None:
            records[section_of(type(record)).name, record.key] = told
    if audience is Audience.CLIENT:
        _keep_named(records)
    _let_go(records)
    rules = RULES if audience is Audience.CLIENT else client.rules
    told_client = _put(client, records)
    if told_client.rules is not rules:
        told_client = dataclasses.replace(told_client, rules=rules)
    return told_client, _put(workspace, records)


def _shows(audience: Audience, floors: bool) -> Shows:
    def shows(record: Record, field: Field) -> bool:
        if field.level is Level.SECRET and not floors and section_of(type(record)).name in FLOORS:
            return False
        if isinstance(record, Contact) and field.name == "personal" and not record.print_personal:
            return False
        return may_show(field, audience)

    return shows


def _told(record: Record, shows: Shows, audience: Audience) -> Record | None:
    """The record without what may not be shown; None when nothing is left, or not what it needs."""
    fields = fields_of(type(record))
    if audience is Audience.CLIENT and any(field.opens and not getattr(record, field.name) for field in fields):
        return None
    hidden = [field for field in fields if not shows(record, field)]
    if not hidden:
        return record
    if not section_of(type(record)).single and (len(hidden) == len(fields) or any(field.required for field in hidden)):
        return None
    empty = {spec.name: spec.default for spec in dataclasses.fields(record)}
    values: dict[str, Any] = {field.name: empty[field.name] for field in hidden}
    return dataclasses.replace(record, **values)


def _keep_named(records: Told) -> None:
    """Take away every person whom nothing else names: whom we keep records of is nobody else's business."""
    named: set[str] = set()
    for record in records.values():
        if not isinstance(record, _PEOPLE):
            for field in fields_of(type(record)):
                value = getattr(record, field.name)
                if field.kind is Kind.LINK and value:
                    named.add(value)
                elif field.kind is Kind.TEXT:
                    named.update(part.strip() for part in _BETWEEN.split(value))
    for place, record in list(records.items()):
        if isinstance(record, _PEOPLE) and not {record.key, record.name.strip()} & named:
            del records[place]


def _let_go(records: Told) -> None:
    """Empty every link to what is gone; a record that cannot be without it goes too, until nothing changes."""
    lost = True
    while lost:
        lost = False
        for place, record in list(records.items()):
            links = [field for field in fields_of(type(record)) if _leads_nowhere(record, field, records)]
            if any(field.required for field in links):
                del records[place]
                lost = True
            elif links:
                nothing: dict[str, Any] = {field.name: None for field in links}
                records[place] = dataclasses.replace(record, **nothing)


def _leads_nowhere(record: Record, field: Field, records: Told) -> bool:
    key = getattr(record, field.name) if field.kind is Kind.LINK else None
    return bool(key) and (field.target, key) not in records


def _put(root: O, records: Told) -> O:
    """The root with what is left of it, in its order; the very same one when all is left."""
    told: dict[str, Any] = {}
    for part in sections_of(type(root)):
        held = getattr(root, part.name)
        if part.single:
            told[part.name] = records[part.name, held.key]
        else:
            told[part.name] = tuple(records[place] for item in held if (place := (part.name, item.key)) in records)
    same = all(_same(getattr(root, name), value) for name, value in told.items())
    return root if same else dataclasses.replace(root, **told)


def _same(before: object, after: object) -> bool:
    if isinstance(before, tuple) and isinstance(after, tuple):
        return len(before) == len(after) and all(map(operator.is_, before, after))
    return before is after

"""What each audience may read: a client is emptied of everything else before any paper is made of it."""

from __future__ import annotations

import dataclasses
import operator
import re
from dataclasses import dataclass
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

_HIGHEST = {Audience.INTERNAL: Level.SECRET, Audience.BRIEF: Level.INTERNAL, Audience.CLIENT: Level.SHARED}
FLOORS = ("concessions", "negotiations")  # the sections whose secrets only the sheet of a visit shows
_PEOPLE = (Contact, Colleague)
_BETWEEN = re.compile(r"[、,，;；/&+]")  # several names in one line
_AND = re.compile(r"[和与與及]|\band\b")  # which may stand inside a name too


def may_show(field: Field, audience: Audience) -> bool:
    """True when an audience may read a field; a tick that opens its record says no more than that it is there."""
    return field.opens or field.level <= _HIGHEST[audience]


def told_to(client: Client, workspace: Workspace, audience: Audience, floors: bool = False) -> tuple[Client, Workspace]:
    """The client and the workspace with nothing in them that an audience may not read.

    A field that may not be shown is empty, and a record that cannot be without it is gone; so is what a client's copy
    shows only where it is ticked, and every person whom nothing on that copy names. Links to what is gone are empty.
    `floors` are for the sheet of a visit: no other paper shows how far we would go. A personal note stays only where
    its own tick prints it.
    """
    return _told_to(client, workspace, audience, floors)


@kept
def _told_to(client: Client, workspace: Workspace, audience: Audience, floors: bool) -> tuple[Client, Workspace]:
    """However it is asked for, so that everybody is given the very same copy."""
    records: Told = {}
    for record in (*client.records, *workspace.records):
        if (told := _told(record, audience, floors)) is not None:
            records[section_of(type(record)).name, record.key] = told
    if audience is Audience.CLIENT:
        _keep_named(records)
    _let_go(records)
    rules = RULES if audience is Audience.CLIENT else client.rules
    told_client = _put(client, records)
    if told_client.rules is not rules:
        told_client = dataclasses.replace(told_client, rules=rules)
    return told_client, _put(workspace, records)


@dataclass(frozen=True, slots=True)
class _Shape:
    """What an audience is told of a record type, worked out once: a client of 300 people has thousands of records."""

    openers: tuple[str, ...]  # the ticks without which it is not told
    hidden: dict[str, Any]  # the fields that may not be shown, each with its empty value
    gone: bool  # nothing of it is left, or not what it needs


_SHAPES: dict[tuple[type[Record], Audience, bool], _Shape] = {}
_LINKS: dict[type[Record], tuple[Field, ...]] = {}


def _shape(kind: type[Record], audience: Audience, floors: bool) -> _Shape:
    place = (kind, audience, floors)
    if place not in _SHAPES:
        part, fields = section_of(kind), fields_of(kind)
        ladder = part.name in FLOORS and not floors
        hidden = [f for f in fields if not may_show(f, audience) or (ladder and f.level is Level.SECRET)]
        empty = {spec.name: spec.default for spec in dataclasses.fields(kind)}
        gone = len(hidden) == len(fields) or any(field.required for field in hidden)
        openers = [field.name for field in fields if field.opens and audience is Audience.CLIENT]
        _SHAPES[place] = _Shape(tuple(openers), {f.name: empty[f.name] for f in hidden}, gone and not part.single)
    return _SHAPES[place]


def _links(kind: type[Record]) -> tuple[Field, ...]:
    if kind not in _LINKS:
        _LINKS[kind] = tuple(field for field in fields_of(kind) if field.kind is Kind.LINK)
    return _LINKS[kind]


def _told(record: Record, audience: Audience, floors: bool) -> Record | None:
    """The record without what may not be shown; None when it is not told at all."""
    shape = _shape(type(record), audience, floors)
    if shape.gone or not all(getattr(record, name) for name in shape.openers):
        return None
    hidden = shape.hidden
    if isinstance(record, Contact) and record.personal and not record.print_personal:
        hidden = {**hidden, "personal": ""}
    told = all(getattr(record, name) == value for name, value in hidden.items())  # the very same one stays itself
    return record if told else dataclasses.replace(record, **hidden)


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
                    named |= _names(value)
    for place, record in list(records.items()):
        if isinstance(record, _PEOPLE) and not {record.key, record.name.strip()} & named:
            del records[place]


def _names(text: str) -> set[str]:
    parts = _BETWEEN.split(text)
    return {name.strip() for part in parts for name in (part, *_AND.split(part))}


def _let_go(records: Told) -> None:
    """Empty every link to what is gone; a record that cannot be without it goes too, until nothing changes."""
    lost = True
    while lost:
        lost = False
        for place, record in list(records.items()):
            links = [field for field in _links(type(record)) if _leads_nowhere(record, field, records)]
            if any(field.required for field in links):
                del records[place]
                lost = True
            elif links:
                nothing: dict[str, Any] = {field.name: None for field in links}
                records[place] = dataclasses.replace(record, **nothing)


def _leads_nowhere(record: Record, field: Field, records: Told) -> bool:
    key = getattr(record, field.name)
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

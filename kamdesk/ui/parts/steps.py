"""What a person did to one record, in the words of the undo list."""

from __future__ import annotations

import dataclasses
from typing import Any

from kamdesk.client.client import Root, section_of, sections
from kamdesk.client.edit import add, change, removal
from kamdesk.client.record import Kind, Record, field_of, fields_of
from kamdesk.ui.pages.page import Doing
from kamdesk.words import Said, said


def changing(record: Record, **values: Any) -> Doing:
    """The step that gives one or more fields of a record new values."""
    label = Said(field_of(type(record), next(iter(values))).label)
    if record.title:
        words = said("Change {field} of {title}", field=label, title=_short(record.title))
    else:
        words = said("Change {field}", field=label)
    return Doing(words, (change(record, **values),))


def adding(record: Record) -> Doing:
    """The step that adds a record."""
    return Doing(_named(record, new=True), (add(record),))


def removing(root: Root, record: Record) -> Doing:
    """The step that removes a record with what hangs on it."""
    return Doing(_named(record, new=False), removal(root, record))


def linking(record: Record, name: str, made: Record) -> Doing:
    """The step that makes a record and links to it at once."""
    words = said(
        "Add {one} “{title}” as {field}",
        one=Said(section_of(type(made)).one),
        title=_short(made.title),
        field=Said(field_of(type(record), name).label),
    )
    return Doing(words, (add(made), change(record, **{name: made.key})))


def named_by(kind: type[Record]) -> str:
    """The field that can name a new record alone: its first text, if nothing else is required; else ""."""
    described = fields_of(kind)
    first = next((field.name for field in described if field.kind in (Kind.TEXT, Kind.NOTE)), "")
    return "" if any(field.required and field.name != first for field in described) else first


def made_by_name(section: str, owner: str, name: str) -> Record | None:
    """A new record of a section with just a name; None where a name is not enough."""
    kind = sections()[section].record
    first = named_by(kind)
    return dataclasses.replace(kind(owner=owner), **{first: name}) if first else None


def _named(record: Record, *, new: bool) -> Said:
    one, title = Said(section_of(type(record)).one), _short(record.title)
    if not title:
        return said("Add {one}", one=one) if new else said("Remove {one}", one=one)
    if new:
        return said("Add {one} “{title}”", one=one, title=title)
    return said("Remove {one} “{title}”", one=one, title=title)


def _short(title: str) -> str:
    return title if len(title) <= 40 else f"{title[:39]}…"

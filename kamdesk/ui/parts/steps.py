"""What a person did to one record, in the words of the undo list."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from kamdesk.client.client import WORKSPACE, Client, Root, section_of, sections, sections_of
from kamdesk.client.edit import Edit, add, change, removal
from kamdesk.client.record import Kind, Record, field_of, fields_of
from kamdesk.desk.desk import Desk
from kamdesk.ui.doing import Doing
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
    """The field that can name a new record alone, if nothing else is required; else ""."""
    name = naming(kind)
    return "" if any(field.required and field.name != name for field in fields_of(kind)) else name


def naming(kind: type[Record]) -> str:
    """The field that names a record: its first text that must not be empty, or else its first text; "" without one."""
    texts = [field for field in fields_of(kind) if field.kind in (Kind.TEXT, Kind.NOTE)]
    return next((field.name for field in texts if field.required), texts[0].name if texts else "")


def made_by_name(section: str, owner: str, name: str) -> Record | None:
    """A new record of a section with just a name; None where a name is not enough."""
    kind = sections()[section].record
    first = named_by(kind)
    return dataclasses.replace(kind(owner=owner), **{first: name}) if first else None


def fresh(kind: type[Record], roots: Sequence[Root], name: str, today: date, **values: Any) -> Record | None:
    """A new record called `name`, with what else must not be empty: its name again, today, now, a link's first target.

    It belongs to the first of the roots; `values` are given by who asks. None when a required link has no target.
    """
    described, first = fields_of(kind), naming(kind)
    made: dict[str, Any] = ({first: name} if first else {}) | values
    for field in described:
        if not field.required or made.get(field.name):
            continue
        if field.kind in (Kind.TEXT, Kind.NOTE):
            made[field.name] = name
        elif field.kind is Kind.LINK:
            made[field.name] = next((item.key for root in roots for item in getattr(root, field.target, ())), None)
        elif field.kind in (Kind.DAY, Kind.MOMENT):
            made[field.name] = today if field.kind is Kind.DAY else datetime.combine(today, time(10)).astimezone(UTC)
        if made.get(field.name) is None:
            return None
    owner = roots[0].key if isinstance(roots[0], Client) else WORKSPACE
    return dataclasses.replace(kind(owner=owner), **made)


def removing_shared(desk: Desk, record: Record) -> Doing:
    """The step that removes a record all clients share; what links to it in any client lets go or goes too."""
    edits: list[Edit] = []
    section = section_of(type(record)).name
    for part in sections_of(Client):
        links = [field for field in fields_of(part.record) if field.kind is Kind.LINK and field.target == section]
        if not links:
            continue
        for item in desk.store.all(part.record):
            held = [field for field in links if getattr(item, field.name) == record.key]
            if any(field.required for field in held):
                edits.extend(edit for edit in removal(desk.client(item.owner), item) if edit not in edits)
            elif held:
                edits.append(change(item, **{field.name: None for field in held}))
    return Doing(_named(record, new=False), (*edits, *removal(desk.workspace(), record)))


def _named(record: Record, *, new: bool) -> Said:
    one, title = Said(section_of(type(record)).one), _short(record.title)
    if not title:
        return said("Add {one}", one=one) if new else said("Remove {one}", one=one)
    if new:
        return said("Add {one} “{title}”", one=one, title=title)
    return said("Remove {one} “{title}”", one=one, title=title)


def _short(title: str) -> str:
    return title if len(title) <= 40 else f"{title[:39]}…"

"""Clients in which every field holds what no other field holds, so that whatever leaks can be named."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from kamdesk.client.client import Client, Root, Workspace, section_of, sections
from kamdesk.client.record import Field, Kind, Record, fields_of
from kamdesk.client.units import Money
from tests.records import PNG, client_of, workspace_of

_PLACES = {
    (part.record, field.name): number
    for number, (part, field) in enumerate(
        (part, field) for part in sections().values() for field in fields_of(part.record)
    )
}


def token(record: Record, field: Field) -> str:
    """The text that only this field of this record holds; letters alone, so that no paper breaks it at a sign."""
    number = _PLACES[type(record), field.name] * 10 + int(record.key[-1] if record.key[-1].isdigit() else 0)
    return "Q" + "".join(chr(ord("a") + int(digit)) for digit in f"{number:05d}") + "Z"


def unlike(record: Record, field: Field) -> Any:
    """A value of the field's kind that no other field holds, as far as its kind allows; links stay as they are."""
    number = _PLACES[type(record), field.name]
    return {
        Kind.TEXT: token(record, field),
        Kind.NOTE: token(record, field),
        Kind.DAY: date(2041, 1, 1) + timedelta(number),
        Kind.MOMENT: datetime(2061, 1, 1, 6, 30, tzinfo=UTC) + timedelta(number),
        Kind.MONEY: Money(Decimal(70_000_000 + number), "EUR"),
        Kind.PERCENT: Decimal(number % 90) + Decimal("0.37"),
        Kind.PICTURE: PNG,
    }.get(field.kind, getattr(record, field.name))


def marked(record: Record, **kept: Any) -> Record:
    """The record with every field unlike any other; `kept` overrules."""
    values: Mapping[str, Any] = {field.name: unlike(record, field) for field in fields_of(type(record))}
    return dataclasses.replace(record, **{**values, **{name: kept[name] for name in kept if hasattr(record, name)}})


def marked_roots() -> tuple[Client, Workspace]:
    """A client and its workspace, two records in every section, all ticks set, every text its own."""
    client = Client.of(marked(record) for record in client_of().records)
    return client, Workspace.of(marked(record) for record in workspace_of().records)


def texts_of(root: Root) -> dict[str, tuple[Record, Field]]:
    """Every token of a root with the place it stands in."""
    return {
        getattr(record, field.name): (record, field)
        for record in root.records
        for field in fields_of(type(record))
        if field.kind in (Kind.TEXT, Kind.NOTE)
    }


def place(record: Record, field: Field) -> str:
    """A field as tests name it: section.field."""
    return f"{section_of(type(record)).name}.{field.name}"

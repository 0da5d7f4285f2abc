"""Builds records of every section with every field filled by its kind, so that a new field or section is tested too."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TypeVar

from kamdesk.client.client import WORKSPACE, Client, Root, Workspace, section_of, sections_of
from kamdesk.client.record import Field, Kind, Record, fields_of
from kamdesk.client.units import Money

R = TypeVar("R", bound=Record)
O = TypeVar("O", bound=Root)  # noqa: E741

# A 1 x 1 PNG.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
NASTY = '<b>&"</para> 🎉'


def value_of(field: Field, number: int, links: Mapping[str, str]) -> object:
    """What a field holds in the `number`-th sample; a link leads to the key that `links` names for its section."""
    day = date(2026, 1, 15) + timedelta(days=number)
    choices = list(field.choices or ())
    low, high = field.low or 0, field.high if field.high is not None else 100
    return {
        Kind.TEXT: f"{field.name} {number} {NASTY}",
        Kind.NOTE: f"{field.name} {number}\n\n- 客户需要 **交期**\n- {NASTY}",
        Kind.DAY: day,
        Kind.MOMENT: datetime(day.year, day.month, day.day, 6, 30, tzinfo=UTC),
        Kind.MONEY: Money(Decimal("392.50") + number, "EUR"),
        Kind.NUMBER: low + number % (high - low + 1),
        Kind.PERCENT: Decimal("12.50"),
        Kind.CHOICE: choices[number % len(choices)] if choices else None,
        Kind.FLAGS: tuple(choices[: 1 + number % max(1, len(choices))]),
        Kind.TICK: True,
        Kind.LINK: links.get(field.target),
        Kind.PICTURE: PNG,
        Kind.PACKED: bytes([number % 256, 0, 255]),
    }[field.kind]


def sample_of(kind: type[R], owner: str, number: int = 1, links: Mapping[str, str] | None = None) -> R:
    """One record with every field filled; links stay empty unless `links` has a key for their section."""
    section = section_of(kind)
    key = owner if section.single else f"{owner}-{section.name}-{number}"
    return kind(key=key, owner=owner, **{field.name: value_of(field, number, links or {}) for field in fields_of(kind)})


def root_of(root: type[O], owner: str, count: int = 2, shared: Mapping[str, str] | None = None) -> O:
    """A whole root with `count` records in every section, all of whose links lead to a first record."""
    parts = sections_of(root)
    links = {part.name: f"{owner}-{part.name}-0" for part in parts if not part.single} | dict(shared or {})
    return root.of(
        sample_of(part.record, owner, number, links) for part in parts for number in range(1 if part.single else count)
    )


def workspace_of(count: int = 2) -> Workspace:
    """The workspace with every section filled."""
    return root_of(Workspace, WORKSPACE, count)


def client_of(key: str = "client", count: int = 2) -> Client:
    """A client with every section filled, linked to what `workspace_of` gives."""
    shared = {part.name: f"{WORKSPACE}-{part.name}-0" for part in sections_of(Workspace) if not part.single}
    return root_of(Client, key, count, shared)

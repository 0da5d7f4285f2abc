"""A record described once: from its fields come table, form, list, sheet, search, undo and tests."""

from __future__ import annotations

import dataclasses
import secrets
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import IntEnum, StrEnum
from typing import Self, TypeVar, dataclass_transform

from kamdesk.client.units import Money

R = TypeVar("R", bound="Record")
Value = str | int | bool | date | datetime | Decimal | Money | tuple[str, ...] | bytes | None


class Kind(StrEnum):
    """What a field holds; ten-odd kinds are all there shall be (house.md §3)."""

    TEXT = "text"  # str, one line, "" when empty
    NOTE = "note"  # str, many lines of Markdown, "" when empty
    DAY = "day"  # date | None
    MOMENT = "moment"  # aware datetime in UTC | None
    MONEY = "money"  # Money | None
    NUMBER = "number"  # int | None, between low and high
    PERCENT = "percent"  # Decimal | None, 0-100
    CHOICE = "choice"  # a Choice member | None
    FLAGS = "flags"  # tuple of Choice members in their order of declaration
    TICK = "tick"  # bool
    LINK = "link"  # key of a record in the section `target` | None
    PICTURE = "picture"  # PNG bytes | None
    PACKED = "packed"  # bytes | None that only the program reads: no form, list or paper shows them


class Level(IntEnum):
    """Who may read a field, each level more than the one before (safety: a client's copy can't leak)."""

    SHARED = 0  # the client too
    INTERNAL = 1  # our own people
    SECRET = 2  # whoever prepares or goes to the visit: floors, attitudes, personal notes


class Choice(StrEnum):
    """An enumeration whose members carry the words a person reads: NAME = "stored", N_("Shown")."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """Keep the label beside the stored value."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


@dataclass(frozen=True, slots=True)
class Field:
    """One described field: its name in code and table, what it holds and the words for it."""

    name: str
    kind: Kind
    label: str
    required: bool = False
    level: Level = Level.INTERNAL
    opens: bool = False  # TICK: without it a client's copy leaves the whole record out
    choices: type[Choice] | None = None
    target: str = ""  # LINK: the section it points into
    low: int | None = None
    high: int | None = None
    unit: str = ""
    hint: str = ""
    unset: str = ""  # CHOICE: the words for none of them, where that is not "Unknown"


def new_key() -> str:
    """A random key, 80 bits; made in Python so that a redo brings back the same identity."""
    return secrets.token_hex(10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What all records share: `key`, its identity, and `owner`, the key of its client ("" in the workspace)."""

    key: str = dataclasses.field(default_factory=new_key)
    owner: str = ""

    @property
    def title(self) -> str:
        """What a person calls it: the first line of its first text that is not empty, else ""."""
        for field in fields_of(type(self)):
            if field.kind in (Kind.TEXT, Kind.NOTE) and (text := str(getattr(self, field.name)).strip()):
                return text.splitlines()[0]
        return ""


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(cls: type[R]) -> type[R]:
    """Make a described class a frozen, slotted, keyword-only value."""
    return dataclass(frozen=True, slots=True, kw_only=True)(cls)


_FIELDS: dict[type[Record], tuple[Field, ...]] = {}


def fields_of(kind: type[Record]) -> tuple[Field, ...]:
    """The described fields of a record type, in the order of declaration (without key and owner)."""
    if kind not in _FIELDS:
        _FIELDS[kind] = tuple(
            dataclasses.replace(spec.metadata["described"], name=spec.name)
            for spec in dataclasses.fields(kind)
            if "described" in spec.metadata
        )
    return _FIELDS[kind]


def field_of(kind: type[Record], name: str) -> Field:
    """One described field by its name; KeyError when there is none."""
    for field in fields_of(kind):
        if field.name == name:
            return field
    raise KeyError(f"{kind.__name__}.{name}")

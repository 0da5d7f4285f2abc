"""The kinds a field can be of, as the words a record is described with: `name: str = kinds.text(N_("Name"))`."""

from __future__ import annotations

import dataclasses
from typing import Any

from kamdesk.client.record import Choice, Field, Kind, Level

SHARED, INTERNAL, SECRET = Level.SHARED, Level.INTERNAL, Level.SECRET


def _described(field: Field, default: object) -> Any:
    return dataclasses.field(default=default, metadata={"described": field})


def text(label: str, *, required: bool = False, level: Level = INTERNAL, hint: str = "") -> Any:
    """One line of text."""
    return _described(Field("", Kind.TEXT, label, required, level, hint=hint), "")


def note(label: str, *, level: Level = INTERNAL, hint: str = "") -> Any:
    """Many lines of Markdown."""
    return _described(Field("", Kind.NOTE, label, level=level, hint=hint), "")


def day(label: str, *, required: bool = False, level: Level = INTERNAL) -> Any:
    """A calendar day."""
    return _described(Field("", Kind.DAY, label, required, level), None)


def moment(label: str, *, required: bool = False, level: Level = INTERNAL) -> Any:
    """A point in time, kept in UTC and shown in local time."""
    return _described(Field("", Kind.MOMENT, label, required, level), None)


def money(label: str, *, level: Level = INTERNAL) -> Any:
    """An amount with its currency."""
    return _described(Field("", Kind.MONEY, label, level=level), None)


def number(label: str, low: int, high: int, *, unit: str = "", level: Level = INTERNAL, hint: str = "") -> Any:
    """A whole number from low to high."""
    return _described(Field("", Kind.NUMBER, label, level=level, low=low, high=high, unit=unit, hint=hint), None)


def percent(label: str, *, level: Level = INTERNAL) -> Any:
    """A share, 0-100, with at most two decimals."""
    return _described(Field("", Kind.PERCENT, label, level=level, low=0, high=100, unit="%"), None)


def choice(label: str, choices: type[Choice], *, level: Level = INTERNAL, unset: str = "") -> Any:
    """One of several; None is unknown, or what `unset` says."""
    return _described(Field("", Kind.CHOICE, label, level=level, choices=choices, unset=unset), None)


def flags(label: str, choices: type[Choice], *, level: Level = INTERNAL) -> Any:
    """Any of several, kept in their order of declaration."""
    return _described(Field("", Kind.FLAGS, label, level=level, choices=choices), ())


def tick(label: str, *, level: Level = INTERNAL, opens: bool = False) -> Any:
    """Yes or no; `opens` its record for the client's copy."""
    return _described(Field("", Kind.TICK, label, level=level, opens=opens), False)


def link(label: str, target: str, *, required: bool = False, level: Level = INTERNAL) -> Any:
    """The key of a record in the section `target`, of the same client or of the workspace."""
    return _described(Field("", Kind.LINK, label, required, level, target=target), None)


def picture(label: str, *, level: Level = INTERNAL) -> Any:
    """A picture as PNG bytes, already made small (exchange makes it so)."""
    return _described(Field("", Kind.PICTURE, label, level=level), None)


def packed(label: str) -> Any:
    """Bytes that only the program reads; no form, list or paper shows them."""
    return _described(Field("", Kind.PACKED, label, level=SECRET), None)

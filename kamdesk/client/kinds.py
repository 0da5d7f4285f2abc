"""The kinds a field can be of, as the words a record is described with: `name: str = kinds.text(N_("Name"))`."""

from __future__ import annotations

import dataclasses
from typing import Any

from kamdesk.client.record import Choice, Field, Kind


def _described(field: Field, default: object) -> Any:
    return dataclasses.field(default=default, metadata={"described": field})


def text(label: str, *, required: bool = False, shared: bool = False, hint: str = "") -> Any:
    """One line of text."""
    return _described(Field("", Kind.TEXT, label, required, shared, hint=hint), "")


def note(label: str, *, shared: bool = False, hint: str = "") -> Any:
    """Many lines of Markdown."""
    return _described(Field("", Kind.NOTE, label, shared=shared, hint=hint), "")


def day(label: str, *, required: bool = False, shared: bool = False) -> Any:
    """A calendar day."""
    return _described(Field("", Kind.DAY, label, required, shared), None)


def moment(label: str, *, required: bool = False, shared: bool = False) -> Any:
    """A point in time, kept in UTC and shown in local time."""
    return _described(Field("", Kind.MOMENT, label, required, shared), None)


def money(label: str, *, shared: bool = False) -> Any:
    """An amount with its currency."""
    return _described(Field("", Kind.MONEY, label, shared=shared), None)


def number(label: str, low: int, high: int, *, unit: str = "", shared: bool = False, hint: str = "") -> Any:
    """A whole number from low to high."""
    return _described(Field("", Kind.NUMBER, label, shared=shared, low=low, high=high, unit=unit, hint=hint), None)


def percent(label: str, *, shared: bool = False) -> Any:
    """A share, 0-100, with at most two decimals."""
    return _described(Field("", Kind.PERCENT, label, shared=shared, low=0, high=100, unit="%"), None)


def choice(label: str, choices: type[Choice], *, shared: bool = False) -> Any:
    """One of several; None is unknown."""
    return _described(Field("", Kind.CHOICE, label, shared=shared, choices=choices), None)


def flags(label: str, choices: type[Choice], *, shared: bool = False) -> Any:
    """Any of several, kept in their order of declaration."""
    return _described(Field("", Kind.FLAGS, label, shared=shared, choices=choices), ())


def tick(label: str, *, shared: bool = False) -> Any:
    """Yes or no."""
    return _described(Field("", Kind.TICK, label, shared=shared), False)


def link(label: str, target: str, *, required: bool = False, shared: bool = False) -> Any:
    """The key of a record in the section `target`, of the same client or of the workspace."""
    return _described(Field("", Kind.LINK, label, required, shared, target=target), None)


def picture(label: str, *, shared: bool = False) -> Any:
    """A picture as PNG bytes, already made small (exchange makes it so)."""
    return _described(Field("", Kind.PICTURE, label, shared=shared), None)

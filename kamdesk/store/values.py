"""What SQLite gives for a field, made the value it stands for; without SQLAlchemy, which takes long to load."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import Any

from kamdesk.client.record import Choice, Field, Kind
from kamdesk.client.units import Money

Made = Callable[[Any], Any]


def made_of(field: Field) -> Made | None:
    """What makes a field's values of SQLite's; None where they are the same."""
    if field.kind in (Kind.CHOICE, Kind.FLAGS):
        assert field.choices is not None, field.name
        return partial(choice if field.kind is Kind.CHOICE else flags, field.choices)
    return _MADE.get(field.kind)


def day(value: str | None) -> date | None:
    """A day of its ISO text."""
    return None if value is None else date.fromisoformat(value)


def moment(value: str | None) -> datetime | None:
    """A moment in UTC of its ISO text."""
    return None if value is None else datetime.fromisoformat(value)


def money(value: str | None) -> Money | None:
    """An amount of "392.00 CNY"."""
    if value is None:
        return None
    amount, _, currency = value.partition(" ")
    return Money(Decimal(amount), currency)


def percent(value: str | None) -> Decimal | None:
    """A share of its digits."""
    return None if value is None else Decimal(value)


def tick(value: int | None) -> bool | None:
    """Yes or no of 1 or 0."""
    return None if value is None else bool(value)


def choice(choices: type[Choice], value: str | None) -> Choice | None:
    """A member of its stored value."""
    return None if value is None else choices(value)


def flags(choices: type[Choice], value: str | None) -> tuple[Choice, ...]:
    """Members of their stored values, which commas separate."""
    return tuple(choices(item) for item in value.split(",")) if value else ()


_MADE: dict[Kind, Made] = {
    Kind.DAY: day,
    Kind.MOMENT: moment,
    Kind.MONEY: money,
    Kind.PERCENT: percent,
    Kind.TICK: tick,
}

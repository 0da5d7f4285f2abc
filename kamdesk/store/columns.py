"""How the kinds of fields are kept in columns: a named type for each that SQL does not know."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator

from kamdesk.client.record import Choice, Field, Kind
from kamdesk.client.units import Money
from kamdesk.store import values


class DayText(TypeDecorator[date]):
    """A day as ISO text, which sorts."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: date | None, _dialect: Any) -> str | None:
        """The day as 2026-11-21."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, _dialect: Any) -> date | None:
        """The day back."""
        return values.day(value)


class MomentText(TypeDecorator[datetime]):
    """A moment in UTC as ISO text of one width, which sorts."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Any) -> str | None:
        """The moment in UTC to the microsecond; ValueError for one without a time zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, _dialect: Any) -> datetime | None:
        """The moment back, in UTC."""
        return values.moment(value)


class MoneyText(TypeDecorator[Money]):
    """An amount with its currency, digit for digit: 392.00 CNY."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: Money | None, _dialect: Any) -> str | None:
        """The amount and its currency."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, _dialect: Any) -> Money | None:
        """The amount back."""
        return values.money(value)


class PercentText(TypeDecorator[Decimal]):
    """A share, digit for digit; a float would not give back what was typed."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, _dialect: Any) -> str | None:
        """The number as it was typed."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, _dialect: Any) -> Decimal | None:
        """The number back."""
        return values.percent(value)


class ChoiceText(TypeDecorator[Choice]):
    """One member of a Choice by its stored value."""

    impl = sa.Text
    cache_ok = True

    def __init__(self, choices: type[Choice]) -> None:
        super().__init__()
        self.choices = choices

    def process_bind_param(self, value: Choice | None, _dialect: Any) -> str | None:
        """The stored value; ValueError for one that is no member."""
        return None if value is None else self.choices(value).value

    def process_result_value(self, value: str | None, _dialect: Any) -> Choice | None:
        """The member back."""
        return values.choice(self.choices, value)


class FlagsText(TypeDecorator[tuple[Choice, ...]]):
    """Any members of a Choice, separated by commas, in their order of declaration."""

    impl = sa.Text
    cache_ok = True

    def __init__(self, choices: type[Choice]) -> None:
        super().__init__()
        self.choices = choices

    def process_bind_param(self, value: tuple[Choice, ...] | None, _dialect: Any) -> str:
        """The stored values; ValueError for one that is no member."""
        return ",".join(self.choices(item).value for item in value or ())

    def process_result_value(self, value: str | None, _dialect: Any) -> tuple[Choice, ...]:
        """The members back."""
        return values.flags(self.choices, value)


def column_of(field: Field) -> sa.Column[Any]:
    """The column that keeps a field; those that are never None get a default so that a later migration can add them."""
    match field.kind:
        case Kind.TEXT | Kind.NOTE:
            return sa.Column(field.name, sa.Text, nullable=False, server_default="")
        case Kind.TICK:
            return sa.Column(field.name, sa.Boolean, nullable=False, server_default="0")
        case Kind.FLAGS:
            return sa.Column(field.name, FlagsText(_choices(field)), nullable=False, server_default="")
        case Kind.CHOICE:
            return sa.Column(field.name, ChoiceText(_choices(field)))
        case Kind.LINK:
            target = sa.ForeignKey(f"{field.target}.key", deferrable=True, initially="DEFERRED")
            return sa.Column(field.name, sa.Text, target, index=True)
        case _:
            return sa.Column(field.name, _PLAIN[field.kind]())


def _choices(field: Field) -> type[Choice]:
    assert field.choices is not None, field.name
    return field.choices


_PLAIN: dict[Kind, type[sa.types.TypeEngine[Any]]] = {
    Kind.DAY: DayText,
    Kind.MOMENT: MomentText,
    Kind.MONEY: MoneyText,
    Kind.NUMBER: sa.Integer,
    Kind.PERCENT: PercentText,
    Kind.PICTURE: sa.LargeBinary,
    Kind.PACKED: sa.LargeBinary,
}

"""Records as plain JSON values and back: for the journal, the sample and packages."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from kamdesk.client.record import Field, Kind, Record, fields_of
from kamdesk.client.units import Money

R = TypeVar("R", bound=Record)
Plain = str | int | bool | list[str] | None


def to_plain(record: Record) -> dict[str, Plain]:
    """The record's key, owner and every field that is not at its empty value."""
    plain: dict[str, Plain] = {"key": record.key, "owner": record.owner}
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        if not (value is None or value is False or value == "" or value == ()):  # 0 == False, yet 0 is a value
            plain[field.name] = value_to_plain(field, value)
    return plain


def from_plain(kind: type[R], plain: Mapping[str, Any]) -> R:
    """The record back; ValueError names the field that does not fit. Unknown names are refused, not dropped."""
    known = {field.name: field for field in fields_of(kind)}
    if strange := set(plain) - set(known) - {"key", "owner"}:
        raise ValueError(f"{kind.__name__}: {', '.join(sorted(strange))}")
    values = {name: value_from_plain(known[name], plain[name]) for name in plain if name in known}
    return kind(key=str(plain["key"]), owner=str(plain["owner"]), **values)


def value_to_plain(field: Field, value: Any) -> Plain:
    """One value as JSON: days and moments as ISO text, money as "392.00 CNY", pictures as base64."""
    if value is None or field.kind in (Kind.TEXT, Kind.NOTE, Kind.NUMBER, Kind.TICK, Kind.LINK):
        return value  # type: ignore[no-any-return]
    return _OUT[field.kind](value)


def value_from_plain(field: Field, plain: Any) -> Any:
    """One value from JSON; ValueError when it does not fit the field's kind."""
    if plain is None:
        return None
    try:
        value = _IN[field.kind](field, plain)
    except (ValueError, TypeError, KeyError, InvalidOperation, binascii.Error) as wrong:
        raise ValueError(f"{field.name}: {plain!r:.80}") from wrong
    return value


_OUT: dict[Kind, Callable[[Any], Plain]] = {
    Kind.DAY: lambda value: value.isoformat(),
    Kind.MOMENT: lambda value: value.astimezone(UTC).isoformat(),
    Kind.MONEY: str,
    Kind.PERCENT: str,
    Kind.CHOICE: lambda value: value.value,
    Kind.FLAGS: lambda value: [item.value for item in value],
    Kind.PICTURE: lambda value: base64.b64encode(value).decode("ascii"),
    Kind.PACKED: lambda value: base64.b64encode(value).decode("ascii"),
}


def _text(_field: Field, plain: Any) -> str:
    if not isinstance(plain, str):
        raise TypeError
    return plain


def _number(field: Field, plain: Any) -> int:
    if not isinstance(plain, int) or isinstance(plain, bool):
        raise TypeError
    if not (field.low or 0) <= plain <= (field.high if field.high is not None else plain):
        raise ValueError
    return plain


def _moment(_field: Field, plain: Any) -> datetime:
    value = datetime.fromisoformat(plain)
    if value.tzinfo is None:
        raise ValueError
    return value.astimezone(UTC)


def _money(_field: Field, plain: Any) -> Money:
    amount, _, currency = plain.partition(" ")
    return Money(Decimal(amount), currency)


def _flags(field: Field, plain: Any) -> Any:
    assert field.choices is not None
    chosen = {field.choices(item) for item in plain}
    return tuple(item for item in field.choices if item in chosen)


_IN: dict[Kind, Callable[[Field, Any], Any]] = {
    Kind.TEXT: _text,
    Kind.NOTE: _text,
    Kind.LINK: _text,
    Kind.NUMBER: _number,
    Kind.TICK: lambda _field, plain: bool(plain),
    Kind.DAY: lambda _field, plain: date.fromisoformat(plain),
    Kind.MOMENT: _moment,
    Kind.MONEY: _money,
    Kind.PERCENT: lambda _field, plain: Decimal(plain),
    Kind.CHOICE: lambda field, plain: field.choices(plain) if field.choices else None,
    Kind.FLAGS: _flags,
    Kind.PICTURE: lambda _field, plain: base64.b64decode(plain, validate=True),
    Kind.PACKED: lambda _field, plain: base64.b64decode(plain, validate=True),
}

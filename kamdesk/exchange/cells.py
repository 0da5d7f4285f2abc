"""One value of a record from JSON, strictly: what does not fit is refused with the reason in words."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from kamdesk.client.record import Field, Kind
from kamdesk.client.units import Money
from kamdesk.words import N_, Said, said

MAX_TEXT = 200_000  # characters
MAX_PICTURE = 2_000_000  # bytes
MAX_PACKED = 8_000_000
KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_PNG = b"\x89PNG\r\n\x1a\n"
_DAY = re.compile(r"today([+-]\d{1,5})?")
_MOMENT = re.compile(r"(?:today([+-]\d{1,5})?|(next))T(\d\d:\d\d)")
_MONEY = re.compile(r"(-?\d{1,15}(?:\.\d{1,6})?) ([A-Z]{3})")


class Unfit(ValueError):
    """A value that does not fit its field; `why` is the reason."""

    def __init__(self, why: Said) -> None:
        super().__init__(why.text)
        self.why = why


def from_cell(field: Field, plain: Any, now: datetime) -> Any:
    """The value a record holds, from its JSON; Unfit when it does not fit.

    A day may be told from the moment of loading, "today-30", and so may a time, "today+1T14:00" or "nextT14:00": the
    first two o'clock that is still to come. Both are local.
    """
    if not isinstance(plain, _TYPES.get(field.kind, str)) or (isinstance(plain, bool) and field.kind is not Kind.TICK):
        raise Unfit(said("{value} is not {kind}", value=f"{plain!r:.40}", kind=Said(_KINDS[field.kind])))
    try:
        return _READ[field.kind](field, plain, now)
    except (ValueError, OverflowError, InvalidOperation) as wrong:
        if isinstance(wrong, Unfit):
            raise
        raise Unfit(said("{value} is not {kind}", value=f"{plain!r:.40}", kind=Said(_KINDS[field.kind]))) from wrong


def plain_text(text: str) -> str:
    """The text itself; Unfit when it is too long or has characters that no file can keep."""
    if len(text) > MAX_TEXT:
        raise Unfit(said("it is longer than {n} characters", n=MAX_TEXT))
    if "\0" in text or any("\ud800" <= sign <= "\udfff" for sign in text):
        raise Unfit(said("it has characters that are no text"))
    return text


def _text(_field: Field, plain: str, _now: datetime) -> str:
    if "\n" in plain or "\r" in plain:
        raise Unfit(said("it must be one line"))
    return plain_text(plain)


def _note(_field: Field, plain: str, _now: datetime) -> str:
    return plain_text(plain)


def _link(_field: Field, plain: str, _now: datetime) -> str:
    if not KEY.fullmatch(plain):
        raise ValueError
    return plain


def _number(field: Field, plain: int, _now: datetime) -> int:
    if (field.low is not None and plain < field.low) or (field.high is not None and plain > field.high):
        raise Unfit(said("{value} is not between {low} and {high}", value=plain, low=field.low, high=field.high))
    return plain


def _percent(_field: Field, plain: str | int, _now: datetime) -> Decimal:
    value = Decimal(plain)
    if not value.is_finite() or not 0 <= value <= 100:
        raise Unfit(said("{value} is not between {low} and {high}", value=plain, low=0, high=100))
    return value


def _tick(_field: Field, plain: bool, _now: datetime) -> bool:
    return plain


def _day(_field: Field, plain: str, now: datetime) -> date:
    if found := _DAY.fullmatch(plain):
        return now.astimezone().date() + timedelta(int(found[1] or 0))
    if len(plain) != len("2026-11-23"):  # Python reads week dates and dates without a dash as well
        raise ValueError
    return date.fromisoformat(plain)


def _moment(_field: Field, plain: str, now: datetime) -> datetime:
    if found := _MOMENT.fullmatch(plain):
        day = now.astimezone().date() + timedelta(int(found[1] or 0))
        told = datetime.combine(day, time.fromisoformat(found[3])).astimezone(UTC)
        return told if told > now or not found[2] else told + timedelta(1)
    value = datetime.fromisoformat(plain)
    if value.tzinfo is None:
        raise Unfit(said("{value} has no time zone", value=f"{plain!r:.40}"))
    return value.astimezone(UTC)


def _money(_field: Field, plain: str, _now: datetime) -> Money:
    found = _MONEY.fullmatch(plain)
    if found is None:
        raise ValueError
    return Money(Decimal(found[1]), found[2])


def _choice(field: Field, plain: str, _now: datetime) -> Any:
    assert field.choices is not None
    return field.choices(plain)


def _flags(field: Field, plain: list[Any], _now: datetime) -> Any:
    assert field.choices is not None
    chosen = {field.choices(item) for item in plain if isinstance(item, str)}
    if len(chosen) != len(plain):
        raise ValueError
    return tuple(item for item in field.choices if item in chosen)


def _packed(_field: Field, plain: str, _now: datetime) -> bytes:
    if len(plain) > MAX_PACKED * 4 // 3 + 4:
        raise Unfit(said("the packed data is larger than {n} MB", n=MAX_PACKED // 1_000_000))
    try:
        return base64.b64decode(plain.encode("ascii"), validate=True)
    except binascii.Error as wrong:
        raise ValueError from wrong


def _picture(_field: Field, plain: str, _now: datetime) -> bytes:
    if len(plain) > MAX_PICTURE * 4 // 3 + 4:
        raise Unfit(said("the picture is larger than {n} MB", n=MAX_PICTURE // 1_000_000))
    try:
        value = base64.b64decode(plain.encode("ascii"), validate=True)
    except binascii.Error as wrong:
        raise ValueError from wrong
    if not value.startswith(_PNG):
        raise ValueError
    return value


_TYPES: dict[Kind, type | tuple[type, ...]] = {
    Kind.NUMBER: int,
    Kind.PERCENT: (str, int),
    Kind.FLAGS: list,
    Kind.TICK: bool,
}
_KINDS: dict[Kind, str] = {
    Kind.TEXT: N_("a text"),
    Kind.NOTE: N_("a text"),
    Kind.DAY: N_("a day"),
    Kind.MOMENT: N_("a time with its day"),
    Kind.MONEY: N_("an amount with its currency"),
    Kind.NUMBER: N_("a whole number"),
    Kind.PERCENT: N_("a percentage"),
    Kind.CHOICE: N_("one of the choices"),
    Kind.FLAGS: N_("a list of choices"),
    Kind.TICK: N_("yes or no"),
    Kind.LINK: N_("a key"),
    Kind.PICTURE: N_("a PNG picture"),
    Kind.PACKED: N_("packed data"),
}
_READ: dict[Kind, Callable[[Field, Any, datetime], Any]] = {
    Kind.TEXT: _text,
    Kind.NOTE: _note,
    Kind.DAY: _day,
    Kind.MOMENT: _moment,
    Kind.MONEY: _money,
    Kind.NUMBER: _number,
    Kind.PERCENT: _percent,
    Kind.CHOICE: _choice,
    Kind.FLAGS: _flags,
    Kind.TICK: _tick,
    Kind.LINK: _link,
    Kind.PICTURE: _picture,
    Kind.PACKED: _packed,
}

"""Typed text to a field's value, and a clear sentence when it does not fit; nothing typed is ever lost here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from kamdesk.client.days import parse_day, parse_moment
from kamdesk.client.record import Choice, Field, Kind
from kamdesk.client.units import Money
from kamdesk.words import Said, Words, said

Finds = Callable[[Field, str], str | None]
_MOST_MONEY = Decimal(10) ** 15
_LONGEST_QUOTE = 40
_SPLIT = re.compile(r"[,;、，；/|\n]")
_YES = {"yes", "y", "true", "1", "x", "✓", "✔", "是", "对", "對", "ja", "tak"}
_NO = {"no", "n", "false", "0", "", "否", "不", "-", "nein", "nie"}
# Never typed on purpose: control characters other than tab and line break, and halves of a surrogate pair.
_STRAY = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


class _Wrong(ValueError):
    """Carries the sentence from where it is known to where it is returned."""

    def __init__(self, sentence: Said) -> None:
        super().__init__(sentence.text)
        self.sentence = sentence


def read(
    field: Field, text: str, today: date, words: Words | None = None, finds: Finds | None = None
) -> tuple[Any, Said | None]:
    """The value a text means and None, or None and what is wrong with it.

    With `words` choices are also known by their translated label; `finds` gives the key of a linked record by name.
    """
    try:
        return _read(field, text, today, words, finds), None
    except _Wrong as wrong:
        return None, wrong.sentence


def parse(field: Field, text: str, today: date, words: Words | None = None, finds: Finds | None = None) -> Any:
    """The value a text means; ValueError when it means none."""
    return _read(field, text, today, words, finds)


def problem(field: Field, text: str, today: date, words: Words | None = None) -> Said | None:
    """What is wrong with a text for this field; None when it fits."""
    return read(field, text, today, words, lambda _field, name: name)[1]


def typed(field: Field, value: Any, words: Words | None = None) -> str:
    """The value as text to edit, without loss: `read` gives the same value back."""
    if value is None or value == () or field.kind in (Kind.PICTURE, Kind.PACKED):
        return ""
    match field.kind:
        case Kind.DAY:
            return f"{value:%Y-%m-%d}"
        case Kind.MOMENT:
            return f"{value.astimezone():%Y-%m-%d %H:%M}"
        case Kind.PERCENT:
            return f"{value:f}"
        case Kind.MONEY:
            return f"{value.amount:,f} {value.currency}"
        case Kind.CHOICE:
            return _label(value, words)
        case Kind.FLAGS:
            return ", ".join(_label(item, words) for item in value)
        case Kind.TICK:
            return "1" if value else "0"
        case _:
            return str(value)


def _read(field: Field, text: str, today: date, words: Words | None, finds: Finds | None) -> Any:
    clean = _STRAY.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", ""))
    if not clean.strip():
        return _empty(field)
    if field.kind is Kind.NOTE:
        return clean
    if field.kind is Kind.TEXT:
        return " ".join(clean.split("\n")).strip()
    plain = unicodedata.normalize("NFKC", clean).strip()
    match field.kind:
        case Kind.CHOICE:
            return _choice(field, plain, words)
        case Kind.FLAGS:
            chosen = {_choice(field, part.strip(), words) for part in _SPLIT.split(plain) if part.strip()}
            return tuple(item for item in field.choices or () if item in chosen)
        case Kind.LINK:
            return _link(field, clean.strip(), finds)
        case Kind.DAY | Kind.MOMENT:
            return _time(field, plain, today)
        case _:
            return _READ[field.kind](field, plain)


def _empty(field: Field) -> Any:
    if field.required:
        raise _Wrong(said("“{field}” must not be empty", field=Said(field.label)))
    if field.kind in (Kind.TEXT, Kind.NOTE):
        return ""
    if field.kind is Kind.FLAGS:
        return ()
    return False if field.kind is Kind.TICK else None


def _time(field: Field, text: str, today: date) -> Any:
    try:
        return parse_day(text, today) if field.kind is Kind.DAY else parse_moment(text, today)
    except ValueError as wrong:
        if field.kind is Kind.DAY:
            sentence = said("“{text}” is no day; write 2026-11-23, 11-23, 23.11.2026, Fri or +7", text=_short(text))
        else:
            sentence = said("“{text}” is no day with a time; write 2026-11-23 14:00 or Fri 9:30", text=_short(text))
        raise _Wrong(sentence) from wrong


def _number(field: Field, text: str) -> int:
    bare = text.replace(",", "").replace("\u2212", "-")
    if not re.fullmatch(r"[+-]?\d{1,18}", bare):
        raise _Wrong(said("“{text}” is no whole number", text=_short(text)))
    _within(field, Decimal(bare))
    return int(bare)


def _percent(field: Field, text: str) -> Decimal:
    bare = text.removesuffix("%").strip()
    if not re.fullmatch(r"[+-]?\d{1,18}([.,]\d+)?", bare):
        raise _Wrong(said("“{text}” is no percentage; write 30 or 12.5", text=_short(text)))
    value = Decimal(bare.replace(",", "."))
    _within(field, value)
    if value != value.quantize(Decimal("0.01")):
        raise _Wrong(said("At most two decimals"))
    return value


def _within(field: Field, value: Decimal) -> None:
    low, high = field.low, field.high
    if (low is not None and value < low) or (high is not None and value > high):
        raise _Wrong(said("{value} is not between {low} and {high}", value=f"{value:f}", low=low, high=high))


def _money(_field: Field, text: str) -> Money:
    try:
        value = Money.parse(text)
    except (ValueError, InvalidOperation) as wrong:
        sentence = said("“{text}” is no amount; write 3,920,000, 392 万 or 1,200.50 EUR", text=_short(text))
        raise _Wrong(sentence) from wrong
    if abs(value.amount) >= _MOST_MONEY:
        raise _Wrong(said("That amount is too large"))
    return value


def _tick(_field: Field, text: str) -> bool:
    low = text.lower()
    if low in _YES | _NO:
        return low in _YES
    raise _Wrong(said("“{text}” is neither yes nor no", text=_short(text)))


def _choice(field: Field, text: str, words: Words | None) -> Choice:
    low = text.casefold()
    for item in field.choices or ():
        told = {item.value.casefold(), _label(item, None).casefold(), _label(item, words).casefold()}
        if low in told:
            return item
    raise _Wrong(said("“{text}” is not one of the choices of “{field}”", text=_short(text), field=Said(field.label)))


def _label(item: Choice, words: Words | None) -> str:
    return words.tr(item.label) if words else item.label.rpartition("\x04")[2]


def _link(field: Field, text: str, finds: Finds | None) -> str:
    key = finds(field, text) if finds else None
    if key is None:
        raise _Wrong(said("Nothing is called “{text}” here", text=_short(text)))
    return key


def _picture(_field: Field, _text: str) -> bytes:
    raise _Wrong(said("A picture cannot be typed; choose a file"))


def _packed(_field: Field, _text: str) -> bytes:
    raise _Wrong(said("This is kept by the program and cannot be typed"))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[: _LONGEST_QUOTE - 1]}…"


_READ: dict[Kind, Callable[[Field, str], Any]] = {
    Kind.NUMBER: _number,
    Kind.PERCENT: _percent,
    Kind.MONEY: _money,
    Kind.TICK: _tick,
    Kind.PICTURE: _picture,
    Kind.PACKED: _packed,
}

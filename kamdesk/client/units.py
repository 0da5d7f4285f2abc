"""Values that carry a unit, and how days, moments, numbers and money are told in a language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from kamdesk.words import Words

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "zh_CN": ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"),
    "zh_TW": ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"),
}
_SIGNS = {"CNY": "¥", "TWD": "NT$", "USD": "$", "EUR": "€", "GBP": "£", "JPY": "JP¥", "PLN": "PLN ", "HKD": "HK$"}
_MINUS = "\u2212"


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in one currency (ISO 4217, three letters)."""

    amount: Decimal
    currency: str = "CNY"

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"

    @classmethod
    def parse(cls, text: str, currency: str = "CNY") -> Money:
        """Read "392 万", "1,200.50 EUR", "¥98"; ValueError when it is no amount."""
        body = text.strip().upper()
        for code, sign in _SIGNS.items():
            for mark in (code, sign.strip()):
                if mark and (body.startswith(mark) or body.endswith(mark)):
                    currency, body = code, body.removeprefix(mark).removesuffix(mark).strip()
        scale = Decimal(1)
        for mark, factor in (("万", 10_000), ("萬", 10_000), ("亿", 100_000_000), ("億", 100_000_000), ("M", 10**6)):
            if body.endswith(mark):
                body, scale = body.removesuffix(mark).strip(), Decimal(factor)
        if not re.fullmatch(r"-?\d{1,3}(,?\d{3})*(\.\d+)?|-?\d+(\.\d+)?", body):
            raise ValueError(text)
        try:
            return cls(Decimal(body.replace(",", "")) * scale, currency)
        except InvalidOperation as no_number:
            raise ValueError(text) from no_number


def tell_money(value: Money, words: Words) -> str:
    """392 万 in Chinese, ¥3.92 M in English; small amounts in full."""
    amount, sign = abs(value.amount), _MINUS if value.amount < 0 else ""
    mark = _SIGNS.get(value.currency, f"{value.currency} ")
    steps: tuple[tuple[int, str], ...] = ((10**6, " M"), (1, ""))
    if words.chinese:
        wan, yi = ("萬", "億") if words.language == "zh_TW" else ("万", "亿")
        steps = ((10**8, f" {yi}"), (10**4, f" {wan}"), (1, ""))
    for size, unit in steps:
        if amount >= size or size == 1:
            scaled = (amount / size).quantize(Decimal("0.01")).normalize()
            return f"{sign}{mark}{scaled:,f}{unit}"
    return ""


def tell_day(value: date, words: Words, today: date | None = None) -> str:
    """MM-DD in Chinese and 12 Jan in English, with the year where it differs from today's (always without `today`)."""
    short = today is not None and value.year == today.year
    if words.chinese:
        return f"{value:%m-%d}" if short else f"{value:%Y-%m-%d}"
    told = f"{value.day} {_MONTHS[value.month - 1]}"
    return told if short else f"{told} {value.year}"


def tell_long_day(value: date, words: Words) -> str:
    """11 月 23 日 星期一, Mon 23 Nov."""
    weekday = _WEEKDAYS[words.language][value.weekday()]
    if words.chinese:
        return f"{value.month} 月 {value.day} 日 {weekday}"
    return f"{weekday} {value.day} {_MONTHS[value.month - 1]}"


def tell_moment(value: datetime, words: Words, today: date | None = None) -> str:
    """The day and the local time, 14:00; today and tomorrow by their names when `today` is given."""
    local = value.astimezone()
    if today is not None and 0 <= (away := (local.date() - today).days) <= 1:
        told = words.tr("Today") if away == 0 else words.tr("Tomorrow")
    else:
        told = tell_day(local.date(), words, today)
    return f"{told} {local:%H:%M}"


def tell_decimal(value: float | Decimal, digits: int) -> str:
    """A number with a true minus and equal decimals."""
    told = f"{value:.{digits}f}"
    return told.replace("-", _MINUS) if float(told) else told.removeprefix("-")


def tell_known(value: float | None, digits: int, unknown: str = "?") -> str:
    """A number, or the sign for what is not known."""
    return unknown if value is None else tell_decimal(value, digits)


def tell_gap(value: float, digits: int = 1) -> str:
    """A difference with its sign: +0.4, −0.8, ±0."""
    told = tell_decimal(value, digits)
    if float(told.replace(_MINUS, "-")) == 0:
        return "±0"
    return told if told.startswith(_MINUS) else f"+{told}"

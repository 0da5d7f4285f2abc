"""Days and moments as people type them: 2026-11-23, 11-23, 23.11.2026, 明天, Fri, +7, 12 Dec."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta

_NEAR: dict[str, int] = {
    **dict.fromkeys(("today", "今天", "今日"), 0),
    **dict.fromkeys(("tomorrow", "明天", "明日"), 1),
    **dict.fromkeys(("后天", "後天"), 2),
    **dict.fromkeys(("yesterday", "昨天", "昨日"), -1),
    "前天": -2,
}
_WEEKDAYS: dict[str, int] = {
    **{name: number for number, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))},
    **{
        f"{week}{name}": number
        for week in ("周", "週", "星期", "礼拜", "禮拜")
        for number, name in enumerate("一二三四五六日")
    },
    **{f"{week}天": 6 for week in ("星期", "礼拜", "禮拜")},
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})?")
_MONTH_DAY = re.compile(r"(\d{1,2})[-/月](\d{1,2})[日号號]?")
_DAY_NAME = re.compile(r"(\d{1,2})\.? *([a-z]{3})[a-z]*\.?,?(?: +(\d{4}))?")
_NAME_DAY = re.compile(r"([a-z]{3})[a-z]*\.? +(\d{1,2})(?:,? +(\d{4}))?")
_AWAY = re.compile(r"([+-]) *(\d{1,4}) *(d|w|天|日|周|週)?")
_ISO = re.compile(r"^(\d{4}-\d\d-\d\d)t")
_TIME = re.compile(r"(上午|早上|下午|晚上)? *(\d{1,2})(?:[:点點時时](?:(\d{2})|(半))?分?)? *(am|pm)?$")


def parse_day(text: str, today: date) -> date:
    """The day a text means; ValueError when it means none.

    A day without a year is the one nearest to today; a weekday is the coming one, today included; "下" before a
    weekday means next week's.
    """
    said = unicodedata.normalize("NFKC", text).strip().lower()
    if said in _NEAR:
        return _moved(today, _NEAR[said])
    if found := _AWAY.fullmatch(said):
        sign, number, unit = found.groups()
        return _moved(today, int(number) * (7 if unit in ("w", "周", "週") else 1) * (-1 if sign == "-" else 1))
    if (weekday := _weekday(said)) is not None:
        return today + timedelta((weekday - today.weekday()) % 7)
    if said[:1] == "下" and (weekday := _weekday(said[1:])) is not None:
        return today + timedelta(7 - today.weekday() + weekday)
    return _dated(said, today)


def parse_moment(text: str, today: date) -> datetime:
    """The moment a text means, in UTC; the time alone is today's. ValueError when there is no time in it."""
    said = _ISO.sub(r"\1 ", unicodedata.normalize("NFKC", text).strip().lower())
    found = _TIME.search(said)
    if found is None or not (found[1] or found[5] or re.search(r"[:点點時时]", found[0])):
        raise ValueError(text)
    before = said[: found.start()].strip(" ,")
    day = parse_day(before, today) if before else today
    hour, minute = int(found[2]), 30 if found[4] else int(found[3] or 0)
    if (found[1] in ("下午", "晚上") or found[5] == "pm") and hour < 12:
        hour += 12
    elif found[5] == "am" and hour == 12:
        hour = 0
    return datetime.combine(day, time(hour, minute)).astimezone(UTC)


def _moved(day: date, days: int) -> date:
    try:
        return day + timedelta(days)
    except OverflowError as outside:
        raise ValueError(days) from outside


def _weekday(said: str) -> int | None:
    if said in _WEEKDAYS:
        return _WEEKDAYS[said]
    full = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    return full.index(said) if said in full else None


def _dated(said: str, today: date) -> date:
    if found := _YEAR_FIRST.fullmatch(said):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.fullmatch(said):
        year = found[3] and int(found[3]) + (2000 if len(found[3]) == 2 else 0)
        return _on(int(found[2]), int(found[1]), year or None, today)
    if found := _MONTH_DAY.fullmatch(said):
        return _on(int(found[1]), int(found[2]), None, today)
    if (found := _DAY_NAME.fullmatch(said)) and found[2] in _MONTHS:
        return _on(_MONTHS.index(found[2]) + 1, int(found[1]), int(found[3]) if found[3] else None, today)
    if (found := _NAME_DAY.fullmatch(said)) and found[1] in _MONTHS:
        return _on(_MONTHS.index(found[1]) + 1, int(found[2]), int(found[3]) if found[3] else None, today)
    raise ValueError(said)


def _on(month: int, day: int, year: int | None, today: date) -> date:
    """The day in its year, or without one in the year that brings it nearest to today."""
    if year is not None:
        return date(year, month, day)
    near = []
    for guess in (today.year - 1, today.year, today.year + 1):
        try:
            near.append(date(guess, month, day))
        except ValueError:  # 29 February exists in few of them
            continue
    if not near:
        raise ValueError((month, day))
    return min(near, key=lambda found: abs(found - today))

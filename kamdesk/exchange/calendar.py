"""Visits as a calendar file (.ics, RFC 5545) that every calendar takes; a second file updates what the first brought.

The identity of an event follows from the visit's key, and its sequence number from how often it was given out or
changed: a calendar that knows an older one replaces it instead of showing the visit twice.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_PRODUCT = "-//KAMDesk//KAMDesk//EN"
_DOMAIN = "kamdesk.invalid"
_FOLD = 75  # octets of a line, its end not counted
_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
USUAL_MINUTES = 60


@dataclass(frozen=True, slots=True)
class Event:
    """One visit as a calendar shows it; `start` is aware, or a day when the visit takes the whole day."""

    key: str
    title: str
    start: datetime | date
    minutes: int | None = None
    place: str = ""
    notes: str = ""
    reminder: int | None = None  # minutes before
    cancelled: bool = False
    categories: tuple[str, ...] = ()


def calendar_file(events: Iterable[Event], stamp: datetime, name: str = "", method: str = "PUBLISH") -> bytes:
    """The file; `stamp` is now, aware. An event of a later stamp takes the place of the same one of an earlier."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "CALSCALE:GREGORIAN", f"METHOD:{method}"]
    if name:
        lines.append(f"X-WR-CALNAME:{_text(name)}")
    for event in events:
        lines += _event(event, stamp.astimezone(UTC))
    lines.append("END:VCALENDAR")
    return "".join(fold(line) for line in lines).encode("utf-8")


def uid_of(key: str) -> str:
    """The identity of a visit in every calendar, for ever."""
    return f"visit-{key}@{_DOMAIN}"


def sequence_of(stamp: datetime) -> int:
    """A number that only grows: seconds since 2020, so that nothing has to be remembered about earlier files."""
    return max(0, int((stamp.astimezone(UTC) - _EPOCH).total_seconds()))


def fold(line: str) -> str:
    """A line with its end, folded before 75 octets, never inside a character."""
    parts: list[str] = []
    held, size = "", 0
    for sign in line:
        width = len(sign.encode("utf-8"))
        if size + width > _FOLD:
            parts.append(held)
            held, size = " ", 1
        held += sign
        size += width
    return "\r\n".join([*parts, held]) + "\r\n"


def _event(event: Event, stamp: datetime) -> list[str]:
    lines = [
        "BEGIN:VEVENT",
        f"UID:{uid_of(event.key)}",
        f"DTSTAMP:{_moment(stamp)}",
        f"LAST-MODIFIED:{_moment(stamp)}",
        f"SEQUENCE:{sequence_of(stamp)}",
        *_span(event),
        f"SUMMARY:{_text(event.title)}",
        f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}",
    ]
    if event.place.strip():
        lines.append(f"LOCATION:{_text(event.place)}")
    if event.notes.strip():
        lines.append(f"DESCRIPTION:{_text(event.notes)}")
    if event.categories:
        lines.append(f"CATEGORIES:{','.join(_text(item) for item in event.categories)}")
    if event.reminder is not None:
        before = f"TRIGGER:-PT{max(0, event.reminder)}M"
        lines += ["BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_text(event.title)}", before, "END:VALARM"]
    return [*lines, "END:VEVENT"]


def _span(event: Event) -> list[str]:
    """Begin and end: moments in UTC, which every calendar shows in its own zone; days as days, the end not included."""
    if not isinstance(event.start, datetime):
        last = event.start + timedelta(max(1, -(-(event.minutes or 0) // 1440)))
        return [f"DTSTART;VALUE=DATE:{_day(event.start)}", f"DTEND;VALUE=DATE:{_day(last)}"]
    begin = event.start.astimezone(UTC)
    minutes = USUAL_MINUTES if event.minutes is None else event.minutes
    if not minutes:
        return [f"DTSTART:{_moment(begin)}"]  # an end may not be its beginning
    return [f"DTSTART:{_moment(begin)}", f"DTEND:{_moment(begin + timedelta(minutes=minutes))}"]


def _moment(value: datetime) -> str:
    return f"{_day(value)}T{value:%H%M%SZ}"


def _day(value: date) -> str:
    return f"{value.year:04}{value:%m%d}"


def _text(value: str) -> str:
    """A text with what the format gives a meaning to escaped; characters no calendar takes are left out."""
    plain = "".join(sign for sign in value.replace("\r\n", "\n").replace("\r", "\n") if _shown(sign))
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _shown(sign: str) -> bool:
    """Line breaks and tabs, and whatever is no control character and no half of a pair."""
    return sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs", "Zl", "Zp")

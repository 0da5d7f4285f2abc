"""Which visits were given to a calendar, kept beside the data: one that is gone can then be called off there.

The file holds keys and moments only, never a word: it lies open where the data itself may be locked by a passphrase.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from kamdesk.errors import Trouble
from kamdesk.exchange.calendar import USUAL_MINUTES, Event
from kamdesk.exchange.outfile import put_file

_FILE = "calendar.json"
_DAY = 10  # characters of a day; a moment has more


@dataclass(frozen=True, slots=True)
class Given:
    """A visit as the calendar got it last."""

    key: str
    start: datetime | date
    minutes: int | None

    @property
    def end(self) -> datetime:
        """When it is over."""
        length = timedelta(minutes=USUAL_MINUTES if self.minutes is None else self.minutes)
        if isinstance(self.start, datetime):
            return self.start + length
        return datetime.combine(self.start, time()).astimezone() + max(length, timedelta(days=1))


def given(folder: Path) -> tuple[Given, ...]:
    """What the calendar got, in the order of the first time; what cannot be read was never given."""
    try:
        found = json.loads((folder / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ()
    rows = [_read(key, row) for key, row in found.items()] if isinstance(found, dict) else []
    return tuple(row for row in rows if row is not None)


def remember(folder: Path, events: Iterable[Event], now: datetime) -> None:
    """Note that a calendar got these; what is over by now is forgotten. A folder that takes no file is no trouble."""
    held = {mark.key: mark for mark in given(folder)}
    held |= {event.key: Given(event.key, event.start, event.minutes) for event in events}
    rows = {mark.key: [mark.start.isoformat(), mark.minutes] for mark in held.values() if mark.end >= now}
    try:
        put_file(folder / _FILE, f"{json.dumps(rows, indent=1)}\n".encode())
    except Trouble:
        return


def _read(key: str, row: Any) -> Given | None:
    try:
        told, minutes = row
        start = date.fromisoformat(told) if len(told) == _DAY else datetime.fromisoformat(told).astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        return None
    return Given(key, start, minutes if isinstance(minutes, int) and 0 <= minutes < 10**6 else None)

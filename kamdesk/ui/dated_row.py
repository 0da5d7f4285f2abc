"""A day typed into the palette opens that day among all visits."""

from __future__ import annotations

from datetime import date

from kamdesk.client.days import parse_day
from kamdesk.client.units import tell_long_day
from kamdesk.ui.hit_rows import Row
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Goto


def day_row(look: Look, today: date, asked: str) -> Row | None:
    """The line that opens the day a text means; None when it means none."""
    try:
        day = parse_day(asked, today)
    except (ValueError, OverflowError):
        return None
    words = look.tr("Visits on {day}", day=tell_long_day(day, look.words))
    return Row(words, day.isoformat(), icon="calendar", goto=Goto("visits", "", day.isoformat(), "day"))

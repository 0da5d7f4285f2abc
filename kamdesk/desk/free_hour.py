"""The hour that is proposed for a new visit: ten o'clock, or the next one that no other visit takes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from kamdesk.client.glance import Glance

USUAL_MINUTES = 60
_HOURS = (10, 11, 13, 14, 15, 16, 17, 9)  # noon is for lunch, and early only when nothing else is left


def free_hour(day: date, clients: Iterable[Glance]) -> datetime:
    """The first hour of a local day that meets no planned visit of any client; ten o'clock when there is none."""
    hours = [datetime.combine(day, time(hour)).astimezone(UTC) for hour in _HOURS]
    begin, end = min(hours), max(hours) + timedelta(minutes=USUAL_MINUTES)
    held = [
        (visit.at, visit.end) for glance in clients for visit in glance.upcoming if visit.at < end and visit.end > begin
    ]
    for hour in hours:
        over = hour + timedelta(minutes=USUAL_MINUTES)
        if not any(start < over and hour < stop for start, stop in held):
            return hour
    return hours[0]

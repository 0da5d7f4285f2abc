"""How long the program was not open: since when to tell what happened, and where to begin."""

from __future__ import annotations

from datetime import datetime, timedelta

from kamdesk.desk.desk import Clock, Desk
from kamdesk.settings import Settings
from kamdesk.ui.pages.page import Goto

FIRST = "today"
NOBODY = "clients"  # the first place while there are no clients: there is no day to plan yet
_SHORT = timedelta(hours=4)  # who comes back sooner still wants to read what happened before


def seen_now(clock: Clock) -> str:
    """The moment as the settings keep it."""
    return clock.now().isoformat(timespec="seconds")


def away_since(settings: Settings, clock: Clock) -> datetime | None:
    """Since when what happened is told: the last time the program was open, or the time before a short break."""
    seen, before = _moment(settings.seen), _moment(settings.away)
    if seen is None or (before is not None and clock.now() - seen < _SHORT):
        return before
    return seen


def first_place(settings: Settings, desk: Desk) -> Goto:
    """Where the program opens: each day at Today, later on the same day where it was left."""
    if not desk.clients():
        return Goto(NOBODY)
    seen = _moment(settings.seen)
    if seen is not None and seen.astimezone().date() == desk.today:
        return Goto(settings.place, settings.client)
    return Goto(FIRST)


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None

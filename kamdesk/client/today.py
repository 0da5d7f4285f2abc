"""What a day asks for over all clients: the next visit, what is due, who is cooling, what to ask, what was missed.

It is worked out of the rows of the client list alone, so that thousands of clients are no burden.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from heapq import nsmallest
from itertools import count, takewhile
from typing import Any

from kamdesk.client.asking import GRADE_WEIGHT
from kamdesk.client.cooling import Cooling, cooling
from kamdesk.client.glance import Glance, Upcoming
from kamdesk.client.missed import Missed, missed
from kamdesk.client.pending import Asked, Owed, Raw, Waiting, asked_of, owed_of, raw_of, told, waiting_of
from kamdesk.client.rules import RULES, Rules
from kamdesk.client.visiting import local_day

WEEKS = 4  # the squares of the visits held
MOST_ASKS = 60  # nobody reads on
_SOON = timedelta(2)
_NEAR = timedelta(7)
_FAR = timedelta(365)


@dataclass(frozen=True, slots=True)
class Coming:
    """A visit that is not over, with its client."""

    glance: Glance
    visit: Upcoming

    @property
    def day(self) -> date:
        """The local day."""
        return local_day(self.visit.at)


@dataclass(frozen=True, slots=True)
class Promised:
    """An open action with its client; `days` until it is due, below 0 when late."""

    glance: Glance
    owed: Owed
    days: int

    @property
    def late(self) -> bool:
        """Past its day."""
        return self.days < 0


@dataclass(frozen=True, slots=True)
class Question:
    """Something worth asking, with its client."""

    glance: Glance
    asked: Asked
    at: datetime | None  # of the visit at which it can be asked


@dataclass(frozen=True, slots=True)
class Undebriefed:
    """A visit that is over and of which nobody has said what came of it."""

    glance: Glance
    visit: Waiting


@dataclass(frozen=True, slots=True)
class Week:
    """The visits of one calendar week: how many moved something on, how many did not, how many are still to come."""

    first: date
    number: int  # ISO
    moved: int
    held: int
    planned: int


@dataclass(frozen=True, slots=True)
class Today:
    """Everything the day's place shows."""

    day: date
    coming: tuple[Coming, ...]  # every visit that is not over, the soonest first
    waiting: tuple[Undebriefed, ...]
    due: tuple[Promised, ...]  # late and of today, not asleep; the latest first
    soon: tuple[Promised, ...]  # of the next seven days
    cooling: tuple[Cooling, ...]
    asks: tuple[Question, ...]
    missed: tuple[Missed, ...]
    overlaps: tuple[tuple[Coming, Coming], ...]
    weeks: tuple[Week, ...]

    @property
    def next(self) -> Coming | None:
        """The visit that comes next, or runs."""
        return next(iter(self.coming), None)

    @property
    def today(self) -> tuple[Coming, ...]:
        """The visits of this day that are not over."""
        return tuple(takewhile(lambda item: item.day <= self.day, self.coming))

    @property
    def tomorrow(self) -> tuple[Coming, ...]:
        """The visits of the next calendar day."""
        near = takewhile(lambda item: item.day <= self.day + timedelta(1), self.coming)
        return tuple(item for item in near if item.day > self.day)

    @property
    def week(self) -> tuple[Coming, ...]:
        """The visits of the next seven days, without the next one."""
        return tuple(takewhile(lambda item: item.day < self.day + _NEAR, self.coming[1:]))

    @property
    def late(self) -> int:
        """How many promises and actions are past their day."""
        return sum(item.late for item in self.due)

    @property
    def ours_due(self) -> int:
        """How many of what is due is ours."""
        return sum(item.owed.ours is not False for item in self.due)

    @property
    def theirs_due(self) -> int:
        """How many of what is due is theirs."""
        return sum(item.owed.ours is False for item in self.due)


def today_of(
    glances: Iterable[Glance], now: datetime, today: date, rules: Rules = RULES, since: datetime | None = None
) -> Today:
    """The day over all clients; `since` is when somebody last worked here, None when there is nothing to catch up on.

    Sources: field 4, 6, 7; method F4 (rhythm by grade), F14.
    """
    held = tuple(glances)
    rows = list(zip(held, raw_of(glance.pending for glance in held), strict=True))
    coming = _coming(held, now)
    owed = _owed(rows, today)
    return Today(
        day=today,
        coming=coming,
        waiting=_waiting(rows, now),
        due=tuple(item for item in owed if item.days <= 0),
        soon=tuple(item for item in owed if item.days > 0),
        cooling=cooling(rows, now, today, rules),
        asks=_asks(rows, now),
        missed=missed(rows, since, now, rules) if since else (),
        overlaps=overlaps(coming),
        weeks=_weeks(rows, coming, today),
    )


def overlaps(coming: Iterable[Coming]) -> tuple[tuple[Coming, Coming], ...]:
    """Visits that begin before an earlier one is over, each with the one it meets first; `coming` by time."""
    found: list[tuple[Coming, Coming]] = []
    running: list[tuple[datetime, Coming]] = []
    for item in coming:
        begin = item.visit.at
        running = [held for held in running if held[0] > begin]
        if running:
            found.append((running[0][1], item))
        running.append((item.visit.end, item))
    return tuple(found)


_Row = tuple[Glance, Raw]


def _coming(glances: Iterable[Glance], now: datetime) -> tuple[Coming, ...]:
    found = [Coming(glance, visit) for glance in glances for visit in glance.upcoming if visit.end >= now]
    return tuple(sorted(found, key=lambda item: (item.visit.at, item.visit.key)))


def _waiting(rows: list[_Row], now: datetime) -> tuple[Undebriefed, ...]:
    visits = ((glance, waiting_of(raw)) for glance, held in rows for raw in held.get("w", ()))
    found = [Undebriefed(glance, visit) for glance, visit in visits if visit.end < now]
    return tuple(sorted(found, key=lambda item: item.visit.at, reverse=True))


def _owed(rows: list[_Row], today: date) -> list[Promised]:
    """What is due up to in a week: the latest first, within a day the better grade first."""
    now, last = today.isoformat(), (today + _NEAR).isoformat()
    found = []
    for glance, held in rows:
        for raw in held.get("o", ()):
            due, snoozed = raw[4], raw[5]
            if due is None or due > last:
                break  # they come by their day
            if snoozed is None or snoozed <= now:
                owed = owed_of(raw)
                found.append(Promised(glance, owed, ((owed.due or today) - today).days))
    found.sort(key=lambda item: (item.days, -GRADE_WEIGHT.get(item.glance.grade, 0), item.glance.called))
    return found


def _asks(rows: list[_Row], now: datetime) -> tuple[Question, ...]:
    """What to ask, by its weight and how soon it can be asked; what can be asked nowhere soon comes last."""
    far = told(now + _FAR)
    return tuple(
        Question(glance, asked_of(raw), None if at == far else datetime.fromisoformat(at))
        for _, at, _, glance, raw in nsmallest(MOST_ASKS, _weighed(rows, now, far))
    )


def _weighed(rows: list[_Row], now: datetime, far: str) -> Iterator[tuple[int, str, int, Glance, list[Any]]]:
    """All there is to ask: how urgent, at which moment, and a number by which all else equal keeps its order."""
    moment, soon, near, numbers = told(now), told(now + _SOON), told(now + _NEAR), count()
    for glance, held in rows:
        if "q" not in held:
            continue
        visit = glance.next_visit(now)
        usual = told(visit.at) if visit else far
        for raw in held["q"]:
            at = raw[0] if raw[0] and raw[0] >= moment else usual
            urgency = 8 if at <= soon else 4 if at <= near else 2 if at < far else 1
            yield -urgency * raw[1], at, next(numbers), glance, raw


def _weeks(rows: list[_Row], coming: tuple[Coming, ...], today: date) -> tuple[Week, ...]:
    this = today - timedelta(today.weekday())
    days = [entry for _, held in rows for entry in held.get("h", ())]
    weeks = []
    for back in range(WEEKS - 1, -1, -1):
        first = this - timedelta(7 * back)
        last = first + timedelta(6)
        moved = [good for day, good in days if first.isoformat() <= day <= last.isoformat()]
        planned = 0 if back else _until(coming, last)
        weeks.append(Week(first, first.isocalendar()[1], sum(moved), len(moved) - sum(moved), planned))
    return tuple(weeks)


def _until(coming: tuple[Coming, ...], last: date) -> int:
    """How many visits are up to a day."""
    return sum(1 for _ in takewhile(lambda item: item.day <= last, coming))

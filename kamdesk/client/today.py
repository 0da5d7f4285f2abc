"""What a day asks for over all clients: the next visit, what is due, who is cooling, what to ask, what was missed.

It is worked out of the rows of the client list alone, so that thousands of clients are no burden.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kamdesk.client.asking import GRADE_WEIGHT
from kamdesk.client.cooling import Cooling, cooling
from kamdesk.client.glance import Glance, Upcoming
from kamdesk.client.missed import Missed, missed
from kamdesk.client.pending import Asked, Owed, Pending, Waiting
from kamdesk.client.rules import RULES, Rules
from kamdesk.client.visiting import local_day

WEEKS = 4  # the squares of the visits held
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
        return tuple(item for item in self.coming if item.day == self.day)

    @property
    def tomorrow(self) -> tuple[Coming, ...]:
        """The visits of the next calendar day."""
        return tuple(item for item in self.coming if item.day == self.day + timedelta(1))

    @property
    def week(self) -> tuple[Coming, ...]:
        """The visits of the next seven days, without the next one."""
        return tuple(item for item in self.coming[1:] if item.day < self.day + _NEAR)

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
    rows = [(glance, Pending.from_json(glance.pending)) for glance in glances]
    coming = _coming(rows, now)
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
    running: list[Coming] = []
    for item in coming:
        running = [other for other in running if other.visit.end > item.visit.at]
        if running:
            found.append((running[0], item))
        running.append(item)
    return tuple(found)


_Row = tuple[Glance, Pending]


def _coming(rows: list[_Row], now: datetime) -> tuple[Coming, ...]:
    found = [Coming(glance, visit) for glance, _ in rows for visit in glance.upcoming if visit.end >= now]
    return tuple(sorted(found, key=lambda item: (item.visit.at, item.visit.key)))


def _waiting(rows: list[_Row], now: datetime) -> tuple[Undebriefed, ...]:
    found = [Undebriefed(glance, visit) for glance, held in rows for visit in held.waiting if visit.end < now]
    return tuple(sorted(found, key=lambda item: item.visit.at, reverse=True))


def _owed(rows: list[_Row], today: date) -> list[Promised]:
    """What is due up to in a week: the latest first, within a day the better grade first."""
    found = []
    for glance, held in rows:
        for owed in held.owed:
            if owed.due is None or owed.due - today > _NEAR:
                break  # they come by their day
            if owed.snoozed is None or owed.snoozed <= today:
                found.append(Promised(glance, owed, (owed.due - today).days))
    found.sort(key=lambda item: (item.days, -GRADE_WEIGHT.get(item.glance.grade, 0), item.glance.called))
    return found


def _asks(rows: list[_Row], now: datetime) -> tuple[Question, ...]:
    """What to ask, by its weight and how soon it can be asked; what is asked nowhere soon comes last."""
    found = []
    for glance, held in rows:
        visit = glance.next_visit(now)
        for asked in held.asks:
            at = asked.at if asked.at and asked.at >= now else visit.at if visit else None
            found.append((_urgency(at, now) * asked.weight, Question(glance, asked, at)))
    found.sort(key=lambda pair: (-pair[0], pair[1].at or now + _FAR, pair[1].glance.called))
    return tuple(question for _, question in found)


def _urgency(at: datetime | None, now: datetime) -> int:
    if at is None:
        return 1
    return 8 if at - now <= timedelta(2) else 4 if at - now <= _NEAR else 2


def _weeks(rows: list[_Row], coming: tuple[Coming, ...], today: date) -> tuple[Week, ...]:
    this = today - timedelta(today.weekday())
    days = [entry for _, held in rows for entry in held.held]
    weeks = []
    for back in range(WEEKS - 1, -1, -1):
        first = this - timedelta(7 * back)
        last = first + timedelta(6)
        moved = [good for day, good in days if first <= day <= last]
        planned = sum(first <= item.day <= last for item in coming) if not back else 0
        weeks.append(Week(first, first.isocalendar()[1], sum(moved), len(moved) - sum(moved), planned))
    return tuple(weeks)

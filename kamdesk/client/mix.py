"""Which kinds of touch a client gets: keeping a client takes more than dinners (method S2-22, F3, C7)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kamdesk.client.activities import Activity
from kamdesk.client.client import Client
from kamdesk.client.suggest import ATTENDED, YEAR
from kamdesk.client.visit_records import Presence
from kamdesk.client.visiting import local_day


@dataclass(frozen=True, slots=True)
class Mix:
    """Touches of the last 365 days and those planned, by their kind; the most frequent first."""

    held: dict[Activity, int]
    planned: dict[Activity, int]
    meal_share: float | None  # 0.0-1.0, None while there was no touch
    too_many: bool  # more meals than the rules hold for good

    @property
    def touches(self) -> int:
        """How many there were."""
        return sum(self.held.values())

    @property
    def kinds(self) -> int:
        """How many kinds there were or are planned."""
        return len(self.held.keys() | self.planned.keys())


def activity_mix(client: Client, today: date, contact: str = "") -> Mix:
    """Past visits and invitations that were followed, against the open actions; of one person when one is named.

    Several people at one event are one touch, and so is an invitation on the day of a visit of the same kind.
    """
    touches = dict.fromkeys((*_visits(client, today, contact), *_invitations(client, today, contact)))
    held = Counter(kind for kind, _, _ in touches)
    planned = Counter(
        action.activity
        for action in client.actions
        if action.activity and action.done is None and (not contact or action.contact == contact)
    )
    total = sum(held.values())
    share = held[Activity.MEAL] / total if total else None
    too_many = share is not None and 100 * share > client.rules.meals
    return Mix(dict(held.most_common()), dict(planned.most_common()), share, too_many)


_Touch = tuple[Activity, date, str]


def _visits(client: Client, today: date, contact: str) -> Iterator[_Touch]:
    came = {a.visit for a in client.attendees if a.contact == contact and a.presence is not Presence.MISSING}
    days: Counter[tuple[Activity, date]] = Counter()
    for visit in client.visits:
        if visit.at is None or (contact and visit.key not in came):
            continue
        day, kind = local_day(visit.at), visit.activity or Activity.MEETING
        if today - YEAR < day and (day < today or (day == today and visit.result)):
            days[kind, day] += 1
            number = days[kind, day]
            yield kind, day, "" if number == 1 else visit.key


def _invitations(client: Client, today: date, contact: str) -> Iterator[_Touch]:
    met = {(kind, day) for kind, day, _ in _visits(client, today, contact)}
    for item in client.invitations:
        if item.answer not in ATTENDED or item.day is None or (contact and item.contact != contact):
            continue
        kind = item.activity or Activity.EVENT
        if timedelta(0) <= today - item.day < YEAR and (kind, item.day) not in met:
            yield kind, item.day, item.text.strip().casefold()

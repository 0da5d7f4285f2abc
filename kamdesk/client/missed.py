"""While you were away: what the calendar did between the last time somebody worked here and now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kamdesk.client.cooling import rhythm
from kamdesk.client.glance import Glance
from kamdesk.client.pending import Pending
from kamdesk.client.rules import Rules
from kamdesk.client.visiting import local_day
from kamdesk.words import Said, said


@dataclass(frozen=True, slots=True)
class Missed:
    """One thing that happened by itself, with its day and the place and record it leads to."""

    icon: str
    said: Said
    glance: Glance
    day: date
    place: str
    key: str


def missed(rows: Iterable[tuple[Glance, Pending]], since: datetime, now: datetime, rules: Rules) -> tuple[Missed, ...]:
    """What came about after `since`, the newest first: due days, woken actions, visits over, decisions, silence."""
    first, last = local_day(since), local_day(now)
    found = [item for glance, held in rows for item in _of(glance, held, since, now, rules)]
    return tuple(sorted((item for item in found if first <= item.day <= last), key=lambda item: -item.day.toordinal()))


def _of(glance: Glance, held: Pending, since: datetime, now: datetime, rules: Rules) -> Iterator[Missed]:
    name, first, last = glance.called, local_day(since), local_day(now)
    for owed in held.owed:
        if owed.snoozed and first < owed.snoozed <= last:
            yield Missed(
                "history",
                said("{name}: {text} is back", name=name, text=owed.text),
                glance,
                owed.snoozed,
                "plan",
                owed.key,
            )
        elif owed.due and first < owed.due < last:
            text = said("{name}: {text} fell due", name=name, text=owed.text)
            yield Missed("history", text, glance, owed.due, "plan", owed.key)
    for visit in held.waiting:
        if since < visit.end < now:
            text = said("{name}: the visit is over, its debrief is open", name=name)
            yield Missed("clipboard-pen", text, glance, local_day(visit.at), "visits", visit.key)
    for order in held.deciding:
        near = order.day - timedelta(rules.decision_near)
        if first < near <= last:
            text = said("{name}: {order} is decided in {n} d", name=name, order=order.name, n=(order.day - last).days)
            yield Missed("target", text, glance, near, "plan", order.key)
    yield from _silence(glance, held, first, last, rules)


def _silence(glance: Glance, held: Pending, first: date, last: date, rules: Rules) -> Iterator[Missed]:
    """The day on which a rhythm was broken, and the one on which the newest weigh-in became old."""
    met, agreed = glance.met(last), rhythm(glance.grade, rules)
    if met and agreed and first < (day := met + timedelta(agreed + 1)) <= last:
        text = said("{name} has not been visited for {n} d", name=glance.called, n=agreed)
        yield Missed("clock-alert", text, glance, day, "visits", "")
    if held.weighed and first < (day := held.weighed + timedelta(rules.fresh_days)) <= last:
        yield Missed("scale", said("{name}: the weigh-in is old", name=glance.called), glance, day, "weighin", "")

"""While you were away: what the calendar did between the last time somebody worked here and now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kamdesk.client.cooling import rhythm
from kamdesk.client.glance import Glance
from kamdesk.client.pending import Raw, deciding_of, owed_of, waiting_of
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


def missed(rows: Iterable[tuple[Glance, Raw]], since: datetime, now: datetime, rules: Rules) -> tuple[Missed, ...]:
    """What came about after `since`, the newest first: due days, woken actions, visits over, decisions, silence."""
    span = _Span(since, now, local_day(since), local_day(now))
    found = [item for glance, held in rows for item in _of(glance, held, span, rules)]
    return tuple(sorted(found, key=lambda item: -item.day.toordinal()))


@dataclass(frozen=True, slots=True)
class _Span:
    """The time somebody was away."""

    since: datetime
    now: datetime
    first: date
    last: date


def _of(glance: Glance, held: Raw, span: _Span, rules: Rules) -> Iterator[Missed]:
    name = glance.called
    if "o" in held:
        yield from _owed(glance, held, span)
    for visit in map(waiting_of, held.get("w", ())):
        if span.since < visit.end < span.now:
            text = said("{name}: the visit is over, its debrief is open", name=name)
            yield Missed("clipboard-pen", text, glance, local_day(visit.at), "visits", visit.key)
    for order in map(deciding_of, held.get("d", ())):
        near, days = order.day - timedelta(rules.decision_near), (order.day - span.last).days
        if span.first < near <= span.last:
            text = said("{name}: {order} is decided in {n} d", name=name, order=order.name, n=days)
            yield Missed("target", text, glance, near, "plan", order.key)
    yield from _grown_old(glance, held, span, rules)


def _owed(glance: Glance, held: Raw, span: _Span) -> Iterator[Missed]:
    """Actions that woke up or fell due; what is due today is told as such elsewhere."""
    first, last = span.first.isoformat(), span.last.isoformat()
    for raw in held["o"]:
        due, snoozed = raw[4], raw[5]
        if not (snoozed and first < snoozed <= last) and not (due and first < due < last):
            continue
        owed = owed_of(raw)
        if owed.snoozed and span.first < owed.snoozed <= span.last:
            text = said("{name}: {text} is back", name=glance.called, text=owed.text)
            yield Missed("history", text, glance, owed.snoozed, "plan", owed.key)
        elif owed.due and (owed.snoozed is None or owed.snoozed <= span.last):
            text = said("{name}: {text} fell due", name=glance.called, text=owed.text)
            yield Missed("history", text, glance, owed.due, "plan", owed.key)


def _grown_old(glance: Glance, held: Raw, span: _Span, rules: Rules) -> Iterator[Missed]:
    """The day on which a rhythm was broken, and the one on which the newest weigh-in became old."""
    agreed = rhythm(glance.grade, rules)
    if agreed and glance.last_met is not None and (span.last - glance.last_met).days > agreed:
        met = glance.met(span.last) or glance.last_met
        day = met + timedelta(agreed + 1)
        if span.first < day <= span.last:
            text = said("{name} has not been visited for {n} d", name=glance.called, n=agreed)
            yield Missed("clock-alert", text, glance, day, "visits", "")
    if "l" in held:
        day = date.fromisoformat(held["l"]) + timedelta(rules.fresh_days)
        if span.first < day <= span.last:
            yield Missed("scale", said("{name}: the weigh-in is old", name=glance.called), glance, day, "weighin", "")

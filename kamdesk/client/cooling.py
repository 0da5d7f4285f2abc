"""Clients that are slipping away: not visited in their rhythm, weighed lower, a decision near and nothing planned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kamdesk.client.glance import Glance
from kamdesk.client.pending import Raw, deciding_of
from kamdesk.client.rules import Rules
from kamdesk.client.units import tell_decimal
from kamdesk.client.visiting import local_day
from kamdesk.words import Said, said

_RHYTHM = {"S": "visit_s", "A": "visit_a", "B": "visit_b", "C": "visit_c"}
_PLANNED = timedelta(7)  # a visit this near ends a silence by itself


@dataclass(frozen=True, slots=True)
class Cooling:
    """A client that needs a look, why, and the place and record it leads to."""

    glance: Glance
    kind: str  # "silence", "slipping", "decision", "touch"
    said: Said
    place: str
    key: str
    weight: float


def rhythm(grade: str, rules: Rules) -> int:
    """Days between two visits to a client of a grade; 0 when there is no rhythm. Source: method F4."""
    return round(getattr(rules, _RHYTHM[grade])) if grade in _RHYTHM else 0


def silence(glance: Glance, today: date, rules: Rules) -> tuple[int, int] | None:
    """Days since the last visit and the days agreed, where they are passed; None while the rhythm is kept."""
    agreed = rhythm(glance.grade, rules)
    if not agreed or glance.last_met is None or (today - glance.last_met).days <= agreed:
        return None  # whoever was met since was met later still
    silent = glance.silent_days(today)
    return (silent, agreed) if silent is not None and silent > agreed else None


def fall(glance: Glance) -> tuple[float, float] | None:
    """The highest score of the window before the newest one, and the newest; None while there are not two."""
    return (max(glance.trend[:-1]), glance.trend[-1]) if len(glance.trend) > 1 else None


def cooling(rows: Iterable[tuple[Glance, Raw]], now: datetime, today: date, rules: Rules) -> tuple[Cooling, ...]:
    """One line for each client that needs a look, the gravest first; of a client the gravest reason is told."""
    found = []
    for glance, held in rows:
        reasons = [
            *_decision(glance, held, today, rules),
            *_fallen(glance, rules),
            *_silent(glance, now, today, rules),
            *_untouched(glance, held, now, today),
        ]
        if reasons:
            found.append(max(reasons, key=lambda reason: reason.weight))
    return tuple(sorted(found, key=lambda item: (-item.weight, item.glance.called)))


def _silent(glance: Glance, now: datetime, today: date, rules: Rules) -> Iterable[Cooling]:
    passed = silence(glance, today, rules)
    if passed is None:
        return
    planned = glance.next_visit(now)
    if planned is not None and local_day(planned.at) - today <= _PLANNED:
        return
    silent, agreed = passed
    text = said("Not visited for {n} d, agreed: every {m} d", n=silent, m=agreed)
    yield Cooling(glance, "silence", text, "visits", "", silent / agreed)


def _fallen(glance: Glance, rules: Rules) -> Iterable[Cooling]:
    scores = fall(glance)
    if scores is None or scores[0] - scores[1] <= rules.slipping:
        return
    before, now = scores
    text = said("Weighed {before} → {now}", before=tell_decimal(before, 1), now=tell_decimal(now, 1))
    yield Cooling(glance, "slipping", text, "weighin", "", 1 + (before - now) * 2)


def _decision(glance: Glance, held: Raw, today: date, rules: Rules) -> Iterable[Cooling]:
    for raw in held.get("d", ()):
        if raw[3]:  # something is planned
            continue
        order = deciding_of(raw)
        days = (order.day - today).days
        if 0 <= days <= rules.decision_near:
            text = said("{name} is decided in {n} d, and there is no next step", name=order.name, n=days)
            yield Cooling(glance, "decision", text, "plan", order.key, 3 - 2 * days / rules.decision_near)


def _untouched(glance: Glance, held: Raw, now: datetime, today: date) -> Iterable[Cooling]:
    """The next touch that the last visit set is due, nobody was met since, and no visit is planned."""
    if "t" not in held or held["t"] > today.isoformat() or glance.next_visit(now) is not None:
        return
    day, met = date.fromisoformat(held["t"]), glance.met(today)
    if met is not None and met >= day:
        return
    days = (today - day).days
    text = said("The next touch has been due for {n} d", n=days) if days else said("The next touch is due today")
    yield Cooling(glance, "touch", text, "visits", "", 1.2 + min(days, 60) / 100)

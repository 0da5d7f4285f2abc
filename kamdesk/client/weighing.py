"""The weigh-in of one person: evidence cap, score, completeness, band and change (method §2, F1)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from kamdesk.client.client import Client
from kamdesk.client.levels import LEVELS, NEXT_ACTIONS, QUESTIONS
from kamdesk.client.people import Attitude
from kamdesk.client.presets import Weights
from kamdesk.client.rules import RULES, Rules
from kamdesk.client.weigh_records import Dimension, Evidence, WeighIn
from kamdesk.words import Said, said

__all__ = [
    "LEVELS",
    "NEXT_ACTIONS",
    "QUESTIONS",
    "Counted",
    "Freshness",
    "Weighed",
    "attitude_in_doubt",
    "band_of",
    "caps",
    "carried",
    "change",
    "counted",
    "freeze",
    "freshness",
    "history",
    "latest",
    "weigh",
]

UNPROVEN = 3  # the highest level that needs no fact


class Freshness(StrEnum):
    """How old a fact is: it proves a level, it is amber, it is red."""

    FRESH = "fresh"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Counted:
    """A level as it was entered and as it counts; `reason` says why the two differ."""

    entered: int | None
    counted: int | None
    facts: int = 0  # dated facts that are recent enough to prove a level
    reason: Said | None = None

    @property
    def capped(self) -> bool:
        """True when less counts than was entered."""
        return self.reason is not None

    @property
    def chip(self) -> Said | None:
        """ "5 → 3 unproven" for a capped level."""
        if not self.capped:
            return None
        if self.counted == UNPROVEN:
            return said("{entered} → {counted} unproven", entered=self.entered, counted=self.counted)
        return said("{entered} → {counted} not confirmed", entered=self.entered, counted=self.counted)


@dataclass(frozen=True, slots=True)
class Weighed:
    """What one weigh-in comes to; `score` is R, 1.0-5.0, over the chosen dimensions that are known."""

    weighin: WeighIn
    weights: Weights
    counted: dict[Dimension, Counted]
    score: float | None
    completeness: float  # 0.0-1.0, the known share of the chosen weight
    band: Attitude | None
    veto: bool  # the band was held down because the person obstructs us or promotes a rival
    enough: bool  # as much of the chosen weight is known as the rules ask for, 60 % by default

    @property
    def index(self) -> float | None:
        """The score on a scale of 0-100."""
        return None if self.score is None else (self.score - 1) / 4 * 100

    @property
    def standing(self) -> float | None:
        """The score when it rests on enough, else None: what roll-ups and comparisons use."""
        return self.score if self.enough else None


def freshness(day: date | None, on: date, rules: Rules = RULES) -> Freshness:
    """How old a fact of `day` is on a day; an undated one is as good as old."""
    age = (on - day).days if day else None
    if age is not None and age <= rules.fresh_days:
        return Freshness.FRESH
    return Freshness.AMBER if age is not None and age <= rules.old_days else Freshness.RED


def counted(
    weighin: WeighIn, evidence: Iterable[Evidence], dimension: Dimension, on: date | None = None, rules: Rules = RULES
) -> Counted:
    """The level of a dimension capped at what dated facts prove: none 3, one 4, two with one confirmed 5.

    What was kept when the person was weighed stands, whatever was written down since. Else facts count when they are
    of the same person and dimension and at most 180 days older than the weigh-in; `on` stands in for the day of a
    weigh-in that has none. What we suppose of a rival is not capped. Source: method §2, evidence rule (TR1-TR3).
    """
    entered, kept, day = weighin.level(dimension), weighin.kept(dimension), weighin.day or on
    if weighin.rival:
        return Counted(entered, entered)
    facts = [item for item in evidence if day and _proves(item, weighin, dimension, day, rules)]
    if entered is None or entered <= UNPROVEN:
        return Counted(entered, entered, len(facts))
    level = min(entered, _proven(facts) if kept is None else kept)
    if level == entered:
        return Counted(entered, entered, len(facts))
    days = f"{rules.fresh_days:g}"
    if entered == UNPROVEN + 1:
        reason = said("Level 4 needs one fact from the last {days} days", days=days)
    else:
        reason = said("Level 5 needs two facts from the last {days} days, one of them confirmed", days=days)
    return Counted(entered, level, len(facts), reason)


def _proven(facts: list[Evidence]) -> int:
    return UNPROVEN + min(len(facts), 2 if any(item.second_source.strip() for item in facts) else 1)


def _proves(item: Evidence, weighin: WeighIn, dimension: Dimension, day: date, rules: Rules) -> bool:
    return (
        item.dimension is dimension
        and item.contact == weighin.contact
        and item.day is not None
        and timedelta(0) <= day - item.day <= timedelta(rules.fresh_days)
    )


def caps(weighin: WeighIn, evidence: Iterable[Evidence], rules: Rules = RULES) -> dict[str, Any]:
    """What each level counts as by the facts there are now: the values to keep with the weigh-in, by field."""
    facts = list(evidence)
    nothing: dict[str, Any] = dict.fromkeys(f"{dimension.value}_counted" for dimension in Dimension)
    bare = dataclasses.replace(weighin, **nothing)
    return {f"{d.value}_counted": counted(bare, facts, d, rules=rules).counted for d in Dimension}


def carried(weighin: WeighIn, stands: Weighed, evidence: Iterable[Evidence], rules: Rules = RULES) -> WeighIn:
    """A weigh-in whose levels count at least as much as what stands, and more where facts prove more by now."""
    found = caps(weighin, evidence, rules)
    for dimension in Dimension:
        name, before = f"{dimension.value}_counted", stands.counted[dimension].counted
        if found[name] is not None and before is not None:
            found[name] = max(before, found[name])
    return dataclasses.replace(weighin, **found)


def freeze(client: Client) -> Client:
    """The client with what each level counts as kept wherever nothing was kept so far."""
    facts: dict[str | None, list[Evidence]] = {}
    for item in client.evidence:
        facts.setdefault(item.contact, []).append(item)
    kept = tuple(_frozen(item, facts.get(item.contact, []), client.rules) for item in client.weighins)
    return client if kept == client.weighins else dataclasses.replace(client, weighins=kept)


def _frozen(weighin: WeighIn, facts: list[Evidence], rules: Rules) -> WeighIn:
    missing = [f"{d.value}_counted" for d in Dimension if weighin.level(d) is not None and weighin.kept(d) is None]
    if not missing:
        return weighin
    found = caps(weighin, facts, rules)
    return dataclasses.replace(weighin, **{name: found[name] for name in missing})


def weigh(
    weighin: WeighIn,
    evidence: Iterable[Evidence] = (),
    on: date | None = None,
    weights: Weights | None = None,
    rules: Rules = RULES,
) -> Weighed:
    """R = Σ w·s / Σ w over the chosen dimensions that are known; unknown never counts as low.

    `weights` serve a weigh-in that carries none, and a rival's estimate always: two scores that are held against each
    other count the same dimensions by the same weights. Source: method F1, F5.
    """
    facts: dict[Dimension | None, list[Evidence]] = {}
    for item in evidence:
        facts.setdefault(item.dimension, []).append(item)
    own = {dimension: weighin.weight(dimension) for dimension in Dimension}
    used = weights if weights and (weighin.rival or not any(own.values())) else own
    levels = {d: counted(weighin, facts.get(d, ()), d, on, rules) for d in Dimension}
    known = {d: level.counted for d, level in levels.items() if level.counted is not None and used[d] > 0}
    known_weight, chosen_weight = sum(used[d] for d in known), sum(used.values())
    score = sum(used[d] * level for d, level in known.items()) / known_weight if known_weight else None
    completeness = known_weight / chosen_weight if chosen_weight else 0.0
    opposed = 1 in (known.get(Dimension.PROJECT), known.get(Dimension.RIVALRY))
    enough = score is not None and 100 * completeness >= rules.enough
    band = band_of(score, opposed, rules) if score is not None and enough else None
    return Weighed(weighin, used, levels, score, completeness, band, opposed, enough)


def band_of(score: float, veto: bool = False, rules: Rules = RULES) -> Attitude:
    """The attitude a score stands for; under a veto it cannot be better than non-supporter. Source: method F1."""
    band = next((attitude for attitude, floor in _floors(rules) if score >= floor), Attitude.ENEMY)
    return max(band, Attitude.NON_SUPPORTER, key=list(Attitude).index) if veto else band


def _floors(rules: Rules) -> tuple[tuple[Attitude, float], ...]:
    return (
        (Attitude.COACH, rules.coach),
        (Attitude.SUPPORTER, rules.supporter),
        (Attitude.NEUTRAL, rules.neutral),
        (Attitude.NON_SUPPORTER, rules.non_supporter),
    )


def attitude_in_doubt(attitude: Attitude | None, weighed: Weighed | None) -> bool:
    """True when the attitude set by hand is two or more bands from the weigh-in's: ask why. Source: method F1."""
    if attitude is None or weighed is None or weighed.band is None:
        return False
    order = list(Attitude)
    return abs(order.index(attitude) - order.index(weighed.band)) >= 2


def change(now: Weighed, before: Weighed) -> float | None:
    """How far the score moved, over the dimensions known in both, with the weights of now; None without any.

    Source: method F1: a changed choice of dimensions or weights must not look like a change of the person.
    """
    pairs = [
        (now.weights[d], now.counted[d].counted, before.counted[d].counted)
        for d in Dimension
        if now.weights[d] > 0 and before.weights[d] > 0
    ]
    both = [(weight, new, old) for weight, new, old in pairs if new is not None and old is not None]
    total = sum(weight for weight, _, _ in both)
    return sum(weight * (new - old) for weight, new, old in both) / total if total else None


def history(weighins: Iterable[WeighIn], contact: str, rival: str | None = None) -> list[WeighIn]:
    """All dated weigh-ins of one person, for us or for one rival, oldest first."""
    kept = [item for item in weighins if item.contact == contact and item.rival == rival and item.day]
    return sorted(kept, key=lambda item: item.day or date.min)


def latest(
    weighins: Iterable[WeighIn], contact: str, rival: str | None = None, before: date | None = None
) -> WeighIn | None:
    """The newest weigh-in of a person, earlier than `before` when that is given; None when there is none."""
    kept = [item for item in history(weighins, contact, rival) if before is None or (item.day and item.day < before)]
    return kept[-1] if kept else None

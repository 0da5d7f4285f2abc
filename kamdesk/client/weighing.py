"""The weigh-in of one person: evidence cap, score, completeness, band and change (method §2, F1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kamdesk.client.levels import LEVELS, NEXT_ACTIONS, QUESTIONS
from kamdesk.client.library import Profile
from kamdesk.client.people import Attitude
from kamdesk.client.weigh_records import Dimension, Evidence, WeighIn
from kamdesk.words import N_, NC_, Said, said

__all__ = [
    "ENOUGH",
    "LEVELS",
    "NEXT_ACTIONS",
    "PRESETS",
    "PRESET_LABELS",
    "QUESTIONS",
    "Counted",
    "Freshness",
    "Weighed",
    "attitude_in_doubt",
    "band_of",
    "change",
    "counted",
    "freshness",
    "history",
    "latest",
    "preset_of",
    "shares",
    "starting_weights",
    "weigh",
]

FRESH_DAYS, OLD_DAYS = 180, 365
ENOUGH = 0.6  # below this completeness a weigh-in has no band and is not rolled up
UNPROVEN = 3  # the highest level that needs no fact
_BANDS = ((4.5, Attitude.COACH), (3.7, Attitude.SUPPORTER), (2.7, Attitude.NEUTRAL), (1.7, Attitude.NON_SUPPORTER))

Weights = dict[Dimension, int]


def _weights(*values: int) -> Weights:
    return dict(zip(Dimension, values, strict=True))


PRESETS: dict[str, Weights] = {
    "lite": _weights(0, 0, 10, 0, 10, 10),
    "four": _weights(10, 0, 10, 0, 10, 10),
    "balanced": _weights(10, 10, 10, 10, 10, 10),
    "project": _weights(10, 5, 20, 15, 30, 20),
    "long_term": _weights(25, 15, 15, 15, 15, 15),
}
PRESET_LABELS: dict[str, str] = {
    "lite": N_("Lite: three dimensions"),
    "four": N_("Four dimensions"),
    "balanced": NC_("weights", "Balanced"),
    "project": N_("Project push"),
    "long_term": N_("Long term"),
}


class Freshness(StrEnum):
    """How old a fact is: up to 180 days, up to 365, older."""

    FRESH = "fresh"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Counted:
    """A level as it was entered and as it counts; `reason` says why the two differ."""

    entered: int | None
    counted: int | None
    facts: int = 0  # dated facts of the last 180 days
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

    @property
    def index(self) -> float | None:
        """The score on a scale of 0-100."""
        return None if self.score is None else (self.score - 1) / 4 * 100

    @property
    def enough(self) -> bool:
        """True when at least 60 % of the chosen weight is known."""
        return self.score is not None and self.completeness >= ENOUGH

    @property
    def standing(self) -> float | None:
        """The score when it rests on enough, else None: what roll-ups and comparisons use."""
        return self.score if self.enough else None


def freshness(day: date | None, on: date) -> Freshness:
    """How old a fact of `day` is on a day; an undated one is as good as old."""
    age = (on - day).days if day else OLD_DAYS + 1
    if age <= FRESH_DAYS:
        return Freshness.FRESH
    return Freshness.AMBER if age <= OLD_DAYS else Freshness.RED


def counted(weighin: WeighIn, evidence: Iterable[Evidence], dimension: Dimension, on: date | None = None) -> Counted:
    """The level of a dimension capped at what dated facts prove: none 3, one 4, two with one confirmed 5.

    Facts count when they are of the same person and dimension and at most 180 days older than the weigh-in, so a
    snapshot never changes with the passing of time; `on` stands in for the day of a weigh-in that has none. What we
    suppose of a rival is not capped. Source: method §2, evidence rule (TR1-TR3).
    """
    entered, day = weighin.level(dimension), weighin.day or on
    if weighin.rival:
        return Counted(entered, entered)
    facts = [item for item in evidence if day and _proves(item, weighin, dimension, day)]
    if entered is None or entered <= UNPROVEN:
        return Counted(entered, entered, len(facts))
    proven = min(len(facts), 2 if any(item.second_source.strip() for item in facts) else 1)
    level = min(entered, UNPROVEN + proven)
    if level == entered:
        return Counted(entered, entered, len(facts))
    if entered == UNPROVEN + 1:
        reason = said("Level 4 needs one fact from the last 180 days")
    else:
        reason = said("Level 5 needs two facts from the last 180 days, one of them confirmed")
    return Counted(entered, level, len(facts), reason)


def _proves(item: Evidence, weighin: WeighIn, dimension: Dimension, day: date) -> bool:
    return (
        item.dimension is dimension
        and item.contact == weighin.contact
        and item.day is not None
        and timedelta(0) <= day - item.day <= timedelta(FRESH_DAYS)
    )


def weigh(
    weighin: WeighIn, evidence: Iterable[Evidence] = (), on: date | None = None, weights: Weights | None = None
) -> Weighed:
    """R = Σ w·s / Σ w over the chosen dimensions that are known; unknown never counts as low.

    `weights` serve a weigh-in that carries none (a rival's estimate takes ours). Source: method F1.
    """
    facts: dict[Dimension | None, list[Evidence]] = {}
    for item in evidence:
        facts.setdefault(item.dimension, []).append(item)
    own = {dimension: weighin.weight(dimension) for dimension in Dimension}
    used = own if any(own.values()) else (weights or own)
    levels = {dimension: counted(weighin, facts.get(dimension, ()), dimension, on) for dimension in Dimension}
    known = {d: level.counted for d, level in levels.items() if level.counted is not None and used[d] > 0}
    known_weight, chosen_weight = sum(used[d] for d in known), sum(used.values())
    score = sum(used[d] * level for d, level in known.items()) / known_weight if known_weight else None
    completeness = known_weight / chosen_weight if chosen_weight else 0.0
    opposed = 1 in (known.get(Dimension.PROJECT), known.get(Dimension.RIVALRY))
    band = band_of(score, opposed) if score is not None and completeness >= ENOUGH else None
    return Weighed(weighin, used, levels, score, completeness, band, opposed)


def band_of(score: float, veto: bool = False) -> Attitude:
    """The attitude a score stands for; under a veto it cannot be better than non-supporter. Source: method F1."""
    band = next((attitude for floor, attitude in _BANDS if score >= floor), Attitude.ENEMY)
    return max(band, Attitude.NON_SUPPORTER, key=list(Attitude).index) if veto else band


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


def shares(weights: Weights) -> dict[Dimension, float]:
    """w_d / Σ w_d × 100, percent; all 0 when nothing is chosen. Source: the weights of method F1."""
    total = sum(weights.values())
    return {dimension: 100 * weights.get(dimension, 0) / total if total else 0.0 for dimension in Dimension}


def preset_of(weights: Weights) -> str:
    """The name of the preset with the same shares, "" when they are the rep's own."""
    mine = shares(weights)
    return next((name for name, preset in PRESETS.items() if shares(preset) == mine), "")


def starting_weights(profile: Profile) -> Weights:
    """The weights a new weigh-in starts with: the rep's own, or the four-dimension preset."""
    own = {dimension: getattr(profile, f"{dimension.value}_weight") or 0 for dimension in Dimension}
    return own if any(own.values()) else dict(PRESETS["four"])

"""The numbers of the method that are a matter of judgement: what they are by default, and what the rep made of them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Self

from kamdesk.client.library import Threshold
from kamdesk.words import N_


@dataclass(frozen=True, slots=True)
class Described:
    """One rule as the settings show it: its words, its default, what it may be, its unit."""

    name: str
    label: str
    default: float
    low: float
    high: float
    unit: str = ""


def _rule(label: str, default: float, low: float, high: float, unit: str = "") -> Any:
    return dataclasses.field(default=default, metadata={"rule": Described("", label, default, low, high, unit)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Every number marked [INFER] in the method, as a value that measures are given with the client."""

    fresh_days: float = _rule(N_("A fact proves a level for"), 180, 1, 3650, "d")
    old_days: float = _rule(N_("A fact is shown as old after"), 365, 1, 3650, "d")
    enough: float = _rule(N_("A weigh-in counts from this share known"), 60, 0, 100, "%")
    coach: float = _rule(N_("Coach from"), 4.5, 1, 5)
    supporter: float = _rule(N_("Supporter from"), 3.7, 1, 5)
    neutral: float = _rule(N_("Neutral from"), 2.7, 1, 5)
    non_supporter: float = _rule(N_("Non-supporter from"), 1.7, 1, 5)
    unweighed: float = _rule(N_("Conservative index: a person not weighed counts as"), 2.0, 1, 5)
    covers: float = _rule(N_("A role is covered from"), 3.0, 1, 5)
    margin: float = _rule(N_("A lead is one from"), 0.5, 0, 4)
    ahead: float = _rule(N_("A target beats the rival by"), 0.5, 0, 4)
    per_half_year: float = _rule(N_("Levels a target may rise in half a year"), 1, 1, 4)
    opener: float = _rule(N_("Routes start from people who stand at"), 4.0, 1, 5)
    too_far: float = _rule(N_("A target is more than needed from this lead over the rival"), 1.0, 0, 4)
    general: float = _rule(N_("A department is reached from"), 2.7, 1, 5)
    survives: float = _rule(N_("A tie outlives one of us from acceptance"), 4, 1, 5)
    carries: float = _rule(N_("What a person carries counts from"), 3.0, 1, 5)
    threads: float = _rule(N_("People an order should rest on"), 3, 1, 10)
    kinds: float = _rule(N_("Kinds of touch a plan has at least"), 2, 1, 11)
    worth: float = _rule(N_("Of the expected margin a plan may cost"), 20, 0, 100, "%")
    one_of_theirs: float = _rule(N_("Too much rests on one of theirs above"), 60, 0, 100, "%")
    one_of_ours: float = _rule(N_("Too many are known by one of us above"), 50, 0, 100, "%")
    meals: float = _rule(N_("Too many meals above"), 40, 0, 100, "%")
    invitations: float = _rule(N_("Activity is suggested from this many invitations a year"), 3, 1, 50)
    came_half: float = _rule(N_("Activity 3 is suggested from this share attended"), 50, 0, 100, "%")
    came_often: float = _rule(N_("Activity 4 is suggested from this share attended"), 80, 0, 100, "%")
    told_mostly: float = _rule(N_("Information 4 is suggested from this share told unasked"), 50, 0, 100, "%")
    told_often: float = _rule(N_("Information 5 is suggested from this many facts"), 3, 1, 50)
    visit_s: float = _rule(N_("A client of grade S is visited every"), 30, 0, 3650, "d")
    visit_a: float = _rule(N_("A client of grade A is visited every"), 42, 0, 3650, "d")
    visit_b: float = _rule(N_("A client of grade B is visited every"), 90, 0, 3650, "d")
    visit_c: float = _rule(N_("A client of grade C is visited every (0: no rhythm)"), 0, 0, 3650, "d")
    review_s: float = _rule(N_("A client of grade S is reviewed every"), 7, 1, 3650, "d")
    review_a: float = _rule(N_("A client of grade A is reviewed every"), 14, 1, 3650, "d")
    review_b: float = _rule(N_("A client of grade B is reviewed every"), 30, 1, 3650, "d")
    review_c: float = _rule(N_("A client of grade C is reviewed every"), 90, 1, 3650, "d")
    review_risk: float = _rule(N_("A client at risk is reviewed after this part of its time"), 50, 10, 100, "%")
    review_least: float = _rule(N_("Between two reviews of a client lie at least"), 3, 1, 90, "d")
    known_full: float = _rule(N_("What is known counts in full for"), 90, 1, 3650, "d")
    known_most: float = _rule(N_("What is known counts three quarters for"), 180, 1, 3650, "d")
    known_half: float = _rule(N_("What is known counts half for, then a quarter"), 365, 1, 3650, "d")
    talks: float = _rule(N_("A person can be asked about others from"), 3.0, 1, 5)
    slipping: float = _rule(N_("A relationship slips when it falls by more than"), 0.25, 0, 4)
    decision_near: float = _rule(N_("A decision is near from"), 60, 1, 3650, "d")

    high_from: float = _rule(N_("A need is of high importance from this part of the mean"), 125, 100, 1000, "%")
    low_to: float = _rule(N_("A need is of low importance up to this part of the mean"), 75, 0, 100, "%")
    gap: float = _rule(N_("We lead or trail on a need from a gap of"), 1, 0.5, 4)
    kill_gap: float = _rule(N_("A kill point needs a gap of"), 2, 1, 4)
    most_needs: float = _rule(N_("Needs a sheet should not exceed"), 8, 1, 100)
    superior: float = _rule(N_("Frontal needs our total over the rival's"), 1.2, 1, 5)
    near: float = _rule(N_("Flanking needs our total over the rival's"), 0.8, 0, 5)
    stale_days: float = _rule(N_("A fact about a rival is out of date after"), 90, 1, 3650, "d")
    won_days: float = _rule(N_("An order won counts as a piece of ours for"), 730, 1, 3650, "d")

    @classmethod
    def of(cls, thresholds: Iterable[Threshold]) -> Self:
        """The rules with what was changed; what is no number, out of range or no rule of ours is left as by default."""
        found: dict[str, float] = {}
        known = {rule.name: rule for rule in described()}
        for threshold in thresholds:
            rule = known.get(threshold.name)
            value = _number(threshold.value)
            if rule and value is not None and rule.low <= value <= rule.high:
                found[rule.name] = value
        return cls(**found)


def described() -> tuple[Described, ...]:
    """All rules in the order in which the settings list them."""
    return tuple(dataclasses.replace(spec.metadata["rule"], name=spec.name) for spec in dataclasses.fields(Rules))


def _number(text: str) -> float | None:
    try:
        value = Decimal(text.strip().removesuffix("%").replace(",", "."))
    except InvalidOperation:
        return None
    return float(value) if value.is_finite() else None


RULES = Rules()

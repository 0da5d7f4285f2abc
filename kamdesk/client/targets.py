"""What a relationship shall come to: targets, gaps, their priority and the least that leads the rival (method F2)."""

from __future__ import annotations

import heapq
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from kamdesk.client.account import Account, Person
from kamdesk.client.client import Client
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action
from kamdesk.client.presets import shares
from kamdesk.client.rules import Rules
from kamdesk.client.weigh_records import Dimension, Target
from kamdesk.client.weighing import NEXT_ACTIONS
from kamdesk.words import LANGUAGES, Said, Words, said, words_for

HALF_YEAR = 182  # days
TOP = 5
_NEAR = 1e-9  # what floats are allowed to be off by


@dataclass(frozen=True, slots=True)
class Gap:
    """The way from what counts now to what is wanted, for one person on one dimension."""

    contact: Contact
    dimension: Dimension
    now: int | None  # None while unknown: then there is no gap to tell
    wanted: int
    share: float  # 0.0-1.0, of the chosen weights
    gap: int  # never below 0; 0 while unknown
    priority: float  # share × gap × influence
    actions: tuple[Action, ...]  # open ones for this dimension, the next due first
    by: date | None


@dataclass(frozen=True, slots=True)
class PersonGaps:
    """A target held against what stands: every dimension wanted, the highest priority first."""

    person: Person
    target: Target
    gaps: tuple[Gap, ...]
    weighted_gap: float | None  # G, over the chosen dimensions that are known
    score_wanted: float | None  # 1.0-5.0, what the score is once the target is reached
    rival_score: float | None
    enough_lead: bool | None  # None while the rival's level or ours is unknown


def target_of(client: Client, contact_key: str, on: date) -> Target | None:
    """The target in force on a day: of those set by then the one set last."""
    mine = [t for t in client.targets if t.contact == contact_key and (t.set_on or date.min) <= on]
    return max(reversed(mine), key=lambda target: target.set_on or date.min, default=None)


def person_gaps(client: Client, person: Person, today: date) -> PersonGaps | None:
    """The gaps of one person; None without a target. Source: method F2.

    G = Σ w·max(0, gap) / Σ w over the chosen dimensions that are known; priority = (w / Σw)·gap·influence.
    """
    target = target_of(client, person.contact.key, today)
    return gaps_to(client, person, target) if target else None


def gaps_to(client: Client, person: Person, target: Target) -> PersonGaps:
    """The gaps to any target, also to one that is only proposed."""
    share = shares(person.weighed.weights) if person.weighed else dict.fromkeys(Dimension, 0.0)
    found = []
    for dimension in Dimension:
        wanted, now = target.level(dimension), counted_level(person, dimension)
        if wanted is None:
            continue
        gap = 0 if now is None else max(0, wanted - now)
        part = share[dimension] / 100
        actions = planned(client, person.contact.key, dimension)
        priority = part * gap * person.influence
        found.append(Gap(person.contact, dimension, now, wanted, part, gap, priority, actions, target.by))
    score, rival = wanted_score(person, target), person.rival_score
    return PersonGaps(
        person,
        target,
        tuple(sorted(found, key=lambda gap: -gap.priority)),
        _weighted(person, found),
        score,
        rival,
        None if score is None or rival is None else score + _NEAR >= rival + client.rules.ahead,
    )


def counted_level(person: Person, dimension: Dimension) -> int | None:
    """The level that counts now; None while unknown."""
    return person.weighed.counted[dimension].counted if person.weighed else None


def wanted_score(person: Person, target: Target) -> float | None:
    """The score with each level at what is wanted of it, or as it is where it is better or nothing is wanted."""
    if person.weighed is None:
        return None
    known: list[tuple[int, int]] = []
    for dimension, weight in person.weighed.weights.items():
        levels = [level for level in (counted_level(person, dimension), target.level(dimension)) if level is not None]
        if weight and levels:
            known.append((weight, max(levels)))
    total = sum(weight for weight, _ in known)
    return sum(weight * level for weight, level in known) / total if total else None


def _weighted(person: Person, gaps: list[Gap]) -> float | None:
    if person.weighed is None:
        return None
    weights = person.weighed.weights
    total = sum(weight for d, weight in weights.items() if counted_level(person, d) is not None)
    return sum(weights[gap.dimension] * gap.gap for gap in gaps) / total if total else None


def planned(client: Client, contact_key: str, dimension: Dimension) -> tuple[Action, ...]:
    """The open actions that shall move a person on a dimension, the next due first."""
    mine = [
        action
        for action in client.actions
        if action.contact == contact_key and action.dimension is dimension and action.done is None
    ]
    return tuple(sorted(mine, key=lambda action: action.due or date.max))


def all_gaps(client: Client, account: Account, today: date) -> tuple[Gap, ...]:
    """Every gap still open, the highest priority first; of equals the one whose order is decided earlier (F2)."""
    decided = {item.key: item.close for item in client.opportunities if item.is_open and item.close}
    rows: list[tuple[float, date, date, Gap]] = []
    for person in account.people:
        held = person_gaps(client, person, today)
        for gap in held.gaps if held else ():
            if gap.gap and held:
                close = decided.get(held.target.opportunity or "", date.max)
                rows.append((-round(gap.priority, 9), close, gap.by or date.max, gap))
    return tuple(row[-1] for row in sorted(rows, key=lambda row: row[:3]))


def allowed(rules: Rules, start: date, by: date) -> int:
    """How many levels a dimension may rise from one day to another; a period begun is a half-year."""
    return int(rules.per_half_year * max(1, (by - start).days // HALF_YEAR))


def suggest_target(client: Client, person: Person, today: date, by: date) -> Target:
    """The least that leads the rival by the margin, at most so many levels per dimension as the time allows.

    Where no rival is known it is the least that makes a supporter. The step that moves the score most comes first, of
    equals one that an open action moves already, then the one from the lowest level; the last step is the smallest
    that is still enough. What is unknown is left alone: it has to be found out, not planned. A dimension that needs
    nothing stays None.
    """
    goal = client.rules.supporter if person.rival_score is None else person.rival_score + client.rules.ahead
    moved = frozenset(d for d in Dimension if planned(client, person.contact.key, d))
    levels = _raised(person, min(goal, float(TOP)), allowed(client.rules, today, by), moved)
    values: dict[str, Any] = {dimension.value: level for dimension, level in levels.items()}
    return Target(owner=client.key, contact=person.contact.key, set_on=today, by=by, **values)


def _raised(person: Person, goal: float, most: int, moved: Collection[Dimension]) -> dict[Dimension, int]:
    """The levels to rise to, so that the score reaches the goal in as few steps as it takes; rather what is `moved`."""
    if person.weighed is None:
        return {}
    weights = person.weighed.weights
    start = {d: level for d in Dimension if weights[d] and (level := counted_level(person, d)) is not None}
    lacking = sum(weights[d] * (goal - level) for d, level in start.items())
    levels, order = dict(start), list(Dimension)
    steps = [(-weights[d], d not in moved, level, order.index(d)) for d, level in start.items() if level < TOP and most]
    heapq.heapify(steps)
    while steps and lacking > _NEAR:
        enough = [step for step in steps if -step[0] + _NEAR >= lacking]
        lightest = max(enough, key=lambda step: (step[0], *(-part for part in step[1:])), default=steps[0])
        step = lightest if lightest[0] > steps[0][0] else heapq.heappop(steps)
        dimension = order[step[3]]
        levels[dimension] += 1
        lacking -= weights[dimension]
        if levels[dimension] < min(TOP, start[dimension] + most) and lacking > _NEAR:
            heapq.heappush(steps, (*step[:2], levels[dimension], step[3]))
    return {d: level for d, level in levels.items() if level > start[d]}


class Objection(Enum):
    """What may speak against a target."""

    LATE = "late"
    UNKNOWN = "unknown"
    BELOW = "below"
    FAST = "fast"
    UNPLANNED = "unplanned"
    BEHIND = "behind"
    TOO_FAR = "too_far"
    UNSERVING = "unserving"


@dataclass(frozen=True, slots=True)
class Warned:
    """One thing that speaks against a target, in words, with the dimension and the level to want instead."""

    code: Objection
    said: Said
    dimension: Dimension | None = None
    level: int | None = None


def target_warnings(client: Client, person: Person, target: Target, today: date) -> list[Warned]:
    """What speaks against a target, the gravest first; sources: method F2, S3-11, S3-12."""
    found, rules = gaps_to(client, person, target), client.rules
    by, start = target.by or today, target.set_on or today
    warned: list[Warned] = []
    if by < today and any(gap.gap for gap in found.gaps):
        warned.append(Warned(Objection.LATE, said("The day has passed and the target is not reached.")))
    for gap in found.gaps:
        warned += _about(gap, allowed(rules, start, by))
    if found.enough_lead is False and person.lead is not None:
        told = said("Even when reached, it does not lead the rival by {lead}.", lead=rules.ahead)
        warned.append(Warned(Objection.BEHIND, told))
    elif too_far(found, rules):
        told = said("More than is needed: it has to beat the rival, not to be perfect.")
        warned.append(Warned(Objection.TOO_FAR, told))
    if not (target.opportunity or target.goal):
        warned.append(Warned(Objection.UNSERVING, said("It serves no order and no goal yet.")))
    return warned


def _about(gap: Gap, most: int) -> list[Warned]:
    dimension, label = gap.dimension, Said(gap.dimension.label)
    if gap.now is None:
        return [Warned(Objection.UNKNOWN, said("{dimension} is unknown: find out first.", dimension=label), dimension)]
    if gap.wanted < gap.now:
        told = said("{dimension} stands higher than that already.", dimension=label)
        return [Warned(Objection.BELOW, told, dimension)]
    warned = []
    if gap.gap > most:
        values = {"dimension": label, "now": gap.now, "wanted": gap.wanted, "n": most}
        told = said("{dimension} {now} → {wanted} is too fast: {n} in that time at most.", **values)
        warned.append(Warned(Objection.FAST, told, dimension, gap.now + most))
    if gap.gap and not gap.actions:
        told = said("{dimension}: nothing is planned for it.", dimension=label)
        warned.append(Warned(Objection.UNPLANNED, told, dimension))
    return warned


def too_far(found: PersonGaps, rules: Rules) -> bool:
    """True when a target that still raises something ends higher above the rival than there is need of. S3-12."""
    if found.score_wanted is None or found.rival_score is None or not any(gap.gap for gap in found.gaps):
        return False
    return found.score_wanted > found.rival_score + rules.too_far + _NEAR


def proposals(client: Client, gap: Gap) -> tuple[str, ...]:
    """What may close a gap and is not planned for this person yet; texts to be translated."""
    mine = {action.text.strip() for action in client.actions if action.contact == gap.contact.key and not action.done}
    return tuple(text for text in NEXT_ACTIONS[gap.dimension] if not mine & _told(text))


@cache
def _told(text: str) -> frozenset[str]:
    """A proposal in every language: an action is kept in the language it was taken on in."""
    return frozenset((text, *(words.tr(text) for words in _catalogues())))


@cache
def _catalogues() -> tuple[Words, ...]:
    """All catalogues, read once: reading one takes longer than everything else here."""
    return tuple(words_for(language) for language in LANGUAGES)

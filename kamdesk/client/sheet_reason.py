"""Why a need has the tactic it has, or none yet: the cells of the sheet it rests on, each told in a few words."""

from __future__ import annotations

from collections.abc import Iterable

from kamdesk.client.rival_records import Factor, Rival, Standing
from kamdesk.client.tactics import Importance
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.words import Said, said


def weight_told(importance: Importance, share: float) -> Said:
    """The weight as a share of all, with its class."""
    return said("Weight {weight}, {importance}", weight=tell_decimal(share, 0), importance=Said(importance.label))


def cell_told(who: Said | str, score: int | None, value: str) -> Said:
    """Where somebody stands: score and value, or that it is unknown."""
    if score is None:
        return said("{who}: unknown", who=who)
    if value:
        return said("{who} {score}: {value}", who=who, score=score, value=value)
    return said("{who} {score}", who=who, score=score)


def gap_told(gap: int) -> Said:
    """Our score less the best rival's."""
    return said("Gap to the best {gap}", gap=tell_gap(gap, 0))


def reason_told(
    factor: Factor,
    importance: Importance,
    share: float,
    rivals: Iterable[Rival],
    given: dict[str, Standing | None],
    gap: int,
) -> tuple[Said, ...]:
    """The cells a tactic rests on, one short text each."""
    told = [weight_told(importance, share), cell_told(said("Us"), factor.score, factor.value)]
    for rival in rivals:
        standing = given[rival.key]
        told.append(cell_told(rival.called, standing.score if standing else None, standing.value if standing else ""))
    return (*told, gap_told(gap))


def unknown_told(factor: Factor, importance: Importance | None, known: list[int]) -> tuple[Said, ...]:
    """Why there is no tactic."""
    reasons = [
        (importance is None, said("Weight is missing")),
        (factor.score is None, said("Our score is missing")),
        (not known, said("No rival's score is known")),
    ]
    return tuple(reason for missing, reason in reasons if missing)

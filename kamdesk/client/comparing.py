"""The three-way comparison: what the client needs, where we stand and where each rival stands (method F8, T1, T2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kamdesk.client.account import main_rival
from kamdesk.client.client import Client, Workspace
from kamdesk.client.kept import kept
from kamdesk.client.rival_records import Factor, Rival, Standing
from kamdesk.client.tactics import ADVICE, ICONS, Importance, Tactic, tactic_for
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.words import Said, said

__all__ = [
    "ADVICE",
    "ICONS",
    "Comparison",
    "Importance",
    "Row",
    "Tactic",
    "comparison",
    "stale",
    "tactic_for",
]

STALE_DAYS = 90  # a rival's fact older than this is out of date (BC3)
KILL_GAP = 2
MOST_FACTORS = 8
_HIGH, _LOW = Decimal(125), Decimal(75)


@dataclass(frozen=True, slots=True)
class Row:
    """One need: `share` is its importance in percent of all, gaps are our score less a rival's."""

    factor: Factor
    share: float | None
    importance: Importance | None
    ours: int | None
    rivals: dict[str, int | None]  # by the rival's key
    gaps: dict[str, int | None]
    gap: int | None  # against the best rival whose score is known
    gap_main: int | None  # against the main rival
    tactic: Tactic | None
    reason: tuple[Said, ...]

    @property
    def impact(self) -> float | None:
        """share · gap / 100: how much this need moves the totals against the best rival."""
        return None if self.gap is None or self.share is None else self.share * self.gap / 100

    @property
    def kill_point(self) -> bool:
        """True where we win outright: high importance and a lead of two or more. Source: method T2, thin."""
        return self.importance is Importance.HIGH and self.gap is not None and self.gap >= KILL_GAP

    @property
    def fatal(self) -> bool:
        """True where we lose outright: the concession ladder must answer it. Source: method T2."""
        return self.importance is Importance.HIGH and self.gap is not None and self.gap <= -KILL_GAP

    @property
    def best_rivals(self) -> tuple[str, ...]:
        """The keys of the rivals with the highest known score."""
        known = {key: score for key, score in self.rivals.items() if score is not None}
        return tuple(key for key, score in known.items() if score == max(known.values()))


@dataclass(frozen=True, slots=True)
class Comparison:
    """The whole sheet; a total is None while one of its scores is unknown."""

    rivals: tuple[Rival, ...]  # the main rival first
    main: str | None
    rows: tuple[Row, ...]
    total: float | None  # ours, 1.0-5.0
    totals: dict[str, float | None]  # by the rival's key
    missing: dict[str, int]  # how many scores are unknown, by the rival's key; ours under ""
    note: Said | None  # what had to be assumed: weights that do not sum to 100, too many needs

    @property
    def kill_points(self) -> tuple[Row, ...]:
        """The needs on which we win outright."""
        return tuple(row for row in self.rows if row.kill_point)

    @property
    def fatal(self) -> tuple[Row, ...]:
        """The needs on which we lose outright."""
        return tuple(row for row in self.rows if row.fatal)

    def row(self, factor: str) -> Row | None:
        """The row of one factor by its key."""
        return next((row for row in self.rows if row.factor.key == factor), None)

    def rival(self, key: str | None) -> Rival | None:
        """A compared rival by its key."""
        return next((rival for rival in self.rivals if rival.key == key), None)


@kept
def comparison(client: Client, workspace: Workspace) -> Comparison:
    """The sheet of a client. Source: method F8; classes: high from 125/n, low to 75/n of n weighted needs."""
    factors = sorted(client.factors, key=lambda factor: factor.rank or 0)
    rivals = _rivals(client, workspace)
    scores = {(item.rival, item.factor): item for item in client.standings}
    whole = sum((factor.importance or Decimal(0) for factor in factors), Decimal(0))
    number = sum(factor.importance is not None for factor in factors)
    rows = tuple(_row(factor, rivals, scores, whole, number) for factor in factors)
    totals = {rival.key: _total([(row.share, row.rivals[rival.key]) for row in rows]) for rival in rivals}
    missing = {rival.key: sum(row.rivals[rival.key] is None for row in rows) for rival in rivals}
    return Comparison(
        rivals=rivals,
        main=rivals[0].key if rivals else None,
        rows=rows,
        total=_total([(row.share, row.ours) for row in rows]),
        totals=totals,
        missing=missing | {"": sum(row.ours is None for row in rows)},
        note=_note(whole, number, len(factors)),
    )


def stale(day: date | None, today: date, days: int = STALE_DAYS) -> bool:
    """True for a fact that is undated or older than 90 days."""
    return day is None or (today - day).days > days


def _rivals(client: Client, workspace: Workspace) -> tuple[Rival, ...]:
    main = main_rival(client)
    named = {item.rival for item in client.standings} | {main}
    kept = [rival for rival in workspace.rivals if rival.key in named]
    return tuple(sorted(kept, key=lambda rival: rival.key != main))


def _row(
    factor: Factor,
    rivals: tuple[Rival, ...],
    standings: dict[tuple[str | None, str | None], Standing],
    whole: Decimal,
    number: int,
) -> Row:
    given = {rival.key: standings.get((rival.key, factor.key)) for rival in rivals}
    scores = {key: standing.score if standing else None for key, standing in given.items()}
    gaps = {key: _less(factor.score, score) for key, score in scores.items()}
    known = [score for score in scores.values() if score is not None]
    gap = _less(factor.score, max(known, default=None))
    importance = _class(factor.importance, whole, number)
    share = float(100 * factor.importance / whole) if factor.importance is not None and whole else None
    tactic = tactic_for(importance, gap)
    reason = _reason(factor, importance, share, rivals, given) if tactic else _unknown(factor, importance, known)
    if gap is not None and tactic:
        reason = (*reason, said("Gap to the best {gap}", gap=tell_gap(gap, 0)))
    return Row(
        factor=factor,
        share=share,
        importance=importance,
        ours=factor.score,
        rivals=scores,
        gaps=gaps,
        gap=gap,
        gap_main=gaps[rivals[0].key] if rivals else None,
        tactic=tactic,
        reason=reason,
    )


def _less(ours: int | None, theirs: int | None) -> int | None:
    return None if ours is None or theirs is None else ours - theirs


def _class(importance: Decimal | None, whole: Decimal, number: int) -> Importance | None:
    """The class of an importance; exact in decimals, so that 25 of five needs is high and 15 is low."""
    if importance is None or not whole:
        return None
    scaled = importance * 100 * number
    if scaled >= _HIGH * whole:
        return Importance.HIGH
    return Importance.LOW if scaled <= _LOW * whole else Importance.MID


def _total(pairs: list[tuple[float | None, int | None]]) -> float | None:
    """Σ p·s / 100 over the weighted needs; None without any, or while a score is unknown."""
    counted = [(share, score) for share, score in pairs if share]
    if not counted or any(score is None for _, score in counted):
        return None
    return round(sum(share * score for share, score in counted if score is not None) / 100, 9)


def _reason(
    factor: Factor,
    importance: Importance | None,
    share: float | None,
    rivals: tuple[Rival, ...],
    given: dict[str, Standing | None],
) -> tuple[Said, ...]:
    """The cells a tactic rests on, one short text each."""
    assert importance is not None
    assert share is not None
    chips = [said("Weight {weight}, {importance}", weight=tell_decimal(share, 0), importance=Said(importance.label))]
    chips.append(_cell(said("Us"), factor.score, factor.value))
    for rival in rivals:
        standing = given[rival.key]
        score = standing.score if standing else None
        chips.append(_cell(rival.called, score, standing.value if standing else ""))
    return tuple(chips)


def _cell(who: Said | str, score: int | None, value: str) -> Said:
    if score is None:
        return said("{who}: unknown", who=who)
    if value:
        return said("{who} {score}: {value}", who=who, score=score, value=value)
    return said("{who} {score}", who=who, score=score)


def _unknown(factor: Factor, importance: Importance | None, known: list[int]) -> tuple[Said, ...]:
    """Why there is no tactic."""
    reasons = [
        (importance is None, said("Weight is missing")),
        (factor.score is None, said("Our score is missing")),
        (not known, said("No rival's score is known")),
    ]
    return tuple(reason for missing, reason in reasons if missing)


def _note(whole: Decimal, number: int, factors: int) -> Said | None:
    if factors > MOST_FACTORS:
        return said("{n} needs are too many to act on; eight are enough", n=factors)
    if number and whole != 100:
        return said("Weights sum to {sum} and are counted as shares of 100", sum=f"{whole.normalize():f}")
    return None

"""The three-way comparison: what the client needs, where we stand and where each rival stands (method F8, T1, T2)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from kamdesk.client.account import main_rival
from kamdesk.client.client import Client, Workspace
from kamdesk.client.kept import kept
from kamdesk.client.record import Choice
from kamdesk.client.rival_records import Factor, Rival, Standing
from kamdesk.client.rules import RULES, Rules
from kamdesk.client.sheet_reason import reason_told, unknown_told
from kamdesk.client.tactics import ADVICE, ICONS, Importance, Tactic, tactic_for
from kamdesk.words import NC_, Said, said

__all__ = [
    "ADVICE",
    "ICONS",
    "Comparison",
    "Importance",
    "Row",
    "SheetWarning",
    "State",
    "Tactic",
    "against",
    "comparison",
    "evidence_of",
    "sheet_warnings",
    "stale",
    "tactic_for",
]


class State(Choice):
    """What a cell of the sheet rests on."""

    FRESH = "fresh", NC_("proof", "Fresh")
    OLD = "old", NC_("proof", "Out of date")
    MISSING = "missing", NC_("proof", "No source")


@dataclass(frozen=True, slots=True)
class SheetWarning:
    """What to see to on the sheet; `factor` and `rival` name the cell, "" where the warning is about more than one."""

    said: Said
    factor: str = ""
    rival: str = ""


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
    rules: Rules = RULES

    @property
    def impact(self) -> float | None:
        """share · gap / 100: how much this need moves the totals against the best rival."""
        return None if self.gap is None or self.share is None else self.share * self.gap / 100

    @property
    def kill_point(self) -> bool:
        """True where we are far ahead on what matters; kills() asks for proof and time too. Source: method T2."""
        return self.importance is Importance.HIGH and self.gap is not None and self.gap >= self.rules.kill_gap

    @property
    def fatal(self) -> bool:
        """True where we lose outright: the concession ladder must answer it. Source: method T2."""
        return self.importance is Importance.HIGH and self.gap is not None and self.gap <= -self.rules.kill_gap

    @property
    def best_rivals(self) -> tuple[str, ...]:
        """The keys of the rivals with the highest known score."""
        best = max((score for score in self.rivals.values() if score is not None), default=None)
        return tuple(key for key, score in self.rivals.items() if score is not None and score == best)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The whole sheet; a total is None while one of its scores is unknown."""

    rivals: tuple[Rival, ...]  # the main rival first
    main: str | None
    rows: tuple[Row, ...]
    total: float | None  # ours, 1.0-5.0
    totals: dict[str, float | None]  # by the rival's key
    missing: dict[str, int]  # how many scores are unknown, by the rival's key; ours under ""
    notes: tuple[Said, ...]  # too many needs; what had to be assumed of weights that do not sum to 100

    @property
    def note(self) -> Said | None:
        """The first of the notes."""
        return self.notes[0] if self.notes else None

    @property
    def kill_points(self) -> tuple[Row, ...]:
        """The needs on which we are far enough ahead for a kill point."""
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
    rules = client.rules
    factors = sorted(client.factors, key=lambda factor: factor.rank or 0)
    rivals = _rivals(client, workspace)
    scores = {(item.rival, item.factor): item for item in client.standings}
    whole = sum((factor.importance or Decimal(0) for factor in factors), Decimal(0))
    number = sum(factor.importance is not None for factor in factors)
    rows = tuple(_row(factor, rivals, scores, (whole, number), rules) for factor in factors)
    totals = {rival.key: _total([(row.share, row.rivals[rival.key]) for row in rows]) for rival in rivals}
    missing = {rival.key: sum(row.rivals[rival.key] is None for row in rows) for rival in rivals}
    return Comparison(
        rivals=rivals,
        main=rivals[0].key if rivals else None,
        rows=rows,
        total=_total([(row.share, row.ours) for row in rows]),
        totals=totals,
        missing=missing | {"": sum(row.ours is None for row in rows)},
        notes=_notes(whole, number, len(factors), rules),
    )


def against(client: Client, rival: str | None) -> Client:
    """The client with this rival as the main one: every measure then speaks of it."""
    if client.company.rival == rival:
        return client
    return replace(client, company=replace(client.company, rival=rival))


def evidence_of(record: Factor | Standing, today: date, rules: Rules = RULES) -> State:
    """What a cell rests on: nothing without a source, out of date when undated or older than the rules allow (BC3)."""
    if not record.source.strip():
        return State.MISSING
    return State.OLD if stale(record.day, today, rules.stale_days) else State.FRESH


def sheet_warnings(client: Client, workspace: Workspace, today: date) -> tuple[SheetWarning, ...]:
    """What to see to before the sheet decides: weights first, then what is unknown, unproved or out of date."""
    sheet, rules = comparison(client, workspace), client.rules
    found = [SheetWarning(note) for note in sheet.notes]
    standings = {(item.factor, item.rival): item for item in client.standings}
    for row in sheet.rows:
        need, key = row.factor.name, row.factor.key
        if row.factor.importance is None:
            found.append(SheetWarning(said("{need}: weight unknown", need=need), key))
        found += _cell_warnings(row.factor, need, said("Us"), key, "", today, rules)
        for rival in sheet.rivals:
            held = standings.get((key, rival.key)) or Standing(factor=key, rival=rival.key)
            found += _cell_warnings(held, need, rival.called, key, rival.key, today, rules)
    return tuple(found)


def _cell_warnings(
    cell: Factor | Standing, need: str, who: Said | str, factor: str, rival: str, today: date, rules: Rules
) -> list[SheetWarning]:
    if cell.score is None:
        return [SheetWarning(said("{need}, {who}: unknown", need=need, who=who), factor, rival)]
    state = evidence_of(cell, today, rules)
    if state is State.MISSING:
        return [SheetWarning(said("{need}, {who}: no source", need=need, who=who), factor, rival)]
    if state is State.OLD and cell.day is None:
        return [SheetWarning(said("{need}, {who}: no date", need=need, who=who), factor, rival)]
    if state is State.OLD and cell.day is not None:
        age = (today - cell.day).days
        return [SheetWarning(said("{need}, {who}: {n} d old", need=need, who=who, n=age), factor, rival)]
    return []


def stale(day: date | None, today: date, days: float = RULES.stale_days) -> bool:
    """True for a fact that is undated or older than 90 days, or what the rules say."""
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
    all_of_it: tuple[Decimal, int],
    rules: Rules,
) -> Row:
    given = {rival.key: standings.get((rival.key, factor.key)) for rival in rivals}
    scores = {key: standing.score if standing else None for key, standing in given.items()}
    gaps = {key: _less(factor.score, score) for key, score in scores.items()}
    known = [score for score in scores.values() if score is not None]
    gap = _less(factor.score, max(known, default=None))
    whole, _ = all_of_it
    importance = _class(factor.importance, *all_of_it, rules)
    share = float(100 * factor.importance / whole) if factor.importance is not None and whole else None
    tactic = tactic_for(importance, gap, rules)
    if tactic is None or importance is None or share is None or gap is None:
        reason = unknown_told(factor, importance, known)
    else:
        reason = reason_told(factor, importance, share, rivals, given, gap)
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
        rules=rules,
    )


def _less(ours: int | None, theirs: int | None) -> int | None:
    return None if ours is None or theirs is None else ours - theirs


def _class(importance: Decimal | None, whole: Decimal, number: int, rules: Rules) -> Importance | None:
    """The class of an importance; exact in decimals, so that 25 of five needs is high and 15 is low."""
    if importance is None or not whole:
        return None
    scaled = importance * 100 * number
    if scaled >= Decimal(str(rules.high_from)) * whole:
        return Importance.HIGH
    return Importance.LOW if scaled <= Decimal(str(rules.low_to)) * whole else Importance.MID


def _total(pairs: list[tuple[float | None, int | None]]) -> float | None:
    """Σ p·s / 100 over the weighted needs; None without any, or while a score is unknown."""
    counted = [(share, score) for share, score in pairs if share]
    if not counted or any(score is None for _, score in counted):
        return None
    return round(sum(share * score for share, score in counted if score is not None) / 100, 9)


def _notes(whole: Decimal, number: int, factors: int, rules: Rules) -> tuple[Said, ...]:
    found = []
    if factors > rules.most_needs:
        most = int(rules.most_needs)
        found.append(said("{n} needs are too many to act on; {most} are enough", n=factors, most=most))
    if number and whole != 100:
        told = f"{whole.normalize():f}"
        found.append(said("Weights sum to {sum} and are counted as shares of 100", sum=told))
    return tuple(found)

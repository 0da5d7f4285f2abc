"""Kill points and fatal weaknesses: where we win or lose outright, and what is still missing for it (method T2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kamdesk.client.client import Client, Workspace
from kamdesk.client.comparing import Comparison, Row, State, comparison, evidence_of
from kamdesk.client.kept import kept
from kamdesk.client.rival_records import Rival, Standing
from kamdesk.client.saying import day_said
from kamdesk.client.tactics import Importance
from kamdesk.client.units import tell_decimal
from kamdesk.client.visit_records import Concession
from kamdesk.client.visit_records import Step as Rung
from kamdesk.words import Said, said


@dataclass(frozen=True, slots=True)
class Kill:
    """One need that decides; `sure` when nothing it rests on is unknown, else `missing` says what is."""

    row: Row
    sure: bool
    missing: tuple[Said, ...] = ()
    plan: Concession | None = None  # of a fatal weakness: the floor of the ladder that answers it


@dataclass(frozen=True, slots=True)
class Kills:
    """Ours, theirs on us, and what would be one of ours but for what is missing; the heaviest first."""

    ours: tuple[Kill, ...]
    theirs: tuple[Kill, ...]
    nearly: tuple[Kill, ...]

    @property
    def sure(self) -> tuple[Kill, ...]:
        """Those of ours that rest on nothing unknown."""
        return tuple(kill for kill in self.ours if kill.sure)


@kept
def kills(client: Client, workspace: Workspace, today: date) -> Kills:
    """The kill points as of a day.

    Source: method T2: high importance, two ahead, proof at hand, and no rival can match it before the decision.
    """
    sheet, ours, nearly = comparison(client, workspace), [], []
    decision = decision_day(client, today)
    for row in _heaviest(sheet.rows):
        if row.gap is None or row.gap < client.rules.kill_gap or row.share is None:
            continue
        lacking = _lacking(row, sheet, client, decision, today)
        if lacking:
            nearly.append(Kill(row, sure=False, missing=lacking))
        else:
            unknown = _unknown(row, sheet, client, decision)
            ours.append(Kill(row, sure=not unknown, missing=unknown))
    theirs = (_fatal(row, sheet, client) for row in _heaviest(sheet.rows) if row.fatal)
    return Kills(tuple(ours), tuple(theirs), tuple(nearly))


def decision_day(client: Client, today: date) -> date | None:
    """When the first open opportunity is decided; today where that is overdue, None where no day is known."""
    days = [item.close for item in client.opportunities if item.is_open and item.close]
    coming = [day for day in days if day >= today]
    return min(coming) if coming else today if days else None


def _heaviest(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: -abs(row.impact or 0.0))


def _lacking(row: Row, sheet: Comparison, client: Client, decision: date | None, today: date) -> tuple[Said, ...]:
    """What is known to stand between a lead and a kill point."""
    found = []
    if row.importance is not Importance.HIGH:
        number = sum(item.share is not None for item in sheet.rows)
        needed = tell_decimal(client.rules.high_from / number, 0)
        found.append(said("weight {share}, high from {needed}", share=tell_decimal(row.share or 0, 0), needed=needed))
    if evidence_of(row.factor, today, client.rules) is State.MISSING:
        found.append(said("no proof at hand"))
    for rival, standing in _held(row, sheet, client):
        if standing and standing.matches_on and decision and standing.matches_on <= decision:
            day = day_said(standing.matches_on)
            found.append(said("{rival} can match it by {day}", rival=rival.called, day=day))
    return tuple(found)


def _unknown(row: Row, sheet: Comparison, client: Client, decision: date | None) -> tuple[Said, ...]:
    """What nobody knows yet, so that the kill point is not sure."""
    found = [] if decision else [said("it is unknown when it is decided")]
    best = row.best_rivals
    for rival, standing in _held(row, sheet, client):
        if row.rivals[rival.key] is None:
            found.append(said("{rival}: score unknown", rival=rival.called))
        elif rival.key in best and (standing is None or standing.matches_on is None):
            found.append(said("it is unknown when {rival} can match it", rival=rival.called))
    return tuple(found)


def _held(row: Row, sheet: Comparison, client: Client) -> list[tuple[Rival, Standing | None]]:
    standings = {item.rival: item for item in client.standings if item.factor == row.factor.key}
    return [(rival, standings.get(rival.key)) for rival in sheet.rivals]


def _fatal(row: Row, sheet: Comparison, client: Client) -> Kill:
    missing = [
        said("{rival}: no source", rival=rival.called)
        for rival, standing in _held(row, sheet, client)
        if rival.key in row.best_rivals and standing is not None and not standing.source.strip()
    ]
    return Kill(row, sure=not missing, missing=tuple(missing), plan=_plan(row.factor.name, client))


def _plan(need: str, client: Client) -> Concession | None:
    """The floor of the ladder for this need, else its last rung; a ladder is meant by its item's name (method C4)."""
    rungs = [rung for rung in client.concessions if _means(rung.item.casefold().strip(), need.casefold().strip())]
    floors = [rung for rung in rungs if rung.step is Rung.FLOOR]
    best = floors or rungs
    return best[-1] if best else None


def _means(item: str, need: str) -> bool:
    """Whether an item stands for a need: one holds the other, or it is its short form in Han (单价 for 单工位价格)."""
    if not item or not need:
        return False
    if item in need or need in item:
        return True
    rest = iter(need)
    return not item.isascii() and len(item) > 1 and all(sign in rest for sign in item)

"""What if a score or a weight were another: a client to try on, what would move, and one step to keep it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from kamdesk.client.account import Account
from kamdesk.client.client import Client, Workspace
from kamdesk.client.comparing import Comparison, comparison
from kamdesk.client.edit import Edit
from kamdesk.client.kills import Kill, kills
from kamdesk.client.rival_records import Factor, Standing
from kamdesk.client.stance import stance
from kamdesk.client.units import tell_decimal
from kamdesk.store.step import Step
from kamdesk.words import N_, Said, said

IMPORTANCE = "importance"


@dataclass(frozen=True, slots=True)
class Moved:
    """One thing that would be another; `factor` names the need, "" for the whole."""

    said: Said
    factor: str = ""


class WhatIf:
    """Cells tried over a client; nothing is kept until `step` is done."""

    def __init__(self, client: Client, workspace: Workspace) -> None:
        self.real = client
        self.client = client
        self.workspace = workspace

    def try_(self, factor: str, column: str | None, value: int | Decimal | None) -> None:
        """Give a need another importance, us (None) or a rival (its key) another score; None is unknown."""
        if column == IMPORTANCE:
            self._need(factor, importance=None if value is None else Decimal(value))
        elif column is None:
            self._need(factor, score=None if value is None else int(value))
        else:
            self._standing(factor, column, None if value is None else int(value))

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The cells that are another than in the client, as edits of it."""
        before = {item.key: item for item in (*self.real.factors, *self.real.standings)}
        tried = (*self.client.factors, *self.client.standings)
        return tuple(Edit(before.get(item.key), item) for item in tried if before.get(item.key) != item)

    @property
    def changed(self) -> frozenset[tuple[str, str]]:
        """The cells that are another, as need and column: "importance", "us" or a rival's key."""
        found = set()
        for edit in self.edits:
            before, after = edit.before, edit.after
            if isinstance(after, Standing):
                found.add((after.factor or "", after.rival or ""))
            elif isinstance(before, Factor) and isinstance(after, Factor):
                if before.importance != after.importance:
                    found.add((after.key, IMPORTANCE))
                if before.score != after.score:
                    found.add((after.key, "us"))
        return frozenset(found)

    def moved(self, found: Account, today: date) -> tuple[Moved, ...]:
        """What would move: tactics, the stance, kill points, totals, in the order a rep asks for them."""
        if not self.edits:
            return ()
        before, after = (comparison(client, self.workspace) for client in (self.real, self.client))
        return (
            *_stances(self, found, today),
            *_tactics(before, after),
            *_killing(self, today),
            *_totals(before, after),
        )

    def step(self) -> Step | None:
        """Everything tried as one step; None when nothing is another."""
        edits = self.edits
        return Step(said("Keep what was tried, {n} cells", n=len(self.changed)), edits) if edits else None

    def _need(self, key: str, **values: int | Decimal | None) -> None:
        factors = tuple(
            replace(item, **values) if item.key == key else item  # type: ignore[arg-type]
            for item in self.client.factors
        )
        self.client = replace(self.client, factors=factors)

    def _standing(self, factor: str, rival: str, score: int | None) -> None:
        held = self.client.standings
        if any((item.factor, item.rival) == (factor, rival) for item in held):
            new = tuple(
                replace(item, score=score) if (item.factor, item.rival) == (factor, rival) else item for item in held
            )
        else:
            new = (*held, Standing(owner=self.real.key, factor=factor, rival=rival, score=score))
        self.client = replace(self.client, standings=new)


def _stances(tried: WhatIf, found: Account, today: date) -> list[Moved]:
    before = stance(tried.real, tried.workspace, found, today).stance
    after = stance(tried.client, tried.workspace, found, today).stance
    if before is after:
        return []
    return [Moved(said("Stance {before} → {after}", before=_label(before), after=_label(after)))]


def _tactics(before: Comparison, after: Comparison) -> list[Moved]:
    found = []
    for row in after.rows:
        was = before.row(row.factor.key)
        if was is not None and was.tactic is not row.tactic:
            values = {"need": row.factor.name, "before": _label(was.tactic), "after": _label(row.tactic)}
            found.append(Moved(said("{need}: {before} → {after}", **values), row.factor.key))
    return found


def _killing(tried: WhatIf, today: date) -> list[Moved]:
    before, after = (kills(client, tried.workspace, today) for client in (tried.real, tried.client))
    had = {kill.row.factor.key: kill for kill in before.ours}
    has = {kill.row.factor.key: kill for kill in after.ours}
    lost = {kill.row.factor.key: kill for kill in before.theirs}
    loses = {kill.row.factor.key: kill for kill in after.theirs}
    told: list[tuple[dict[str, Kill], dict[str, Kill], str]] = [
        (has, had, N_("Kill point gained: {need}")),
        (had, has, N_("Kill point lost: {need}")),
        (loses, lost, N_("Fatal now: {need}")),
        (lost, loses, N_("No longer fatal: {need}")),
    ]
    return [
        Moved(Said(text, {"need": kill.row.factor.name}), key)
        for held, other, text in told
        for key, kill in held.items()
        if key not in other
    ]


def _totals(before: Comparison, after: Comparison) -> list[Moved]:
    pairs: list[tuple[Said | str, float | None, float | None]] = [(said("Us"), before.total, after.total)]
    pairs += [(rival.called, before.totals.get(rival.key), after.totals.get(rival.key)) for rival in after.rivals]
    return [
        Moved(said("{who}: {before} → {after}", who=who, before=_figure(was), after=_figure(now)))
        for who, was, now in pairs
        if _figure(was) != _figure(now)
    ]


def _figure(total: float | None) -> str:
    return "?" if total is None else tell_decimal(total, 2)


def _label(choice: object) -> Said:
    label = getattr(choice, "label", "")
    return Said(label) if label else said("unknown")

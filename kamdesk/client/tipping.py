"""What would tip a comparison: weight moved, five points at a time, from our worst need to our best (PAPER.md, P8)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from kamdesk.client.client import Client, Workspace
from kamdesk.client.comparing import Comparison, comparison
from kamdesk.client.kills import kills

_STEP, _MOST = 5, 3


@dataclass(frozen=True, slots=True)
class Shift:
    """The sheet after some points have moved; `kill` is the need that became a kill point, "" for none."""

    moved: int
    worst: float  # percent
    best: float
    ours: float  # totals, 1.0-5.0
    theirs: float
    kill: str


@dataclass(frozen=True, slots=True)
class Tip:
    """From which need to which, against whom, and each step of the way."""

    worst: str
    best: str
    rival: str
    steps: tuple[Shift, ...]

    @property
    def best_step(self) -> Shift | None:
        """The smallest step that hands us a kill point, else the smallest that puts us ahead; None without either."""
        moved = self.steps[1:]
        first = self.steps[0]
        killing = next((step for step in moved if step.kill and step.kill != first.kill), None)
        return killing or next((step for step in moved if step.ours > step.theirs and first.ours <= first.theirs), None)


def tip(client: Client, workspace: Workspace, today: date | None = None) -> Tip | None:
    """The steps; with `today` only a kill point with proof, that no rival can match in time, counts as one.

    None when a total is unknown or no need is both weighted and better or worse than the rival's."""
    sheet = comparison(client, workspace)
    if sheet.total is None or sheet.main is None or sheet.totals.get(sheet.main) is None:
        return None
    gaps = [row for row in sheet.rows if row.gap_main is not None and row.share]
    worst = min(
        (row for row in gaps if (row.gap_main or 0) < 0),
        key=lambda row: (row.gap_main or 0, -(row.share or 0)),
        default=None,
    )
    best = max(
        (row for row in gaps if (row.gap_main or 0) > 0),
        key=lambda row: (row.gap_main or 0, row.share or 0),
        default=None,
    )
    if worst is None or best is None:
        return None
    steps = []
    for number in range(_MOST + 1):
        moved = Decimal(number * _STEP)
        if moved >= (worst.factor.importance or 0):
            break
        steps.append(_shift(client, workspace, today, (worst.factor.key, best.factor.key), moved))
    rival = sheet.rivals[0].called
    return Tip(worst.factor.name, best.factor.name, rival, tuple(steps)) if len(steps) > 1 else None


def _shift(client: Client, workspace: Workspace, today: date | None, pair: tuple[str, str], moved: Decimal) -> Shift:
    worst, best = pair
    by = {worst: -moved, best: moved}
    factors = tuple(
        replace(factor, importance=(factor.importance or Decimal(0)) + by[factor.key]) if factor.key in by else factor
        for factor in client.factors
    )
    tried = replace(client, factors=factors)
    sheet: Comparison = comparison(tried, workspace)
    low, high = sheet.row(worst), sheet.row(best)
    won = sheet.kill_points if today is None else [kill.row for kill in kills(tried, workspace, today).ours]
    assert low is not None
    assert high is not None
    return Shift(
        moved=int(moved),
        worst=low.share or 0.0,
        best=high.share or 0.0,
        ours=sheet.total or 0.0,
        theirs=sheet.totals.get(sheet.main or "") or 0.0,
        kill=won[0].factor.name if won else "",
    )

"""The sheet of the comparison as values: one row a need, one cell for us and for each rival."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from kamdesk.client.client import Client
from kamdesk.client.comparing import Comparison, Row, stale
from kamdesk.client.fairness import may_be_told
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action
from kamdesk.client.rival_records import Factor, Standing
from kamdesk.client.weigh_records import Confidence
from kamdesk.desk.rivals import actions_for

NEED, WEIGHT, WANTS, US, TACTIC = "name", "importance", "wants", "us", "tactic"
OWN = (NEED, WEIGHT, WANTS, US)  # columns that stand in the need's own record
UP, DOWN, LEVEL = "up", "down", "level"

Place = tuple[str, str]  # a cell: key of the need, column


@dataclass(frozen=True, slots=True)
class Cell:
    """Where one side stands on one need; `mark` is UP when it is better than the other, "" while that is unknown."""

    value: str = ""
    score: int | None = None
    source: str = ""
    day: date | None = None
    confidence: Confidence | None = None
    tellable: bool = False
    mark: str = ""
    helps: bool = False
    old: bool = False  # older than 90 days, or of no day

    @property
    def known(self) -> bool:
        """True when anything is written down."""
        return bool(self.value) or self.score is not None


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One need with its cells, by US or the rival's key."""

    row: Row
    cells: dict[str, Cell]
    action: Action | None
    most: float  # the largest share of all rows, for the bar of the weight
    carers: tuple[Contact, ...] = ()
    tried: frozenset[str] = frozenset()  # the columns that "what if" changed

    @property
    def key(self) -> str:
        """The need's."""
        return self.row.factor.key

    @property
    def factor(self) -> Factor:
        """The need itself."""
        return self.row.factor


def sheet_rows(sheet: Comparison, client: Client, today: date, tried: Collection[Place] = ()) -> list[SheetRow]:
    """The rows of a client's sheet; `tried` are the cells that "what if" changed."""
    most = max((row.share or 0.0 for row in sheet.rows), default=0.0)
    standings = {(item.factor, item.rival): item for item in client.standings}
    people = {contact.key: contact for contact in client.contacts}
    days = int(client.rules.stale_days)
    rows = []
    for row in sheet.rows:
        key = row.factor.key
        cells = {US: _cell(row.factor, row.gap, True, today, days)}
        for rival in sheet.rivals:
            cells[rival.key] = _cell(standings.get((key, rival.key)), row.gaps[rival.key], False, today, days)
        carers = tuple(people[item.contact or ""] for item in client.stakes if item.factor == key)
        changed = frozenset(column for need, column in tried if need == key)
        action = next(iter(actions_for(client, key)), None)
        rows.append(SheetRow(row, cells, action, most, carers, changed))
    return rows


def _cell(held: Factor | Standing | None, gap: int | None, ours: bool, today: date, days: int) -> Cell:
    """Our cell is held against the best rival, a rival's against us."""
    if held is None:
        return Cell()
    mark = ""
    if gap is not None:
        better = gap > 0 if ours else gap < 0
        mark = LEVEL if gap == 0 else UP if better else DOWN
    known = bool(held.value) or held.score is not None
    return Cell(
        value=held.value,
        score=held.score,
        source=held.source,
        day=held.day,
        confidence=held.confidence,
        tellable=may_be_told(held.tellable, held.source, held.day),
        mark=mark,
        helps=(gap or 0) > 0,
        old=known and stale(held.day, today, days),
    )

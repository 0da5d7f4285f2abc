"""The sheet of the comparison as values: one row a need, one cell for us and for each rival."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Qt

from kamdesk.client.client import Client
from kamdesk.client.comparing import Comparison, Row, stale
from kamdesk.client.plan_records import Action
from kamdesk.client.rival_records import Factor, Rival, Standing
from kamdesk.client.units import tell_day, tell_decimal
from kamdesk.desk.rivals import actions_for, standing_of
from kamdesk.ui.look import Look
from kamdesk.ui.parts.rows import Index, Rows

NEED, WEIGHT, WANTS, US, TACTIC = "need", "weight", "wants", "us", "tactic"
UP, DOWN, LEVEL = "up", "down", "level"


@dataclass(frozen=True, slots=True)
class Cell:
    """Where one side stands on one need; `mark` is UP when it is better than the other, "" while that is unknown."""

    value: str = ""
    score: int | None = None
    source: str = ""
    day: date | None = None
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

    @property
    def key(self) -> str:
        """The need's."""
        return self.row.factor.key

    @property
    def factor(self) -> Factor:
        """The need itself."""
        return self.row.factor


def sheet_rows(sheet: Comparison, client: Client, today: date) -> list[SheetRow]:
    """The rows of a client's sheet."""
    most = max((row.share or 0.0 for row in sheet.rows), default=0.0)
    rows = []
    for row in sheet.rows:
        key = row.factor.key
        cells = {US: _cell(row.factor, row.gap, True, today)}
        for rival in sheet.rivals:
            cells[rival.key] = _cell(standing_of(client, key, rival.key), row.gaps[rival.key], False, today)
        rows.append(SheetRow(row, cells, next(iter(actions_for(client, key)), None), most))
    return rows


def _cell(held: Factor | Standing | None, gap: int | None, ours: bool, today: date) -> Cell:
    """Our cell is held against the best rival, a rival's against us."""
    if held is None:
        return Cell()
    mark = ""
    if gap is not None:
        better = gap > 0 if ours else gap < 0
        mark = LEVEL if gap == 0 else UP if better else DOWN
    known = bool(held.value) or held.score is not None
    old = known and stale(held.day, today)
    return Cell(held.value, held.score, held.source, held.day, mark, (gap or 0) > 0, old)


class SheetModel(Rows):
    """The rows under the columns of the moment; which rivals there are can change."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent=parent)
        self.look = look
        self.columns: tuple[str, ...] = (NEED, WEIGHT, WANTS, US, TACTIC)
        self.rivals: dict[str, Rival] = {}
        self.today = date.min

    def show_columns(self, rivals: Sequence[Rival]) -> bool:
        """Have a column for each of these rivals; True when that is a change."""
        self.rivals = {rival.key: rival for rival in rivals}
        columns = (NEED, WEIGHT, WANTS, US, *self.rivals, TACTIC)
        if columns == self.columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)
            return False
        self.beginResetModel()
        self.columns = columns
        self.endResetModel()
        return True

    def columnCount(self, parent: Index | None = None) -> int:
        """Need, weight, wish, us, the rivals, tactic."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """All but the tactic can be typed into."""
        flags = super().flags(index)
        typed = index.isValid() and self.columns[index.column()] != TACTIC
        return flags | Qt.ItemFlag.ItemIsEditable if typed else flags

    def headerData(self, at: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words above a column."""
        if way != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole or at >= len(self.columns):
            return None
        tr, name = self.look.tr, self.columns[at]
        words = {NEED: tr("Need"), WEIGHT: tr("Weight"), WANTS: tr("Client wants"), TACTIC: tr("Tactic")}
        words[US] = self.look.trc("comparison", "Us")
        return words.get(name) or self.rivals[name].called

    def words(self, item: SheetRow, column: int) -> str:
        """A cell in words, for screen readers."""
        name, factor, tr = self.columns[column], item.factor, self.look.tr
        if name == NEED:
            return factor.name
        if name == WEIGHT:
            return tr("unknown") if factor.importance is None else f"{factor.importance.normalize():f}"
        if name == WANTS:
            return factor.wants or tr("unknown")
        if name == TACTIC:
            return tactic_words(item, self.look)
        return cell_words(item.cells[name], self.look, self.today)


def tactic_words(item: SheetRow, look: Look) -> str:
    """The tactic's short name; without one what is missing."""
    tactic = item.row.tactic
    if tactic is None:
        return look.tell(item.row.reason[0]) if item.row.reason else look.tr("unknown")
    return look.tr(tactic.label)


def cell_words(cell: Cell, look: Look, today: date) -> str:
    """Value, score, how it compares, source and day."""
    tr = look.tr
    if not cell.known:
        return tr("unknown")
    score = tr("score {score}", score=cell.score) if cell.score is not None else tr("score unknown")
    mark = {UP: tr("better"), DOWN: tr("worse"), LEVEL: tr("equal")}.get(cell.mark, "")
    return ", ".join(filter(None, (cell.value, score, mark, source_words(cell, look, today))))


def source_words(cell: Cell, look: Look, today: date) -> str:
    """Source and day, "no source" when there is neither."""
    day = tell_day(cell.day, look.words, today) if cell.day else ""
    if cell.source and day:
        return look.tr("{source}, {day}", source=cell.source, day=day)
    return cell.source or day or look.tr("no source yet")


def share_words(row: Row) -> str:
    """The weight as it was typed."""
    importance = row.factor.importance
    return "?" if importance is None else tell_decimal(importance, 0 if importance == int(importance) else 1)

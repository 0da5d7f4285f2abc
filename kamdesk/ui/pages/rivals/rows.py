"""The model of the sheet: rows of needs under the columns of the moment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, Qt

from kamdesk.client.rival_records import Rival
from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.cells import NEED, TACTIC, US, WANTS, WEIGHT, Place, SheetRow
from kamdesk.ui.pages.rivals.told import words_of
from kamdesk.ui.parts.rows import Index, Rows

# asked for every cell that is painted, so that they are put together once
_SHOWN = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_TYPED = _SHOWN | Qt.ItemFlag.ItemIsEditable


class SheetModel(Rows):
    """The rows under the columns of the moment; which rivals there are can change."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent=parent)
        self.look = look
        self.columns: tuple[str, ...] = (NEED, WEIGHT, WANTS, US, TACTIC)
        self.rivals: dict[str, Rival] = {}
        self.today = date.min
        self.through_eyes = False  # seen as one role or person sees it

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

    def is_typed(self, column: str) -> bool:
        """True for a column that can be typed into: all but the tactic."""
        return column not in ("", TACTIC)

    def is_side(self, column: str) -> bool:
        """True for our column and a rival's."""
        return column == US or column in self.rivals

    def place(self, index: Index) -> Place:
        """The need and the column of an index; empty words for an invalid one."""
        return (self.key_of(index), self.columns[index.column()]) if index.isValid() else ("", "")

    def columnCount(self, parent: Index | None = None) -> int:
        """Need, weight, wish, us, the rivals, tactic."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """All but the tactic can be typed into."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _TYPED if self.is_typed(self.columns[index.column()]) else _SHOWN

    def headerData(self, at: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words above a column."""
        if way != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole or at >= len(self.columns):
            return None
        return self.heading(self.columns[at])

    def heading(self, name: str) -> str:
        """What a column is called."""
        tr = self.look.tr
        words = {NEED: tr("Need"), WEIGHT: tr("Weight"), WANTS: tr("Client wants"), TACTIC: tr("Tactic")}
        words[US] = self.look.trc("comparison", "Us")
        return words.get(name) or self.rivals[name].called

    def words(self, item: SheetRow, column: int) -> str:
        """A cell in words, for screen readers."""
        return words_of(item, self.columns[column], self.look, self.today)

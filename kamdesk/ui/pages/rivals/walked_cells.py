"""The cells of the sheet one walks over: which is current, which are chosen, and the row that is kept in sight."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal

from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.cells import Place
from kamdesk.ui.pages.rivals.drag import DraggedRows
from kamdesk.ui.pages.rivals.rows import SheetModel
from kamdesk.ui.parts.rows import Index


class WalkedCells(DraggedRows):
    """Knows cells by their need and column."""

    walked = Signal(str)  # another need is the current one
    moved_to = Signal()  # another cell is the current one

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.rows = SheetModel(look, self)
        self.many = False  # more than one cell is chosen
        self.setModel(self.rows)

    @property
    def key(self) -> str:
        """The current need."""
        return self.rows.place(self.currentIndex())[0]

    @property
    def column(self) -> str:
        """The current column: NEED, WEIGHT, WANTS, US, TACTIC or the key of a rival."""
        return self.rows.place(self.currentIndex())[1]

    def chosen(self) -> list[list[Place]]:
        """The chosen cells row by row; the current one while there is no range."""
        held = self.selectedIndexes() or [self.currentIndex()]
        rows: dict[int, list[Place]] = {}
        for index in sorted(filter(QModelIndex.isValid, held), key=lambda index: (index.row(), index.column())):
            rows.setdefault(index.row(), []).append(self.rows.place(index))
        return list(rows.values())

    def go(self, key: str, column: str = "") -> bool:
        """Make a cell the current one; the column stays where none is named. False when the need is not here."""
        columns = self.rows.columns
        wanted = column or self.column
        index = self.rows.index_of(key, columns.index(wanted) if wanted in columns else 0)
        if index.isValid():
            self.setCurrentIndex(index)
        return index.isValid()

    def step(self, way: str) -> bool:
        """Go "down", "right" or "left"; False at the end, where there is nowhere to go."""
        index = self.currentIndex()
        rows, columns = self.rows.rowCount(), self.rows.columnCount()
        if not index.isValid():
            return False
        at = index.row() * columns + index.column() + {"right": 1, "left": -1, "down": columns}.get(way, 0)
        if 0 <= at < rows * columns:
            self.setCurrentIndex(self.rows.index(at // columns, at % columns))
            return True
        return False

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which cell is current now."""
        super().currentChanged(current, previous)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, self.rows.is_typed(self.column))
        for row in {current.row(), previous.row()}:
            self.keep_row_fresh(row)
        if current.row() != previous.row() or current.isValid() != previous.isValid():
            self.walked.emit(self.rows.key_of(current))
        self.moved_to.emit()

    def selectionChanged(self, chosen: QItemSelection, left: QItemSelection) -> None:
        """A range changes the look of the row it began in."""
        super().selectionChanged(chosen, left)
        self.many = len(self.selectedIndexes()) > 1
        for row in {index.row() for index in (*chosen.indexes(), *left.indexes(), self.currentIndex())}:
            self.keep_row_fresh(row)

"""The middle of the comparison: head, sheet with its editors, a need to add, the sum, chart and attacks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.client import Client
from kamdesk.client.comparing import Comparison, SheetWarning
from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.below import SheetBelow
from kamdesk.ui.pages.rivals.cell_line import CellLine
from kamdesk.ui.pages.rivals.cells import US, SheetRow
from kamdesk.ui.pages.rivals.editing import CellEditing
from kamdesk.ui.pages.rivals.editor import CellEditor
from kamdesk.ui.pages.rivals.mode_bar import ModeBar
from kamdesk.ui.pages.rivals.sheet import SheetView
from kamdesk.ui.pages.rivals.strip import CellStrip
from kamdesk.ui.pages.rivals.sums import MarkKey, SumRow
from kamdesk.ui.pages.rivals.top import SheetTop
from kamdesk.ui.pages.rivals.warnings import WarningLine
from kamdesk.ui.parts.add_row import AddRow
from kamdesk.ui.parts.scrolled import Scrolled


class SheetBody(QWidget):
    """Head and column heads stay, the rows and what is below them scroll; the editors of cells lie over the rows."""

    def __init__(self, look: Look, scope: QWidget) -> None:
        """The keys of the buttons act while the keyboard is inside `scope`."""
        super().__init__()
        self.look = look
        self._held = QWidget()
        self.area = Scrolled()
        self.top = SheetTop(look, scope)
        self.warnings = WarningLine(look, scope)
        self.mode = ModeBar(look)
        self.strip = CellStrip(look)
        self.view = SheetView(look)
        self.add = AddRow(look, look.tr("Add a need"), key="Ctrl+N")
        self.sum = SumRow(look, self.view)
        self.below = SheetBelow(look)
        self.editing = CellEditing(look, self.view, self._held)
        self._arrange()
        self.view.moved_to.connect(self.show_cell)
        self.view.walked.connect(self._reveal)

    def _arrange(self) -> None:
        look, px = self.look, self.look.theme.px
        foot, line = QHBoxLayout(), QVBoxLayout()
        foot.setContentsMargins(look.size("gutter_left"), 0, look.size("gutter_right"), 0)
        foot.addWidget(self.add, 2)
        foot.addWidget(MarkKey(look), 3)
        line.setContentsMargins(look.size("gutter_left") - px(10), 0, look.size("gutter_right") - px(8), px(2))
        line.setSpacing(px(4))
        for widget in (self.mode, self.warnings, self.strip):
            line.addWidget(widget)
        inner = QVBoxLayout(self._held)
        inner.addWidget(self.view)
        inner.addWidget(self.sum)
        inner.addLayout(foot)
        inner.addSpacing(px(4))
        inner.addWidget(self.below)
        inner.addStretch(1)
        self.area.hold(self._held)
        column = QVBoxLayout(self)
        column.addWidget(self.top)
        column.addLayout(line)
        column.addWidget(self.view.head)
        column.addWidget(self.area, 1)
        for layout in (inner, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)

    @property
    def held(self) -> QWidget:
        """What scrolls: cards that belong to a cell lie over it."""
        return self._held

    @property
    def editor(self) -> CellEditor | CellLine | None:
        """The editor that lies over a cell just now."""
        return self.editing.editor

    def show_sheet(self, sheet: Comparison, rows: list[SheetRow], client: Client, today: date) -> None:
        """Show the sheet; the current cell and what is half typed stay."""
        view = self.view
        view.rows.today = today
        key, column = view.key, view.column
        reset = view.rows.show_columns(sheet.rivals)
        view.rows.show_rows(rows)
        if reset and key:
            view.go(key, column)
        if not view.currentIndex().isValid() and rows:
            view.go(rows[0].key, US)
        view.fit()
        self.sum.show_totals(sheet)
        self.below.show_sheet(sheet, rows, view.key)
        self.editing.take(rows, client.standings, today)
        self.show_cell()

    def show_ahead(self, rows: list[SheetRow]) -> None:
        """Paint the rows at once; what follows from them comes with `show_sheet`."""
        self.view.rows.show_rows(rows)
        self.editing.go_on()
        self.view.viewport().repaint()

    def show_warnings(self, warnings: Sequence[SheetWarning]) -> None:
        """Show what to see to."""
        self.warnings.show_warnings(warnings)

    def show_cell(self) -> None:
        """Tell the current cell in full."""
        view = self.view
        self.strip.show_cell(view.rows.item(view.currentIndex()), view.column, view.rows)

    def _reveal(self, _key: str) -> None:
        QTimer.singleShot(0, self, self._show_cell)

    def _show_cell(self) -> None:
        rect = self.view.visualRect(self.view.currentIndex())
        if not rect.isNull():
            place = self.view.viewport().mapTo(self._held, rect.center())
            self.area.ensureVisible(place.x(), place.y(), 0, rect.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Chart and attacks stand beside each other where there is room."""
        super().resizeEvent(event)
        self.below.fold(event.size().width())

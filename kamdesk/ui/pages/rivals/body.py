"""The middle of the comparison: head, sheet with its editors, a need to add, the sum, chart and attacks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.comparing import Comparison
from kamdesk.client.rival_records import Factor, Standing
from kamdesk.client.units import tell_decimal
from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.below import SheetBelow
from kamdesk.ui.pages.rivals.editor import CellEditor
from kamdesk.ui.pages.rivals.paint import paint_mark
from kamdesk.ui.pages.rivals.rows import DOWN, NEED, UP, US, WANTS, WEIGHT, SheetRow
from kamdesk.ui.pages.rivals.sheet import SheetView
from kamdesk.ui.pages.rivals.top import SheetTop
from kamdesk.ui.parts.add_row import AddRow
from kamdesk.ui.parts.painters import RIGHT, paint_text, square, text_width
from kamdesk.ui.parts.scrolled import Scrolled

_FIELDS = {NEED: ("name",), WEIGHT: ("importance",), WANTS: ("wants",)}
_STANDING = ("value", "score", "source", "day")


class SheetBody(Scrolled):
    """Scrolls as a whole; the editors of cells lie over it."""

    typed = Signal(str, str, object)  # key of the need, column, values by field

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.today = date.min
        self.is_open = True
        self._held = QWidget()
        self.top = SheetTop(look)
        self.view = SheetView(look)
        self.add = AddRow(look, look.tr("Add a need"), key="Ctrl+N")
        self.sum = SumRow(look, self.view)
        self.below = SheetBelow(look)
        self.editors = {name: CellEditor(look, Factor, fields, self._held) for name, fields in _FIELDS.items()}
        self.editors[US] = CellEditor(look, Factor, _STANDING, self._held)
        self.editors[""] = CellEditor(look, Standing, _STANDING, self._held)  # of any rival
        self._editing: tuple[str, str] | None = None  # key of the need and column
        self._sent: Mapping[str, Any] | None = None
        self._way = ""
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        look, px = self.look, self.look.theme.px
        foot = QHBoxLayout()
        foot.setContentsMargins(look.size("gutter_left"), 0, look.size("gutter_right"), 0)
        foot.addWidget(self.add, 2)
        foot.addWidget(_Key(look), 3)
        column = QVBoxLayout(self._held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.view)
        column.addWidget(self.sum)
        column.addLayout(foot)
        column.addSpacing(px(4))
        column.addWidget(self.below)
        column.addStretch(1)
        self.hold(self._held)
        for editor in self.editors.values():
            editor.hide()

    def _connect(self) -> None:
        self.view.editing.connect(self.edit)
        self.view.composing.connect(self._compose)
        self.view.walked.connect(self._reveal)
        for editor in self.editors.values():
            editor.finished.connect(self._finish)
            editor.cancelled.connect(self._close)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]

    @property
    def editor(self) -> CellEditor | None:
        """The editor that lies over a cell just now."""
        return next((editor for editor in self.editors.values() if not editor.isHidden()), None)

    def show_sheet(self, sheet: Comparison, rows: list[SheetRow], today: date) -> None:
        """Show the sheet; the current cell and what is half typed stay."""
        self.today = self.view.rows.today = today
        key, column = self.view.key, self.view.column
        reset = self.view.rows.show_columns(sheet.rivals)
        self.view.rows.show_rows(rows)
        if reset and key:
            self.view.go(key, column)
        if not self.view.currentIndex().isValid() and rows:
            self.view.go(rows[0].key, US)
        self.view.fit()
        self.sum.show_totals(sheet)
        self.below.show_sheet(sheet, rows, self.view.key)
        self._settle(rows)

    def _settle(self, rows: list[SheetRow]) -> None:
        """Close the editor when what it handed over is stored, or its cell is gone."""
        if self._editing is None:
            return
        key, column = self._editing
        row = next((row for row in rows if row.key == key), None)
        if row is None or column not in self.view.rows.columns:
            self._close()
        elif self._sent is not None and self._values(row, column) == self._sent:
            way = self._way
            self._close()
            self.view.step(way)

    def edit(self, words: str = "") -> CellEditor | None:
        """Turn the current cell into its editor, beginning with `words`; None where that cannot be."""
        item, column = self.view.rows.item(self.view.currentIndex()), self.view.column
        if item is None or not self.is_open or (column not in self.editors and column not in self.view.rows.rivals):
            return None
        self._close(keep_keyboard=True)
        editor = self.editors.get(column) or self.editors[""]
        self._editing, self._sent = (item.key, column), None
        self.view.being_edited = True
        rect = self.view.visualRect(self.view.currentIndex())
        corner = self.view.viewport().mapTo(self._held, rect.topLeft())
        editor.open_over(QRect(corner, rect.size()), self._values(item, column), self.today)
        if words:
            editor.start(words)
        return editor

    @staticmethod
    def _values(item: SheetRow, column: str) -> dict[str, Any]:
        if column in _FIELDS:
            return {name: getattr(item.factor, name) for name in _FIELDS[column]}
        cell = item.cells[column]
        return {name: getattr(cell, name) for name in _STANDING}

    def _compose(self, event: QInputMethodEvent) -> None:
        if editor := self.edit():
            editor.compose(event)

    def _finish(self, values: Mapping[str, Any], way: str) -> None:
        if self._editing is None or values == self._sent:  # handed over already; it waits to be saved
            return
        key, column = self._editing
        item = self.view.rows.item(self.view.rows.index_of(key))
        self._sent, self._way = values, way
        if item is None or self._values(item, column) == values:
            self._close()
            self.view.step(way)
        else:
            self.typed.emit(key, column, values)

    def _close(self, *, keep_keyboard: bool = False) -> None:
        editor, self._editing, self._sent = self.editor, None, None
        self.view.being_edited = False
        if editor is not None:
            inside = editor.isAncestorOf(QApplication.focusWidget() or self)
            if inside and not keep_keyboard:
                self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            editor.hide()
        self.view.viewport().update()

    def _focus_moved(self, _old: object, new: QWidget | None) -> None:
        """A press elsewhere hands over what was typed; what is wrong stays open as it was typed."""
        editor = self.editor
        if editor is None or new is None or new is editor or editor.isAncestorOf(new):
            return
        if new.window() is not self.window():
            return  # a calendar or a menu, from which the keyboard comes back
        if editor.changed:
            editor.hand_over()
        else:
            self._close(keep_keyboard=True)

    def _reveal(self, _key: str) -> None:
        QTimer.singleShot(0, self, self._show_cell)

    def _show_cell(self) -> None:
        rect = self.view.visualRect(self.view.currentIndex())
        if not rect.isNull():
            place = self.view.viewport().mapTo(self._held, rect.center())
            self.ensureVisible(place.x(), place.y(), 0, rect.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Chart and attacks stand beside each other where there is room."""
        super().resizeEvent(event)
        self.below.fold(event.size().width())


class SumRow(QWidget):
    """The weighted sums under their columns, shown only when asked for: nothing is decided on totals alone."""

    def __init__(self, look: Look, view: SheetView) -> None:
        super().__init__()
        self.look, self._view = look, view
        self._sheet: Comparison | None = None
        self.setFixedHeight(look.size("row"))
        self.hide()
        view.head.sectionResized.connect(self._repaint)
        view.horizontalScrollBar().valueChanged.connect(self._repaint)

    def show_totals(self, sheet: Comparison) -> None:
        """Show these totals."""
        self._sheet = sheet
        told = [self._told(name) for name in self._view.rows.columns if self._total(name)[0]]
        self.setAccessibleName(", ".join([self.look.tr("Weighted sum"), *told]))
        self.update()

    def _total(self, name: str) -> tuple[bool, float | None]:
        if self._sheet is None or not (name == US or name in self._sheet.totals):
            return False, None
        return True, self._sheet.total if name == US else self._sheet.totals[name]

    def _told(self, name: str) -> str:
        value = self._total(name)[1]
        if value is not None:
            return tell_decimal(value, 2)
        missing = self._sheet.missing.get("" if name == US else name, 0) if self._sheet else 0
        return self.look.trn("{n} unknown", "{n} unknown", missing)

    def _repaint(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sums under their columns."""
        look, px, head = self.look, self.look.theme.px, self._view.head
        painter = QPainter(self)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), look.colour("line"))
        for at, name in enumerate(self._view.rows.columns):
            left = head.sectionViewportPosition(at)
            room = QRectF(left + px(10), 0, head.sectionSize(at) - px(18), self.height())
            if name == NEED:
                room.setLeft(left + look.size("gutter_left"))
                paint_text(painter, room, look.tr("Weighted sum"), look.font("small"), look.colour("text2"))
            elif self._total(name)[0]:
                known = self._total(name)[1] is not None
                font = look.font("name", 500, tabular=True) if known else look.font("small")
                paint_text(painter, room, self._told(name), font, look.colour("text" if known else "muted"))
        painter.end()


class _Key(QWidget):
    """What the marks mean."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        whole = look.tr("worse: a rival against us, we against the best rival; green helps us")
        self._whole = (look.tr("better"), whole)
        self._short = (look.tr("better"), look.tr("worse"))
        self.setAccessibleName(", ".join(self._whole))
        self.setToolTip(self.accessibleName())
        self.setMinimumHeight(look.size("row"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks with their words, from the right; the short words where there is little room."""
        look, px = self.look, self.look.theme.px
        painter, small = QPainter(self), look.font("small")
        right, middle = float(self.width()), self.height() / 2
        needed = sum(text_width(words, small) + px(27) for words in self._whole)
        shown = self._whole if needed <= right else self._short
        for mark, words in zip((DOWN, UP), shown[::-1], strict=True):
            wide = text_width(words, small) + 1
            paint_text(painter, QRectF(right - wide, 0, wide, self.height()), words, small, look.colour("text2"), RIGHT)
            box = square(QPointF(right - wide - px(9), middle), px(9))
            paint_mark(painter, box, mark, mark == UP, look)
            right -= wide + px(26)
        painter.end()

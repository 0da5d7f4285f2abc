"""A table whose first columns and last one stay in sight while those between them scroll sideways."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QTableView

from kamdesk.ui.look import Look
from kamdesk.ui.parts.rows import Index

HELD_LEFT = 2  # the need and its weight


class FrozenTable(QTableView):
    """One view: the columns that stay are painted once more over those that scrolled below them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look

    def moved(self) -> bool:
        """True while something is scrolled out of sight."""
        return self.horizontalHeader().length() > self.viewport().width()

    def held_left(self) -> int:
        """How wide the columns are that stay at the left, in px."""
        return sum(self.columnWidth(column) for column in range(HELD_LEFT))

    def held_right(self) -> int:
        """How wide the column is that stays at the right."""
        return self.columnWidth(self._last()) if self.moved() else 0

    def _last(self) -> int:
        return self.horizontalHeader().count() - 1

    def is_held(self, column: int) -> bool:
        """True for a column that stays in sight."""
        return column < HELD_LEFT or column == self._last()

    def left_of(self, column: int) -> int:
        """Where a column begins as it is seen."""
        if column < HELD_LEFT:
            return self.horizontalHeader().sectionPosition(column)
        if column == self._last() and self.moved():
            return self.viewport().width() - self.columnWidth(column)
        return self.columnViewportPosition(column)

    def column_seen_at(self, x: int) -> int:
        """The column that is seen at a place, -1 for none."""
        for column in (*range(HELD_LEFT), self._last()):
            if self.left_of(column) <= x < self.left_of(column) + self.columnWidth(column):
                return column
        return self.columnAt(x)

    def visualRect(self, index: Index) -> QRect:
        """Where a cell is seen."""
        rect = super().visualRect(index)
        if index.isValid() and self.is_held(index.column()):
            rect.moveLeft(self.left_of(index.column()))
        return rect

    def indexAt(self, place: QPoint) -> QModelIndex:
        """The cell that is seen at a place."""
        row, column = self.rowAt(place.y()), self.column_seen_at(place.x())
        return self.model().index(row, column) if row >= 0 and column >= 0 else QModelIndex()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell out from below the columns that stay; the page scrolls up and down."""
        if not index.isValid() or self.is_held(index.column()) or not self.moved():
            return
        bar, wide = self.horizontalScrollBar(), self.columnWidth(index.column())
        left = self.horizontalHeader().sectionPosition(index.column())
        room = self.viewport().width() - self.held_right()
        bar.setValue(max(left + wide - room, min(bar.value(), left - self.held_left())))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page; only what is meant sideways scrolls the sheet."""
        turned = event.angleDelta()
        if abs(turned.x()) > abs(turned.y()) or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            super().wheelEvent(event)
        else:
            event.ignore()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """What stays is painted again."""
        super().scrollContentsBy(dx, dy)
        if dx:
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, then over them the columns that stay."""
        super().paintEvent(event)
        if not self.moved():
            return
        painter = QPainter(self.viewport())
        for column in (*range(HELD_LEFT), self._last()):
            area = QRect(self.left_of(column), 0, self.columnWidth(column), self.viewport().height())
            if area.intersects(event.rect()):
                self._paint_held(painter, area, column, event.rect())
        edge = self.look.colour("edge")
        if self.horizontalScrollBar().value():
            painter.fillRect(self.held_left() - 1, 0, 1, self.viewport().height(), edge)
        if self.horizontalScrollBar().value() < self.horizontalScrollBar().maximum():
            painter.fillRect(self.viewport().width() - self.held_right(), 0, 1, self.viewport().height(), edge)
        painter.end()

    def _paint_held(self, painter: QPainter, area: QRect, column: int, exposed: QRect) -> None:
        painter.fillRect(QRectF(area), self.look.colour("canvas"))
        option = QStyleOptionViewItem()
        for row in range(max(0, self.rowAt(exposed.top())), self.model().rowCount()):
            top = self.rowViewportPosition(row)
            if top > exposed.bottom():
                return
            index = self.model().index(row, column)
            self.initViewItemOption(option)
            option.rect = QRect(area.left(), top, area.width(), self.rowHeight(row))
            chosen = self.selectionModel().isSelected(index)
            option.state = QStyle.StateFlag.State_Enabled
            if chosen:
                option.state |= QStyle.StateFlag.State_Selected
            self.itemDelegate().paint(painter, option, index)

    def keep_row_fresh(self, row: int) -> None:
        """Paint a row again."""
        if row >= 0:
            self.viewport().update(0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row))

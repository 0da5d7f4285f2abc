"""A table whose rows can be ranked with the mouse, taken by their first cell."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent

from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.frozen import FrozenTable


class DraggedRows(FrozenTable):
    """Shows where a dragged row would stand, and tells when it was let go."""

    moving = Signal(int)  # the current row goes so many places down, negative: up

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._dragged = self._target = -1  # rows

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a row by its need, to rank it."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._dragged = index.row() if index.column() == 0 and event.button() == Qt.MouseButton.LeftButton else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the row would stand."""
        if self._dragged < 0 or not event.buttons():
            super().mouseMoveEvent(event)
            return
        row = self.rowAt(event.position().toPoint().y())
        self._target = row if row >= 0 and row != self._dragged else -1
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Rank the row where it was let go."""
        super().mouseReleaseEvent(event)
        by = self._target - self._dragged if self._dragged >= 0 and self._target >= 0 else 0
        self._dragged = self._target = -1
        self.unsetCursor()
        self.viewport().update()
        if by:
            self.moving.emit(by)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, and the line where a row that is dragged would stand."""
        super().paintEvent(event)
        if self._target >= 0:
            painter, height = QPainter(self.viewport()), self.rowHeight(self._target)
            y = self.rowViewportPosition(self._target) + (self._target > self._dragged) * height - 1
            painter.fillRect(0, y, self.viewport().width(), 2, self.look.colour("accent"))
            painter.end()

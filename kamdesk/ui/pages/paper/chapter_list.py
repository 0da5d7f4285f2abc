"""The chapters of the plan: a tick, a lock, the page each begins on; dragged or moved by Alt and the arrows."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication

from kamdesk.ui.look import Look
from kamdesk.ui.parts.badges import tick_box
from kamdesk.ui.parts.painters import RIGHT, paint_text, square, text_width
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.rows import RowDelegate

_BOX = 36  # px from the left: a click there ticks
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class ChapterRow:
    """A chapter as the list shows it."""

    key: str
    title: str
    ticked: bool
    page: str  # where it begins; short chapters share one
    empty: bool
    locked: bool = False  # never for the client
    barred: bool = False  # not for those it is made for now
    by_hand: bool = False  # its conclusion was written by hand


class ChapterList(RowList):
    """Space ticks, Enter scrolls there, Ctrl+Enter goes to its place, F2 writes its conclusion."""

    prints = False  # what a document is made of is no list of records
    moving = Signal(str, int)  # name, and by how many places it shall go down
    dropped = Signal()  # a drag ended
    placed = Signal(str)  # Ctrl+Enter
    writing = Signal(str)  # F2: its conclusion

    def __init__(self, look: Look) -> None:
        self._paints = _ChapterDelegate(look)
        super().__init__(self._paints, look.tr("Chapters"))
        self.look = look
        self._dragged = ""
        self._pressed: QPointF | None = None
        self.setToolTip(look.tr("Drag, or Alt and the arrows, puts a chapter elsewhere"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and the arrows move; Ctrl+Enter goes to the place; F2 writes."""
        key, name, held = Qt.Key(event.key()), self.current_key(), event.modifiers()
        if name and key in _STEPS and held & Qt.KeyboardModifier.AltModifier:
            self.moving.emit(name, _STEPS[key])
            self.dropped.emit()
        elif name and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held & Qt.KeyboardModifier.ControlModifier:
            self.placed.emit(name)
        elif name and key == Qt.Key.Key_F2:
            self.writing.emit(name)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Perhaps a drag begins."""
        super().mousePressEvent(event)
        self._dragged = ""
        self._pressed = event.position() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The chapter that is dragged goes where the mouse is, at once."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        far = abs(event.position().y() - self._pressed.y()) >= QApplication.startDragDistance()
        if not self._dragged and far:
            self._dragged = self.model_of_rows.key_of(self.indexAt(self._pressed.toPoint()))
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragged:
            self._drag_to(event.position().y())

    def _drag_to(self, y: float) -> None:
        row = round((y + self.verticalScrollBar().value()) // self._paints.height)
        row = max(0, min(self.model_of_rows.rowCount() - 1, row))
        by = row - self.model_of_rows.index_of(self._dragged).row()
        if by:
            self.moving.emit(self._dragged, by)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A drag ends; else a click on the box ticks, a click on the words leads there."""
        super().mouseReleaseEvent(event)
        pressed, dragged = self._pressed, self._dragged
        self._pressed, self._dragged = None, ""
        self.viewport().unsetCursor()
        if dragged:
            self.dropped.emit()
        elif pressed is not None:
            name = self.model_of_rows.key_of(self.indexAt(event.position().toPoint()))
            if name and event.position().x() < self.look.theme.px(_BOX):
                self.ticked.emit(name)
            elif name:
                self.opened.emit(name)


class _ChapterDelegate(RowDelegate):
    """Box, name, lock, pencil, a flag where nothing is known, page."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.theme.px(36), look.size("overhang"))

    def draw(self, painter: QPainter, rect: QRectF, item: ChapterRow, *, selected: bool) -> None:
        """Paint a chapter."""
        look, px = self.look, self.look.theme.px
        on = item.ticked and not item.barred
        painter.setOpacity(0.55 if item.barred else 1.0)
        tick_box(painter, QRectF(rect.left(), rect.top(), px(16), rect.height()), on, look)
        painter.setOpacity(1.0)
        paint_text(painter, rect, item.page, look.font("small"), look.colour("muted"), RIGHT)
        signs = self._signs(item)
        taken = text_width(item.page, look.font("small")) + px(8) + len(signs) * px(20)
        words = rect.adjusted(px(26), 0, -taken, 0)
        ink = look.colour("text" if on else "muted")
        left = words.left() + paint_text(painter, words, item.title, look.font(), ink) + px(14)
        for icon, colour in signs:
            look.icons.paint(painter, square(QPointF(left, rect.center().y()), px(14)), icon, colour)
            left += px(20)

    def _signs(self, item: ChapterRow) -> list[tuple[str, str]]:
        signs = [("lock", "muted")] if item.locked else []
        if item.by_hand:
            signs.append(("pencil", "accent"))
        if item.empty and item.ticked and not item.barred:
            signs.append(("flag", "bad"))
        return signs

"""A field that narrows a list while it is typed into; arrows walk in the list, Esc empties the field."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent

from kamdesk.ui.look import Look
from kamdesk.ui.parts.fields import Line
from kamdesk.ui.parts.painters import square

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}


class FilterField(Line):
    """The field with its sign at the left; `walked` says by how many rows the list shall go on."""

    walked = Signal(int)

    def __init__(self, look: Look, words: str, width: int = 256) -> None:
        super().__init__(look, words, words)
        self.look = look
        self.setFixedWidth(look.theme.px(width))
        self.setTextMargins(look.theme.px(22), 0, 0, 0)
        self.setClearButtonEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows belong to the list."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.walked.emit(step)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_Return:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and its sign."""
        super().paintEvent(event)
        painter, px = QPainter(self), self.look.theme.px
        box = square(QPointF(px(18), self.height() / 2), self.look.size("icon"))
        self.look.icons.paint(painter, box, "list-filter", "muted")
        painter.end()

"""One line that can be pressed: icon, a word in grey, the text, and a word in grey at the right end."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from kamdesk.ui.look import Look
from kamdesk.ui.parts.badges import keycap, keycap_width
from kamdesk.ui.parts.painters import RIGHT, paint_focus, paint_text, rounded, square, text_width


class LineButton(QAbstractButton):
    """A line of 28 px; Enter presses it like Space, Delete says `removing`. Its hover reaches a little outside."""

    removing = Signal()

    def __init__(
        self,
        look: Look,
        text: str = "",
        *,
        icon: str = "",
        icon_colour: str = "muted",
        lead: str = "",
        tail: str = "",
        key: str = "",
        colour: str = "text2",
        role: str = "small",
        height: int = 28,
    ) -> None:
        super().__init__()
        self.look = look
        self._role, self._colour, self._key = role, colour, key
        self._icon, self._icon_colour = icon, icon_colour
        self._lead, self._tail, self._tail_colour = lead, tail, "muted"
        self.setFixedHeight(look.theme.px(height))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_line(text, icon=icon, icon_colour=icon_colour, lead=lead, tail=tail)

    def show_line(
        self,
        text: str,
        *,
        icon: str = "",
        icon_colour: str = "muted",
        lead: str = "",
        tail: str = "",
        tail_colour: str = "muted",
    ) -> None:
        """Say something else."""
        self.setText(text)
        self._icon, self._icon_colour = icon, icon_colour
        self._lead, self._tail, self._tail_colour = lead, tail, tail_colour
        self.setAccessibleName(" ".join(filter(None, (lead, text, tail))))
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        """Room for everything, though it takes less."""
        return QSize(240, self.height())

    def minimumSizeHint(self) -> QSize:
        """It elides."""
        return QSize(80, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, Delete removes; arrows are left to the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Delete:
            self.removing.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        look, px = self.look, self.look.theme.px
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.underMouse() and self.isEnabled():
            rounded(painter, rect, look.theme.radius("badge"), look.colour("hover"))
        inner = rect.adjusted(px(4), 0, -px(4), 0)
        left = inner.left()
        if self._icon:
            middle = QPointF(left + px(7), inner.center().y())
            look.icons.paint(painter, square(middle, px(14)), self._icon, self._icon_colour)
            left += px(22)
        small = look.font("small")
        if self._lead:
            room = QRectF(left, 0, inner.right() - left, rect.height())
            left += paint_text(painter, room, self._lead, small, look.colour("text2")) + px(10)
        right = self._paint_tail(painter, inner, left)
        room = QRectF(left, 0, max(0.0, right - left), rect.height())
        paint_text(painter, room, self.text(), look.font(self._role), look.colour(self._colour))
        if self.hasFocus():
            paint_focus(painter, rect, look)
        painter.end()

    def _paint_tail(self, painter: QPainter, inner: QRectF, left: float) -> float:
        """Paint what stands at the right end, at most two fifths of the line; gives where the text must end."""
        look, px = self.look, self.look.theme.px
        if self._key:
            wide = keycap_width(self._key, look)
            keycap(painter, QRectF(inner.right() - wide, 0, wide, inner.height()), self._key, look)
            return inner.right() - wide - px(10)
        if not self._tail:
            return inner.right()
        small = look.font("small")
        wide = min(text_width(self._tail, small) + 1, (inner.right() - left) * 0.4)
        room = QRectF(inner.right() - wide, 0, wide, inner.height())
        paint_text(painter, room, self._tail, small, look.colour(self._tail_colour), RIGHT)
        return inner.right() - wide - px(12)

"""A chip that can be pressed: a reason that leads to the cell it comes from."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from kamdesk.ui.look import Look
from kamdesk.ui.parts.badges import TONES, chip_width
from kamdesk.ui.parts.painters import CENTRE, paint_focus, paint_text, rounded


class ReasonChip(QAbstractButton):
    """Enter and Space press it; the arrows are left to the page. It elides where its words are wider than `widest`."""

    def __init__(self, look: Look, text: str, tone: str = "plain", widest: int = 276) -> None:
        """`widest` is in px at 100 % text: the words may be a whole sentence."""
        super().__init__()
        self.look, self._tone = look, tone
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._wide = min(round(chip_width(text, look)) + 1, look.theme.px(widest))

    def sizeHint(self) -> QSize:
        """As wide as its words, within bounds."""
        return QSize(self._wide, self.look.size("chip"))

    def minimumSizeHint(self) -> QSize:
        """The same: a layout folds to the next line."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses like Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip; a hover says that it leads somewhere."""
        look, painter = self.look, QPainter(self)
        rect, radius = QRectF(self.rect()), look.theme.radius("badge")
        fill, ink = TONES[self._tone]
        edge = QPen(look.colour("edge"), 1) if self._tone == "plain" else None
        rounded(painter, rect, radius, look.colour("hover" if self.underMouse() else fill), edge)
        inner = rect.adjusted(look.theme.px(7), 0, -look.theme.px(7), 0)
        colour = look.colour("accent" if self.underMouse() else ink)
        paint_text(painter, inner, self.text(), look.font("small"), colour, CENTRE)
        if self.hasFocus():
            paint_focus(painter, rect, look, radius)
        painter.end()

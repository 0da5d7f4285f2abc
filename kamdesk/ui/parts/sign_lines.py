"""Sentences that fold behind a sign: one that leads to where it can be mended, one to read only."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.folded import fold, line_height, paint_folded
from kamdesk.ui.parts.labels import Paragraph
from kamdesk.ui.parts.painters import paint_focus, rounded, square


class CheckLine(QAbstractButton):
    """A sign, a sentence that folds, and below it why; it leads to where that can be mended."""

    def __init__(self, look: Look, icon: str, ink: str, text: str, why: str = "") -> None:
        super().__init__()
        self.look, self._icon, self._ink, self._why = look, icon, ink, why
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(why)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _lines(self, width: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
        room = width - self.look.theme.px(30)
        return fold(self.text(), self.look.font(), room), fold(self._why, self.look.font("small"), room)

    def hasHeightForWidth(self) -> bool:
        """The sentence folds."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Both parts folded."""
        upper, lower = self._lines(width)
        look = self.look
        high = len(upper) * line_height(look.font()) + len(lower) * line_height(look.font("small"))
        return high + look.theme.px(8)

    def sizeHint(self) -> QSize:
        """A usual line."""
        return QSize(240, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        """One line of a few words."""
        return QSize(self.look.theme.px(120), self.look.theme.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint sign and sentences."""
        look, px, painter = self.look, self.look.theme.px, QPainter(self)
        rect = QRectF(self.rect())
        if self.underMouse():
            rounded(painter, rect, look.theme.radius("badge"), look.colour("hover"))
        upper, lower = self._lines(rect.width())
        step, small = line_height(look.font()), line_height(look.font("small"))
        look.icons.paint(painter, square(QPointF(px(11), px(4) + step / 2), px(15)), self._icon, self._ink)
        room = rect.adjusted(px(26), px(4), -px(4), 0)
        used = paint_folded(painter, room, upper, look.font(), look.colour("text"), step)
        paint_folded(painter, room.adjusted(0, used, 0, 0), lower, look.font("small"), look.colour("text2"), small)
        if self.hasFocus():
            paint_focus(painter, rect, look)
        painter.end()


class SignLine(QWidget):
    """An icon in its colour and a sentence that folds."""

    def __init__(self, look: Look, icon: str, ink: str, text: str, colour: str = "text") -> None:
        super().__init__()
        sign = QLabel()
        sign.setPixmap(look.icons.pixmap(icon, ink))
        sign.setContentsMargins(0, look.theme.px(2), 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.px(8))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Paragraph(look, text, "body", colour), 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

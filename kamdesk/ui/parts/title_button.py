"""A title that is a button: an arrow says that there are others to choose."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from kamdesk.ui.look import Look
from kamdesk.ui.parts.painters import paint_focus, paint_text, rounded, square, text_width

_WIDEST = 260


class TitleButton(QAbstractButton):
    """Words in the size of a title; the arrow goes when there is nothing to choose."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setFixedHeight(look.size("button_small"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str, spoken: str) -> None:
        """Show these words; `spoken` says what a press does."""
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(spoken)
        self.setToolTip(spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The words, as long as a title is useful, and the arrow."""
        width = min(text_width(self.text(), self.look.font("title")), self.look.theme.px(_WIDEST))
        return QSize(round(width) + self.look.theme.px(26), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint words and arrow."""
        look, px = self.look, self.look.theme.px
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.underMouse() and self.isEnabled():
            rounded(painter, rect, look.theme.radius("control"), look.colour("hover"))
        room = rect.adjusted(0, 0, -px(22), 0)
        used = paint_text(painter, room, self.text(), look.font("title"), look.colour("text"))
        if self.isEnabled():
            place = square(QPointF(used + px(14), rect.center().y() + px(1)), px(14))
            look.icons.paint(painter, place, "chevron-down", "text2")
        if self.hasFocus():
            paint_focus(painter, rect, look)
        painter.end()

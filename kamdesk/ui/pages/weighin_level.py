"""One level of a dimension with its whole text, folded as it must be; pressing it chooses the level."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy

from kamdesk.client.weigh_records import Dimension
from kamdesk.ui.look import Look
from kamdesk.ui.pages.weighin_words import place_text
from kamdesk.ui.parts.labels import Label, Paragraph
from kamdesk.ui.parts.painters import paint_focus, rounded


class LevelLine(QAbstractButton):
    """The number and the text of a level, 1-5."""

    picked = Signal(int)

    def __init__(self, look: Look, dimension: Dimension, place: int) -> None:
        super().__init__()
        self.look, self._place = look, place
        text = place_text(dimension, place, look)
        self._number = Label(look, str(place), "body", "text2")
        self._text = Paragraph(look, text, "small")
        px = look.theme.px
        self._pad, self._gap = px(6), px(12)
        row = QHBoxLayout(self)
        row.setContentsMargins(self._pad, self._pad, self._pad, self._pad)
        row.setSpacing(self._gap)
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        for part in (self._number, self._text):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setText(text)
        self.setAccessibleName(f"{place}: {text}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._tell)

    def show_entered(self, level: int | None) -> None:
        """Mark the number of the level that is entered."""
        self._number.setFont(self.look.fonts.bold() if level == self._place else self.look.font())
        self._number.show_colour("accent" if level == self._place else "text2")

    def hasHeightForWidth(self) -> bool:
        """The text folds."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the folded text."""
        room = width - 2 * self._pad - self._gap - self._number.sizeHint().width()
        return self._text.heightForWidth(max(room, 40)) + 2 * self._pad

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(240, self.heightForWidth(400))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint hover and focus."""
        painter = QPainter(self)
        if self.underMouse():
            rounded(painter, QRectF(self.rect()), self.look.theme.radius("badge"), self.look.colour("hover"))
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()), self.look)
        painter.end()

    def _tell(self) -> None:
        self.picked.emit(self._place)

"""One level with its whole text, to read and to choose; and the word that a level does not count in full."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from kamdesk.client.weigh_records import Dimension
from kamdesk.client.weighing import Counted
from kamdesk.ui.look import Look
from kamdesk.ui.pages.weighin.words import place_text
from kamdesk.ui.parts.figures import Chip
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


class CappedNote(QWidget):
    """The chip "5 → 3 unproven" and the rule in words; hidden while a level counts in full."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._chip: Chip | None = None
        self._why = Label(look, "", "small", "text2", wrap=True)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(look.theme.px(10))
        self._row.setContentsMargins(0, look.theme.px(4), 0, look.theme.px(2))
        self._row.addWidget(self._why, 1)

    def show_level(self, level: Counted) -> None:
        """Say why less counts than was entered."""
        if self._chip is not None:
            self._row.removeWidget(self._chip)
            self._chip.hide()
            self._chip.deleteLater()
            self._chip = None
        self._why.setText(self.look.tell(level.reason) if level.reason else "")
        self.setVisible(level.reason is not None)
        if level.chip:
            self._chip = Chip(self.look, self.look.tell(level.chip), "warn", "shield-alert")
            self._row.insertWidget(0, self._chip, 0, Qt.AlignmentFlag.AlignVCenter)

    def words(self) -> str:
        """What the chip says, "" without one."""
        return self._chip.accessibleName() if self._chip else ""

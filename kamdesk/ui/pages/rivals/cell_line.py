"""What a cell of ours or a rival's turns into while it is typed into: one line, and below it how that is read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.cell_text import read_cell, tell_cell
from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.sheet_keys import EVIDENCE
from kamdesk.ui.parts.buttons import key_words
from kamdesk.ui.parts.fields import Line
from kamdesk.ui.parts.figures import Keycap
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.painters import paint_focus, rounded

_WIDE = 230  # px at 100 % text


class CellLine(QWidget):
    """Lies over the cell. Enter and Tab hand over what was typed, Alt+E goes on to its source, Esc forgets it."""

    finished = Signal(object, str)  # the values by field, and where to go on: "down", "right", "left" or ""
    cancelled = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look, self._over = look, parent
        self._given: dict[str, Any] = {}
        self.line = Line(look, look.tr("Score or value"))
        self._read = Label(look, "", "small", "muted", elide=True)
        self._read.setContentsMargins(look.theme.px(6), 0, 0, 0)
        px = look.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(4), px(4), px(4), px(6))
        column.setSpacing(px(3))
        column.addWidget(self.line)
        foot = QHBoxLayout()
        foot.addWidget(self._read, 1)
        foot.addWidget(Keycap(look, key_words(EVIDENCE)))
        column.addLayout(foot)
        self.line.entered.connect(self._enter)
        self.line.escaped.connect(self.cancelled)
        self.line.textChanged.connect(self._tell)

    def open_over(self, cell: QRect, values: Mapping[str, Any], today: date) -> None:
        """Lie over a cell of the parent with what it says."""
        self._given = dict(values)
        self.line.setText(tell_cell(values["value"], values["score"]) if any(values.values()) else "")
        self.lie_over(cell)
        self.show()
        self.raise_()
        self.start()

    def lie_over(self, cell: QRect) -> None:
        """Take place over a cell of the parent, inside it."""
        self.resize(max(cell.width(), self.look.theme.px(_WIDE)), self.sizeHint().height())
        room = self._over.rect()
        self.move(min(cell.left(), room.right() - self.width()), min(cell.top(), room.bottom() - self.height()))

    def start(self, words: str = "") -> None:
        """Take the keyboard; with `words` begin with them."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()
        if words:
            self.line.insert(words)

    def compose(self, event: QInputMethodEvent) -> None:
        """Take over what an input method began to compose in the cell."""
        self.line.selectAll()
        QApplication.sendEvent(self.line, event)

    def values(self) -> dict[str, Any]:
        """What was typed, by field."""
        return read_cell(self.line.text())

    @property
    def changed(self) -> bool:
        """True when what was typed says something else than the cell did."""
        return any(self._given.get(name) != value for name, value in self.values().items())

    def hand_over(self, way: str = "") -> None:
        """Hand over what was typed."""
        if not self.isHidden():
            self.finished.emit(self.values(), way)

    def _enter(self) -> None:
        self.hand_over("down")

    def _tell(self) -> None:
        """Say how the line is read before it is kept."""
        tr, values = self.look.tr, self.values()
        if set(values) == {"score"}:
            told = tr("score {score}; with a value: {score}: 3 weeks", score=values["score"])
        elif values == {"value": "", "score": None}:
            told = tr("unknown")
        elif "score" not in values:
            told = tr("value; with a score: 4: {value}", value=values["value"])
        elif values["score"] is None:
            told = tr("value {value}, score unknown", value=values["value"])
        else:
            told = tr("score {score}, value {value}", **values)
        self._read.setText(told)
        self.line.setAccessibleDescription(told)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab goes on to the next cell."""
        self.hand_over("right" if following else "left")
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the ring of the cell."""
        painter, rect = QPainter(self), QRectF(self.rect())
        radius = self.look.theme.radius("control")
        rounded(painter, rect, radius, self.look.colour("raised"))
        paint_focus(painter, rect, self.look, radius)
        painter.end()

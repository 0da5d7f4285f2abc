"""What a level looks like in a person's behaviour: the one that is read, or all five to choose from."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.weigh_records import Dimension
from kamdesk.ui.look import Look
from kamdesk.ui.pages.weighin.level import LevelLine
from kamdesk.ui.pages.weighin.words import place_label, place_text
from kamdesk.ui.parts.labels import Label, Paragraph
from kamdesk.ui.parts.score_buttons import PLACES


class LevelReading(QWidget):
    """Level 4 and its text; `show_all` unfolds the five of them."""

    picked = Signal(int)

    def __init__(self, look: Look, dimension: Dimension) -> None:
        super().__init__()
        self.look, self._dimension = look, dimension
        self._level = Label(look, "", "body", "text2")
        self.text = Paragraph(look)
        self._every: list[LevelLine] = []  # made when they are first asked for
        self._entered = 0
        px = look.theme.px
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.setContentsMargins(0, 0, px(34), 0)  # the button that shows all levels lies over it
        head.addWidget(self._level, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.text, 1)
        self._level.setFixedHeight(look.fonts.leading("body"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)

    def read(self, place: int) -> None:
        """Show what a place on the scale stands for."""
        self._level.setText(place_label(place, self.look))
        self.text.setText(place_text(self._dimension, place, self.look))

    def show_entered(self, place: int) -> None:
        """Mark the level that is entered among the five."""
        self._entered = place
        for line in self._every:
            line.show_entered(place)

    def show_all(self) -> None:
        """Show the texts of all five levels, or hide them again."""
        shown = bool(self._every) and not self._every[0].isHidden()
        for place in PLACES[1:] if not self._every else ():
            line = LevelLine(self.look, self._dimension, place)
            line.picked.connect(self.picked)
            self._column.addWidget(line)
            self._every.append(line)
        for line in self._every:
            line.setVisible(not shown)
        self.show_entered(self._entered)

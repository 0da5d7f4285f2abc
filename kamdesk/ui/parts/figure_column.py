"""A large figure with its label above it, and below it a small line with perhaps a difference before that."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.figures import GapMark
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.sum_card import SumButton


class FigureColumn(QWidget):
    """The figure opens its sum; what it shows and when is up to the kind of figure."""

    leading = Signal(str)  # the key of the record that a line of the sum leads to

    def __init__(
        self, look: Look, label: str, role: str = "figure", *, apart: int = 4, between: int = 5, motion: int = 0
    ) -> None:
        """`apart` px lie before the words, `between` px after the difference, which runs up for `motion` ms."""
        super().__init__()
        self.look = look
        self.label = Label(look, label, "small", "text2", elide=True)
        self.number = SumButton(look, role, label=label)
        self.gap = GapMark(look, None, "small", motion)
        self.note = Label(look, "", "small", "text2", elide=True)
        self.row = QHBoxLayout()
        above, below = QHBoxLayout(), QHBoxLayout()
        self.row.setSpacing(look.theme.px(8))
        self.row.addWidget(self.number)
        self.row.addStretch(1)
        above.addWidget(self.label)
        below.setSpacing(look.theme.px(between))
        below.addWidget(self.gap)
        below.addWidget(self.note, 1)
        for words in (above, below):
            words.setContentsMargins(look.theme.px(apart), 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.px(2))
        for part in (above, self.row, below):
            column.addLayout(part)
        self.number.leading.connect(self.leading)

    def show_gap(self, gap: float | None, note: str) -> None:
        """Show a difference with its sign and what it is to; None leaves the words alone."""
        self.gap.setVisible(gap is not None)
        self.gap.show_value(gap)
        self.note.setText(note)

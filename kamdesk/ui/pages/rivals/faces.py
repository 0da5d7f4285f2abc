"""The two faces of the comparison place: the sheet of needs, and each rival at this client."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.buttons import with_key
from kamdesk.ui.parts.labels import Rule
from kamdesk.ui.parts.segments import Option, Segments

SHEET, HERE = "sheet", "here"
FACES = (SHEET, HERE)


class FaceStrip(QWidget):
    """Says which face is shown and turns to the other one: Alt+1 and Alt+2, because a cell takes bare digits."""

    turned = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        tr, px = look.tr, look.theme.px
        options = (Option(SHEET, tr("Sheet"), "grid-3x3"), Option(HERE, tr("Rival here"), "swords"))
        self.segments = Segments(look, options, tr("Sheet or rival"))
        self.segments.setToolTip(with_key(tr("Sheet or rival"), "Alt+1 2"))
        row = QHBoxLayout()
        row.setContentsMargins(look.size("gutter_left"), px(7), look.size("gutter_right"), px(7))
        row.addWidget(self.segments)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Rule(look))
        self.segments.chosen.connect(self._tell)

    def show_face(self, face: str) -> None:
        """Mark a face."""
        self.segments.choose(face)

    def _tell(self, face: object) -> None:
        self.turned.emit(str(face))

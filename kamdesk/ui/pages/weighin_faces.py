"""The three faces of the weigh-in place: one person, the whole client, the relationship plan."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.labels import Rule
from kamdesk.ui.parts.segments import Option, Segments

PERSON, CLIENT, PLAN = "person", "client", "plan"
FACES = (PERSON, CLIENT, PLAN)


class FaceStrip(QWidget):
    """Says which face is shown and turns to another one."""

    turned = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        tr, px = look.tr, look.theme.px
        options = [
            Option(PERSON, tr("One person"), "user"),
            Option(CLIENT, tr("Whole client"), "building-2"),
            Option(PLAN, tr("Relationship plan"), "target"),
        ]
        self._segments = Segments(look, options, tr("What is weighed"))
        row = QHBoxLayout()
        row.setContentsMargins(look.size("gutter_left"), px(7), look.size("gutter_right"), px(7))
        row.addWidget(self._segments)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Rule(look))
        self._segments.chosen.connect(self._tell)
        self._segments.setToolTip(f"{tr('The next face')}  F")

    def show_face(self, face: str) -> None:
        """Mark a face."""
        self._segments.choose(face)

    def _tell(self, face: object) -> None:
        self.turned.emit(str(face))

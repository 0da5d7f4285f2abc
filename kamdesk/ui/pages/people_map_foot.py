"""What stands below the people map: hints, the legend, and the buttons that zoom."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.pages.people_hints import HintRow
from kamdesk.ui.pages.people_legend import MapLegend, ZoomBox
from kamdesk.ui.parts.labels import Rule


class MapFoot(QWidget):
    """Always there, so that no colour and no border has to be remembered."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.hints, self.legend, self.zoom = HintRow(look), MapLegend(look), ZoomBox(look)
        space = look.theme.space
        below = QHBoxLayout()
        below.setSpacing(space("m"))
        below.addWidget(self.legend, 1)
        below.addWidget(self.zoom, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.size("gutter_left"), space("s"), look.size("gutter_right"), space("m"))
        column.setSpacing(space("xs"))
        column.addWidget(self.hints)
        column.addWidget(Rule(look))
        column.addLayout(below)

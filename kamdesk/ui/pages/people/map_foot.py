"""What stands below the people map: hints, the legend or the button that opens it, and the buttons that zoom."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.pages.people.hints import HintRow
from kamdesk.ui.pages.people.legend import MapLegend, ZoomBox
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.floating import Floating
from kamdesk.ui.parts.labels import Rule

_LOW = 440  # px of map and foot together below which the map needs the legend's room


class MapFoot(QWidget):
    """Always there; with little room it is one line, and the legend lies over the map when it is asked for."""

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__()
        self.look, self.tight = look, False
        self.hints, self.legend, self.zoom = HintRow(look), MapLegend(look), ZoomBox(look)
        self.explain, self.card = Button(look, look.tr("Legend"), "third", small=True), LegendCard(look, over)
        self._rule, self._below = Rule(look), QHBoxLayout()
        space = look.theme.space
        self._head = QHBoxLayout()
        self._head.setSpacing(space("s"))
        self._head.addWidget(self.hints, 1)
        self._head.addWidget(self.explain)
        self._below.setSpacing(space("m"))
        self._below.addWidget(self.legend, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.size("gutter_left"), space("s"), look.size("gutter_right"), space("m"))
        column.setSpacing(space("xs"))
        column.addLayout(self._head)
        column.addWidget(self._rule)
        column.addLayout(self._below)
        self._arrange()
        self.explain.clicked.connect(self.card.toggle)
        over.installEventFilter(self)

    def show_overlay(self, overlay: str) -> None:
        """Explain the borders of this overlay."""
        self.legend.show_overlay(overlay)
        self.card.show_overlay(overlay)
        self.settle()

    def settle(self) -> None:
        """One line when the legend would fold, or when the map above is low anyway."""
        whole = self.parentWidget()
        low = whole is not None and whole.height() < self.look.theme.px(_LOW)
        look = self.look
        sides = look.size("gutter_left") + look.size("gutter_right") + self._below.spacing()
        room = self.width() - sides - self.zoom.sizeHint().width()
        tight = low or not self.legend.fits(room)
        if tight != self.tight:
            self.tight = tight
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other room."""
        super().resizeEvent(event)
        self.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes the opened legend away, from its button too."""
        if event.key() == Qt.Key.Key_Escape and self.card.isVisible():
            self.card.hide()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The map became higher or lower."""
        if event.type() == QEvent.Type.Resize:
            self.settle()
        return False

    def _arrange(self) -> None:
        for part in (self.legend, self._rule):
            part.setVisible(not self.tight)
        self.explain.setVisible(self.tight)
        self.card.hide()
        row: QBoxLayout = self._head if self.tight else self._below
        row.addWidget(self.zoom, 0, Qt.AlignmentFlag.AlignBottom)


class LegendCard(Floating):
    """The legend over the foot of the map, for a window that has no room for it below."""

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(look, over, width=460, foot=True)
        self.legend = MapLegend(look)
        px = look.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.addWidget(self.legend)

    def show_overlay(self, overlay: str) -> None:
        """Explain the borders of this overlay."""
        self.legend.show_overlay(overlay)
        if self.isVisible():
            self.settle()

    def toggle(self) -> None:
        """Open, or close again."""
        if self.isVisible():
            self.hide()
        else:
            self.appear()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click puts it away."""
        self.hide()

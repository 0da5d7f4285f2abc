"""The figures at the top of the account's face in one row, folded into more where there is little room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.labels import Rule

_GAP = 14  # px at 100 % text, on each side of a rule


class FigureStrip(QWidget):
    """Columns of one figure each with rules between them; none is ever narrower than its figure."""

    def __init__(self, look: Look, columns: Sequence[QWidget]) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self._rules = [Rule(look, upright=True, colour="edge") for _ in self._columns[1:]]
        self._gap = look.theme.px(_GAP)
        self.across = 0  # how many stand in a row
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(self._gap)
        self._grid.setVerticalSpacing(look.theme.px(16))
        self._fold(len(self._columns))

    def minimumSizeHint(self) -> QSize:
        """As high as the rows are; as narrow as one column."""
        widest = max(column.minimumWidth() for column in self._columns)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold anew."""
        super().resizeEvent(event)
        self._make_room()

    def event(self, event: QEvent) -> bool:
        """Figures may have become wider."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._make_room()
        return super().event(event)

    def _make_room(self) -> None:
        whole = len(self._columns)
        fitting = (across for across in (whole, -(-whole // 2), 2) if self._wanted(across) <= self.width())
        self._fold(next(fitting, 1))

    def _wanted(self, across: int) -> int:
        """The room that rows of so many take: columns below each other are equally wide."""
        widths = [max(column.minimumWidth() for column in self._columns[at::across]) for at in range(across)]
        return sum(widths) + (across - 1) * (2 * self._gap + 1)

    def _fold(self, across: int) -> None:
        if across == self.across:
            return
        for at in range(2 * len(self._columns)):
            self._grid.setColumnStretch(at, 0)
        self.across = across
        for at, column in enumerate(self._columns):
            row, place = divmod(at, across)
            self._grid.addWidget(column, row, 2 * place)
            self._grid.setColumnStretch(2 * place, 6 if place == 0 else 5)
            if at:
                self._grid.addWidget(self._rules[at - 1], row, max(0, 2 * place - 1))
                self._rules[at - 1].setVisible(place > 0)  # only inside the strip: alone it would be a window
        self.updateGeometry()

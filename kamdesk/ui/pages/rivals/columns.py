"""Columns of a rival's file: two beside each other where there is room, and words that align with rows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kamdesk.ui.look import Look


class TwoColumns(QWidget):
    """`left` and `right` stand side by side from `wide` px at 100 % text on, else below each other."""

    def __init__(self, look: Look, wide: int) -> None:
        super().__init__()
        self._least = look.theme.px(wide)
        self._wide: bool | None = None
        self._halves = (QWidget(), QWidget())
        self.left, self.right = (column_in(half, look.theme.px(4)) for half in self._halves)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.theme.px(20))
        self._grid.setVerticalSpacing(look.theme.px(16))
        self._fold(wide=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where there is little room."""
        super().resizeEvent(event)
        self._fold(wide=event.size().width() >= self._least)

    def _fold(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        left, right = self._halves
        self._grid.addWidget(left, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(right, 0 if wide else 1, 1 if wide else 0, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if wide else 0)


def column_in(held: QWidget, spacing: int) -> QVBoxLayout:
    """A column without margins inside a widget."""
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return column


def inside(by: int, *widgets: QWidget) -> QVBoxLayout:
    """Widgets whose letters stand where those of rows do, which reach `by` px outside."""
    column = QVBoxLayout()
    column.setContentsMargins(by, 0, by, 0)
    for widget in widgets:
        column.addWidget(widget)
    return column

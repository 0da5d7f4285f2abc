"""What was put aside, folded away under one line that says how many there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.line_button import LineButton
from kamdesk.ui.parts.row_list import RowList


class PutAside(QWidget):
    """A line that unfolds a list; neither is there while nothing was put aside."""

    def __init__(self, look: Look, rows: RowList) -> None:
        super().__init__()
        self.list = rows
        self._told = ""
        self.line = LineButton(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.px(2))
        column.addWidget(self.line)
        column.addWidget(rows)
        rows.hide()
        self.line.clicked.connect(self.fold)

    @property
    def is_open(self) -> bool:
        """True while the list is shown."""
        return not self.list.isHidden()

    def show_rows(self, rows: Sequence[Any], told: str) -> None:
        """Show these, of which `told` says how many they are; the list stays folded or unfolded as it is."""
        self._told = told
        self.list.show_rows(rows)
        self.setVisible(bool(rows))
        if not rows:
            self.list.hide()
        self._tell()

    def fold(self) -> None:
        """Show the list, or hide it again."""
        self.list.setVisible(self.list.isHidden())
        self._tell()

    def _tell(self) -> None:
        icon = "chevron-down" if self.is_open else "chevron-right"
        self.line.show_line(self._told, icon=icon)

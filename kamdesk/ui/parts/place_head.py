"""The row at the top of a place of the rail: its name, and which of its views is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kamdesk.ui.look import Look


def place_head(look: Look, title: QWidget, views: QWidget, below: int = 0) -> QHBoxLayout:
    """Title and views in the gutters, with `below` px under them."""
    row = QHBoxLayout()
    row.setContentsMargins(look.size("gutter_left"), look.theme.px(6), look.size("gutter_right"), below)
    row.setSpacing(look.theme.space("xl"))
    row.addWidget(title)
    row.addWidget(views)
    row.addStretch(1)
    return row

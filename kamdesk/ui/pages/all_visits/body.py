"""How the place of all visits is laid out: title and views, list or month with the filter, and what is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.empty import EmptyState
from kamdesk.ui.parts.place_head import place_head

_ASKING = 320  # px, the field that asks for a client


def visits_body(
    look: Look, head: tuple[QWidget, QWidget], tools: tuple[QWidget, ...], asking: QWidget, shown: QWidget
) -> QWidget:
    """The body of the page; `asking` stands at the right end of the tools."""
    theme = look.theme
    row = QHBoxLayout()
    row.setContentsMargins(theme.size("gutter_left"), theme.space("l"), theme.size("gutter_right"), theme.space("s"))
    row.setSpacing(theme.space("l"))
    for tool in tools:
        row.addWidget(tool, 0, Qt.AlignmentFlag.AlignTop)
    row.addStretch(1)
    asking.setFixedWidth(theme.px(_ASKING))
    row.addWidget(asking)
    row.setAlignment(Qt.AlignmentFlag.AlignTop)
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(place_head(look, *head))
    column.addLayout(row)
    column.addWidget(shown, 1)
    return body


def no_visits(look: Look) -> EmptyState:
    """What stands there before the first visit."""
    tr = look.tr
    return EmptyState(
        look,
        "calendar-check",
        tr("The visits of all clients will stand here"),
        tr("Plan the next visit of a client: it brings its checklist and the people of the last one along."),
        (("new", tr("New visit"), "N"),),
    )

"""What scrolls upwards and downwards never moves sideways."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kamdesk.ui.parts.scrolled import Scrolled


def test_what_is_too_wide_inside_does_not_push_the_rest_out_of_sight(qtbot: QtBot) -> None:
    body = QWidget()
    column = QVBoxLayout(body)
    wide = QPushButton("…")
    wide.setMinimumWidth(900)
    column.addWidget(wide)
    area = Scrolled(body)
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    area.ensureWidgetVisible(wide)
    assert body.width() <= 300
    assert area.horizontalScrollBar().maximum() == 0

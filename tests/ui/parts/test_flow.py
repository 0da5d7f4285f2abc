"""The layout that folds widgets into lines."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kamdesk.ui.parts.flow import Flow


def test_a_hidden_widget_leaves_no_gap(qtbot: QtBot) -> None:
    held = QWidget()
    qtbot.addWidget(held)
    flow = Flow(held, gap=12)
    parts = [QWidget() for _ in range(3)]
    for part in parts:
        part.setFixedSize(100, 30)
        flow.addWidget(part)
    parts[0].hide()
    held.resize(212, 100)
    held.show()
    assert [part.x() for part in parts[1:]] == [0, 112]
    assert flow.heightForWidth(212) == 30

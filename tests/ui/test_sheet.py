"""What lies over the window: it closes whatever became of the page below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kamdesk.ui.look import Look
from kamdesk.ui.parts.sheet import Sheet


def test_a_sheet_closes_when_the_field_that_had_the_keyboard_is_gone(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field = QLineEdit(window)
    sheet = Sheet(Look.make("en", motion=False), window, 300)
    sheet.column.addWidget(QPushButton("OK"))
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    sheet.open()
    field.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    with qtbot.waitSignal(sheet.closed):
        sheet.close_sheet()
    assert sheet.isHidden()

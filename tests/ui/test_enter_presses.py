"""Enter presses the button that has the keyboard, wherever the program runs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kamdesk.ui.dialogs.welcome import Welcome
from kamdesk.ui.enter_presses import EnterPresses
from kamdesk.ui.look import Look


def test_the_first_choice_can_be_made_with_enter(qtbot: QtBot, look: Look) -> None:
    welcome = Welcome(look)
    watch = EnterPresses(welcome)
    made: list[str] = []
    welcome.chosen.connect(made.append)
    with qtbot.waitActive(welcome):
        welcome.show()
        welcome.activateWindow()
    welcome.setFocus()
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Return)
    QTest.keyClick(focus, Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget() or focus, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert made == ["sample", "empty"]
    assert watch.parent() is welcome
    welcome.close()
    welcome.deleteLater()

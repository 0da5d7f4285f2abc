"""What tests of the parts share: a look, and typing as an input method does it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from kamdesk.client.record import Field
from kamdesk.ui.look import Look
from kamdesk.ui.parts.editors import editor_for


@pytest.fixture
def look(qapp: QApplication) -> Look:
    """The light English look, without motion."""
    return Look.make("en", motion=False)


class Typist:
    """Types as a Chinese input method does: composing first, then the whole text at once."""

    @staticmethod
    def compose(widget: QWidget, text: str) -> None:
        """Show a text that is still being composed."""
        QApplication.sendEvent(widget, QInputMethodEvent(text, []))

    @staticmethod
    def commit(widget: QWidget, text: str) -> None:
        """Hand the finished text over."""
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(widget, event)


@pytest.fixture
def typist() -> Typist:
    """An input method."""
    return Typist()


class Bench:
    """An editor in a window with another field to go to, and what it told."""

    def __init__(self, qtbot, look: Look, field: Field) -> None:
        self.window = QWidget()
        self.editor = editor_for(look, field)
        self.editor.today = date(2026, 11, 23)
        self.other = QLineEdit()
        column = QVBoxLayout(self.window)
        column.addWidget(self.editor)
        column.addWidget(self.other)
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.told: list[object] = []
        self.editor.committed.connect(self.told.append)
        self.editor.start()

    def leave(self) -> None:
        """Take the keyboard away."""
        self.other.setFocus()


@pytest.fixture
def bench(qtbot, look: Look):
    """Make a bench for a field."""
    return lambda field: Bench(qtbot, look, field)

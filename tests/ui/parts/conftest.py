"""What tests of the parts share: a look, and typing as an input method does it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from kamdesk.ui.look import Look


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

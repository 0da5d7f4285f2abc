"""A field for a sentence or two that folds as it is typed: Enter keeps it, Esc gives it up."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from kamdesk.ui.look import Look
from kamdesk.ui.parts.fields import Lines

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SentenceField(Lines):
    """Several lines high, yet one paragraph. While an input method composes, Enter and Esc belong to it."""

    def __init__(self, look: Look, spoken: str, placeholder: str = "", least: int = 1) -> None:
        super().__init__(look, spoken, placeholder, least, 6)

    def sentence(self) -> str:
        """What is typed, in one paragraph."""
        return " ".join(self.toPlainText().split("\n")).strip()

    def start(self, words: str) -> None:
        """Show these words, all marked, and take the keyboard."""
        self.setPlainText(words)
        self.selectAll()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is done, unless it belongs to the input method."""
        if event.key() in _ENTER and not self.composing():
            self.entered.emit()
        else:
            super().keyPressEvent(event)

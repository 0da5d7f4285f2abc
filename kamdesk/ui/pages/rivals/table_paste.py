"""A table pasted where one need is asked for: its rows become needs below those there are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

_PARTS = "\t\r\n"  # between the cells and rows of a table


class TablePaste(QObject):
    """Listens to widgets for a paste of several cells; a single word goes where it would have gone."""

    pasted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)

    def hear(self, widget: QWidget) -> None:
        """Listen to one more widget."""
        widget.installEventFilter(self)

    def eventFilter(self, _heard: QObject, event: QEvent) -> bool:
        """Take a table away from a field that could hold a line of it only."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        text = QApplication.clipboard().text() if event.matches(QKeySequence.StandardKey.Paste) else ""
        if not any(mark in text.strip() for mark in _PARTS):
            return False
        self.pasted.emit(text)
        return True

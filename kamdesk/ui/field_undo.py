"""Ctrl+Z in a text field takes back what was typed there; when that is all back, it is the desk's undo again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from kamdesk.ui.with_keyboard import WithKeyboard


class FieldUndo(WithKeyboard):
    """Watches the text field that has the keyboard: fields claim Ctrl+Z even when they have nothing to take back."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, _is_text_field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let go of undo and redo where the field has none to give."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        undo = event.matches(QKeySequence.StandardKey.Undo)
        redo = event.matches(QKeySequence.StandardKey.Redo)
        if (undo and not _has_steps(watched, back=True)) or (redo and not _has_steps(watched, back=False)):
            event.ignore()
            return True  # the field never sees it, so the window's shortcut fires
        return False


def _is_text_field(widget: QWidget) -> bool:
    return isinstance(widget, (QLineEdit, QPlainTextEdit, QTextEdit))


def _has_steps(field: QObject, *, back: bool) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() if back else field.isRedoAvailable()
    if isinstance(field, (QPlainTextEdit, QTextEdit)):
        document = field.document()
        return document.isUndoAvailable() if back else document.isRedoAvailable()
    return False

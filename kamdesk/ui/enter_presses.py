"""Enter presses the button that has the keyboard, on every system: by itself Qt does so only on some desktops."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from kamdesk.ui.with_keyboard import WithKeyboard

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterPresses(WithKeyboard):
    """Watches the button that has the keyboard; one that deals with keys itself is left alone."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, _is_button)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press on Enter; a key that is held down presses once."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() not in _ENTER or not plain or not isinstance(watched, QAbstractButton):
            return False
        if not event.isAutoRepeat() and watched.isEnabled():
            watched.click()
        return True


def _is_button(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton) and not _has_own_keys(type(widget))


def _has_own_keys(kind: type) -> bool:
    own = kind.__mro__[: kind.__mro__.index(QAbstractButton)]
    return any("keyPressEvent" in vars(base) for base in own if not base.__module__.startswith("PySide6"))

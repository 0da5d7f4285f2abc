"""Enter presses the button that has the keyboard, on every system: by itself Qt does so only on some desktops."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterPresses(QObject):
    """Watches the button that has the keyboard; one that deals with keys itself is left alone."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._move)

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

    def _move(self, old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(old, QAbstractButton):
            old.removeEventFilter(self)
        if isinstance(new, QAbstractButton) and not _has_own_keys(type(new)):
            new.installEventFilter(self)


def _has_own_keys(kind: type) -> bool:
    own = kind.__mro__[: kind.__mro__.index(QAbstractButton)]
    return any("keyPressEvent" in vars(base) for base in own if not base.__module__.startswith("PySide6"))

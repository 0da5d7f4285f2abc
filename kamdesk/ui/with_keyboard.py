"""An event filter that stands on whatever widget has the keyboard, and on no other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget


class WithKeyboard(QObject):
    """Goes from widget to widget with the keyboard; `watches` says on which of them `eventFilter` listens."""

    def __init__(self, parent: QObject, watches: Callable[[QWidget], bool]) -> None:
        super().__init__(parent)
        self._watches = watches
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._move)

    def _move(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if new is not None and self._watches(new):
            new.installEventFilter(self)

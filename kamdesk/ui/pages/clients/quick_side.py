"""The room beside the client list: holds the quick look, and says when it is time to look again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kamdesk.ui.look import Look

if TYPE_CHECKING:
    from kamdesk.ui.pages.clients.quick_look import QuickLook

_LOOK_AFTER = 60  # ms after the last key, so that walking and typing never wait for a client to be read


class QuickSide(QWidget):
    """Empty until the list has been painted, which is what a person waits for at a start."""

    going = Signal(object)  # Goto
    due = Signal()  # the current client should be shown

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._quick: QuickLook | None = None
        self._pause = QTimer(self, singleShot=True, interval=_LOOK_AFTER)
        self._pause.timeout.connect(self.due)

    @property
    def quick(self) -> QuickLook:
        """The quick look, made when it is asked for first: with what it imports it costs 60 ms."""
        if self._quick is None:
            from kamdesk.ui.pages.clients.quick_look import QuickLook

            self._quick = QuickLook(self._look)
            self._quick.going.connect(self.going)
            held = QVBoxLayout(self)
            held.setContentsMargins(0, 0, 0, 0)
            held.addWidget(self._quick)
        return self._quick

    def look_soon(self) -> None:
        """Look when nothing was pressed for a moment."""
        if self.isVisible():
            self._pause.start()

    def showEvent(self, event: QShowEvent) -> None:
        """What is beside it is painted first."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self.look_soon)

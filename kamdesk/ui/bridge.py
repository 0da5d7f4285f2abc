"""The one Qt signal that says what changed on the desk."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kamdesk.desk.change import Change
from kamdesk.desk.desk import Desk


class Bridge(QObject):
    """Turns the desk's word of a change into a signal, which Qt lets go of by itself when a receiver dies."""

    changed = Signal(object)  # Change

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        desk.listen(self._tell)

    def _tell(self, change: Change) -> None:
        self.changed.emit(change)

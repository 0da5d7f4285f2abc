"""What other clients know about a visit: what overlaps with it, and what was answered elsewhere to the same questions.

It is read over all clients, so it comes when the page stands there already.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from kamdesk.client.retold import Past
from kamdesk.client.visit_records import Visit
from kamdesk.desk.clashes import clash_said, clashing
from kamdesk.desk.desk import Desk
from kamdesk.desk.past_points import past_points
from kamdesk.ui.look import Look

_REST = 30  # ms: the page is painted first


class VisitBeyond(QObject):
    """Reads once for each visit, and again when its day, hour or length changes."""

    found = Signal()

    def __init__(self, look: Look, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.look, self._desk = look, desk
        self._visit: Visit | None = None
        self._asked: tuple[str, datetime | None, int | None] | None = None
        self.library: tuple[Past, ...] = ()
        self.warning = ""  # about the day and hour
        self._timer = QTimer(self, interval=_REST, singleShot=True)
        self._timer.timeout.connect(self._read)

    def ask(self, visit: Visit) -> None:
        """This visit is shown now."""
        asked = (visit.key, visit.at, visit.minutes)
        if asked != self._asked:
            if self._asked is None or visit.key != self._asked[0]:
                self.warning = ""
            self._visit, self._asked = visit, asked
            self._timer.start()

    def _read(self) -> None:
        visit = self._visit
        if visit is None:
            return
        told = clash_said(clashing(self._desk.clients(), visit), self.look.words) if visit.result is None else None
        warning = told.tell(self.look.words) if told else ""
        library = past_points(self._desk) if visit.result is None else ()
        if (warning, library) != (self.warning, self.library):
            self.warning, self.library = warning, library
            self.found.emit()

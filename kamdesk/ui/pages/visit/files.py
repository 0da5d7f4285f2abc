"""The small files of visits: calendar entries, which are remembered once they are saved, and mail drafts."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kamdesk.desk.calendar_out import Calendar, keep_given
from kamdesk.desk.desk import Desk
from kamdesk.ui.look import Look
from kamdesk.ui.pages.file_out import FileOut


class VisitFiles(FileOut):
    """Asks where a file shall lie; a visit that went to a calendar can be called off there later."""

    def __init__(self, look: Look, desk: Desk, over: QWidget) -> None:
        super().__init__(look, over)
        self._desk = desk
        self._calendar: Calendar | None = None
        self.saved.connect(self._remember)

    def ask_calendar(self, calendar: Calendar, name: str) -> None:
        """Ask where a calendar shall lie; one without a visit is none."""
        if calendar.events:
            self._calendar = calendar
            self.ask(calendar.data, name, self.look.tr("Calendar files (*.ics)"))

    def ask_mail(self, data: bytes, name: str) -> None:
        """Ask where a mail draft shall lie."""
        self._calendar = None
        self.ask(data, name, self.look.tr("Mail drafts (*.eml)"))

    def _remember(self) -> None:
        if self._calendar is not None:
            keep_given(self._desk, self._calendar)

"""Visits leave for the calendar and for mail: one, or all that are coming."""

from __future__ import annotations

import io

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kamdesk.client.client import Client
from kamdesk.client.visit_records import Visit
from kamdesk.desk.desk import Desk
from kamdesk.ui.job import Job, Progress
from kamdesk.ui.look import Look
from kamdesk.ui.pages.visit.files import VisitFiles
from kamdesk.words import said


class VisitsOut(QObject):
    """Asks where the file shall lie; a mail draft carries the sheet of its visit."""

    working = Signal(object)  # Job

    def __init__(self, look: Look, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self.look, self._desk = look, desk
        self.file = VisitFiles(look, desk, over)
        self._name = ""
        self.file.working.connect(self.working)

    def one_to_calendar(self, client: Client, visit: Visit) -> None:
        """A calendar file of one visit; a newer one takes the place of an older one in the calendar."""
        from kamdesk.desk.calendar_out import calendar_name, calendar_of

        self.file.ask_calendar(calendar_of(self._desk, [visit], self.look.words), calendar_name(client, visit))

    def all_to_calendar(self) -> None:
        """A calendar file of every visit that is not over; what a calendar got and what is gone now is called off."""
        from kamdesk.desk.calendar_out import coming_calendar

        name = self.look.tr("Visits")
        self.file.ask_calendar(coming_calendar(self._desk, self.look.words), f"{name}.ics")

    def mail(self, client: Client, visit: Visit) -> None:
        """A mail draft to our own people at a visit, with its sheet."""
        workspace, words, on, now = self._desk.workspace(), self.look.words, self._desk.today, self._desk.clock.now()

        def work(_progress: Progress) -> bytes:
            from kamdesk.desk.calendar_out import visit_mail
            from kamdesk.document.visit_sheet import write_visit
            from kamdesk.exchange.maildraft import Attached

            held = io.BytesIO()
            write_visit(client, workspace, held, words, on, visit.key)
            return visit_mail(client, workspace, visit, words, now, [Attached(f"{name}.pdf", held.getvalue())])

        from kamdesk.desk.calendar_out import calendar_name

        name = calendar_name(client, visit).removesuffix(".ics")
        self._name = f"{name}.eml"
        job = Job(said("Writing the mail draft"), work)
        job.done.connect(self._ask_mail)
        self.working.emit(job)

    def _ask_mail(self, data: bytes) -> None:
        self.file.ask_mail(data, self._name)

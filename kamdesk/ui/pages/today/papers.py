"""What leaves Today: the next visit's sheet, tomorrow's sheets, an entry for the calendar."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kamdesk.client.client import Client
from kamdesk.client.today import Today
from kamdesk.client.visit_records import Visit
from kamdesk.desk.desk import Desk
from kamdesk.ui.look import Look
from kamdesk.ui.pages.today.deeds import sheets_of_tomorrow
from kamdesk.ui.pages.today.out import Sheets, SheetsOut, sheets_words
from kamdesk.ui.pages.visit.place_out import VisitsOut


class TodayOut(QObject):
    """Knows the day and its next visit."""

    working = Signal(object)  # Job

    def __init__(self, look: Look, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self._desk = desk
        self._day: Today | None = None
        self._next: tuple[Client, Visit] | None = None
        self.sheets = SheetsOut(look, over)
        self.dates = VisitsOut(look, desk, over)
        self.sheets.working.connect(self.working)
        self.dates.working.connect(self.working)

    def show_day(self, day: Today, following: tuple[Client, Visit] | None) -> None:
        """Take over the day and the visit that comes next."""
        self._day, self._next = day, following

    def print_next(self) -> None:
        """Print the sheet of the next visit."""
        if self._next is not None:
            client, visit = self._next
            sheets = Sheets(((client, visit.key),), self._desk.workspace(), self._desk.today)
            self.sheets.print_sheets(sheets, client.company.called, sheets_words(sheets.visits))

    def print_tomorrow(self) -> None:
        """Print all of tomorrow's sheets with their cover."""
        sheets = sheets_of_tomorrow(self._desk, self._day) if self._day else None
        if sheets is not None:
            self.sheets.print_sheets(sheets, f"{sheets.cover:%Y-%m-%d}", sheets_words(sheets.visits))

    def add_to_calendar(self) -> None:
        """Give the next visit to the calendar."""
        if self._next is not None:
            self.dates.one_to_calendar(*self._next)

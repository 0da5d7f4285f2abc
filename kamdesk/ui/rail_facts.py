"""Keeps the rail's counts and its word on safety as they are."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from kamdesk.desk.desk import Desk
from kamdesk.ui.rail import Rail
from kamdesk.ui.rail_buttons import Safety
from kamdesk.ui.saving import Saving

_SOON = 250  # ms before the rail counts first
_QUIET = 600  # ms without a change before it counts again: a preview is made and painted by then
_MINUTE = 60_000  # ms
_WEEK = timedelta(days=7)


class RailFacts(QObject):
    """Counts what today asks for, clients and the visits of the coming week; notices that a new day has begun."""

    new_day = Signal()

    def __init__(self, rail: Rail, desk: Desk, saving: Saving) -> None:
        super().__init__(rail)
        self._rail, self._desk, self._saving = rail, desk, saving
        self._today = desk.today
        self._quiet = QTimer(self, singleShot=True)
        self._minutes = QTimer(self, interval=_MINUTE)
        self._quiet.timeout.connect(self._count)
        self._minutes.timeout.connect(self._look_at_the_day)
        self._minutes.start()
        self._quiet.start(_SOON)  # counting reads every client's row: the first page comes before it
        self.show_safety()

    def take_change(self) -> None:
        """Something was saved."""
        self._quiet.start(_QUIET)
        self.show_safety()

    def show_safety(self) -> None:
        """Say when was saved last, and whether anything could not be."""
        desk = self._desk
        # Every data file has only the open key slot until passphrases come.
        safety = Safety(desk.saved_at, protected=False, read_only=desk.read_only, failed=self._saving.waiting)
        self._rail.show_safety(safety)

    def _count(self) -> None:
        glances, now = self._desk.clients(), self._desk.clock.now()
        coming = [visit for glance in glances for visit in glance.upcoming]
        self._rail.show_count("clients", len(glances))
        soon = sum(now <= visit.end and visit.at <= now + _WEEK for visit in coming)
        self._rail.show_count("visits", soon or None)
        day = self._desk.day()
        self._rail.show_count("today", len(day.today) + len(day.due) or None)

    def _look_at_the_day(self) -> None:
        if self._desk.today != self._today:
            self._today = self._desk.today
            self._count()
            self.new_day.emit()

"""The month face of all visits: the month's name with its arrows, the weeks, and the chosen day beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.visiting import end_of
from kamdesk.desk.agenda import COMING, Entry, Span
from kamdesk.ui.look import Look
from kamdesk.ui.pages.all_visits.cell import Dated
from kamdesk.ui.pages.all_visits.day import DayAgenda
from kamdesk.ui.pages.all_visits.month import MonthGrid, month_after
from kamdesk.ui.parts.buttons import Button, IconButton
from kamdesk.ui.parts.labels import Label

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class MonthFace(QWidget):
    """Arrows walk the days, Page keys the months; Enter opens the visit of a day, or goes to its list."""

    opened = Signal(str)  # key of a visit
    new_wanted = Signal()

    def __init__(self, look: Look, today: date) -> None:
        super().__init__()
        self.look = look
        tr = look.tr
        self._entries: Sequence[Entry] = ()
        self._meets: dict[str, Entry] = {}
        self.grid = MonthGrid(look, today)
        self.agenda = DayAgenda(look)
        self._name = Label(look, "", "title")
        self._back = IconButton(look, "chevron-left", tr("Month before  Page up"), small=True)
        self._on = IconButton(look, "chevron-right", tr("Next month  Page down"), small=True)
        self._now = Button(look, tr("Today"), "third", key="Home", small=True)
        row = QHBoxLayout()
        row.setSpacing(look.theme.space("xs"))
        for part in (self._name, self._back, self._on, self._now):
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.size("gutter_left") - look.theme.px(8), 0, look.size("gutter_right"), 0)
        column.setSpacing(look.theme.space("s"))
        row.setContentsMargins(look.theme.px(8), 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.grid, 1)
        self.setFocusProxy(self.grid)
        self._connect()

    def _connect(self) -> None:
        self.grid.chosen.connect(self._show_day)
        self.grid.opened.connect(self._open_day)
        self.grid.visit_opened.connect(self.opened)
        self.agenda.opened.connect(self.opened)
        self.agenda.new_wanted.connect(self.new_wanted)
        self._back.clicked.connect(self._month_before)
        self._on.clicked.connect(self._month_after)
        self._now.clicked.connect(self._to_today)

    @property
    def day(self) -> date:
        """The chosen day."""
        return self.grid.day

    def show_entries(self, entries: Sequence[Entry], today: date) -> None:
        """Show these visits."""
        self._entries = entries
        self._meets = overlapping(entries)
        self.grid.show_visits([_dated(entry, self._meets) for entry in entries if entry.visit.at], today)
        self._show_day(self.grid.day)

    def entries_of(self, day: date) -> list[Entry]:
        """The visits of a day by their time."""
        keys = [visit.key for visit in self.grid.visits.get(day, [])]
        known = {entry.key: entry for entry in self._entries}
        return [known[key] for key in keys]

    def current_key(self) -> str:
        """The visit chosen in the day's list, else the first of the day."""
        found = self.entries_of(self.day)
        return self.agenda.rows.current_key() or (found[0].key if found else "")

    def choose(self, key: str) -> bool:
        """Go to the day of a visit; False when it is not here or has no day."""
        entry = next((item for item in self._entries if item.key == key), None)
        if entry is None or entry.visit.at is None:
            return False
        self.grid.choose(entry.visit.at.astimezone().date())
        self.agenda.rows.choose(key)
        return True

    def choose_day(self, day: date) -> None:
        """Go to a day."""
        self.grid.choose(day)

    def _show_day(self, day: date) -> None:
        self.agenda.show_day(day, self.entries_of(day), self._meets)
        self._name.setText(month_words(day, self.look))

    def _open_day(self, day: date) -> None:
        found = self.entries_of(day)
        if len(found) == 1:
            self.opened.emit(found[0].key)
        elif found:
            self.agenda.rows.choose(found[0].key)
            self.agenda.rows.setFocus()
        else:
            self.new_wanted.emit()

    def _month_before(self) -> None:
        self.grid.choose(month_after(self.day, -1))

    def _month_after(self) -> None:
        self.grid.choose(month_after(self.day, 1))

    def _to_today(self) -> None:
        self.grid.choose(self.grid.today)


def month_words(day: date, look: Look) -> str:
    """2026 年 11 月, November 2026."""
    if look.words.chinese:
        return f"{day.year} 年 {day.month} 月"
    return f"{_MONTHS[day.month - 1]} {day.year}"


def overlapping(entries: Sequence[Entry]) -> dict[str, Entry]:
    """The coming visits that meet another one in time, each with the first it meets."""
    coming = sorted((item for item in entries if item.visit.at and item.span in COMING), key=_begin)
    found: dict[str, Entry] = {}
    running: list[Entry] = []
    for item in coming:
        running = [other for other in running if end_of(other.visit).timestamp() > _begin(item)]
        for other in running:
            found.setdefault(other.key, item)
            found.setdefault(item.key, other)
        running.append(item)
    return found


def _begin(entry: Entry) -> float:
    return entry.visit.at.timestamp() if entry.visit.at else 0.0


def _dated(entry: Entry, meets: Mapping[str, Entry]) -> Dated:
    tone = {Span.WAITING: "warn", Span.PAST: "muted"}.get(entry.span, "text")
    assert entry.visit.at is not None
    return Dated(
        entry.key,
        entry.visit.at,
        entry.company.key,
        entry.company.called,
        entry.visit.objective,
        tone,
        entry.key in meets,
    )

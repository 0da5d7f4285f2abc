"""The visits of all clients, coming and past, in one list by when they are."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from kamdesk.desk.agenda import Entry, Guests, agenda
from kamdesk.desk.desk import Desk
from kamdesk.desk.visit_day import new_visit_on
from kamdesk.ui.look import Look
from kamdesk.ui.pages.all_visits.body import no_visits, visits_body
from kamdesk.ui.pages.all_visits.face import MonthFace, overlapping
from kamdesk.ui.pages.all_visits.rows import SpanRows, VisitDelegate
from kamdesk.ui.pages.all_visits.views import VIEWS, beside, fits, grouped, none_words, recent, visit_keys
from kamdesk.ui.pages.page import Doing, Goto, Page
from kamdesk.ui.pages.visit.place_out import VisitsOut
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.empty import EmptyState
from kamdesk.ui.parts.filter_field import FilterField
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.picker import Picker
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.segments import Option, Segments
from kamdesk.words import N_

_PANEL, _NARROW = 340, 288


class AllVisitsPage(Page):
    """Enter opens a visit, N plans one, C and M give it to calendar and mail, L turns from list to month."""

    name: ClassVar[str] = "visits"
    label: ClassVar[str] = N_("Visits")
    rail: ClassVar[bool] = True

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__(look, desk)
        tr = look.tr
        self._all: tuple[Entry, ...] = ()
        self._guests = Guests(desk)
        self._delegate = VisitDelegate(look, self._guests)
        self.title = Label(look, tr("Visits"), "page")
        self.views = Segments(look, [Option(name, tr(words)) for name, words, _ in VIEWS], tr("Views"), boxed=False)
        self.filter = FilterField(look, tr("Filter: client, objective, place"))
        self.asking = Picker(look, tr("New visit at: client"), new=tr("Enter begins a new client."))
        self.rows = RowList(self._delegate, tr("Visits"), rows=SpanRows())
        faces = (Option("list", tr("List"), "list"), Option("month", tr("Month"), "calendar"))
        self.faces = Segments(look, faces, tr("List or month"))
        self.month = MonthFace(look, desk.today)
        self.out = VisitsOut(look, desk, self)
        self.calendar = Button(look, tr("Calendar file"), "third", icon="calendar", key="C")
        self.mail = Button(look, tr("Mail draft"), "third", icon="external-link", key="M")
        self.new = Button(look, tr("New visit"), icon="plus", key="N")
        self._empty = no_visits(look)
        self._none = EmptyState(look, "search", "", "", (("clear", tr("Clear the filter"), "Esc"),))
        self._stack = QStackedWidget()
        for part in (self.rows, self._none, self._empty, self.month):
            self._stack.addWidget(part)
        self.arrange(
            visits_body(look, (self.title, self.views), (self.faces, self.filter), self.asking, self._stack),
            self.month.agenda,
            _PANEL,
            (self.mail, self.calendar, self.new),
            narrow=_NARROW,
        )
        self.show_panel(False)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self.new.clicked.connect(self.ask_client)
        self.views.chosen.connect(self._narrow)
        self.filter.textChanged.connect(self._narrow)
        self.filter.entered.connect(self._open_current)
        self.filter.walked.connect(self._walk)
        self.rows.opened.connect(self._open)
        self.faces.chosen.connect(self.turn_to)
        self.month.opened.connect(self._open)
        self.month.new_wanted.connect(self.ask_client)
        self.calendar.clicked.connect(self.to_calendar)
        self.mail.clicked.connect(self.to_mail)
        self.out.working.connect(self.working)
        self.asking.picked.connect(self._create)
        self.asking.named.connect(self._create_client)
        self.asking.closed.connect(self.rows.setFocus)
        self._empty.pressed.connect(self.ask_client)
        self._none.pressed.connect(self.filter.clear)

    def refresh(self) -> None:
        """Read the visits again; filter, selection and scroll place stay."""
        self._all = agenda(self.desk)
        self._guests.forget()
        self._delegate.today = self.desk.today
        self.asking.offer(self.desk.store.companies())
        self.views.show_counts({name: sum(entry.span in spans for entry in self._all) for name, _, spans in VIEWS})
        self.new.setEnabled(not self.desk.read_only)
        self._narrow()

    def open_item(self, key: str, action: str) -> None:
        """Go to a visit's row, to a day of the month or to the filter, or ask for the client of a new visit."""
        if action == "find":
            self.filter.setFocus()
            self.filter.selectAll()
        elif action == "new":
            self.ask_client()
        elif action == "calendar":
            self.out.all_to_calendar()
        elif action == "day":
            self.turn_to("month")
            self.month.choose_day(date.fromisoformat(key))
        elif key and self.in_month and self.month.choose(key):
            self.month.setFocus()
        elif key and self.rows.choose(key):
            self.rows.setFocus()

    def shown(self) -> list[Entry]:
        """The visits that view and filter leave; without words not all of the past."""
        return self._matching() if self.filter.text().split() else recent(self._matching())

    def _narrow(self) -> None:
        found = self.shown()
        self.rows.show_rows(grouped(found, self.look))
        if found and not self.rows.current_key():
            self.rows.choose(found[0].key)
            self.rows.scrollToTop()  # the head of the first group, too
        self.month.show_entries(self._matching(), self.desk.today)
        self._delegate.overlapping = frozenset(overlapping(self._all))
        if not self._all:
            self._stack.setCurrentWidget(self._empty)
        elif self.in_month:
            self._stack.setCurrentWidget(self.month)
        elif not found:
            words = self.filter.text().strip()
            self._none.show_words(*none_words(words, self.look))
            self._none.buttons["clear"].setVisible(bool(words))
            self._stack.setCurrentWidget(self._none)
        else:
            self._stack.setCurrentWidget(self.rows)
        for button in (self.new, self.calendar, self.mail, self.faces):
            button.setVisible(bool(self._all))
        self.show_panel(self.in_month and bool(self._all))
        self.show_keys()

    @property
    def in_month(self) -> bool:
        """True while the month is shown."""
        return self.faces.value() == "month"

    def turn(self) -> None:
        """Show the other one of list and month."""
        self.turn_to("list" if self.in_month else "month")

    def turn_to(self, face: object) -> None:
        """Show the list or the month; the visit chosen in the month is chosen in the list."""
        key = self.month.current_key()
        self.faces.choose(face)
        self._narrow()
        if not self.in_month:
            self.rows.choose(key)
        (self.month if self.in_month else self.rows).setFocus()

    def _matching(self) -> list[Entry]:
        """The visits of every day that view and filter leave."""
        return [entry for entry in self._all if fits(entry, self.views.value(), self.filter.text())]

    def _entry(self, key: str) -> Entry | None:
        return next((entry for entry in self._all if entry.key == key), None)

    def _open(self, key: str) -> None:
        if (entry := self._entry(key)) is not None:
            self.going.emit(Goto("visits", entry.company.key, entry.key))

    def _open_current(self) -> None:
        self._open(self.rows.current_key() or next((entry.key for entry in self.shown()), ""))

    def _walk(self, step: int) -> None:
        """Move in the list while the keyboard stays in the filter."""
        if (key := beside([entry.key for entry in self.shown()], self.rows.current_key(), step)) is not None:
            self.rows.choose(key)

    def ask_client(self) -> None:
        """Ask for the client of a new visit."""
        if not self.desk.read_only:
            self.asking.ask()

    def _create(self, key: str) -> None:
        if not self.in_month or self.month.day < self.desk.today:
            self.going.emit(Goto("visits", key, "", "new"))
            return
        client, words = self.desk.client(key), self.look.words
        desk, day = self.desk, self.month.day
        visit, step = new_visit_on(client, desk.workspace(), words, desk.today, day, desk.clients())
        self.edited.emit(Doing(step.said, step.edits))
        self.going.emit(Goto("visits", key, visit.key, "prepare"))

    def to_calendar(self) -> None:
        """The chosen visit as a calendar file."""
        if (entry := self._entry(self._current())) is not None:
            self.out.one_to_calendar(self.desk.client(entry.company.key), entry.visit)

    def to_mail(self) -> None:
        """A mail draft to our own people at the chosen visit."""
        if (entry := self._entry(self._current())) is not None:
            self.out.mail(self.desk.client(entry.company.key), entry.visit)

    def _current(self) -> str:
        return self.month.current_key() if self.in_month else self.rows.current_key()

    def _create_client(self, _words: str) -> None:
        self.going.emit(Goto("", action="new_client"))

    def keys(self) -> list[tuple[str, str]]:
        """What the keys do."""
        return visit_keys(self.look, month=self.in_month) if self._all else []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """N asks for a client, when no field took it; C, M and L are for visits there are."""
        does = {"n": self.ask_client, "c": self.to_calendar, "m": self.to_mail, "l": self.turn}
        letter = event.text().lower() if not event.modifiers() & Qt.KeyboardModifier.ControlModifier else ""
        if letter == "n" or (letter in does and self._all):
            does[letter]()
        else:
            super().keyPressEvent(event)

    def remark(self) -> str:
        """How many of all are shown."""
        return self.look.tr("{n} of {m}", n=len(self.shown()), m=len(self._all)) if self._all else ""

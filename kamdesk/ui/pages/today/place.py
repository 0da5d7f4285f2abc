"""Today: the next visit, what is due both ways, what to ask, who is cooling down; and the weekly review."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from kamdesk.client.client import Client
from kamdesk.client.today import Today
from kamdesk.client.visit_records import Visit
from kamdesk.desk.desk import Desk
from kamdesk.store.step import Step
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing, Goto, Page
from kamdesk.ui.pages.today import deeds
from kamdesk.ui.pages.today.keys import day_keys
from kamdesk.ui.pages.today.lines import TodayLines
from kamdesk.ui.pages.today.middle import TodayMiddle
from kamdesk.ui.pages.today.papers import TodayOut
from kamdesk.ui.pages.today.review import ReviewFace
from kamdesk.ui.pages.today.side import TodaySide
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.empty import EmptyState
from kamdesk.ui.parts.scrolled import Scrolled
from kamdesk.words import N_

_PANEL, _NARROW = 348, 308
_MINUTE = 60_000  # ms
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_PLAIN = _SHIFT | Qt.KeyboardModifier.KeypadModifier


class TodayPage(Page):
    """Enter prepares the next visit, P prints its sheet, C gives it to the calendar; arrows walk over all lines."""

    name: ClassVar[str] = "today"
    label: ClassVar[str] = N_("Today")
    rail: ClassVar[bool] = True

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__(look, desk)
        tr = look.tr
        self.day: Today | None = None  # as it is shown
        self._next: tuple[Client, Visit] | None = None
        self.middle = TodayMiddle(look)
        self.side = TodaySide(look)
        self._review: ReviewFace | None = None  # made when it is first begun
        self.out = TodayOut(look, desk, self)
        self.week = Button(look, tr("Weekly review"), "third", key="R")
        self.new = Button(look, tr("New visit"), icon="plus", key="N")
        self._empty = EmptyState(
            look,
            "sun",
            tr("Your day will stand here"),
            tr("The next visit, what was promised both ways and what to ask: all of it comes from your clients."),
            (("new_client", tr("New client"), "Ctrl Shift N"), ("sample", tr("Load the sample clients"), "")),
        )
        self._scrolled = Scrolled(self.middle)
        self.lines = TodayLines(desk, self.middle, self.side, self._scrolled)
        self._stack = QStackedWidget()
        for face in (self._scrolled, self._empty):
            self._stack.addWidget(face)
        self._minutes = QTimer(self, interval=_MINUTE)
        self.arrange(self._stack, self.side, _PANEL, (self.week, self.new), narrow=_NARROW)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        middle, hero = self.middle, self.middle.hero
        hero.prepared.connect(self.prepare)
        hero.printed.connect(self.out.print_next)
        hero.dated.connect(self.out.add_to_calendar)
        middle.new_wanted.connect(self.ask_new)
        self.lines.did.connect(self._do)
        self.side.tomorrow_wanted.connect(self.out.print_tomorrow)
        self.week.clicked.connect(self.start_review)
        self.new.clicked.connect(self.ask_new)
        self._empty.pressed.connect(self._begin)
        for part in (middle, self.side):
            part.going.connect(self.going)
        self.out.working.connect(self.working)
        self._minutes.timeout.connect(self._tick_over)

    # What is shown

    @property
    def review(self) -> ReviewFace:
        """The weekly review."""
        if self._review is None:
            self._review = ReviewFace(self.look, self.desk)
            self._review.left.connect(self.end_review)
            self._review.going.connect(self.going)
            self._review.edited.connect(self.edited)
            self._stack.addWidget(self._review)
        return self._review

    @property
    def reviewing(self) -> bool:
        """True while the weekly review is shown."""
        return self._review is not None and self._stack.currentWidget() is self._review

    def refresh(self) -> None:
        """Read the day again; focus, selection and scroll place stay."""
        day = self.day = self.desk.day()
        now = self.desk.clock.now()
        self._next = deeds.visit_of(self.desk, day.next)
        client, visit = self._next or (None, None)
        self.out.show_day(day, self._next)
        self.middle.show_day(day, client, visit, now)
        self.side.show_day(day, self.desk.away_since)
        if self.reviewing:
            self.review.refresh()
        else:
            self._stack.setCurrentWidget(self._scrolled if self.desk.clients() else self._empty)
        self._settle()

    def showEvent(self, event: QShowEvent) -> None:
        """Minutes pass only where somebody sees them."""
        super().showEvent(event)
        self._minutes.start()

    def _settle(self) -> None:
        """Panel and buttons belong to the day, not to review and welcome."""
        shown = self._stack.currentWidget() is self._scrolled
        self.show_panel(shown)
        self.week.setVisible(shown)
        self.new.setVisible(shown)
        self.new.setEnabled(not self.desk.read_only)
        self.show_keys()

    def _tick_over(self) -> None:
        """A minute has passed."""
        if not self.isVisible():
            self._minutes.stop()
        elif not self.reviewing:
            self.refresh()

    def keyboard_place(self) -> QWidget:
        """The line that was opened last, else the next visit; without one the first line there is."""
        if self.reviewing:
            return self.review.keyboard_place()
        if self._stack.currentWidget() is self._empty:
            return self._empty.buttons["new_client"]
        if (line := self.lines.back()) is not None:
            return line
        if self._next is not None:
            return self.middle.hero.prepare
        return self.lines.first or self.middle.none.buttons["new"]

    # What is done

    def open_item(self, key: str, action: str) -> None:
        """Start what another place or a command asks for."""
        does = {
            "review": self.start_review,
            "print_tomorrow": self.out.print_tomorrow,
            "new": self.ask_new,
        }
        if action in does:
            does[action]()

    def take(self, deed: str) -> bool:
        """Ctrl+P prints the sheet of the next visit."""
        if deed == "print" and self._next is not None:
            self.out.print_next()
            return True
        return False

    def prepare(self) -> None:
        """Go to the preparation of the next visit."""
        self.lines.forget()
        if self._next is not None:
            client, visit = self._next
            self.going.emit(Goto("visits", client.key, visit.key, "prepare"))

    def ask_new(self) -> None:
        """Plan a visit: the place of all visits asks for the client."""
        if not self.desk.read_only:
            self.going.emit(Goto("visits", "", "", "new"))

    def start_review(self) -> None:
        """Deal the clients that are due for their review."""
        self._stack.setCurrentWidget(self.review)
        self._settle()
        self.review.begin()
        self.review.keyboard_place().setFocus()
        self.show_keys()

    def end_review(self) -> None:
        """Back to the day."""
        self._stack.setCurrentWidget(self._scrolled)
        self.refresh()
        self.keyboard_place().setFocus()

    def _do(self, step: Step) -> None:
        self.edited.emit(Doing(step.said, step.edits, toast=True))

    def _begin(self, name: str) -> None:
        self.going.emit(Goto("", action=name))

    # The keyboard

    def keys(self) -> list[tuple[str, str]]:
        """What the keys do; they also stand in buttons and rows."""
        if self.reviewing:
            return self.review.keys()
        return day_keys(self.look) if self._stack.currentWidget() is self._scrolled else []

    def show_keys(self) -> None:
        """No footer beside the day: its keys stand in buttons and rows."""
        super().show_keys()
        if not self.reviewing:
            self._footer.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Single letters, Enter and the arrows, when no field and no row took them."""
        if self.reviewing:
            if not self.review.take_key(event):
                super().keyPressEvent(event)
            return
        letter = event.text().lower() if not event.modifiers() & ~_PLAIN else ""
        does = {"p": self.out.print_next, "c": self.out.add_to_calendar, "n": self.ask_new, "r": self.start_review}
        if letter in does and self.day is not None:
            does[letter]()
        elif letter == "s":
            self.lines.later(far=bool(event.modifiers() & _SHIFT))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.prepare()
        elif event.key() == Qt.Key.Key_Down:
            self.lines.enter()
        else:
            super().keyPressEvent(event)

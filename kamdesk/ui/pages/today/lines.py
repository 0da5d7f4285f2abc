"""The lines of Today under the keyboard: ticked, put off, and walked over from list to list."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QScrollArea

from kamdesk.desk.desk import Desk
from kamdesk.desk.promised import WEEK
from kamdesk.desk.visit import next_working_day
from kamdesk.store.step import Step
from kamdesk.ui.pages.today import deeds
from kamdesk.ui.pages.today.middle import TodayMiddle
from kamdesk.ui.pages.today.rows import TodayList
from kamdesk.ui.pages.today.side import TodaySide


class TodayLines(QObject):
    """Says which step the keys ask for."""

    did = Signal(object)  # Step

    def __init__(self, desk: Desk, middle: TodayMiddle, side: TodaySide, scrolled: QScrollArea) -> None:
        super().__init__(scrolled)
        self._desk, self._middle, self._scrolled = desk, middle, scrolled
        self.lists = (*middle.lists, *side.lists)
        middle.due.ticked.connect(self.tick)
        middle.boxes.ticked.connect(self.tick)
        self._left: tuple[TodayList, str] | None = None  # the line that led to another place
        for rows in self.lists:
            rows.passed.connect(self._pass_on)
            rows.opened.connect(self._leave)
        for button in middle.hero.buttons:
            button.passed.connect(self.enter)

    @property
    def first(self) -> TodayList | None:
        """The first list that has lines."""
        return self._next(-1, 1)

    def back(self) -> TodayList | None:
        """The list from which another place was opened, at its line again; None when there was none or it is gone."""
        if self._left is None:
            return None
        rows, key = self._left
        return rows if not rows.isHidden() and rows.choose(key) else None

    def forget(self) -> None:
        """The page is left from elsewhere than a line."""
        self._left = None

    def tick(self, key: str) -> None:
        """What is due is done."""
        self._do(deeds.kept(self._desk, self._middle.due.item_of(key)))

    def later(self, *, far: bool) -> None:
        """The line with the keyboard sleeps to the next working day, or for a week."""
        if self._middle.waiting.hasFocus():
            self._do(deeds.not_now(self._desk, self._middle.waiting.current()))
        elif self._middle.due.hasFocus():
            today = self._desk.today
            until = today + WEEK if far else next_working_day(today)
            self._do(deeds.put_off(self._desk, self._middle.due.current(), until))

    def enter(self, _step: int = 1) -> None:
        """Go to the first line."""
        self._pass_from(-1, 1)

    def _leave(self, key: str) -> None:
        rows = self.sender()
        self._left = (rows, key) if isinstance(rows, TodayList) else None

    def _do(self, step: Step | None) -> None:
        if step is not None:
            self.did.emit(step)

    def _next(self, at: int, step: int) -> TodayList | None:
        """The next list with lines after (or before) the one at a place; -1 is before the first."""
        following = self.lists[at + 1 :] if step > 0 else self.lists[:at][::-1] if at > 0 else ()
        return next((rows for rows in following if not rows.isHidden() and rows.model_of_rows.rowCount()), None)

    def _pass_on(self, step: int) -> None:
        sender = self.sender()
        self._pass_from(next(at for at, rows in enumerate(self.lists) if rows is sender), step)

    def _pass_from(self, at: int, step: int) -> None:
        """Hand the keyboard to the next list with lines; above the first one stands the next visit."""
        found, hero = self._next(at, step), self._middle.hero
        if found is not None:
            found.enter(step)
            self._scrolled.ensureWidgetVisible(found, 0, 40)
        elif step < 0 and not hero.isHidden():
            hero.prepare.setFocus()
            self._scrolled.ensureWidgetVisible(hero)

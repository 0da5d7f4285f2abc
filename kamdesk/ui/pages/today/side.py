"""Today's panel: later visits, clients that cool down, what happened meanwhile, the month in squares."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kamdesk.client.today import Coming, Today
from kamdesk.client.units import tell_day
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.today.rows import TodayList
from kamdesk.ui.pages.today.side_rows import ComingDelegate, CoolingDelegate, MissedDelegate, SideDelegate, WeeksFigure
from kamdesk.ui.pages.visit.words import weekday
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.labels import Heading, Label
from kamdesk.ui.parts.scrolled import Scrolled

_NARROW = 320  # px
_LATER, _COOLING, _MISSED = 6, 5, 5  # lines that are shown at most
PRINT_KEY = "Ctrl+Shift+P"


class TodaySide(QWidget):
    """Every line leads to its place; the arrows walk from list to list."""

    going = Signal(object)  # Goto
    tomorrow_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        tr = look.tr
        self._delegates: tuple[SideDelegate, ...] = (ComingDelegate(look), CoolingDelegate(look), MissedDelegate(look))
        self.later = TodayList(self._delegates[0], tr("Visits after that"))
        self.cooling = TodayList(self._delegates[1], tr("Cooling down"))
        self.missed = TodayList(self._delegates[2], tr("While you were away"))
        self._heads = [Heading(look, rows.accessibleName()) for rows in self.lists]

        self._month = Heading(look, tr("Last four weeks"))
        self.weeks = WeeksFigure(look)
        self._told_since = ("", "")
        self._calm = Label(look, tr("No client is slipping away."), "small", "muted")
        self.tomorrow = Button(look, "", key=PRINT_KEY, spread=True)
        self._arrange()
        self.later.opened.connect(self._open_visit)
        self.cooling.opened.connect(self._open_cooling)
        self.missed.opened.connect(self._open_missed)
        self.tomorrow.clicked.connect(self.tomorrow_wanted)

    @property
    def lists(self) -> tuple[TodayList, ...]:
        """The lists from above."""
        return (self.later, self.cooling, self.missed)

    def _arrange(self) -> None:
        theme, out = self.look.theme, self.look.size("overhang")
        side, inset = theme.px(24), theme.px(24) - out
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(inset, theme.px(10), inset, theme.space("l"))
        column.setSpacing(theme.space("xs"))
        for head, rows in zip(self._heads, self.lists, strict=True):
            self._add_head(column, head)
            column.addWidget(rows)
            if rows is self.cooling:
                self._calm.setContentsMargins(out, 0, out, 0)
                column.addWidget(self._calm)
            column.addSpacing(theme.space("l"))
        self._add_head(column, self._month)
        held = QVBoxLayout()
        held.setContentsMargins(out, 0, out, 0)
        held.addWidget(self.weeks)
        column.addLayout(held)
        column.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(side, theme.space("s"), side, theme.space("l"))
        foot.addWidget(self.tomorrow)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Scrolled(inner), 1)
        whole.addLayout(foot)

    def _add_head(self, column: QVBoxLayout, head: Heading) -> None:
        out = self.look.size("overhang")
        head.row.setContentsMargins(out, 0, out, self.look.theme.px(2))
        column.addWidget(head)

    def show_day(self, day: Today, since: datetime | None) -> None:
        """Show the day."""
        look, tr = self.look, self.look.tr
        for delegate in self._delegates:
            delegate.today = day.day
        week = list(day.week)
        coming = self._delegates[0]
        if isinstance(coming, ComingDelegate):
            coming.overlapping = frozenset(item.visit.key for pair in day.overlaps for item in pair)
            coming.first_of_day = first_of_days(week)
        self.later.show_rows(week[:_LATER], week)
        self._heads[0].show_note(look.trn("{n} this week", "{n} this week", self._this_week(week, day.day)))
        self.cooling.show_rows(day.cooling[:_COOLING], day.cooling)
        self._heads[1].show_count(len(day.cooling) or "")
        self.missed.show_rows(day.missed[:_MISSED], day.missed)
        self._told_since = self._since(since, day.day) if since else ("", "")
        self._tell_since()
        self._show_there(day)
        self.weeks.show_weeks(day.weeks)
        held = sum(week.moved + week.held for week in day.weeks)
        told = look.trn("{n} visit, {m} moved on", "{n} visits, {m} moved on", held, m=sum(w.moved for w in day.weeks))
        self._month.show_note(told)
        tomorrow = len(day.tomorrow)
        words = look.trn("Print tomorrow: {n} sheet", "Print tomorrow: {n} sheets", tomorrow)
        self.tomorrow.show_words(words if tomorrow else tr("No visits tomorrow"))
        self.tomorrow.setEnabled(tomorrow > 0)

    def _show_there(self, day: Today) -> None:
        """Leave out what there is nothing of; that nobody cools down is said, because it is good news."""
        self._heads[0].setVisible(bool(day.week))
        self.later.setVisible(bool(day.week))
        self.cooling.setVisible(bool(day.cooling))
        self._calm.setVisible(not day.cooling)
        self._heads[2].setVisible(bool(day.missed))
        self.missed.setVisible(bool(day.missed))

    def _this_week(self, coming: Sequence[Coming], today: date) -> int:
        last = today + timedelta(6 - today.weekday())
        return sum(item.day <= last for item in coming)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow panel the day stands without its time."""
        super().resizeEvent(event)
        self._tell_since()

    def _tell_since(self) -> None:
        long, short = self._told_since
        self._heads[2].show_note(short if self.width() < self.look.theme.px(_NARROW) else long)

    def _since(self, since: datetime, today: date) -> tuple[str, str]:
        """Since when, with the time and without."""
        look, local = self.look, since.astimezone()
        near = 0 < (today - local.date()).days < 7
        day = weekday(local.date(), look) if near else tell_day(local.date(), look.words, today)
        if local.date() == today:
            day = look.tr("Today")
        moment = f"{day} {local:%H:%M}"
        return look.tr("since {moment}", moment=moment), look.tr("since {moment}", moment=day)

    def _open_visit(self, key: str) -> None:
        if item := self.later.item_of(key):
            self.going.emit(Goto("visits", item.glance.key, item.visit.key, "prepare"))

    def _open_cooling(self, key: str) -> None:
        if item := self.cooling.item_of(key):
            self.going.emit(Goto(item.place, item.glance.key, item.key))

    def _open_missed(self, key: str) -> None:
        if item := self.missed.item_of(key):
            self.going.emit(Goto(item.place, item.glance.key, item.key))


def first_of_days(coming: Sequence[Coming]) -> frozenset[str]:
    """The visits that are the first of their day in the list: only they name it."""
    seen: set[date] = set()
    found = set()
    for item in coming:
        if item.day not in seen:
            seen.add(item.day)
            found.add(item.visit.key)
    return frozenset(found)

"""Today's middle: the day's name, the next visit, what waits for a debrief, what is due, what to ask."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.client import Client
from kamdesk.client.today import Today
from kamdesk.client.units import tell_long_day
from kamdesk.client.visit_records import Visit
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.today.hero import Hero
from kamdesk.ui.pages.today.rows import AskDelegate, DueDelegate, TodayList, WaitingDelegate
from kamdesk.ui.parts.empty import EmptyState
from kamdesk.ui.parts.labels import Heading, Label
from kamdesk.ui.parts.line_button import LineButton

_DUE, _ASKS, _WAITING = 5, 4, 3  # rows that are shown before somebody asks for all
_ALL = 200  # rows that a list shows at most


class TodayMiddle(QWidget):
    """The body of the page, which scrolls as a whole."""

    going = Signal(object)  # Goto
    new_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        tr = look.tr
        self._day: Today | None = None
        self._all_due = False
        self.title = Label(look, "", "page")
        self.told = Label(look, "", "body", "muted", elide=True)
        self.hero = Hero(look)
        self.boxes = DueDelegate(look)
        self._delegates = (WaitingDelegate(look), self.boxes, AskDelegate(look))
        self.waiting = TodayList(self._delegates[0], tr("Waiting for a debrief"))
        self.due = TodayList(self._delegates[1], tr("Due"))
        self.asks = TodayList(self._delegates[2], tr("Worth asking"))
        self._heads = tuple(Heading(look, rows.accessibleName()) for rows in self.lists)
        self.more = LineButton(look, "", icon="chevron-down")
        self.free = Label(look, tr("Nothing is due. Whatever is promised stands here on its day."), "body", "muted")
        self.none = EmptyState(
            look,
            "calendar-check",
            tr("No visit is planned"),
            tr("The next visit stands here with what it still lacks. Plan one, and its checklist comes along."),
            (("new", tr("New visit"), "N"),),
        )
        self._arrange()
        self._connect()

    @property
    def lists(self) -> tuple[TodayList, ...]:
        """The lists from above."""
        return (self.waiting, self.due, self.asks)

    def _arrange(self) -> None:
        theme, out = self.look.theme, self.look.size("overhang")
        left, right = theme.size("gutter_left") - out, theme.size("gutter_right") - out
        head = QHBoxLayout()
        head.setContentsMargins(out, 0, out, 0)
        head.setSpacing(theme.space("l"))
        head.addWidget(self.title)
        head.addWidget(self.told, 1)
        held = QHBoxLayout()
        held.setContentsMargins(out, 0, out, 0)
        held.addWidget(self.hero)
        column = QVBoxLayout(self)
        column.setContentsMargins(left, theme.px(4), right, theme.space("xl"))
        column.setSpacing(theme.space("xs"))
        column.addLayout(head)
        column.addSpacing(theme.space("m"))
        column.addLayout(held)
        column.addWidget(self.none)
        for heading, rows in zip(self._heads, self.lists, strict=True):
            heading.row.setContentsMargins(out, theme.px(22), out, theme.px(2))
            column.addWidget(heading)
            column.addWidget(rows)
            if rows is self.due:
                self.free.setContentsMargins(out, theme.px(6), out, 0)
                self.more.setContentsMargins(out, 0, out, 0)
                column.addWidget(self.free)
                column.addWidget(self.more)
        column.addStretch(1)

    def _connect(self) -> None:
        self.waiting.opened.connect(self._open_waiting)
        self.due.opened.connect(self._open_due)
        self.asks.opened.connect(self._open_ask)
        self.more.clicked.connect(self._show_all)
        self.none.pressed.connect(self._want_new)

    def show_day(self, day: Today, client: Client | None, visit: Visit | None, now: datetime) -> None:
        """Show the day; `client` and `visit` are those of the next visit."""
        self._day = day
        for delegate in self._delegates:
            delegate.today = day.day
        self.title.setText(tell_long_day(day.day, self.look.words))
        self.told.setText(self._summary(day))
        there = client is not None and visit is not None and day.next is not None
        self.hero.setVisible(there)
        self.none.setVisible(not there)
        if client is not None and visit is not None and day.next is not None:
            self.hero.show_visit(client, visit, day.next.glance, now)
        waiting = [item for item in day.waiting if not item.visit.asked]
        self.waiting.show_rows(waiting[:_WAITING], waiting)
        self._head(0, waiting, "")
        self._show_due(day)
        self.asks.show_rows(day.asks[:_ASKS], day.asks)
        self._head(2, day.asks, self.look.tr("by grade and buying step"))

    def _show_due(self, day: Today) -> None:
        look = self.look
        shown = day.due[: _ALL if self._all_due else _DUE]
        self.due.show_rows(shown, day.due)
        self.due.setVisible(bool(shown))
        self.free.setVisible(not shown)
        left = len(day.due) - len(shown)
        self.more.setVisible(left > 0 and not self._all_due)
        self.more.show_line(look.trn("{n} more", "{n} more", left), icon="chevron-down")
        self._heads[1].show_count(len(day.due) or "")
        told = look.tr("we owe {n}, they owe {m}", n=day.ours_due, m=day.theirs_due)
        self._heads[1].show_note(told if day.due else "")

    def _head(self, at: int, items: object, note: str) -> None:
        count = len(items)  # type: ignore[arg-type]
        self._heads[at].setVisible(count > 0)
        self.lists[at].setVisible(count > 0)
        self._heads[at].show_count(count)
        self._heads[at].show_note(note)

    def _summary(self, day: Today) -> str:
        look, visits, due, cool = self.look, len(day.today), len(day.due), len(day.cooling)
        told = [look.trn("{n} visit", "{n} visits", visits)] if visits else [look.tr("no visit today")]
        if due:
            told.append(look.trn("{n} thing due", "{n} things due", due))
        if cool:
            told.append(look.trn("{n} client cooling down", "{n} clients cooling down", cool))
        return look.trc("between parts", ", ").join(told)

    def _show_all(self) -> None:
        self._all_due = True
        if self._day is not None:
            self._show_due(self._day)
            self.due.setFocus()

    def _open_waiting(self, key: str) -> None:
        if item := self.waiting.item_of(key):
            self.going.emit(Goto("visits", item.glance.key, item.visit.key, "debrief"))

    def _open_due(self, key: str) -> None:
        if item := self.due.item_of(key):
            self.going.emit(Goto("plan", item.glance.key, item.owed.key))

    def _open_ask(self, key: str) -> None:
        if item := self.asks.item_of(key):
            self.going.emit(Goto(item.asked.place, item.glance.key, item.asked.key))

    def _want_new(self, _name: str) -> None:
        self.new_wanted.emit()

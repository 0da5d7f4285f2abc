"""The rows of Today's middle: what is due, visits that wait for their debrief, what to ask."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter

from kamdesk.client.glance import Glance
from kamdesk.client.today import Coming, Promised, Question, Undebriefed
from kamdesk.ui.look import Look
from kamdesk.ui.pages.visit.words import day_words
from kamdesk.ui.parts.badges import keycap, keycap_width, tick_box, unknown_badge
from kamdesk.ui.parts.fields import PASSING
from kamdesk.ui.parts.painters import RIGHT, left_square, paint_text, square, text_width
from kamdesk.ui.parts.portraits import logo_tile
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.rows import ITEM, Index, RowDelegate, Rows

_NARROW = 560  # px below which keys and sides are left out
_CLIENT = 152  # px, logo and name
_END = 96  # px, the day at the right end


def when_words(at: datetime, today: date, look: Look) -> str:
    """A moment as lists call it: Today 14:00, 周四 09:30, 12-18."""
    local = at.astimezone()
    day = day_words(local.date(), today, look)
    return f"{day} {local:%H:%M}" if (local.date() - today).days < 7 else day


def key_of(item: Any) -> str:
    """The key of a row of any of Today's lists: its client's, and what it is about there."""
    if isinstance(item, Promised):
        return f"{item.glance.key} {item.owed.key}"
    if isinstance(item, Undebriefed):
        return f"{item.glance.key} {item.visit.key}"
    if isinstance(item, Question):
        return f"{item.glance.key} {item.asked.key} {item.asked.question.text} {item.asked.who}"
    if isinstance(item, Coming):
        return f"{item.glance.key} {item.visit.key}"
    said = getattr(item, "said", None)
    return f"{item.glance.key} {getattr(item, 'key', '')} {said.text if said else ''}"


class TodayList(RowList):
    """A list of the page; the arrows go on to the list before or after it."""

    passed = Signal(int)  # 1 below the last row, -1 above the first

    def __init__(self, delegate: RowDelegate, spoken: str) -> None:
        super().__init__(delegate, spoken, rows=TodayRows(delegate.look), growing=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """At its ends the list hands the keyboard on."""
        at, last = self.currentIndex().row(), self.model_of_rows.rowCount() - 1
        if event.key() == Qt.Key.Key_Down and at >= last:
            self.passed.emit(1)
        elif event.key() == Qt.Key.Key_Up and at <= 0:
            self.passed.emit(-1)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A line is chosen only where the keyboard is: there are many lists on the page."""
        super().focusOutEvent(event)
        if event.reason() not in PASSING and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.setCurrentIndex(QModelIndex())

    def enter(self, step: int) -> None:
        """Take the keyboard at the end it comes from."""
        rows = self.model_of_rows
        self.setCurrentIndex(rows.index(0 if step > 0 else rows.rowCount() - 1, 0))
        self.setFocus()

    def current(self) -> Any:
        """The value of the current row, None without one."""
        return self.model_of_rows.item(self.currentIndex())

    def item_of(self, key: str) -> Any:
        """The value with this key, None when it is not here."""
        return self.model_of_rows.item(self.model_of_rows.index_of(key))


class TodayRows(Rows):
    """Rows that say themselves to screen readers."""

    def __init__(self, look: Look) -> None:
        super().__init__(key_of)
        self._look = look

    def words(self, item: Any, column: int) -> str:
        """The client and the matter."""
        text = ""
        if isinstance(item, Promised):
            text = item.owed.text
        elif isinstance(item, Question):
            text = self._look.tell(item.asked.question)
        elif isinstance(item, Undebriefed):
            text = item.visit.objective
        elif hasattr(item, "said"):
            text = self._look.tell(item.said)
        elif hasattr(item, "visit"):
            text = item.visit.objective
        return f"{item.glance.called} {text}".strip()


class MiddleDelegate(RowDelegate):
    """What the rows of the middle share: the client with its tile, and words at the right end."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.size("row"), look.size("overhang"))
        self.today = date.today()

    def draw_client(self, painter: QPainter, rect: QRectF, glance: Glance) -> float:
        """Tile and name right of the middle; gives where they begin."""
        look, px = self.look, self.look.theme.px
        wide = min(px(_CLIENT), rect.width() * 0.3)
        left = rect.right() - px(_END) - wide
        tile = left_square(QRectF(left, rect.top(), wide, rect.height()), look.size("logo", 0))
        logo_tile(painter, tile, glance.key, glance.called, None, look)
        name = QRectF(tile.right() + px(8), rect.top(), wide - tile.width() - px(16), rect.height())
        paint_text(painter, name, glance.called, look.font("small"), look.colour("text2"))
        return left

    def draw_end(self, painter: QPainter, rect: QRectF, words: str, ink: str = "muted") -> None:
        """Words at the right end; late ones with a sign."""
        look, px = self.look, self.look.theme.px
        font = look.font("small", 500 if ink == "bad" else 0)
        used = paint_text(painter, rect, words, font, look.colour(ink), RIGHT)
        if ink == "bad":
            middle = QPointF(rect.right() - used - px(12), rect.center().y())
            look.icons.paint(painter, square(middle, px(15)), "circle-alert", "bad")

    def draw_keys(self, painter: QPainter, rect: QRectF, left: float, end: float, *keys: tuple[str, str]) -> float:
        """What keys do, in the selected row only and only beside the words; gives where the words must end."""
        look, px = self.look, self.look.theme.px
        small = look.font("small")
        need = sum(keycap_width(key, look) + px(6) + text_width(told, small) + px(14) for key, told in keys)
        if end - left - need < px(160):
            return end
        at = end - need - px(4)
        for key, told in keys:
            room = QRectF(at, rect.top(), end - at, rect.height())
            at += keycap(painter, room, key, look) + px(6)
            room.setLeft(at)
            at += paint_text(painter, room, told, small, look.colour("text2")) + px(14)
        return end - need - px(4)


class DueDelegate(MiddleDelegate):
    """Box, direction, words, client, how late; a click on the box says `ticked`."""

    ticked = Signal(str)

    def draw(self, painter: QPainter, rect: QRectF, item: Promised, *, selected: bool) -> None:
        """Paint what is due."""
        look, px = self.look, self.look.theme.px
        wide = rect.width() > px(_NARROW)
        tick_box(painter, left_square(rect, px(18)), False, look)
        left = rect.left() + px(30)
        arrow = {True: "arrow-up-right", False: "arrow-down-left"}.get(bool(item.owed.ours), "arrow-up-right")
        if item.owed.ours is not None:
            look.icons.paint(painter, square(QPointF(left + px(7), rect.center().y()), px(14)), arrow, "muted")
        left += px(22)
        if wide:
            left += self._draw_side(painter, QRectF(left, rect.top(), px(80), rect.height()), item)
        end = self.draw_client(painter, rect, item.glance)
        if selected and wide:
            done, later = ("Space", look.trc("key", "done")), ("S", look.trc("key", "later"))
            end = self.draw_keys(painter, rect, left, end, done, later)
        words = QRectF(left, rect.top(), end - left - px(16), rect.height())
        paint_text(painter, words, item.owed.text, look.font(), look.colour("text"))
        self.draw_end(painter, rect, *self._due(item))

    def _draw_side(self, painter: QPainter, rect: QRectF, item: Promised) -> float:
        look = self.look
        ours, theirs = look.trc("owes", "We"), look.trc("owes", "They")
        told = "" if item.owed.ours is None else ours if item.owed.ours else theirs
        paint_text(painter, rect, told, look.font("small"), look.colour("text2"))
        font = look.font("small")
        return max(text_width(ours, font), text_width(theirs, font)) + look.theme.px(18)

    def _due(self, item: Promised) -> tuple[str, str]:
        if item.late:
            return self.look.trn("{n} day late", "{n} days late", -item.days), "bad"
        if item.owed.due is None:
            return "", "muted"
        return day_words(item.owed.due, self.today, self.look), "text"

    def editorEvent(self, event: QEvent, model: Any, option: Any, index: Index) -> bool:
        """A click on the box ticks."""
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            box = left_square(QRectF(option.rect).adjusted(self.inset, 0, 0, 0), self.look.theme.px(24))
            if event.button() == Qt.MouseButton.LeftButton and box.contains(event.position()):
                self.ticked.emit(key_of(index.data(ITEM)))
                return True
        return super().editorEvent(event, model, option, index)


class AskDelegate(MiddleDelegate):
    """A question, whom to ask, the client, and when it can be asked."""

    def draw(self, painter: QPainter, rect: QRectF, item: Question, *, selected: bool) -> None:
        """Paint a question."""
        look, px = self.look, self.look.theme.px
        unknown_badge(painter, left_square(rect, px(18)), look)
        left, end = rect.left() + px(28), self.draw_client(painter, rect, item.glance)
        if item.asked.who and rect.width() > px(_NARROW):
            wide = min(px(120), (end - left) * 0.3)
            room = QRectF(end - wide, rect.top(), wide - px(12), rect.height())
            paint_text(
                painter, room, look.tr("ask {name}", name=item.asked.who), look.font("small"), look.colour("text2")
            )
            end -= wide
        words = QRectF(left, rect.top(), end - left - px(16), rect.height())
        paint_text(painter, words, look.tell(item.asked.question), look.font(), look.colour("text"))
        told = when_words(item.at, self.today, look) if item.at else look.tr("no visit yet")
        self.draw_end(painter, rect, told, "text2" if item.at else "muted")


class WaitingDelegate(MiddleDelegate):
    """A visit that is over: its objective, its client, when it was."""

    def draw(self, painter: QPainter, rect: QRectF, item: Undebriefed, *, selected: bool) -> None:
        """Paint a visit that waits."""
        look, px = self.look, self.look.theme.px
        look.icons.paint(painter, left_square(rect, look.size("icon")), "clipboard-pen", "warn")
        left, end = rect.left() + px(28), self.draw_client(painter, rect, item.glance)
        told = item.visit.objective or look.tr("No objective yet")
        if selected and rect.width() > px(_NARROW):
            does = ("Enter", look.trc("key", "debrief")), ("S", look.trc("key", "do not ask again"))
            end = self.draw_keys(painter, rect, left, end, *does)
        words = QRectF(left, rect.top(), end - left - px(16), rect.height())
        paint_text(painter, words, told, look.font(), look.colour("text" if item.visit.objective else "muted"))
        self.draw_end(painter, rect, day_words(item.visit.at.astimezone().date(), self.today, look), "text2")

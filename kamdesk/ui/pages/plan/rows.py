"""Rows of what is to be done: a box to tick, who owes it, the words, the owner, when it is due."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter

from kamdesk.client.plan_records import Action, Side
from kamdesk.client.promises import is_promise
from kamdesk.client.telling import nameless
from kamdesk.client.units import tell_day
from kamdesk.ui.look import Look
from kamdesk.ui.parts.badges import keycap, keycap_width, tick_box
from kamdesk.ui.parts.painters import RIGHT, left_square, paint_text, square, text_width
from kamdesk.ui.parts.rows import Index, RowDelegate
from kamdesk.words import N_, NC_

_SOON = 3  # days
_NARROW = 600  # px below which the side is an arrow alone and no key is shown
_ARROWS = {Side.OURS: "arrow-up-right", Side.THEIRS: "arrow-down-left"}

# The views above the list: name, words, which actions belong to it.
View = tuple[str, str, Callable[[Action, date], bool]]


def is_late(action: Action, today: date) -> bool:
    """True when it is open and its day has passed."""
    return action.done is None and action.due is not None and action.due < today


def _open(action: Action, _today: date) -> bool:
    return action.done is None


def _ours(action: Action, _today: date) -> bool:
    return action.done is None and action.side is not Side.THEIRS


def _theirs(action: Action, _today: date) -> bool:
    return action.done is None and action.side is Side.THEIRS


def _done(action: Action, _today: date) -> bool:
    return action.done is not None


def _promised(action: Action, _today: date) -> bool:
    return action.done is None and is_promise(action)


PROMISES = "promises"  # shown as the ledger of both sides
VIEWS: tuple[View, ...] = (
    ("open", NC_("actions", "Open"), _open),
    ("ours", N_("We owe"), _ours),
    ("theirs", N_("They owe"), _theirs),
    ("late", NC_("actions", "Late"), is_late),
    ("done", NC_("actions", "Done"), _done),
    (PROMISES, N_("Promises"), _promised),
)


def in_order(actions: Iterable[Action]) -> list[Action]:
    """Open ones by their day, those without a day after them, then what is done, the newest first."""
    held = list(actions)
    still_open = [action for action in held if action.done is None]
    done = [action for action in held if action.done is not None]
    still_open.sort(key=_due)
    done.sort(key=_done_on, reverse=True)
    return still_open + done


def _due(action: Action) -> date:
    return action.due or date.max


def _done_on(action: Action) -> date:
    return action.done or date.min


class ActionDelegate(RowDelegate):
    """Paints an action; a click on its box says `ticked`."""

    ticked = Signal(str)

    def __init__(self, look: Look, height: int = 0, inset: int = 0, *, brief: bool = False) -> None:
        super().__init__(look, height, inset)
        self.today = date.today()
        self.names: Callable[[str], str] = nameless
        self._brief = brief  # in a narrow panel: no side in words, no owner

    def draw(self, painter: QPainter, rect: QRectF, item: Any, *, selected: bool) -> None:
        """Paint an action."""
        look, px = self.look, self.look.theme.px
        side = look.size("tick") + px(2)
        tick_box(painter, left_square(rect, side), item.done is not None, look)
        brief = self._brief or rect.width() < px(_NARROW)
        left = self._draw_side(painter, rect.adjusted(side + px(12), 0, 0, 0), item, brief=brief)
        used = self._draw_due(painter, rect, item)
        end = rect.adjusted(0, 0, -max(used, px(64)) - px(16), 0)
        if not self._brief:
            end = self._draw_owner(painter, end, item)
        if selected and not brief and item.done is None:
            end = self._draw_key(painter, end)
        words = QRectF(left.left(), rect.top(), end.right() - left.left(), rect.height())
        ink = "muted" if item.done else "text"
        paint_text(painter, words, item.text, look.font(), look.colour(ink))

    def _draw_side(self, painter: QPainter, rect: QRectF, item: Action, *, brief: bool) -> QRectF:
        look, px = self.look, self.look.theme.px
        if item.side:
            look.icons.paint(painter, left_square(rect, px(14)), _ARROWS[item.side], "muted")
        if brief:
            return rect.adjusted(px(24), 0, 0, 0)
        words = look.tr(item.side.label) if item.side else ""
        wide = max(text_width(look.tr(side.label), look.font("small")) for side in Side) + px(4)
        told = QRectF(rect.left() + px(20), rect.top(), wide, rect.height())
        paint_text(painter, told, words, look.font("small"), look.colour("text2"))
        return rect.adjusted(px(20) + wide + px(14), 0, 0, 0)

    def _draw_due(self, painter: QPainter, rect: QRectF, item: Action) -> float:
        """The day at the right end, in words while it is near; gives the width used."""
        look, px = self.look, self.look.theme.px
        words, ink = self._due_words(item)
        font = look.font("small", 500 if ink == "bad" else 0)
        used = paint_text(painter, rect, words, font, look.colour(ink), RIGHT)
        if ink == "bad":
            middle = QPointF(rect.right() - used - px(12), rect.center().y())
            look.icons.paint(painter, square(middle, px(15)), "circle-alert", "bad")
            used += px(20)
        return used

    def _due_words(self, item: Action) -> tuple[str, str]:
        look = self.look
        if item.done:
            return look.tr("done {day}", day=tell_day(item.done, look.words, self.today)), "muted"
        if item.due is None:
            return look.tr("no day"), "muted"
        days = (item.due - self.today).days
        if days < 0:
            return look.trn("{n} day late", "{n} days late", -days), "bad"
        if days <= 1:
            return look.tr("Today") if days == 0 else look.tr("Tomorrow"), "text"
        return tell_day(item.due, look.words, self.today), "text" if days <= _SOON else "text2"

    def _draw_owner(self, painter: QPainter, rect: QRectF, item: Action) -> QRectF:
        look, px = self.look, self.look.theme.px
        who = item.person or (self.names(item.contact) if item.contact else "")
        wide = min(px(120), rect.width() * 0.25)
        box = QRectF(rect.right() - wide, rect.top(), wide, rect.height())
        paint_text(painter, box, who or "–", look.font("small"), look.colour("text2" if who else "muted"))
        return rect.adjusted(0, 0, -wide - px(16), 0)

    def _draw_key(self, painter: QPainter, rect: QRectF) -> QRectF:
        """The key that ticks, in the selected row only."""
        look, px = self.look, self.look.theme.px
        told = look.trc("key", "done")
        wide = keycap_width("Space", look) + px(6) + text_width(told, look.font("small"))
        box = QRectF(rect.right() - wide, rect.top(), wide + 1, rect.height())
        used = keycap(painter, box, "Space", look)
        rest = box.adjusted(used + px(6), 0, 0, 0)
        paint_text(painter, rest, told, look.font("small"), look.colour("text2"))
        return rect.adjusted(0, 0, -wide - px(16), 0)

    def editorEvent(self, event: QEvent, model: Any, option: Any, index: Index) -> bool:
        """A click on the box ticks."""
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            box = left_square(QRectF(option.rect).adjusted(self.inset, 0, 0, 0), self.look.theme.px(24))
            if event.button() == Qt.MouseButton.LeftButton and box.contains(event.position()):
                self.ticked.emit(index.data(Qt.ItemDataRole.UserRole).key)
                return True
        return super().editorEvent(event, model, option, index)

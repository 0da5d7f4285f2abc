"""Rows that tell what is known or offer what may be taken over: a sign, words that fold, and a remark below them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from kamdesk.ui.look import Look
from kamdesk.ui.parts.folded import fold, paint_folded
from kamdesk.ui.parts.folded_rows import FoldedDelegate
from kamdesk.ui.parts.painters import RIGHT, paint_text, square, text_width

_SIGN = 24  # px the sign takes


@dataclass(frozen=True, slots=True)
class Told:
    """One row: its words, a remark below, a word at the right end, a sign at the left."""

    key: str
    title: str
    note: str = ""
    tail: str = ""
    icon: str = ""
    ink: str = "text"
    icon_ink: str = "muted"
    tail_ink: str = "muted"
    note_ink: str = "muted"


@dataclass(frozen=True, slots=True)
class Offered:
    """Something known that may be taken over into the preparation by Enter or Space."""

    key: str
    title: str
    note: str = ""
    taken: Any = None  # what the owner makes a record of

    @property
    def told(self) -> Told:
        """As a row: grey words behind a plus."""
        return Told(self.key, self.title, self.note, icon="plus", ink="text2", icon_ink="accent")


class ToldDelegate(FoldedDelegate):
    """Paints Told and Offered."""

    def __init__(self, look: Look, *, height: int = 36, most: int = 3) -> None:
        super().__init__(look, look.theme.px(height), look.size("overhang"))
        self._most = most

    def row_height(self, item: Told | Offered) -> int:
        """All its lines."""
        return max(self.height, told_height(item, self.look, self.width, self._most))

    def draw(self, painter: QPainter, rect: QRectF, item: Told | Offered, *, selected: bool) -> None:
        """Paint the row."""
        paint_told(painter, rect, item, self.look, self._most)


def told_height(item: Told | Offered, look: Look, width: float, most: int = 3) -> int:
    """The height of a row so wide."""
    px, told = look.theme.px, _told(item)
    words, note = _folded(told, look, width, most)
    return len(words) * px(20) + len(note) * px(18) + px(16)


def paint_told(painter: QPainter, rect: QRectF, item: Told | Offered, look: Look, most: int = 3) -> None:
    """Paint sign, words, the word at the right end and the remark."""
    px, told = look.theme.px, _told(item)
    words, note = _folded(told, look, rect.width(), most)
    tall = len(words) * px(20) + len(note) * px(18)
    top, left = rect.top() + max(px(7), (rect.height() - tall) / 2), rect.left()
    if told.icon:
        middle = QPointF(left + px(8), top + px(10))
        look.icons.paint(painter, square(middle, px(15)), told.icon, told.icon_ink)
        left += px(_SIGN)
    if told.tail:
        row = QRectF(left, top, rect.right() - left, px(20))
        paint_text(painter, row, told.tail, look.font("small"), look.colour(told.tail_ink), RIGHT)
    room = QRectF(left, top, rect.right() - left, len(words) * px(20))
    top += paint_folded(painter, room, words, look.font(), look.colour(told.ink), px(20))
    below = QRectF(left, top, rect.right() - left, len(note) * px(18))
    paint_folded(painter, below, note, look.font("small"), look.colour(told.note_ink), px(18))


def _told(item: Told | Offered) -> Told:
    return item.told if isinstance(item, Offered) else item


def _folded(told: Told, look: Look, width: float, most: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    px = look.theme.px
    room = width - (px(_SIGN) if told.icon else 0)
    tail = text_width(told.tail, look.font("small")) + px(12) if told.tail else 0.0
    words = fold(told.title, look.font(), max(px(60), room - tail), most)
    return words, fold(told.note, look.font("small"), room, 2) if told.note else ()

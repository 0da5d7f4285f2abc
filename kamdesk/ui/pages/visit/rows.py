"""How the rows of a visit's preparation look: the lines of its checklist and what may come up in the talk."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from kamdesk.client.visit_records import CheckItem, PointKind, TalkPoint
from kamdesk.ui.look import Look
from kamdesk.ui.pages.visit.told_rows import Offered, paint_told, told_height
from kamdesk.ui.parts.badges import chip, chip_width, tick_box, unknown_badge
from kamdesk.ui.parts.folded import fold, paint_folded
from kamdesk.ui.parts.folded_rows import FoldedDelegate
from kamdesk.ui.parts.painters import RIGHT, paint_text, square, text_width


@dataclass(frozen=True, slots=True)
class Group:
    """The head of some checklist lines."""

    key: str
    title: str
    done: int
    total: int
    folded: bool


@dataclass(frozen=True, slots=True)
class Point:
    """A talking point with the name of whom to ask."""

    point: TalkPoint
    ask: str

    @property
    def key(self) -> str:
        """The point's."""
        return self.point.key

    @property
    def title(self) -> str:
        """For screen readers."""
        return f"{self.point.text} {self.point.answer}".strip()


class CheckDelegate(FoldedDelegate):
    """Box, ★ of a must-have, words, and at the right the remark: a chip while the line is open."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.theme.px(36), look.size("overhang"))

    def row_height(self, item: CheckItem | Group) -> int:
        """One line or more."""
        px = self.look.theme.px
        if isinstance(item, Group):
            return px(32)
        lines, below = self._folded(item)
        return max(self.height, len(lines) * px(19) + px(17) + (px(26) if below else 0))

    def _folded(self, item: CheckItem) -> tuple[tuple[str, ...], bool]:
        """The folded words, and whether the remark stands below them."""
        look, px = self.look, self.look.theme.px
        room = self.width - px(26) - (px(16) if item.must else 0)
        remark = self._remark_width(item)
        beside = room - remark - px(12) if remark else room
        if text_width(item.text, look.font()) <= beside:
            return (item.text,), False
        below = bool(remark) and remark > room * 0.34
        return fold(item.text, look.font(), room if below else beside, 3), below

    def _remark_width(self, item: CheckItem) -> float:
        if not item.remark:
            return 0.0
        wide = (
            text_width(item.remark, self.look.font("small")) if item.done else chip_width(item.remark, self.look, "x")
        )
        return min(wide + 1, self.width * 0.62)

    def draw(self, painter: QPainter, rect: QRectF, item: CheckItem | Group, *, selected: bool) -> None:
        """Paint a line or a group's head."""
        if isinstance(item, Group):
            self._draw_group(painter, rect, item)
            return
        look, px = self.look, self.look.theme.px
        lines, below = self._folded(item)
        ink = look.colour("muted" if item.done else "text")
        tall = len(lines) * px(19) + (px(26) if below else 0)
        top = rect.top() + (rect.height() - 1 - tall) / 2
        tick_box(painter, QRectF(rect.left(), top, px(16), px(19)), item.done, look)
        left = rect.left() + px(26)
        if item.must:
            star = square(QPointF(left + px(5), top + px(9.5)), px(11))
            look.icons.paint(painter, star, "star", "muted" if item.done else "warn")
            left += px(16)
        words = QRectF(left, top, rect.right() - left, tall)
        remark = self._remark_width(item)
        if remark and not below:
            words.setRight(words.right() - remark - px(12))
        paint_folded(painter, words, lines, look.font(), ink, px(19))
        if remark:
            row = QRectF(rect.right() - remark, top, remark, px(19))
            if below:
                row = QRectF(left, top + len(lines) * px(19) + px(4), remark, px(22))
            self._draw_remark(painter, row, item)

    def _draw_remark(self, painter: QPainter, rect: QRectF, item: CheckItem) -> None:
        look = self.look
        if item.done:
            paint_text(painter, rect, item.remark, look.font("small"), look.colour("muted"), RIGHT)
        else:
            chip(painter, rect, item.remark, look, "warn", "circle-alert")

    def _draw_group(self, painter: QPainter, rect: QRectF, group: Group) -> None:
        look, px = self.look, self.look.theme.px
        low = rect.adjusted(0, px(6), 0, -px(2))
        arrow = square(QPointF(low.left() + px(8), low.center().y()), px(14))
        look.icons.paint(painter, arrow, "chevron-right" if group.folded else "chevron-down", "muted")
        words = low.adjusted(px(26), 0, 0, 0)
        paint_text(painter, words, group.title, look.fonts.bold("small"), look.colour("text2"))
        full = group.done == group.total
        told = look.tr("{done} of {total}", done=group.done, total=group.total)
        paint_text(painter, low, told, look.font("small"), look.colour("ok" if full else "muted"), RIGHT)


class PointDelegate(FoldedDelegate):
    """What may come up, our answer and its proof; what we must learn has its "?" and whom to ask; what is offered."""

    def __init__(self, look: Look, kind: PointKind) -> None:
        super().__init__(look, look.theme.px(36), look.size("overhang"))
        self._kind = kind

    @property
    def _answered(self) -> bool:
        return self._kind in (PointKind.QUESTION, PointKind.DISPUTE)

    def _parts(self, item: Point) -> list[tuple[tuple[str, ...], str, str, str]]:
        """The lines of a row: (folded, font role, colour, icon)."""
        look, point = self.look, item.point
        tr, room = look.tr, self.width - self._indent()
        bold = look.fonts.bold() if self._answered else look.font()
        parts = [(fold(point.text, bold, room, 3), "bold" if self._answered else "body", self._ink(point), "")]
        if self._answered:
            if point.answer:
                parts.append((fold(point.answer, look.font(), room, 4), "body", "text2", ""))
            else:
                parts.append(((tr("No answer yet"),), "small", "warn", "circle-alert"))
            if point.proof:
                parts.append(((point.proof,), "small", "muted", "paperclip"))
        elif item.ask or point.answer:
            told = point.answer or tr("ask {name}", name=item.ask)
            parts.append((fold(told, look.font("small"), room, 2), "small", "muted", ""))
        return parts

    @staticmethod
    def _ink(point: TalkPoint) -> str:
        return "muted" if point.done else "text"

    def _indent(self) -> int:
        return 0 if self._answered else self.look.theme.px(28)

    def row_height(self, item: Point | Offered) -> int:
        """All its lines."""
        px = self.look.theme.px
        if isinstance(item, Offered):
            return max(self.height, told_height(item, self.look, self.width))
        high = sum(len(lines) * px(20 if role != "small" else 18) for lines, role, _, _ in self._parts(item))
        return max(self.height, high + px(18))

    def draw(self, painter: QPainter, rect: QRectF, item: Point | Offered, *, selected: bool) -> None:
        """Paint the lines, and the sign at the left of what is to be asked; what is offered stands in grey."""
        if isinstance(item, Offered):
            paint_told(painter, rect, item, self.look)
            return
        look, px = self.look, self.look.theme.px
        top = rect.top() + px(8)
        if not self._answered:
            sign = QRectF(rect.left(), top + px(1), px(18), px(18))
            if item.point.done:
                tick_box(painter, sign, True, look)
            elif self._kind is PointKind.LEARN:
                unknown_badge(painter, sign, look)
            else:
                look.icons.paint(painter, square(sign.center(), px(16)), "message-circle-question", "muted")
        for lines, role, ink, icon in self._parts(item):
            leading = px(18 if role == "small" else 20)
            left = rect.left() + self._indent()
            if icon:
                middle = QPointF(left + px(7), top + leading / 2)
                look.icons.paint(painter, square(middle, px(14)), icon, ink)
                left += px(20)
            font = look.fonts.bold() if role == "bold" else look.font(role)
            room = QRectF(left, top, rect.right() - left, len(lines) * leading)
            top += paint_folded(painter, room, lines, font, look.colour(ink), leading)

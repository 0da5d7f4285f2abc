"""How the lower rows of a visit's preparation look: points of the agenda with hour and minutes, and materials."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kamdesk.client.visit_papers import AgendaItem, Material
from kamdesk.ui.look import Look
from kamdesk.ui.parts.badges import tick_box
from kamdesk.ui.parts.folded import fold, paint_folded
from kamdesk.ui.parts.folded_rows import FoldedDelegate
from kamdesk.ui.parts.painters import RIGHT, paint_text, text_width

_CLOCK = 46  # px of the times


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A point of the agenda with the hour at which it begins, "" while that is unknown."""

    item: AgendaItem
    begins: str
    told: str  # its minutes

    @property
    def key(self) -> str:
        """The point's."""
        return self.item.key

    @property
    def title(self) -> str:
        """For screen readers."""
        return f"{self.begins} {self.item.text} {self.told} {self.item.person}".strip()


class AgendaDelegate(FoldedDelegate):
    """The hour, the point, who leads, and the minutes at the right."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.theme.px(36), look.size("overhang"))

    def _parts(self, item: AgendaRow) -> tuple[int, tuple[str, ...]]:
        px = self.look.theme.px
        clock = px(_CLOCK) if item.begins else 0
        tail = text_width(item.told, self.look.font("small")) + px(12) if item.told else 0.0
        return clock, fold(item.item.text, self.look.font(), self.width - clock - tail, 3)

    def row_height(self, item: AgendaRow) -> int:
        """Words and who leads."""
        px = self.look.theme.px
        lines = len(self._parts(item)[1]) * px(20) + (px(18) if item.item.person else 0)
        return max(self.height, lines + px(16))

    def draw(self, painter: QPainter, rect: QRectF, item: AgendaRow, *, selected: bool) -> None:
        """Paint the point."""
        look, px = self.look, self.look.theme.px
        clock, lines = self._parts(item)
        top = rect.top() + px(8)
        row = QRectF(rect.left(), top, rect.width(), px(20))
        paint_text(painter, row, item.begins, look.font("small", tabular=True), look.colour("muted"))
        ink = "text2" if item.told else "warn"
        paint_text(painter, row, item.told, look.font("small"), look.colour(ink), RIGHT)
        left = rect.left() + clock
        room = QRectF(left, top, rect.right() - left, len(lines) * px(20))
        top += paint_folded(painter, room, lines, look.font(), look.colour("text"), px(20))
        below = QRectF(left, top, rect.right() - left, px(18))
        paint_text(painter, below, item.item.person, look.font("small"), look.colour("muted"))


class MaterialDelegate(FoldedDelegate):
    """Box, words, and whether it stays there."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.theme.px(36), look.size("overhang"))

    def _tail(self, item: Material) -> str:
        return self.look.tr("stays there") if item.stays else self.look.tr("to show")

    def _lines(self, item: Material) -> tuple[str, ...]:
        px = self.look.theme.px
        tail = text_width(self._tail(item), self.look.font("small")) + px(12)
        return fold(item.text, self.look.font(), self.width - px(26) - tail, 3)

    def row_height(self, item: Material) -> int:
        """As many lines as it takes."""
        px = self.look.theme.px
        return max(self.height, len(self._lines(item)) * px(20) + px(16))

    def draw(self, painter: QPainter, rect: QRectF, item: Material, *, selected: bool) -> None:
        """Paint the material."""
        look, px = self.look, self.look.theme.px
        top = rect.top() + px(8)
        tick_box(painter, QRectF(rect.left(), top, px(16), px(20)), item.ready, look)
        row = QRectF(rect.left(), top, rect.width(), px(20))
        paint_text(painter, row, self._tail(item), look.font("small"), look.colour("muted"), RIGHT)
        lines = self._lines(item)
        room = QRectF(rect.left() + px(26), top, rect.width() - px(26), len(lines) * px(20))
        paint_folded(painter, room, lines, look.font(), look.colour("muted" if item.ready else "text"), px(20))

"""How the cells of the comparison look."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from kamdesk.client.tactics import ICONS, Tactic
from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.rows import (
    DOWN,
    LEVEL,
    NEED,
    TACTIC,
    UP,
    WANTS,
    WEIGHT,
    Cell,
    SheetModel,
    SheetRow,
    share_words,
    source_words,
    tactic_words,
)
from kamdesk.ui.parts import marks
from kamdesk.ui.parts.badges import chip, chip_width, unknown_badge
from kamdesk.ui.parts.folded import fold, paint_folded
from kamdesk.ui.parts.painters import RIGHT, paint_focus, paint_ground, paint_text, rounded, square, text_width
from kamdesk.ui.parts.rows import ITEM, Index

TONES = {
    Tactic.ATTACK: "soft",
    Tactic.NEUTRALISE_DIFFERENTIATE: "warn",
    Tactic.DEFEND: "warn",
    Tactic.SUPPORT: "ok",
    Tactic.HOLD: "neutral",
    Tactic.NEUTRALISE: "warn",
    Tactic.RAISE: "ok",
    Tactic.IGNORE: "neutral",
}
_MARKS = {UP: "triangle", DOWN: "triangle-down", LEVEL: "circle"}


def paint_mark(painter: QPainter, box: QRectF, mark: str, helps: bool, look: Look) -> None:
    """▲ better, ▼ worse, ● equal; green helps us, red does not."""
    ink = look.colour("muted" if mark == LEVEL else "ok" if helps else "bad")
    marks.mark(painter, box, _MARKS[mark], ink)


class SheetDelegate(QStyledItemDelegate):
    """Paints the ground of the row, the cell, and the ring where the keyboard is."""

    def __init__(self, look: Look, model: SheetModel) -> None:
        super().__init__()
        self.look, self._model = look, model
        self.asking = ""  # whom to ask for what a rival's cell does not say

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        """Paint one cell."""
        look, rect, view = self.look, QRectF(option.rect), option.widget
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        current = view.currentIndex() == index
        focused, hovered = view.has_keyboard(), view.hovered == index.row()
        name = self._model.columns[index.column()]
        painter.save()
        paint_ground(painter, rect, look, selected=selected, focused=focused, hovered=hovered, bar=name == NEED)
        if current and view.hasFocus():
            ring = rect.adjusted(1, 1, -1, -2)
            rounded(painter, ring, look.theme.radius("control"), look.colour("canvas"))
            paint_focus(painter, ring, look)
        painter.setClipRect(rect)
        self._draw(painter, self._inner(rect, name), index.data(ITEM), name, grip=selected or hovered)
        painter.restore()

    def _inner(self, rect: QRectF, name: str) -> QRectF:
        look, px = self.look, self.look.theme.px
        left = look.size("gutter_left") if name == NEED else px(10)
        right = look.size("gutter_right") if name == TACTIC and rect.width() > px(110) else px(8)
        return rect.adjusted(left, 0, -right, 0)

    def _draw(self, painter: QPainter, rect: QRectF, item: SheetRow, name: str, *, grip: bool) -> None:
        if name == NEED:
            self._lines(painter, rect, item.factor.name, 500, "text")
            if grip:
                px = self.look.theme.px
                place = square(QPointF(rect.left() - px(14), rect.center().y()), px(14))
                self.look.icons.paint(painter, place, "grip-vertical", "muted")
        elif name == WANTS:
            self._lines(painter, rect, item.factor.wants or "–", 400, "text2" if item.factor.wants else "muted")
        elif name == WEIGHT:
            self._weight(painter, rect, item)
        elif name == TACTIC:
            self._tactic(painter, rect, item)
        else:
            self._cell(painter, rect, item.cells[name], rival=name in self._model.rivals)

    def _lines(self, painter: QPainter, rect: QRectF, text: str, weight: int, colour: str) -> None:
        look = self.look
        font, leading = look.font("body", weight), look.theme.px(19)
        lines = fold(text, font, rect.width(), 2)
        top = rect.center().y() - len(lines) * leading / 2
        paint_folded(painter, rect.adjusted(0, top - rect.top(), 0, 0), lines, font, look.colour(colour), leading)

    def _weight(self, painter: QPainter, rect: QRectF, item: SheetRow) -> None:
        look, px = self.look, self.look.theme.px
        if item.factor.importance is None:
            unknown_badge(painter, square(QPointF(rect.left() + px(9), rect.center().y()), px(18)), look)
            return
        figure = QRectF(rect.left(), rect.center().y() - px(18), rect.width(), px(20))
        font = look.font("body", 500, tabular=True)
        paint_text(painter, figure, share_words(item.row), font, look.colour("text"))
        bar = QRectF(rect.left(), figure.bottom() + px(3), min(px(34), rect.width()), px(4))
        rounded(painter, bar, 2, look.colour("edge"))
        share = (item.row.share or 0.0) / item.most if item.most else 0.0
        if share > 0:
            rounded(painter, QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()), 2, look.colour("text2"))

    def _cell(self, painter: QPainter, rect: QRectF, cell: Cell, *, rival: bool) -> None:
        """Mark, value and score, and below them where that comes from."""
        look, px = self.look, self.look.theme.px
        upper = QRectF(rect.left(), rect.center().y() - px(21), rect.width(), px(22))
        lower = QRectF(rect.left(), upper.bottom(), rect.width(), px(18))
        small = look.font("small")
        if not cell.known:
            unknown_badge(painter, square(QPointF(rect.left() + px(9), upper.center().y()), px(18)), look)
            ask = look.tr("ask {name}", name=self.asking) if self.asking else look.tr("find out")
            ask = ask if rival else look.tr("fill in")
            paint_text(painter, lower, ask, small, look.colour("accent"))
            return
        left = rect.left()
        if cell.mark:
            box = square(QPointF(left + px(4), upper.center().y()), px(9))
            paint_mark(painter, box, cell.mark, cell.helps, look)
            left += px(15)
        value = cell.value or look.tr("score {score}", score=cell.score)
        right = self._score(painter, upper, cell, text_width(value, look.font("name", 500)) + left - rect.left())
        paint_text(
            painter,
            QRectF(left, upper.top(), right - left, upper.height()),
            value,
            look.font("name", 500),
            look.colour("text"),
        )
        left, ink = rect.left(), "muted"
        if cell.old:
            ink = "warn"
            look.icons.paint(painter, square(QPointF(left + px(6), lower.center().y()), px(12)), "clock-alert", ink)
            left += px(16)
        words = source_words(cell, look, self._model.today)
        paint_text(
            painter, QRectF(left, lower.top(), rect.right() - left, lower.height()), words, small, look.colour(ink)
        )

    def _score(self, painter: QPainter, rect: QRectF, cell: Cell, used: float) -> float:
        """The score at the right end unless the value needs the room; gives where the value must end."""
        look, px = self.look, self.look.theme.px
        side = px(18)
        if not cell.value or (used > rect.width() - side - px(4) and cell.score is not None):
            return rect.right()
        box = QRectF(rect.right() - side, rect.center().y() - side / 2, side, side)
        if cell.score is None:
            unknown_badge(painter, box, look)
        else:
            paint_text(painter, box, str(cell.score), look.font("small", tabular=True), look.colour("muted"), RIGHT)
        return box.left() - px(4)

    def _tactic(self, painter: QPainter, rect: QRectF, item: SheetRow) -> None:
        look, tactic = self.look, item.row.tactic
        if tactic is None:
            self._lines(painter, rect, tactic_words(item, look), 400, "muted")
            return
        words = look.tr(tactic.label)
        if chip_width(words, look, ICONS[tactic]) > rect.width() and rect.width() < look.theme.px(110):
            words = ""
        chip(painter, rect, words, look, TONES[tactic], ICONS[tactic])

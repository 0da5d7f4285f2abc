"""How the third column of a visit looks: the rungs of the concession ladder, and the tactics of the comparison."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from kamdesk.client.tactics import Tactic
from kamdesk.client.visit_records import Concession, Step
from kamdesk.ui.look import Look
from kamdesk.ui.parts.badges import chip
from kamdesk.ui.parts.folded import fold, paint_folded
from kamdesk.ui.parts.folded_rows import FoldedDelegate
from kamdesk.ui.parts.painters import RIGHT, paint_focus, paint_text, rounded, square, text_width
from kamdesk.ui.parts.rows import Index

_FURTHER_IN = 14  # px that each step of the ladder stands further in than the one before
TONES = {  # of a need's tactic, by its code; others are warnings
    Tactic.ATTACK.value: "soft",
    Tactic.RAISE.value: "soft",
    Tactic.SUPPORT.value: "soft",
    Tactic.HOLD.value: "neutral",
    Tactic.IGNORE.value: "neutral",
}


@dataclass(frozen=True, slots=True)
class RungRow:
    """A rung and how far in it stands; `item` is told where another item's ladder begins."""

    rung: Concession
    depth: int
    item: str
    beyond: bool = False  # further than the rep may go alone

    @property
    def key(self) -> str:
        """The rung's."""
        return self.rung.key

    @property
    def title(self) -> str:
        """For screen readers."""
        return f"{self.rung.offer} {self.rung.unit} {self.rung.against}".strip()


@dataclass(frozen=True, slots=True)
class TacticRow:
    """What to do about a need, a rival or a person; the key leads there."""

    key: str
    label: str  # the tactic
    icon: str
    tone: str
    title: str  # what it is about
    words: str = ""  # what we do, or what we offer
    tail: str = ""  # that it was accepted, that it is in the plan


class RungDelegate(FoldedDelegate):
    """The concession ladder: every step stands further in, and only the floor is red, with a lock."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.theme.px(72), look.size("overhang"))
        self._focused = self._hovered = False

    def _room(self, item: RungRow) -> float:
        return self.width - item.depth * self.look.theme.px(_FURTHER_IN) - self.look.theme.px(28)

    def _against(self, item: RungRow) -> tuple[str, ...]:
        told = item.rung.against
        if not told:
            return (self.look.tr("Asks nothing in return"),)
        words = told if item.rung.step is Step.OPEN else self.look.tr("For: {what}", what=told)
        return fold(words, self.look.font(), self._room(item), 3)

    def row_height(self, item: RungRow) -> int:
        """The card and the gap below it."""
        px = self.look.theme.px
        return px(52) + len(self._against(item)) * px(20) + (px(24) if item.item else 0)

    def ground(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, *, selected: bool) -> None:
        """The cards have their own ground."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Remember whether the keyboard is here."""
        view = option.widget
        self._focused = isinstance(view, QAbstractItemView) and view.hasFocus()
        self._hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        super().paint(painter, option, index)

    def draw(self, painter: QPainter, rect: QRectF, item: RungRow, *, selected: bool) -> None:
        """Paint one card."""
        look, px = self.look, self.look.theme.px
        if item.item:
            paint_text(
                painter,
                QRectF(rect.left(), rect.top(), rect.width(), px(20)),
                item.item,
                look.font("small"),
                look.colour("text2"),
            )
            rect = rect.adjusted(0, px(24), 0, 0)
        floor = item.rung.step is Step.FLOOR
        box = rect.adjusted(item.depth * px(_FURTHER_IN), 0, 0, -px(7))
        ink = look.colour("bad" if floor else "edge")
        fill = look.colour("bad_soft" if floor else "hover" if self._hovered else "canvas")
        rounded(painter, box, look.theme.radius("control"), fill, QPen(ink, 1))
        bar = QRectF(box.left(), box.top(), px(6), box.height())
        painter.save()
        painter.setClipRect(QRectF(bar.left(), bar.top(), px(3), bar.height()))
        rounded(painter, bar, look.theme.radius("badge"), look.colour("bad" if floor else "accent"))
        painter.restore()
        self._draw_words(painter, box.adjusted(px(14), px(8), -px(12), -px(8)), item)
        if selected:
            paint_focus(painter, box, look, look.theme.radius("control"), "accent" if self._focused else "field")

    def _draw_words(self, painter: QPainter, inner: QRectF, item: RungRow) -> None:
        look, px, rung = self.look, self.look.theme.px, item.rung
        upper = QRectF(inner.left(), inner.top(), inner.width(), px(26))
        name = look.tr(rung.step.label) if rung.step else look.tr("Step")
        used = paint_text(painter, upper, name, look.font(), look.colour("text"))
        if rung.step is Step.FLOOR:
            middle = QPointF(upper.left() + used + px(15), upper.center().y())
            look.icons.paint(painter, square(middle, px(14)), "lock", "bad")
            used += px(24)
        if item.beyond:
            middle = QPointF(upper.left() + used + px(15), upper.center().y())
            look.icons.paint(painter, square(middle, px(14)), "shield-alert", "warn")
            used += px(24)
        unit = text_width(rung.unit, look.font("small")) + px(6) if rung.unit else 0.0
        paint_text(painter, upper, rung.unit, look.font("small"), look.colour("text2"), RIGHT)
        room = upper.adjusted(used + px(10), 0, -unit, 0)
        paint_text(painter, room, rung.offer, look.font("aim"), look.colour("text"), RIGHT)
        lower = QRectF(inner.left(), upper.bottom() + px(1), inner.width(), px(60))
        ink = "text2" if rung.against else "warn"
        paint_folded(painter, lower, self._against(item), look.font(), look.colour(ink), px(20))


class TacticDelegate(FoldedDelegate):
    """A chip with the tactic and what it is for, over what we do."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.theme.px(36), look.size("overhang"))

    def _words(self, item: TacticRow) -> tuple[str, ...]:
        return fold(item.words, self.look.font("small"), self.width, 2) if item.words else ()

    def row_height(self, item: TacticRow) -> int:
        """One line and those of the words below it."""
        return self.look.theme.px(36) + len(self._words(item)) * self.look.theme.px(18)

    def draw(self, painter: QPainter, rect: QRectF, item: TacticRow, *, selected: bool) -> None:
        """Paint the row."""
        look, px = self.look, self.look.theme.px
        words = self._words(item)
        upper = QRectF(rect.left(), rect.top(), rect.width(), px(36) if words else rect.height())
        used = chip(painter, upper.adjusted(0, 0, -upper.width() * 0.4, 0), item.label, look, item.tone, item.icon)
        paint_text(painter, upper, item.tail, look.font("small"), look.colour("muted"), RIGHT)
        end = text_width(item.tail, look.font("small")) + px(10) if item.tail else 0.0
        paint_text(painter, upper.adjusted(used + px(10), 0, -end, 0), item.title, look.font(), look.colour("text"))
        lower = QRectF(rect.left(), upper.bottom() - px(5), rect.width(), rect.height() - upper.height())
        paint_folded(painter, lower, words, look.font("small"), look.colour("text2"), px(18))

"""The weighted sums under the columns of the sheet, and what its marks mean."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kamdesk.client.comparing import Comparison
from kamdesk.client.units import tell_decimal
from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.cells import DOWN, NEED, UP, US, WEIGHT
from kamdesk.ui.pages.rivals.paint import paint_mark
from kamdesk.ui.pages.rivals.sheet import SheetView
from kamdesk.ui.parts.painters import RIGHT, paint_text, square, text_width

_WHY = 20  # px at 100 % text for the sentence below the sums


class SumRow(QWidget):
    """Shown only when asked for: nothing is decided on totals alone, and the row says why."""

    def __init__(self, look: Look, view: SheetView) -> None:
        super().__init__()
        self.look, self._view = look, view
        self._sheet: Comparison | None = None
        self._why = look.tr(
            "Totals never decide: a lead on what hardly matters hides a gap on what does. Tactics go need by need."
        )
        self.setFixedHeight(look.size("row") + look.theme.px(_WHY))
        self.hide()
        view.horizontalHeader().sectionResized.connect(self._repaint)
        view.horizontalScrollBar().valueChanged.connect(self._repaint)

    def _repaint(self) -> None:
        self.update()

    def show_totals(self, sheet: Comparison) -> None:
        """Show these totals."""
        self._sheet = sheet
        told = [self._told(name) for name in self._view.rows.columns if self._total(name)[0]]
        self.setAccessibleName(", ".join([self.look.tr("Weighted sum"), *told, self._why]))
        self.setToolTip(self._why)
        self.update()

    def _total(self, name: str) -> tuple[bool, float | None]:
        if self._sheet is None or not (name == US or name in self._sheet.totals):
            return False, None
        return True, self._sheet.total if name == US else self._sheet.totals[name]

    def _told(self, name: str) -> str:
        value = self._total(name)[1]
        if value is not None:
            return tell_decimal(value, 2)
        missing = self._sheet.missing.get("" if name == US else name, 0) if self._sheet else 0
        return self.look.trn("{n} unknown", "{n} unknown", missing)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sums under their columns, and below them why they do not decide."""
        look, px, view = self.look, self.look.theme.px, self._view
        painter = QPainter(self)
        high = look.size("row")
        between = QRectF(view.held_left(), 0, view.viewport().width() - view.held_left() - view.held_right(), high)
        for at, name in enumerate(view.rows.columns):
            left = view.left_of(at)
            room = QRectF(left + px(10), 0, view.columnWidth(at) - px(18), high)
            if name == NEED:
                room.setLeft(left + look.size("gutter_left"))
                paint_text(painter, room, look.tr("Weighted sum"), look.font("small"), look.colour("text2"))
            elif self._total(name)[0]:
                painter.setClipRect(between)
                known = self._total(name)[1] is not None
                font = look.font("name", 500, tabular=True) if known else look.font("small")
                paint_text(painter, room, self._told(name), font, look.colour("text" if known else "muted"))
                painter.setClipping(False)
            elif name == WEIGHT and self._sheet is not None:
                paint_text(painter, room, "100 %", look.font("small"), look.colour("muted"))
        gutter = look.size("gutter_left")
        below = QRectF(gutter, high - px(6), self.width() - gutter - look.size("gutter_right"), px(_WHY))
        paint_text(painter, below, self._why, look.font("small"), look.colour("muted"))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), look.colour("line"))
        painter.end()


class MarkKey(QWidget):
    """What the marks mean."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        whole = look.tr("worse: a rival against us, we against the best rival; green helps us")
        self._whole = (look.tr("better"), whole)
        self._short = (look.tr("better"), look.tr("worse"))
        self.setAccessibleName(", ".join(self._whole))
        self.setToolTip(self.accessibleName())
        self.setMinimumHeight(look.size("row"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks with their words, from the right; the short words where there is little room."""
        look, px = self.look, self.look.theme.px
        painter, small = QPainter(self), look.font("small")
        right, middle = float(self.width()), self.height() / 2
        needed = sum(text_width(words, small) + px(27) for words in self._whole)
        shown = self._whole if needed <= right else self._short
        for mark, words in zip((DOWN, UP), shown[::-1], strict=True):
            wide = text_width(words, small) + 1
            paint_text(painter, QRectF(right - wide, 0, wide, self.height()), words, small, look.colour("text2"), RIGHT)
            box = square(QPointF(right - wide - px(9), middle), px(9))
            paint_mark(painter, box, mark, mark == UP, look)
            right -= wide + px(26)
        painter.end()

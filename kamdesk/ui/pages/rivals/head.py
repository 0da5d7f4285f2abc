"""The head of the sheet: quiet words, and the line and mark each side has in every chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.cells import NEED, US
from kamdesk.ui.pages.rivals.rows import SheetModel
from kamdesk.ui.pages.rivals.widths import widths
from kamdesk.ui.parts import marks
from kamdesk.ui.parts.painters import paint_text, square, text_width
from kamdesk.ui.theme import tokens

if TYPE_CHECKING:
    from kamdesk.ui.pages.rivals.frozen import FrozenTable

_SERIES = ("rival_a", "rival_b", "rival_c")


class SheetHead(QWidget):
    """Stays in sight while the rows scroll; a press on a rival's head asks for its menu."""

    asked = Signal(str, QPointF)  # key of the rival, place on the screen

    def __init__(self, look: Look, model: SheetModel, table: FrozenTable) -> None:
        super().__init__()
        self.look, self._rows, self._table = look, model, table
        self.setFixedHeight(look.theme.px(34))
        table.horizontalHeader().sectionResized.connect(self._repaint)
        table.horizontalScrollBar().valueChanged.connect(self._repaint)

    def _repaint(self) -> None:
        self.update()

    def share_out(self, room: int) -> None:
        """Give `room` px to the columns."""
        header = self._table.horizontalHeader()
        for at, width in enumerate(widths(self._rows, self.look, room)):
            if header.sectionSize(at) != width:
                header.resizeSection(at, width)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for a rival's menu."""
        at = self._table.column_seen_at(event.position().toPoint().x())
        name = self._rows.columns[at] if 0 <= at < len(self._rows.columns) else ""
        if name in self._rows.rivals:
            self.asked.emit(name, event.globalPosition())

    def ask_for(self, name: str) -> None:
        """Ask for a rival's menu below its head."""
        if name in self._rows.rivals:
            place = QPoint(self._table.left_of(self._rows.columns.index(name)), self.height())
            self.asked.emit(name, QPointF(self.mapToGlobal(place)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the heads, those of the columns that stay over the others."""
        painter, table = QPainter(self), self._table
        order = sorted(range(len(self._rows.columns)), key=table.is_held)
        for at in order:
            rect = QRect(table.left_of(at), 0, table.columnWidth(at), self.height())
            if rect.intersects(event.rect()):
                self._paint_one(painter, rect, at)
        end = table.viewport().width()
        rest = QRectF(end, 0, self.width() - end, self.height())
        painter.fillRect(rest, self.look.colour("canvas"))
        painter.fillRect(rest.adjusted(0, rest.height() - 2, 0, -1), self.look.colour("edge"))
        painter.end()

    def _paint_one(self, painter: QPainter, rect: QRect, at: int) -> None:
        """Paint the words of a column, with the mark of its series."""
        look, px = self.look, self.look.theme.px
        area, name = QRectF(rect), self._rows.columns[at]
        painter.save()
        painter.fillRect(area, look.colour("canvas"))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), look.colour("edge"))
        left = area.left() + (look.size("gutter_left") if name == NEED else px(10))
        if name == US or name in self._rows.rivals:
            order = list(self._rows.rivals)
            series = "us" if name == US else _SERIES[min(order.index(name), len(_SERIES) - 1)]
            self._sample(painter, QPointF(left, area.center().y()), series)
            left += px(28)
        words = self._rows.heading(name)
        room = QRectF(left, area.top(), area.right() - px(6) - left, area.height())
        small = look.font("small")
        is_rival = name in self._rows.rivals
        if is_rival:
            room.setRight(room.right() - px(12))
        paint_text(painter, room, words, small, look.colour("text2"))
        if is_rival:
            end = min(left + text_width(words, small) + px(10), area.right() - px(8))
            look.icons.paint(painter, square(QPointF(end, area.center().y()), px(12)), "chevron-down", "muted")
        painter.restore()

    def _sample(self, painter: QPainter, place: QPointF, series: str) -> None:
        style, px = tokens()["series"][series], self.look.theme.px
        ink = self.look.colour(style["colour"])
        pen = QPen(ink, style["line"])
        if style["dash"]:
            pen.setDashPattern([length / style["line"] for length in style["dash"]])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.drawLine(place, place + QPointF(px(20), 0))
        marks.mark(painter, square(place + QPointF(px(10), 0), px(9)), style["mark"], ink, filled=style["filled"])

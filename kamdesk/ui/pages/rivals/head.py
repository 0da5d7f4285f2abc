"""The head of the sheet: quiet words, and the line and mark each side has in every chart."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView

from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.rows import NEED, TACTIC, US, WANTS, WEIGHT, SheetModel
from kamdesk.ui.parts import marks
from kamdesk.ui.parts.painters import paint_text, square, text_width
from kamdesk.ui.theme import tokens

_SERIES = ("rival_a", "rival_b", "rival_c")
_SHARES = {NEED: 1.0, WANTS: 0.7, US: 1.0}  # of the room that is left over; a rival takes 1.0
_LEAST = {NEED: 104, WEIGHT: 52, WANTS: 76, US: 94, TACTIC: 62}
_USUAL = {NEED: 142, WEIGHT: 62, WANTS: 100, US: 122, TACTIC: 168}
_RIVAL_LEAST, _RIVAL_USUAL = 94, 130


class SheetHead(QHeaderView):
    """Gives the columns their widths; a press on a rival's head asks for its menu."""

    asked = Signal(str, QPointF)  # key of the rival, place on the screen

    def __init__(self, look: Look, model: SheetModel) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.look, self._rows = look, model
        self.setFixedHeight(look.theme.px(34))
        self.setMinimumSectionSize(look.theme.px(40))
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def share_out(self, room: int) -> None:
        """Give `room` px to the columns: the usual widths and more, or the least, then it scrolls."""
        px, columns = self.look.theme.px, self._rows.columns
        usual = [px(_USUAL.get(name, _RIVAL_USUAL)) for name in columns]
        least = [max(px(_LEAST.get(name, _RIVAL_LEAST)), self._words_need(name)) for name in columns]
        extra = self.look.size("gutter_left") - px(10)
        usual[0], least[0] = usual[0] + extra, least[0] + extra
        if sum(usual) <= room:
            parts = [_SHARES.get(name, 1.0 if name in self._rows.rivals else 0.0) for name in columns]
            spare = room - sum(usual)
            widths = [round(width + spare * part / sum(parts)) for width, part in zip(usual, parts, strict=True)]
        else:
            give = sum(usual) - sum(least)
            need = min(give, sum(usual) - room)
            widths = [
                round(width - need * (width - low) / give) if give else width
                for width, low in zip(usual, least, strict=True)
            ]
        rest = room - sum(widths)
        if abs(rest) < len(widths) * 2:
            widths[-1] += rest  # what rounding left over
        for at, width in enumerate(widths):
            self.resizeSection(at, width)

    def sizeHint(self) -> QSize:
        """The height of the head."""
        return QSize(super().sizeHint().width(), self.look.theme.px(34))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for a rival's menu."""
        super().mouseReleaseEvent(event)
        at = self.logicalIndexAt(event.position().toPoint())
        name = self._rows.columns[at] if 0 <= at < len(self._rows.columns) else ""
        if name in self._rows.rivals:
            self.asked.emit(name, event.globalPosition())

    def paintSection(self, painter: QPainter, rect: QRect, at: int) -> None:
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
        words = str(self._rows.headerData(at, Qt.Orientation.Horizontal) or "")
        room = QRectF(left, area.top(), area.right() - px(6) - left, area.height())
        small = look.font("small")
        paint_text(painter, room, words, small, look.colour("text2"))
        if name in self._rows.rivals:
            end = min(left + text_width(words, small) + px(10), area.right() - px(8))
            look.icons.paint(painter, square(QPointF(end, area.center().y()), px(12)), "chevron-down", "muted")
        painter.restore()

    def _words_need(self, name: str) -> int:
        """The room of the words of a narrow column, which are ours and never cut."""
        if name not in (WEIGHT, WANTS):
            return 0
        words = self._rows.headerData(self._rows.columns.index(name), Qt.Orientation.Horizontal)
        return round(text_width(str(words or ""), self.look.font("small"))) + self.look.theme.px(18)

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

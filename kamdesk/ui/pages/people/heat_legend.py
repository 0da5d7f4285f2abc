"""The key of the heat map: what the marks before the names say of us and the rival."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kamdesk.client.account import LeadWord
from kamdesk.ui.look import Look
from kamdesk.ui.pages.people.heat_chip import MARKS
from kamdesk.ui.parts.marks import mark
from kamdesk.ui.parts.painters import paint_text, square, text_width


class HeatLegend(QWidget):
    """One line: mark and words, again and again."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._entries: tuple[tuple[LeadWord | None, str], ...] = ()
        self._rival = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look.theme.px(24))
        self.show_counts(0, 0)

    def show_rival(self, rival: str) -> None:
        """Name the rival we are compared with."""
        self._rival = rival or self.look.tr("the rival")

    def show_counts(self, ahead: int, behind: int) -> None:
        """Say how many stand nearer to us, how many nearer to the rival."""
        tr, rival = self.look.tr, self._rival
        self._entries = (
            (LeadWord.AHEAD, tr("nearer to us: {n}", n=ahead)),
            (LeadWord.LEVEL, tr("between the two")),
            (LeadWord.BEHIND, tr("nearer to {rival}: {n}", rival=rival, n=behind)),
            (None, tr("not compared")),
        )
        self.setAccessibleName("; ".join(words for _, words in self._entries))
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(320, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line; what does not fit is left out at its end."""
        look, px, painter = self.look, self.look.theme.px, QPainter(self)
        font, left, middle = look.font("small"), 0.0, self.height() / 2
        for word, words in self._entries:
            wide = text_width(words, font) + px(18)
            if left + wide > self.width():
                break
            shape, ink = MARKS[word]
            mark(painter, square(QPointF(left + px(6), middle), px(9)), shape, look.colour(ink))
            room = QRectF(left + px(18), 0, wide - px(18) + 1, self.height())
            paint_text(painter, room, words, font, look.colour("text2"))
            left += wide + px(20)
        painter.end()

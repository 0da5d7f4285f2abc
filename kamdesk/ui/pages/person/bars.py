"""How a person stands on the six dimensions: bars with the rival's level as a diamond, what is not proven hatched."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy

from kamdesk.client.account import Person
from kamdesk.client.units import tell_known
from kamdesk.client.weigh_records import Dimension
from kamdesk.ui.look import Look
from kamdesk.ui.parts.figures import Figure
from kamdesk.ui.parts.marks import mark
from kamdesk.ui.parts.painters import RIGHT, paint_text, rounded, square

_LINE = 27


class WeighBars(Figure):
    """The six levels that count, and a line that explains them."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 1, look.theme.px(_LINE) * (len(Dimension) + 1))
        self.setMinimumWidth(0)
        self.setMaximumWidth(16_777_215)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._person: Person | None = None
        self._rival = ""

    def show_person(self, person: Person, rival: str = "") -> None:
        """Show how this person stands, against a rival called so."""
        self._person, self._rival = person, rival
        told, unknown = [], self.look.tr("Unknown")
        for dimension in Dimension:
            level = person.weighed.counted[dimension].counted if person.weighed else None
            told.append(f"{self.look.tr(dimension.label)}: {level or unknown}")
        self.setAccessibleName("; ".join(told))
        self.update()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the six lines and the one below."""
        if self._person is None or self._person.weighed is None:
            return
        high = self.look.theme.px(_LINE)
        for at, dimension in enumerate(Dimension):
            self._draw_line(painter, QRectF(rect.left(), at * high, rect.width(), high), dimension)
        self._draw_key(painter, QRectF(rect.left(), len(Dimension) * high, rect.width(), high))

    def _words(self) -> int:
        return self.look.theme.px(84 if self.look.words.chinese else 92)

    def _draw_line(self, painter: QPainter, rect: QRectF, dimension: Dimension) -> None:
        look, px, person = self.look, self.look.theme.px, self._person
        assert person is not None
        assert person.weighed is not None
        counted = person.weighed.counted[dimension]
        words = self._words()
        label = QRectF(rect.left(), rect.top(), words, rect.height())
        paint_text(painter, label, look.tr(dimension.label), look.font("small"), look.colour("text2"))
        long = max(30.0, rect.width() - words - px(112 if look.words.chinese else 132))
        ground = QRectF(rect.left() + words, rect.center().y() - px(3), long, px(6))
        rounded(painter, ground, px(3), look.colour("edge"))
        self._fill(painter, ground, counted.entered, counted.counted)
        theirs = person.rival.counted[dimension].counted if person.rival else None
        if theirs:
            middle = QPointF(ground.left() + _share(theirs) * long, rect.center().y())
            mark(painter, square(middle, px(10)), "diamond", look.colour("rival"))
        figure = QRectF(ground.right() + px(10), rect.top(), px(20), rect.height())
        told = str(counted.counted) if counted.counted else "?"
        paint_text(painter, figure, told, look.font("body", 500), look.colour("text" if counted.counted else "muted"))
        if counted.chip:
            paint_text(painter, rect, look.tell(counted.chip), look.font("small"), look.colour("warn"), RIGHT)

    def _fill(self, painter: QPainter, ground: QRectF, entered: int | None, counts: int | None) -> None:
        look, radius = self.look, ground.height() / 2
        if entered and counts and entered > counts:
            wide = QRectF(ground.left(), ground.top(), ground.width() * _share(entered), ground.height())
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(look.colour("warn"), 1))
            painter.setBrush(QBrush(look.colour("warn"), Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(wide, radius, radius)
            painter.restore()
        if counts:
            filled = QRectF(ground.left(), ground.top(), ground.width() * _share(counts), ground.height())
            rounded(painter, filled, radius, look.colour("accent"))

    def _draw_key(self, painter: QPainter, rect: QRectF) -> None:
        """What bar and diamond stand for, with both scores."""
        look, px, person = self.look, self.look.theme.px, self._person
        assert person is not None
        small, ink, left = look.font("small"), look.colour("muted"), rect.left() + self._words()
        rounded(painter, QRectF(left, rect.center().y() - px(3), px(18), px(6)), px(3), look.colour("accent"))
        ours = tell_known(person.score, 1)
        room = QRectF(left + px(24), rect.top(), rect.right() - left - px(24), rect.height())
        used = paint_text(painter, room, look.tr("us {score}", score=ours), small, ink)
        if person.rival is None or not self._rival:
            return
        room.setLeft(room.left() + used + px(14))
        mark(painter, square(QPointF(room.left() + px(5), rect.center().y()), px(10)), "diamond", look.colour("rival"))
        theirs = tell_known(person.rival_score, 1)
        paint_text(painter, room.adjusted(px(16), 0, 0, 0), f"{self._rival} {theirs}", small, ink)


def _share(level: int) -> float:
    return level / 5

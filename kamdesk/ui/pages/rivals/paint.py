"""How the cells of the comparison look."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from kamdesk.client.tactics import ICONS, Tactic
from kamdesk.client.units import tell_day
from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.cells import DOWN, LEVEL, NEED, TACTIC, UP, WANTS, WEIGHT, Cell, SheetRow
from kamdesk.ui.pages.rivals.rows import SheetModel
from kamdesk.ui.pages.rivals.told import share_words, source_words, tactic_words
from kamdesk.ui.parts import marks
from kamdesk.ui.parts.badges import chip, chip_width, unknown_badge
from kamdesk.ui.parts.folded import fold, paint_folded
from kamdesk.ui.parts.painters import CENTRE, RIGHT, paint_text, rounded, square, text_width
from kamdesk.ui.parts.portraits import initial

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
_NARROW = 70  # px at 100 % text: in a narrower column a tactic is its icon
_MOST_FACES = 4  # initials of people beside a need


def paint_mark(painter: QPainter, box: QRectF, mark: str, helps: bool, look: Look) -> None:
    """▲ better, ▼ worse, ● equal; green helps us, red does not."""
    ink = look.colour("muted" if mark == LEVEL else "ok" if helps else "bad")
    marks.mark(painter, box, _MARKS[mark], ink)


class CellPainter:
    """Paints what stands in a cell, inside the cell's rectangle."""

    def __init__(self, look: Look, model: SheetModel) -> None:
        self.look, self._model = look, model
        self.asking = ""  # whom to ask for what a rival's cell does not say

    def paint(self, painter: QPainter, rect: QRectF, item: SheetRow, name: str, *, telling: bool) -> None:
        """Paint a cell; with `telling` also what the current row has more."""
        if name in item.tried:
            self._tried(painter, rect)
        self._draw(painter, self._inner(rect, name), item, name, grip=telling)

    def _tried(self, painter: QPainter, rect: QRectF) -> None:
        """A dashed frame: what if it were so."""
        pen = QPen(self.look.colour("warn"), 1.5)
        pen.setDashPattern([3.0, 2.0])
        rounded(painter, rect.adjusted(3, 3, -3, -4), self.look.theme.radius("control"), None, pen)

    def _inner(self, rect: QRectF, name: str) -> QRectF:
        look, px = self.look, self.look.theme.px
        left = look.size("gutter_left") if name == NEED else px(10)
        right = look.size("gutter_right") if name == TACTIC and rect.width() > px(110) else px(8)
        return rect.adjusted(left, 0, -right, 0)

    def _draw(self, painter: QPainter, rect: QRectF, item: SheetRow, name: str, *, grip: bool) -> None:
        if name == NEED:
            self._need(painter, rect, item, grip=grip)
        elif name == WANTS:
            self._lines(painter, rect, item.factor.wants or "–", 400, "text2" if item.factor.wants else "muted")
        elif name == WEIGHT:
            self._weight(painter, rect, item)
        elif name == TACTIC:
            self._tactic(painter, rect, item)
        else:
            self._cell(painter, rect, item.cells[name], rival=name in self._model.rivals, telling=grip)

    def _need(self, painter: QPainter, rect: QRectF, item: SheetRow, *, grip: bool) -> None:
        """The need's name, and below it the people who care for it."""
        px = self.look.theme.px
        if grip:
            place = square(QPointF(rect.left() - px(14), rect.center().y()), px(14))
            self.look.icons.paint(painter, place, "grip-vertical", "muted")
        ink = "text" if item.factor.importance is not None or not self._model.through_eyes else "muted"
        if not item.carers:
            self._lines(painter, rect, item.factor.name, 500, ink)
            return
        upper = QRectF(rect.left(), rect.center().y() - px(21), rect.width(), px(22))
        paint_text(painter, upper, item.factor.name, self.look.font("body", 500), self.look.colour(ink))
        lower = QRectF(rect.left(), upper.bottom() + px(1), rect.width(), px(17))
        self._faces(painter, lower, [contact.name for contact in item.carers])

    def _faces(self, painter: QPainter, rect: QRectF, names: list[str]) -> None:
        """The initials of people on small discs; of one person the name as well."""
        look, px = self.look, self.look.theme.px
        left, side = rect.left(), float(px(16))
        for name in names[:_MOST_FACES]:
            disc = QRectF(left, rect.top(), side, side)
            rounded(painter, disc, side / 2, look.colour("neutral_soft"))
            paint_text(painter, disc, initial(name), look.fonts.sized(7.0, 500), look.colour("text2"), CENTRE)
            left += side + px(3)
        rest = names[0] if len(names) == 1 else f"+{len(names) - _MOST_FACES}" if len(names) > _MOST_FACES else ""
        room = QRectF(left + px(2), rect.top(), rect.right() - left - px(2), side)
        paint_text(painter, room, rest, look.font("small"), look.colour("muted"))

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

    def _cell(self, painter: QPainter, rect: QRectF, cell: Cell, *, rival: bool, telling: bool) -> None:
        """Mark, value and score, and below them where that comes from."""
        look, px = self.look, self.look.theme.px
        upper = QRectF(rect.left(), rect.center().y() - px(21), rect.width(), px(22))
        lower = QRectF(rect.left(), upper.bottom(), rect.width(), px(18))
        if not cell.known:
            unknown_badge(painter, square(QPointF(rect.left() + px(9), upper.center().y()), px(18)), look)
            ask = look.tr("ask {name}", name=self.asking) if self.asking else look.tr("find out")
            ask = ask if rival else look.tr("fill in")
            paint_text(painter, lower, ask, look.font("small"), look.colour("accent"))
            return
        left = rect.left()
        if cell.mark:
            box = square(QPointF(left + px(4), upper.center().y()), px(9))
            paint_mark(painter, box, cell.mark, cell.helps, look)
            left += px(15)
        value, name = cell.value or look.tr("score {score}", score=cell.score), look.font("name", 500)
        right = self._score(painter, upper, cell, text_width(value, name) + left - rect.left())
        room = QRectF(left, upper.top(), right - left, upper.height())
        paint_text(painter, room, value, name, look.colour("text"))
        self._source(painter, lower, cell, telling=telling)

    def _source(self, painter: QPainter, rect: QRectF, cell: Cell, *, telling: bool) -> None:
        """Where it comes from; a clock when that is old; in the current row also whether it may be told outside."""
        look, px = self.look, self.look.theme.px
        ink = "warn" if cell.old or not cell.source else "muted"
        room = QRectF(rect)
        if cell.old:
            look.icons.paint(
                painter, square(QPointF(room.left() + px(6), room.center().y()), px(12)), "clock-alert", ink
            )
            room.setLeft(room.left() + px(16))
        used = self._source_and_day(painter, room, cell, look.colour(ink))
        if telling and cell.tellable and used + px(17) <= room.width():
            place = square(QPointF(room.left() + used + px(11), room.center().y()), px(12))
            look.icons.paint(painter, place, "external-link", "muted")

    def _source_and_day(self, painter: QPainter, room: QRectF, cell: Cell, ink: QColor) -> float:
        """The day is never cut: the source gives way to it."""
        small, whole = self.look.font("small"), source_words(cell, self.look, self._model.today)
        if cell.day is None or text_width(whole, small) <= room.width():
            return paint_text(painter, room, whole, small, ink)
        day = tell_day(cell.day, self.look.words, self._model.today)
        wide = text_width(day, small)
        paint_text(painter, room, day, small, ink, RIGHT)
        source = cell.source or self.look.tr("no source yet")
        paint_text(painter, room.adjusted(0, 0, -wide - self.look.theme.px(5), 0), source, small, ink)
        return room.width()

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
        if tactic is None and rect.width() < look.theme.px(_NARROW):
            unknown_badge(painter, square(QPointF(rect.left() + look.theme.px(9), rect.center().y()), 18), look)
            return
        if tactic is None:
            self._lines(painter, rect, tactic_words(item, look), 400, "muted")
            return
        words = look.tr(tactic.label)
        if chip_width(words, look, ICONS[tactic]) > rect.width() and rect.width() < look.theme.px(_NARROW):
            words = ""
        chip(painter, rect, words, look, TONES[tactic], ICONS[tactic])

"""The rows of Today's panel: later visits, clients that cool down, what happened meanwhile, the weeks as squares."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from kamdesk.client.company import Grade
from kamdesk.client.cooling import Cooling
from kamdesk.client.missed import Missed
from kamdesk.client.today import Coming, Week
from kamdesk.client.units import tell_decimal
from kamdesk.ui.look import Look
from kamdesk.ui.pages.visit.words import day_words
from kamdesk.ui.parts.badges import grade_badge
from kamdesk.ui.parts.figures import Figure
from kamdesk.ui.parts.marks import ring, spark
from kamdesk.ui.parts.painters import RIGHT, left_square, paint_ground, paint_text, rounded, square
from kamdesk.ui.parts.portraits import logo_tile
from kamdesk.ui.parts.rows import RowDelegate

_SQUARES = 6  # of a week; more are told by their number
_BESIDE = 260  # px, from which on a day stands beside its time


class SideDelegate(RowDelegate):
    """A row of the panel that knows the day."""

    def __init__(self, look: Look, height: int) -> None:
        super().__init__(look, look.theme.px(height), look.size("overhang"))
        self.today = date.today()


class ComingDelegate(SideDelegate):
    """Day, time, client with the objective below, how far it is prepared."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 52)
        self.overlapping: frozenset[str] = frozenset()  # keys of visits that meet another one
        self.first_of_day: frozenset[str] = frozenset()

    def draw(self, painter: QPainter, rect: QRectF, item: Coming, *, selected: bool) -> None:
        """Paint a visit."""
        look, px, visit = self.look, self.look.theme.px, item.visit
        warned = visit.key in self.overlapping
        left, end = self._draw_when(painter, rect, item, warned=warned), self._draw_ring(painter, rect, item)
        half = px(18)
        top = QRectF(left, rect.center().y() - half, end - left - px(8), half)
        if warned:
            look.icons.paint(painter, left_square(top, px(14)), "triangle-alert", "warn")
            top.setLeft(top.left() + px(19))
        paint_text(painter, top, item.glance.called, look.font("name"), look.colour("text"))
        below = QRectF(left, rect.center().y(), end - left - px(8), half)
        told = visit.objective or look.tr("No objective yet")
        paint_text(painter, below, told, look.font("small"), look.colour("muted"))

    def _draw_when(self, painter: QPainter, rect: QRectF, item: Coming, *, warned: bool) -> float:
        """Day and time side by side, or the day below the time where there is little room; gives where they end."""
        look, px = self.look, self.look.theme.px
        day = day_words(item.day, self.today, look) if item.visit.key in self.first_of_day else ""
        time, ink = f"{item.visit.at.astimezone():%H:%M}", look.colour("warn" if warned else "text")
        font, small = look.font("name", 500, tabular=True), look.font("small")
        if look.words.chinese and rect.width() >= px(_BESIDE):
            paint_text(painter, rect.adjusted(0, 0, px(44) - rect.width(), 0), day, small, look.colour("muted"))
            paint_text(painter, rect.adjusted(px(46), 0, 0, 0), time, font, ink)
            return rect.left() + px(102)
        half = px(18)
        upper = QRectF(rect.left(), rect.center().y() - half, px(64), half)
        paint_text(painter, upper if day else QRectF(rect.left(), rect.top(), px(64), rect.height()), time, font, ink)
        paint_text(painter, upper.translated(0, half), day, small, look.colour("muted"))
        return rect.left() + px(70)

    def _draw_ring(self, painter: QPainter, rect: QRectF, item: Coming) -> float:
        look, px, visit = self.look, self.look.theme.px, item.visit
        side = look.size("ring_figure", 1)
        figure = QRectF(rect.right() - px(34), rect.top(), px(34), rect.height())
        told = f"{visit.done}/{visit.total}" if visit.total else "–"
        paint_text(painter, figure, told, look.font("small", 0, tabular=True), look.colour("text2"), RIGHT)
        box = square(QPointF(figure.left() - side / 2, rect.center().y()), side)
        ring(painter, box, visit.done, visit.total, look, soon=(item.day - self.today).days <= 1)
        return box.left()


class CoolingDelegate(SideDelegate):
    """Client and grade with the reason below; the spark line of its weigh-ins with the newest figure."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 56)

    def draw(self, painter: QPainter, rect: QRectF, item: Cooling, *, selected: bool) -> None:
        """Paint a client."""
        look, px, glance = self.look, self.look.theme.px, item.glance
        tile = left_square(rect, look.size("logo", 2))
        logo_tile(painter, tile, glance.key, glance.called, None, look)
        right = rect.right()
        if glance.weigh is not None:
            box = QRectF(right - px(54), rect.top() + px(8), px(54), px(18))
            spark(painter, box, glance.trend, look)
            figure = QRectF(right - px(54), rect.center().y() + px(1), px(54), px(18))
            font = look.font("small", 500, tabular=True)
            paint_text(painter, figure, tell_decimal(glance.weigh, 1), font, look.colour("text"), RIGHT)
            right -= px(62)
        left = tile.right() + px(12)
        name = QRectF(left, rect.center().y() - px(19), right - left - px(26), px(19))
        used = paint_text(painter, name, glance.called, look.font("name"), look.colour("text"))
        if glance.grade:
            side = look.theme.px(17)
            box = QRectF(left + used + px(7), name.center().y() - side / 2, side, side)
            grade_badge(painter, box, Grade(glance.grade), look)
        why = QRectF(left, rect.center().y(), right - left, px(19))
        paint_text(painter, why, look.tell(item.said), look.font("small"), look.colour("muted"))


class MissedDelegate(SideDelegate):
    """A sign and a sentence."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 30)

    def ground(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, *, selected: bool) -> None:
        """No line below: it is read, not worked off."""
        view = option.widget
        focused = isinstance(view, QAbstractItemView) and view.hasFocus()
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        paint_ground(painter, rect, self.look, selected=selected, focused=focused, hovered=hovered, line=False)

    def draw(self, painter: QPainter, rect: QRectF, item: Missed, *, selected: bool) -> None:
        """Paint a line."""
        look, px = self.look, self.look.theme.px
        look.icons.paint(painter, left_square(rect, look.size("icon")), item.icon, "muted")
        room = rect.adjusted(px(26), 0, 0, 0)
        paint_text(painter, room, look.tell(item.said), look.font("small"), look.colour("text2"))


class WeeksFigure(Figure):
    """A square for each visit: filled when it moved something on, hollow when it did not or is still to come."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 280, look.theme.px(44))
        self.setSizePolicy(self.sizePolicy().Policy.Expanding, self.sizePolicy().Policy.Fixed)
        self.setMinimumWidth(look.theme.px(120))
        self.setMaximumWidth(16_777_215)
        self._weeks: tuple[Week, ...] = ()

    def show_weeks(self, weeks: Sequence[Week]) -> None:
        """Show these weeks, the running one last."""
        self._weeks = tuple(weeks)
        self.setAccessibleName("; ".join(self._told(week) for week in weeks))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the panel."""
        return QSize(240, self.height())

    def _told(self, week: Week) -> str:
        return f"{self._name(week)}: {week.moved}/{week.moved + week.held}"

    def _name(self, week: Week) -> str:
        if self._weeks and week is self._weeks[-1]:
            return self.look.tr("this week")
        return self.look.tr("W{n}", n=week.number)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the squares and the names of the weeks."""
        look, px = self.look, self.look.theme.px
        if not self._weeks:
            return
        wide, side, apart = rect.width() / len(self._weeks), px(11), px(4)
        for at, week in enumerate(self._weeks):
            left = rect.left() + at * wide
            states = ["moved"] * week.moved + ["held"] * week.held + ["planned"] * week.planned
            fitting = max(1, min(_SQUARES, int((wide - px(18)) // (side + apart))))
            for number, state in enumerate(states[:fitting]):
                self._square(painter, QRectF(left + number * (side + apart), rect.top() + px(4), side, side), state)
            if len(states) > fitting:
                room = QRectF(left + fitting * (side + apart), rect.top(), px(30), side + px(8))
                paint_text(painter, room, f"+{len(states) - fitting}", look.font("small"), look.colour("muted"))
            label = QRectF(left, rect.top() + px(22), wide - px(4), px(18))
            paint_text(painter, label, self._name(week), look.font("small"), look.colour("muted"))

    def _square(self, painter: QPainter, box: QRectF, state: str) -> None:
        look = self.look
        if state == "moved":
            rounded(painter, box, look.theme.px(2), look.colour("accent"))
            return
        pen = QPen(look.colour("field"), 1)
        if state == "planned":
            pen.setDashPattern([2.0, 2.0])
        rounded(painter, box, look.theme.px(2), None, pen)

"""The month of all clients' visits: weeks as rows, arrows walk the days, Enter opens what is on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from kamdesk.client.units import tell_long_day
from kamdesk.ui.look import Look
from kamdesk.ui.pages.all_visits.cell import LINE, TOP, Dated, paint_visits, time_of
from kamdesk.ui.pages.visit.words import weekday
from kamdesk.ui.parts.painters import CENTRE, RIGHT, paint_focus, paint_text, rounded, square

_WEEK = 7
_HEAD = 30  # px, the names of the days
_WALKS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -_WEEK, Qt.Key.Key_Down: _WEEK}


def weeks_of(month: date) -> list[list[date]]:
    """The weeks, Monday first, that hold a day of the month."""
    first = month.replace(day=1)
    start = first - timedelta(first.weekday())
    found: list[list[date]] = []
    while not found or start.month == first.month:
        found.append([start + timedelta(day) for day in range(_WEEK)])
        start += timedelta(_WEEK)
    return found


def month_after(day: date, step: int) -> date:
    """The same day so many months further, or the last one that month has."""
    number = day.year * 12 + day.month - 1 + step
    first = date(number // 12, number % 12 + 1, 1)
    last = (first.replace(day=28) + timedelta(4)).replace(day=1) - timedelta(1)
    return first.replace(day=min(day.day, last.day))


class MonthGrid(QWidget):
    """A month painted by weeks; one day is chosen."""

    chosen = Signal(object)  # date
    opened = Signal(object)  # date: Enter or a double click beside the visits
    visit_opened = Signal(str)  # a double click on a visit

    def __init__(self, look: Look, today: date) -> None:
        super().__init__()
        self.look = look
        self.today = today
        self.day = today
        self._visits: dict[date, list[Dated]] = {}
        self._hovered: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._tell()

    def show_visits(self, visits: Iterable[Dated], today: date) -> None:
        """Show these visits."""
        self.today = today
        self._visits = {}
        for visit in sorted(visits, key=lambda visit: visit.at):
            self._visits.setdefault(visit.at.astimezone().date(), []).append(visit)
        self._tell()
        self.update()

    @property
    def visits(self) -> Mapping[date, list[Dated]]:
        """The visits by their local day."""
        return self._visits

    def choose(self, day: date) -> None:
        """Choose a day; the month follows it."""
        if day != self.day:
            self.day = day
            self._tell()
            self.update()
            self.chosen.emit(day)

    def sizeHint(self) -> QSize:
        """Room for five weeks."""
        return QSize(560, 480)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk days and weeks, Page keys months, Home goes to today."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _WALKS:
            self.choose(self.day + timedelta(_WALKS[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.choose(month_after(self.day, 1 if key == Qt.Key.Key_PageDown else -1))
        elif key == Qt.Key.Key_Home:
            self.choose(self.today)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.day)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.update()

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses the day."""
        if (day := self._day_at(event.position())) is not None:
            self.choose(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens the visit, or the day."""
        day = self._day_at(event.position())
        if day is None:
            return
        visit = self._visit_at(day, event.position())
        if visit is not None:
            self.visit_opened.emit(visit.key)
        else:
            self.opened.emit(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The day under the mouse is shown."""
        if (day := self._day_at(event.position())) != self._hovered:
            self._hovered = day
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is gone."""
        self._hovered = None
        self.update()

    def event(self, event: QEvent) -> bool:
        """What a cell has no room for stands in its tooltip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self._day_at(QPointF(event.pos()))
            visits = self._visits.get(day, []) if day else []
            told = "\n".join(f"{time_of(it)}  {it.name}  {it.objective}".rstrip() for it in visits)
            QToolTip.showText(event.globalPos(), told, self) if told else QToolTip.hideText()
            return True
        return super().event(event)

    # Geometry

    def cell(self, day: date) -> QRectF:
        """Where a day of the shown weeks stands; an empty rectangle when it does not."""
        weeks = weeks_of(self.day)
        for row, week in enumerate(weeks):
            if day in week:
                head, side = self.look.theme.px(_HEAD), self._side()
                wide, high = (self.width() - side) / _WEEK, (self.height() - head) / len(weeks)
                return QRectF(side + week.index(day) * wide, head + row * high, wide, high)
        return QRectF()

    def _side(self) -> int:
        return self.look.theme.px(32)

    def _day_at(self, point: QPointF | QPoint) -> date | None:
        for week in weeks_of(self.day):
            for day in week:
                if self.cell(day).contains(QPointF(point)):
                    return day
        return None

    def _visit_at(self, day: date, point: QPointF) -> Dated | None:
        px = self.look.theme.px
        row = int((point.y() - self.cell(day).top() - px(TOP)) // px(LINE))
        visits = self._visits.get(day, [])
        return visits[row] if 0 <= row < self._fitting(day) else None

    def _fitting(self, day: date) -> int:
        """How many of a day's visits have a line of their own; the last line counts the rest."""
        px, count = self.look.theme.px, len(self._visits.get(day, []))
        lines = max(0, int((self.cell(day).height() - px(TOP) - px(4)) // px(LINE)))
        return count if count <= lines else max(0, lines - 1)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the names of the days, then week by week."""
        look, px = self.look, self.look.theme.px
        painter = QPainter(self)
        weeks = weeks_of(self.day)
        small = look.font("small")
        for day in weeks[0]:
            cell = self.cell(day)
            room = QRectF(cell.left() + px(8), 0, cell.width() - px(8), px(_HEAD))
            paint_text(painter, room, weekday(day, look), small, look.colour("muted"))
        for week in weeks:
            top, high = self.cell(week[0]).top(), self.cell(week[0]).height()
            painter.fillRect(QRectF(0, top, self.width(), 1), look.colour("line"))
            room = QRectF(0, top, self._side() - px(8), px(TOP))
            number = str(week[0].isocalendar().week)
            paint_text(painter, room, number, small, look.colour("muted"), RIGHT)
            for day in week:
                self._paint_day(painter, QRectF(self.cell(day).left(), top, self.cell(day).width(), high), day)
        painter.end()

    def _paint_day(self, painter: QPainter, cell: QRectF, day: date) -> None:
        look, px = self.look, self.look.theme.px
        ground = cell.adjusted(1, 2, -1, -1)
        if day == self.day or day == self._hovered:
            fill = look.colour("sel" if day == self.day else "hover")
            rounded(painter, ground, look.theme.radius("control"), fill)
        if day == self.day and self.hasFocus():
            paint_focus(painter, ground, look)
        outside = day.month != self.day.month
        ink = "muted" if outside or day.weekday() > 4 else "text"
        middle = QPointF(cell.left() + px(18), cell.top() + px(15))
        if day == self.today:
            rounded(painter, square(middle, px(22)), px(11), look.colour("accent"))
            ink = "on_accent"
        font = look.font("small", 500 if day == self.today else 0, tabular=True)
        paint_text(painter, square(middle, px(24)), str(day.day), font, look.colour(ink), CENTRE)
        paint_visits(painter, cell, self._visits.get(day, []), self._fitting(day), look)

    def _tell(self) -> None:
        """Say the chosen day to screen readers."""
        visits = self._visits.get(self.day, [])
        told = tell_long_day(self.day, self.look.words)
        names = ", ".join(f"{time_of(it)} {it.name}" for it in visits)
        self.setAccessibleName(": ".join(filter(None, (told, names))))

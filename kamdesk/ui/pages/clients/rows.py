"""The rows of the client list: its columns, how they are painted, and the views a rep asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from kamdesk.client.company import Grade
from kamdesk.client.glance import Glance
from kamdesk.client.units import tell_day, tell_decimal, tell_gap, tell_moment
from kamdesk.ui.look import Look
from kamdesk.ui.parts.badges import grade_badge, unknown_badge
from kamdesk.ui.parts.marks import gap, ring, spark
from kamdesk.ui.parts.painters import CENTRE, LEFT, RIGHT, left_square, paint_text, square
from kamdesk.ui.parts.portraits import logo_tile
from kamdesk.ui.parts.tables import Column, ColumnRows, TableDelegate
from kamdesk.words import N_, NC_

_SOON = timedelta(days=1)
_WEEK = 6  # days ahead that are called by their weekday
_WEEKDAYS = (
    NC_("weekday", "Mon"),
    NC_("weekday", "Tue"),
    NC_("weekday", "Wed"),
    NC_("weekday", "Thu"),
    NC_("weekday", "Fri"),
    NC_("weekday", "Sat"),
    NC_("weekday", "Sun"),
)
# Days between visits to key people that a grade asks for (method F4, default policy).
RHYTHM: Mapping[str, int] = {"S": 30, "A": 42, "B": 90, "C": 180, "": 90}
_NEARLY = 0.8  # of the rhythm, from where on it warns
_GRADES = [grade.value for grade in Grade]


def silence(row: Glance, today: date) -> str:
    """ "bad" when nobody was met for longer than the grade's rhythm, "warn" when it is nearly so, else ""."""
    days, limit = row.silent_days(today), RHYTHM[row.grade]
    if days is None or days <= limit * _NEARLY:
        return ""
    return "bad" if days > limit else "warn"


# The views beside the title: name, words, which rows belong to it.
View = tuple[str, str, Callable[[Glance, date, datetime], bool]]


def _all(_row: Glance, _today: date, _now: datetime) -> bool:
    return True


def _week(row: Glance, _today: date, now: datetime) -> bool:
    visit = row.next_visit(now)
    return visit is not None and visit.at - now < timedelta(days=7)


def _unplanned(row: Glance, _today: date, now: datetime) -> bool:
    return row.next_visit(now) is None


def _silent(row: Glance, today: date, _now: datetime) -> bool:
    days = row.silent_days(today)
    return days is None or days > RHYTHM[row.grade]


def _behind(row: Glance, _today: date, _now: datetime) -> bool:
    return row.lead is not None and row.lead < 0


VIEWS: tuple[View, ...] = (
    ("all", N_("All clients"), _all),
    ("week", N_("My week"), _week),
    ("behind", N_("Behind a rival"), _behind),
    ("silent", N_("Silent too long"), _silent),
    ("unplanned", N_("No next visit"), _unplanned),
)


def when(at: datetime, look: Look, today: date) -> str:
    """Today 14:00, Tue 10:00 within a week, then the day."""
    local = at.astimezone()
    away = (local.date() - today).days
    if away <= 1:
        return tell_moment(at, look.words, today)
    if away <= _WEEK:
        return look.tr("{weekday} {time}", weekday=look.tr(_WEEKDAYS[local.weekday()]), time=f"{local:%H:%M}")
    return tell_day(local.date(), look.words, today)


class ClientRows(ColumnRows):
    """The clients at a glance."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.today, self.now = date.today(), datetime.now().astimezone()
        self.places: dict[str, int] = {}  # each client's place in the order of names, as the desk gives them
        self.columns = (
            Column("name", N_("Name"), 244, LEFT, self._place),
            Column("grade", N_("Grade"), 52, CENTRE, _grade),
            Column("visit", N_("Next visit"), 150, LEFT, self._visit),
            Column("weigh", N_("Weigh-in"), 98, LEFT, _weigh, descending=True),
            Column("lead", NC_("column", "Lead"), 68, RIGHT, _lead),
            Column("met", N_("Last met"), 84, RIGHT, self._silence, descending=True),
            Column("step", N_("Next step"), 190, LEFT, _step, stretch=True),
        )

    def _place(self, row: Glance) -> int:
        return self.places.get(row.key, 0)

    def _visit(self, row: Glance) -> datetime | None:
        found = row.next_visit(self.now)
        return found.at if found else None

    def _silence(self, row: Glance) -> int | None:
        return row.silent_days(self.today)

    def words(self, item: Glance, column: int) -> str:
        """What a cell says, for screen readers."""
        look, name = self.look, self.columns[column].name
        visit = item.next_visit(self.now)
        told = {
            "name": item.name,
            "grade": item.grade or look.tr("No grade yet"),
            "visit": when(visit.at, look, self.today) if visit else look.tr("None set"),
            "weigh": tell_decimal(item.weigh, 1) if item.weigh is not None else look.tr("Unknown"),
            "lead": tell_gap(item.lead) if item.lead is not None else look.tr("Unknown"),
            "met": self.met(item),
            "step": item.next_step or look.tr("No next step"),
        }
        return told[name]

    def met(self, item: Glance) -> str:
        """How long nobody was met."""
        days = item.silent_days(self.today)
        return self.look.tr("never") if days is None else self.look.tr("{n} d", n=max(0, days))


def _grade(row: Glance) -> int | None:
    return _GRADES.index(row.grade) if row.grade else None


def _weigh(row: Glance) -> float | None:
    return row.weigh


def _lead(row: Glance) -> float | None:
    return row.lead


def _step(row: Glance) -> date | None:
    return row.next_due or (date.max if row.next_step else None)


class ClientDelegate(TableDelegate):
    """Paints a client's row."""

    def __init__(self, look: Look, rows: ClientRows, gutter: int) -> None:
        super().__init__(look, 0, gutter)
        self.rows = rows

    def draw_cell(self, painter: QPainter, rect: QRectF, item: Any, column: int, *, selected: bool) -> None:
        """Paint one cell."""
        draw = getattr(self, f"_draw_{self.rows.columns[column].name}")
        draw(painter, rect, item)

    def _draw_name(self, painter: QPainter, rect: QRectF, item: Glance) -> None:
        side = self.look.size("logo", 1)
        logo_tile(painter, left_square(rect, side), item.key, item.called, None, self.look)
        words = rect.adjusted(side + self.look.theme.px(10), 0, 0, 0)
        paint_text(painter, words, item.name, self.look.font(), self.look.colour("text"))

    def _draw_grade(self, painter: QPainter, rect: QRectF, item: Glance) -> None:
        grade_badge(painter, rect, Grade(item.grade) if item.grade else None, self.look)

    def _draw_visit(self, painter: QPainter, rect: QRectF, item: Glance) -> None:
        look, visit = self.look, item.next_visit(self.rows.now)
        if visit is None:
            paint_text(painter, rect, look.tr("None set"), look.font(), look.colour("muted"))
            return
        side = look.size("ring_figure", 0)
        soon = visit.at - self.rows.now < _SOON
        ring(painter, left_square(rect, side), visit.done, visit.total, look, soon=soon)
        words = rect.adjusted(side + look.theme.px(8), 0, 0, 0)
        paint_text(painter, words, when(visit.at, look, self.rows.today), look.font(), look.colour("text"))

    def _draw_weigh(self, painter: QPainter, rect: QRectF, item: Glance) -> None:
        look, px = self.look, self.look.theme.px
        if item.weigh is None:
            unknown_badge(painter, left_square(rect, look.size("unknown")), look)
            return
        told = tell_decimal(item.weigh, 1)
        paint_text(painter, rect, told, look.font("body", 500, tabular=True), look.colour("text"))
        wide, high = look.size("spark", 0), look.size("spark", 1)
        spark(painter, QRectF(rect.left() + px(34), rect.center().y() - high / 2, wide, high), item.trend, look)

    def _draw_lead(self, painter: QPainter, rect: QRectF, item: Glance) -> None:
        gap(painter, rect, item.lead, self.look, align=RIGHT)

    def _draw_met(self, painter: QPainter, rect: QRectF, item: Glance) -> None:
        look = self.look
        late = silence(item, self.rows.today)
        ink = late or ("text2" if item.met(self.rows.today) else "muted")
        font = look.font("body", 500 if late else 0, tabular=True)
        used = paint_text(painter, rect, self.rows.met(item), font, look.colour(ink), RIGHT)
        if late:
            middle = QPointF(rect.right() - used - look.theme.px(11), rect.center().y())
            look.icons.paint(painter, square(middle, look.theme.px(14)), "clock-alert", late)

    def _draw_step(self, painter: QPainter, rect: QRectF, item: Glance) -> None:
        look = self.look
        if not item.next_step:
            paint_text(painter, rect, look.tr("No next step"), look.font(), look.colour("muted"))
            return
        over = (self.rows.today - item.next_due).days if item.next_due else 0
        if over > 0:
            words = look.tr("{n} d late", n=over)
            used = paint_text(painter, rect, words, look.font("small"), look.colour("bad"), RIGHT)
            rect = rect.adjusted(0, 0, -used - look.theme.px(8), 0)
        paint_text(painter, rect, item.next_step, look.font(), look.colour("text2"))

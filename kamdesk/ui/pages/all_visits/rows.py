"""The rows of all visits: the head of a group, and a visit with its client, its people and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from kamdesk.client.telling import tell_list
from kamdesk.client.units import tell_day
from kamdesk.client.visiting import local_day
from kamdesk.desk.agenda import Entry, Guests, Span
from kamdesk.ui.look import Look
from kamdesk.ui.pages.visit.words import RESULT_ICONS, RESULT_TONES, weekday
from kamdesk.ui.parts.badges import chip, chip_width
from kamdesk.ui.parts.marks import ring
from kamdesk.ui.parts.painters import RIGHT, left_square, paint_text, square
from kamdesk.ui.parts.portraits import logo_tile
from kamdesk.ui.parts.rows import Index, RowDelegate, Rows


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a group."""

    span: Span
    count: int
    title: str

    @property
    def key(self) -> str:
        """Of the group."""
        return f"head {self.span.value}"


class SpanRows(Rows):
    """Heads cannot be chosen; the arrows pass over them."""

    def __init__(self) -> None:
        super().__init__(attrgetter("key"))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be done with a row."""
        return Qt.ItemFlag.NoItemFlags if isinstance(self.item(index), Head) else super().flags(index)


class VisitDelegate(RowDelegate):
    """Time, client, objective, people, and at the right the ring or the result."""

    def __init__(self, look: Look, guests: Guests) -> None:
        super().__init__(look, look.size("row"), look.size("gutter_left"))
        self.today = date.today()
        self.overlapping: frozenset[str] = frozenset()  # keys of visits that meet another one
        self._guests = guests

    def row_height(self, item: Entry | Head) -> int:
        """Heads stand a little lower, with air above."""
        return self.look.theme.px(46) if isinstance(item, Head) else self.height

    def draw(self, painter: QPainter, rect: QRectF, item: Entry | Head, *, selected: bool) -> None:
        """Paint a head or a visit."""
        look, px = self.look, self.look.theme.px
        if isinstance(item, Head):
            low = rect.adjusted(0, px(14), 0, 0)
            ink = look.colour("warn" if item.span is Span.WAITING else "text")
            used = paint_text(painter, low, item.title, look.font("section"), ink)
            beside = low.adjusted(used + px(8), 0, 0, 0)
            paint_text(painter, beside, str(item.count), look.font("small"), look.colour("muted"))
            return
        right = self._draw_state(painter, rect, item)
        wide = rect.width() > px(760)
        left = rect.left() + self._draw_when(painter, rect, item)
        name = QRectF(left, rect.top(), px(170 if wide else 132), rect.height())
        tile = square(QPointF(name.left() + px(11), rect.center().y()), look.size("logo", 1))
        company = item.company
        logo_tile(painter, tile, company.key, company.called, company.logo, look)
        paint_text(painter, name.adjusted(px(32), 0, 0, 0), company.called, look.font("name"), look.colour("text"))
        left = name.right() + px(16)
        people = (right - left) * 0.34 if wide else 0.0
        aim = QRectF(left, rect.top(), right - left - people - px(16), rect.height())
        told = item.visit.objective or look.tr("No objective yet")
        paint_text(painter, aim, told, look.font(), look.colour("text" if item.visit.objective else "muted"))
        if wide:
            names = tell_list(list(self._guests.names(item)), look.words)
            room = QRectF(aim.right() + px(16), rect.top(), people - px(16), rect.height())
            paint_text(painter, room, names, look.font("small"), look.colour("text2"))

    def _draw_when(self, painter: QPainter, rect: QRectF, item: Entry) -> int:
        """The day where the group does not say it, and the time; gives the width taken."""
        look, px = self.look, self.look.theme.px
        if item.visit.at is None:
            paint_text(painter, rect, look.tr("No day"), look.font(), look.colour("warn"))
            return px(132)
        day, time = local_day(item.visit.at), f"{item.visit.at.astimezone():%H:%M}"
        near = item.span in (Span.TODAY, Span.TOMORROW)
        told = "" if near else self._day(day, item.span)
        font = look.font("name", 0, tabular=True)
        if near:
            paint_text(painter, rect, time, font, look.colour("text"))
            beside = rect.adjusted(px(58), 0, 0, 0)
        else:
            paint_text(painter, rect, told, font, look.colour("text"))
            beside = rect.adjusted(px(90), 0, 0, 0)
            used = paint_text(painter, beside, time, look.font("small", 0, tabular=True), look.colour("muted"))
            beside.setLeft(beside.left() + used + px(6))
        if item.key in self.overlapping:
            look.icons.paint(painter, left_square(beside, px(14)), "triangle-alert", "warn")
        return px(146)

    def _day(self, day: date, span: Span) -> str:
        return weekday(day, self.look) if span is Span.WEEK else tell_day(day, self.look.words, self.today)

    def _draw_state(self, painter: QPainter, rect: QRectF, item: Entry) -> float:
        """The result, that it waits, or the ring with its figure, at the right end; gives where it begins."""
        look, px = self.look, self.look.theme.px
        start = rect.right() - px(118)
        if item.visit.result is not None:
            words = look.tr(item.visit.result.label)
            tone, icon = RESULT_TONES[item.visit.result], RESULT_ICONS[item.visit.result]
        elif item.span in (Span.WAITING, Span.PAST):
            words, tone, icon = look.tr("no debrief"), "warn", "clipboard-pen"
        else:
            told = f"{item.done}/{item.total}" if item.total else look.tr("no checklist")
            box = square(QPointF(rect.right() - px(11), rect.center().y()), look.size("ring_figure", 0))
            soon = item.span in (Span.TODAY, Span.TOMORROW)
            ring(painter, box, item.done, item.total, look, soon=soon)
            room = QRectF(start, rect.top(), box.left() - start - px(8), rect.height())
            paint_text(painter, room, told, look.font("small", 0, tabular=True), look.colour("text2"), RIGHT)
            return start
        wide = min(chip_width(words, look, icon), rect.right() - start)
        chip(painter, QRectF(rect.right() - wide, rect.top(), wide, rect.height()), words, look, tone, icon)
        return start

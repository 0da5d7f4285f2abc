"""One day of all clients' visits beside the month: each with its client, how far it is, and what it meets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kamdesk.client.units import tell_long_day
from kamdesk.client.visiting import end_of
from kamdesk.desk.agenda import Entry, Span
from kamdesk.ui.look import Look
from kamdesk.ui.pages.visit.words import RESULT_ICONS, RESULT_TONES
from kamdesk.ui.parts.badges import chip
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.labels import Heading, Label
from kamdesk.ui.parts.marks import ring
from kamdesk.ui.parts.painters import RIGHT, paint_text, square
from kamdesk.ui.parts.portraits import logo_tile
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.rows import RowDelegate

_HIGH, _TALL = 74, 98  # px of a visit, and of one with a chip below


class DayDelegate(RowDelegate):
    """Time and client, the objective, and below it the result or the visit that it overlaps."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.theme.px(_HIGH), look.size("overhang"))
        self.meets: Mapping[str, Entry] = {}

    def row_height(self, item: Entry) -> int:
        """A chip takes a line of its own."""
        return self.look.theme.px(_TALL) if self._chip(item) else self.height

    def _chip(self, item: Entry) -> tuple[str, str, str] | None:
        """What stands below the objective: words, tone, icon."""
        tr, other = self.look.tr, self.meets.get(item.key)
        if other is not None and other.visit.at is not None:
            time = f"{other.visit.at.astimezone():%H:%M}"
            return tr("overlaps {time} {client}", time=time, client=other.company.called), "warn", "triangle-alert"
        if item.visit.result is not None:
            return tr(item.visit.result.label), RESULT_TONES[item.visit.result], RESULT_ICONS[item.visit.result]
        if item.span in (Span.WAITING, Span.PAST):
            return tr("no debrief"), "warn", "clipboard-pen"
        return None

    def draw(self, painter: QPainter, rect: QRectF, item: Entry, *, selected: bool) -> None:
        """Paint a visit."""
        look, px, visit = self.look, self.look.theme.px, item.visit
        small = look.font("small", 0, tabular=True)
        if visit.at is not None:
            first = QRectF(rect.left(), rect.top() + px(10), px(56), px(20))
            paint_text(painter, first, f"{visit.at.astimezone():%H:%M}", look.font("name", 500), look.colour("text"))
            until = first.translated(0, px(22))
            paint_text(painter, until, f"{end_of(visit).astimezone():%H:%M}", small, look.colour("muted"))
        end = self._draw_ring(painter, rect, item)
        left = rect.left() + px(58)
        tile = square(QPointF(left + px(9), rect.top() + px(20)), look.size("logo", 0))
        logo_tile(painter, tile, item.company.key, item.company.called, item.company.logo, look)
        name = QRectF(left + px(26), rect.top() + px(10), end - left - px(34), px(20))
        paint_text(painter, name, item.company.called, look.font("name"), look.colour("text"))
        aim = QRectF(left, rect.top() + px(33), end - left - px(8), px(18))
        told = visit.objective or look.tr("No objective yet")
        paint_text(painter, aim, told, look.font("small"), look.colour("text2" if visit.objective else "muted"))
        place = aim.translated(0, px(18))
        line = self._chip(item)
        if line is None:
            paint_text(painter, place, visit.place, look.font("small"), look.colour("muted"))
        else:
            below = QRectF(left, rect.top() + px(62), rect.right() - left, px(26))
            chip(painter, below, line[0], look, line[1], line[2])

    def _draw_ring(self, painter: QPainter, rect: QRectF, item: Entry) -> float:
        look, px = self.look, self.look.theme.px
        if not item.total or item.visit.result is not None:
            return rect.right()
        side = look.size("ring_figure", 1)
        box = square(QPointF(rect.right() - side / 2, rect.top() + px(30)), side)
        ring(painter, box, item.done, item.total, look, soon=item.span in (Span.TODAY, Span.TOMORROW))
        figure = QRectF(box.left() - px(44), box.top(), px(38), box.height())
        told = f"{item.done}/{item.total}"
        paint_text(painter, figure, told, look.font("small", 0, tabular=True), look.colour("text2"), RIGHT)
        return figure.left()


class DayAgenda(QWidget):
    """The chosen day in words, its visits, and a button that plans another one."""

    opened = Signal(str)  # key of a visit
    new_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._head = Heading(look, "", role="title")
        self._none = Label(look, look.tr("No visit on this day."), "body", "muted")
        self.delegate = DayDelegate(look)
        self.rows = RowList(self.delegate, look.tr("Visits of the day"))
        self.new = Button(look, look.tr("New visit on this day"), icon="plus", key="N", spread=True)
        space, out = look.theme.space, look.size("overhang")
        column = QVBoxLayout(self)
        column.setContentsMargins(space("xl") - out, space("l"), space("xl") - out, space("l"))
        column.setSpacing(space("s"))
        self._head.row.setContentsMargins(out, 0, out, 0)
        self._none.setContentsMargins(out, 0, out, 0)
        column.addWidget(self._head)
        column.addWidget(self._none)
        column.addWidget(self.rows, 1)
        column.addStretch(0)
        foot = QVBoxLayout()
        foot.setContentsMargins(out, 0, out, 0)
        foot.addWidget(self.new)
        column.addLayout(foot)
        self.rows.opened.connect(self.opened)
        self.new.clicked.connect(self.new_wanted)

    def show_day(self, day: date, entries: Sequence[Entry], meets: Mapping[str, Entry]) -> None:
        """Show the visits of a day; `meets` has the visit that each overlaps."""
        self.delegate.meets = meets
        self._head.show_words(tell_long_day(day, self.look.words))
        self._head.show_count(len(entries) or "")
        self.rows.show_rows(entries)
        self.rows.scheduleDelayedItemsLayout()
        self._none.setVisible(not entries)
        self.rows.setVisible(bool(entries))

"""How it moved: small charts of one scale, the whole client and its most influential people, as on paper (P6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from kamdesk.client import sums
from kamdesk.client.account import Person
from kamdesk.client.trends import TrendPoint, account_trend, person_trend
from kamdesk.client.units import tell_known
from kamdesk.picture.trend import trend
from kamdesk.ui.look import Look
from kamdesk.ui.pages.account_chart import month_of
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.relation.grid import Block
from kamdesk.ui.pages.relation.state import Relation
from kamdesk.ui.parts.buttons import with_key
from kamdesk.ui.parts.labels import Paragraph
from kamdesk.ui.parts.painters import RIGHT, paint_focus, paint_text, rounded, text_width
from kamdesk.ui.parts.picture_view import paint_picture
from kamdesk.ui.parts.sum_card import open_sum

_PEOPLE = 6
_LINES = (2, 3, 4)
_POINT = 96 / 72
_HEIGHT = 118  # px at 100 % text, of one chart with its name


@dataclass(frozen=True, slots=True)
class Moved:
    """What one small chart shows; without a person it is the whole client."""

    name: str
    note: str
    points: tuple[TrendPoint, ...]
    person: Person | None = None


class SmallChart(QAbstractButton):
    """A name and its trend. Enter goes to the person, F2 shows the sum of the newest value."""

    leading = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.moved: Moved | None = None
        self._relation: Relation | None = None
        self._span, self._first = (2.0, 4.0), False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_moved(self, moved: Moved, relation: Relation, span: tuple[float, float], *, first: bool) -> None:
        """Show one trend; the levels are numbered in the first one only, since all share its scale."""
        self.moved, self._relation, self._span, self._first = moved, relation, span, first
        last = next((point.ours for point in reversed(moved.points) if point.ours is not None), None)
        told = tell_known(last, 2)
        self.setText(moved.name)
        self.setAccessibleName(f"{moved.name}: {told}")
        self.setToolTip(with_key(self.look.tr("Show the sum"), "F2"))
        self.update()

    def sizeHint(self) -> QSize:
        """One chart."""
        px = self.look.theme.px
        return QSize(px(150), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Not much narrower."""
        return QSize(self.look.theme.px(110), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 shows the sum, Enter presses; arrows are left to the page."""
        if event.key() == Qt.Key.Key_F2:
            self.show_sum()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def show_sum(self) -> None:
        """Show how the newest value came about."""
        relation, moved = self._relation, self.moved
        if relation is None or moved is None:
            return
        if moved.person is None:
            found = sums.sum_of_ari(relation.account)
        else:
            found = sums.sum_of_score(relation.shown.client, moved.person)
        open_sum(self, self.look, found, self.leading.emit)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint name, note and chart."""
        look, px, painter = self.look, self.look.theme.px, QPainter(self)
        rect, moved = QRectF(self.rect()), self.moved
        if self.underMouse():
            rounded(painter, rect, look.theme.radius("control"), look.colour("hover"))
        inner = rect.adjusted(px(6), px(4), -px(6), -px(4))
        if moved is not None and self._relation is not None:
            head = QRectF(inner.left(), inner.top(), inner.width(), px(18))
            small, bold = look.font("small"), look.fonts.bold("small")
            wide = text_width(moved.note, small)
            paint_text(painter, head, moved.note, small, look.colour("muted"), RIGHT)
            paint_text(painter, head.adjusted(0, 0, -wide - px(6), 0), moved.name, bold, look.colour("text"))
            area = inner.adjusted(0, px(20), 0, 0)
            scale = _POINT * look.theme.scale
            today = self._relation.shown.today
            ends = sorted({moved.points[0].day, moved.points[-1].day}) if moved.points else []
            picture = trend(
                [(point.day, point.ours, point.rival) for point in moved.points],
                area.width() / scale,
                area.height() / scale,
                days=[(day, month_of(day, look, today)) for day in ends],
                levels=_LINES,
                span=self._span,
                ends=True,
                every=False,
                numbers=self._first,
            )
            paint_picture(painter, area, picture, look)
        if self.hasFocus():
            paint_focus(painter, rect, look)
        painter.end()


class MovesBlock(Block):
    """The charts in a row, or in two where there is little room."""

    going = Signal(object)  # Goto
    leading = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.tr("How it moved"), wide=6, narrow=6)
        self.charts: list[SmallChart] = []
        self._client = ""
        self._held = QWidget()
        self._grid = QGridLayout(self._held)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.theme.px(4))
        self._none = Paragraph(
            look, look.tr("One weigh-in of everybody, and the next one shows here how it moved."), "body", "text2"
        )
        self.column.addWidget(self._none)
        self.column.addWidget(self._held)
        self.fill()

    def show_relation(self, relation: Relation) -> None:
        """Show the trends on one scale."""
        look = self.look
        rows = _rows(relation, look)
        known = [level for row in rows for it in row.points for level in (it.ours, it.rival) if level is not None]
        span = min([*known, _LINES[0]]), max([*known, _LINES[-1]])
        self._none.setVisible(not rows)
        self._held.setVisible(bool(rows))
        if relation.rival and rows:
            self.heading.show_note(look.tr("solid: us, dotted with triangles: {rival}", rival=relation.rival))
        while len(self.charts) < len(rows):
            chart = SmallChart(look)
            chart.setParent(self._held)  # before it is shown: alone it would be a window
            chart.clicked.connect(self._go)
            chart.leading.connect(self.leading)
            self.charts.append(chart)
        for number, chart in enumerate(self.charts):
            chart.setVisible(number < len(rows))
            if number < len(rows):
                chart.show_moved(rows[number], relation, span, first=number == 0)
        self._lay(len(rows))
        self._client = relation.shown.client.key

    def _lay(self, count: int) -> None:
        across = count if self.width() >= self.look.theme.px(1000) else (count + 1) // 2
        for number, chart in enumerate(self.charts):
            self._grid.removeWidget(chart)
            if number < count and across:
                self._grid.addWidget(chart, number // across, number % across)
        for column in range(_PEOPLE + 1):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold into two rows."""
        super().resizeEvent(event)
        self._lay(sum(not chart.isHidden() for chart in self.charts))

    def _go(self) -> None:
        chart = self.sender()
        if isinstance(chart, SmallChart) and chart.moved is not None and chart.moved.person is not None:
            self.going.emit(Goto("weighin", self._client, chart.moved.person.contact.key))
        elif isinstance(chart, SmallChart):
            chart.show_sum()


def _rows(relation: Relation, look: Look) -> Sequence[Moved]:
    client, today = relation.shown.client, relation.shown.today
    whole = account_trend(client, today)
    if not whole:
        return []
    rows = [Moved(look.tr("Overall ARI"), "", whole)]
    for person in relation.account.people:
        if person.weighed and len(rows) <= _PEOPLE:
            note = look.trc("short", "infl. {n}", n=person.influence or "?")
            rows.append(Moved(person.contact.name, note, person_trend(client, person.contact.key, today), person))
    return rows

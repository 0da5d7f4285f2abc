"""How a person's weigh-ins went: the line over time, and each weigh-in to look back at."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from kamdesk.client.trends import TrendPoint
from kamdesk.client.units import tell_day, tell_decimal, tell_gap, tell_known
from kamdesk.client.weigh_records import WeighIn
from kamdesk.client.weighing import change
from kamdesk.desk.weighin import Sitting, look_back, weighins_of
from kamdesk.picture.trend import trend
from kamdesk.ui.look import Look
from kamdesk.ui.pages.weighin.words import month
from kamdesk.ui.parts import marks
from kamdesk.ui.parts.badges import unknown_badge
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.labels import Heading
from kamdesk.ui.parts.painters import RIGHT, paint_text, square
from kamdesk.ui.parts.picture_view import PictureView
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.rows import RowDelegate

_MOST_DAYS = 4  # written under the line
_ROW = 32


@dataclass(frozen=True, slots=True)
class Kept:
    """One weigh-in in the list: its score while it rests on enough, and how far that moved."""

    weighin: WeighIn
    score: float | None
    moved: float | None
    day: str
    marked: bool = False  # it is to be compared with the next one that is marked

    @property
    def key(self) -> str:
        """The weigh-in's."""
        return self.weighin.key

    @property
    def title(self) -> str:
        """What a screen reader says."""
        score = tell_known(self.score, 1)
        return f"{self.day}: {score}"


class WeighHistory(QWidget):
    """The line, and below it the weigh-ins, newest first. Space marks one, a second mark compares the two."""

    chosen = Signal(str)  # look at this weigh-in
    compared = Signal(str, str)  # hold the first against the second
    removing = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._heading = Heading(look, look.tr("Weigh-ins so far"))
        self._compare = Button(look, look.tr("Compare with"), "third", key="C", small=True)
        self._line = PictureView(look)
        self.list = RowList(_KeptDelegate(look), look.tr("Weigh-ins so far"), growing=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.px(4))
        column.addWidget(self._heading)
        column.addWidget(self._line)
        column.addWidget(self.list)
        column.addWidget(self._compare, 0, Qt.AlignmentFlag.AlignLeft)
        self.list.setToolTip(look.tr("Enter shows it, Space marks it to compare with another one"))
        self._kept: list[Kept] = []
        self._looked, self._against, self._marked = "", "", ""
        self.list.ticked.connect(self._mark)
        self._compare.clicked.connect(self.open_menu)
        self.list.opened.connect(self.chosen)
        self.list.removing.connect(self.removing)
        self.list.clicked.connect(self._click)

    def show_history(self, sitting: Sitting, points: tuple[TrendPoint, ...], today: date) -> None:
        """Show what is kept of this person, for the side that is weighed."""
        look = self.look
        rows = []
        for item in weighins_of(sitting):
            then = look_back(sitting, item)
            weighed, before = then.weighed, then.weighed_before
            moved = change(weighed, before) if before and weighed.enough and before.enough else None
            day = tell_day(item.day, look.words, today) if item.day else "?"
            rows.append(Kept(item, weighed.standing, moved, day))
        self._kept = rows
        if self._marked not in {row.key for row in rows}:
            self._marked = ""
        self._show_rows()
        self._show_line(points, today)
        self.setVisible(bool(rows))
        self._compare.setVisible(len(rows) > 1)

    def _show_rows(self) -> None:
        looked = self._looked or next((row.key for row in self._kept), "")
        marked = {self._against, looked} if self._against else {self._marked}
        self.list.show_rows([dataclasses.replace(row, marked=row.key in marked) for row in self._kept])

    def mark(self, key: str, against: str = "") -> None:
        """Mark the weigh-in that is looked at, "" for what stands now, and the one it is compared with."""
        self._looked, self._against = key, against
        if against:
            self._marked = ""
        self._show_rows()
        if not (key and self.list.choose(key)):
            self.list.setCurrentIndex(QModelIndex())

    def _show_line(self, points: tuple[TrendPoint, ...], today: date) -> None:
        known = [point for point in points if point.ours is not None]
        self._line.setVisible(len(known) > 1)
        if len(known) < 2:
            self._heading.show_note("")
            return
        assert known[-1].ours is not None
        assert known[0].ours is not None
        gained = known[-1].ours - known[0].ours
        months = max(1, round((known[-1].day - known[0].day).days / 30.4))
        note = self.look.trn("{gap} in {n} month", "{gap} in {n} months", months, gap=tell_gap(gained))
        self._heading.show_note(note, marks.gap_colour(gained))
        moments = [(point.day, point.ours, point.rival) for point in points]
        step = max(1, -(-(len(points) - 1) // (_MOST_DAYS - 1)))
        days = [(point.day, month(point.day, self.look, today)) for point in points[::-1][::step][::-1]]
        self._line.show_picture(trend(moments, days=_apart(days), label=note))

    def open_menu(self) -> None:
        """Offer the weigh-ins that the one shown can be held against."""
        looked = self._looked or next((row.key for row in self._kept), "")
        if len(self._kept) < 2:
            return
        menu = QMenu(self)
        menu.setFont(self.look.font("body"))
        for row in self._kept:
            if row.key != looked:
                score = tell_known(row.score, 1)
                action = QAction(f"{row.day}\t{score}".replace("&", "&&"), menu)
                action.setData((looked, row.key))
                menu.addAction(action)
        menu.triggered.connect(self._pick)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._compare.mapToGlobal(QPoint(0, self._compare.height() + 2)))

    def _pick(self, action: QAction) -> None:
        self.compared.emit(*action.data())

    def _mark(self, key: str) -> None:
        """Mark a weigh-in; the second mark compares the two, marking again takes the mark away."""
        first, self._marked = self._marked, ""
        if first and first != key:
            self.compared.emit(first, key)
        elif not first:
            self._marked = key
        self._show_rows()

    def _click(self, index: QModelIndex) -> None:
        self.chosen.emit(self.list.model_of_rows.key_of(index))


class _KeptDelegate(RowDelegate):
    """Day, score, change."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.theme.px(_ROW), look.theme.px(8))

    def draw(self, painter: QPainter, rect: QRectF, item: Kept, *, selected: bool) -> None:
        """Paint one weigh-in."""
        look, px = self.look, self.look.theme.px
        room = rect
        if item.marked:
            side = px(14)
            look.icons.paint(
                painter, square(QPointF(rect.left() + side / 2, rect.center().y()), side), "check", "accent"
            )
            room = rect.adjusted(px(20), 0, 0, 0)
        paint_text(painter, room, item.day, look.font("small"), look.colour("accent" if item.marked else "text2"))
        score = QRectF(rect.right() - px(120), rect.top(), px(44), rect.height())
        if item.score is None:
            unknown_badge(painter, square(score.center(), px(18)), look)
        else:
            font = look.font("name", 500, tabular=True)
            paint_text(painter, score, tell_decimal(item.score, 1), font, look.colour("text"), RIGHT)
        if item.moved is not None:
            marks.gap(painter, rect, item.moved, look, align=RIGHT, role="small", weight=400)


def _apart(days: list[tuple[date, str]]) -> list[tuple[date, str]]:
    """Without a month that is written twice, and without days so near that their words would touch."""
    kept: list[tuple[date, str]] = []
    whole = (days[-1][0] - days[0][0]).days if days else 0
    for day, words in reversed(days):
        if not kept or (words != kept[-1][1] and (kept[-1][0] - day).days * 6 >= whole):
            kept.append((day, words))
    return kept[::-1]

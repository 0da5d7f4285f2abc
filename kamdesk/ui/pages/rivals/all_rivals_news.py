"""News of rivals over all clients: facts learned and standings that changed, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.rival_file import News
from kamdesk.client.units import tell_day
from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.sources import fair_chip, source_line
from kamdesk.ui.parts.badges import chip, chip_width
from kamdesk.ui.parts.filter_field import FilterField
from kamdesk.ui.parts.folded import fold, line_height, paint_folded
from kamdesk.ui.parts.folded_rows import FoldedDelegate, FoldedList
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.painters import left_square, paint_text
from kamdesk.ui.parts.scrolled import Scrolled, bring_into_view

_MOST = 3  # lines of one piece of news


@dataclass(frozen=True, slots=True)
class NewsRow:
    """One piece of news in words; `rival` is "" where the list is of one rival."""

    news: News
    text: str
    rival: str
    place: str  # at which client, "" for what is known wherever we meet it
    told: str  # source, day and certainty

    @property
    def key(self) -> str:
        """The record's."""
        return self.news.key

    @property
    def title(self) -> str:
        """For screen readers."""
        return ", ".join(filter(None, (self.rival, self.text, self.place, self.told)))


def news_rows(found: Sequence[News], look: Look, today: date, *, of_one: bool = False) -> list[NewsRow]:
    """The news as rows."""
    return [
        NewsRow(
            item,
            look.tell(item.text),
            "" if of_one else item.rival.called,
            item.client,
            source_line(item.source, item.day, item.confidence, look, today),
        )
        for item in found
    ]


class NewsDelegate(FoldedDelegate):
    """The day, the rival, what is new; below it the client and where it is known from."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, inset=look.size("overhang"))
        self.today = date.today()
        self._leading = look.fonts.leading("body")
        tags = (fair_chip(tellable, look) for tellable in (True, False))
        self._tag = round(max(chip_width(words, look, icon) for words, _, icon in tags)) + look.theme.px(12)

    def _lines(self, item: NewsRow) -> tuple[str, ...]:
        px = self.look.theme.px
        taken = px(72) + (px(88) if item.rival else 0) + self._tag
        return fold(item.text, self.look.font(), self.width - taken, _MOST)

    def row_height(self, item: NewsRow) -> int:
        """The words folded, and the line below."""
        px = self.look.theme.px
        return max(1, len(self._lines(item))) * self._leading + px(18) + px(14)

    def draw(self, painter: QPainter, rect: QRectF, item: NewsRow, *, selected: bool) -> None:
        """Paint one piece of news."""
        look, px = self.look, self.look.theme.px
        top = QRectF(rect.left(), rect.top() + px(6), px(68), self._leading)
        told = tell_day(item.news.day, look.words, self.today) if item.news.day else look.tr("no day")
        ink = look.colour("warn" if item.news.old else "text2")
        paint_text(painter, top, told, look.font("small", 0, tabular=True), ink)
        left = rect.left() + px(72)
        if item.rival:
            name = QRectF(left, top.top(), px(80), self._leading)
            paint_text(painter, name, item.rival, look.font("name", 500), look.colour("text"))
            left += px(88)
        room = QRectF(left, top.top(), rect.right() - self._tag - left, rect.height())
        lines = self._lines(item)
        used = paint_folded(painter, room, lines, look.font(), look.colour("text"), self._leading)
        below = QRectF(left, top.top() + used, rect.right() - left - px(12), line_height(look.font("small"), px(18)))
        self._draw_below(painter, below, item)
        words, tone, icon = fair_chip(item.news.tellable, look)
        wide = chip_width(words, look, icon)
        place = QRectF(QPointF(rect.right() - wide, top.top()), QPointF(rect.right(), top.bottom()))
        chip(painter, place, words, look, tone, icon)

    def _draw_below(self, painter: QPainter, below: QRectF, item: NewsRow) -> None:
        look, px = self.look, self.look.theme.px
        if item.news.old:
            look.icons.paint(painter, left_square(below, px(14)), "clock-alert", "warn")
            below = below.adjusted(px(19), 0, 0, 0)
        told = look.tr("{client} · {source}", client=item.place, source=item.told) if item.place else item.told
        ink = look.colour("warn" if item.news.old else "muted")
        paint_text(painter, below, told, look.font("small"), ink)


class NewsFace(QWidget):
    """The news of all rivals, narrowed by typing."""

    opened = Signal(object)  # News

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._all: list[NewsRow] = []
        self._delegate = NewsDelegate(look)
        self.filter = FilterField(look, look.tr("Filter: rival, client, words"))
        self.list = FoldedList(self._delegate, look.tr("News of rivals"))
        self._none = Label(look, "", "body", "muted", wrap=True)
        self._arrange()
        self.filter.textChanged.connect(self._narrow)
        self.filter.entered.connect(self._open_current)
        self.filter.walked.connect(self._walk)
        self.list.opened.connect(self._open)
        self.list.chosen.connect(self._reveal)

    def _arrange(self) -> None:
        look, px, out = self.look, self.look.theme.px, self.look.size("overhang")
        head = QHBoxLayout()
        head.setContentsMargins(out, 0, out, px(8))
        head.addWidget(self.filter)
        head.addStretch(1)
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(look.size("gutter_left") - out, px(4), look.size("gutter_right") - out, px(16))
        inner.setSpacing(0)
        inner.addLayout(head)
        inner.addWidget(self.list)
        inner.addWidget(self._none)
        inner.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Scrolled(body))

    def show_news(self, found: Sequence[News], today: date) -> None:
        """Show the news of all rivals; filter and chosen row stay."""
        self._delegate.today = today
        self._all = news_rows(found, self.look, today)
        self._narrow()

    def _narrow(self) -> None:
        words = self.filter.text().casefold().split()
        rows = [row for row in self._all if all(word in row.title.casefold() for word in words)]
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        if words:
            self._none.setText(self.look.tr("Nothing found for “{words}”.", words=self.filter.text().strip()))
        else:
            self._none.setText(self.look.tr("No news of any rival yet."))
        if rows and not self.list.current_key():
            self.list.choose(rows[0].key)

    def _walk(self, step: int) -> None:
        """Move in the list while the keyboard stays in the filter."""
        rows = self.list.model_of_rows
        at = max(0, min(rows.rowCount() - 1, self.list.currentIndex().row() + step))
        self.list.setCurrentIndex(rows.index(at, 0))

    def _reveal(self, key: str) -> None:
        if key and self.isVisible():
            bring_into_view(self.list, self.list.row_rect(key).toRect())

    def _open_current(self) -> None:
        self._open(self.list.current_key())

    def _open(self, key: str) -> None:
        row = next((row for row in self._all if row.key == key), None)
        if row is not None:
            self.opened.emit(row.news)

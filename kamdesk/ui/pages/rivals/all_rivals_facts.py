"""What is known of one rival, topic by topic: facts with our answer, source, day, certainty, and who may hear them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractItemModel, QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from kamdesk.client.comparing import State
from kamdesk.client.contest_records import RivalTopic
from kamdesk.client.rival_file import FactLine, Lines
from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.sources import fair_chip, paint_source, source_line
from kamdesk.ui.parts.badges import chip, chip_width
from kamdesk.ui.parts.folded import fold, line_height, paint_folded
from kamdesk.ui.parts.folded_rows import FoldedDelegate
from kamdesk.ui.parts.painters import paint_text
from kamdesk.ui.parts.rows import ITEM, Index, Rows

_MOST = 4  # lines of a fact, and of our answer to it


@dataclass(frozen=True, slots=True)
class TopicHead:
    """The head of a topic."""

    topic: RivalTopic | None
    title: str
    count: int

    @property
    def key(self) -> str:
        """Of the head."""
        return f"head {self.topic.value if self.topic else ''}"


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact, or an undated note that is not one yet."""

    line: FactLine
    title: str  # for screen readers

    @property
    def key(self) -> str:
        """The fact's; of a note its field and its words."""
        if self.line.fact is not None:
            return self.line.fact.key
        return f"note {self.line.legacy_field} {self.line.text}"


Row = TopicHead | FactRow


class TopicRows(Rows):
    """Heads cannot be chosen; the arrows pass over them."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be done with a row."""
        return Qt.ItemFlag.NoItemFlags if isinstance(self.item(index), TopicHead) else super().flags(index)


def fact_rows(lines: Lines, look: Look, today: date) -> list[Row]:
    """The rows under their topics, in the order of the topics."""
    return list(_rows(lines, look, today))


def _rows(lines: Lines, look: Look, today: date) -> Iterator[Row]:
    for topic, mine in lines.items():
        if mine:
            yield TopicHead(topic, look.tr(topic.label) if topic else look.tr("Other"), len(mine))
            yield from (FactRow(line, _spoken(line, look, today)) for line in mine)


def _spoken(line: FactLine, look: Look, today: date) -> str:
    told = source_line(line.source, line.day, line.confidence, look, today)
    open_to = fair_chip(line.tellable, look)[0]
    return ", ".join(filter(None, (line.text, line.answer, told, open_to)))


class FactDelegate(FoldedDelegate):
    """Words at the left, at the right who may hear it, below them where it is known from."""

    making = Signal(str)  # the key of a note whose "Make it a fact" was pressed

    def __init__(self, look: Look) -> None:
        super().__init__(look, inset=look.size("overhang"))
        self.today = date.today()
        self._leading = look.fonts.leading("body")

    def row_height(self, item: Row) -> int:
        """As many lines as the words fold into."""
        px = self.look.theme.px
        if isinstance(item, TopicHead):
            return px(38)
        upper, lower = self._lines(item)
        small = line_height(self.look.font("small"), px(18))
        return len(upper) * self._leading + (len(lower) + 1) * small + px(16)

    def _lines(self, item: FactRow) -> tuple[tuple[str, ...], tuple[str, ...]]:
        room = self.width - self.look.theme.px(108)
        answer = self.look.tr("Our answer: {answer}", answer=item.line.answer) if item.line.answer else ""
        font, small = self.look.font(), self.look.font("small")
        return fold(item.line.text, font, room, _MOST), fold(answer, small, room, _MOST)

    def draw(self, painter: QPainter, rect: QRectF, item: Row, *, selected: bool) -> None:
        """Paint a head or a fact."""
        look, px = self.look, self.look.theme.px
        if isinstance(item, TopicHead):
            low = rect.adjusted(0, px(12), 0, 0)
            used = paint_text(painter, low, item.title, look.font("small", 500), look.colour("muted"))
            beside = low.adjusted(used + px(8), 0, 0, 0)
            paint_text(painter, beside, str(item.count), look.font("small"), look.colour("muted"))
            return
        upper, lower = self._lines(item)
        small = line_height(look.font("small"), px(18))
        room = QRectF(rect.left(), rect.top() + px(7), rect.width() - px(108), rect.height())
        used = paint_folded(painter, room, upper, look.font(), look.colour("text"), self._leading)
        room.translate(0, used)
        used = paint_folded(painter, room, lower, look.font("small"), look.colour("text2"), small)
        line = item.line
        below = QRectF(rect.left(), room.top() + used, rect.width() - px(12), small)
        told = source_line(line.source, line.day, line.confidence, look, self.today)
        if line.fact is None:
            told = look.tr("a note without source and day")
        paint_source(painter, below, told, look, old=line.state is not State.FRESH)
        self._draw_right(painter, rect, line, self._leading)

    def _draw_right(self, painter: QPainter, rect: QRectF, line: FactLine, high: int) -> None:
        words, tone, icon = self._chip(line)
        chip(painter, self._chip_place(rect, line, high), words, self.look, tone, icon)

    def _chip(self, line: FactLine) -> tuple[str, str, str]:
        if line.fact is None:
            return self.look.tr("Make it a fact"), "soft", "file-check"
        return fair_chip(line.tellable, self.look)

    def _chip_place(self, rect: QRectF, line: FactLine, high: int) -> QRectF:
        look, px = self.look, self.look.theme.px
        words, _, icon = self._chip(line)
        wide = min(chip_width(words, look, icon), rect.width() / 2)
        top = rect.top() + px(7)
        return QRectF(QPointF(rect.right() - wide, top), QPointF(rect.right(), top + high))

    def chip_of(self, rect: QRectF, line: FactLine) -> QRectF:
        """Where in a row the chip stands."""
        return self._chip_place(rect.adjusted(self.inset, 0, -self.inset, 0), line, self._leading)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click on "Make it a fact" makes it one; elsewhere it chooses the row."""
        item = index.data(ITEM)
        if not isinstance(event, QMouseEvent) or not isinstance(item, FactRow) or item.line.fact is not None:
            return False
        released = event.type() == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton
        if not released or not self.chip_of(QRectF(option.rect), item.line).contains(event.position()):
            return False
        self.making.emit(item.key)
        return True

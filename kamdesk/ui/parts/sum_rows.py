"""The lines of a sum as rows: what goes in, its terms in columns, where it is from; and the same as text to copy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter

from kamdesk.client.sums import Sum
from kamdesk.ui.look import Look
from kamdesk.ui.parts.folded import fold, line_height, paint_folded
from kamdesk.ui.parts.painters import RIGHT, paint_text, square, text_width
from kamdesk.ui.parts.rows import RowDelegate
from kamdesk.words import Words

_MOST = 3  # lines of what goes in, and of where it is from
_LEAST, _WIDEST = 210, 360  # px at 100 % text, of the first column


@dataclass(frozen=True, slots=True)
class SumRow:
    """One line in words; `leads` is the key of the record it comes from, "" without one."""

    key: str
    what: str
    terms: tuple[str, ...]
    note: str = ""
    leads: str = ""

    @property
    def title(self) -> str:
        """The line for a screen reader."""
        return ", ".join(filter(None, (self.what, *self.terms, self.note)))


@dataclass(frozen=True, slots=True)
class SumTable:
    """A sum in one language, every line with as many terms as there are columns."""

    title: str
    formula: str
    head: SumRow
    rows: tuple[SumRow, ...]
    result: SumRow  # the totals under the columns
    answer: str  # the last step
    notes: tuple[str, ...]

    @property
    def columns(self) -> int:
        """How many columns follow the first."""
        return len(self.head.terms)


def table_of(arithmetic: Sum, words: Words) -> SumTable:
    """The sum told in a language."""
    what, *heads = [head.tell(words) for head in arithmetic.heads]
    rows = tuple(
        SumRow(str(number), line.what.tell(words), line.terms, line.note.tell(words) if line.note else "", line.key)
        for number, line in enumerate(arithmetic.lines)
    )
    totals = words.trc("sum", "Total") if any(arithmetic.result) else ""
    return SumTable(
        arithmetic.title.tell(words),
        arithmetic.formula.tell(words),
        SumRow("head", what, tuple(heads)),
        rows,
        SumRow("result", totals, arithmetic.result),
        arithmetic.answer,
        tuple(note.tell(words) for note in arithmetic.notes),
    )


def told(table: SumTable) -> str:
    """The sum as text, its table in columns set apart by tabs."""
    lines = [table.title, table.formula, ""]
    lines += ["\t".join((row.what, *row.terms, row.note)).rstrip() for row in (table.head, *table.rows, table.result)]
    return "\n".join([*lines, table.answer, "", *table.notes]).strip() + "\n"


class SumDelegate(RowDelegate):
    """Paints lines, head and result in the same columns."""

    def __init__(self, look: Look, table: SumTable) -> None:
        super().__init__(look, look.theme.px(30))
        self.words = look.font("body")
        self.small = look.font("small")
        self.figures = look.font("body", 0, tabular=True)
        self.strong = look.fonts.bold("body")
        every = (table.head, *table.rows, table.result)
        pad, most = look.theme.px(20), look.theme.px(150)
        self.widths = [
            min(most, pad + max(text_width(row.terms[at], self._font(row)) for row in every))
            for at in range(table.columns)
        ]
        widest = max(max(text_width(row.what, self.words), text_width(row.note, self.small)) for row in every)
        first = min(max(widest, look.theme.px(_LEAST)), look.theme.px(_WIDEST))
        self.wanted = first + sum(self.widths) + look.theme.px(28)
        self._first = first

    def _font(self, row: SumRow) -> QFont:
        return {"head": self.small, "result": self.strong}.get(row.key, self.figures)

    def set_room(self, width: float) -> None:
        """Give the first column what the others leave."""
        self._first = max(self.look.theme.px(120), width - sum(self.widths) - self.look.theme.px(28))

    def _lines(self, row: SumRow) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return fold(row.what, self.words, self._first, _MOST), fold(row.note, self.small, self._first, _MOST)

    def row_height(self, item: Any) -> int:
        """As many lines as the words fold into."""
        upper, lower = self._lines(item)
        leading, small = line_height(self.words), line_height(self.small)
        return max(self.height, len(upper) * leading + len(lower) * small + self.look.theme.px(12))

    def draw(self, painter: QPainter, rect: QRectF, item: Any, *, selected: bool) -> None:
        """Paint one line."""
        look, px = self.look, self.look.theme.px
        upper, lower = self._lines(item)
        leading, small = line_height(self.words), line_height(self.small)
        high = max(1, len(upper)) * leading + len(lower) * small
        box = QRectF(rect.left() + px(8), rect.center().y() - high / 2, self._first, high)
        used = paint_folded(painter, box, upper, self.words, look.colour("text"), leading)
        paint_folded(painter, box.adjusted(0, used, 0, 0), lower, self.small, look.colour("muted"), small)
        self.draw_terms(painter, QRectF(rect.left(), box.top(), rect.width(), leading), item, "text")
        if item.leads:
            middle = QRectF(rect.right() - px(18), box.top(), px(14), leading).center()
            look.icons.paint(painter, square(middle, px(12)), "chevron-right", "muted")

    def draw_terms(self, painter: QPainter, line: QRectF, row: SumRow, colour: str) -> None:
        """Paint the terms of a line, each at the right end of its column."""
        px = self.look.theme.px
        right = line.right() - px(20)
        for text, width in zip(reversed(row.terms), reversed(self.widths), strict=True):
            cell = QRectF(right - width, line.top(), width, line.height())
            paint_text(painter, cell.adjusted(px(8), 0, 0, 0), text, self._font(row), self.look.colour(colour), RIGHT)
            right -= width

    def draw_row(self, painter: QPainter, rect: QRectF, row: SumRow, colour: str) -> None:
        """Paint head or result: one line with its words at the left."""
        px = self.look.theme.px
        words = QRectF(rect.left() + px(8), rect.top(), self._first, rect.height())
        paint_text(painter, words, row.what, self._font(row), self.look.colour(colour))
        self.draw_terms(painter, rect, row, colour)

"""Tables as paper has them: a rule above and below, thin ones between rows, no verticals, no zebra."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kamdesk.document.blocks import Block, Halves, Stack
from kamdesk.document.margin import margin_bar
from kamdesk.document.style import MM, style

if TYPE_CHECKING:
    from kamdesk.document.sheet import Sheets

ABOVE = BELOW = 3.0  # padding in a row, in points
BETWEEN = 9.0  # from column to column
_RIGHT = 3.4
_RIM = 4.0  # of a panel round the cell's text
_WIDEST, _LEAST = 0.34, 22 * MM  # share of the table for a column that fits its content; the least of a sharing one
_EASED = 3  # columns with a head, from which on spare width is shared
_FIRST_ROWS = 2  # rows that stay with their head


@dataclass(frozen=True, slots=True)
class Column:
    """One column: it fits its content (share 0) or takes a share of what is left."""

    head: Block | None = None
    share: float = 0.0
    apart: float = BETWEEN  # padding at its right
    least: float = 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `takes` says how many columns each cell covers (empty: one each), `panel` which columns stand on a
    panel; a total has a line above it, and one that `leads` never ends a page: it is the head of what follows.

    `about` are the keys of the records it tells of: when one of them has changed, a bar stands beside it. `again` takes
    the place of the first cell overleaf: the name that only the first of several rows has.
    """

    cells: tuple[Block, ...]
    total: bool = False
    panel: frozenset[int] = frozenset()
    takes: tuple[int, ...] = ()
    leads: bool = False
    about: tuple[str, ...] = ()
    again: Block | None = None

    def places(self) -> Iterator[tuple[Block, int, int]]:
        """Each cell with its first column and the one after its last."""
        first = 0
        for cell, count in zip(self.cells, self.takes or (1,) * len(self.cells), strict=True):
            yield cell, first, first + count
            first += count


@dataclass(slots=True)
class Table:
    """Rows under a head that is repeated on every page."""

    columns: tuple[Column, ...]
    rows: Sequence[Row]
    closed: bool = True  # a rule below the last row
    changed: frozenset[str] = frozenset()  # keys of records that a bar stands beside
    _widths: dict[float, tuple[float, ...]] = field(default_factory=dict)
    _heights: dict[float, list[float]] = field(default_factory=dict)
    _heads: dict[float, float] = field(default_factory=dict, init=False)

    def natural(self) -> float:
        """All columns at their content's width."""
        return sum(natural for _, natural in self._sizes())

    def least(self) -> float:
        """All columns at their widest words."""
        return sum(least for least, _ in self._sizes())

    def _sizes(self) -> list[tuple[float, float]]:
        """Each column's least and natural width, with its padding."""
        cells: list[list[Block]] = [[column.head] if column.head else [] for column in self.columns]
        for row in self.rows:
            for cell, first, end in row.places():
                if end == first + 1:
                    cells[first].append(cell)
        return [self._size(number, held) for number, held in enumerate(cells)]

    def _size(self, number: int, cells: Sequence[Block]) -> tuple[float, float]:
        pad = self._padding(number)
        least = max((cell.least() for cell in cells), default=0.0) + pad
        least = max(least, self.columns[number].least)
        return least, max(least, max((cell.natural() for cell in cells), default=0.0) + pad)

    def _padding(self, number: int) -> float:
        return _RIGHT if number == len(self.columns) - 1 else self.columns[number].apart

    def widths(self, width: float) -> tuple[float, ...]:
        """The columns' widths in a table of `width`."""
        if (found := self._widths.get(width)) is None:
            found = self._widths[width] = self._shared(width)
        return found

    def _shared(self, width: float) -> tuple[float, ...]:
        """Columns that fit their content come first, as far as the sharing ones keep their least.

        Where there is too little, every column gives of what it has above its widest word.
        """
        sizes = self._sizes()
        shares = [column.share for column in self.columns]
        wanted = [
            min(max(least, _LEAST), width / 2) if share else min(natural, max(least, _WIDEST * width))
            for (least, natural), share in zip(sizes, shares, strict=True)
        ]
        if (over := sum(wanted) - width) > 0:
            give = [max(0.0, want - least) for want, (least, _) in zip(wanted, sizes, strict=True)]
            part = min(1.0, over / sum(give)) if any(give) else 0.0
            wanted = [want - slack * part for want, slack in zip(wanted, give, strict=True)]
        fixed = sum(want for want, share in zip(wanted, shares, strict=True) if not share)
        if not any(shares) or (sum(wanted) > width and fixed > width / 2):
            return tuple(want * width / sum(wanted) for want in wanted)
        if sum(wanted) > width:  # words too wide for their columns are cut; what fits its content stays whole
            part = (width - fixed) / (sum(wanted) - fixed)
            return tuple(want * part if share else want for want, share in zip(wanted, shares, strict=True))
        found = _share_out(wanted, shares, width - fixed)
        return tuple(self._eased(found, [natural for _, natural in sizes]))

    def _eased(self, widths: list[float], natural: list[float]) -> list[float]:
        """What a sharing column has beyond its content goes to those that lack some, then to all that have a head."""
        spare = [
            max(0.0, wide - want) if column.share else 0.0
            for wide, want, column in zip(widths, natural, self.columns, strict=True)
        ]
        lack = [max(0.0, want - wide) for wide, want in zip(widths, natural, strict=True)]
        part = min(1.0, sum(spare) / sum(lack)) if any(lack) else 0.0
        used = sum(lack) * part / sum(spare) if any(spare) else 0.0
        widths = [wide + less * part - over * used for wide, less, over in zip(widths, lack, spare, strict=True)]
        spare = [over * (1 - used) for over in spare]
        headed = [number for number, column in enumerate(self.columns) if column.head]
        if len(headed) < _EASED or not any(spare):
            return widths
        part = sum(spare) / len(headed)
        return [
            wide - over + (part if number in headed else 0.0)
            for number, (wide, over) in enumerate(zip(widths, spare, strict=True))
        ]

    def _row_height(self, row: Row, widths: Sequence[float]) -> float:
        tall = (cell.height(self._room(widths, first, end)) for cell, first, end in row.places())
        return max(tall, default=0.0) + ABOVE + BELOW

    def _room(self, widths: Sequence[float], first: int, end: int) -> float:
        """The width of a cell without its padding."""
        return sum(widths[first:end]) - self._padding(end - 1)

    @property
    def _head(self) -> Row | None:
        heads = tuple(column.head for column in self.columns)
        return Row(tuple(head or Stack(()) for head in heads)) if any(heads) else None

    def _head_height(self, width: float) -> float:
        if (found := self._heads.get(width)) is None:
            head = self._head
            found = self._heads[width] = self._row_height(head, self.widths(width)) if head else 0.0
        return found

    def heights(self, width: float) -> list[float]:
        """The height of every row."""
        if (found := self._heights.get(width)) is None:
            widths = self.widths(width)
            found = self._heights[width] = [self._row_height(row, widths) for row in self.rows]
        return found

    def height(self, width: float) -> float:
        """Head and rows."""
        return self._head_height(width) + sum(self.heights(width))

    def draw(self, sheets: Sheets, x: float, y: float, width: float) -> None:
        """Rows with their rules."""
        widths, lines = self.widths(width), style().lines
        right = x + width
        sheets.line([(x, y), (right, y)], lines["table_above"])
        if head := self._head:
            tall = self._head_height(width)
            self._draw_row(sheets, head, x, y, widths, tall)
            y += tall
            sheets.line([(x, y), (right, y)], lines["table_head"])
        for number, (row, tall) in enumerate(zip(self.rows, self.heights(width), strict=True)):
            if number or row.total:
                sheets.line([(x, y), (right, y)], lines["table_total" if row.total else "table_row"])
            self._draw_row(sheets, row, x, y, widths, tall)
            if not self.changed.isdisjoint(row.about):
                margin_bar(sheets, x, y, tall)
            y += tall
        if self.closed:
            sheets.line([(x, y), (right, y)], lines["table_below"])

    def _draw_row(self, sheets: Sheets, row: Row, x: float, y: float, widths: Sequence[float], tall: float) -> None:
        for cell, first, end in row.places():
            left, room = x + sum(widths[:first]), self._room(widths, first, end)
            if first in row.panel:
                sheets.rectangle(left - _RIM, y + 0.4, room + 2 * _RIM, tall - 0.8, "panel")
            cell.draw(sheets, left, y + ABOVE, room)

    def split(self, width: float, room: float, forced: bool = False) -> Halves | None:
        """Between rows, two of them at least on either side; inside a row only when it is taller than a page."""
        heights, widths = self.heights(width), self.widths(width)
        left = room - self._head_height(width)
        fits = 0
        while fits < len(heights) and heights[fits] <= left:
            left -= heights[fits]
            fits += 1
        if fits >= len(heights):
            return None
        if fits == len(heights) - 1 and fits > _FIRST_ROWS:
            fits -= 1  # no row stands alone overleaf
        while fits > 1 and self.rows[fits - 1].leads:
            fits -= 1
        if fits >= min(_FIRST_ROWS, len(heights) - 1) and fits:
            return self._part(0, fits, width), self._part(fits, len(heights), width)
        if not forced:
            return None
        if fits:
            return self._part(0, fits, width), self._part(fits, len(heights), width)
        return self._split_row(widths, left, width)

    def _part(self, first: int, last: int, width: float) -> Table:
        """Some of the rows; the columns keep their widths."""
        rows, heights = list(self.rows[first:last]), self.heights(width)[first:last]
        if first and (again := rows[0].again):
            rows[0] = replace(rows[0], cells=(again, *rows[0].cells[1:]), again=None)
            heights[0] = self._row_height(rows[0], self.widths(width))
        return replace(self, rows=rows, _widths={width: self.widths(width)}, _heights={width: heights})

    def _split_row(self, widths: Sequence[float], room: float, width: float) -> Halves | None:
        """The first row cut at the edge, cell by cell."""
        above: list[Block] = []
        below: list[Block] = []
        room -= ABOVE + BELOW
        for cell, first_column, end in self.rows[0].places():
            wide = self._room(widths, first_column, end)
            halves = None if cell.height(wide) <= room else cell.split(wide, room, forced=True)
            first, rest = halves if halves else (cell, Stack(()))
            above.append(first)
            below.append(rest)
        if not any(cell.natural() for cell in below):
            return None
        head = replace(
            self, rows=[replace(self.rows[0], cells=tuple(above))], _widths={width: tuple(widths)}, _heights={}
        )
        rest_row = replace(self.rows[0], cells=tuple(below))
        rest = replace(self, rows=[rest_row, *self.rows[1:]], _widths={width: tuple(widths)}, _heights={})
        rest._heights[width] = [self._row_height(rest_row, widths), *self.heights(width)[1:]]
        return head, rest


def _share_out(wanted: Sequence[float], shares: Sequence[float], left: float) -> list[float]:
    """What is left, by share; a column whose share is less than it must have gets that, and the others share again."""
    held = {number for number, share in enumerate(shares) if share}
    result = list(wanted)
    while held:
        total = sum(shares[number] for number in held)
        short = {number for number in held if left * shares[number] / total < wanted[number]}
        if not short:
            for number in held:
                result[number] = left * shares[number] / total
            break
        left -= sum(wanted[number] for number in short)
        held -= short
    return result

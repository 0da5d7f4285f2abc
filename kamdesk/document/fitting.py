"""Blocks of a page that must not grow: cut to a height, laid out in small fields, with lines to write on by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kamdesk.document.blocks import Block, Halves, Prose
from kamdesk.document.style import MM
from kamdesk.picture.shapes import Pen

if TYPE_CHECKING:
    from kamdesk.document.sheet import Sheets

PITCH = 8.2 * MM  # from writing line to writing line (PAPER.md)
_LINE = Pen("edge", 0.4)
_WORD = 15 * MM
_TYPED = 5 * MM  # of a line, where it is filled in on a screen
_FIRST = 5.4 * MM  # of a single line below a label: the label itself leaves room


@dataclass(slots=True)
class Cut:
    """A block of `room` points at most; where more would stand, `more` says so."""

    block: Block
    room: float
    more: Prose

    def natural(self) -> float:
        """The block's own."""
        return self.block.natural()

    def least(self) -> float:
        """The block's own."""
        return self.block.least()

    def height(self, width: float) -> float:
        """The block's own, up to the room."""
        return min(self.block.height(width), self.room)

    def draw(self, sheets: Sheets, x: float, y: float, width: float) -> None:
        """As much as fits, then the sign that there is more."""
        if self.block.height(width) <= self.room:
            self.block.draw(sheets, x, y, width)
            return
        halves = self.block.split(width, self.room - self.more.height(width), forced=True)
        if halves is not None and halves[0].height(width) <= self.room - self.more.height(width) + 0.01:
            halves[0].draw(sheets, x, y, width)
            y += halves[0].height(width)
        self.more.draw(sheets, x, y, width)

    def split(self, width: float, room: float, forced: bool = False) -> Halves | None:
        """Never."""
        return None


@dataclass(slots=True)
class WritingLines:
    """Empty lines to write on; the first keeps its distance from what stands above."""

    count: int
    pitch: float = PITCH

    def natural(self) -> float:
        """None of its own."""
        return 0.0

    def least(self) -> float:
        """None of its own."""
        return 0.0

    def height(self, width: float) -> float:
        """So many pitches."""
        return self.count * self.pitch

    def draw(self, sheets: Sheets, x: float, y: float, width: float) -> None:
        """From the top down."""
        for number in range(1, self.count + 1):
            sheets.line([(x, y + number * self.pitch), (x + width, y + number * self.pitch)], _LINE)
            sheets.field(x, y + number * self.pitch - _TYPED, width, _TYPED)

    def split(self, width: float, room: float, forced: bool = False) -> Halves | None:
        """Between two lines."""
        fits = int(room / self.pitch)
        if not 0 < fits < self.count:
            return None
        return WritingLines(fits, self.pitch), WritingLines(self.count - fits, self.pitch)


@dataclass(frozen=True, slots=True)
class Blank:
    """A cell to write in: `wide` if there is room, a writing line high."""

    wide: float = 0.0
    tall: float = PITCH

    def natural(self) -> float:
        """As it is given."""
        return self.wide

    def least(self) -> float:
        """A word."""
        return min(self.wide, _WORD)

    def height(self, width: float) -> float:
        """As it is given."""
        return self.tall

    def draw(self, sheets: Sheets, x: float, y: float, width: float) -> None:
        """Nothing but a place to type: the table's own rule is what one writes on."""
        sheets.field(x, y + self.tall - _TYPED, width, _TYPED)

    def split(self, width: float, room: float, forced: bool = False) -> Halves | None:
        """Never."""
        return None


@dataclass(frozen=True, slots=True)
class Space:
    """Nothing, so high."""

    tall: float

    def natural(self) -> float:
        """None of its own."""
        return 0.0

    def least(self) -> float:
        """None of its own."""
        return 0.0

    def height(self, width: float) -> float:
        """As it is given."""
        return self.tall

    def draw(self, sheets: Sheets, x: float, y: float, width: float) -> None:
        """Nothing."""

    def split(self, width: float, room: float, forced: bool = False) -> Halves | None:
        """Never."""
        return None


@dataclass(frozen=True, slots=True)
class Entry:
    """A label over what is known; nothing known = a line to write on. `takes` says how many columns it covers."""

    label: Prose
    value: Block | None
    takes: int = 1
    lines: int = 1  # to write on


@dataclass(slots=True)
class Entries:
    """Entries side by side in columns of equal width, row below row."""

    entries: Sequence[Entry]
    columns: int
    gutter: float = 5 * MM
    gap: float = 1.6 * MM

    def natural(self) -> float:
        """As wide as there is room."""
        return 0.0

    def least(self) -> float:
        """As wide as there is room."""
        return 0.0

    def _rows(self) -> Iterator[list[tuple[Entry, int]]]:
        """The entries of each row with their first column."""
        row: list[tuple[Entry, int]] = []
        at = 0
        for entry in self.entries:
            if at + entry.takes > self.columns:
                yield row
                row, at = [], 0
            row.append((entry, at))
            at += entry.takes
        if row:
            yield row

    def _width(self, width: float, takes: int) -> float:
        one = (width - self.gutter * (self.columns - 1)) / self.columns
        return one * takes + self.gutter * (takes - 1)

    def _tall(self, entry: Entry, width: float) -> float:
        wide = self._width(width, entry.takes)
        value = _writing(entry).height(wide) if entry.value is None else entry.value.height(wide)
        return entry.label.height(wide) + value

    def height(self, width: float) -> float:
        """All rows, each as tall as its tallest entry."""
        rows = [max(self._tall(entry, width) for entry, _ in row) for row in self._rows()]
        return sum(rows) + self.gap * max(len(rows) - 1, 0)

    def draw(self, sheets: Sheets, x: float, y: float, width: float) -> None:
        """Row by row; a line to write on stands at the foot of its row."""
        step = self._width(width, 1) + self.gutter
        for row in self._rows():
            tall = max(self._tall(entry, width) for entry, _ in row)
            for entry, first in row:
                left, wide = x + first * step, self._width(width, entry.takes)
                entry.label.draw(sheets, left, y, wide)
                value = entry.value or _writing(entry)
                value.draw(sheets, left, y + entry.label.height(wide), wide)
            y += tall + self.gap

    def split(self, width: float, room: float, forced: bool = False) -> Halves | None:
        """Never."""
        return None


def _writing(entry: Entry) -> WritingLines:
    return WritingLines(entry.lines, _FIRST if entry.lines == 1 else PITCH)

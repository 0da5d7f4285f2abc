"""Blocks: what stands on a page. Each knows its height in a column, draws itself, and may be split over two pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, Protocol

from kamdesk.document.fonts import ASCENT, DESCENT
from kamdesk.document.setting import SetLine, Setter
from kamdesk.document.style import MM, Type, style
from kamdesk.document.text import Spans

if TYPE_CHECKING:  # sheet imports reportlab, which is dear
    from kamdesk.document.sheet import Sheets

Align = Literal["left", "right", "middle"]
Halves = tuple["Block", "Block"]
_LEAST_LINES = 2  # of a paragraph, on either side of a page's end


class Block(Protocol):
    """One thing in a column; lengths in points, y downwards."""

    def natural(self) -> float:
        """The width it would take if the column set no limit."""

    def least(self) -> float:
        """The width below which a word or number in it would be cut."""

    def height(self, width: float) -> float:
        """Its height in a column."""

    def draw(self, sheets: Sheets, x: float, y: float, width: float) -> None:
        """Draw it from the top left corner of its place."""

    def split(self, width: float, room: float, forced: bool = False) -> Halves | None:
        """What fits the room, and the rest; None when nothing good fits. `forced`: the room is a whole page."""


@dataclass(slots=True)
class Lines:
    """Lines that are already set."""

    lines: Sequence[SetLine]
    kind: Type
    align: Align = "left"

    def natural(self) -> float:
        """The widest line."""
        return max((line.width for line in self.lines), default=0.0)

    def least(self) -> float:
        """The widest line, since they are set."""
        return self.natural()

    def height(self, width: float) -> float:
        """So many leadings."""
        return len(self.lines) * self.kind.leading

    def draw(self, sheets: Sheets, x: float, y: float, width: float) -> None:
        """Each line on its baseline, which stands so that the letters sit in the middle of the leading."""
        size, leading = self.kind.size, self.kind.leading
        baseline = y + (leading - (ASCENT + DESCENT) * size) / 2 + ASCENT * size
        for number, line in enumerate(self.lines):
            spare = {"left": 0.0, "right": width - line.width, "middle": (width - line.width) / 2}[self.align]
            sheets.text(x + spare, baseline + number * leading, line)

    def split(self, width: float, room: float, forced: bool = False) -> Halves | None:
        """At a line's end, two lines at least on either side."""
        fits = min(int(room / self.kind.leading + 1e-6), len(self.lines))
        least = 1 if forced else _LEAST_LINES
        if fits < len(self.lines) < fits + _LEAST_LINES:
            fits = max(fits - _LEAST_LINES + len(self.lines) - fits, least if forced else 0)
        if not least <= fits < len(self.lines):
            return None
        return replace(self, lines=self.lines[:fits]), replace(self, lines=self.lines[fits:])


@dataclass(slots=True)
class Prose:
    """A paragraph, set when its column is known; `most` lines are shown (0 = all)."""

    setter: Setter
    spans: Spans
    kind: Type
    align: Align = "left"
    most: int = 0
    _set: dict[float, Lines] = field(default_factory=dict)

    def natural(self) -> float:
        """The width on one line."""
        return self.setter.width(self.spans, self.kind)

    def least(self) -> float:
        """The widest word."""
        return self.setter.widest_word(self.spans, self.kind)

    def at(self, width: float) -> Lines:
        """The lines in a column."""
        if (lines := self._set.get(width)) is None:
            found = self.setter.lines(self.spans, self.kind, width, self.most)
            lines = self._set[width] = Lines(found, self.kind, self.align)
        return lines

    def height(self, width: float) -> float:
        """So many lines as the column asks for."""
        return self.at(width).height(width)

    def draw(self, sheets: Sheets, x: float, y: float, width: float) -> None:
        """The lines."""
        self.at(width).draw(sheets, x, y, width)

    def split(self, width: float, room: float, forced: bool = False) -> Halves | None:
        """At a line's end."""
        return self.at(width).split(width, room, forced)


@dataclass(slots=True)
class Stack:
    """Blocks one below the other."""

    blocks: Sequence[Block]
    gap: float = 0.0

    def natural(self) -> float:
        """The widest of them."""
        return max((block.natural() for block in self.blocks), default=0.0)

    def least(self) -> float:
        """The widest of their words."""
        return max((block.least() for block in self.blocks), default=0.0)

    def height(self, width: float) -> float:
        """All of them and the gaps."""
        return sum(block.height(width) for block in self.blocks) + self.gap * max(len(self.blocks) - 1, 0)

    def draw(self, sheets: Sheets, x: float, y: float, width: float) -> None:
        """From the top down."""
        for block in self.blocks:
            block.draw(sheets, x, y, width)
            y += block.height(width) + self.gap

    def split(self, width: float, room: float, forced: bool = False) -> Halves | None:
        """Between two blocks, or inside the one that crosses the edge."""
        for number, block in enumerate(self.blocks):
            height = block.height(width)
            if height > room:
                halves = block.split(width, room, forced and number == 0)
                if halves is None and number == 0:
                    return None
                first, rest = halves if halves else (None, block)
                head = [*self.blocks[:number], *([first] if first else [])]
                return replace(self, blocks=head), replace(self, blocks=[rest, *self.blocks[number + 1 :]])
            room -= height + self.gap
        return None


@dataclass(slots=True)
class Pair:
    """Two blocks side by side; when they are taller than a page, one below the other."""

    left: Block
    right: Block
    share: float = 0.5  # of the width without the gutter, for the left one
    gutter: float = 8 * MM

    def natural(self) -> float:
        """Both and the gutter."""
        return self.left.natural() + self.gutter + self.right.natural()

    def least(self) -> float:
        """Both at their least."""
        return self.left.least() + self.gutter + self.right.least()

    def _widths(self, width: float) -> tuple[float, float]:
        left = (width - self.gutter) * self.share
        return left, width - self.gutter - left

    def height(self, width: float) -> float:
        """The taller of the two."""
        left, right = self._widths(width)
        return max(self.left.height(left), self.right.height(right))

    def draw(self, sheets: Sheets, x: float, y: float, width: float) -> None:
        """Both from the same top."""
        left, right = self._widths(width)
        self.left.draw(sheets, x, y, left)
        self.right.draw(sheets, x + left + self.gutter, y, right)

    def split(self, width: float, room: float, forced: bool = False) -> Halves | None:
        """Only when a whole page is not enough."""
        if not forced:
            return None
        return Stack([self.left, self.right], style().mm("gap_least")).split(width, room, forced)


@dataclass(slots=True)
class Across:
    """Blocks side by side from the same top: each as wide as it is, or in `places` columns of equal width."""

    blocks: Sequence[Block]
    gutter: float = 4 * MM
    places: int = 0

    def natural(self) -> float:
        """All of them and the gutters."""
        return sum(block.natural() for block in self.blocks) + self.gutter * (len(self.blocks) - 1)

    def least(self) -> float:
        """As they are: none of them is broken."""
        return self.natural()

    def _widths(self, width: float) -> list[float]:
        if self.places:
            return [(width - self.gutter * (self.places - 1)) / self.places] * len(self.blocks)
        scale = min(1.0, width / max(self.natural(), 1.0))
        return [block.natural() * scale + 0.01 for block in self.blocks]

    def height(self, width: float) -> float:
        """The tallest."""
        sizes = zip(self.blocks, self._widths(width), strict=True)
        return max((block.height(wide) for block, wide in sizes), default=0.0)

    def draw(self, sheets: Sheets, x: float, y: float, width: float) -> None:
        """From left to right."""
        for block, wide in zip(self.blocks, self._widths(width), strict=True):
            block.draw(sheets, x, y, wide)
            x += wide + self.gutter

    def split(self, width: float, room: float, forced: bool = False) -> Halves | None:
        """Never."""
        return None


@dataclass(slots=True)
class Panel:
    """A block on a grey panel."""

    block: Block
    across: float = 3 * MM
    above: float = 2.2 * MM

    def natural(self) -> float:
        """The block and the panel's rim."""
        return self.block.natural() + 2 * self.across

    def least(self) -> float:
        """The block and the panel's rim."""
        return self.block.least() + 2 * self.across

    def height(self, width: float) -> float:
        """The block and the panel's rim."""
        return self.block.height(width - 2 * self.across) + 2 * self.above

    def draw(self, sheets: Sheets, x: float, y: float, width: float) -> None:
        """The panel first."""
        sheets.rectangle(x, y, width, self.height(width), "panel")
        self.block.draw(sheets, x + self.across, y + self.above, width - 2 * self.across)

    def split(self, width: float, room: float, forced: bool = False) -> Halves | None:
        """A panel for each half."""
        halves = self.block.split(width - 2 * self.across, room - 2 * self.above, forced)
        return (replace(self, block=halves[0]), replace(self, block=halves[1])) if halves else None


@dataclass(slots=True)
class Indented:
    """A block moved to the right, with another in the free place: a mark, a bullet, a number."""

    lead: Block
    block: Block
    by: float

    def natural(self) -> float:
        """Both."""
        return self.by + self.block.natural()

    def least(self) -> float:
        """The lead and a word."""
        return self.by + self.block.least()

    def height(self, width: float) -> float:
        """The taller of the two."""
        return max(self.block.height(width - self.by), self.lead.height(self.by))

    def draw(self, sheets: Sheets, x: float, y: float, width: float) -> None:
        """Both from the same top."""
        self.lead.draw(sheets, x, y, self.by)
        self.block.draw(sheets, x + self.by, y, width - self.by)

    def split(self, width: float, room: float, forced: bool = False) -> Halves | None:
        """The lead stays with the first half."""
        halves = self.block.split(width - self.by, room, forced)
        return (replace(self, block=halves[0]), Indented(Stack(()), halves[1], self.by)) if halves else None

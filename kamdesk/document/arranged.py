"""Blocks made of blocks: side by side, behind a mark, on a panel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kamdesk.document.blocks import Block, Halves, Stack
from kamdesk.document.style import MM, style
from kamdesk.picture.shapes import Pen

if TYPE_CHECKING:
    from kamdesk.document.sheet import Sheets


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
        natural = [block.natural() + 0.01 for block in self.blocks]
        scale = min(1.0, (width - self.gutter * (len(natural) - 1)) / max(sum(natural), 1.0))
        return [wide * scale for wide in natural]

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


@dataclass(slots=True)
class Ruled:
    """A block with a rule below it."""

    block: Block
    pen: Pen
    gap: float = 1.6 * MM

    def natural(self) -> float:
        """The block's own."""
        return self.block.natural()

    def least(self) -> float:
        """The block's own."""
        return self.block.least()

    def height(self, width: float) -> float:
        """The block and the gap above the rule."""
        return self.block.height(width) + self.gap

    def draw(self, sheets: Sheets, x: float, y: float, width: float) -> None:
        """The rule closes it."""
        self.block.draw(sheets, x, y, width)
        bottom = y + self.height(width)
        sheets.line([(x, bottom), (x + width, bottom)], self.pen)

    def split(self, width: float, room: float, forced: bool = False) -> Halves | None:
        """Never."""
        return None

"""Pieces of forms filled in by hand: a block under a rule, blocks at either end of a line, columns by share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kamdesk.document.blocks import Block, Halves
from kamdesk.document.style import MM, style

if TYPE_CHECKING:
    from kamdesk.document.sheet import Sheets

_APART, _ROUNDING = 4 * MM, 0.1
_BELOW_RULE = 1.4 * MM


@dataclass(frozen=True, slots=True)
class Ends:
    """Two blocks on one line, the second one at the right edge."""

    left: Block
    right: Block

    def natural(self) -> float:
        """Both and a gap."""
        return self.left.natural() + _APART + self.right.natural() + 2 * _ROUNDING

    def least(self) -> float:
        """Both, since neither is broken."""
        return self.natural()

    def _right(self, width: float) -> float:
        """As much as it needs, half of the line at least where the left one would take more."""
        room = max(width / 2, width - _APART - self.left.natural() - _ROUNDING)
        return min(self.right.natural() + _ROUNDING, room)

    def height(self, width: float) -> float:
        """The taller of the two."""
        right = self._right(width)
        return max(self.left.height(width - right - _APART), self.right.height(right))

    def draw(self, sheets: Sheets, x: float, y: float, width: float) -> None:
        """Both from the same foot."""
        right, tall = self._right(width), self.height(width)
        left = width - right - _APART
        self.left.draw(sheets, x, y + tall - self.left.height(left), left)
        self.right.draw(sheets, x + width - right, y + tall - self.right.height(right), right)

    def split(self, width: float, room: float, forced: bool = False) -> Halves | None:
        """Never."""
        return None


@dataclass(frozen=True, slots=True)
class Band:
    """A block under a strong rule, as a table begins."""

    block: Block

    def natural(self) -> float:
        """The block's own."""
        return self.block.natural()

    def least(self) -> float:
        """The block's own."""
        return self.block.least()

    def height(self, width: float) -> float:
        """The block and the gap below the rule."""
        return self.block.height(width) + _BELOW_RULE

    def draw(self, sheets: Sheets, x: float, y: float, width: float) -> None:
        """The rule first."""
        sheets.line([(x, y), (x + width, y)], style().lines["table_above"])
        self.block.draw(sheets, x, y + _BELOW_RULE, width)

    def split(self, width: float, room: float, forced: bool = False) -> Halves | None:
        """Never."""
        return None


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks side by side from the same top, each with its share of the width."""

    blocks: Sequence[Block]
    shares: Sequence[float]
    gutter: float = 3 * MM

    def natural(self) -> float:
        """All of them and the gutters."""
        return sum(block.natural() for block in self.blocks) + self.gutter * (len(self.blocks) - 1)

    def least(self) -> float:
        """All of them at their least."""
        return sum(block.least() for block in self.blocks) + self.gutter * (len(self.blocks) - 1)

    def _widths(self, width: float) -> list[float]:
        room = width - self.gutter * (len(self.blocks) - 1)
        return [room * share / sum(self.shares) for share in self.shares]

    def height(self, width: float) -> float:
        """The tallest."""
        pairs = zip(self.blocks, self._widths(width), strict=True)
        return max((block.height(wide) for block, wide in pairs), default=0.0)

    def draw(self, sheets: Sheets, x: float, y: float, width: float) -> None:
        """From left to right."""
        for block, wide in zip(self.blocks, self._widths(width), strict=True):
            block.draw(sheets, x, y, wide)
            x += wide + self.gutter

    def split(self, width: float, room: float, forced: bool = False) -> Halves | None:
        """Never."""
        return None

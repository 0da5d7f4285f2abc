"""The bar in the margin: what stands beside it is not as an earlier edition told it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kamdesk.client.record import Record
from kamdesk.document.blocks import Block, Halves
from kamdesk.document.style import MM
from kamdesk.picture.shapes import Pen

if TYPE_CHECKING:
    from kamdesk.document.sheet import Sheets

_BAR = Pen("accent", 0.8)
_APART, _INSET = 1.9 * MM, 1.4  # left of the text; above and below, so that two bars are seen to be two


def told_of(record: Record | None, *fields: str) -> tuple[str, ...]:
    """What a row tells of: a whole record, or some of its fields."""
    if record is None:
        return ()
    return tuple(f"{record.key}.{name}" for name in fields) or (record.key,)


def margin_bar(sheets: Sheets, x: float, y: float, tall: float) -> None:
    """The bar beside something that begins at x and y."""
    left = x - _APART
    sheets.line([(left, y + _INSET), (left, y + max(tall - _INSET, _INSET + 1.0))], _BAR)


@dataclass(slots=True)
class Barred:
    """A block with the bar beside it."""

    block: Block

    def natural(self) -> float:
        """The block's own."""
        return self.block.natural()

    def least(self) -> float:
        """The block's own."""
        return self.block.least()

    def height(self, width: float) -> float:
        """The block's own."""
        return self.block.height(width)

    def draw(self, sheets: Sheets, x: float, y: float, width: float) -> None:
        """The block, then the bar."""
        self.block.draw(sheets, x, y, width)
        margin_bar(sheets, x, y, self.block.height(width))

    def split(self, width: float, room: float, forced: bool = False) -> Halves | None:
        """Where the block splits; the bar stands beside both halves."""
        halves = self.block.split(width, room, forced)
        return (replace(self, block=halves[0]), Barred(halves[1])) if halves else None

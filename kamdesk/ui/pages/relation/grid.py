"""Blocks on the ground of a tile, in a grid of sixths that folds to fewer columns in a narrow window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.labels import Heading
from kamdesk.ui.parts.tiles import Card

_SIXTHS = 6
_NARROW = 1000  # px at 100 % text, below which blocks take their narrow widths


class Block(Card):
    """A heading with a note at its right end, and below it whatever the block is about.

    `wide` and `narrow` are how many sixths of a row it takes.
    """

    def __init__(self, look: Look, title: str, *, wide: int = 2, narrow: int = 3) -> None:
        super().__init__()
        self.look = look
        self.wide, self.narrow = wide, narrow
        self.heading = Heading(look, title)
        px = look.theme.px
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px(18), px(12), px(18), px(14))
        self.column.setSpacing(px(8))
        self.column.addWidget(self.heading)
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def fill(self) -> None:
        """End the column: what is above stands at the top."""
        self.column.addStretch(1)


class BlockGrid(QWidget):
    """Lays the blocks out row by row; those of one row are equally high."""

    def __init__(self, look: Look, blocks: Sequence[Block]) -> None:
        super().__init__()
        self.look = look
        self._blocks = tuple(blocks)
        self._narrow: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.theme.space("m"))
        for column in range(_SIXTHS):
            self._grid.setColumnStretch(column, 1)
        self._lay(narrow=False)

    def _lay(self, *, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for block in self._blocks:
            self._grid.removeWidget(block)
        for row, blocks in enumerate(_rows(self._blocks, narrow=narrow)):
            column = 0
            for block, span in blocks:
                self._grid.addWidget(block, row, column, 1, span)
                column += span

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where there is little room."""
        super().resizeEvent(event)
        self._lay(narrow=event.size().width() < self.look.theme.px(_NARROW))


def _rows(blocks: Sequence[Block], *, narrow: bool) -> list[list[tuple[Block, int]]]:
    """The blocks row by row in their order; a block that no longer fits leaves its place to the next that does."""
    left = [(block, block.narrow if narrow else block.wide) for block in blocks]
    rows: list[list[tuple[Block, int]]] = []
    while left:
        room, row = _SIXTHS, []
        for placed in tuple(left):
            if placed[1] <= room:
                room -= placed[1]
                row.append(placed)
                left.remove(placed)
        rows.append(row)
    return rows

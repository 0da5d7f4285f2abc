"""Blocks: what stands on a page. Each knows its height in a column, draws itself, and may be split over two pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, Protocol

from kamdesk.document.breaking import LONGEST_NAME
from kamdesk.document.fonts import ASCENT, DESCENT
from kamdesk.document.set_line import SetLine
from kamdesk.document.setting import Setter
from kamdesk.document.style import Type
from kamdesk.document.text import Spans

if TYPE_CHECKING:  # sheet imports reportlab, which is dear
    from kamdesk.document.sheet import Sheets

Align = Literal["left", "right", "middle"]
Halves = tuple["Block", "Block"]
_LONG = 400  # characters
_WIDEST = 12  # em of a word that must not be cut in a paragraph that may be
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
    """A paragraph, set when its column is known; `most` lines are shown (0 = all); a title is broken by its sense."""

    setter: Setter
    spans: Spans
    kind: Type
    align: Align = "left"
    most: int = 0
    title: bool = False
    to: str = ""  # the name of the chapter it leads to
    _set: dict[float, Lines] = field(default_factory=dict)
    _natural: float = field(default=-1.0, init=False)

    def natural(self) -> float:
        """The width on one line; a long text would never fit one, so it is not measured."""
        if self._natural < 0:
            long = sum(len(span.text) for span in self.spans) > _LONG
            self._natural = _LONG * self.kind.size if long else self.setter.width(self.spans, self.kind)
        return self._natural

    def least(self) -> float:
        """The widest word; a few characters stay together in any script. What may be cut asks for less."""
        if sum(len(span.text) for span in self.spans) <= LONGEST_NAME:
            return self.natural()
        widest = self.setter.widest_word(self.spans, self.kind)
        return min(widest, _WIDEST * self.kind.size) if self.most else widest

    def at(self, width: float) -> Lines:
        """The lines in a column."""
        if (lines := self._set.get(width)) is None:
            found = (
                self.setter.title(self.spans, self.kind, width)
                if self.title
                else self.setter.lines(self.spans, self.kind, width, self.most)
            )
            lines = self._set[width] = Lines(found, self.kind, self.align)
        return lines

    def height(self, width: float) -> float:
        """So many lines as the column asks for."""
        return self.at(width).height(width)

    def draw(self, sheets: Sheets, x: float, y: float, width: float) -> None:
        """The lines; what leads somewhere can be clicked where it stands."""
        lines = self.at(width)
        lines.draw(sheets, x, y, width)
        if self.to:
            wide = min(lines.natural(), width)
            spare = {"left": 0.0, "right": width - wide, "middle": (width - wide) / 2}[self.align]
            sheets.lead(x + spare, y, wide, lines.height(width), self.to)

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
class Led:
    """A block with a line above it that never stands alone at the end of a page."""

    lead: Block
    block: Block
    gap: float = 0.0

    def natural(self) -> float:
        """The wider of the two."""
        return max(self.lead.natural(), self.block.natural())

    def least(self) -> float:
        """The wider of their words."""
        return max(self.lead.least(), self.block.least())

    def height(self, width: float) -> float:
        """Both and the gap."""
        return self.lead.height(width) + self.gap + self.block.height(width)

    def draw(self, sheets: Sheets, x: float, y: float, width: float) -> None:
        """The lead first."""
        self.lead.draw(sheets, x, y, width)
        self.block.draw(sheets, x, y + self.lead.height(width) + self.gap, width)

    def split(self, width: float, room: float, forced: bool = False) -> Halves | None:
        """Where the block splits; the lead stays with the first half."""
        halves = self.block.split(width, room - self.lead.height(width) - self.gap, forced)
        return (replace(self, block=halves[0]), halves[1]) if halves else None

"""The larger pieces of a page: a chapter's head, a block with its title, key figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kamdesk.document.blocks import Block, Halves, Prose, Stack
from kamdesk.document.style import MM, style
from kamdesk.picture.shapes import Pen

if TYPE_CHECKING:
    from kamdesk.document.sheet import Sheets

_BELOW_TITLE = 1.2 * MM
_NOTE_APART = 4 * MM
_MARK_APART = 2 * MM
_BESIDE_APART = 6 * MM


@dataclass(slots=True)
class Head:
    """Kicker, conclusion and the strong rule that close the head of a chapter; a continued one has the kicker alone.

    `mark` stands behind the kicker of a conclusion somebody wrote, `beside` at the right edge of both.
    """

    kicker: Prose
    conclusion: Prose | None = None
    mark: Block | None = None
    beside: Block | None = None

    def natural(self) -> float:
        """As wide as the page."""
        return style().mm("width")

    def least(self) -> float:
        """As wide as the page."""
        return self.natural()

    def height(self, width: float) -> float:
        """With what stands below the rule left out."""
        room = self.room(width)
        tall, below = self.kicker.height(room), 3 * MM if self.conclusion else 1.4 * MM
        tall += 0.7 * MM + self.conclusion.height(room) if self.conclusion else 0.0
        return max(tall, self.beside.height(width) if self.beside else 0.0) + below

    def room(self, width: float) -> float:
        """What of the width is for words."""
        return width - (self.beside.natural() + _BESIDE_APART if self.beside else 0.0)

    def draw(self, sheets: Sheets, x: float, y: float, width: float) -> None:
        """From the top down."""
        room = self.room(width)
        self.kicker.draw(sheets, x, y, room)
        if self.mark:
            behind = min(self.kicker.natural(), room - self.mark.natural()) + _MARK_APART
            self.mark.draw(sheets, x + behind, y, room)
        if self.beside:
            self.beside.draw(sheets, x, y, width)
        bottom = y + self.height(width)
        if self.conclusion:
            self.conclusion.draw(sheets, x, y + self.kicker.height(room) + 0.7 * MM, room)
            sheets.line([(x, bottom), (x + width, bottom)], style().lines["conclusion"])

    def split(self, width: float, room: float, forced: bool = False) -> Halves | None:
        """Never."""
        return None


@dataclass(slots=True)
class Titled:
    """A block under its title, with a note at the right edge; a continued one says so and drops the note."""

    title: Prose
    block: Block
    note: Prose | None = None
    again: Prose | None = None  # the title on the next page

    def natural(self) -> float:
        """The wider of title and block."""
        return max(self.title.natural(), self.block.natural())

    def least(self) -> float:
        """The wider of title and block, at their least."""
        return max(self.title.least(), self.block.least())

    def _title_height(self, width: float) -> float:
        """One line, or two when the note does not fit beside the title."""
        tall = self.title.height(width)
        return tall + (self.note.height(width) if self.note and self._below(width) else 0.0) + _BELOW_TITLE

    def _below(self, width: float) -> bool:
        return self.note is not None and self.title.natural() + _NOTE_APART + self.note.natural() > width

    def height(self, width: float) -> float:
        """Title and block."""
        return self._title_height(width) + self.block.height(width)

    def draw(self, sheets: Sheets, x: float, y: float, width: float) -> None:
        """Title and note on one baseline."""
        self.title.draw(sheets, x, y, width)
        if self.note and self._below(width):
            self.note.draw(sheets, x, y + self.title.height(width), width)
        elif self.note:
            self.note.draw(sheets, x, y + self.title.kind.leading - self.note.kind.leading - 0.8, width)
        self.block.draw(sheets, x, y + self._title_height(width), width)

    def split(self, width: float, room: float, forced: bool = False) -> Halves | None:
        """Where the block splits; the title stays with the first part and is repeated over the rest."""
        halves = self.block.split(width, room - self._title_height(width), forced)
        if halves is None:
            return None
        again = self.again or self.title
        return replace(self, block=halves[0]), Titled(again, halves[1], None, again)


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A label, its figure and a second line."""

    label: Prose
    figure: Prose
    below: Prose


@dataclass(slots=True)
class KeyFigures:
    """Cells side by side, with thin lines between them; each is as wide as its content needs."""

    cells: Sequence[KeyFigure]
    _pad: float = 3.2 * MM

    def natural(self) -> float:
        """As wide as the page."""
        return style().mm("width")

    def least(self) -> float:
        """As wide as the page."""
        return self.natural()

    def _widths(self, width: float) -> list[float]:
        wanted = [max(part.natural() for part in (it.label, it.figure, it.below)) for it in self.cells]
        free = width - 2 * self._pad * (len(wanted) - 1)
        if sum(wanted) > free:
            fair = free / len(wanted)
            over = sum(want for want in wanted if want > fair)
            scale = (free - sum(want for want in wanted if want <= fair)) / over
            return [want if want <= fair else want * scale for want in wanted]
        return [want + (free - sum(wanted)) / len(wanted) for want in wanted]

    def height(self, width: float) -> float:
        """The tallest cell."""
        widths = self._widths(width)
        return max(
            Stack([it.label, it.figure, it.below]).height(wide) for it, wide in zip(self.cells, widths, strict=True)
        )

    def draw(self, sheets: Sheets, x: float, y: float, width: float) -> None:
        """From left to right."""
        tall = self.height(width)
        for number, (it, wide) in enumerate(zip(self.cells, self._widths(width), strict=True)):
            if number:
                sheets.line([(x - self._pad, y), (x - self._pad, y + tall)], Pen("rule", 0.5))
            Stack([it.label, it.figure, it.below]).draw(sheets, x, y, wide)
            x += wide + 2 * self._pad

    def split(self, width: float, room: float, forced: bool = False) -> Halves | None:
        """Never."""
        return None

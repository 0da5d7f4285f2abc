"""The sizes of paper a page may have; margins, header and footer keep their distances from the edges."""

from __future__ import annotations

from dataclasses import dataclass

from kamdesk.document.style import MM, style


@dataclass(frozen=True, slots=True)
class Paper:
    """One size of sheet, in mm; theme.toml gives all lengths for A4 upright."""

    wide: float
    tall: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        return self.wide * MM, self.tall * MM

    @property
    def left(self) -> float:
        """Where text begins."""
        return style().mm("margin")

    @property
    def width(self) -> float:
        """Of the text."""
        return self.wide * MM - 2 * self.left

    @property
    def top(self) -> float:
        """Where text begins, from the upper edge."""
        return style().mms("body")[0]

    @property
    def bottom(self) -> float:
        """Where text ends, from the upper edge."""
        return self.from_below(style().mms("body")[1])

    @property
    def beyond(self) -> float:
        """How much wider the text is than that of A4 upright."""
        return self.width - style().mm("width")

    def from_below(self, place: float) -> float:
        """A place of A4 upright at the same distance from the lower edge of this sheet."""
        return place + self.tall * MM - style().mms("page")[1]


A4 = Paper(210.0, 297.0)
A4_WIDE = Paper(297.0, 210.0)
A3_WIDE = Paper(420.0, 297.0)
LETTER = Paper(215.9, 279.4)
LETTER_WIDE = Paper(279.4, 215.9)


@dataclass(frozen=True, slots=True)
class Stock:
    """What one document is printed on: upright, across where a page needs it, and larger for the people map."""

    upright: Paper = A4
    across: Paper = A4_WIDE
    large: Paper | None = None


USUAL = Stock()
STOCKS = {"A4": USUAL, "A3": Stock(large=A3_WIDE), "Letter": Stock(LETTER, LETTER_WIDE)}

"""Pieces of a sheet that is torn in two: its head with a code, the line to tear along, the head of what stays back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kamdesk.document.blocks import Halves, Prose
from kamdesk.document.paper import A4
from kamdesk.document.style import MM, style
from kamdesk.picture.shapes import Pen

if TYPE_CHECKING:
    from kamdesk.document.sheet import Sheets

_BELOW_KICKER, _BELOW_CONCLUSION = 0.7 * MM, 3 * MM
_CODE_APART = 3 * MM
_TAG_TALL, _TAG_PAD = 4.8 * MM, 2.3 * MM
_DASH = Pen("edge", 0.8, (6.8, 4.5))
_TRIANGLE, _EDGE = 4.0 * MM, 0.8 * MM
_GAP = 33 * MM  # half of what is left free for the words


@dataclass(slots=True)
class SheetHead:
    """Kicker with a label and a code at the right, a conclusion, and the strong rule."""

    kicker: Prose
    label: Prose
    code: Prose
    conclusion: Prose

    def natural(self) -> float:
        """As wide as the page."""
        return A4.width

    def least(self) -> float:
        """As wide as the page."""
        return A4.width

    def height(self, width: float) -> float:
        """As the head of any chapter."""
        return self.kicker.kind.leading + _BELOW_KICKER + self.conclusion.height(width) + _BELOW_CONCLUSION

    def draw(self, sheets: Sheets, x: float, y: float, width: float) -> None:
        """The code stands on the kicker's line."""
        code = self.code.natural()
        label = code + _CODE_APART + self.label.natural()
        self.kicker.draw(sheets, x, y, width - label - _CODE_APART)
        middle = y + self.kicker.kind.leading / 2
        self.label.draw(sheets, x + width - label, middle - self.label.kind.leading / 2 + 1.0, label)
        self.code.draw(sheets, x + width - code, middle - self.code.kind.leading / 2, code + 1.0)
        self.conclusion.draw(sheets, x, y + self.kicker.kind.leading + _BELOW_KICKER, width)
        bottom = y + self.height(width)
        sheets.line([(x, bottom), (x + width, bottom)], style().lines["conclusion"])

    def split(self, width: float, room: float, forced: bool = False) -> Halves | None:
        """Never."""
        return None


@dataclass(slots=True)
class TearLine:
    """Dashes from edge to edge of the paper with a triangle at either end, and words in the gap."""

    words: Prose

    def natural(self) -> float:
        """As wide as the paper."""
        return A4.size[0]

    def least(self) -> float:
        """As wide as the paper."""
        return A4.size[0]

    def height(self, width: float) -> float:
        """Its words."""
        return self.words.height(width)

    def draw(self, sheets: Sheets, x: float, y: float, width: float) -> None:
        """The words stand in the middle of the line."""
        middle, right = y + self.height(width) / 2, x + width
        half, rise = max(_GAP, self.words.natural() / 2 + 6 * MM), _TRIANGLE / 2
        for ends in ((x + _TRIANGLE, x + width / 2 - half), (x + width / 2 + half, right - _TRIANGLE)):
            sheets.line([(end, middle) for end in ends], _DASH)
        for edge, tip in ((x + _EDGE, x + _EDGE + _TRIANGLE), (right - _EDGE, right - _EDGE - _TRIANGLE)):
            sheets.polygon([(edge, middle - rise), (tip, middle), (edge, middle + rise)], "ink")
        self.words.draw(sheets, x, y, width)

    def split(self, width: float, room: float, forced: bool = False) -> Halves | None:
        """Never."""
        return None


@dataclass(slots=True)
class Tag:
    """White words on ink with a code at the right: the head of what stays back."""

    words: Prose
    code: Prose

    def natural(self) -> float:
        """As wide as the page."""
        return A4.width

    def least(self) -> float:
        """As wide as the page."""
        return A4.width

    def height(self, width: float) -> float:
        """Of the fill."""
        return _TAG_TALL

    def draw(self, sheets: Sheets, x: float, y: float, width: float) -> None:
        """The fill, then what stands on it."""
        sheets.rectangle(x, y, self.words.natural() + 2 * _TAG_PAD, _TAG_TALL, "ink")
        self.words.draw(sheets, x + _TAG_PAD, y + (_TAG_TALL - self.words.kind.leading) / 2, width)
        self.code.draw(sheets, x, y, width)

    def split(self, width: float, room: float, forced: bool = False) -> Halves | None:
        """Never."""
        return None

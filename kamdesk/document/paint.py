"""Paints a picture's shapes on a sheet; the screen paints the same shapes in its own way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kamdesk.document.blocks import Align, Halves
from kamdesk.document.setting import Setter
from kamdesk.document.style import Type
from kamdesk.document.text import plain
from kamdesk.picture.shapes import Arc, Circle, Group, Line, Picture, Polygon, Rectangle, Shape, Text

if TYPE_CHECKING:
    from kamdesk.document.sheet import Sheets


@dataclass(slots=True)
class Figure:
    """A picture in a column; it is never split, and made smaller only when it is wider than its column."""

    picture: Picture
    setter: Setter
    align: Align = "left"

    def natural(self) -> float:
        """The picture's own width."""
        return self.picture.width

    def least(self) -> float:
        """The picture's own width."""
        return self.picture.width

    def _scale(self, width: float) -> float:
        return min(1.0, width / self.picture.width) if self.picture.width else 1.0

    def height(self, width: float) -> float:
        """The picture's height at that width."""
        return self.picture.height * self._scale(width)

    def draw(self, sheets: Sheets, x: float, y: float, width: float) -> None:
        """Every shape in its order."""
        scale = self._scale(width)
        spare = width - self.picture.width * scale
        x += {"left": 0.0, "right": spare, "middle": spare / 2}[self.align]
        for shape in self.picture.shapes:
            _paint(sheets, self.setter, shape, x, y, scale)

    def split(self, width: float, room: float, forced: bool = False) -> Halves | None:
        """Never."""
        return None


def _paint(sheets: Sheets, setter: Setter, shape: Shape, x: float, y: float, scale: float) -> None:
    match shape:
        case Group(shapes):
            for part in shapes:
                _paint(sheets, setter, part, x, y, scale)
        case Line(points, pen):
            sheets.line([(x + across * scale, y + down * scale) for across, down in points], pen)
        case Polygon(points, fill, pen, opacity):
            places = [(x + across * scale, y + down * scale) for across, down in points]
            sheets.polygon(places, fill, pen, opacity)
        case Circle(across, down, radius, fill, pen):
            sheets.circle(x + across * scale, y + down * scale, radius * scale, fill, pen)
        case Arc(across, down, radius, start, sweep, pen):
            sheets.arc(x + across * scale, y + down * scale, radius * scale, start, sweep, pen)
        case Rectangle(across, down, width, height, fill, pen, radius):
            left, top = x + across * scale, y + down * scale
            sheets.rectangle(left, top, width * scale, height * scale, fill, pen, radius * scale)
        case Text(across, down, text, size, colour, weight, anchor):
            kind = Type(size * scale, size * scale, weight, colour)
            line = setter.line(plain(text), kind)
            back = {"start": 0.0, "middle": line.width / 2, "end": line.width}[anchor]
            sheets.text(x + across * scale - back, y + down * scale, line)

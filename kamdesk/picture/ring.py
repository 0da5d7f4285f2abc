"""The ring of readiness: how much of a preparation is done."""

from __future__ import annotations

from kamdesk.picture.shapes import Arc, Circle, Pen, Picture, Shape, Text

HALF = 0.5


def ring_colour(share: float, soon: bool = False) -> str:
    """Green when full, amber below half within a day of the visit, else the accent."""
    if share >= 1:
        return "ok"
    return "warn" if soon and share < HALF else "accent"


def ring(share: float, side: float = 39.0, text: str = "", *, soon: bool = False, label: str = "") -> Picture:
    """A ring filled clockwise from twelve o'clock by `share`, 0-1, with a short text such as 6/8 inside."""
    kept = min(max(share, 0.0), 1.0)
    thick = max(1.5, side * 0.075)
    middle, radius = side / 2, side / 2 - thick / 2
    pen = Pen(ring_colour(kept, soon), thick)
    shapes: list[Shape] = [Circle(middle, middle, radius, "", Pen("edge", thick))]
    if kept >= 1:
        shapes.append(Circle(middle, middle, radius, "", pen))
    elif kept > 0:
        shapes.append(Arc(middle, middle, radius, 0.0, 360 * kept, pen))
    if text:
        size = side * 0.26
        shapes.append(Text(middle, middle + size * 0.36, text, size, "ink", 600, "middle"))
    return Picture(side, side, tuple(shapes), label)

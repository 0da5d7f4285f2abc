"""The spark line of the last weigh-ins: 40 × 18 px on the screen, a dot at its end, amber when it falls."""

from __future__ import annotations

from collections.abc import Sequence

from kamdesk.picture.shapes import Circle, Line, Pen, Picture, Shape

FALL = 0.25  # a loss over the window that turns the line amber
_LEAST_SPAN = 0.6  # so that a tenth of a level does not look like a cliff


def falling(values: Sequence[float]) -> bool:
    """True when the last value is more than a quarter of a level below the first."""
    return len(values) > 1 and values[0] - values[-1] > FALL


def spark(values: Sequence[float], width: float = 30.0, height: float = 13.5, label: str = "") -> Picture:
    """A line through the values, oldest first; a single value is a dot, none is an empty picture."""
    if not values:
        return Picture(width, height, (), label)
    colour = "warn" if falling(values) else "text2"
    dot, pad = 1.7, 2.0
    low, high = min(values), max(values)
    span = max(high - low, _LEAST_SPAN)
    middle = (low + high) / 2
    step = (width - 2 * pad) / max(1, len(values) - 1)

    def y(value: float) -> float:
        return height / 2 - (value - middle) / span * (height - 2 * pad)

    points = tuple((pad + step * number, y(value)) for number, value in enumerate(values))
    if len(points) == 1:
        points = ((width - pad, y(values[0])),)
    shapes: list[Shape] = [Line(points, Pen(colour, 1.1))] if len(points) > 1 else []
    shapes.append(Circle(*points[-1], dot, colour))
    return Picture(width, height, tuple(shapes), label)

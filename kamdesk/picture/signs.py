"""The marks of points: drawn rather than typed, so that they look alike everywhere and tell series apart in grey."""

from __future__ import annotations

from collections.abc import Sequence

from kamdesk.picture.lettering import shortened, text_width
from kamdesk.picture.manner import Manner, Series
from kamdesk.picture.shapes import Circle, Line, Pen, Point, Polygon, Rectangle, Shape, Text

_STANDING = {"up": ("ok", "triangle"), "down": ("bad", "triangle-down"), "level": ("ink", "circle")}


def sign(name: str, x: float, y: float, half: float, colour: str, filled: bool = True) -> Shape:
    """One mark by name; a hollow one is white inside, so that lines end at its edge."""
    pen = None if filled else Pen(colour, max(0.8, half * 0.28))
    fill = colour if filled else "white"
    if name == "circle":
        return Circle(x, y, half, fill, pen)
    if name == "ring":
        return Circle(x, y, half, "", Pen(colour, max(0.8, half * 0.3)))
    if name == "square":
        return Rectangle(x - half, y - half, 2 * half, 2 * half, fill, pen)
    return Polygon(_CORNERS[name](x, y, half), fill, pen)


def series_sign(series: Series, x: float, y: float) -> tuple[Shape, ...]:
    """The mark of a series at a point; none for a series without one."""
    return (sign(series.mark, x, y, series.half, series.colour, series.filled),) if series.mark else ()


def standing_sign(name: str, x: float, y: float, half: float, size: float = 0.0) -> tuple[Shape, ...]:
    """ "up" ahead, "down" behind, "level", or "unknown" as a ring with a question mark."""
    if name != "unknown":
        colour, mark = _STANDING[name]
        return (sign(mark, x, y, half, colour),)
    letter = size or 1.5 * half
    return (
        Circle(x, y, half * 1.15, "", Pen("muted", 0.8)),
        Text(x, y + letter * 0.36, "?", letter, "muted", 600, "middle"),
    )


def legend(entries: Sequence[tuple[str, str]], x: float, y: float, width: float, manner: Manner) -> list[Shape]:
    """Series and their words in one row, centred in `width`; `y` is the baseline."""
    lead, gap, apart = 22.0, 5.0, 14.0
    texts = [text for _, text in entries]
    bare = len(entries) * (lead + gap) + 6.0 * (len(entries) - 1)
    if bare + sum(text_width(text, manner.note) for text in texts) > width:
        texts = [shortened(text, manner.note, (width - bare) / len(texts)) for text in texts]
    widths = [lead + gap + text_width(text, manner.note) for text in texts]
    apart = min(apart, (width - sum(widths)) / max(1, len(entries) - 1))
    spare = width - sum(widths) - apart * (len(entries) - 1)
    left = x + max(0.0, spare / 2)
    shapes: list[Shape] = []
    for (name, _), text, wide in zip(entries, texts, widths, strict=True):
        series, middle = manner.series(name), y - manner.note * 0.34
        if name != "target" or series.dash:
            shapes.append(Line(((left, middle), (left + lead, middle)), series.pen))
        shapes.extend(series_sign(series, left + lead / 2, middle))
        shapes.append(Text(left + lead + gap, y, text, manner.note, "text2"))
        left += wide + apart
    return shapes


def _triangle(x: float, y: float, half: float) -> tuple[Point, ...]:
    return (x, y - half), (x + half, y + half * 0.8), (x - half, y + half * 0.8)


def _triangle_down(x: float, y: float, half: float) -> tuple[Point, ...]:
    return (x, y + half), (x + half, y - half * 0.8), (x - half, y - half * 0.8)


def _diamond(x: float, y: float, half: float) -> tuple[Point, ...]:
    return (x, y - half), (x + half, y), (x, y + half), (x - half, y)


_CORNERS = {"triangle": _triangle, "triangle-down": _triangle_down, "diamond": _diamond}

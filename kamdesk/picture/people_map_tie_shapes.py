"""The lines between people on the map: influence and trust with an arrow, conflict with its sign, the route."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from kamdesk.picture.lettering import text_width
from kamdesk.picture.manner import MM, PAPER, Manner
from kamdesk.picture.people_map_labels import DISC, middle
from kamdesk.picture.people_map_sizes import sizes_of
from kamdesk.picture.people_map_values import MapPath
from kamdesk.picture.shapes import Circle, Group, Line, Pen, Point, Polygon, Rectangle, Shape, Text

_PX = 0.75
_ARROW = 1.9 * MM
NUMBER = 5.4  # radius of the circle round a number
_PENS = {
    "influence": (Pen("accent", 2 * _PX, (4.5, 3.0)), Pen("ink", 1.1, (5.4, 3.1))),
    "trust": (Pen("accent", 2 * _PX), Pen("ink", 1.1)),
    "conflict": (Pen("bad", 2.5 * _PX), Pen("bad", 1.3)),
    "route": (Pen("accent", 4 * _PX, (7.5, 3.5)), Pen("us", 2.2, (5.4, 3.1))),
}


def tie_shapes(path: MapPath, manner: Manner) -> tuple[Shape, ...]:
    """One tie in the map's own places: its line, its sign, its note."""
    return (Group((*_line(path, manner), *note_shapes(path, manner)), path.tie.key, path.tie.note),)


def _line(path: MapPath, manner: Manner) -> list[Shape]:
    paper = manner is PAPER
    kind, points = path.tie.kind, path.points
    pen = _PENS[kind][paper]
    shapes: list[Shape] = []
    if kind == "conflict":
        shapes.extend(_conflict(points, pen, paper))
    else:
        shapes.append(Line((*points[:-1], _short_of(points)), pen))
        shapes.append(Polygon(_arrow(points), pen.colour))
        if kind == "trust" and not paper:
            shapes.append(Circle(*points[0], 2.4, "accent"))
        elif kind == "trust":
            shapes.append(Circle(*points[0], 2.2, "ink"))
    return shapes


def note_shapes(path: MapPath, manner: Manner) -> tuple[Shape, ...]:
    """The note of a tie on white ground, or its number; none where there is no room."""
    kind, size = path.tie.kind, sizes_of(manner, 0).note
    colour = {"conflict": "bad", "route": "accent"}.get(kind, "ink" if manner is PAPER else "accent")
    if path.number_at is not None:
        return number_sign(path.label, *path.number_at, colour)
    if path.label_at is None:
        return ()
    x, y = path.label_at
    wide = text_width(path.label, size)
    ground = Rectangle(x - 2.5, y - size, wide + 5, size * 1.3, "white")
    return ground, Text(x, y, path.label, size, colour, 700 if kind == "route" else 400)


def number_sign(number: str, x: float, y: float, colour: str) -> tuple[Shape, ...]:
    """A number in a circle on white ground, round a middle."""
    return Circle(x, y, NUMBER, "white", Pen(colour, 0.8)), Text(x, y + 2.9, number, 8.0, colour, 700, "middle")


def _conflict(points: Sequence[Point], pen: Pen, paper: bool) -> list[Shape]:
    """A straight line with a disc on the screen, a zigzag with a cross on paper."""
    x, y = middle(points)
    reach = DISC * 0.42
    cross: list[Shape] = [
        Line(((x - reach, y - reach), (x + reach, y + reach)), Pen("bad", 1.3)),
        Line(((x - reach, y + reach), (x + reach, y - reach)), Pen("bad", 1.3)),
    ]
    if paper:
        return [Line(_zigzag(points), pen), Rectangle(x - 4.5, y - 4.5, 9.0, 9.0, "white"), *cross]
    return [Line(tuple(points), pen), Circle(x, y, DISC, "bad_soft", Pen("bad", 1.1)), *cross]


def _zigzag(points: Sequence[Point]) -> tuple[Point, ...]:
    """The way in teeth of equal size, ending at both ends."""
    made: list[Point] = [points[0]]
    for (x, y), (u, v) in pairwise(points):
        length = math.hypot(u - x, v - y)
        teeth = max(1, round(length / 5.0))
        ax, ay = ((u - x) / length, (v - y) / length) if length else (0.0, 0.0)
        for number in range(teeth):
            along, side = length * (number + 0.5) / teeth, 2.8 if number % 2 else -2.8
            made.append((x + ax * along - ay * side, y + ay * along + ax * side))
        made.append((u, v))
    return tuple(made)


def _direction(points: Sequence[Point]) -> tuple[float, float]:
    (x, y), (u, v) = points[-2], points[-1]
    length = math.hypot(u - x, v - y) or 1.0
    return (u - x) / length, (v - y) / length


def _short_of(points: Sequence[Point]) -> Point:
    """The end of the line inside its arrow."""
    across, down = _direction(points)
    x, y = points[-1]
    return x - across * _ARROW * 0.7, y - down * _ARROW * 0.7


def _arrow(points: Sequence[Point]) -> tuple[Point, ...]:
    across, down = _direction(points)
    x, y = points[-1]
    back, half = (x - across * _ARROW, y - down * _ARROW), _ARROW * 0.5
    return (x, y), (back[0] - down * half, back[1] + across * half), (back[0] + down * half, back[1] - across * half)

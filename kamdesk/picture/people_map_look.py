"""The borders, marks and plain lines of the people map; each border has its own mark, so that grey tells it too."""

from __future__ import annotations

import math
from dataclasses import dataclass

from kamdesk.picture.lettering import shortened
from kamdesk.picture.manner import PAPER, Manner
from kamdesk.picture.people_map_sizes import sizes_of
from kamdesk.picture.people_map_values import MapDepartment, MapReport
from kamdesk.picture.shapes import Circle, Group, Line, Pen, Point, Polygon, Rectangle, Shape, Text
from kamdesk.picture.signs import sign

_PX = 0.75


@dataclass(frozen=True, slots=True)
class _Border:
    """One border and the mark that goes with it."""

    pen: Pen
    mark: str
    colour: str


_SCREEN = {
    "coach": _Border(Pen("ok", 2.5 * _PX), "star", "ok"),
    "supporter": _Border(Pen("ok", 2 * _PX), "circle", "ok"),
    "neutral": _Border(Pen("field", 1.5 * _PX), "box", "text2"),
    "non_supporter": _Border(Pen("warn", 2 * _PX, (4.5, 3.0)), "triangle-down", "warn"),
    "enemy": _Border(Pen("bad", 2.5 * _PX), "cross", "bad"),
    "unweighed": _Border(Pen("field", 1.5 * _PX, (1.4, 2.2)), "unknown", "muted"),
    "placeholder": _Border(Pen("field", 1.5 * _PX, (1.4, 2.2)), "dashed-ring", "muted"),
    "ahead": _Border(Pen("ok", 2 * _PX), "triangle", "ok"),
    "level": _Border(Pen("field", 1.5 * _PX), "circle", "text2"),
    "behind": _Border(Pen("bad", 2 * _PX, (4.5, 3.0)), "triangle-down", "bad"),
    "several": _Border(Pen("ok", 2 * _PX), "circle", "ok"),
    "one": _Border(Pen("warn", 2 * _PX, (4.5, 3.0)), "half", "warn"),
    "nobody": _Border(Pen("bad", 1.5 * _PX, (1.4, 2.2)), "ring", "bad"),
}
_ON_PAPER = {
    "coach": _Border(Pen("us", 2.4), "star", "us"),
    "supporter": _Border(Pen("us", 2.4), "triangle", "us"),
    "neutral": _Border(Pen("ink", 0.9), "circle", "ink"),
    "non_supporter": _Border(Pen("bad", 2.0, (6.2, 3.4)), "triangle-down", "bad"),
    "enemy": _Border(Pen("bad", 2.0, (6.2, 3.4)), "cross", "bad"),
    "unweighed": _Border(Pen("muted", 0.9, (1.4, 2.8)), "unknown", "muted"),
    "placeholder": _Border(Pen("bad", 1.1, (1.7, 3.1)), "flag", "bad"),
}


def border_pen(attitude: str, manner: Manner) -> Pen:
    """The border of a box; paper knows attitudes only."""
    return _looks(attitude, manner).pen


def border_sign(attitude: str, x: float, y: float, half: float, manner: Manner) -> tuple[Shape, ...]:
    """The mark that says the same as the border, round a middle."""
    look = _looks(attitude, manner)
    pen = Pen(look.colour, max(1.0, half * 0.36))
    if look.mark == "star":
        return (Polygon(_star(x, y, half * 1.2), look.colour),)
    if look.mark == "box":
        return (Rectangle(x - half * 0.8, y - half * 0.8, half * 1.6, half * 1.6, "", pen),)
    if look.mark == "cross":
        reach = half * 0.8
        return (
            Line(((x - reach, y - reach), (x + reach, y + reach)), pen),
            Line(((x - reach, y + reach), (x + reach, y - reach)), pen),
        )
    if look.mark == "unknown":
        letter = half * 1.6
        return (
            Circle(x, y, half * 1.1, "", Pen(look.colour, 0.8)),
            Text(x, y + letter * 0.36, "?", letter, look.colour, 600, "middle"),
        )
    if look.mark == "dashed-ring":
        return (Circle(x, y, half, "", Pen(look.colour, 1.0, (1.6, 1.4))),)
    if look.mark == "half":
        return Circle(x, y, half, "", pen), Polygon(_half_disc(x, y, half), look.colour)
    if look.mark == "flag":
        left, top = x - half * 0.8, y - half
        tip = (left + half * 1.7, top + half * 0.65)
        return (
            Polygon(((left, top), tip, (left, top + half * 1.3)), look.colour),
            Line(((left, top), (left, y + half * 1.1)), Pen(look.colour, 0.9)),
        )
    return (sign(look.mark, x, y, half * 0.95, look.colour),)


def coverage_circle(coverage: str, x: float, y: float, radius: float, manner: Manner) -> tuple[Shape, ...]:
    """How deep our contact goes: empty, a quarter, half, full; nothing while it is unknown."""
    quarters = {"none": 0, "thin": 1, "several": 2, "deep": 4}
    if coverage not in quarters:
        return ()
    colour = "ink" if manner is PAPER else "text2"
    rim = Circle(x, y, radius, "", Pen(colour, 0.9))
    share = quarters[coverage] / 4
    if share == 0:
        return (rim,)
    if share == 1:
        return (Circle(x, y, radius, colour, Pen(colour, 0.9)),)
    steps = int(24 * share)
    arc = [
        (math.sin(2 * math.pi * n / 24) * radius, -math.cos(2 * math.pi * n / 24) * radius) for n in range(steps + 1)
    ]
    return rim, Polygon(((x, y), *((x + across, y + down) for across, down in arc)), colour)


def department_shapes(department: MapDepartment, manner: Manner) -> tuple[Shape, ...]:
    """The outline with its name, and what is said where nobody is known; in the map's own places."""
    sizes = sizes_of(manner, 0)
    left, top, width, height = department.box
    room = width - 2 * sizes.pad
    name = shortened(department.name, sizes.note, room, 500)
    rim = Pen("line", 0.75) if manner is not PAPER else Pen("rule", 0.7)
    baseline = top + min(sizes.head * 0.5 + sizes.note * 0.5, sizes.head - 4.0 - sizes.note * 0.5)
    shapes: list[Shape] = [
        Rectangle(left, top, width, height, "", rim, 6.0 if manner is not PAPER else 0.0),
        Text(left + sizes.pad + 1.5, baseline, name, sizes.note, "muted", 500),
    ]
    for number, note in enumerate(department.note):
        x, y = department.note_at
        colour = "accent" if number else "text2"
        text = shortened(note, sizes.note, room)
        shapes.append(Text(x, y + number * 1.9 * sizes.note, text, sizes.note, colour))
    return (Group(tuple(shapes), "", department.name),)


def report_shapes(report: MapReport, manner: Manner) -> tuple[Shape, ...]:
    """A reporting line; in the map's own places."""
    pen = Pen("edge", 0.8) if manner is PAPER else Pen("field", 1.5 * _PX)
    return (Line(report.points, pen),)


def _looks(attitude: str, manner: Manner) -> _Border:
    return (_ON_PAPER if manner is PAPER else _SCREEN).get(attitude) or _SCREEN[attitude]


def _star(x: float, y: float, half: float) -> tuple[Point, ...]:
    reach = [half if number % 2 == 0 else half * 0.42 for number in range(10)]
    return tuple(
        (x + far * math.sin(math.pi * number / 5), y - far * math.cos(math.pi * number / 5))
        for number, far in enumerate(reach)
    )


def _half_disc(x: float, y: float, half: float) -> tuple[Point, ...]:
    return tuple(
        (x + half * math.sin(math.pi * number / 12), y - half * math.cos(math.pi * number / 12)) for number in range(13)
    )

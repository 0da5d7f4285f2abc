"""The radar of the six dimensions: now, last time and the rival, from 1 in the centre to 5 at the rim."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kamdesk.client.units import tell_decimal, tell_known
from kamdesk.picture.lettering import shortened, text_width
from kamdesk.picture.manner import SCREEN, Manner, Series
from kamdesk.picture.shapes import Group, Line, Picture, Point, Polygon, Shape, Text
from kamdesk.picture.signs import legend, series_sign

LOW, HIGH = 1, 5
_GAP = 6.0  # between rim and label
_NAME_ROOM = 44.0  # for the rival's name beside its level
_MIDDLE = 0.2  # a direction this near to an axis of the page counts as on it


@dataclass(frozen=True, slots=True)
class Axis:
    """One dimension; a level that is None is unknown and gets no point."""

    label: str
    now: float | None = None
    last: float | None = None
    rival: float | None = None
    target: float | None = None
    muted: bool = False  # on record but not counted
    name: str = ""  # for pointing at it
    spoken: str = ""  # for reading it aloud


def radar(
    axes: Sequence[Axis],
    *,
    radius: float = 66.0,
    width: float = 210.0,
    manner: Manner = SCREEN,
    values: bool = False,
    rival_name: str = "",
    key: Sequence[tuple[str, str]] = (),
    label: str = "",
) -> Picture:
    """The chart; `values` writes our and the rival's level under each label, `key` names the series below.

    `key` holds pairs of "now", "last", "rival" or "target" and their words.
    """
    head = manner.label * 1.3 + (manner.note * 1.35 if values else 0.0)
    centre = (width / 2, head + _GAP + radius)
    places = [_direction(number, len(axes)) for number in range(len(axes))]
    shapes: list[Shape] = [*_grid(places, centre, radius, manner)]
    for series, levels in (
        (manner.before, [axis.last for axis in axes]),
        (manner.rival, [axis.rival for axis in axes]),
        (manner.us, [axis.now for axis in axes]),
        (manner.target, [axis.target for axis in axes]),
    ):
        shapes.extend(_ring(series, levels, places, centre, radius, manner.fill if series is manner.us else 0.0))
    rim = [_at(place, centre, radius) for place in places]
    for axis, place in zip(axes, places, strict=True):
        texts = _label(axis, place, centre, rim, width, manner, rival_name if values else None)
        shapes.append(Group(tuple(texts), axis.name, axis.spoken))
    height = centre[1] + radius + _GAP + head + 2
    if key:
        height += manner.note * 1.9
        shapes.extend(legend(key, 0, height - manner.note * 0.5, width, manner))
    return Picture(width, height, tuple(shapes), label)


def _direction(number: int, count: int) -> Point:
    turn = 2 * math.pi * number / max(1, count)
    return math.sin(turn), -math.cos(turn)


def _at(place: Point, centre: Point, distance: float) -> Point:
    return centre[0] + place[0] * distance, centre[1] + place[1] * distance


def _reach(level: float, radius: float) -> float:
    return radius * (min(max(level, LOW), HIGH) - LOW) / (HIGH - LOW)


def _grid(places: list[Point], centre: Point, radius: float, manner: Manner) -> list[Shape]:
    shapes: list[Shape] = [Line((centre, _at(place, centre, radius)), manner.grid) for place in places]
    for level in range(LOW + 1, HIGH + 1):
        points = tuple(_at(place, centre, _reach(level, radius)) for place in places)
        shapes.append(Polygon(points, "", manner.rim if level == HIGH else manner.grid))
    return shapes


def _ring(
    series: Series, levels: list[float | None], places: list[Point], centre: Point, radius: float, fill: float
) -> list[Shape]:
    """A closed line where every level is known, else pieces between known neighbours; marks on top."""
    points = [
        _at(place, centre, _reach(level, radius)) if level is not None else None
        for level, place in zip(levels, places, strict=True)
    ]
    known = [point for point in points if point is not None]
    shapes: list[Shape] = []
    joined = not (series.mark == "ring" and not series.dash)  # targets on screen are rings without a line
    if joined and len(known) == len(points) >= 3:
        if fill:
            shapes.append(Polygon(tuple(known), series.colour, None, fill))
        shapes.append(Polygon(tuple(known), "", series.pen))
    elif joined:
        for one, two in zip(points, [*points[1:], *points[:1]], strict=True):
            if one is not None and two is not None and one != two:
                shapes.append(Line((one, two), series.pen))
    for point in known:
        shapes.extend(series_sign(series, *point))
    return shapes


def _label(
    axis: Axis, place: Point, centre: Point, rim: list[Point], width: float, manner: Manner, rival_name: str | None
) -> list[Shape]:
    """The name of an axis outside the rim, with the pair of values below it; never beyond the picture."""
    paired = rival_name is not None
    weight = manner.strong if paired and not axis.muted else 400
    colour = "muted" if axis.muted else "ink" if paired else "text2"
    pair = _pair(axis, rival_name, manner) if rival_name is not None else []
    wide = text_width(axis.label, manner.label, weight)
    second = sum(text_width(text, manner.note, bold) for text, _, bold in pair)
    span = max(wide, second)
    x, y = _at(place, centre, math.dist(centre, rim[0]) + _GAP)
    depth = manner.label + (manner.note * 1.35 if paired else 0.0)
    left, share = _beside(x, place[0], span, width, paired)
    inner = min(max(centre[0], left), left + span)
    top = y - depth / 2
    if place[1] < -_MIDDLE:
        top = min(y, _rim(rim, inner, min) - _GAP / 2) - depth
    elif place[1] > _MIDDLE:
        top = max(y, _rim(rim, inner, max) + _GAP / 2)
    baseline = top + manner.label * 0.9
    shapes: list[Shape] = [Text(left + (span - wide) * share, baseline, axis.label, manner.label, colour, weight)]
    start = left + (span - second) * share
    for text, ink, bold in pair:
        shapes.append(Text(start, baseline + manner.note * 1.35, text, manner.note, ink, bold))
        start += text_width(text, manner.note, bold)
    return shapes


def _rim(rim: list[Point], x: float, which: Callable[[Iterable[float]], float]) -> float:
    """The upper (min) or lower (max) edge of the rim above x; its middle when the rim does not reach x."""
    crossed = [
        one[1] + (two[1] - one[1]) * (x - one[0]) / (two[0] - one[0])
        for one, two in zip(rim, [*rim[1:], *rim[:1]], strict=True)
        if min(one[0], two[0]) <= x <= max(one[0], two[0]) and abs(two[0] - one[0]) > 1e-6
    ]
    return which(crossed) if crossed else -which(-y for _, y in rim)


def _beside(x: float, side: float, span: float, width: float, paired: bool) -> tuple[float, float]:
    """Where a label of width `span` begins, and how its lines are aligned: 0 left, 0.5 centred, 1 right."""
    if abs(side) < _MIDDLE:
        return x - span / 2, 0.5
    if side > 0:
        return min(x, width - span), 0.0
    return max(x - span, 0.0), 0.0 if paired else 1.0


def _pair(axis: Axis, rival_name: str, manner: Manner) -> list[tuple[str, str, int]]:
    """Our value and the rival's as text, colour and weight."""
    ours = tell_known(axis.now, 2)
    mine = (ours, "muted", 400) if axis.muted else (ours, manner.us.colour, manner.strong)
    if axis.rival is None:
        return [mine]
    theirs = f"{shortened(rival_name, manner.note, _NAME_ROOM)} {tell_decimal(axis.rival, 2)}".strip()
    return [mine, (f"\u2002{theirs}", "muted" if axis.muted else "ink", 400)]

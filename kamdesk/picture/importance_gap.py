"""Importance against gap: every need as a point, with the corners where to attack and to defend (method F8, T1)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kamdesk.client.comparing import Importance, Row, Tactic, tactic_for
from kamdesk.client.rules import RULES
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.picture.lettering import box, shortened
from kamdesk.picture.manner import PAPER, SCREEN, Manner
from kamdesk.picture.placing import Box, Place, Wish, overlap, place_labels
from kamdesk.picture.shapes import Circle, Group, Line, Pen, Picture, Point, Rectangle, Shape, Text
from kamdesk.picture.signs import sign

_HALF = 4.0
_BESIDE = 4.0  # points
_MARGIN = 0.3  # of a level, beyond the widest gap
_COLOURS = {
    Tactic.ATTACK: "us",
    Tactic.DEFEND: "warn",
    Tactic.NEUTRALISE: "warn",
    Tactic.NEUTRALISE_DIFFERENTIATE: "warn",
    Tactic.SUPPORT: "ok",
    Tactic.RAISE: "ok",
}
_REGION_COLOURS = {Tactic.ATTACK: "us", Tactic.DEFEND: "warn"}
_CLASSES = (Importance.HIGH, Importance.MID, Importance.LOW)


class _Field:
    """The plot: where a gap and a share lie in the picture."""

    def __init__(self, rows: Sequence[Row], box_: tuple[float, float, float, float]) -> None:
        shares = [row.share or 0.0 for row in rows]
        self.rules = rows[0].rules if rows else RULES
        self.left, self.top, self.right, self.bottom = box_
        self.reach = max([2, math.ceil(self.rules.gap), *(abs(row.gap or 0) for row in rows)])
        self.most = max(40.0, 10 * math.ceil((max(shares, default=0) + 4) / 10))
        self.high, self.low = self.rules.high_from / max(1, len(rows)), self.rules.low_to / max(1, len(rows))

    def x(self, gap: float) -> float:
        """The place of a gap."""
        reach = self.reach + _MARGIN
        return self.left + (self.right - self.left) * (gap + reach) / (2 * reach)

    def y(self, share: float) -> float:
        """The place of a share, in percent."""
        return self.bottom - (self.bottom - self.top) * min(share, self.most) / self.most

    def band(self, importance: Importance) -> tuple[float, float]:
        """Top and bottom of a class of importance."""
        edges = {
            Importance.HIGH: (self.most, self.high),
            Importance.MID: (self.high, self.low),
            Importance.LOW: (self.low, 0.0),
        }
        upper, lower = edges[importance]
        return self.y(upper), self.y(lower)


def importance_gap(
    rows: Sequence[Row],
    regions: Mapping[Tactic, str],
    *,
    width: float = 270.0,
    height: float = 190.0,
    manner: Manner = SCREEN,
    across: str = "",
    up: str = "",
    label: str = "",
    most: int = 0,
) -> Picture:
    """The chart; needs without share or gap are not in it, of more than `most` (0 = any number) those that move most.

    `regions` holds the words of the tactics; `across` and `up` name the axes.
    Labels are the needs' own names, on paper with the share behind them.
    """
    weighted = sorted((row for row in rows if row.share is not None), key=lambda row: -(row.share or 0))
    shown = _moving([row for row in weighted if row.gap is not None], most)
    top = manner.note * 2.0 if up else 4.0
    bottom = height - manner.note * (3.2 if across else 1.7)
    field = _Field(weighted, (manner.note * 1.9, top, width - 8, bottom))
    points = _spread(shown, field)
    wishes = _wishes(shown, points, (field.right - field.left) * 0.45, manner)
    corners = _regions(regions, field, manner)
    bounds = (field.left + 1, field.top + 1, field.right + 6, field.bottom - 1)
    places = place_labels(wishes, bounds, (), [*(box(text) for text in corners), *_cuts(field)])
    named = [place.box for place in places]
    marks = [(x - _HALF, y - _HALF, x + _HALF, y + _HALF) for x, y in points]
    words = [text for text in corners if not any(overlap(_around(box(text)), other) for other in (*named, *marks))]
    shapes = [
        *_ground(field, manner, [*named, *map(box, words)]),
        *_axes(field, manner, across, up, width, height),
        *words,
    ]
    shapes += [_tie(point, place) for point, place in zip(points, places, strict=True) if place.far]
    for row, point, wish, place in zip(shown, points, wishes, places, strict=True):
        shapes.append(_need(row, point, wish, place, manner))
    return Picture(width, height, tuple(shapes), label)


def _around(word: Box) -> Box:
    """A box with what must stay free beside a word, so that it is not read together with a label."""
    return word[0] - _BESIDE, word[1], word[2] + _BESIDE, word[3]


def ringed(picture: Picture, key: str) -> Picture:
    """The same chart with a ring round the mark of a need: much cheaper than placing all labels again."""
    shapes = tuple(
        _ringed(shape) if isinstance(shape, Group) and shape.name == key else shape for shape in picture.shapes
    )
    return replace(picture, shapes=shapes)


def _ringed(need: Group) -> Group:
    mark = next((shape for shape in need.shapes if isinstance(shape, Circle)), None)
    return replace(need, shapes=(_ring(mark.x, mark.y), *need.shapes)) if mark else need


def _ring(x: float, y: float) -> Circle:
    return Circle(x, y, _HALF + 2.5, "", Pen("accent", 1.2))


def _moving(rows: Sequence[Row], most: int) -> list[Row]:
    """Of more than `most` needs (0 = any number) those that move the totals most, in their order."""
    kept = sorted(rows, key=lambda row: -abs(row.impact or 0.0))[: most or None]
    return [row for row in rows if row in kept]


def _wishes(shown: Sequence[Row], points: Sequence[Point], room: float, manner: Manner) -> list[Wish]:
    """What each need's label asks for."""
    size, strong = manner.label, manner.strong
    return [
        Wish(x, y, shortened(_name(row, manner), size, room, strong), size, strong, _HALF + 1)
        for row, (x, y) in zip(shown, points, strict=True)
    ]


def _name(row: Row, manner: Manner) -> str:
    return f"{row.factor.name} {tell_decimal(row.share or 0, 0)}" if manner is PAPER else row.factor.name


def _spread(rows: Sequence[Row], field: _Field) -> list[Point]:
    """The points; those that would lie on one another stand side by side."""
    spots = [(row.gap, round(field.y(row.share or 0) / 3)) for row in rows]
    crowd, seen = Counter(spots), Counter[tuple[int | None, int]]()
    unit = field.x(1) - field.x(0)
    points = []
    for row, spot in zip(rows, spots, strict=True):
        step = min(2 * _HALF + 1, 0.8 * unit / crowd[spot])
        shift = step * (seen[spot] - (crowd[spot] - 1) / 2)
        seen[spot] += 1
        points.append((field.x(row.gap or 0) + shift, field.y(row.share or 0)))
    return points


def _ground(field: _Field, manner: Manner, holes: Sequence[Box]) -> list[Shape]:
    """The two tinted corners and the cut lines, which are left out under words."""
    top, cut = field.band(Importance.HIGH)
    shapes: list[Shape] = [
        Rectangle(field.left, top, field.x(-field.rules.gap) - field.left, cut - top, "warn_soft"),
        Rectangle(field.x(field.rules.gap), top, field.right - field.x(field.rules.gap), cut - top, "tint"),
    ]
    for share in (field.high, field.low):
        y = field.y(share)
        gaps = [(left, right) for left, top, right, bottom in holes if top < y < bottom]
        shapes += [Line(((start, y), (end, y)), manner.cut) for start, end in _between(field.left, field.right, gaps)]
    for gap, pen in ((-field.rules.gap, manner.cut), (field.rules.gap, manner.cut), (0, manner.grid)):
        x = field.x(gap)
        gaps = [(top, bottom) for left, top, right, bottom in holes if left < x < right]
        shapes += [Line(((x, start), (x, end)), pen) for start, end in _between(field.top, field.bottom, gaps)]
    return shapes


def _between(start: float, end: float, gaps: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """What is left of a line without some stretches of it."""
    kept = []
    for first, last in sorted(gaps):
        if first > start:
            kept.append((start, min(first, end)))
        start = max(start, last)
    return [*kept, (start, end)] if start < end else kept


def _cuts(field: _Field) -> list[Box]:
    """The cut lines as thin boxes, which labels had better not cross."""
    level = [(field.left, field.y(share) - 1.5, field.right, field.y(share) + 1.5) for share in (field.high, field.low)]
    edges = (field.x(-field.rules.gap), field.x(field.rules.gap))
    upright = [(x - 1, field.top, x + 1, field.bottom) for x in edges]
    return [*level, *upright]


def _axes(field: _Field, manner: Manner, across: str, up: str, width: float, height: float) -> list[Shape]:
    size = manner.note
    shapes: list[Shape] = [
        Line(((field.left, field.top), (field.left, field.bottom), (field.right, field.bottom)), manner.axis),
    ]
    for gap in range(-field.reach, field.reach + 1):
        told = tell_gap(gap, 0) if gap else "0"
        shapes.append(Text(field.x(gap), field.bottom + size * 1.2, told, size, "muted", 400, "middle"))
    for share in range(0, int(field.most) + 1, 10 if field.most <= 60 else 20):
        shapes.append(Text(field.left - 4, field.y(share) + size * 0.36, str(share), size, "muted", 400, "end"))
    if across:
        shapes.append(Text((field.left + field.right) / 2, height - size * 0.4, across, size, "muted", 400, "middle"))
    if up:
        shapes.append(Text(0, size, shortened(up, size, width), size, "muted"))
    return shapes


def _regions(words: Mapping[Tactic, str], field: _Field, manner: Manner) -> list[Text]:
    """The tactic's word in each field of the chart; on the screen in the four corners only."""
    texts = []
    edges = (field.left, field.x(-field.rules.gap), field.x(field.rules.gap), field.right)
    for importance in _CLASSES:
        top, bottom = field.band(importance)
        y = bottom - 4 if importance is Importance.LOW else top + manner.note + 2
        for column, gap in enumerate((-field.rules.gap, 0, field.rules.gap)):
            tactic = tactic_for(importance, gap, field.rules)
            corner = importance is not Importance.MID and gap != 0
            if tactic is None or bottom - top < manner.note * 1.4 or not (corner or manner is PAPER):
                continue
            left, right = edges[column] + 3, edges[column + 1] - 3
            word = shortened(words.get(tactic, ""), manner.note, right - left)
            place, anchor = (right, "end") if gap > 0 else (left, "start")
            colour = _REGION_COLOURS.get(tactic, "muted") if manner is not PAPER else "muted"
            texts.append(Text(place, y, word, manner.note, colour, 400, anchor))
    return texts


def _tie(point: Point, place: Place) -> Line:
    """The thin line from a mark to its label when that stands far away."""
    nearest = (min(max(point[0], place.left), place.right), min(max(point[1], place.top), place.bottom))
    return Line((point, nearest), Pen("edge", 0.6))


def _need(row: Row, point: Point, wish: Wish, place: Place, manner: Manner) -> Group:
    """Mark and label of one need."""
    colour = _COLOURS.get(row.tactic, "muted") if row.tactic else "muted"
    mark = "circle"
    if manner is PAPER:
        gap = row.gap or 0
        mark, colour = ("triangle", "us") if gap > 0 else ("triangle-down", "bad") if gap < 0 else ("circle", "ink")
    shapes: list[Shape] = []
    shapes.append(sign(mark, *point, _HALF, colour))
    baseline = place.top + (place.bottom - place.top) * 0.75
    shapes.append(Text(place.left, baseline, wish.text, wish.size, "ink", wish.weight))
    return Group(tuple(shapes), row.factor.key, row.factor.name)

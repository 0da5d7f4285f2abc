"""Leads the lines between people round the boxes of the map, each by the cheapest of a few ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from kamdesk.picture.lettering import text_width
from kamdesk.picture.people_map_columns import straightened
from kamdesk.picture.people_map_grid import Lanes
from kamdesk.picture.people_map_ground import Ground, segments
from kamdesk.picture.people_map_labels import Page, labelled, rims_of
from kamdesk.picture.people_map_sizes import MapSizes
from kamdesk.picture.people_map_values import Box, MapDepartment, MapPath, MapTie
from kamdesk.picture.shapes import Point

_BOX, _NAME, _OVER, _CROSS, _BEND, _LENGTH = 1000.0, 60.0, 2.5, 5.0, 7.0, 0.25  # what each costs
_PRINTED = 400.0  # instead of _NAME: on paper nothing can be moved aside
_SIDE = 6.0  # from a box to the line that runs along it
_PORTS = (0.0, 0.24, -0.24, 0.38, -0.38)  # of a box's height from its middle
_SHIFTS = (3.2, -3.2, 6.4, -6.4, 9.6, -9.6)
_APART = 2.0  # em between a department's name and a note in its row
_TEETH = 2.0  # how far a printed line may reach to its sides
_RIM = 4.0  # of the map, within which no line runs

Way = tuple[Point, ...]


class Ways:
    """Finds the ways of one map, one after the other; each is led round those before it."""

    def __init__(
        self,
        boxes: Mapping[str, Box],
        departments: Sequence[MapDepartment],
        size: tuple[float, float],
        sizes: MapSizes,
    ) -> None:
        self._boxes, self._departments, self._size, self._sizes = boxes, departments, size, sizes
        self._ground = Ground(boxes.values())
        self._names = Ground(names_of(departments, sizes))
        self._name = (_NAME, 0.0) if sizes.stack else (_PRINTED, _TEETH)
        self._lanes: Lanes | None = None
        self._used: Counter[tuple[str, int]] = Counter()
        self._homes = {key: _home(box, departments) for key, box in boxes.items()}

    def take(self, points: Sequence[Point]) -> None:
        """A line that is there already."""
        self._ground.take(points)

    def way(self, source: str, target: str) -> Way:
        """The way from one box to another."""
        best, cost = self._between(source, target), float("inf")
        found = [(_base(way), sides, way) for sides, way in self._candidates(source, target)]
        for base, sides, way in sorted(found, key=_first):
            if base >= cost:
                break
            way = straightened(way)
            if (price := base + self._price(way, cost - base)) < cost:
                best, cost = (sides, way), price
        if cost >= _BOX and (around := self._around(source, target)) is not None:
            best = around
        sides, points = best
        for key, side in zip((source, target), sides, strict=True):
            self._used[key, side] += 1
        points = self._moved_apart(points)
        self._ground.take(points)
        return points

    def ties(self, ties: Iterable[MapTie]) -> tuple[MapPath, ...]:
        """The ways of all ties, short ones first, and their labels where there is room; in the order given."""
        ties = list(ties)
        near = sorted(range(len(ties)), key=lambda at: self._distance(ties[at]))
        ways = {at: self.way(ties[at].source, ties[at].target) for at in near}
        paths = [MapPath(tie, ways[at]) for at, tie in enumerate(ties)]
        # what the map leaves out a list tells: on paper one that numbers lead to, so that no note is cut there
        rims = rims_of(department.box for department in self._departments)
        names, whole = Ground(names_of(self._departments, self._sizes, apart=_APART)), not self._sizes.stack
        return labelled(paths, Page(self._ground, names, rims, self._size, self._sizes.note, self._sizes.height, whole))

    def _distance(self, tie: MapTie) -> float:
        (x, y, _, _), (u, v, _, _) = self._boxes[tie.source], self._boxes[tie.target]
        return abs(x - u) + abs(y - v)

    def _around(self, source: str, target: str) -> tuple[tuple[int, int], Way] | None:
        """The shortest way along free lanes, where every simple one runs through a box."""
        if self._lanes is None:
            outlines = [department.box for department in self._departments]
            self._lanes = Lanes(self._boxes, outlines, self._size, self._ground)
        starts = {side: self._port(source, side) for side in (1, -1)}
        ends = {side: self._port(target, side) for side in (1, -1)}
        found = self._lanes.way(starts, ends)
        if found is None:
            return None
        side = next(side for side, port in starts.items() if port == found[0])
        other = next(side for side, port in ends.items() if port == found[-1])
        return (side, other), straightened(found)

    def _price(self, way: Way, limit: float) -> float:
        """What lies in the way; the ends of it touch their own boxes, which costs nothing. Beyond the limit a guess."""
        width, height = self._size
        price, parts = 0.0, segments(way)
        for left, top, right, bottom in parts:
            if left < _RIM or top < _RIM or right > width - _RIM or bottom > height - _RIM:
                price += _BOX
        ground, names, (dear, aside) = self._ground, self._names, self._name
        for part in parts:
            if limit > _BOX:
                price += _BOX * ground.hits(part)
            elif ground.blocked(part):
                return _BOX
        if price >= min(limit, _BOX):
            return price
        for part in parts:
            price += dear * names.hits(part, aside) + _OVER * ground.along(part)
            if price >= limit:
                return price
        return price + _CROSS * sum(ground.crossings(part) for part in parts)

    def _port(self, key: str, side: int) -> Point:
        """Where the next line leaves a side: 1 right, -1 left; lines of one side leave apart from one another."""
        left, top, width, height = self._boxes[key]
        number = self._used[key, side] + (1 if side < 0 else 0)  # the middle of the left belongs to the boss's line
        offset = _PORTS[number % len(_PORTS)] * height
        return (left + width if side > 0 else left), top + height / 2 + offset

    def _between(self, source: str, target: str) -> tuple[tuple[int, int], Way]:
        """The straight way, the last resort."""
        side = 1 if self._boxes[source][0] <= self._boxes[target][0] else -1
        start, end = self._port(source, side), self._port(target, -side)
        return (side, -side), straightened((start, (start[0], end[1]), end))

    def _candidates(self, source: str, target: str) -> Iterator[tuple[tuple[int, int], Way]]:
        yield from self._straight(source, target)
        for side in (1, -1):
            start = self._port(source, side)
            out = start[0] + side * _SIDE
            for other in (1, -1):
                end = self._port(target, other)
                back = end[0] + other * _SIDE
                sides = side, other
                for x in (out, back):
                    if (x - start[0]) * side > 0 and (x - end[0]) * other > 0:
                        yield sides, (start, (x, start[1]), (x, end[1]), end)
                for y in self._channels(source, target):
                    yield sides, (start, (out, start[1]), (out, y), (back, y), (back, end[1]), end)

    def _straight(self, source: str, target: str) -> Iterator[tuple[tuple[int, int], Way]]:
        """Directly across or down, where the boxes face each other."""
        (x, y, w, h), (u, v, k, m) = self._boxes[source], self._boxes[target]
        upper, lower = max(y, v), min(y + h, v + m)
        if lower - upper > 0.4 * min(h, m) and not (x < u + k and u < x + w):
            side = 1 if x < u else -1
            middle = upper + (lower - upper) * (0.5 + _PORTS[self._used[source, side] % len(_PORTS)] * 0.8)
            yield (side, -side), ((x + w if side > 0 else x, middle), (u if side > 0 else u + k, middle))
        nearer, farther = max(x, u), min(x + w, u + k)
        if farther - nearer > 0.4 * min(w, k) and not (y < v + m and v < y + h):
            number = self._used[source, 2] + self._used[target, 2]
            at = nearer + (farther - nearer) * (0.72, 0.84, 0.6, 0.92)[number % 4]
            yield (2, 2), ((at, y + h if y < v else y), (at, v if y < v else v + m))

    def _channels(self, source: str, target: str) -> list[float]:
        """The heights at which a line might run across: beside both boxes, their departments and the map's rims."""
        gap = self._sizes.gap / 2
        found = {_RIM + 2.0, self._size[1] - _RIM - 2.0}
        for key in (source, target):
            _, top, _, height = self._boxes[key]
            found |= {top - _SIDE, top + height + _SIDE}
            if (home := self._homes[key]) is not None:
                found |= {home[1] - _SIDE, home[1] + home[3] + gap}
        return sorted(found)

    def _moved_apart(self, way: Way) -> Way:
        """The way with its inner parts moved a little where they would lie on another line."""
        points = list(way)
        for at in range(1, len(points) - 2):
            if self._ground.along(segments(points[at : at + 2])[0]) <= 0:
                continue
            level = abs(points[at][1] - points[at + 1][1]) < 0.01
            for shift in _SHIFTS:
                tried = list(points)
                for end in (at, at + 1):
                    x, y = tried[end]
                    tried[end] = (x, y + shift) if level else (x + shift, y)
                if self._clear(tried, at):
                    points = tried
                    break
        return tuple(points)

    def _clear(self, points: list[Point], at: int) -> bool:
        around = segments(points[at - 1 : at + 3])
        return self._ground.along(around[1]) <= 0 and not any(self._ground.blocked(part) for part in around)


def _first(found: tuple[float, tuple[int, int], Way]) -> float:
    return found[0]


def _base(way: Way) -> float:
    length = 0.0
    for (x, y), (u, v) in pairwise(way):
        length += abs(x - u) + abs(y - v)
    return _LENGTH * length + _BEND * (len(way) - 2)


def _home(box: Box, departments: Sequence[MapDepartment]) -> Box | None:
    left, top, _, _ = box
    for department in departments:
        x, y, width, height = department.box
        if x <= left <= x + width and y <= top <= y + height:
            return department.box
    return None


def names_of(departments: Sequence[MapDepartment], sizes: MapSizes, *, apart: float = 0.0) -> Iterator[Box]:
    """Where departments' names and notes stand; so many em `apart` from a name nothing else is written in its row."""
    size = sizes.note
    for department in departments:
        left, top, width, _ = department.box
        room = width - 2 * sizes.pad
        yield left + sizes.pad, top + 3.0, min(text_width(department.name, size), room) + apart * size, size * 1.5
        for number, note in enumerate(department.note):
            x, y = department.note_at
            yield x, y + number * 1.9 * size - size, min(text_width(note, size), room), size * 1.4

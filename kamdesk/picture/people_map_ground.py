"""What stands on the people map already: boxes, names and lines, found quickly by place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from kamdesk.picture.people_map_values import Box
from kamdesk.picture.shapes import Point

_CELL = 60.0
_NEAR = 2.2  # lines closer than this look like one

Segment = tuple[float, float, float, float]  # x, y, x, y


def segments(points: Sequence[Point]) -> list[Segment]:
    """The straight parts of a way, each from its lesser to its greater end."""
    return [(min(x, u), min(y, v), max(x, u), max(y, v)) for (x, y), (u, v) in pairwise(points)]


class Ground:
    """The boxes in strips, and the lines by their height or side."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self._columns: dict[int, list[Box]] = defaultdict(list)
        self._rows: dict[int, list[Box]] = defaultdict(list)
        self._level: dict[int, list[Segment]] = defaultdict(list)
        self._upright: dict[int, list[Segment]] = defaultdict(list)
        for box in boxes:
            self.add(box)

    def add(self, box: Box) -> None:
        """One more thing that nothing may lie on."""
        left, top, width, height = box
        for column in range(int(left // _CELL), int((left + width) // _CELL) + 1):
            self._columns[column].append(box)
        for row in range(int(top // _CELL), int((top + height) // _CELL) + 1):
            self._rows[row].append(box)

    def take(self, points: Sequence[Point]) -> None:
        """A line that is drawn there."""
        for segment in segments(points):
            if _is_level(segment):
                self._level[int(segment[1] // 8)].append(segment)
            else:
                self._upright[int(segment[0] // 8)].append(segment)

    def hits(self, area: Segment, spare: float = 0.0) -> int:
        """How many boxes lie in an area or on a line; touching is none."""
        left, top, right, bottom = area
        left, top, right, bottom = left - spare + 0.1, top - spare + 0.1, right + spare - 0.1, bottom + spare - 0.1
        upright = right - left < bottom - top
        held, first, last = (self._columns, left, right) if upright else (self._rows, top, bottom)
        low, high = int(min(first, last) // _CELL), int(max(first, last) // _CELL)
        count = 0
        for number in range(low, high + 1):
            for x, y, width, height in held.get(number, ()):
                if x < right and left < x + width and y < bottom and top < y + height:
                    # a box in several strips counts in the first of them
                    count += number == low or int((x if upright else y) // _CELL) == number
        return count

    def along(self, segment: Segment) -> float:
        """How much of a line lies on another, in points."""
        left, top, right, bottom = segment
        total = 0.0
        if _is_level(segment):
            for row in _near(top):
                for u, v, w, _ in self._level.get(row, ()):
                    if abs(v - top) < _NEAR:
                        total += max(0.0, min(right, w) - max(left, u))
        else:
            for row in _near(left):
                for u, v, _, z in self._upright.get(row, ()):
                    if abs(u - left) < _NEAR:
                        total += max(0.0, min(bottom, z) - max(top, v))
        return total

    def crossings(self, segment: Segment) -> int:
        """How many lines it crosses."""
        left, top, right, bottom = segment
        count = 0
        if _is_level(segment):
            for row in range(int(left // 8), int(right // 8) + 1):
                for u, v, _, z in self._upright.get(row, ()):
                    count += left + 0.1 < u < right - 0.1 and v + 0.1 < top < z - 0.1
        else:
            for row in range(int(top // 8), int(bottom // 8) + 1):
                for u, v, w, _ in self._level.get(row, ()):
                    count += top + 0.1 < v < bottom - 0.1 and u + 0.1 < left < w - 0.1
        return count


def _is_level(segment: Segment) -> bool:
    return segment[3] - segment[1] < segment[2] - segment[0]


def _near(place: float) -> range:
    row = int(place // 8)
    return range(row - 1, row + 2)

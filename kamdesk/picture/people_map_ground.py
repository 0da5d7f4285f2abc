"""What stands on the people map already: boxes, names and lines, found quickly by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from kamdesk.picture.people_map_values import Box
from kamdesk.picture.shapes import Point

_CELL = 60.0
_ALL = -1
_NEAR = 2.2  # lines closer than this look like one

Segment = tuple[float, float, float, float]  # x, y, x, y


def segments(points: Sequence[Point]) -> list[Segment]:
    """The straight parts of a way, each from its lesser to its greater end."""
    return [
        (x if x < u else u, y if y < v else v, u if x < u else x, v if y < v else y)
        for (x, y), (u, v) in pairwise(points)
    ]


class _Strips:
    """Things in strips across one direction, within a strip in the order of the other: few have to be looked at."""

    __slots__ = ("held", "longest")

    def __init__(self) -> None:
        self.held: dict[int, tuple[list[float], list[Segment]]] = {}
        self.longest = 0.0

    def add(self, across: float, across_end: float, start: float, end: float) -> None:
        """One more thing, by its ends across and along the strips."""
        self.longest = max(self.longest, end - start)
        for number in range(int(across // _CELL), int(across_end // _CELL) + 1):
            starts, held = self.held.setdefault(number, ([], []))
            at = bisect_left(starts, start)
            starts.insert(at, start)
            held.insert(at, (across, across_end, start, end))

    def met(self, across: float, across_end: float, start: float, end: float, most: int) -> list[Segment]:
        """The things in an area, each once; not looked for further when there are `most`."""
        low, high = int(across // _CELL), int(across_end // _CELL)
        if low > high:  # less than nothing wide: a line without its ends
            low, high = high, low
        nearest, found = start - self.longest, []
        for number in range(low, high + 1):
            if strip := self.held.get(number):
                starts, held = strip
                for thing in held[bisect_left(starts, nearest) : bisect_left(starts, end)]:
                    near, far, _, last = thing
                    # what begins in a strip before this one has been met there
                    if (
                        near < across_end
                        and across < far
                        and start < last
                        and (number == low or int(near // _CELL) == number)
                    ):
                        found.append(thing)
                        if len(found) == most:
                            return found
        return found


class _Lines:
    """Lines of one direction by where they run: each by its place, its start and its end."""

    __slots__ = ("held", "places")

    def __init__(self) -> None:
        self.places: list[float] = []
        self.held: list[tuple[float, float, float]] = []

    def add(self, place: float, start: float, end: float) -> None:
        """One more line."""
        at = bisect_right(self.places, place)
        self.places.insert(at, place)
        self.held.insert(at, (place, start, end))

    def between(self, low: float, high: float) -> list[tuple[float, float, float]]:
        """The lines that run at one of these places, both ends included."""
        return self.held[bisect_left(self.places, low) : bisect_right(self.places, high)]


class Ground:
    """The boxes in strips, and the lines by their height or side."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self._columns, self._rows = _Strips(), _Strips()
        self._level, self._upright = _Lines(), _Lines()
        self._blocker: Segment = (0.0, 0.0, 0.0, 0.0)  # what the last blocked area met: the next one often meets it too
        for box in boxes:
            self.add(box)

    def add(self, box: Box) -> None:
        """One more thing that nothing may lie on."""
        left, top, width, height = box
        self._columns.add(left, left + width, top, top + height)
        self._rows.add(top, top + height, left, left + width)

    def take(self, points: Sequence[Point]) -> None:
        """A line that is drawn there."""
        for segment in segments(points):
            left, top, right, bottom = segment
            if _is_level(segment):
                self._level.add(top, left, right)
            else:
                self._upright.add(left, top, bottom)

    def hits(self, area: Segment, spare: float = 0.0) -> int:
        """How many boxes lie in an area or on a line; touching is none."""
        left, top, right, bottom = area
        left, top, right, bottom = left - spare + 0.1, top - spare + 0.1, right + spare - 0.1, bottom + spare - 0.1
        if right - left < bottom - top:
            return len(self._columns.met(left, right, top, bottom, _ALL))
        return len(self._rows.met(top, bottom, left, right, _ALL))

    def blocked(self, area: Segment, spare: float = 0.0) -> bool:
        """Whether any box lies there."""
        left, top, right, bottom = area
        left, top, right, bottom = left - spare + 0.1, top - spare + 0.1, right + spare - 0.1, bottom + spare - 0.1
        x, y, u, v = self._blocker
        if x < right and left < u and y < bottom and top < v:
            return True
        if right - left < bottom - top:
            found = self._columns.met(left, right, top, bottom, 1)
            for x, u, y, v in found:
                self._blocker = x, y, u, v
        else:
            found = self._rows.met(top, bottom, left, right, 1)
            for y, v, x, u in found:
                self._blocker = x, y, u, v
        return bool(found)

    def along(self, segment: Segment) -> float:
        """How much of a line lies on another, in points."""
        left, top, right, bottom = segment
        level = _is_level(segment)
        lines, place, start, end = (self._level, top, left, right) if level else (self._upright, left, top, bottom)
        total = 0.0
        for other, first, last in lines.between(place - _NEAR, place + _NEAR):
            shared = (end if end < last else last) - (start if start > first else first)
            if shared > 0.0 and abs(other - place) < _NEAR:
                total += shared
        return total

    def crossings(self, segment: Segment) -> int:
        """How many lines it crosses."""
        left, top, right, bottom = segment
        level = _is_level(segment)
        lines, place, start, end = (self._upright, top, left, right) if level else (self._level, left, top, bottom)
        low, high, count = start + 0.1, end - 0.1, 0
        for other, first, last in lines.between(low, high):
            count += first + 0.1 < place < last - 0.1 and low < other < high
        return count


def _is_level(segment: Segment) -> bool:
    return segment[3] - segment[1] < segment[2] - segment[0]

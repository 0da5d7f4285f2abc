"""The lanes of the people map: free lines beside the boxes, and the cheapest way along them where no short one is free.

Only asked for the few lines that cannot be led past the boxes by a simple way.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kamdesk.picture.people_map_ground import Ground
from kamdesk.picture.people_map_values import Box
from kamdesk.picture.shapes import Point

_SIDE = 6.0  # from a box to the lane along it
_MERGED = 4.0  # lanes nearer than this are one
_BEND = 30.0
_NEVER = float("inf")
_STUB = 16.0  # how far from its box a line may look for a lane


class Lanes:
    """The free lanes of one map; built when first asked."""

    def __init__(
        self, boxes: Mapping[str, Box], outlines: Sequence[Box], size: tuple[float, float], ground: Ground
    ) -> None:
        width, height = size
        across = [(box[0] - _SIDE, box[0] + box[2] + _SIDE) for box in boxes.values()]
        down = [(box[1] - _SIDE, box[1] + box[3] + _SIDE) for box in (*outlines, *_lowest(boxes.values()))]
        self._xs = _apart((x for pair in across for x in pair), 5.0, width - 5.0)
        self._ys = _apart((y for pair in down for y in pair), 5.0, height - 5.0)
        self._ground = ground
        self._next: dict[int, tuple[tuple[int, float, bool], ...]] = {}

    def way(self, starts: Mapping[int, Point], ends: Mapping[int, Point]) -> tuple[Point, ...] | None:
        """From a port of one box to a port of another, by the side each is on; None when no lane leads there."""
        heads, tails = dict(self._ramps(starts)), dict(self._ramps(ends))
        if not heads or not tails:
            return None
        wide, xs, ys = len(self._xs), self._xs, self._ys
        aim_x, aim_y = next(iter(ends.values()))
        best: dict[int, float] = {}
        came: dict[int, int] = {}
        heap: list[tuple[float, float, int, bool]] = []
        for place, (cost, _) in heads.items():
            best[place] = cost
            heap.append((cost, cost, place, False))
        heapq.heapify(heap)
        while heap:
            _, cost, place, level = heapq.heappop(heap)
            if cost > best[place]:
                continue
            if place in tails:
                return self._told(place, came, heads, tails[place][1])
            for near, step, flat in self._next.get(place) or self._steps(place):
                price = cost + step + (_BEND if flat != level else 0.0)
                if price < best.get(near, _NEVER):
                    best[near], came[near] = price, place
                    far = abs(xs[near % wide] - aim_x) + abs(ys[near // wide] - aim_y)
                    heapq.heappush(heap, (price + far, price, near, flat))
        return None

    def _ramps(self, ports: Mapping[int, Point]) -> Iterator[tuple[int, tuple[float, Point]]]:
        """The crossings of lanes that ports reach at once, with the way to them."""
        for side, (x, y) in ports.items():
            first = bisect_left(self._xs, x + (0.5 if side > 0 else -_STUB))
            row = bisect_left(self._ys, y)
            for column in range(first, len(self._xs)):
                lane = self._xs[column]
                if not 0 < (lane - x) * side <= _STUB:
                    break
                if self._ground.blocked((min(x, lane), y, max(x, lane), y)):
                    continue
                for near in (row - 1, row):
                    if 0 <= near < len(self._ys):
                        high = self._ys[near]
                        if not self._ground.blocked((lane, min(y, high), lane, max(y, high))):
                            cost = abs(lane - x) + abs(high - y)
                            yield near * len(self._xs) + column, (cost, (x, y))

    def _steps(self, place: int) -> tuple[tuple[int, float, bool], ...]:
        """The next crossings in all four directions that are free to go to."""
        wide, tall = len(self._xs), len(self._ys)
        row, at = divmod(place, wide)
        x, y = self._xs[at], self._ys[row]
        found = []
        for near in (at - 1, at + 1):
            if 0 <= near < wide:
                left, right = min(x, self._xs[near]), max(x, self._xs[near])
                if not self._ground.blocked((left, y, right, y)):
                    found.append((row * wide + near, right - left, True))
        for near in (row - 1, row + 1):
            if 0 <= near < tall:
                top, bottom = min(y, self._ys[near]), max(y, self._ys[near])
                if not self._ground.blocked((x, top, x, bottom)):
                    found.append((near * wide + at, bottom - top, False))
        self._next[place] = tuple(found)
        return self._next[place]

    def _told(
        self, place: int, came: Mapping[int, int], heads: Mapping[int, tuple[float, Point]], end: Point
    ) -> tuple[Point, ...]:
        wide = len(self._xs)
        points = [end, (self._xs[place % wide], end[1])]
        points.append((self._xs[place % wide], self._ys[place // wide]))
        while place in came:
            place = came[place]
            points.append((self._xs[place % wide], self._ys[place // wide]))
        start = heads[place][1]
        return tuple(reversed([*points, (self._xs[place % wide], start[1]), start]))


def _lowest(boxes: Iterable[Box]) -> list[Box]:
    """The boxes above which, or below which, there is room for a line across: the first and last of each stack."""
    columns: dict[int, list[Box]] = {}
    for box in boxes:
        columns.setdefault(round(box[0]), []).append(box)
    return [box for column in columns.values() for box in (min(column, key=_top), max(column, key=_top))]


def _top(box: Box) -> float:
    return box[1]


def _apart(places: Iterable[float], low: float, high: float) -> list[float]:
    """The places in order, those too near to another left out, with both ends."""
    kept = [low]
    for place in sorted(places):
        if place - kept[-1] >= _MERGED and place < high - _MERGED:
            kept.append(place)
    return [*kept, high]

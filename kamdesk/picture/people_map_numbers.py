"""Numbers on the lines of the people map, where their notes find no room: a list beside the map tells them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kamdesk.picture.manner import PAPER
from kamdesk.picture.people_map_ground import Ground, Segment, segments
from kamdesk.picture.people_map_labels import DISC, middle
from kamdesk.picture.people_map_sizes import sizes_of
from kamdesk.picture.people_map_tie_shapes import NUMBER
from kamdesk.picture.people_map_ties import names_of
from kamdesk.picture.people_map_values import MapLayout, MapPath, MapTie
from kamdesk.picture.shapes import Point

_ALONG = (0.5, 0.38, 0.62, 0.27, 0.73, 0.16, 0.84)
_END = NUMBER + 7.0  # from the end of a line, where its arrow is


def all_told(layout: MapLayout) -> bool:
    """True when every note stands beside its line; a route may do without."""
    return all(path.label_at is not None for path in layout.ties if path.tie.note and path.tie.kind != "route")


def with_notes(ties: Sequence[MapTie], keys: frozenset[str]) -> list[MapTie]:
    """The ties of these people that have something to tell: the order of their numbers."""
    return [tie for tie in ties if tie.note and tie.source != tie.target and {tie.source, tie.target} <= keys]


def numbered(layout: MapLayout) -> MapLayout:
    """The same map with a number on every line that has a note, and no notes."""
    taken = Ground(layout.boxes.values())
    for name in names_of(layout.departments, sizes_of(PAPER, 0)):
        taken.add(name)
    for path in layout.ties:
        if path.tie.kind == "conflict":
            _take(taken, middle(path.points), DISC)
    lines = [part for report in layout.reports for part in segments(report.points)]
    ways = {path.tie.key: segments(path.points) for path in layout.ties}
    done, number = [], 0
    for path in layout.ties:
        if not path.tie.note:
            done.append(path._replace(label_at=None))
            continue
        number += 1
        others = [*lines, *(part for key, parts in ways.items() if key != path.tie.key for part in parts)]
        place = _place(path, taken, others)
        _take(taken, place, NUMBER)
        done.append(path._replace(label_at=None, label=str(number), number_at=place))
    return replace(layout, ties=tuple(done))


def _take(taken: Ground, at: Point, half: float) -> None:
    taken.add((at[0] - half, at[1] - half, 2 * half, 2 * half))


def _place(path: MapPath, taken: Ground, others: Sequence[Segment]) -> Point:
    """On the line, off all boxes and names, and off other lines where possible."""
    best, least = middle(path.points), float("inf")
    for x, y in _spots(path.points):
        area = (x - NUMBER, y - NUMBER, x + NUMBER, y + NUMBER)
        cost = 100.0 * taken.hits(area, 1.0) + sum(_meets(area, line) for line in others)
        if cost < least:
            best, least = (x, y), cost
        if not cost:
            break
    return best


def _spots(points: Sequence[Point]) -> Iterator[Point]:
    """Places along the straight parts, the longest part first; none in the arrow."""
    parts = sorted(pairwise(points), key=_length, reverse=True)
    for (x, y), (u, v) in parts:
        for share in _ALONG:
            at = x + (u - x) * share, y + (v - y) * share
            last = abs(at[0] - points[-1][0]) + abs(at[1] - points[-1][1])
            if last >= _END or len(points) == 2:
                yield at


def _length(part: tuple[Point, Point]) -> float:
    (x, y), (u, v) = part
    return abs(x - u) + abs(y - v)


def _meets(area: Segment, line: Segment) -> bool:
    return line[0] < area[2] and area[0] < line[2] + 0.01 and line[1] < area[3] and area[1] < line[3] + 0.01

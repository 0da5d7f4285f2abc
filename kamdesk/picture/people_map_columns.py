"""The inside of one column of the people map: heads on top, who reports to them indented below, long ones wrapped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kamdesk.picture.people_map_forest import Column, Forest
from kamdesk.picture.people_map_sizes import MapSizes
from kamdesk.picture.people_map_values import Box, MapDepartment, MapReport
from kamdesk.picture.shapes import Point

_FEW_BESIDE = 5  # people beside a head who also has departments below
CLEAR = 4.0  # between a box and a line that passes it


@dataclass(slots=True)
class Patch:
    """A part of the map, measured from its own upper left corner."""

    width: float = 0.0
    height: float = 0.0
    boxes: dict[str, Box] = field(default_factory=dict)
    reports: list[MapReport] = field(default_factory=list)
    departments: list[MapDepartment] = field(default_factory=list)

    def put(self, other: Patch, x: float, y: float) -> None:
        """Take another part in, at a place; this one grows round it."""
        for key, (left, top, width, height) in other.boxes.items():
            self.boxes[key] = (left + x, top + y, width, height)
        for child, points in other.reports:
            self.reports.append(MapReport(child, tuple((px + x, py + y) for px, py in points)))
        for name, (left, top, width, height), note, (nx, ny) in other.departments:
            self.departments.append(MapDepartment(name, (left + x, top + y, width, height), note, (nx + x, ny + y)))
        self.width, self.height = max(self.width, x + other.width), max(self.height, y + other.height)


def inside(column: Column, forest: Forest, sizes: MapSizes, *, beside: bool) -> Patch:
    """The boxes of a column and the lines within it, without its outline."""
    if beside:
        return _beside(column.heads[0], forest, sizes)
    patch, x = Patch(), 0.0
    parts = [_stack(head, 0, forest, sizes) for head in column.heads]
    for chunk in _wrapped(parts, sizes):
        y, wide = 0.0, 0.0
        for part in chunk:
            patch.put(part, x, y)
            y, wide = y + part.height + sizes.below, max(wide, part.width)
        x += wide + sizes.column
    return patch


def stands_beside(column: Column) -> bool:
    """True for the column of a boss over departments: the few of the same column may stand at the boss's side."""
    return bool(column.below) and len(column.heads) == 1 and 1 < len(column.members) <= _FEW_BESIDE + 1


def _beside(head: str, forest: Forest, sizes: MapSizes) -> Patch:
    patch = Patch()
    patch.put(_one(head, sizes.width, sizes), 0.0, 0.0)
    left, y = sizes.width + 2 * sizes.indent, 0.0
    spine, middle = sizes.width + sizes.indent, sizes.height / 2
    for child in forest.children[head]:
        part = _stack(child, 1, forest, sizes)
        patch.put(part, left, y)
        way = ((sizes.width, middle), (spine, middle), (spine, y + middle), (left, y + middle))
        patch.reports.append(MapReport(child, straightened(way)))
        y += part.height + sizes.below
    return patch


def _stack(key: str, level: int, forest: Forest, sizes: MapSizes) -> Patch:
    """A person with everybody below in the same column."""
    patch = Patch()
    patch.put(_one(key, sizes.width if level == 0 else sizes.sub_width, sizes), 0.0, 0.0)
    parts = {child: _stack(child, level + 1, forest, sizes) for child in forest.children[key]}
    if not parts:
        return patch
    foot, top, x = sizes.indent / 2, sizes.height + sizes.below, sizes.indent
    bus = sizes.height + sizes.below / 2
    names = iter(parts)
    for chunk in _wrapped(list(parts.values()), sizes):
        y, wide, spine = top, 0.0, x - sizes.indent / 2
        for part in chunk:
            child = next(names)
            patch.put(part, x, y)
            middle = y + sizes.height / 2
            way = ((foot, sizes.height), (foot, bus), (spine, bus), (spine, middle), (x, middle))
            patch.reports.append(MapReport(child, straightened(way)))
            y, wide = y + part.height + sizes.below, max(wide, part.width)
        x += wide + sizes.column
    return patch


def _one(key: str, width: float, sizes: MapSizes) -> Patch:
    return Patch(width, sizes.height, {key: (0.0, 0.0, width, sizes.height)})


def _wrapped(parts: Sequence[Patch], sizes: MapSizes) -> Iterable[list[Patch]]:
    """The parts in columns of about the same height, none much higher than the measures allow."""
    whole = sum(part.height + sizes.below for part in parts)
    number = max(1, round(whole / sizes.tall + 0.35))
    limit = whole / number + 0.5 * sizes.height
    chunk: list[Patch] = []
    high = 0.0
    for part in parts:
        step = part.height + sizes.below
        if chunk and high + step > limit:
            yield chunk
            chunk, high = [], 0.0
        chunk.append(part)
        high += step
    if chunk:
        yield chunk


def straightened(points: Sequence[Point]) -> tuple[Point, ...]:
    """The way without corners that are none."""
    kept: list[Point] = []
    upright_before = level_before = False  # how the last part runs; the first one runs nowhere yet
    for point in points:
        if kept:
            (x, y), (u, v) = kept[-1], point
            upright, level = -0.01 < x - u < 0.01, -0.01 < y - v < 0.01
            if upright and level:
                continue
            if (upright and upright_before) or (level and level_before):
                kept.pop()
                # what goes on in a line is measured from where the line begins
                x, y = kept[-1]
                upright, level = -0.01 < x - u < 0.01, -0.01 < y - v < 0.01
            upright_before, level_before = upright, level
        kept.append(point)
    return tuple(kept)

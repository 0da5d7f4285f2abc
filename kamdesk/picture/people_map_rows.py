"""Columns of the people map below columns: bosses above, their departments in rows under them, lines between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kamdesk.picture.lettering import text_width
from kamdesk.picture.people_map_columns import CLEAR, Patch, inside, stands_beside, straightened
from kamdesk.picture.people_map_forest import Column, Forest
from kamdesk.picture.people_map_sizes import MapSizes
from kamdesk.picture.people_map_stacks import Branch, stacked
from kamdesk.picture.people_map_values import MapDepartment, MapReport
from kamdesk.picture.shapes import Point

_LANE = 3.0  # between two lines side by side
_LANES = 4
_FEW = 2  # people in a department that may stand beside the department of their boss


def whole(forest: Forest, sizes: MapSizes) -> Patch:
    """The whole map without its rim."""
    patch = Patch()
    branches = stacked([_branch(column, forest, sizes, top=True) for column in forest.roots], (), forest, sizes)
    y = 0.0
    for row in _rows(branches, sizes):
        _even(row)
        x = 0.0
        for branch in row:
            patch.put(branch.patch, x, y)
            x += branch.patch.width + sizes.gap
        y = patch.height + max(sizes.level * 0.6, sizes.gap)
    return patch


def _branch(column: Column, forest: Forest, sizes: MapSizes, *, top: bool = False) -> Branch:
    if not column.below:
        own = _outlined(column, forest, sizes)
        return Branch(own, column, _entries(column, forest, own, sizes), bool(own.departments))
    below = list(_below(column, sizes))
    branches = [_branch(each, forest, sizes) for each in below]
    rows = _rows(stacked(branches, column.members, forest, sizes), sizes)
    group = max(_wide(row, sizes) for row in rows)
    beside = stands_beside(column) and (top or not sizes.stack)
    own = _outlined(column, forest, sizes, beside=beside)
    if beside and sizes.stack and own.width > group:
        beside, own = False, _outlined(column, forest, sizes)
    trunk = sizes.trunk if len(rows) > 1 else 0.0
    width = max(own.width, group + trunk)
    patch = Patch()
    left = (width - group - trunk) / 2 + trunk
    own_left = (width - own.width) / 2
    patch.put(own, own_left, 0.0)
    exits = _exits(column, below, forest, patch, own.height, sizes, beside=beside)
    y = own.height + sizes.level
    for number, row in enumerate(rows):
        _even(row)
        x = left if len(rows) > 1 else (width - _wide(row, sizes)) / 2
        for each in row:
            patch.put(each.patch, x, y)
            for head, way in each.entries.items():
                if (boss := forest.boss[head]) in exits:
                    lane = list(exits).index(boss)
                    bus = y - sizes.level / 2 + _LANE * (lane % _LANES)
                    end = [(px + x, py + y) for px, py in way]
                    bridge = _bridge(exits[boss], number, own.height + sizes.level / 2, left, lane)
                    points = (*bridge, (bridge[-1][0], bus), (end[0][0], bus), *end)
                    patch.reports.append(MapReport(head, straightened(points)))
            x += each.patch.width + sizes.gap
        y = patch.height + sizes.level
    entries = _entries(column, forest, own, sizes)
    moved = {head: tuple((x + own_left, y) for x, y in way) for head, way in entries.items()}
    return Branch(patch, column, moved, leaf=False)


def _below(column: Column, sizes: MapSizes) -> Iterator[Column]:
    """The columns below one; a small department may stand beside the one its boss is in instead of below."""
    for each in column.below:
        small = all(not one.below and len(one.members) <= _FEW for one in each.below)
        if sizes.lifts and each.below and small and len(each.members) > 1:
            yield replace(each, below=[])
            yield from each.below
        else:
            yield each


def _wide(row: Sequence[Branch], sizes: MapSizes) -> float:
    return sum(each.patch.width for each in row) + sizes.gap * (len(row) - 1)


def _bridge(way: tuple[Point, ...], row: int, first: float, left: float, lane: int) -> tuple[Point, ...]:
    """From a boss to the height of a row's bus: straight down to the first row, round the left side to others."""
    if not row:
        return way
    bus, trunk = first + _LANE * (lane % _LANES), left - CLEAR - _LANE * (lane % _LANES)
    return (*way, (way[-1][0], bus), (trunk, bus))


def _outlined(column: Column, forest: Forest, sizes: MapSizes, *, beside: bool = False) -> Patch:
    """The inside of a column, in its outline unless it is one boss alone or no department."""
    inner = inside(column, forest, sizes, beside=beside)
    alone = len(column.members) == 1 and bool(column.below)
    if not column.name or alone:
        return inner
    patch = Patch(inner.width + 2 * sizes.pad, sizes.head + inner.height + sizes.foot)
    note, at = _note(column, forest, inner, sizes)
    if note:
        patch.height += sizes.note * (1.9 * len(note) + 0.4)
    patch.departments.append(MapDepartment(column.name, (0.0, 0.0, patch.width, patch.height), note, at))
    patch.put(inner, sizes.pad, sizes.head)
    return patch


def _note(column: Column, forest: Forest, inner: Patch, sizes: MapSizes) -> tuple[tuple[str, ...], Point]:
    """What is said about a department in which nobody is known, below its boxes."""
    nodes = [forest.nodes[key] for key in column.members]
    if not sizes.says or any(node.attitude != "placeholder" for node in nodes):
        return (), (0.0, 0.0)
    told = (nodes[0].note, nodes[0].ask)
    return tuple(text for text in told if text), (sizes.pad + 2.0, sizes.head + inner.height + sizes.note * 2.2)


def _entries(column: Column, forest: Forest, own: Patch, sizes: MapSizes) -> dict[str, tuple[Point, ...]]:
    """How a line reaches each head of a column that has a boss elsewhere."""
    ways: dict[str, tuple[Point, ...]] = {}
    name = text_width(column.name, sizes.note) if own.departments else 0.0
    for head in column.heads:
        if forest.boss[head] is None:
            continue
        left, top, width, height = own.boxes[head]
        if top <= min(box[1] for box in own.boxes.values()) + 0.01:
            x = min(max(left + width / 2, left + name + 8.0), left + width - 12.0)
            ways[head] = ((x, 0.0), (x, top))
        else:
            x = left - CLEAR
            ways[head] = ((x, 0.0), (x, top + height / 2), (left, top + height / 2))
    return ways


def _exits(
    column: Column,
    below: Sequence[Column],
    forest: Forest,
    patch: Patch,
    bottom: float,
    sizes: MapSizes,
    *,
    beside: bool,
) -> dict[str | None, tuple[Point, ...]]:
    """How the lines to columns below leave each boss of a column, down to its lower edge."""
    bosses = {forest.boss[head] for each in below for head in each.heads} & set(column.members)
    ways: dict[str | None, tuple[Point, ...]] = {}
    for boss in sorted((key for key in column.members if key in bosses), key=lambda key: patch.boxes[key][1]):
        left, top, width, height = patch.boxes[boss]
        straight, spine = left + width / 2, left + sizes.indent / 2
        if len(column.members) == 1 or (boss == column.heads[0] and (beside or _free_below(boss, straight, patch))):
            ways[boss] = ((straight, top + height), (straight, bottom))
        elif sizes.stack and _free_below(boss, spine, patch):
            ways[boss] = ((spine, top + height), (spine, bottom))
        else:
            x, middle = left + width + CLEAR, top + height / 2
            x = _gutter(x, middle, patch, len(ways))
            ways[boss] = ((left + width, middle), (x, middle), (x, bottom))
    return ways


def _free_below(boss: str, x: float, patch: Patch) -> bool:
    """True where nobody stands below a boss at one place."""
    top = patch.boxes[boss][1]
    return not any(box[0] < x < box[0] + box[2] and box[1] > top for box in patch.boxes.values())


def _gutter(x: float, top: float, patch: Patch, lane: int) -> float:
    """The nearest place right of x from which a line goes down past every box."""
    boxes = sorted(patch.boxes.values())
    for left, upper, width, height in boxes:
        if upper + height > top and left - 2.0 < x < left + width + 2.0:
            x = left + width + CLEAR
    return x + 1.5 * (lane % _LANES)


def _rows(branches: Sequence[Branch], sizes: MapSizes) -> list[list[Branch]]:
    """The branches in rows no wider than there is room."""
    whole_row = sum(branch.patch.width + sizes.gap for branch in branches) - sizes.gap
    if whole_row <= sizes.room * sizes.stretch:
        return [list(branches)]
    rows: list[list[Branch]] = []
    wide = 0.0
    for branch in branches:
        step = branch.patch.width + sizes.gap
        if rows and wide + step - sizes.gap <= sizes.room - (sizes.trunk if len(rows) > 1 else 0.0):
            rows[-1].append(branch)
            wide += step
        else:
            rows.append([branch])
            wide = step
    return rows


def _even(row: Sequence[Branch]) -> None:
    """Outlines side by side reach down equally far."""
    leaves = [branch.patch for branch in row if branch.leaf]
    tall = max((patch.height for patch in leaves), default=0.0)
    for patch in leaves:
        name, (left, top, width, _), note, at = patch.departments[-1]
        patch.departments[-1] = MapDepartment(name, (left, top, width, tall - top), note, at)
        patch.height = tall

"""The people map: departments and reporting lines laid out by themselves, lines between people led round the boxes.

`lay_out` says where everything stands; `node_shapes`, `tie_shapes` and the others draw it. A tie never moves a box.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kamdesk.picture.manner import SCREEN, Manner
from kamdesk.picture.people_map_best import aside, best
from kamdesk.picture.people_map_columns import Patch
from kamdesk.picture.people_map_forest import Forest, forest
from kamdesk.picture.people_map_look import border_pen, border_sign, department_shapes, report_shapes
from kamdesk.picture.people_map_node import node_shapes
from kamdesk.picture.people_map_picture import people_picture
from kamdesk.picture.people_map_sizes import sizes_of
from kamdesk.picture.people_map_tie_shapes import tie_shapes
from kamdesk.picture.people_map_ties import Ways
from kamdesk.picture.people_map_values import Box, MapDepartment, MapLayout, MapNode, MapPath, MapReport, MapTie

__all__ = [
    "Box",
    "MapDepartment",
    "MapLayout",
    "MapNode",
    "MapPath",
    "MapReport",
    "MapTie",
    "border_pen",
    "border_sign",
    "department_shapes",
    "lay_out",
    "node_shapes",
    "people_picture",
    "report_shapes",
    "tie_shapes",
]


def lay_out(
    nodes: Sequence[MapNode],
    ties: Sequence[MapTie] = (),
    manner: Manner = SCREEN,
    collapsed: Collection[str] = frozenset(),
    room: float | None = None,
    most: int = 0,
    *,
    low: float = 0.0,
    wide: float = 1.0,
    airy: float = 1.0,
) -> MapLayout:
    """Where every box and line of these people stands; who stands first among equals is who comes first in `nodes`.

    Nobody below a `collapsed` person is shown; rows of departments are wrapped at `room` points, columns
    at `most` people; `low` is the height of lower boxes; they are `wide` times as wide and rows `airy` times as far
    apart.
    """
    trees = forest(nodes, collapsed)
    patch, sizes = best(trees, sizes_of(manner, len(nodes), room, most, low=low, wide=wide, airy=airy))
    rim, margin = aside(patch, sizes), sizes.margin
    placed = Patch()
    placed.put(patch, rim, margin)
    width, height = placed.width + rim, placed.height + margin
    boxes, departments, reports = placed.boxes, tuple(placed.departments), placed.reports
    ways = Ways(boxes, departments, (width, height), sizes)
    for report in reports:
        ways.take(report.points)
    reports.extend(_cross(trees, {report.child for report in reports}, ways))
    paths = ways.ties([tie for tie in ties if {tie.source, tie.target} <= boxes.keys() and tie.source != tie.target])
    return MapLayout(width, height, boxes, departments, tuple(reports), paths, trees.hidden)


def _cross(trees: Forest, drawn: set[str], ways: Ways) -> list[MapReport]:
    """Reporting lines into a column that hangs below somebody else."""
    waiting = [(key, boss) for key in trees.nodes if key not in drawn and (boss := trees.boss[key]) is not None]
    return [MapReport(key, ways.way(boss, key)) for key, boss in waiting]

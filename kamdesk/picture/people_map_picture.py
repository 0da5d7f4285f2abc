"""The people map as one picture: outlines below, then lines, boxes, and the lines between people on top."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kamdesk.picture.manner import Manner
from kamdesk.picture.people_map_look import department_shapes, report_shapes
from kamdesk.picture.people_map_node import node_shapes
from kamdesk.picture.people_map_tie_shapes import note_shapes, tie_shapes
from kamdesk.picture.people_map_values import MapLayout, MapNode
from kamdesk.picture.shapes import Group, Line, Picture, Polygon, Shape


def people_picture(
    layout: MapLayout, nodes: Sequence[MapNode] | Mapping[str, MapNode], manner: Manner, label: str = ""
) -> Picture:
    """Everything that is laid out, in the order it is painted."""
    by_key = nodes if isinstance(nodes, Mapping) else {node.key: node for node in nodes}
    shapes: list[Shape] = []
    for department in layout.departments:
        shapes.extend(department_shapes(department, manner))
    for report in layout.reports:
        shapes.extend(report_shapes(report, manner))
    for key, (x, y, width, height) in layout.boxes.items():
        drawn = node_shapes(by_key[key], width, height, manner, layout.hidden.get(key, 0))
        shapes.extend(moved(shape, x, y) for shape in drawn)
    for path in layout.ties:
        shapes.extend(tie_shapes(path._replace(label_at=None, number_at=None), manner))
    for path in layout.ties:  # no line crosses a word
        shapes.extend(note_shapes(path, manner))
    return Picture(layout.width, layout.height, tuple(shapes), label)


def moved(shape: Shape, x: float, y: float) -> Shape:
    """A shape at another place."""
    if isinstance(shape, Group):
        return replace(shape, shapes=tuple(moved(part, x, y) for part in shape.shapes))
    if isinstance(shape, Line | Polygon):
        return replace(shape, points=tuple((px + x, py + y) for px, py in shape.points))
    return replace(shape, x=shape.x + x, y=shape.y + y)

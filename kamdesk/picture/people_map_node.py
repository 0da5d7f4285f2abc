"""The box of one person on the people map, for the screen and for paper."""

from __future__ import annotations

from kamdesk.picture.lettering import called, shortened, text_width
from kamdesk.picture.manner import PAPER, SCREEN, Manner
from kamdesk.picture.people_map_look import border_pen, border_sign, coverage_circle
from kamdesk.picture.people_map_paper import paper_box
from kamdesk.picture.people_map_values import MapNode
from kamdesk.picture.shapes import Group, Pen, Polygon, Rectangle, Shape, Text

_NAME, _SMALL = 10.5, 9.0
_SIGN_AT, _TEXT_AT, _RIM = 14.0, 26.0, 9.0
_SIGNS = {"up": ("ok", -1), "down": ("bad", 1)}


def node_shapes(node: MapNode, width: float, height: float, manner: Manner, hidden: int = 0) -> tuple[Shape, ...]:
    """The box from its own upper left corner; `hidden` people below it are folded away."""
    shapes = paper_box(node, width, height) if manner is PAPER else _screen_box(node, width, height)
    if hidden:
        shapes.extend(_folded(hidden, width, height, manner))
    return (Group(tuple(shapes), node.key, node.label or node.name),)


def _screen_box(node: MapNode, width: float, height: float) -> list[Shape]:
    unknown = node.attitude == "placeholder"
    fill = "" if unknown else f"i{node.influence}" if node.influence else "canvas"
    upper, lower = height * 0.42, height * 0.75
    right = width - _RIM
    shapes: list[Shape] = [Rectangle(0, 0, width, height, fill, border_pen(node.attitude, SCREEN), 6.0)]
    shapes.extend(border_sign(node.attitude, _SIGN_AT, upper - _NAME * 0.34, 3.8, SCREEN))
    if node.influence and not unknown:
        shapes.append(Text(_SIGN_AT, lower, str(node.influence), _SMALL, "muted", 400, "middle"))
    score = "?" if unknown and not node.score else node.score
    if score:
        colour = "muted" if unknown or score == "?" else "text"
        shapes.append(Text(right, upper, score, _NAME, colour, 600, "end"))
    edge = right - (text_width(score, _NAME, 600) + 5 if score else 0.0)
    circle = coverage_circle(node.coverage, edge - 3.4, upper - _NAME * 0.34, 3.0, SCREEN)
    if circle and text_width(called(node.name, _NAME, 0, 600, whole=True), _NAME, 600) <= edge - 10.0 - _TEXT_AT:
        shapes.extend(circle)
        edge -= 10.0
    name = called(node.name, _NAME, edge - _TEXT_AT, 600)
    shapes.append(Text(_TEXT_AT, upper, name, _NAME, "text2" if unknown else "text", 600))
    edge = right
    if node.lead:
        text = shortened(node.lead, _SMALL, (width - _TEXT_AT) * 0.6, 500)
        colour = _SIGNS.get(node.sign, ("text2", 0))[0]
        shapes.append(Text(right, lower, text, _SMALL, colour, 500, "end"))
        edge -= text_width(text, _SMALL, 500) + 3
        if node.sign in _SIGNS:
            shapes.append(_arrow(node.sign, edge - 4.0, lower - _SMALL * 0.34))
            edge -= 11.0
    shapes.append(Text(_TEXT_AT, lower, shortened(node.line, _SMALL, edge - _TEXT_AT - 2), _SMALL, "text2"))
    return shapes


def _arrow(name: str, x: float, y: float) -> Polygon:
    colour, down = _SIGNS[name]
    return Polygon(((x - 3.6, y - 2.8 * down), (x + 3.6, y - 2.8 * down), (x, y + 3.2 * down)), colour)


def _folded(hidden: int, width: float, height: float, manner: Manner) -> list[Shape]:
    """How many are folded away, on the lower edge."""
    text = f"+{hidden}"
    wide = text_width(text, 8.0, 600) + 8
    left, colour = (width - wide) / 2, "text2" if manner is not PAPER else "ink"
    return [
        Rectangle(left, height - 6, wide, 12, "white", Pen("field", 0.8), 6.0),
        Text(width / 2, height + 2.9, text, 8.0, colour, 600, "middle"),
    ]

"""The box of one person on the people map, for the screen and for paper."""

from __future__ import annotations

from kamdesk.picture.lettering import called, shortened, text_width
from kamdesk.picture.manner import MM, PAPER, SCREEN, Manner
from kamdesk.picture.people_map_look import border_pen, border_sign, coverage_circle
from kamdesk.picture.people_map_values import MapNode
from kamdesk.picture.shapes import Group, Line, Pen, Polygon, Rectangle, Shape, Text

_NAME, _SMALL = 10.5, 9.0
_SIGN_AT, _TEXT_AT, _RIM = 14.0, 26.0, 9.0
_PAD, _LETTER = 6.5, 8.5  # on paper
_SIGNS = {"up": ("ok", -1), "down": ("bad", 1)}


def node_shapes(node: MapNode, width: float, height: float, manner: Manner, hidden: int = 0) -> tuple[Shape, ...]:
    """The box from its own upper left corner; `hidden` people below it are folded away."""
    if manner is PAPER:
        shapes = _paper_placeholder(node, width, height) if node.attitude == "placeholder" else None
        shapes = shapes or _paper_box(node, width, height)
    else:
        shapes = _screen_box(node, width, height)
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
    if circle := coverage_circle(node.coverage, edge - 3.4, upper - _NAME * 0.34, 3.0, SCREEN):
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


def _paper_frame(node: MapNode, width: float, height: float) -> list[Shape]:
    fill = f"i{node.influence}" if node.influence and node.attitude != "placeholder" else "white"
    frame: list[Shape] = [Rectangle(0, 0, width, height, fill, border_pen(node.attitude, PAPER))]
    if node.target:
        out = 1.5 * MM
        frame.insert(0, Rectangle(-out, -out, width + 2 * out, height + 2 * out, "white", Pen("us", 0.9)))
    return frame


def _paper_placeholder(node: MapNode, width: float, height: float) -> list[Shape]:
    """Somebody nobody has identified: the post, that it is unknown, and what follows from it."""
    shapes = _paper_frame(node, width, height)
    pad, size = 6.5, 8.5
    shapes.extend(border_sign("placeholder", pad + 4, 13.0, 4.2, PAPER))
    name = _lines(node.name, 9.5, width - 2 * pad - 15, 2)
    for number, text in enumerate(name):
        shapes.append(Text(pad + 13, 16.5 + number * 12.0, text, 9.5, "ink", 700))
    top = 33.0 + 8.0 * (len(name) - 1)
    shapes.append(Text(pad, top, shortened(node.stands, size, width - 2 * pad, 700), size, "bad", 700))
    for number, text in enumerate(_lines(f"{node.note} {node.ask}".strip(), size, width - 2 * pad, 3)):
        shapes.append(Text(pad, top + 12.5 + number * 11.5, text, size, "ink"))
    return shapes


def _paper_box(node: MapNode, width: float, height: float) -> list[Shape]:
    shapes = _paper_frame(node, width, height)
    pad, size, right = _PAD, _LETTER, width - _PAD
    shapes.append(Text(pad, 14.0, called(node.name, 10.0, width - 2 * pad - 12, 700), 10.0, "ink", 700))
    shapes.extend(coverage_circle(node.coverage, right - 4.5, 11.0, 4.3, PAPER))
    indent = min(max(text_width(term, size) for term in node.terms) + 5.0, (width - 2 * pad) * 0.45)
    stands = f"{node.stands} {node.score}".removesuffix("?").strip()
    if text_width(stands, size, 700) + 10.0 <= width - 2 * pad - indent:
        shapes.extend(_paired(node.title, node.role, 26.5, pad, right))
        shapes.append(Line(((pad, 32.0), (right, 32.0)), Pen("edge", 0.6)))
        shapes.append(Text(pad, 44.5, shortened(node.terms[0], size, indent - 3.0), size, "ink"))
        shapes.extend(_standing(node, stands, pad + indent, 44.5, right))
        y, pitch = 44.5, 13.2
    else:  # longer words take a row each
        shapes.append(Text(pad, 25.0, shortened(node.title, size, right - pad), size, "ink"))
        shapes.append(Line(((pad, 30.0), (right, 30.0)), Pen("edge", 0.6)))
        shapes.extend(_paired(str(node.influence or "?"), node.role, 41.0, pad, right, swapped=True))
        shapes.extend(_standing(node, stands, pad, 52.0, right))
        y, pitch = 52.0, 11.0
    bold = 700 if node.sign == "down" else 400
    shapes.extend(
        _told(node.terms[1], (node.told_lead, node.told_lead.partition(" ")[0]), y + pitch, indent, right, bold)
    )
    shapes.extend(_told(node.terms[2], (node.holder,), y + 2 * pitch, indent, right, 400))
    return shapes


def _paired(quiet: str, strong: str, y: float, pad: float, right: float, *, swapped: bool = False) -> list[Shape]:
    """Two texts at both ends of a row, the strong one at the right unless swapped; the quiet one gives way."""
    held = shortened(strong, _LETTER, (right - pad) * (0.85 if swapped else 0.62), 700)
    room = right - pad - (text_width(held, _LETTER, 700) + 4 if held else 0.0)
    other = shortened(quiet, _LETTER, room)
    left, end = (held, other) if swapped else (other, held)
    return [
        Text(pad, y, left, _LETTER, "ink", 700 if swapped else 400),
        Text(right, y, end, _LETTER, "ink", 400 if swapped else 700, "end"),
    ]


def _standing(node: MapNode, stands: str, x: float, y: float, right: float) -> list[Shape]:
    """The mark of the border with its word and figure."""
    return [
        *border_sign(node.attitude, x + 3.0, y - _LETTER * 0.35, 2.9, PAPER),
        Text(x + 9.0, y, shortened(stands, _LETTER, right - x - 9.0, 700), _LETTER, "ink", 700),
    ]


def _told(term: str, tried: tuple[str, ...], y: float, indent: float, right: float, weight: int) -> list[Shape]:
    """A term and what it is; a text too long for its place is told shorter, then without the term."""
    room = right - _PAD - indent
    if text_width(tried[0], _LETTER, weight) <= room:
        first = Text(_PAD, y, shortened(term, _LETTER, indent - 3.0), _LETTER, "ink")
        return [first, Text(_PAD + indent, y, tried[0], _LETTER, "ink", weight)]
    if len(tried) > 1:
        left = right - _PAD - text_width(tried[1], _LETTER, weight) - 4.0
        first = Text(_PAD, y, shortened(term, _LETTER, left), _LETTER, "ink")
        return [first, Text(right, y, tried[1], _LETTER, "ink", weight, "end")]
    return [Text(_PAD, y, shortened(tried[0], _LETTER, right - _PAD, weight), _LETTER, "ink", weight)]


def _lines(text: str, size: float, room: float, most: int) -> list[str]:
    """A short text broken anywhere between words or Han characters, the rest cut."""
    lines: list[str] = []
    rest = text
    while rest and len(lines) < most:
        if len(lines) == most - 1 or text_width(rest, size) <= room:
            lines.append(shortened(rest, size, room))
            break
        end = len(rest)
        while end > 1 and (text_width(rest[:end], size) > room or _holds(rest, end)):
            end -= 1
        lines.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return lines


def _holds(text: str, at: int) -> bool:
    """True where a line must not end: inside a word, or before a closing mark."""
    before, after = text[at - 1], text[at] if at < len(text) else " "
    inside = before < "\u2e80" and after < "\u2e80" and before.isalnum() and after.isalnum()
    return inside or after in "，。；：？！）》”、"

"""The box of one person on the paper map: four rows and a head, or lower with the same in fewer."""

from __future__ import annotations

from kamdesk.picture.lettering import called, shortened, text_width
from kamdesk.picture.manner import MM, PAPER
from kamdesk.picture.people_map_look import border_pen, border_sign, coverage_circle
from kamdesk.picture.people_map_sizes import SPLIT
from kamdesk.picture.people_map_values import MapNode
from kamdesk.picture.shapes import Line, Pen, Rectangle, Shape, Text

_PAD, _LETTER = 6.5, 8.5


def paper_box(node: MapNode, width: float, height: float) -> list[Shape]:
    """The shapes of a box from its own upper left corner."""
    if node.attitude == "placeholder":
        return _placeholder(node, width, height)
    return _full(node, width, height) if height > SPLIT + 1 else _low(node, width, height)


def crowded(node: MapNode, width: float) -> bool:
    """True when title and role do not go on one row of a box."""
    return text_width(node.role, _LETTER, 700) + text_width(node.title, _LETTER) + 4 > width - 2 * _PAD


def _frame(node: MapNode, width: float, height: float) -> list[Shape]:
    fill = f"i{node.influence}" if node.influence and node.attitude != "placeholder" else "white"
    frame: list[Shape] = [Rectangle(0, 0, width, height, fill, border_pen(node.attitude, PAPER))]
    if node.target:
        out = 1.5 * MM
        frame.insert(0, Rectangle(-out, -out, width + 2 * out, height + 2 * out, "white", Pen("us", 0.9)))
    return frame


def _placeholder(node: MapNode, width: float, height: float) -> list[Shape]:
    """Somebody nobody has identified: the post, that it is unknown, and what follows from it."""
    shapes = _frame(node, width, height)
    pad, size, low = _PAD, _LETTER, height < SPLIT + 1
    shapes.extend(border_sign("placeholder", pad + 4, 13.0, 4.2, PAPER))
    name = _lines(node.name, 9.5, width - 2 * pad - 15, 1 if low else 2)
    for number, text in enumerate(name):
        shapes.append(Text(pad + 13, 16.5 + number * 12.0, text, 9.5, "ink", 700))
    top = 28.0 if low else 33.0 + 8.0 * (len(name) - 1)
    shapes.append(Text(pad, top, shortened(node.stands, size, width - 2 * pad, 700), size, "bad", 700))
    for number, text in enumerate(_lines(f"{node.note} {node.ask}".strip(), size, width - 2 * pad, 2 if low else 3)):
        shapes.append(Text(pad, top + (9.8 if low else 12.2) + number * (9.5 if low else 11.5), text, size, "ink"))
    return shapes


def _full(node: MapNode, width: float, height: float) -> list[Shape]:
    shapes = _frame(node, width, height)
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


def _low(node: MapNode, width: float, height: float) -> list[Shape]:
    """Name and contact, title and role, influence and standing, who of ours and the lead.

    Where the box is a row higher, title and role have one each.
    """
    shapes = _frame(node, width, height)
    pad, size, right = _PAD, _LETTER, width - _PAD
    shapes.append(Text(pad, 12.6, called(node.name, 9.5, width - 2 * pad - 11, 700), 9.5, "ink", 700))
    shapes.extend(coverage_circle(node.coverage, right - 3.8, 9.6, 3.7, PAPER))
    y = 23.6
    if height > SPLIT - 1:
        shapes.append(Text(pad, y, shortened(node.title, size, right - pad), size, "ink"))
        y += 10.4
        shapes.append(Text(pad, y, shortened(node.role, size, right - pad, 700), size, "ink", 700))
    else:
        shapes.extend(_paired(node.title, node.role, y, pad, right))
    y += 11.2
    shapes.append(Text(pad, y, str(node.influence or "?"), size, "ink"))
    stands = f"{node.stands} {node.score}".removesuffix("?").strip()
    shapes.extend(_standing(node, stands, pad + text_width("5", size) + 4.0, y, right))
    y += 11.2
    number = node.told_lead.partition(" ")[0] if node.lead else ""
    bold = 700 if node.sign == "down" else 400
    room = right - pad - (text_width(number, size, bold) + 4.0 if number else 0.0)
    shapes.append(Text(pad, y, shortened(node.holder, size, room), size, "ink"))
    shapes.append(Text(right, y, number, size, "ink", bold, "end"))
    return shapes


def _paired(quiet: str, strong: str, y: float, pad: float, right: float, *, swapped: bool = False) -> list[Shape]:
    """Two texts at both ends of a row, the strong one at the right unless swapped; the quiet one gives way."""
    both = text_width(strong, _LETTER, 700) + text_width(quiet, _LETTER) + 4 <= right - pad
    held = shortened(strong, _LETTER, (right - pad) * (1.0 if both else 0.85), 700)
    room = right - pad - (text_width(held, _LETTER, 700) + 4 if held else 0.0)
    other = shortened(quiet, _LETTER, room)
    left, end = (held, other) if swapped else (other, held)
    return [
        Text(pad, y, left, _LETTER, "ink", 700 if swapped else 400),
        Text(right, y, end, _LETTER, "ink", 400 if swapped else 700, "end"),
    ]


def _standing(node: MapNode, stands: str, x: float, y: float, right: float) -> list[Shape]:
    """The mark of the border with its word and figure; beside a figure a word too long is left to the mark."""
    room = right - x - 9.0
    if text_width(stands, _LETTER, 700) > room and node.score.removesuffix("?"):
        stands = node.score
    return [
        *border_sign(node.attitude, x + 3.0, y - _LETTER * 0.35, 2.9, PAPER),
        Text(x + 9.0, y, shortened(stands, _LETTER, room, 700), _LETTER, "ink", 700),
    ]


def _told(term: str, tried: tuple[str, ...], y: float, indent: float, right: float, weight: int) -> list[Shape]:
    """A term and what it is; a text too long for its place is told shorter, then without the term."""
    room = right - _PAD - indent
    if text_width(tried[0], _LETTER, weight) <= room and text_width(term, _LETTER) <= indent - 2.0:
        return [Text(_PAD, y, term, _LETTER, "ink"), Text(_PAD + indent, y, tried[0], _LETTER, "ink", weight)]
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

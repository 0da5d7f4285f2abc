"""What shades, borders, circles and lines of the people map mean, as rows of samples with their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kamdesk.picture.lettering import text_width
from kamdesk.picture.manner import MM, PAPER, Manner
from kamdesk.picture.people_map_look import border_pen, border_sign, coverage_circle
from kamdesk.picture.people_map_picture import moved
from kamdesk.picture.people_map_tie_shapes import tie_shapes
from kamdesk.picture.people_map_values import MapPath, MapTie
from kamdesk.picture.shapes import Line, Pen, Picture, Rectangle, Shape, Text

_ROW, _APART = 5.2 * MM, 10.5
_SAMPLE = {"fill": 22.0, "cover": 9.0, "border": 22.0, "line": 26.0, "target": 22.0, "text": -5.0}


@dataclass(frozen=True, slots=True)
class LegendRow:
    """One row: its word, and samples with theirs.

    A sample is "fill 3", "cover thin", "border coach", "line route", "target", or "text" for none.
    """

    word: str
    samples: tuple[tuple[str, str], ...]


def people_legend(rows: Sequence[LegendRow], width: float, manner: Manner = PAPER, label: str = "") -> Picture:
    """All rows one below the other; two short ones share a line, what does not fit goes on below."""
    size = manner.note
    lead = max(text_width(row.word, size, 700) for row in rows) + 10.0
    shapes: list[Shape] = []
    y, x = _ROW / 2, 0.0
    for number, row in enumerate(rows):
        own = text_width(row.word, size, 700) + 10.0
        beside = number > 0 and x + own + sum(_wide(sample, size) for sample in row.samples) <= width
        if number:
            x, y = (x + _APART, y) if beside else (0.0, y + _ROW)
        shapes.append(Text(x, y + size * 0.36, row.word, size, "ink", 700))
        indent = x = x + (own if beside else lead)
        for sample in row.samples:
            if x + _wide(sample, size) - _APART > width:
                x, y = indent, y + _ROW
            shapes.extend(_sample(*sample, x, y, size, manner))
            x += _wide(sample, size)
    return Picture(width, y + _ROW / 2, tuple(shapes), label)


def _wide(sample: tuple[str, str], size: float) -> float:
    kind, word = sample
    return _SAMPLE[kind.partition(" ")[0]] + 5.0 + text_width(word, size) + _APART * (0.2 if not word else 1.0)


def _sample(kind: str, word: str, x: float, y: float, size: float, manner: Manner) -> Iterator[Shape]:
    """The sample with its middle left at a place, and its word."""
    family, _, name = kind.partition(" ")
    wide, half = _SAMPLE[family], 4.2
    if family == "fill":
        yield Rectangle(x, y - half - 1, wide, 2 * half + 2, f"i{name}", Pen("edge", 0.6))
        yield Text(x + wide / 2, y + size * 0.36, name, size, "ink", 700, "middle")
    elif family == "cover":
        yield from coverage_circle(name, x + half, y, half, manner)
    elif family == "border":
        yield Rectangle(x, y - half, wide - 8, 2 * half, "white", border_pen(name, manner))
        yield from border_sign(name, x + wide - 1.0, y, 2.9, manner)
    elif family == "target":
        yield Rectangle(x, y - half - 1.5, wide, 2 * half + 3, "white", Pen("us", 0.9))
        yield Rectangle(x + 3.5, y - half + 1.5, wide - 7, 2 * half - 3, "i4", Pen("ink", 0.9))
    elif family == "text":
        pass
    elif name == "report":
        yield Line(((x, y), (x + wide, y)), Pen("edge", 0.8))
    else:
        path = MapPath(MapTie("", name, "", ""), ((0.0, 0.0), (wide, 0.0)))
        yield from (moved(shape, x, y) for shape in tie_shapes(path, manner))
    yield Text(x + wide + 5.0, y + size * 0.36, word, size, "ink")

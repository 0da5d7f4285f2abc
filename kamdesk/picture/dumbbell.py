"""Dumbbells: the way from the rival to us on one scale, accent when we lead and alarm when we are behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kamdesk.picture.lettering import shortened, text_width
from kamdesk.picture.manner import PAPER, Manner
from kamdesk.picture.shapes import Group, Line, Pen, Picture, Shape, Text
from kamdesk.picture.signs import series_sign, standing_sign

LOW, HIGH = 1, 5
_MARK = 3.0


@dataclass(frozen=True, slots=True)
class Bell:
    """One row: its name, a muted figure beside it, both levels and the words at its end."""

    label: str
    ours: float | None
    rival: float | None
    figure: str = ""
    words: str = ""
    strong: bool = False  # to be won: set in bold
    mark: str = ""  # before the words: "up", "down", "level" or "unknown"
    name: str = ""
    spoken: str = ""


def dumbbell(
    ours: float | None, rival: float | None, width: float = 110.0, height: float = 14.0, manner: Manner = PAPER
) -> Picture:
    """One dumbbell for a cell of a table, levels 1-5 with a thin line at each."""
    pad = max(manner.us.half, manner.rival.half) + 1
    return Picture(width, height, tuple(_dumbbell(ours, rival, pad, width - pad, height / 2, height * 0.42, manner)))


def dumbbells(rows: Sequence[Bell], width: float = 230.0, *, manner: Manner = PAPER, label: str = "") -> Picture:
    """A chart of rows, one below the other, with the levels written below."""
    pitch = manner.label * 2.1
    names = min(max((text_width(row.label, manner.label, 700) for row in rows), default=0.0), width * 0.34)
    figures = max((text_width(row.figure, manner.note) for row in rows), default=0.0)
    words = max((text_width(row.words, manner.label, 700) for row in rows), default=0.0)
    marks = 2.4 * _MARK + 3 if any(row.mark for row in rows) else 0.0
    left = names + (figures + 6 if figures else 0) + 14
    right = width - words - marks - 12
    shapes: list[Shape] = []
    for number, row in enumerate(rows):
        middle = pitch * (number + 0.5)
        baseline, weight = middle + manner.label * 0.36, 700 if row.strong else 400
        parts: list[Shape] = [
            Text(0, baseline, shortened(row.label, manner.label, names, weight), manner.label, "ink", weight),
            Text(names + 6, baseline, row.figure, manner.note, "muted"),
            *_dumbbell(row.ours, row.rival, left, right, middle, pitch / 2, manner),
            Text(width, baseline, row.words, manner.label, "ink", weight, "end"),
            *(standing_sign(row.mark, width - words - marks + _MARK, middle, _MARK) if row.mark else ()),
        ]
        shapes.append(Group(tuple(parts), row.name, row.spoken))
    bottom = pitch * len(rows) + manner.note * 1.1
    for level in range(LOW, HIGH + 1):
        x = left + (right - left) * (level - LOW) / (HIGH - LOW)
        shapes.append(Text(x, bottom, str(level), manner.note, "muted", 400, "middle"))
    return Picture(width, bottom + manner.note * 0.4, tuple(shapes), label)


def _dumbbell(
    ours: float | None, rival: float | None, left: float, right: float, y: float, half: float, manner: Manner
) -> list[Shape]:
    """Bar and marks; a level that is unknown is not drawn, and a ring with a question mark says so."""

    def x(level: float) -> float:
        return left + (right - left) * (min(max(level, LOW), HIGH) - LOW) / (HIGH - LOW)

    shapes: list[Shape] = [
        Line(((x(level), y - half), (x(level), y + half)), manner.grid) for level in range(LOW, HIGH + 1)
    ]
    if ours is not None and rival is not None and ours != rival:
        shapes.append(Line(((x(rival), y), (x(ours), y)), Pen("us" if ours > rival else "bad", 1.6)))
    us, them = manner.us, manner.rival
    if ours is not None and ours == rival:  # the circle stands inside the square
        us, them = replace(us, half=us.half * 0.6), replace(them, half=us.half * 1.15)
    if rival is not None:
        shapes.extend(series_sign(them, x(rival), y))
    if ours is not None:
        shapes.extend(series_sign(us, x(ours), y))
    if ours is None and rival is None:
        shapes.extend(standing_sign("unknown", (left + right) / 2, y, 3.0))
    return shapes

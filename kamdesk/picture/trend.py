"""Trend lines: we and the rival over time, on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kamdesk.client.units import tell_decimal
from kamdesk.picture.lettering import text_width
from kamdesk.picture.manner import MM, SCREEN, Manner, Series
from kamdesk.picture.shapes import Line, Picture, Point, Shape, Text
from kamdesk.picture.signs import series_sign

Moment = tuple[date, float | None, float | None]  # day, ours, the rival's
_BETWEEN = 3.0  # between two days
_APART = 3.2 * MM  # between two labels at the lines' ends


def trend(
    moments: Sequence[Moment],
    width: float = 236.0,
    height: float = 60.0,
    *,
    days: Sequence[tuple[date, str]] = (),
    levels: Sequence[int] = (2, 3, 4),
    span: tuple[float, float] | None = None,
    manner: Manner = SCREEN,
    ends: bool = False,
    every: bool = True,
    numbers: bool = True,
    label: str = "",
) -> Picture:
    """Both lines, oldest first.

    `days` are written below at their place; `ends` writes the last values beside the lines and moves the levels from
    the right edge to the left; `numbers` False leaves them out, for a chart whose neighbour has them; `every` marks
    each point of ours, else only the last; `span` is the scale several charts share.
    """
    side = text_width(str(max(levels, default=5)), manner.note) + 4 if ends and numbers else 0.0
    plot = _Plot(moments, levels, span, manner, (width, height), ends, days, side)
    shapes: list[Shape] = [
        Line(((side, plot.y(level)), (plot.right + 4, plot.y(level))), manner.grid) for level in levels
    ]
    for level in levels if numbers else ():
        y, x = plot.y(level) + manner.note * 0.36, side - 4 if ends else width
        shapes.append(Text(x, y, str(level), manner.note, "muted", 400, "end"))
    theirs = [plot.at(day, value) for day, _, value in moments if value is not None]
    ours = [plot.at(day, value) for day, value, _ in moments if value is not None]
    shapes.extend(_line(theirs, manner.rival, ends, every=False))
    shapes.extend(_line(ours, manner.us, True, every))
    if ends:
        shapes.extend(_ends(moments, ours, theirs, width, manner))
    shapes.extend(_days(days, plot, width if ends else plot.right + 4, height - manner.note * 0.35, manner))
    return Picture(width, height, tuple(shapes), label)


class _Plot:
    """Where a day and a level lie in the picture."""

    def __init__(
        self,
        moments: Sequence[Moment],
        levels: Sequence[int],
        span: tuple[float, float] | None,
        manner: Manner,
        size: tuple[float, float],
        ends: bool,
        days: Sequence[tuple[date, str]],
        side: float,
    ) -> None:
        known = [value for _, ours, theirs in moments for value in (ours, theirs) if value is not None]
        self.low, self.high = span or (min([*known, *levels]), max([*known, *levels]))
        self.top, self.bottom = manner.note * 0.6, size[1] - manner.note * (1.9 if days else 0.5)
        self.left = text_width(days[0][1], manner.note) / 2 if days and not ends else side + 3.0
        self.right = size[0] - _room(levels, manner, ends)
        self.first, self.last = (moments[0][0], moments[-1][0]) if moments else (date.min, date.min)

    def x(self, day: date) -> float:
        """The place of a day; a single day stands at the right."""
        span = (self.last - self.first).days
        return self.left + (self.right - self.left) * ((day - self.first).days / span if span else 1.0)

    def y(self, value: float) -> float:
        """The place of a level."""
        return self.bottom - (self.bottom - self.top) * (value - self.low) / (self.high - self.low)

    def at(self, day: date, value: float) -> Point:
        """The point of a level on a day."""
        return self.x(day), self.y(value)


def _room(levels: Sequence[int], manner: Manner, ends: bool) -> float:
    if ends:
        return text_width("0.00", manner.label, manner.strong) + manner.us.half + 5
    return text_width(str(max(levels, default=5)), manner.note) + 8


def _line(points: Sequence[Point], series: Series, marked: bool, every: bool) -> list[Shape]:
    shapes: list[Shape] = [Line(tuple(points), series.pen)] if len(points) > 1 else []
    if marked or len(points) == 1:
        for point in points if every else points[-1:]:
            shapes.extend(series_sign(series, *point))
    return shapes


def _ends(
    moments: Sequence[Moment], ours: Sequence[Point], theirs: Sequence[Point], width: float, manner: Manner
) -> list[Shape]:
    """The last values beside the ends, kept apart; ours in the accent."""
    mine = next((value for _, value, _ in reversed(moments) if value is not None), None)
    its = next((value for _, _, value in reversed(moments) if value is not None), None)
    above, below = (ours[-1][1] if ours else 0.0), (theirs[-1][1] if theirs else 0.0)
    if mine is not None and its is not None and abs(above - below) < _APART:
        middle, shift = (above + below) / 2, _APART / 2
        above, below = (middle - shift, middle + shift) if mine > its else (middle + shift, middle - shift)
    texts: list[Shape] = []
    for value, y, colour, weight in ((its, below, "ink", 400), (mine, above, manner.us.colour, manner.strong)):
        if value is not None:
            told = tell_decimal(value, 2)
            texts.append(Text(width, y + manner.label * 0.36, told, manner.label, colour, weight, "end"))
    return texts


def _days(days: Sequence[tuple[date, str]], plot: _Plot, width: float, y: float, manner: Manner) -> list[Shape]:
    """The words below, each inside the picture; one that would touch its neighbour moves on a little or is left out."""
    texts: list[Shape] = []
    free = 0.0
    for number, (day, word) in enumerate(days):
        half = text_width(word, manner.note) / 2
        place = min(max(plot.x(day), half), width - half)
        moved = max(place, free + half) if number else place
        if moved - place <= half and moved + half <= width:
            texts.append(Text(moved, y, word, manner.note, "muted", 400, "middle"))
            free = moved + half + _BETWEEN
    return texts

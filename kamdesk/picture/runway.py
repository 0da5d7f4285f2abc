"""The way to a goal two sides share: every agreed step on one line of time, ours above it and theirs below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from kamdesk.picture.lettering import shortened, text_width
from kamdesk.picture.manner import MM, PAPER, Manner
from kamdesk.picture.shapes import Circle, Line, Pen, Picture, Shape, Text

_R, _LANE = 2.3 * MM, 5.4 * MM
_APART = 2 * _R + 1.5  # of two steps in one lane
_NAMES = 0.2  # of the width, at most
_TICKS = 7  # months told along the line, at most
_GOAL_APART = 10.0  # between the words of two goals
Across = Callable[[date], float]  # where a day stands


@dataclass(frozen=True, slots=True)
class Mark:
    """One step by the number it has in the list below."""

    number: int
    day: date
    ours: bool
    done: bool = False


def runway(
    marks: Sequence[Mark],
    goals: Sequence[tuple[date, str]],
    today: tuple[date, str],
    names: tuple[str, str],
    months: Sequence[tuple[date, str]],
    *,
    width: float = 174 * MM,
    manner: Manner = PAPER,
    label: str = "",
) -> Picture:
    """The line of time, goals crossing it; `names` are ours and theirs, `months` first days with their words.

    A step that is done is grey, one past its day has the alarm's colour.
    """
    days, room = [today[0], *(mark.day for mark in marks), *(day for day, _ in goals)], width * _NAMES
    first, last = min(days), max(days)
    left = min(max(text_width(name, manner.label, 700) for name in names), room) + 5 * MM
    right, span = width - 4 * MM, max((last - first).days, 1)

    def x(day: date) -> float:
        return left + (right - left) * (day - first).days / span

    above, below = (_lanes([mark for mark in marks if mark.ours is ours], x) for ours in (True, False))
    tall = manner.note * 2.9 if goals else manner.note * 0.6
    middle = tall + _LANE * (max(above.values(), default=1) + 0.35)
    low = middle + manner.note * 1.5
    bottom = low + _LANE * (max(below.values(), default=1) + 0.2)

    def y(ours: bool, lane: int) -> float:
        return middle - _LANE * (lane - 0.15) if ours else low + _LANE * (lane - 0.5)

    shapes: list[Shape] = [Line(((left - 2 * MM, middle), (width, middle)), Pen("ink", 0.9))]
    shapes += _months(months, x, (left, right), middle, manner)
    shapes += [*_now(today, x(today[0]), (tall, bottom), manner), *_goals(goals, x, (tall, bottom, width), manner)]
    shapes += [_name(name, y(ours, 1), ours, room, manner) for ours, name in zip((True, False), names, strict=True)]
    for mark in marks:
        place = x(mark.day), y(mark.ours, (above if mark.ours else below)[mark.number])
        shapes += _step(mark, *place, mark.day < today[0], manner)
    return Picture(width, bottom + manner.note * 1.4, tuple(shapes), label)


def _name(name: str, y: float, ours: bool, room: float, manner: Manner) -> Text:
    """One side's name at the left end of its first lane."""
    told = shortened(name, manner.label, room)
    return Text(0, y + manner.label * 0.36, told, manner.label, "us" if ours else "ink", 700)


def most_at_once(marks: Sequence[Mark], days: int) -> int:
    """The most steps of one side within so many days: they would stand one above the other."""
    found = 0
    for ours in (True, False):
        dated = sorted(mark.day for mark in marks if mark.ours is ours)
        found = max(found, *(sum(0 <= (day - first).days < days for day in dated) for first in dated), 0)
    return found


def _lanes(marks: Sequence[Mark], x: Across) -> dict[int, int]:
    """In which lane, from the line outwards, each step finds room beside the others."""
    ends: list[float] = []
    found: dict[int, int] = {}
    for mark in sorted(marks, key=lambda it: it.day):
        place = x(mark.day)
        lane = next((at for at, end in enumerate(ends) if place - end >= _APART), len(ends))
        ends[lane : lane + 1] = [place]
        found[mark.number] = lane + 1
    return found


def _step(mark: Mark, x: float, y: float, past: bool, manner: Manner) -> list[Shape]:
    """A number in a circle: ours filled, theirs hollow."""
    colour = "before" if mark.done else "bad" if past else "us" if mark.ours else "ink"
    figure = "white" if mark.ours else "muted" if mark.done else colour
    disc = Circle(x, y, _R, colour) if mark.ours else Circle(x, y, _R - 0.5, "white", Pen(colour, 1.1))
    size = manner.note
    return [disc, Text(x, y + size * 0.36, str(mark.number), size, figure, 700, "middle")]


def _months(
    months: Sequence[tuple[date, str]],
    x: Across,
    ends: tuple[float, float],
    middle: float,
    manner: Manner,
) -> list[Shape]:
    """Short ticks with the words of as many months as there is room for."""
    shapes: list[Shape] = []
    every = -(-len(months) // _TICKS) if months else 1
    for at, (day, word) in enumerate(months):
        place = x(day)
        if not ends[0] <= place <= ends[1]:
            continue
        shapes.append(Line(((place, middle), (place, middle + 3)), Pen("edge", 0.6)))
        if at % every == 0:
            shapes.append(Text(place, middle + 3 + manner.note, word, manner.note, "muted", 400, "middle"))
    return shapes


def _now(today: tuple[date, str], x: float, ends: tuple[float, float], manner: Manner) -> list[Shape]:
    top, bottom = ends
    word = text_width(today[1], manner.note)
    place = max(x, word / 2)
    line = Line(((x, top), (x, bottom)), manner.cut)
    return [line, Text(place, bottom + manner.note * 1.1, today[1], manner.note, "muted", 400, "middle")]


def _goals(
    goals: Sequence[tuple[date, str]], x: Across, ends: tuple[float, float, float], manner: Manner
) -> list[Shape]:
    """Each goal a line of the accent with its words above, in a second row where they would meet; a third one has none.

    The numbers in the list below tell which goal is meant.
    """
    top, bottom, width = ends
    shapes: list[Shape] = []
    told = [-_GOAL_APART, -_GOAL_APART]  # where the words of each row end
    for day, word in goals:
        place, half = x(day), text_width(word, manner.label, 700) / 2
        middle = min(max(place, half), width - half)
        shapes.append(Line(((place, top), (place, bottom)), Pen("us", 1.6)))
        row = next((at for at, end in enumerate(told) if middle - half >= end + _GOAL_APART), None)
        if row is not None:
            baseline = top - 3 - row * manner.label * 1.25
            shapes.append(Text(middle, baseline, word, manner.label, "us", 700, "middle"))
            told[row] = middle + half
    return shapes

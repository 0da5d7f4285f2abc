"""The strip of what happened and what is coming, with today between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kamdesk.picture.lettering import shortened
from kamdesk.picture.manner import SCREEN, Manner
from kamdesk.picture.shapes import Circle, Group, Line, Pen, Picture, Shape, Text
from kamdesk.picture.signs import sign

_LEAST = 58.0  # points between two events


@dataclass(frozen=True, slots=True)
class Moment:
    """One event: its day, the day in words, what it is; `kind` is "ours", "rival" or "today"."""

    day: date
    when: str
    what: str
    kind: str = "ours"
    name: str = ""


def timeline(
    moments: Sequence[Moment], today: date, width: float = 516.0, *, manner: Manner = SCREEN, label: str = ""
) -> Picture:
    """The events in their order, apart as their days are but never closer than their words need.

    Where there is no room for all, those nearest to today stay.
    """
    size = manner.note
    line, height = size * 2.4, size * 4.6
    kept = _nearest(moments, today, max(1, int(width // _LEAST)))
    places = _places([moment.day for moment in kept], width)
    past = 0.0 if not kept else width
    now = next((x for x, moment in zip(places, kept, strict=True) if moment.day >= today), past)
    if kept and kept[-1].day < today:
        now = places[-1]
    shapes: list[Shape] = []
    if now > 0:
        shapes.append(Line(((0.0, line), (now, line)), Pen("accent", 1.5)))
    if now < width:
        shapes.append(Line(((now, line), (width, line)), Pen("edge", 1.5, (2.0, 2.4))))
    for number, (x, moment) in enumerate(zip(places, kept, strict=True)):
        before = x - places[number - 1] if number else 2 * x
        after = places[number + 1] - x if number + 1 < len(places) else 2 * (width - x)
        shapes.append(_moment(moment, x, line, min(before, after) - 6, today, manner))
    return Picture(width, height, tuple(shapes), label)


def _nearest(moments: Sequence[Moment], today: date, most: int) -> list[Moment]:
    ranked = sorted(moments, key=lambda moment: (moment.kind != "today", abs((moment.day - today).days)))
    return sorted(ranked[:most], key=lambda moment: (moment.day, moment.kind != "today"))


def _places(days: Sequence[date], width: float) -> list[float]:
    """Places by day, pushed apart where they are too close, all inside the strip."""
    if not days:
        return []
    edge = _LEAST / 2
    span = (days[-1] - days[0]).days
    if not span or len(days) == 1:
        step = width / len(days)
        return [step * (number + 0.5) for number in range(len(days))]
    places = [edge + (width - 2 * edge) * (day - days[0]).days / span for day in days]
    for number in range(1, len(places)):
        places[number] = max(places[number], places[number - 1] + _LEAST)
    places[-1] = min(places[-1], width - edge)
    for number in range(len(places) - 2, -1, -1):
        places[number] = min(places[number], places[number + 1] - _LEAST)
    return places


def _moment(moment: Moment, x: float, line: float, room: float, today: date, manner: Manner) -> Group:
    size, strong = manner.note, moment.kind == "today"
    ink, weight = ("accent", 600) if strong else ("text2", 400)
    mark: Shape
    if strong:
        mark = Circle(x, line, 4.2, "accent")
    elif moment.kind == "rival":
        mark = sign("triangle", x, line, 3.2, "rival")
    elif moment.day > today:
        mark = Circle(x, line, 3.4, "white", Pen("field", 1.4))
    else:
        mark = Circle(x, line, 3.0, "accent")
    shade = ink if strong else "muted"
    day = Text(x, line - size * 1.1, shortened(moment.when, size, room), size, shade, weight, "middle")
    words = Text(x, line + size * 1.8, shortened(moment.what, size, room, weight), size, ink, weight, "middle")
    return Group((mark, day, words), moment.name, moment.what)

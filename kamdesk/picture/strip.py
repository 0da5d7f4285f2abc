"""The strip of the next ninety days: one lane for each action, from today to its due day (PAPER.md, page P11)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kamdesk.picture.lettering import shortened, text_width
from kamdesk.picture.manner import MM, PAPER, Manner
from kamdesk.picture.shapes import Group, Line, Pen, Picture, Rectangle, Shape, Text
from kamdesk.picture.signs import sign

WEEKS = 13
_LANE, _HALF = 4.5 * MM, 1.05 * MM


@dataclass(frozen=True, slots=True)
class Lane:
    """One action; `strong` ones serve the person who matters most, `due` is told beside the mark."""

    code: str
    label: str
    due: date
    told: str
    strong: bool = False
    name: str = ""


def strip(
    lanes: Sequence[Lane],
    today: date,
    weeks: Sequence[str],
    *,
    deadline: tuple[date, str] | None = None,
    width: float = 174 * MM,
    manner: Manner = PAPER,
    label: str = "",
) -> Picture:
    """The strip; `weeks` are the words of the first day of each of the thirteen weeks, "" for one left out.

    What is overdue is a mark at the left edge, in the alarm's colour; `deadline` crosses all lanes.
    """
    names = min(max((text_width(f"{it.code}  {it.label}", manner.label) for it in lanes), default=0.0), width * 0.36)
    left, right = names + 8, width - text_width("00-00", manner.note) / 2
    top = manner.note * 1.6 if deadline else 2.0
    bottom = top + _LANE * len(lanes)

    def x(day: date) -> float:
        share = min(max((day - today).days / (7 * WEEKS), 0.0), 1.0)
        return left + (right - left) * share

    shapes: list[Shape] = []
    for number, word in enumerate(weeks[: WEEKS + 1]):
        place = x(today + timedelta(7 * number))
        shapes.append(Line(((place, top), (place, bottom)), manner.grid))
        if word:
            shapes.append(Text(place, bottom + manner.note * 1.2, word, manner.note, "muted", 400, "middle"))
    for y in (top, bottom):
        shapes.append(Line(((left, y), (right, y)), Pen("ink", 0.6)))
    crossing = x(deadline[0]) if deadline and (deadline[0] - today).days <= 7 * WEEKS else None
    if deadline and crossing is not None:
        shapes.extend(_deadline(crossing, deadline[1], top, bottom, width, manner))
    for number, lane in enumerate(lanes):
        shapes.append(_lane(lane, top + _LANE * (number + 0.5), left, x(lane.due), today, names, manner, crossing))
    return Picture(width, bottom + manner.note * 1.7, tuple(shapes), label)


def _deadline(x: float, word: str, top: float, bottom: float, width: float, manner: Manner) -> list[Shape]:
    half = text_width(word, manner.label, 700) / 2
    place = min(max(x, half), width - half)
    return [
        Line(((x, top - 2), (x, bottom)), Pen("bad", 1.6)),
        Text(place, top - 4, word, manner.label, "bad", 700, "middle"),
    ]


def _lane(
    lane: Lane, y: float, left: float, due: float, today: date, names: float, manner: Manner, crossing: float | None
) -> Group:
    late = lane.due < today
    colour = "bad" if late else "us" if lane.strong else "ink"
    code = text_width(lane.code, manner.label, 700) + 4
    baseline = y + manner.label * 0.36
    shapes: list[Shape] = [
        Text(0, baseline, lane.code, manner.label, "us", 700),
        Text(code, baseline, shortened(lane.label, manner.label, names - code), manner.label, "ink"),
    ]
    if due > left:
        pen = Pen(colour, 2.6) if lane.strong else Pen(colour, 1.4, (4.5, 2.3))
        shapes.append(Line(((left, y), (due, y)), pen))
    shapes.append(sign("diamond", due, y, _HALF * 1.2, colour, filled=lane.strong or late))
    wide = text_width(lane.told, manner.note)
    place = due + 6
    if crossing is not None and due < crossing < place + wide + 2:  # the deadline's line stays whole
        place = crossing + 4
    shapes.append(Rectangle(place - 1, y - manner.note * 0.5, wide, manner.note, "white"))
    shapes.append(Text(place, y + manner.note * 0.36, lane.told, manner.note, colour if late else "ink"))
    return Group(tuple(shapes), lane.name, lane.label)

"""People by influence and attitude; the cells of those who matter and do not support us are grey (PAPER.md, P6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kamdesk.picture.lettering import called, shortened, text_width
from kamdesk.picture.manner import MM, PAPER, Manner
from kamdesk.picture.shapes import Group, Picture, Rectangle, Shape, Text
from kamdesk.picture.signs import standing_sign

_BESIDE_NAME = 12.5  # the mark before it and a rim
_PITCH, _RIM = 1.3, 3.0  # from name to name, of the size of a note; above and below the names of a cell
_ROUNDING = 1e-6
_HIGH = 4  # the influence from which a person matters


@dataclass(frozen=True, slots=True)
class Seat:
    """One person: influence 1-5, column of the attitude; "up", "down", "level" or "unknown" against the rival."""

    label: str
    influence: int
    column: int
    standing: str = "level"
    strong: bool = False
    name: str = ""


def attitude_grid(
    people: Sequence[Seat],
    rows: Sequence[str],
    columns: Sequence[str],
    *,
    supports_from: int,
    width: float = 82 * MM,
    height: float = 68 * MM,
    manner: Manner = PAPER,
    label: str = "",
) -> Picture:
    """The grid; `rows` are the words of influence 5 down to 1, `columns` of the attitudes from worst to best, and from
    `supports_from` on a column means support. More people than fit in a cell are counted as +n."""
    side = min(max(text_width(row, manner.note) for row in rows) + 6, width * 0.3)
    foot = manner.note * 1.7
    lefts = _lefts(people, columns, side, width, manner)
    tops = _tops(people, len(rows), height - foot, manner)
    shapes: list[Shape] = []
    for number, row in enumerate(rows):
        influence, top, cell_height = len(rows) - number, tops[number], tops[number + 1] - tops[number]
        middle = top + cell_height / 2 + manner.note * 0.36
        shapes.append(Text(side - 6, middle, shortened(row, manner.note, side - 6), manner.note, "ink", 400, "end"))
        for column in range(len(columns)):
            grey = influence >= _HIGH and column < supports_from
            left, cell_width = lefts[column], lefts[column + 1] - lefts[column]
            shapes.append(Rectangle(left, top, cell_width, cell_height, "panel" if grey else "", manner.grid))
            seats = [seat for seat in people if seat.influence == influence and seat.column == column]
            shapes.extend(_cell(seats, left, top, cell_width, cell_height, manner))
    for column, word in enumerate(columns):
        middle = (lefts[column] + lefts[column + 1]) / 2
        text = shortened(word, manner.note, lefts[column + 1] - lefts[column] - 2)
        shapes.append(Text(middle, height - manner.note * 0.4, text, manner.note, "ink", 400, "middle"))
    return Picture(width, height, tuple(shapes), label)


def _lefts(people: Sequence[Seat], columns: Sequence[str], side: float, width: float, manner: Manner) -> list[float]:
    """The left edge of each column and the right one of the last, as wide as the names in it ask for."""
    wanted = [text_width(word, manner.note) + 6 for word in columns]
    for seat in people:
        family = text_width(called(seat.label, manner.note, 0.0, 700, whole=True), manner.note, 700)
        wanted[seat.column] = max(wanted[seat.column], family + _BESIDE_NAME)
    spare = (width - side - sum(wanted)) / len(columns)
    scale = min(1.0, (width - side) / sum(wanted))
    lefts = [side]
    for wide in wanted:
        lefts.append(lefts[-1] + (wide + spare if spare > 0 else wide * scale))
    return lefts


def _tops(people: Sequence[Seat], rows: int, height: float, manner: Manner) -> list[float]:
    """The top edge of each row and the foot of the last: the fuller its fullest cell, the more of the height it has."""
    crowd = Counter((seat.influence, seat.column) for seat in people)
    most = [max((n for (influence, _), n in crowd.items() if influence == rows - at), default=0) for at in range(rows)]
    wanted = [_RIM + _PITCH * manner.note * max(count, 1) for count in most]
    spare = (height - sum(wanted)) / rows
    least = min(*wanted, height / rows)
    part = (height - least * rows) / (sum(wanted) - least * rows) if spare < 0 else 0.0
    tops = [0.0]
    for tall in wanted:
        tops.append(tops[-1] + (tall + spare if spare >= 0 else least + (tall - least) * part))
    return tops


def _cell(seats: Sequence[Seat], left: float, top: float, width: float, height: float, manner: Manner) -> list[Shape]:
    """The people of one cell, one below the other."""
    pitch = manner.note * _PITCH
    fits = max(1, int((height - _RIM) / pitch + _ROUNDING))
    kept = seats if len(seats) <= fits else seats[: fits - 1]
    shapes: list[Shape] = []
    for number, seat in enumerate(kept):
        y = top + 2 + pitch * (number + 0.5)
        weight = 700 if seat.strong else 500
        text = called(seat.label, manner.note, width - _BESIDE_NAME, weight)
        parts = (
            *standing_sign(seat.standing, left + 6, y, 2.6),
            Text(left + 11, y + manner.note * 0.36, text, manner.note, "ink", weight),
        )
        shapes.append(Group(parts, seat.name, seat.label))
    if len(kept) < len(seats):
        y = top + 2 + pitch * (len(kept) + 0.5) + manner.note * 0.36
        shapes.append(Text(left + 11, y, f"+{len(seats) - len(kept)}", manner.note, "muted"))
    return shapes

"""Finds a place beside its line for each note of the people map: on no box, on no other label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kamdesk.picture.lettering import shortened, text_width
from kamdesk.picture.people_map_ground import Ground, Segment, segments
from kamdesk.picture.people_map_values import MapPath
from kamdesk.picture.shapes import Point

DISC = 5.5  # radius of the sign in the middle of a conflict
_ALONG = (0.5, 0.25, 0.75, 0.1, 0.9)
_LEAST = 4.5  # em; a shorter stump of a note tells nothing
_SHARES = (1.0, 0.7, 0.45)


def middle(points: Sequence[Point]) -> Point:
    """The middle of a way's longest straight part."""
    (x, y), (u, v) = max(
        pairwise(points),
        key=lambda part: abs(part[0][0] - part[1][0]) + abs(part[0][1] - part[1][1]),
    )
    return (x + u) / 2, (y + v) / 2


def labelled(
    paths: Sequence[MapPath], lines: Ground, names: Ground, size: tuple[float, float], letter: float
) -> tuple[MapPath, ...]:
    """The paths with a place for each note that finds one; a long note is shortened before it is left out."""
    for path in paths:
        if path.tie.kind == "conflict":
            x, y = middle(path.points)
            names.add((x - DISC, y - DISC, 2 * DISC, 2 * DISC))
    done = []
    for path in paths:
        place = _place(path, lines, names, size, letter) if path.tie.note else None
        if place is None:
            done.append(path)
            continue
        area, text = place
        names.add((area[0], area[1], area[2] - area[0], area[3] - area[1]))
        done.append(path._replace(label_at=(area[0], area[3] - 0.3 * letter), label=text))
    return tuple(done)


def _place(
    path: MapPath, lines: Ground, names: Ground, size: tuple[float, float], letter: float
) -> tuple[Segment, str] | None:
    whole = text_width(path.tie.note, letter)
    best: tuple[float, Segment, str] | None = None
    for rank, share in enumerate(_SHARES):
        if rank and ((best is not None and best[0] <= rank * 40.0) or whole * share < _LEAST * letter):
            break
        text = shortened(path.tie.note, letter, whole * share + 1.0) if rank else path.tie.note
        wide = text_width(text, letter)
        for number, area in enumerate(_areas(path.points, wide, letter)):
            if best is not None and best[0] <= rank * 40.0 + number * 0.5:
                break
            left, top, right, bottom = area
            if left < 1 or top < 1 or right > size[0] - 1 or bottom > size[1] - 1:
                continue
            if lines.hits(area, 1.0) or names.hits(area, 1.0):
                continue
            cost = rank * 40.0 + number * 0.5 + 60.0 * _lines_under(area, lines)
            if best is None or cost < best[0]:
                best = cost, area, text
    return best[1:] if best else None


def _lines_under(area: Segment, lines: Ground) -> int:
    left, top, right, bottom = area
    across, down = (left, (top + bottom) / 2), ((left + right) / 2, top)
    return lines.crossings((left, across[1], right, across[1])) + lines.crossings((down[0], top, down[0], bottom))


def _areas(points: Sequence[Point], wide: float, letter: float) -> Iterator[Segment]:
    """Places beside each straight part, the longest part first."""
    tall = letter * 1.3
    for left, top, right, bottom in sorted(segments(points), key=lambda it: it[0] + it[1] - it[2] - it[3]):
        for share in _ALONG:
            x, y = left + (right - left) * share, top + (bottom - top) * share
            if right - left > bottom - top:
                for upper in (y - tall - 2.0, y + 2.5):
                    yield x - wide / 2, upper, x + wide / 2, upper + tall
            else:
                yield x + 5.0, y - tall / 2, x + 5.0 + wide, y + tall / 2
                yield x - 5.0 - wide, y - tall / 2, x - 5.0, y + tall / 2

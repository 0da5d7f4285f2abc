"""Finds a place beside its line for each note of the people map: on no box, on no other label, on no outline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kamdesk.picture.lettering import shortened, text_width
from kamdesk.picture.people_map_ground import Ground, Segment, segments
from kamdesk.picture.people_map_values import Box, MapPath
from kamdesk.picture.shapes import Point

DISC = 5.5  # radius of the sign in the middle of a conflict
_ALONG = (0.5, 0.25, 0.75, 0.1, 0.9, 0.38, 0.62, 0.17, 0.83)
_ASIDE = (5.0, 10.0, 15.0)  # from an upright line to the note beside it
_STEP = 2.0  # from one place to try to the next, farther from a line straight across
_WORTH = 4.5  # em; a shorter stump of a note tells nothing
_CUT = 8.0  # em; a note cut within a word must keep so much
_ROWS = (0.13, 0.4, 0.65, 0.87)  # of a note's height, where no line may run along it
_SHORTER = 40.0  # what a shorter text costs
_UNDER = 1  # lines that a note may interrupt
_STOPS = "，；。、（,;("


@dataclass(frozen=True, slots=True)
class Page:
    """What notes must keep clear of."""

    lines: Ground
    names: Ground
    rims: Ground  # the edges of outlines
    size: tuple[float, float]
    letter: float
    box: float  # the height of a box, beyond which a note may stand whose line is too short for it
    whole: bool = False  # notes are not shortened


def middle(points: Sequence[Point]) -> Point:
    """The middle of a way's longest straight part."""
    (x, y), (u, v) = max(
        pairwise(points),
        key=lambda part: abs(part[0][0] - part[1][0]) + abs(part[0][1] - part[1][1]),
    )
    return (x + u) / 2, (y + v) / 2


def labelled(paths: Sequence[MapPath], page: Page) -> tuple[MapPath, ...]:
    """The paths with a place for each note that finds one; a long note is shortened before it is left out."""
    for path in paths:
        if path.tie.kind == "conflict":
            x, y = middle(path.points)
            page.names.add((x - DISC, y - DISC, 2 * DISC, 2 * DISC))
    done = []
    for path in paths:
        place = _place(path, page) if path.tie.note else None
        if place is None:
            done.append(path)
            continue
        area, text = place
        page.names.add((area[0], area[1], area[2] - area[0], area[3] - area[1]))
        done.append(path._replace(label_at=(area[0], area[3] - 0.3 * page.letter), label=text))
    return tuple(done)


def rims_of(outlines: Iterable[Box]) -> Ground:
    """The edges of outlines as something nothing may lie on."""
    edges = Ground(())
    for left, top, width, height in outlines:
        for box in (
            (left, top, width, 0.2),
            (left, top + height, width, 0.2),
            (left, top, 0.2, height),
            (left + width, top, 0.2, height),
        ):
            edges.add(box)
    return edges


def _place(path: MapPath, page: Page) -> tuple[Segment, str] | None:
    """The best place; the note as it is where possible, else up to a comma, else cut."""
    best: tuple[float, Segment, str] | None = None
    for rank, text in enumerate(_texts(path.tie.note, page.letter, whole=page.whole)):
        if best is not None and best[0] <= rank * _SHORTER:
            break
        wide = text_width(text, page.letter)
        for number, area in enumerate(_areas(path.points, wide, page)):
            if best is not None and best[0] <= rank * _SHORTER + number * 0.5:
                break
            if not _free(area, page):
                continue
            under = _lines_under(area, page.lines)
            cost = rank * _SHORTER + number * 0.5 + 60.0 * under
            if under > _UNDER:
                continue
            if best is None or cost < best[0]:
                best = cost, area, text
    return best[1:] if best else None


def _texts(note: str, letter: float, *, whole: bool) -> Iterator[str]:
    yield note
    if whole:
        return
    end = len(note)
    while (end := max(note.rfind(stop, 0, end) for stop in _STOPS)) > 0:
        if text_width(note[:end], letter) >= _WORTH * letter:
            yield note[:end].rstrip()
    width = text_width(note, letter)
    for share in (0.7, 0.5):
        if width * share >= _CUT * letter:
            yield shortened(note, letter, width * share + 1.0)


def _free(area: Segment, page: Page) -> bool:
    left, top, right, bottom = area
    if left < 1 or top < 1 or right > page.size[0] - 1 or bottom > page.size[1] - 1:
        return False
    if page.lines.blocked(area, 1.0) or page.names.blocked(area, 1.0):
        return False
    if page.rims.blocked(area, 0.5):
        return False
    rows = (top + (bottom - top) * share for share in _ROWS)
    return not any(page.lines.along((left, y, right, y)) > 0 for y in rows)


def _lines_under(area: Segment, lines: Ground) -> int:
    left, top, right, bottom = area
    across, down = (left, (top + bottom) / 2), ((left + right) / 2, top)
    return lines.crossings((left, across[1], right, across[1])) + lines.crossings((down[0], top, down[0], bottom))


def _areas(points: Sequence[Point], wide: float, page: Page) -> Iterator[Segment]:
    """Places beside each straight part, the longest part first; then over or under two neighbours."""
    tall = page.letter * 1.3
    for left, top, right, bottom in sorted(segments(points), key=lambda it: it[0] + it[1] - it[2] - it[3]):
        for share in _ALONG:
            x, y = left + (right - left) * share, top + (bottom - top) * share
            if right - left > bottom - top:
                for upper in (y - tall - 2.0, y + 2.5):
                    yield x - wide / 2, upper, x + wide / 2, upper + tall
            else:
                for aside in _ASIDE:
                    yield x + aside, y - tall / 2, x + aside + wide, y + tall / 2
                    yield x - aside - wide, y - tall / 2, x - aside, y + tall / 2
    if len(points) == 2 and points[0][1] == points[1][1]:
        yield from _beyond(points, wide, tall, page.box)


def _beyond(points: Sequence[Point], wide: float, tall: float, box: float) -> Iterator[Segment]:
    """Places over and under the boxes that a line straight across joins, each nearer one first."""
    (x, y), (u, _) = points
    left = (x + u - wide) / 2
    for number in range(1, round((box + tall) / _STEP)):
        for upper in (y - tall - number * _STEP, y + number * _STEP):
            yield left, upper, left + wide, upper + tall

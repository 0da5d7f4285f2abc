"""Finds a free place for each label of a chart, so that none lies on another, on a point or outside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kamdesk.picture.lettering import text_width

Box = tuple[float, float, float, float]  # left, top, right, bottom
_SIDES = ((1.0, 0.5), (0.0, 0.5), (0.5, 0.0), (0.5, 1.0), (1.0, 0.0), (1.0, 1.0), (0.0, 0.0), (0.0, 1.0))
_RINGS = (0.0, 9.0, 20.0, 34.0, 50.0, 70.0, 82.0, 94.0, 106.0, 118.0, 130.0, 142.0)


@dataclass(frozen=True, slots=True)
class Wish:
    """A label that wants to stand beside a point."""

    x: float
    y: float
    text: str
    size: float
    weight: int
    clear: float  # half of the point's mark


@dataclass(frozen=True, slots=True)
class Place:
    """Where a label came to stand; `far` when it needs a thin line to its point."""

    left: float
    top: float
    right: float
    bottom: float
    far: bool

    @property
    def box(self) -> Box:
        """The rectangle it takes."""
        return self.left, self.top, self.right, self.bottom


def overlap(one: Box, two: Box) -> float:
    """The area two rectangles share."""
    across = min(one[2], two[2]) - max(one[0], two[0])
    down = min(one[3], two[3]) - max(one[1], two[1])
    return across * down if across > 0 and down > 0 else 0.0


def place_labels(wishes: Sequence[Wish], bounds: Box, avoid: Sequence[Box], rather_not: Sequence[Box]) -> list[Place]:
    """A place for each label in turn: nearest first, never on what is to avoid while any place is free.

    `rather_not` is given way only when it costs nothing; what is hit there can be left out by the caller.
    """
    marks = [(wish.x - wish.clear, wish.y - wish.clear, wish.x + wish.clear, wish.y + wish.clear) for wish in wishes]
    taken = [*avoid, *marks]
    placed = []
    for wish in wishes:
        best = _cheapest(_candidates(wish), bounds, taken, rather_not)
        placed.append(best)
        taken.append(best.box)
    return placed


def _cheapest(found: Iterable[tuple[float, Place]], bounds: Box, taken: Sequence[Box], rest: Sequence[Box]) -> Place:
    """The first of the cheapest. Places come dearer and dearer by themselves, so that most need not be looked at."""
    costs = ((own, _cost((own, place), bounds, taken, rest), place) for own, place in found)
    _, least, best = next(costs)
    for own, cost, place in costs:
        if cost < least:
            least, best = cost, place
        if own >= least:
            break
    return best


def _candidates(wish: Wish) -> Iterable[tuple[float, Place]]:
    """Places around the point with their own cost: right, left, above, below, corners; then further away."""
    width, height, gap = text_width(wish.text, wish.size, wish.weight), wish.size * 1.2, wish.clear + 2.5
    for ring in _RINGS:
        for rank, (across, down) in enumerate(_SIDES):
            reach_x = gap + ring if across != 0.5 else 0.0
            reach_y = gap * 0.5 + ring if down != 0.5 else 0.0
            left = wish.x - width * (1 - across) + reach_x * (across * 2 - 1)
            top = wish.y - height * (1 - down) + reach_y * (down * 2 - 1)
            yield ring + rank * 0.5, Place(left, top, left + width, top + height, ring > 0)


def _cost(found: tuple[float, Place], bounds: Box, taken: Sequence[Box], rather_not: Sequence[Box]) -> float:
    own, place = found
    box = place.box
    outside = (place.right - place.left) * (place.bottom - place.top) - overlap(box, bounds)
    hard = sum(overlap(box, other) for other in taken)
    return own + 100 * outside + 100 * hard + 0.3 * sum(overlap(box, other) for other in rather_not)

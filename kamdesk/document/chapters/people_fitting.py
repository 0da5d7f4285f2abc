"""Fits maps of people to pages: how wide columns are stacked, and who stands on which page."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from kamdesk.picture.manner import PAPER
from kamdesk.picture.people_map import MapLayout, MapNode, MapTie, lay_out
from kamdesk.picture.people_map_paper import crowded
from kamdesk.picture.people_map_sizes import COMPACT, SPLIT, sizes_of

_STACKS = (4, 6, 3, 2, 8)  # people in a column, the best looking first
_LOW = 0.55  # of the room; a map this low is taken as it is
_SLACK = 0.5
_KEPT = 160  # maps
_DRAWN = 120  # more people than these never fit a page
_EASED = 40  # up to so many people the room that is left is shared out
# how high boxes are, 0 for as high as usual, and how far rows stand apart
_HIGH, _SPLIT, _LOWER = ((0.0, 1.0),), ((SPLIT, 1.0), (SPLIT, 0.75)), ((COMPACT, 1.0), (COMPACT, 0.75))
_CROWDED = 3  # where one in so many titles leaves no room for its role, each has a row of its own
_WIDER, _AIRIER = (1.4, 1.25, 1.12, 1.06), (1.7, 1.45, 1.25, 1.12)


@dataclass(frozen=True, slots=True)
class MapPage:
    """The people of one page and where they stand."""

    nodes: tuple[MapNode, ...]
    layout: MapLayout


def fitted(
    nodes: Sequence[MapNode], ties: Sequence[MapTie], width: float, room: float, *, low: bool = False
) -> MapLayout | None:
    """The layout that fits a page, None when none does; where the choice is free the lowest with full boxes.

    What room is left makes boxes wider and sets rows farther apart; a map that is to be `low` takes low boxes.
    """
    if len(nodes) > _DRAWN:
        return None
    narrow = sizes_of(PAPER, 0).sub_width
    split = _CROWDED * sum(crowded(node, narrow) for node in nodes) > len(nodes)
    for height, near in (*(() if low else _HIGH), *(_SPLIT if split else ()), *_LOWER):
        laid = partial(_laid, tuple(nodes), width=width, low=height)
        if (most := _lowest(partial(laid, airy=near), width, room)) is not None:
            laid = partial(laid, most=most)
            eased = _spread(laid, width, room, low) if near == 1.0 and len(nodes) <= _EASED else (1.0, near)
            return laid(tuple(ties), wide=eased[0], airy=eased[1])
    return None


@lru_cache(maxsize=_KEPT)
def _laid(
    nodes: tuple[MapNode, ...],
    ties: tuple[MapTie, ...] = (),
    *,
    width: float,
    low: float,
    most: int,
    airy: float = 1.0,
    wide: float = 1.0,
) -> MapLayout:
    """The map of these people; pages of several heights ask for the same one, and so does the next making."""
    return lay_out(nodes, ties, PAPER, room=width, most=most, low=low, wide=wide, airy=airy)


def _lowest(laid: Callable[..., MapLayout], width: float, room: float) -> int | None:
    """How many people stand in a column where the map is lowest; None where it does not fit."""
    best: tuple[float, int] | None = None
    for most in _STACKS:
        bare = laid(most=most)
        if bare.width > width + _SLACK or bare.height > room:
            continue
        if best is None or bare.height < best[0] - 1:
            best = bare.height, most
        if bare.height <= _LOW * room:
            break
    return best[1] if best else None


def _spread(laid: Callable[..., MapLayout], width: float, room: float, low: bool) -> tuple[float, float]:
    """How much wider boxes may be where that makes the map no higher, then how much farther apart its rows."""
    bare = laid()
    tall, wide = bare.height + 1.0, 1.0
    for share in _WIDER:
        tried = laid(wide=share)
        if tried.width <= width + _SLACK and tried.height <= tall:
            wide = share
            break
    if not low:
        for share in _AIRIER:
            tried = laid(wide=wide, airy=share)
            if tried.width <= width + _SLACK and tried.height <= room:
                return wide, share
    return wide, 1.0


def key_players(
    nodes: Sequence[MapNode], ties: Sequence[MapTie], least: int, width: float, room: float
) -> tuple[tuple[MapNode, ...], MapLayout]:
    """Those of great influence with everybody above them, as many as fit, the most influential first."""
    by_key = {node.key: node for node in nodes}
    chosen = [node.key for node in nodes if node.influence >= least] or [node.key for node in nodes[:4]]
    number = len(chosen)
    while True:
        kept: set[str] = set()
        for key in chosen[:number]:
            at: str | None = key
            while at in by_key and at not in kept:
                kept.add(at)
                at = by_key[at].boss
        shown = tuple(node for node in nodes if node.key in kept)
        layout = fitted(shown, ties, width, room)
        if layout is not None or number <= 1:
            return shown, layout or lay_out(shown, ties, PAPER, room=width)
        number = number * 3 // 4


def chunks(
    nodes: Sequence[MapNode], ties: Sequence[MapTie], width: float, room: float, shown: Collection[str] = ()
) -> Iterator[MapPage]:
    """Everybody, department by department; small ones share a page, a large one takes several.

    A department all of which is `shown` already is left out.
    """
    waiting: list[MapNode] = []
    held: MapLayout | None = None
    for group in _groups(nodes, frozenset(shown)):
        tried = fitted([*waiting, *group], ties, width, room)
        if tried is not None:
            waiting, held = [*waiting, *group], tried
            continue
        if fitted(group, (), width, room) is None:  # it takes several pages, and may as well begin on this one
            group = [*waiting, *group]
        elif held is not None:
            yield MapPage(tuple(waiting), held)
        waiting, held = [], None
        for part in _parted(group, ties, width, room):
            if held is not None:
                yield MapPage(tuple(waiting), held)
            waiting, held = list(part.nodes), part.layout
    if held is not None:
        yield MapPage(tuple(waiting), held)


def _groups(nodes: Sequence[MapNode], shown: frozenset[str]) -> list[list[MapNode]]:
    """The people of each department; within it bosses before those below."""
    found: dict[str, list[MapNode]] = {}
    for node in nodes:
        found.setdefault(node.department, []).append(node)
    return [_from_above(group) for group in found.values() if not shown.issuperset(node.key for node in group)]


def _from_above(group: Sequence[MapNode]) -> list[MapNode]:
    """The group as a person reads a tree: everybody followed by those below."""
    keys = {node.key for node in group}
    below: dict[str | None, list[MapNode]] = {}
    for node in group:
        below.setdefault(node.boss if node.boss in keys and node.boss != node.key else None, []).append(node)
    ordered: list[MapNode] = []
    waiting = list(reversed(below.get(None, [])))
    while waiting:
        node = waiting.pop()
        ordered.append(node)
        waiting.extend(reversed(below.get(node.key, [])))
    return ordered


def _parted(group: Sequence[MapNode], ties: Sequence[MapTie], width: float, room: float) -> Iterator[MapPage]:
    """A department too large for what is left: as many people to a page as fit it."""
    rest = list(group)
    while rest:
        number = min(len(rest), _DRAWN)
        layout = fitted(rest[:number], ties, width, room)
        low, high = 1, number
        while layout is None and high - low > 1:
            middle = (low + high) // 2
            if fitted(rest[:middle], (), width, room) is None:
                high = middle
            else:
                low = middle
        number = number if layout is not None else low
        shown = tuple(rest[:number])
        yield MapPage(shown, layout or fitted(shown, ties, width, room) or lay_out(shown, ties, PAPER, room=width))
        rest = rest[number:]

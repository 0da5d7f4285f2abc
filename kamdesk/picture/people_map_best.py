"""Chooses among a few ways to arrange the same people the one that shows them largest in a window."""

from __future__ import annotations

from kamdesk.picture.people_map_columns import Patch
from kamdesk.picture.people_map_forest import Forest
from kamdesk.picture.people_map_rows import whole
from kamdesk.picture.people_map_sizes import MapSizes, choices

_WIDE, _HIGH = 600.0, 384.0  # points the map has in a window of usual size; no window moves a box
_ASIDE = 90.0  # the most free ground left and right of a map that is narrower than its window, for notes
_WORTH = 0.03  # of 100 %; a denser map must show people that much larger


def best(forest: Forest, sizes: MapSizes) -> tuple[Patch, MapSizes]:
    """The map without its rim, and the measures it was made with."""
    found: tuple[float, Patch, MapSizes] | None = None
    for tried in choices(sizes, len(forest.nodes)):
        patch = whole(forest, tried)
        rim = 2 * tried.margin
        share = min(1.0, _WIDE / (patch.width + rim), _HIGH / (patch.height + rim))
        if found is None or share > found[0] + _WORTH:
            found = share, patch, tried
        if share > 1.0 - _WORTH:
            break
    if found is None:
        raise ValueError("no measures to try")
    return found[1:]


def aside(patch: Patch, sizes: MapSizes) -> float:
    """The rim left and right of the map: as wide as the window leaves it anyway, so that notes have room there."""
    if not sizes.stack:
        return sizes.margin
    room = 0.93 * _WIDE * max(1.0, (patch.height + 2 * sizes.margin) / _HIGH)
    return max(sizes.margin, min(_ASIDE, (room - patch.width) / 2))

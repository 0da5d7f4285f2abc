"""Chooses among a few ways to arrange the same people the one that shows them largest in a window."""

from __future__ import annotations

from kamdesk.picture.people_map_columns import Patch
from kamdesk.picture.people_map_forest import Forest
from kamdesk.picture.people_map_rows import whole
from kamdesk.picture.people_map_sizes import MapSizes, choices

_WIDE, _HIGH = 600.0, 384.0  # points the map has in a window of usual size; no window moves a box
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

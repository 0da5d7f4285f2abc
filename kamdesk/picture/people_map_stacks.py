"""Small departments of the people map one above the other in one slot, so that none takes a column for one person."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kamdesk.picture.people_map_columns import Patch
from kamdesk.picture.people_map_forest import Column, Forest
from kamdesk.picture.people_map_sizes import MapSizes
from kamdesk.picture.shapes import Point

_STRIP = 7.0  # left of a slot, for the line to whoever stands below in it
_NOTE = 1.8  # em high with air above and below
_LINE = 2.0  # from the left edge of the strip to that line


@dataclass(slots=True)
class Branch:
    """A column with everything below it; `entries` are the ends of the lines that come from above."""

    patch: Patch
    column: Column
    entries: dict[str, tuple[Point, ...]]  # by head: from the upper edge of the branch to the box
    leaf: bool  # its lowest outline may be made longer


def stacked(branches: Sequence[Branch], above: Collection[str], forest: Forest, sizes: MapSizes) -> list[Branch]:
    """The branches, with small ones put below others where the slot stays no higher than the highest branch.

    `above` are the people whose lines come down to these branches from above.
    """
    if not sizes.stack:
        return list(branches)
    low = [_may_stand_low(branch, above, forest) for branch in branches]
    limit = sizes.head + sizes.foot + sizes.stack * (sizes.height + sizes.below) - sizes.below
    limit = max(limit, *(branch.patch.height for branch, free in zip(branches, low, strict=True) if free), 0.0)
    slots: list[list[Branch]] = []
    open_slots: list[list[Branch]] = []
    for branch, free in zip(branches, low, strict=True):
        fits = (slot for slot in reversed(open_slots) if _takes(slot, branch, limit, above, forest, sizes))
        if free and (slot := next(fits, None)) is not None:
            slot.append(branch)
            continue
        slots.append([branch])
        if free:
            open_slots.append(slots[-1])
    return [_slot(slot, above, forest, sizes) for slot in slots]


def _may_stand_low(branch: Branch, above: Collection[str], forest: Forest) -> bool:
    """True for a branch that ends here and whose heads can all be reached from the left."""
    edge = min(box[0] for box in branch.patch.boxes.values())
    heads = [head for head in branch.entries if forest.boss[head] in above]
    return not branch.column.below and all(branch.patch.boxes[head][0] < edge + 0.01 for head in heads)


def _takes(
    slot: Sequence[Branch], branch: Branch, limit: float, above: Collection[str], forest: Forest, sizes: MapSizes
) -> bool:
    """True where there is room below the others, and the lines to all of them come from one boss."""
    whole = (*slot, branch)
    high = sum(each.patch.height for each in whole) + sum(_apart(each, sizes) for each in whole[1:])
    bosses = {forest.boss[head] for each in whole for head in each.entries} & set(above)
    return high <= limit + 0.01 and len(bosses) < 2


def _slot(slot: Sequence[Branch], above: Collection[str], forest: Forest, sizes: MapSizes) -> Branch:
    if len(slot) == 1:
        return slot[0]
    strip = _STRIP if any(branch.entries for branch in slot[1:]) else 0.0
    patch = Patch()
    entries: dict[str, tuple[Point, ...]] = {}
    wide = max(branch.patch.width for branch in slot)
    for branch in slot:
        y = patch.height + _apart(branch, sizes) if patch.boxes else 0.0
        if branch.leaf:
            _widen(branch.patch, wide)
        patch.put(branch.patch, strip, y)
        for head, way in branch.entries.items():
            left, top, _, height = patch.boxes[head]
            if not y:
                entries[head] = tuple((px + strip, py) for px, py in way)
            elif forest.boss[head] in above:
                middle = top + height / 2
                entries[head] = ((_LINE, 0.0), (_LINE, middle), (left, middle))
    return Branch(patch, slot[0].column, entries, slot[-1].leaf)


def _apart(branch: Branch, sizes: MapSizes) -> float:
    """How far a branch stands below another; one without an outline leaves room for a note between two boxes."""
    return sizes.gap if branch.patch.departments else max(sizes.gap, _NOTE * sizes.note)


def _widen(patch: Patch, wide: float) -> None:
    """Outlines one above the other are equally wide."""
    left, top, _, height = patch.departments[0].box
    patch.departments[0] = patch.departments[0]._replace(box=(left, top, wide - left, height))
    patch.width = wide

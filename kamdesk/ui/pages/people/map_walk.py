"""Where an arrow leads on the people map: up and down a column, to the boss or the first report, to a neighbour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

Box = tuple[float, float, float, float]  # left, top, width, height
UP, DOWN, LEFT, RIGHT = (0, -1), (0, 1), (-1, 0), (1, 0)
_ASIDE = 3.0  # so many times as far a person looks who stands aside of the way


def walk(
    boxes: Mapping[str, Box], bosses: Mapping[str, str | None], at: str, step: tuple[int, int], last: str = ""
) -> str:
    """The person an arrow leads to, "" where there is none; `last` is the report one came up from.

    Up and down stay in a column as long as there is somebody; only then they follow the reporting line.
    """
    if at not in boxes:
        return first(boxes)
    if step in (LEFT, RIGHT):
        return _nearest(boxes, at, step)
    column = _nearest({key: box for key, box in boxes.items() if key == at or _shares(box, boxes[at])}, at, step)
    boss = bosses.get(at) or ""
    if step == UP:
        if column and (column == boss or bosses.get(column) == boss):
            return column
        return boss if boss in boxes else column or _nearest(boxes, at, step)
    reports = [key for key in boxes if bosses.get(key) == at]
    if last in reports:
        return last
    if reports:
        return column if column in reports else min(reports, key=lambda key: (boxes[key][1], boxes[key][0]))
    return column or _nearest(boxes, at, step)


def first(boxes: Mapping[str, Box]) -> str:
    """The person at the top of the map."""
    return min(boxes, key=lambda key: (boxes[key][1], boxes[key][0]), default="")


def below(bosses: Mapping[str, str | None], key: str) -> Iterator[str]:
    """Everybody who reports to somebody, through however many others."""
    for child, boss in bosses.items():
        if boss == key:
            yield child
            yield from below(bosses, child)


def _shares(one: Box, other: Box) -> bool:
    """Whether two stand one below the other: by more than half of the narrower one."""
    common = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    return common > min(one[2], other[2]) / 2


def _nearest(boxes: Mapping[str, Box], at: str, step: tuple[int, int]) -> str:
    """The nearest one in a direction; whoever stands aside of it counts as further away."""
    x, y = _middle(boxes[at])
    found, least = "", float("inf")
    for key, box in boxes.items():
        there_x, there_y = _middle(box)
        across, along = (there_x - x) * step[0] + (there_y - y) * step[1], 0.0
        along = abs(there_y - y) if step[0] else abs(there_x - x)
        if key != at and across > 1 and across + _ASIDE * along < least:
            found, least = key, across + _ASIDE * along
    return found


def _middle(box: Box) -> tuple[float, float]:
    return box[0] + box[2] / 2, box[1] + box[3] / 2

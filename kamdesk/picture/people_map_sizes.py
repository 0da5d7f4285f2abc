"""The measures of the people map on the screen and on paper, in points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kamdesk.picture.manner import MM, PAPER, Manner

COMPACT, SPLIT = 18.4 * MM, 21.8 * MM  # heights of a box on paper that tells the same in four rows, or in five
_PX = 0.75  # of a pixel at 100 %
_FEW = 24  # up to so many people small departments may be taken from below their boss
_MANY = 60  # with more, fewer ways are tried
_BELOW = (44 * _PX, 30 * _PX, 20 * _PX)
_STACKS = (1, 4, 6, 8)  # boxes up to which small departments are put one above the other
_NARROW = (900.0, 700.0)


@dataclass(frozen=True, slots=True)
class MapSizes:
    """Everything the layout needs to know of a manner."""

    width: float  # of a box
    sub_width: float  # of a subordinate's
    height: float
    indent: float
    below: float  # between boxes of one column
    pad: float  # between a department's outline and its boxes, left and right
    head: float  # the strip with a department's name
    foot: float
    gap: float  # between departments
    level: float  # between a boss and the departments below
    margin: float  # round the whole map
    most: int  # people in a column
    room: float  # a row of departments is wrapped beyond this width
    trunk: float  # left of a group, for the line that leads to its further rows
    stretch: float  # but one row may be that much wider
    says: bool  # below a department in which nobody is known, what is unknown there
    note: float  # the size of notes and departments' names
    stack: int = 0  # small departments stand one above the other up to so many boxes, or not at all
    lifts: bool = False  # a small department may stand beside that of its boss instead of below

    @property
    def column(self) -> float:
        """How far apart two columns of a department stand."""
        return self.indent + self.pad

    @property
    def tall(self) -> float:
        """The height at which a column is wrapped."""
        return self.most * (self.height + self.below)


_SCREEN = MapSizes(
    width=184 * _PX,
    sub_width=164 * _PX,
    height=64 * _PX,
    indent=20 * _PX,
    below=20 * _PX,
    pad=12 * _PX,
    head=34 * _PX,
    foot=12 * _PX,
    gap=12 * _PX,
    level=44 * _PX,
    margin=12 * _PX,
    most=6,
    room=1180.0,
    trunk=9.0,
    stretch=1.3,
    says=True,
    note=9.0,
    stack=1,
)
_PAPER = MapSizes(
    width=36 * MM,
    sub_width=33 * MM,
    height=28 * MM,
    indent=3 * MM,
    below=6 * MM,
    pad=2 * MM,
    head=7.4 * MM,
    foot=2.6 * MM,
    gap=3.4 * MM,
    level=11 * MM,
    margin=0.5 * MM,
    most=4,
    room=174 * MM,
    trunk=6.0,
    stretch=1.0,
    says=False,
    note=8.0,
)


def sizes_of(
    manner: Manner,
    people: int,
    room: float | None = None,
    most: int = 0,
    *,
    low: float = 0.0,
    wide: float = 1.0,
    airy: float = 1.0,
) -> MapSizes:
    """The measures for so many people; `room` is the widest the map may be, where the paper sets it.

    `low` is the height of lower boxes, `wide` and `airy` are how much wider boxes are, and how much farther apart rows.
    """
    sizes = _PAPER if manner is PAPER else _SCREEN
    if low:
        sizes = replace(sizes, height=low, below=4.5 * MM, level=9.5 * MM)
    sizes = replace(
        sizes,
        width=sizes.width * wide,
        sub_width=sizes.sub_width * wide,
        below=sizes.below * airy,
        level=sizes.level * airy,
    )
    if most:
        sizes = replace(sizes, most=most)
    if room is not None:
        sizes = replace(sizes, room=room - 2 * sizes.margin)
    elif manner is not PAPER:
        area = people * sizes.width * 1.25 * (sizes.height + sizes.below) * 1.5
        sizes = replace(sizes, room=max(sizes.room, (1.7 * area) ** 0.5))
    return sizes


def choices(sizes: MapSizes, people: int) -> Iterator[MapSizes]:
    """The measures to try on the screen, the most generous first; paper tries its own elsewhere."""
    if not sizes.stack:
        yield sizes
        return
    few, many = people <= _FEW, people > _MANY
    for below in (sizes.below,) if many else _BELOW:
        for room in (sizes.room,) if few or many else (sizes.room, *_NARROW):
            for stack in _STACKS[::2] if many else _STACKS:
                for lifts in (False, True) if few else (False,):
                    stretch = sizes.stretch if room == sizes.room else 1.0
                    yield replace(sizes, below=below, room=room, stretch=stretch, stack=stack, lifts=lifts)

"""The strip of ninety days keeps inside its width and shows what is late."""

from __future__ import annotations

from datetime import date, timedelta

from kamdesk.picture.shapes import Group, Line, Picture, Shape, Text
from kamdesk.picture.strip import WEEKS, Lane, strip

LONG = "三年总成本测算交王璐审阅并书面回意见，另附现场数据" * 2
TODAY = date(2026, 11, 23)
WEEK_NAMES = [f"{TODAY + timedelta(7 * week):%m-%d}" for week in range(WEEKS + 1)]


def drawn(*days: int, deadline: int | None = None) -> Picture:
    """A strip with a lane due in so many days each."""
    lanes = [Lane(f"A{n}", LONG, TODAY + timedelta(ahead), "12-01", n == 0) for n, ahead in enumerate(days)]
    end = (TODAY + timedelta(deadline), "定标 12-04") if deadline is not None else None
    return strip(lanes, TODAY, WEEK_NAMES, deadline=end)


def flat(shapes: tuple[Shape, ...]) -> list[Shape]:
    """The shapes without their groups."""
    return [part for shape in shapes for part in (flat(shape.shapes) if isinstance(shape, Group) else [shape])]


def test_nothing_stands_beyond_the_strip() -> None:
    picture = drawn(-40, 1, 60, 91, 400, deadline=91)
    for shape in flat(picture.shapes):
        if isinstance(shape, Line):
            assert all(-0.1 <= x <= picture.width + 0.1 for x, _ in shape.points)
        if isinstance(shape, Text) and shape.anchor == "start":
            assert 0 <= shape.x < picture.width


def test_what_is_late_is_in_the_alarms_colour_and_has_no_way_left() -> None:
    late = [shape for shape in flat(drawn(-5).shapes) if isinstance(shape, Text) and shape.colour == "bad"]
    assert [text.text for text in late] == ["12-01"]


def test_a_strip_without_lanes_is_a_picture_too() -> None:
    assert drawn().height > 0

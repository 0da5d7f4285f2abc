"""The line of time of a common plan: every step in its place, none on another, done and late told apart."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from kamdesk.picture.runway import Mark, most_at_once, runway
from kamdesk.picture.shapes import Circle, Line, Text

TODAY = date(2026, 11, 23)
DAYS = st.integers(-60, 200).map(lambda days: TODAY + timedelta(days))


def drawn(marks: list[Mark], goals: list[tuple[date, str]] | None = None) -> list[object]:
    chart = runway(marks, goals or [], (TODAY, "today"), ("We", "Keller & Söhne"), [])
    assert chart.height > 0
    return list(chart.shapes)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(DAYS, st.booleans()), min_size=1, max_size=20), st.lists(DAYS, max_size=4))
def test_steps_never_cover_one_another_and_stay_inside(found: list[tuple[date, bool]], goals: list[date]) -> None:
    marks = [Mark(number, day, ours) for number, (day, ours) in enumerate(found, 1)]
    chart = runway(marks, [(day, f"G {day}") for day in goals], (TODAY, "today"), ("We", "They"), [])
    discs = [shape for shape in chart.shapes if isinstance(shape, Circle)]
    assert len(discs) == len(marks)
    for at, one in enumerate(discs):
        assert one.r <= one.x <= chart.width - one.r
        assert one.r <= one.y <= chart.height - one.r
        for other in discs[at + 1 :]:
            assert (one.x - other.x) ** 2 + (one.y - other.y) ** 2 >= (one.r + other.r - 0.6) ** 2


def test_ours_stand_above_the_line_and_theirs_below() -> None:
    ours, theirs = (
        next(shape for shape in drawn([Mark(1, TODAY, side)]) if isinstance(shape, Circle)) for side in (True, False)
    )
    assert ours.y < theirs.y
    assert ours.fill == "us"
    assert theirs.fill == "white"


def test_done_is_grey_and_late_has_the_colour_of_alarm() -> None:
    past = TODAY - timedelta(3)
    done, late = (
        next(shape for shape in drawn([Mark(1, past, True, done)]) if isinstance(shape, Circle))
        for done in (True, False)
    )
    assert done.fill == "before"
    assert late.fill == "bad"


def test_words_of_goals_that_would_meet_stand_in_two_rows_and_a_third_has_none() -> None:
    day = TODAY + timedelta(90)
    shapes = drawn([Mark(1, TODAY, True)], [(day, "G1 12 Feb"), (day, "G2 12 Feb"), (day, "G3 12 Feb")])
    words = [shape for shape in shapes if isinstance(shape, Text) and shape.text.startswith("G")]
    assert [it.text for it in words] == ["G1 12 Feb", "G2 12 Feb"]
    assert words[0].y > words[1].y
    assert sum(isinstance(shape, Line) and shape.pen.colour == "us" for shape in shapes) == 3


def test_how_many_stand_one_above_the_other_is_counted_for_each_side() -> None:
    marks = [Mark(at, TODAY + timedelta(at), at % 2 == 0) for at in range(10)]
    assert most_at_once(marks, 4) == 2
    assert most_at_once([], 4) == 0

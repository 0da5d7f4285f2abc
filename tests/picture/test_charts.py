"""The charts: right places, words inside and apart, unknown shown as unknown."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.picture.attitude_grid import Seat, attitude_grid
from kamdesk.picture.bullet import LEADS, Scale, bullet
from kamdesk.picture.dumbbell import Bell, dumbbell, dumbbells
from kamdesk.picture.lettering import called, shortened, text_width
from kamdesk.picture.manner import MM, PAPER, SCREEN, smaller
from kamdesk.picture.radar import Axis, radar
from kamdesk.picture.ring import ring, ring_colour
from kamdesk.picture.shapes import Arc, Circle, Line, Polygon, Rectangle, Text
from kamdesk.picture.spark import falling, spark
from kamdesk.picture.trend import trend

NAMES = {
    "zh": ("接受认可", "活动参与", "信息传递", "业务指导", "项目支持", "竞争态度"),
    "en": ("Acceptance", "Activity", "Information", "Guidance", "Project", "Rivals"),
}
LEVEL = st.one_of(st.none(), st.floats(1, 5))
TODAY = date(2026, 11, 23)


def axes(names, levels=(4, 2, 4, 3, 3, 3), **more):
    return [
        Axis(name, level, 3, 3.5, name=f"d{n}", **more)
        for n, (name, level) in enumerate(zip(names, levels, strict=True))
    ]


@pytest.mark.parametrize("manner", [SCREEN, PAPER])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_radar_keeps_its_words_inside_and_apart(manner, language, sound, apart, texts):
    labels = NAMES[language] if manner is SCREEN else [f"D{n} {name}" for n, name in enumerate(NAMES[language])]
    key = [("now", "Now 3.4"), ("last", "Aug 3.2"), ("rival", "Kerui 3.0")]
    size = {"radius": 28.5 * MM, "width": 84 * MM, "values": True, "rival_name": "Hengda"} if manner is PAPER else {}
    picture = radar(axes(labels), manner=manner, key=key, **size)
    sound(picture)
    apart(picture)
    assert set(labels) <= set(texts(picture))
    assert "Kerui 3.0" in texts(picture)


def test_a_radar_reaches_from_one_in_the_centre_to_five_at_the_rim(flat):
    picture = radar([Axis("a", 1), Axis("b", 5), Axis("c", 3)], radius=60)
    ours = [shape for shape in flat(picture) if isinstance(shape, Circle) and shape.fill == "us"]
    centre = ours[0]
    distances = [((dot.x - centre.x) ** 2 + (dot.y - centre.y) ** 2) ** 0.5 for dot in ours]
    assert distances == pytest.approx([0, 60, 30])


def test_an_unknown_level_has_no_point_and_opens_the_line(flat, texts):
    levels = (4, None, 4, 3, 3, 3)
    picture = radar([Axis(name, level) for name, level in zip(NAMES["en"], levels, strict=True)], values=True)
    shapes = flat(picture)
    assert sum(isinstance(shape, Circle) and shape.fill == "us" for shape in shapes) == 5
    assert not any(isinstance(shape, Polygon) and shape.pen and shape.pen.colour == "us" for shape in shapes)
    assert sum(isinstance(shape, Line) and shape.pen.colour == "us" for shape in shapes) == 4
    assert "?" in texts(picture)


def test_a_radar_tells_series_apart_without_colour(flat):
    def looks(manner):
        shapes = flat(radar(axes(NAMES["en"]), manner=manner))
        outlines = [
            shape.pen for shape in shapes if isinstance(shape, Polygon) and shape.pen and len(shape.points) == 6
        ]
        return {(pen.width, pen.dash) for pen in outlines if pen.colour in ("us", "before", "rival", "ink")}

    assert len(looks(SCREEN)) == 3
    assert len(looks(PAPER)) == 3


def test_dimensions_that_do_not_count_are_muted_and_can_be_pointed_at(flat, groups):
    picture = radar(axes(NAMES["en"], muted=True))
    assert {shape.colour for shape in flat(picture) if isinstance(shape, Text)} == {"muted"}
    assert [group.name for group in groups(picture)] == ["d0", "d1", "d2", "d3", "d4", "d5"]


@given(
    rows=st.lists(st.tuples(LEVEL, LEVEL, LEVEL), max_size=6),
    manner=st.sampled_from([SCREEN, PAPER]),
    values=st.booleans(),
)
def test_any_levels_make_a_sound_radar(rows, manner, values, sound):
    sound(radar([Axis(f"D{n}", *row) for n, row in enumerate(rows)], manner=manner, values=values, rival_name="Kerui"))


def test_a_spark_line_turns_amber_when_it_falls(flat, sound):
    assert falling([3, 2.7])
    assert not falling([3, 2.75])
    assert not falling([3])
    for values, colour in (([3.0, 3.4], "text2"), ([3.0, 2.5], "warn")):
        picture = spark(values)
        sound(picture, 0)
        assert flat(picture)[-1].fill == colour
    assert len(flat(spark([3]))) == 1
    assert flat(spark([])) == []


@given(values=st.lists(st.floats(1, 5), max_size=8))
def test_a_spark_line_stays_inside(values, sound):
    sound(spark(values), 0.5)


def test_a_ring_fills_clockwise_with_the_share(flat, texts):
    arc = next(shape for shape in flat(ring(0.75, text="6/8")) if isinstance(shape, Arc))
    assert (arc.start, arc.sweep, arc.pen.colour) == (0, 270, "accent")
    assert texts(ring(0.75, text="6/8")) == ["6/8"]
    assert not any(isinstance(shape, Arc) for share in (0, 1) for shape in flat(ring(share)))


@pytest.mark.parametrize(
    ("share", "soon", "colour"), [(1, True, "ok"), (0.4, True, "warn"), (0.5, True, "accent"), (0.4, False, "accent")]
)
def test_a_ring_warns_only_below_half_within_a_day(share, soon, colour):
    assert ring_colour(share, soon) == colour


def test_a_bullet_bar_reaches_its_value_and_marks_the_target(flat, sound, texts):
    picture = bullet(3, target=4, target_text="Target 4")
    sound(picture, 0.5)
    panel, bar = [shape for shape in flat(picture) if isinstance(shape, Rectangle)]
    assert bar.width == pytest.approx(panel.width / 2)
    assert texts(picture) == ["Target 4", "1", "2", "3", "4", "5"]


def test_a_lead_starts_at_nought_and_is_red_only_below_the_band(flat):
    def bar(value):
        return [shape for shape in flat(bullet(value, LEADS)) if isinstance(shape, Rectangle)][-1]

    assert bar(1.0).x > bar(-1.0).x
    assert [bar(value).fill for value in (1.0, -0.04, -0.5)] == ["us", "us", "bad"]


@given(value=st.one_of(st.none(), st.floats(-9, 99)), target=st.floats(-9, 99), words=st.text(max_size=12))
def test_a_bullet_bar_never_leaves_its_panel(value, target, words, sound):
    sound(bullet(value, Scale(0, 60, ((0, "0"), (60, "60"))), target=target, target_text=words), 40)


def test_an_unknown_figure_is_a_question_mark_and_no_bar(flat, texts):
    assert texts(bullet(None))[0] == "?"
    assert sum(isinstance(shape, Rectangle) for shape in flat(bullet(None))) == 1
    assert texts(dumbbell(None, None)) == ["?"]


def test_a_dumbbell_is_our_colour_when_we_lead_and_red_when_behind(flat):
    def bar(ours, rival):
        return [shape.pen.colour for shape in flat(dumbbell(ours, rival)) if isinstance(shape, Line)][5:]

    assert (bar(4, 3), bar(2, 4), bar(3, 3), bar(3, None)) == (["us"], ["bad"], [], [])


def test_equal_levels_are_a_circle_inside_a_square(flat):
    square, circle = flat(dumbbell(4, 4))[-2:]
    assert isinstance(square, Rectangle)
    assert isinstance(circle, Circle)
    assert 2 * circle.r < square.width


def test_rows_of_dumbbells_keep_names_and_words_apart(sound, apart, texts):
    rows = [
        Bell("Wang Lu", 2.75, 3.5, "5", "−0.75 must win", strong=True, name="wang"),
        Bell("Somebody with a very long name indeed", 3.8, None, "3", "–"),
    ]
    picture = dumbbells(rows, 84 * MM)
    sound(picture)
    apart(picture)
    assert any(text.endswith("…") for text in texts(picture))


def moments(*rows):
    return [(TODAY - timedelta(90 * (len(rows) - n)), *row) for n, row in enumerate(rows)]


def test_two_ends_of_a_trend_keep_their_labels_apart(apart, sound, texts):
    kept = moments((2.7, 3.0), (3.0, 3.1), (3.13, 3.09))
    picture = trend(kept, 27 * MM, 24 * MM, manner=smaller(PAPER), ends=True, every=False)
    sound(picture)
    apart(picture)
    assert texts(picture) == ["2", "3", "4", "3.09", "3.13"]
    assert texts(trend(kept, ends=True, numbers=False)) == ["3.09", "3.13"]


def test_days_below_a_trend_leave_out_what_would_touch(apart):
    kept = moments(*[(3.0, None)] * 9)
    apart(trend(kept, 120, 60, days=[(day, f"{day:%y-%m}") for day, _, _ in kept]))


def test_charts_that_share_a_span_share_their_scale(flat):
    def lowest(value):
        picture = trend(moments((value, None), (2.0, None)), span=(1, 5), ends=True)
        return max(shape.y for shape in flat(picture) if isinstance(shape, Circle))

    assert lowest(1.0) > lowest(2.0)
    assert lowest(2.0) == lowest(5.0)


@given(rows=st.lists(st.tuples(LEVEL, LEVEL), max_size=9), ends=st.booleans())
def test_any_trend_is_sound(rows, ends, sound):
    kept = moments(*rows)
    sound(trend(kept, ends=ends, days=[(day, f"{day:%y-%m}") for day, _, _ in kept]))


def test_who_matters_and_does_not_support_us_stands_on_grey(flat, sound, apart, groups):
    people = [Seat("王璐", 5, 2, "down", strong=True, name="wang"), Seat("赵磊", 1, 0, "unknown")]
    people += [Seat(f"人{n}", 1, 4) for n in range(19)]
    columns = ["对立", "不支持", "中立", "支持", "教练"]
    picture = attitude_grid(people, ["5", "4", "3", "2", "1"], columns, supports_from=3)
    sound(picture)
    apart(picture)
    assert sum(isinstance(shape, Rectangle) and shape.fill == "panel" for shape in flat(picture)) == 6
    assert groups(picture)[0].name == "wang"
    assert any(isinstance(shape, Text) and shape.text.startswith("+") for shape in flat(picture))


def test_a_row_of_the_grid_is_as_high_as_the_people_in_it_ask_for(flat, sound, apart):
    people = [Seat(f"人{n}", 3, 1) for n in range(6)]
    columns = ["对立", "不支持", "中立", "支持", "教练"]
    picture = attitude_grid(people, ["5", "4", "3", "2", "1"], columns, supports_from=3, height=54 * MM)
    sound(picture)
    apart(picture)
    told = {shape.text for shape in flat(picture) if isinstance(shape, Text)}
    assert {person.label for person in people} <= told
    heights = [shape.height for shape in flat(picture) if isinstance(shape, Rectangle)]
    assert max(heights) > 2 * min(heights)


def test_a_persons_name_gives_up_its_first_name_before_it_is_cut():
    assert called("陈启明", 8, 30) == "陈启明"
    assert called("Dr. Jörg Übel", 8, 60) == "Dr. Jörg Übel"
    assert called("Dr. Jörg Übel", 8, 40) == "J. Übel"
    assert called("Agnieszka Dąbrowska", 8, 48) == "Dąbrowska"
    assert called("Svenja Maier-Groß", 8, 30) == "Maier…"
    assert called("Madonna", 8, 20).endswith("…")


def test_a_text_is_shortened_to_its_room():
    assert shortened("王璐", 9, 100) == "王璐"
    assert shortened("Somebody", 9, 30).endswith("…")
    assert text_width(shortened("Somebody", 9, 30), 9) <= 30
    assert shortened("王", 9, 2) == ""
    assert text_width("e\u0301", 9) == text_width("e", 9)

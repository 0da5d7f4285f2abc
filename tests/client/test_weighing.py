"""The weigh-in of one person, with the test vectors of the method."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.client.levels import DEFINITIONS, behaviour, code
from kamdesk.client.people import Attitude
from kamdesk.client.weigh_records import Dimension, Evidence, WeighIn
from kamdesk.client.weighing import (
    LEVELS,
    NEXT_ACTIONS,
    QUESTIONS,
    Freshness,
    attitude_in_doubt,
    band_of,
    change,
    counted,
    freshness,
    history,
    latest,
    weigh,
)
from kamdesk.words import words_for

DAY = date(2026, 3, 16)
WEIGHTS = {"acceptance_weight": 20, "information_weight": 25, "project_weight": 35, "rivalry_weight": 20}
LEVEL = st.one_of(st.none(), st.integers(1, 5))


def weighin(acceptance, information, project, rivalry, *, contact="wang", day=DAY, **more):
    levels = {"acceptance": acceptance, "information": information, "project": project, "rivalry": rivalry}
    return WeighIn(contact=contact, day=day, **levels, **{**WEIGHTS, **more})


def facts(contact, *dimensions, day=DAY, second=""):
    return [
        Evidence(contact=contact, dimension=dimension, day=day, text="seen", second_source=second)
        for dimension in dimensions
    ]


ALL_FOUR = (Dimension.ACCEPTANCE, Dimension.INFORMATION, Dimension.PROJECT, Dimension.RIVALRY)


def test_director_wang_weighs_2_75_and_is_neutral():
    weighed = weigh(weighin(3, 2, 3, 3))
    assert weighed.score == 2.75
    assert weighed.index == 43.75
    assert weighed.band is Attitude.NEUTRAL
    assert weighed.completeness == 1


def test_manager_li_with_proven_fours_weighs_3_80_and_supports():
    weighed = weigh(weighin(4, 4, 4, 3, contact="li"), facts("li", *ALL_FOUR))
    assert weighed.score == 3.80
    assert weighed.index == pytest.approx(70)
    assert weighed.band is Attitude.SUPPORTER


def test_an_unknown_level_lowers_completeness_and_not_the_score():
    weighed = weigh(weighin(3, None, 3, 3))
    assert weighed.score == 3.00
    assert weighed.completeness == 0.75
    assert weighed.band is Attitude.NEUTRAL


def test_under_sixty_percent_known_there_is_no_band():
    weighed = weigh(weighin(None, None, 3, 3))
    assert (weighed.score, weighed.enough, weighed.band, weighed.standing) == (3.0, False, None, None)


def test_nothing_known_is_no_score():
    weighed = weigh(weighin(None, None, None, None))
    assert (weighed.score, weighed.index, weighed.completeness) == (None, None, 0)


def test_a_weight_of_nought_keeps_the_level_without_counting_it():
    weighed = weigh(weighin(3, 2, 3, 3, activity=1, guidance=1))
    assert weighed.score == 2.75
    assert weighed.counted[Dimension.ACTIVITY].counted == 1


@pytest.mark.parametrize(
    ("entered", "number", "second", "expected"),
    [
        *((3, 0, "", 3), (4, 0, "", 3), (4, 1, "", 4), (5, 0, "", 3), (5, 1, "", 4), (5, 1, "seen", 4)),
        *((5, 2, "", 4), (5, 2, "seen", 5), (1, 0, "", 1), (2, 3, "seen", 2)),
    ],
)
def test_high_levels_count_only_as_far_as_facts_prove_them(entered, number, second, expected):
    proof = facts("wang", *[Dimension.PROJECT] * number, second=second)
    level = counted(weighin(3, 3, entered, 3), proof, Dimension.PROJECT)
    assert (level.entered, level.counted) == (entered, expected)
    assert level.capped is (entered != expected)


def test_a_capped_five_says_what_it_needs():
    level = counted(weighin(3, 3, 3, 5), [], Dimension.RIVALRY)
    words = words_for("en")
    assert level.chip.tell(words) == "5 → 3 unproven"
    assert level.reason.tell(words) == "Level 5 needs two facts from the last 180 days, one of them confirmed"


@pytest.mark.parametrize(("age", "proves"), [(0, True), (180, True), (181, False), (-1, False)])
def test_a_fact_proves_for_180_days_before_the_weigh_in(age, proves):
    proof = facts("wang", Dimension.PROJECT, day=DAY - timedelta(age))
    assert counted(weighin(3, 3, 4, 3), proof, Dimension.PROJECT).counted == (4 if proves else 3)


def test_a_snapshot_does_not_weaken_as_time_passes():
    proof = facts("li", *ALL_FOUR)
    assert weigh(weighin(4, 4, 4, 3, contact="li"), proof, on=DAY + timedelta(900)).score == 3.80


def test_facts_of_another_person_or_dimension_prove_nothing():
    proof = [*facts("li", Dimension.PROJECT), *facts("wang", Dimension.RIVALRY), Evidence(contact="wang", day=DAY)]
    assert counted(weighin(3, 3, 4, 3), proof, Dimension.PROJECT).counted == 3


def test_what_we_suppose_of_a_rival_is_not_capped():
    assert weigh(weighin(4, 2, 4, 4, rival="kerui")).score == 3.5


def test_an_estimate_without_weights_takes_ours():
    bare = WeighIn(contact="wang", rival="kerui", day=DAY, acceptance=4, information=2, project=4, rivalry=4)
    assert weigh(bare).score is None
    assert weigh(bare, weights=weigh(weighin(3, 2, 3, 3)).weights).score == 3.5


@pytest.mark.parametrize("levels", [(5, 5, 1, 4), (5, 5, 4, 1)])
def test_who_obstructs_us_or_promotes_a_rival_is_no_supporter(levels):
    proof = facts("wang", *ALL_FOUR, second="x") + facts("wang", *ALL_FOUR)
    weighed = weigh(weighin(*levels), proof)
    assert weighed.veto
    assert weighed.band is Attitude.NON_SUPPORTER
    assert band_of(1.2, veto=True) is Attitude.ENEMY


@pytest.mark.parametrize(
    ("score", "band"),
    [
        *((5, "coach"), (4.5, "coach"), (4.49, "supporter"), (3.7, "supporter"), (3.69, "neutral")),
        *((2.7, "neutral"), (2.69, "non_supporter"), (1.7, "non_supporter"), (1.69, "enemy"), (1, "enemy")),
    ],
)
def test_bands_begin_where_the_method_says(score, band):
    assert band_of(score) is Attitude(band)


def test_an_attitude_two_bands_off_is_asked_about():
    weighed = weigh(weighin(3, 2, 3, 3))
    assert attitude_in_doubt(Attitude.COACH, weighed)
    assert not attitude_in_doubt(Attitude.SUPPORTER, weighed)
    assert not attitude_in_doubt(None, weighed)
    assert not attitude_in_doubt(Attitude.COACH, None)


def test_change_compares_only_what_is_known_both_times():
    before = weigh(weighin(3, None, 2, 3, day=date(2025, 12, 1)))
    now = weigh(weighin(3, 2, 3, 3))
    assert change(now, before) == pytest.approx(35 / 75)
    assert change(now, weigh(weighin(None, None, None, None))) is None


def test_choosing_other_dimensions_is_no_change_of_the_person():
    before = weigh(weighin(3, 2, 3, 3))
    now = weigh(weighin(3, 2, 3, 3, activity=1, activity_weight=40, project_weight=10))
    assert change(now, before) == 0
    assert now.score != before.score


def test_history_is_by_day_and_apart_for_each_rival():
    early, late = weighin(1, 1, 1, 1, day=date(2025, 1, 1)), weighin(3, 3, 3, 3)
    theirs, undated = weighin(4, 4, 4, 4, rival="kerui"), weighin(2, 2, 2, 2, day=None)
    everything = [late, theirs, undated, early]
    assert history(everything, "wang") == [early, late]
    assert latest(everything, "wang") == late
    assert latest(everything, "wang", before=DAY) == early
    assert latest(everything, "wang", "kerui") == theirs
    assert latest(everything, "nobody") is None


def test_facts_age_from_fresh_over_amber_to_red():
    ages = [freshness(DAY - timedelta(days), DAY) for days in (0, 180, 181, 365, 366)]
    fresh, amber, red = Freshness
    assert ages == [fresh, fresh, amber, amber, red]
    assert freshness(None, DAY) is red


def test_every_dimension_has_its_words():
    for texts in (LEVELS, QUESTIONS, NEXT_ACTIONS, DEFINITIONS):
        assert set(texts) == set(Dimension)
    assert all(len(levels) == 5 for levels in LEVELS.values())
    assert behaviour(Dimension.RIVALRY, 3) == "Even-handed"
    assert [code(dimension) for dimension in Dimension] == ["D1", "D2", "D3", "D4", "D5", "D6"]


@given(st.lists(LEVEL, min_size=6, max_size=6), st.lists(st.integers(0, 20), min_size=6, max_size=6), st.integers(2, 5))
def test_weights_have_no_scale(levels, weights, factor):
    named = [dimension.value for dimension in Dimension]
    once = WeighIn(
        contact="c",
        day=DAY,
        **dict(zip(named, levels, strict=True)),
        **{f"{name}_weight": weight for name, weight in zip(named, weights, strict=True)},
    )
    more = replace(once, **{f"{name}_weight": factor * weight for name, weight in zip(named, weights, strict=True)})
    first, second = weigh(once), weigh(more)
    assert first.score == pytest.approx(second.score) if first.score is not None else second.score is None
    assert first.completeness == pytest.approx(second.completeness)


@given(st.lists(st.integers(1, 5), min_size=4, max_size=4), st.sampled_from(ALL_FOUR))
def test_unknown_counts_as_if_the_dimension_were_not_there(levels, unknown):
    item = replace(weighin(*levels), **{unknown.value: None})
    without = replace(item, **{f"{unknown.value}_weight": 0})
    assert weigh(item).score == weigh(without).score


@given(
    st.lists(LEVEL, min_size=4, max_size=4),
    st.lists(st.tuples(st.sampled_from(ALL_FOUR), st.integers(0, 400), st.booleans()), max_size=8),
    st.tuples(st.sampled_from(ALL_FOUR), st.integers(0, 400), st.booleans()),
)
def test_another_fact_never_lowers_a_score(levels, known, extra):
    proof = [
        Evidence(contact="wang", dimension=d, day=DAY - timedelta(age), text="x", second_source="y" * second)
        for d, age, second in [*known, extra]
    ]
    less, more = weigh(weighin(*levels), proof[:-1]), weigh(weighin(*levels), proof)
    assert (less.score or 0) <= (more.score or 0)
    assert less.completeness == more.completeness

"""The overall stance against the main rival (T3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.client.account import account
from kamdesk.client.client import Client
from kamdesk.client.company import Company, Incumbent, Stage
from kamdesk.client.plan_records import Ahead, Deal, Opportunity
from kamdesk.client.rules import Rules
from kamdesk.client.stance import STANCE_ADVICE, Stance, stance
from kamdesk.words import words_for
from tests.client.worked import DAY, MATRIX, SHARED, STRONG, worked

EN = words_for("en")
BEHIND = {"price": (60, 2, 4), "quality": (40, 2, 4)}
LEVEL = {"price": (60, 4, 4), "quality": (40, 4, 4)}


def verdict(matrix, client=None, stage=Stage.BASIC, **more):
    held = client or worked(matrix, company={"stage": stage, **more.pop("company", {})}, **more)
    return stance(held, SHARED, account(held, DAY), DAY)


def told(found):
    return [(test.stance, test.passed, test.reason.tell(EN)) for test in found.tests]


def test_the_worked_matrix_is_a_flanking_stance_as_the_method_says():
    found = verdict(MATRIX)
    assert found.stance is Stance.FLANKING
    assert told(found) == [
        (Stance.FRONTAL, False, "ratio 1.00, needs 1.20"),
        (Stance.DEFEND, False, "stage: Basic"),
        (Stance.FLANKING, True, "ratio 1.00, Service leads by 2"),
    ]


@pytest.mark.parametrize(
    ("matrix", "more", "expected"),
    [
        (STRONG, {}, Stance.FRONTAL),
        (STRONG, {"theirs": 4}, Stance.FLANKING),
        (STRONG, {"theirs": None}, Stance.FLANKING),
        (STRONG, {"source": ""}, Stance.FLANKING),
        (STRONG, {"matches": None}, Stance.FLANKING),
        ({**STRONG, "Quality": (30, 5, 4), "Brand": (10, 5, 1)}, {"stage": None}, Stance.FLANKING),
        (MATRIX, {"stage": Stage.COOPERATIVE}, Stance.DEFEND),
        (BEHIND, {}, Stance.DEVELOP),
        (LEVEL, {}, Stance.DEVELOP),
    ],
)
def test_the_first_test_that_holds_decides(matrix, more, expected):
    assert verdict(matrix, **more).stance is expected


def test_a_kill_point_that_is_not_sure_is_no_reason_to_push():
    assert told(verdict(STRONG, matches=None))[0][2] == (
        "ratio 1.41, but no sure kill point: it is unknown when Kerui can match it"
    )


@pytest.mark.parametrize(
    ("incumbent", "stage", "expected"),
    [
        (Incumbent.US, Stage.EXPLORATORY, Stance.DEFEND),
        (Incumbent.NOBODY, Stage.INTEGRATED, Stance.FLANKING),
        (Incumbent.RIVAL, Stage.INTEGRATED, Stance.FLANKING),
        (Incumbent.SHARED, Stage.INTEGRATED, Stance.FLANKING),
        (None, Stage.INTEGRATED, Stance.DEFEND),
    ],
)
def test_who_supplies_today_decides_before_the_stage_does(incumbent, stage, expected):
    found = verdict(MATRIX, stage=stage, company={"incumbent": incumbent})
    assert found.stance is expected
    if incumbent:
        assert found.tests[1].reason.tell(EN) == f"supplies today: {EN.tr(incumbent.label)}"


def order(**values):
    return Opportunity(**{"name": "Line 4", "close": DAY + timedelta(60), **values})


@pytest.mark.parametrize(
    ("orders", "reason"),
    [
        ([order(ahead=Ahead.US)], "ahead in Line 4"),
        ([order(ahead=Ahead.US, unit="Plant 2", rival="kerui")], "ahead in Plant 2"),
        ([order(state=Deal.WON, close=DAY - timedelta(700), rival="kerui")], "won Line 4"),
    ],
)
def test_a_piece_of_ours_makes_it_fragment(orders, reason):
    found = verdict(LEVEL, opportunities=tuple(orders))
    assert (found.stance, found.tests[-1].reason.tell(EN)) == (Stance.FRAGMENT, reason)


@pytest.mark.parametrize(
    "orders",
    [
        [order(ahead=Ahead.LEVEL)],
        [order(ahead=Ahead.US, rival="brandt")],
        [order(ahead=Ahead.US, state=Deal.DROPPED)],
        [order(state=Deal.WON, close=DAY - timedelta(731), rival="kerui")],
        [order(state=Deal.WON, close=DAY - timedelta(30))],
        [order(state=Deal.WON, close=None, rival="kerui")],
        [order(state=Deal.LOST, close=DAY - timedelta(30), rival="kerui")],
    ],
)
def test_no_piece_of_ours_leaves_develop(orders):
    found = verdict(LEVEL, opportunities=tuple(orders))
    assert found.stance is Stance.DEVELOP
    assert found.tests[-2].reason.tell(EN) == "no piece in which we are ahead"


def test_the_numbers_are_rules():
    client = replace(worked(MATRIX, company={"stage": Stage.BASIC}), rules=Rules(near=1.5))
    assert verdict(None, client=client).stance is Stance.DEVELOP
    client = replace(worked(STRONG, company={"stage": Stage.BASIC}), rules=Rules(superior=1.5))
    assert verdict(None, client=client).stance is Stance.FLANKING


def test_there_is_no_stance_while_a_score_is_missing():
    found = verdict({**MATRIX, "Price": (25, None, 4)})
    assert (found.stance, found.reason.tell(EN)) == (None, "A weight or a score is missing")
    empty = Client(company=Company(name="x"))
    none = stance(empty, SHARED, account(empty, DAY), DAY)
    assert none.reason.tell(EN) == "No rival is compared yet"


def test_every_stance_has_advice():
    assert set(STANCE_ADVICE) == set(Stance)


CELL = st.tuples(st.integers(1, 40), st.integers(1, 5), st.integers(1, 5))


@given(st.lists(CELL, min_size=1, max_size=8), st.integers(2, 9))
def test_the_stance_has_no_scale(cells, factor):
    once = {str(number): cell for number, cell in enumerate(cells)}
    more = {name: (weight * factor, us, them) for name, (weight, us, them) in once.items()}
    assert verdict(once).stance is verdict(more).stance


@given(st.lists(CELL, min_size=1, max_size=8), st.data())
def test_an_unknown_cell_never_gives_a_stance(cells, data):
    matrix = {str(number): cell for number, cell in enumerate(cells)}
    name = data.draw(st.sampled_from(sorted(matrix)))
    weight, us, them = matrix[name]
    whose = data.draw(st.sampled_from(["us", "them"]))
    matrix[name] = (weight, None, them) if whose == "us" else (weight, us, None)
    assert verdict(matrix).stance is None

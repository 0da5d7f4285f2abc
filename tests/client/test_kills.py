"""Kill points: high importance, two ahead, proof at hand, and no rival can match it before the decision (T2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from kamdesk.client.kills import decision_day, kills
from kamdesk.client.plan_records import Deal, Opportunity
from kamdesk.client.rival_records import Standing
from kamdesk.client.rules import Rules
from kamdesk.client.visit_records import Concession, Step
from kamdesk.words import words_for
from tests.client.worked import DAY, MATRIX, SHARED, STRONG, worked

EN = words_for("en")


def told(kill):
    return [sentence.tell(EN) for sentence in kill.missing]


def names(found):
    return [kill.row.factor.name for kill in found]


def test_the_worked_matrix_has_none_but_service_would_be_one_with_more_weight():
    found = kills(worked(), SHARED, DAY)
    assert found.ours == ()
    assert names(found.nearly) == ["Service"]
    assert told(found.nearly[0]) == ["weight 15, high from 25"]
    assert names(found.theirs) == ["Price"]
    assert found.theirs[0].plan is None


def test_two_ahead_on_what_matters_with_proof_and_time_is_a_kill_point():
    found = kills(worked(STRONG), SHARED, DAY)
    assert names(found.ours) == names(found.sure) == ["Quality"]
    assert found.ours[0].missing == ()


def test_without_proof_it_is_none():
    found = kills(worked(STRONG, source=""), SHARED, DAY)
    assert found.ours == ()
    assert told(found.nearly[0]) == ["no proof at hand"]


def test_proof_that_is_out_of_date_is_still_proof():
    assert names(kills(worked(STRONG), SHARED, DAY + timedelta(50)).ours) == ["Quality"]
    assert names(kills(worked(STRONG, opportunities=()), SHARED, DAY + timedelta(500)).ours) == ["Quality"]


@pytest.mark.parametrize(("days", "is_ours"), [(61, True), (60, False), (10, False)])
def test_a_rival_that_can_match_it_before_the_decision_takes_it_away(days, is_ours):
    found = kills(worked(STRONG, matches=DAY + timedelta(days)), SHARED, DAY)
    assert bool(found.ours) is is_ours
    if not is_ours:
        assert told(found.nearly[0])[0].startswith("Kerui can match it by ")


def test_what_nobody_knows_makes_it_unsure_and_is_said():
    found = kills(worked(STRONG, matches=None), SHARED, DAY)
    assert [kill.sure for kill in found.ours] == [False]
    assert told(found.ours[0]) == ["it is unknown when Kerui can match it"]
    assert found.sure == ()
    undecided = kills(worked(STRONG, opportunities=()), SHARED, DAY)
    assert told(undecided.ours[0]) == ["it is unknown when it is decided"]


def test_a_rival_whose_score_is_unknown_makes_it_unsure():
    client = worked(STRONG)
    blank = Standing(factor="Quality", rival="brandt")
    found = kills(replace(client, standings=(*client.standings, blank)), SHARED, DAY)
    assert told(found.ours[0]) == ["Brandt: score unknown"]


def test_a_fatal_weakness_has_its_ladder_as_plan():
    rungs = (
        Concession(item="Price", step=Step.OPEN, offer="98"),
        Concession(item="Price", step=Step.FLOOR, offer="92"),
        Concession(item="Terms", step=Step.FLOOR, offer="90 d"),
    )
    found = kills(worked(concessions=rungs), SHARED, DAY)
    assert found.theirs[0].plan == rungs[1]
    assert found.theirs[0].sure


def test_an_item_may_be_the_short_form_of_the_need():
    matrix = {"单工位价格" if name == "Price" else name: cells for name, cells in MATRIX.items()}
    rungs = (Concession(item="账期", offer="60"), Concession(item="单价", offer="92"))
    assert kills(worked(matrix, concessions=rungs), SHARED, DAY).theirs[0].plan == rungs[1]


def test_a_fatal_weakness_by_hearsay_is_not_sure():
    client = worked()
    bare = tuple(replace(item, source="") for item in client.standings)
    found = kills(replace(client, standings=bare), SHARED, DAY)
    assert (found.theirs[0].sure, told(found.theirs[0])) == (False, ["Kerui: no source"])


def test_the_gap_of_a_kill_point_is_a_rule():
    client = replace(worked(STRONG), rules=Rules(kill_gap=4))
    assert kills(client, SHARED, DAY).ours == ()


def test_the_first_open_order_decides_when():
    day = DAY + timedelta(30)
    orders = (
        Opportunity(name="lost", close=DAY, state=Deal.LOST),
        Opportunity(name="later", close=day + timedelta(9)),
        Opportunity(name="first", close=day),
    )
    assert decision_day(worked(opportunities=orders), DAY) == day
    assert decision_day(worked(opportunities=orders), day + timedelta(99)) == day + timedelta(99)
    assert decision_day(worked(opportunities=()), DAY) is None

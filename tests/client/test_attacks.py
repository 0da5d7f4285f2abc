"""What the rival will say, and whether the answer is ready (T6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kamdesk.client.account import account
from kamdesk.client.attacks import Ready, attacks, dropped_attacks
from kamdesk.client.contest_records import Backer, CallKind, Contest, TacticCall, Verdict
from kamdesk.client.plan_records import Deal, Opportunity
from kamdesk.client.visit_records import Visit, VisitKind
from kamdesk.words import Said, words_for
from tests.client.worked import DAY, MATRIX, SHARED, worked

EN = words_for("en")
CONTEST = Contest(key="c", rival="kerui", kill_theirs="In place on line 1", next_move="Three percent less")


def every(client, **more):
    return attacks(client, SHARED, account(client, DAY), DAY, **more)


def told(attack):
    return attack.claim.tell(EN) if isinstance(attack.claim, Said) else attack.claim


def call(**values):
    return TacticCall(**{"kind": CallKind.ATTACK, "rival": "kerui", "tactic": "need:Price", **values})


def test_their_lead_on_what_matters_is_an_attack():
    assert [(item.key, told(item), item.ready) for item in every(worked())] == [
        ("need:Price", "Price: better than us by 2", Ready.NO_ANSWER)
    ]
    client = worked()
    us = tuple(replace(item, value="98") for item in client.factors)
    them = tuple(replace(item, value="94") for item in client.standings)
    assert told(every(replace(client, factors=us, standings=them))[0]) == "Price: 94 against our 98"


def test_the_gravest_come_first_and_each_names_why():
    at = datetime(DAY.year, DAY.month, DAY.day, 6, tzinfo=UTC) - timedelta(days=30)
    client = worked(
        {**MATRIX, "Quality": (30, 3, 4)},
        ours=2,
        theirs=4,
        contests=(replace(CONTEST, contract_end=DAY + timedelta(90)),),
        visits=(Visit(key="v", kind=VisitKind.COMPLAINT, at=at, objective="Late by nine days"),),
    )
    found = every(client)
    assert [item.key for item in found] == [
        "need:Price",
        "need:Quality",
        "person:wang",
        "kill_theirs:c",
        "complaint:v",
        "next_move:c",
        "contract:c",
    ]
    assert all(item.why for item in found)
    assert {item.rival for item in found} == {"kerui"}
    complaint = next(item for item in found if item.key == "complaint:v")
    assert "Late by nine days" in told(complaint)


def test_old_complaints_and_contracts_that_run_on_are_no_attacks():
    at = datetime(DAY.year, DAY.month, DAY.day, 6, tzinfo=UTC) - timedelta(days=400)
    visit = Visit(key="v", kind=VisitKind.COMPLAINT, at=at, objective="long ago")
    for end in (DAY - timedelta(1), DAY + timedelta(400), None):
        client = worked(visits=(visit,), contests=(Contest(key="c", rival="kerui", contract_end=end),))
        assert [item.key for item in every(client)] == ["need:Price"]


def test_the_order_it_won_here_last_is_its_reference():
    orders = (
        Opportunity(key="new", name="Line 1", rival="kerui", state=Deal.LOST, close=DAY - timedelta(300), why="late"),
        Opportunity(key="older", name="Lab", rival="kerui", state=Deal.LOST, close=DAY - timedelta(600)),
        Opportunity(key="other", name="Hall", rival="brandt", state=Deal.LOST, close=DAY - timedelta(10)),
    )
    found = every(worked(opportunities=orders))
    assert [(item.key, item.opportunity) for item in found] == [("need:Price", None), ("order:new", "new")]
    assert told(found[1]) == "“They chose us for Line 1”"
    assert found[1].why[0].said.tell(EN).endswith(": late")
    old = tuple(replace(item, close=DAY - timedelta(731)) for item in orders)
    assert [item.key for item in every(worked(opportunities=old))] == ["need:Price"]


def test_through_whom_it_will_speak():
    backer = Backer(rival="kerui", contact="wang", note="asked for them")
    found = every(worked(backers=(backer,)))
    assert [item.key for item in found] == ["need:Price", "person:wang"]
    assert told(found[1]) == "Wang speaks for Kerui"
    assert found[1].contact == "wang"


@pytest.mark.parametrize(
    ("values", "ready"),
    [
        ({"text": "Three years", "proof": "sheet"}, Ready.READY),
        ({"text": "Three years"}, Ready.NO_PROOF),
        ({"proof": "sheet"}, Ready.NO_ANSWER),
    ],
)
def test_an_answer_is_ready_with_its_proof(values, ready):
    found = every(worked(calls=(call(verdict=Verdict.ACCEPTED, claim="Too dear", **values),)))[0]
    assert (found.ready, found.claim) == (ready, "Too dear")


@pytest.mark.parametrize(
    ("tellable", "proof", "told"), [(True, "sheet", True), (True, "", False), (False, "sheet", False)]
)
def test_only_an_answer_with_proof_may_be_told_outside(tellable, proof, told):
    found = every(worked(calls=(call(text="Three years", proof=proof, tellable=tellable),)))[0]
    assert found.may_be_told is told


def test_what_is_admitted_on_the_sheet_is_an_answer_without_proof():
    client = worked()
    held = tuple(replace(item, answer="true, count three years") for item in client.standings)
    found = every(replace(client, standings=held))[0]
    assert (found.answer, found.ready) == ("true, count three years", Ready.NO_PROOF)


def test_what_was_put_aside_is_left_out_with_its_reason_kept():
    client = worked(calls=(call(verdict=Verdict.DISCARDED, reason="they stopped saying it"),))
    assert every(client) == ()
    dropped = dropped_attacks(client, SHARED, account(client, DAY), DAY)
    assert [(item.key, item.call.reason) for item in dropped] == [("need:Price", "they stopped saying it")]


def test_own_ones_stand_without_a_cause():
    own = call(tactic="", claim="Late in March", text="True; eleven on time since")
    found = every(worked(calls=(own,)))
    assert [(item.claim if item.own else "", item.ready) for item in found] == [
        ("", Ready.NO_ANSWER),
        ("Late in March", Ready.NO_PROOF),
    ]
    foreign = call(tactic="", claim="x", rival="brandt")
    assert len(every(worked(calls=(foreign,)))) == 1


def test_another_rival_has_attacks_of_its_own():
    client = worked()
    gap = replace(client.standings[0], key="b", rival="brandt", score=5)
    both = replace(client, standings=(*client.standings, gap))
    assert [item.key for item in every(both, rival="brandt")] == ["need:Quality"]
    assert every(both, rival="nobody") == ()
    assert attacks(both, replace(SHARED, rivals=()), account(both, DAY), DAY) == ()

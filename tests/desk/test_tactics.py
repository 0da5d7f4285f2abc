"""Deciding on what is proposed and preparing answers: every step through a client and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from kamdesk.client.account import account
from kamdesk.client.attacks import Ready, attacks, dropped_attacks
from kamdesk.client.calls import CallState
from kamdesk.client.contest_records import CallKind, Verdict
from kamdesk.client.plan_records import Side
from kamdesk.client.proposals import proposals, words_of
from kamdesk.desk import tactics
from kamdesk.words import words_for
from tests.client.worked import DAY, KERUI, SHARED, worked
from tests.stepped import done, undone

EN = words_for("en")
PROFILE = SHARED.profile


def proposal(client, kind=CallKind.FACTOR, factor="Quality"):
    found = proposals(client, SHARED, account(client, DAY), DAY)
    return next(
        item for item in found if item.kind is kind and item.factor == (factor if kind is kind.FACTOR else None)
    )


def price(client):
    return attacks(client, SHARED, account(client, DAY), DAY)[0]


def accepted(client, text="Lead with 99.4%", **more):
    return done(client, tactics.accept(client, PROFILE, proposal(client), text, DAY, **more))


def test_accepting_keeps_the_words_and_makes_an_action_of_ours():
    after = accepted(worked(), " Lead with 99.4% ")
    (call,), (action,) = after.calls, after.actions
    assert (call.kind, call.factor, call.rival, call.tactic) == (CallKind.FACTOR, "Quality", "kerui", "attack")
    assert (call.verdict, call.text, call.day, call.owner) == (Verdict.ACCEPTED, "Lead with 99.4%", DAY, "hx")
    assert (action.text, action.side, action.person) == ("Lead with 99.4%", Side.OURS, "林嘉")
    assert (action.factor, action.due) == ("Quality", DAY + timedelta(14))
    found = proposal(after)
    assert (found.state, words_of(found)) == (CallState.ACCEPTED, "Lead with 99.4%")


def test_accepting_again_changes_the_decision_and_makes_no_second_action():
    after = accepted(accepted(worked()), "Shorter")
    assert [call.text for call in after.calls] == ["Shorter"]
    assert len(after.actions) == 1
    assert accepted(worked(), action=False).actions == ()


def test_a_new_action_is_made_once_the_first_is_done():
    after = accepted(worked())
    closed = replace(after, actions=(replace(after.actions[0], done=DAY),))
    assert len(accepted(closed).actions) == 2


def test_the_stance_becomes_one_action_however_often_it_is_accepted():
    client = worked()
    for _ in range(2):
        step = tactics.accept(client, PROFILE, proposal(client, CallKind.STANCE), "Enter by service", DAY)
        client = done(client, step)
    assert [action.text for action in client.actions] == ["Enter by service"]
    assert client.calls[0].rival == "kerui"
    assert step.said.tell(EN) == "Accept the tactic “Overall against Kerui”"


def test_what_is_decided_about_a_person_concerns_that_person():
    client = worked()
    after = done(client, tactics.accept(client, PROFILE, proposal(client, CallKind.PERSON), "Proof first", DAY))
    assert (after.calls[0].contact, after.actions[0].contact) == ("wang", "wang")
    assert proposal(after, CallKind.PERSON).state is CallState.ACCEPTED


def test_discarding_keeps_the_reason_and_it_can_be_taken_up_again():
    client = worked()
    after = done(client, tactics.discard(client, proposal(client), " nobody cares ", DAY))
    found = proposal(after)
    assert (found.state, found.call.reason, found.call.day) == (CallState.DISCARDED, "nobody cares", DAY)
    again = done(after, tactics.take_up_again(found))
    assert (proposal(again).state, proposal(again).call.reason) == (CallState.NEW, "nobody cares")
    assert tactics.take_up_again(proposal(again)).edits == ()
    assert tactics.take_up_again(proposal(client)).edits == ()


def test_accepting_what_was_discarded_forgets_the_reason():
    client = worked()
    after = accepted(done(client, tactics.discard(client, proposal(client), "no", DAY)))
    assert (after.calls[0].verdict, after.calls[0].reason) == (Verdict.ACCEPTED, "")


def test_words_can_be_changed_before_and_after_deciding():
    client = worked()
    begun = done(client, tactics.reword(client, proposal(client), "Draft"))
    assert (proposal(begun).state, words_of(proposal(begun))) == (CallState.NEW, "Draft")
    after = accepted(begun, "Final")
    assert tactics.reword(after, proposal(after), "Final").edits == ()
    assert proposal(done(after, tactics.reword(after, proposal(after), "Better"))).state is CallState.ACCEPTED


def test_a_decision_on_what_was_proposed_before_is_asked_anew():
    client = accepted(worked())
    worse = replace(client, factors=tuple(replace(item, score=2) for item in client.factors))
    found = proposal(worse)
    assert (found.code, found.state, words_of(found)) == ("defend", CallState.CHANGED, found.advice)
    settled = done(worse, tactics.accept(worse, PROFILE, found, "Fix it", DAY))
    assert proposal(settled).state is CallState.ACCEPTED
    assert len(settled.calls) == 1


def test_an_answer_with_proof_makes_an_attack_ready():
    client = worked()
    step = tactics.answer_attack(client, price(client), "", "Count three years", "cost sheet", True, DAY)
    found = price(done(client, step))
    assert (found.ready, found.answer, found.proof, found.tellable) == (
        Ready.READY,
        "Count three years",
        "cost sheet",
        True,
    )
    assert found.claim.tell(EN) == "Price: better than us by 2"
    again = done(client, step)
    same = tactics.answer_attack(again, found, "", "Count three years", "cost sheet", True, DAY)
    assert same.edits == ()


def test_a_claim_in_the_words_of_the_rival_stays():
    client = worked()
    step = tactics.answer_attack(client, price(client), "Twice as dear", "No", "", False, DAY)
    assert price(done(client, step)).claim == "Twice as dear"


def test_an_attack_can_be_dropped_and_expected_again():
    client = worked()
    after = done(client, tactics.drop_attack(client, price(client), "they stopped", DAY))
    (gone,) = dropped_attacks(after, SHARED, account(after, DAY), DAY)
    assert gone.call.reason == "they stopped"
    again = done(after, tactics.expect_again(gone))
    assert price(again).key == "need:Price"
    assert tactics.expect_again(price(client)).edits == ()


def test_an_attack_of_ones_own_is_answered_and_dropped_like_the_others():
    client = worked()
    after = done(client, tactics.own_attack(client, KERUI, "Late in March", "True", "log", tellable=True))
    own = attacks(after, SHARED, account(after, DAY), DAY)[-1]
    assert (own.own, own.claim, own.ready, own.tellable) == (True, "Late in March", Ready.READY, True)
    answered = done(after, tactics.answer_attack(after, own, "Late twice", "Once", "log", False, DAY))
    assert len(answered.calls) == 1
    found = attacks(answered, SHARED, account(answered, DAY), DAY)[-1]
    assert (found.claim, found.answer) == ("Late twice", "Once")
    dropped = done(answered, tactics.drop_attack(answered, found, "old", DAY))
    assert len(attacks(dropped, SHARED, account(dropped, DAY), DAY)) == 1


@pytest.mark.parametrize("kind", [CallKind.FACTOR, CallKind.STANCE, CallKind.PERSON])
def test_every_decision_can_be_taken_back(kind):
    client = worked()
    step = tactics.accept(client, PROFILE, proposal(client, kind), "x", DAY)
    after = done(client, step)
    assert undone(after, step) == client

"""What is known for a visit before anybody prepares it."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from kamdesk.client.asking import ranked
from kamdesk.client.calls import CallState
from kamdesk.client.client import WORKSPACE, Client, Workspace
from kamdesk.client.company import Company, Fact, Grade
from kamdesk.client.contest_records import CallKind, TacticCall, Verdict
from kamdesk.client.library import Colleague, Profile
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.prefill import prefill
from kamdesk.client.retold import Past
from kamdesk.client.rival_records import Factor, Rival, Standing
from kamdesk.client.visit_papers import Intel, Probe
from kamdesk.client.visit_records import Attendee, Concession, PointKind, Result, Step, TalkPoint, Visit
from kamdesk.client.visiting import local_day
from kamdesk.client.weigh_records import Evidence, EvidenceKind, WeighIn
from kamdesk.words import words_for

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
TODAY = local_day(NOON)
EN = words_for("en")
VISIT = Visit(key="v", owner="hx", at=NOON + timedelta(days=1))
LAST = Visit(key="last", owner="hx", at=NOON - timedelta(days=12), result=Result.ADVANCE)
SHARED = Workspace(
    profile=Profile(key=WORKSPACE),
    rivals=(Rival(key="kerui", name="科瑞"), Rival(key="other", name="Other")),
    colleagues=(Colleague(key="lin", name="林嘉"),),
)


def days(number):
    return TODAY + timedelta(number)


def question(visit, text, answer="", proof="", kind=PointKind.QUESTION, owner="hx", done=False):
    return TalkPoint(owner=owner, visit=visit, kind=kind, text=text, answer=answer, proof=proof, done=done)


def client(**values):
    held = {
        "company": Company(key="hx", name="华星", grade=Grade.S, rival="kerui"),
        "contacts": (
            Contact(key="chen", name="陈启明", influence=4),
            Contact(key="wang", name="王璐", influence=5),
            Contact(key="he", name="何睿", influence=4),
        ),
        "visits": (LAST, VISIT),
        "attendees": (
            Attendee(visit="v", contact="chen"),
            Attendee(visit="v", contact="wang"),
            Attendee(visit="v", colleague="lin", task="asks"),
            Attendee(visit="last", contact="wang"),
        ),
    }
    return Client(**{**held, **values})


def known(held=None, library=()):
    return prefill(held or client(), SHARED, VISIT, TODAY, library)


def test_people_come_with_their_last_word_and_what_they_owe():
    facts = (
        Evidence(contact="wang", day=days(-30), text="“Later”", kind=EvidenceKind.WORDS),
        Evidence(contact="wang", day=days(-12), text="“We need it by May”", kind=EvidenceKind.WORDS),
        Evidence(contact="wang", day=days(-2), text="Sent the table", kind=EvidenceKind.DEED),
        Evidence(contact="wang", day=days(2), text="from tomorrow", kind=EvidenceKind.WORDS),
    )
    owed = Action(text="Samples", side=Side.THEIRS, contact="wang", due=days(-1))
    found = known(client(evidence=facts, actions=(owed,)))
    assert [guest.contact.key for guest in found.guests] == ["wang", "chen"]
    assert found.guests[0].word.text == "“We need it by May”"
    assert [entry.action.text for entry in found.guests[0].ledger.theirs_open] == ["Samples"]
    assert found.guests[1].word is None
    assert found.last.key == "last"


def test_whoever_nobody_has_met_or_called_is_a_stranger():
    assert [guest.contact.key for guest in known().guests if guest.stranger] == ["chen"]
    probed = known(client(probes=(Probe(contact="chen", day=TODAY),)))
    assert not any(guest.stranger for guest in probed.guests)


def test_the_newest_facts_come_first():
    facts = (Fact(text="old", day=days(-90)), Fact(text="new", day=days(-1)), Fact(text="undated"))
    assert [fact.text for fact in known(client(facts=facts)).known] == ["new", "old", "undated"]


def test_objections_of_past_visits_come_with_answer_and_proof():
    points = (
        question("last", "Why so dear?", "Two years of service", "calculation"),
        question("last", "In four weeks?", "Three"),
        question("last", "Who pays?"),
        question("v", "why so dear ?"),
        question("last", "Who hosts the test?", kind=PointKind.DISPUTE),
        question("last", "Whose samples?", kind=PointKind.DISPUTE, done=True),
    )
    found = known(client(points=points))
    assert [item.text for item in found.objections] == ["In four weeks?", "Who pays?"]
    assert [item.text for item in found.disputes] == ["Who hosts the test?"]
    assert found.objections[0].day == local_day(LAST.at)


def test_other_clients_answers_come_behind_and_only_with_an_answer():
    library = [
        Past(question("x", "Does it break?", "No", "test", owner="jl"), days(-3), "江澜"),
        Past(question("x", "Unanswered?", owner="jl"), days(-3), "江澜"),
        Past(question("last", "In four weeks?", "Three"), days(-12), "华星"),
    ]
    found = known(client(points=(question("last", "In four weeks?", "Three"),)), library)
    assert [(item.text, item.client) for item in found.objections] == [
        ("In four weeks?", ""),
        ("Does it break?", "江澜"),
    ]


def test_moves_of_the_main_rival_come_first():
    held = client(
        factors=(Factor(key="price", name="Price"),),
        standings=(Standing(factor="price", rival="kerui", value="402", day=days(-100)),),
        intel=(
            Intel(rival="kerui", text="Brought a demo", day=days(-2), source="Li"),
            Intel(rival="other", text="Was there", day=days(-1)),
            Intel(factor="price", text="No rival named", day=days(-1)),
        ),
    )
    found = known(held).moves
    assert [(move.rival.key, move.text.tell(EN), move.old) for move in found] == [
        ("kerui", "Brought a demo", False),
        ("kerui", "Price: 402", True),
        ("other", "Was there", False),
    ]


def test_tactics_that_were_accepted_are_open_actions_for_a_need():
    held = client(
        factors=(Factor(key="price", name="Price"),),
        actions=(Action(text="Offer years", factor="price", due=days(3)), Action(text="x", factor="price", done=TODAY)),
    )
    (taken,) = known(held).taken
    assert (taken.action.text, taken.row.factor.name, taken.tactic) == ("Offer years", "Price", None)


def compared(**values):
    held = {
        "factors": (
            Factor(key="price", name="Price", importance=Decimal(60), score=2),
            Factor(key="service", name="Service", importance=Decimal(40), score=5),
        ),
        "standings": (
            Standing(factor="price", rival="kerui", score=4),
            Standing(factor="service", rival="kerui", score=3),
        ),
        "weighins": tuple(
            WeighIn(contact=key, day=days(-9), acceptance=3, project=3, acceptance_weight=50, project_weight=50)
            for key in ("wang", "he")
        ),
    }
    return client(**{**held, **values})


def call(kind, tactic, text, verdict=Verdict.ACCEPTED, **values):
    return TacticCall(kind=kind, tactic=tactic, text=text, verdict=verdict, day=TODAY, **values)


def test_accepted_tactics_come_along_in_the_reps_words_and_what_was_put_aside_stays_away():
    calls = (
        call(CallKind.FACTOR, "neutralise", "Three years, not one", factor="price"),
        call(CallKind.FACTOR, "support", "", Verdict.DISCARDED, factor="service", reason="Nobody asks"),
        call(CallKind.PERSON, "convert", "Business value first", contact="wang"),
        call(CallKind.PERSON, "convert", "He is not there", contact="he"),
    )
    action = Action(text="Count three years", factor="price", due=days(3))
    found = known(compared(calls=calls, actions=(action,)))
    assert [(it.words, it.action, it.row and it.row.factor.key) for it in found.taken] == [
        ("Three years, not one", action, "price"),
        ("Business value first", None, None),
    ]
    assert [(it.kind, it.factor, it.contact) for it in found.tactics] == [
        (CallKind.FACTOR, "price", None),
        (CallKind.PERSON, None, "wang"),
    ]


def test_what_is_only_proposed_for_a_need_is_offered_behind_what_was_accepted():
    calls = (call(CallKind.FACTOR, "support", "Second argument", factor="service"),)
    found = known(compared(calls=calls))
    assert [(it.factor, it.state) for it in found.tactics] == [
        ("service", CallState.ACCEPTED),
        ("price", CallState.NEW),
    ]
    assert [it.words for it in found.taken] == ["Second argument"]


def test_a_decision_on_what_is_proposed_no_longer_is_not_taken_along():
    calls = (call(CallKind.FACTOR, "attack", "Lead with it", factor="price"),)
    found = known(compared(calls=calls))
    assert found.taken == ()
    assert [it.state for it in found.tactics] == [CallState.CHANGED, CallState.NEW]


def test_the_ladder_warns_beyond_authority():
    rungs = (
        Concession(visit="v", item="Price", offer="98", step=Step.OPEN, rank=1, authority="95"),
        Concession(visit="v", item="Price", offer="92", step=Step.FLOOR, rank=2),
    )
    assert len(known(client(concessions=rungs)).warnings) == 1
    assert known().warnings == ()


def test_what_must_be_learned_leads_and_belongs_to_its_visit():
    later = dataclasses.replace(VISIT, key="later", at=NOON + timedelta(days=20))
    points = (
        TalkPoint(visit="v", kind=PointKind.LEARN, text="Who signs", ask="wang"),
        TalkPoint(visit="later", kind=PointKind.LEARN, text="Later"),
        TalkPoint(visit="v", kind=PointKind.LEARN, text="Known", done=True),
    )
    asks = known(client(points=points, visits=(LAST, VISIT, later))).asks
    assert asks[0].question.tell(EN) == "Who signs?"
    assert (asks[0].must, asks[0].who.name, asks[0].visit) == (True, "王璐", VISIT)
    assert [ask.must for ask in asks].count(True) == 1
    assert [ask.weight for ask in asks] == sorted((ask.weight for ask in asks), reverse=True)


def test_late_in_a_purchase_whoever_signs_weighs_more_than_the_rival():
    held = client(
        factors=(Factor(key="price", name="Price", importance=100),),
        standings=(Standing(factor="price", rival="kerui"),),
    )

    def places(step):
        return [ask.place for ask in ranked(held, SHARED, TODAY, step) if ask.place in ("people", "rivals")]

    assert places(5)[0] == "rivals"
    assert places(8)[0] == "people"


def test_a_small_client_asks_less_loudly():
    small = client(company=Company(key="hx", name="华星", grade=Grade.C))
    assert ranked(client(), SHARED, TODAY)[0].weight > ranked(small, SHARED, TODAY)[0].weight

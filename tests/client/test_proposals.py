"""What is proposed: needs, the stance and people, each with the cells that caused it and what the rep made of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.client.account import account
from kamdesk.client.calls import CallState
from kamdesk.client.contest_records import CallKind, Stake, TacticCall, Verdict
from kamdesk.client.people import Attitude, Contact
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.proposals import proposals, words_of
from kamdesk.client.visit_records import Concession, Step
from kamdesk.words import words_for
from tests.client.worked import DAY, MATRIX, SHARED, STRONG, worked

EN = words_for("en")


def every(client):
    return proposals(client, SHARED, account(client, DAY), DAY)


def of(client, kind, name=""):
    return next(item for item in every(client) if item.kind is kind and name in (item.factor, item.contact, ""))


def call(**values):
    return TacticCall(**{"kind": CallKind.FACTOR, "factor": "Quality", "tactic": "attack", "rival": "kerui", **values})


def test_needs_come_first_by_what_they_move_then_the_stance_then_people():
    found = every(worked())
    assert [(item.kind.value, item.factor or item.contact or item.rival, item.code) for item in found] == [
        ("factor", "Price", "defend"),
        ("factor", "Quality", "attack"),
        ("factor", "Service", "raise"),
        ("factor", "Brand", "ignore"),
        ("factor", "Delivery", "hold"),
        ("stance", "kerui", "flanking"),
        ("person", "wang", "convert"),
    ]
    assert [item.fatal for item in found] == [True, *[False] * 6]
    assert not any(item.kill for item in found)
    assert [item.kill for item in every(worked(STRONG))][:2] == [True, False]


def test_a_chip_names_the_cell_that_caused_it():
    found = of(worked(), CallKind.FACTOR, "Quality")
    assert [(chip.said.tell(EN), chip.section, chip.key, chip.field) for chip in found.chips] == [
        ("Weight 30, High", "factors", "Quality", "importance"),
        ("Us 4", "factors", "Quality", "score"),
        ("Kerui 3", "standings", "kerui-Quality", "score"),
        ("Gap to the best +1", "factors", "Quality", ""),
        ("Proof: test, 16 Mar 2026", "factors", "Quality", "source"),
    ]
    stance = of(worked(), CallKind.STANCE)
    assert [chip.field for chip in stance.chips] == ["frontal", "defend", "flanking"]
    assert stance.note.tell(EN).startswith("Nothing decides yet")
    person = of(worked(), CallKind.PERSON)
    assert [chip.said.tell(EN) for chip in person.chips] == ["Influence 5", "Weighed 3.0", "Lead ±0"]


def test_a_rival_without_a_record_is_named_by_the_need_and_its_own_key():
    client = worked()
    shown = replace(client, standings=client.standings[1:], company=replace(client.company, rival="kerui"))
    assert [item.factor for item in every(shown) if item.kind is CallKind.FACTOR] == [
        "Price",
        "Service",
        "Brand",
        "Delivery",
    ]
    brandt = replace(client.standings[0], key="b", rival="brandt")
    both = replace(client, standings=(*client.standings, brandt))
    chips = of(both, CallKind.FACTOR, "Price").chips
    assert ("factors", "Price", "brandt") in [(chip.section, chip.key, chip.field) for chip in chips]


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({"verdict": Verdict.ACCEPTED, "text": "Ours"}, CallState.ACCEPTED),
        ({"verdict": Verdict.DISCARDED, "reason": "no"}, CallState.DISCARDED),
        ({"verdict": Verdict.ACCEPTED, "tactic": "hold", "text": "Old"}, CallState.CHANGED),
        ({"text": "Begun"}, CallState.NEW),
    ],
)
def test_the_decision_stays_until_something_else_is_proposed(values, state):
    found = of(worked(calls=(call(**values),)), CallKind.FACTOR, "Quality")
    assert found.state is state
    assert found.call is not None
    expected = values.get("text") if state is not CallState.CHANGED else ""
    told = words_of(found)
    assert (told if isinstance(told, str) else told.tell(EN)) == (expected or found.advice.tell(EN))


def test_the_decision_written_last_counts_and_only_for_its_subject():
    calls = (call(verdict=Verdict.ACCEPTED), call(verdict=Verdict.DISCARDED), call(factor="Price", tactic="defend"))
    client = worked(calls=calls)
    assert of(client, CallKind.FACTOR, "Quality").state is CallState.DISCARDED
    assert of(client, CallKind.FACTOR, "Service").call is None
    other = call(kind=CallKind.STANCE, factor=None, rival="brandt", tactic="flanking", verdict=Verdict.ACCEPTED)
    assert of(worked(calls=(other,)), CallKind.STANCE).state is CallState.NEW


def test_actions_of_ours_for_the_need_come_along_the_open_ones_first():
    done = Action(key="a", text="done", factor="Price", done=DAY)
    late = Action(key="b", text="late", factor="Price", due=DAY + timedelta(9), side=Side.OURS)
    soon = Action(key="c", text="soon", factor="Price", due=DAY)
    theirs = Action(key="d", text="theirs", factor="Price", side=Side.THEIRS)
    personal = Action(key="e", text="call", contact="wang")
    client = worked(actions=(done, late, soon, theirs, personal))
    assert [item.key for item in of(client, CallKind.FACTOR, "Price").actions] == ["c", "b", "a"]
    assert len(of(client, CallKind.FACTOR, "Price").open_actions) == 2
    assert [item.key for item in of(client, CallKind.PERSON).actions] == ["e"]


def test_advice_names_figures_and_people_and_never_the_floor():
    wang = Contact(key="wang", name="Wang", influence=5, attitude=Attitude.ENEMY)
    li = Contact(key="li", name="Li", influence=2, attitude=Attitude.SUPPORTER)
    client = worked(
        contacts=(wang, li),
        stakes=tuple(Stake(factor=need, contact=who) for need in ("Quality", "Service") for who in ("wang", "li")),
        concessions=(Concession(item="Price", step=Step.FLOOR, offer="92", unit="k"),),
    )
    factors = {item.key: item for item in client.factors}
    quality = replace(factors["Quality"], value="99.4%")
    service = replace(factors["Service"], benefit="20 h less")
    client = replace(client, factors=(quality, service, *(factors[key] for key in ("Price", "Delivery", "Brand"))))
    assert of(client, CallKind.FACTOR, "Quality").advice.tell(EN) == (
        "Lead with 99.4%, put figures to it, ask Li to write it into the requirement."
    )
    assert of(client, CallKind.FACTOR, "Service").advice.tell(EN) == (
        "Show what it is worth: 20 h less. Begin with Li, who cares for it."
    )
    price = of(client, CallKind.FACTOR, "Price").advice.tell(EN)
    assert "ladder" in price
    assert "92" not in price


def test_what_is_known_of_the_rival_is_admitted():
    client = worked()
    held = tuple(replace(item, answer=f"true, {item.factor}") for item in client.standings)
    found = replace(client, standings=held)
    assert of(found, CallKind.FACTOR, "Price").advice.tell(EN) == (
        "Admit it: “true, Price”. Then change how it is measured."
    )
    mid = worked({**MATRIX, "Delivery": (20, 2, 4)})
    held = tuple(replace(item, answer="true") for item in mid.standings)
    assert of(replace(mid, standings=held), CallKind.FACTOR, "Delivery").advice.tell(EN) == (
        "Have the reply ready, “true”, but do not bring it up."
    )


CELL = st.tuples(
    st.one_of(st.none(), st.integers(1, 40)),
    st.one_of(st.none(), st.integers(1, 5)),
    st.one_of(st.none(), st.integers(1, 5)),
)


@given(st.lists(CELL, min_size=1, max_size=8))
def test_nothing_is_proposed_from_thin_air(cells):
    matrix = {str(number): cell for number, cell in enumerate(cells)}
    client = worked(matrix)
    found = every(client)
    for item in found:
        if item.kind is CallKind.FACTOR:
            assert None not in matrix[item.factor]
    if any(None in cell for cell in matrix.values() if cell[0] is not None):
        assert not any(item.kind is CallKind.STANCE for item in found)


@given(st.lists(st.tuples(st.integers(1, 40), st.integers(1, 5), st.integers(1, 5)), min_size=1, max_size=8))
def test_kill_points_and_fatal_weaknesses_change_sides_with_us_and_the_rival(cells):
    ahead = {str(number): cell for number, cell in enumerate(cells)}
    behind = {name: (weight, them, us) for name, (weight, us, them) in ahead.items()}
    ours, theirs = every(worked(ahead)), every(worked(behind))
    assert {item.factor for item in ours if item.kill} == {item.factor for item in theirs if item.fatal}
    assert {item.factor for item in ours if item.fatal} == {item.factor for item in theirs if item.kill}


def test_a_weight_of_nothing_proposes_nothing():
    client = worked()
    bare = tuple(replace(item, importance=Decimal(0)) for item in client.factors)
    assert not any(item.kind is CallKind.FACTOR for item in every(replace(client, factors=bare)))

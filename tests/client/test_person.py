"""What follows for one person: the tactic (T5) and the expansion card (S3-14)."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.client.account import Person, account
from kamdesk.client.activities import Invitation
from kamdesk.client.card import (
    card_items,
    card_share,
    fresh_facts,
    last_touch,
    next_touch,
    open_actions,
    opportunities_of,
)
from kamdesk.client.client import WORKSPACE, Client, Workspace
from kamdesk.client.company import Company
from kamdesk.client.library import Colleague, Profile
from kamdesk.client.people import Attitude, Bond, Contact, Coverage, RelationLevel, Role
from kamdesk.client.person_tactic import Move, person_tactic
from kamdesk.client.plan_records import Action, Opportunity
from kamdesk.client.visit_records import Attendee, Presence, Visit
from kamdesk.client.weigh_records import Dimension, Evidence, Target, WeighIn
from kamdesk.words import words_for

DAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
WORDS = words_for("en")
COMPANY = Company(key="c", name="Huaxing", rival="kerui")
WORK = Workspace(profile=Profile(key=WORKSPACE), colleagues=(Colleague(key="sun", name="Sun"),))
CHEN = Contact(key="chen", name="Chen", influence=4, attitude=Attitude.NEUTRAL)


def level(value, rival=None, **more):
    names = ("information", "project", "rivalry")
    kept = {f"{name}_counted": value for name in names}
    weights = {f"{name}_weight": 10 for name in names}
    values = {**dict.fromkeys(names, value), **weights, **kept, **more}
    return WeighIn(contact="chen", rival=rival, day=DAY, **values)


def person(influence=4, attitude=None, *weighins, **more) -> Person:
    contact = Contact(key="chen", name="Chen", influence=influence, attitude=attitude, **more)
    return account(Client(company=COMPANY, contacts=(contact,), weighins=weighins), DAY).people[0]


# T5


@pytest.mark.parametrize(
    ("who", "move"),
    [
        (person(5, Attitude.SUPPORTER), Move.PROTECT),
        (person(4, Attitude.COACH), Move.PROTECT),
        (person(3, Attitude.SUPPORTER), Move.GUIDE),
        (person(4, Attitude.NEUTRAL), Move.CONVERT),
        (person(3, Attitude.NEUTRAL), Move.WATCH),
        (person(4, Attitude.ENEMY), Move.NEUTRALISE),
        (person(2, Attitude.NON_SUPPORTER), Move.WATCH),
        (person(4, Attitude.NEUTRAL, level(3, rivalry=2, rivalry_counted=2)), Move.NEUTRALISE),
        (person(4, Attitude.NEUTRAL, level(3), level(4, "kerui")), Move.NEUTRALISE),
        (person(4, Attitude.SUPPORTER, level(4), level(5, "kerui")), Move.CONVERT),
    ],
)
def test_the_tactic_follows_from_side_and_influence(who: Person, move: Move) -> None:
    tactic = person_tactic(who)
    assert tactic is not None
    assert tactic.move is move
    assert tactic.said.tell(WORDS).endswith(".")


def test_no_tactic_while_side_or_influence_is_unknown() -> None:
    assert person_tactic(person(4)) is None
    assert person_tactic(person(None, Attitude.SUPPORTER)) is None


def test_who_owns_the_company_is_important_and_the_tie_counts_for_the_company() -> None:
    tactic = person_tactic(person(None, Attitude.SUPPORTER, is_owner=True))
    assert tactic is not None
    assert tactic.move is Move.PROTECT
    assert tactic.note is not None
    told = person_tactic(person(5, Attitude.SUPPORTER))
    assert told is not None
    assert told.note is None


@given(st.integers(1, 5), st.sampled_from(Attitude))
def test_nobody_is_ever_attacked_and_everybody_placed_has_a_tactic(influence: int, attitude: Attitude) -> None:
    tactic = person_tactic(person(influence, attitude))
    assert tactic is not None
    assert "attack" not in tactic.label.lower()


# The card


def visit(key: str, days: int, activity=None, **more) -> Visit:
    return Visit(key=key, at=NOON - timedelta(days), activity=activity, **more)


FULL = Contact(
    key="chen",
    name="Chen",
    title_at_work="Manager",
    department="Plant",
    phone="1",
    roles=(Role.DECIDER,),
    influence=4,
    attitude=Attitude.NEUTRAL,
    coverage=Coverage.DEEP,
    business_agenda="yield",
    personal_agenda="promotion",
    criteria="price",
    background="engineer",
    our_owner="sun",
    our_sponsor="sun",
)
COMPLETE = Client(
    company=COMPANY,
    contacts=(FULL,),
    bonds=(Bond(contact="chen", colleague="sun", now=RelationLevel.CREDIBLE, wanted=RelationLevel.SOLVER),),
    weighins=(level(3), level(4, "kerui")),
    targets=(Target(contact="chen", set_on=DAY, by=DAY, project=4, opportunity="o"),),
    evidence=(Evidence(contact="chen", dimension=Dimension.PROJECT, day=DAY, text="spoke up"),),
    actions=(Action(key="x", text="Call", contact="chen", due=DAY + timedelta(5)),),
    opportunities=(Opportunity(key="o", name="Line 2"), Opportunity(key="p", name="Other")),
)


def items(client: Client):
    return card_items(client, WORK, account(client, DAY).people[0], DAY)


def test_a_complete_card_is_complete_and_an_empty_one_is_empty() -> None:
    assert [item.field for item in items(COMPLETE) if not item.filled] == []
    assert card_share(items(COMPLETE)) == 1
    empty = items(Client(company=COMPANY, contacts=(Contact(key="n", name="New"),)))
    assert card_share(empty) == 0
    assert len(empty) == len(items(COMPLETE))


@given(st.sets(st.sampled_from(["weighins", "targets", "evidence", "actions", "bonds"])))
def test_what_is_missing_lowers_the_completeness_by_its_part(gone: set[str]) -> None:
    client = dataclasses.replace(COMPLETE, **dict.fromkeys(gone, ()))
    lost = len(gone) + ("weighins" in gone) + ("actions" in gone)  # also the rival's level; also the next touch
    assert sum(not item.filled for item in items(client)) == lost


def test_the_next_touch_is_the_earliest_of_visits_invitations_and_actions() -> None:
    seat = Attendee(visit="v", contact="chen")
    client = dataclasses.replace(COMPLETE, visits=(visit("v", -4, objective="Pilot"),), attendees=(seat,))
    touch = next_touch(client, FULL, DAY)
    assert touch is not None
    assert (touch.day, touch.place, touch.key) == (DAY + timedelta(4), "visits", "v")
    fair = Invitation(contact="chen", text="Fair", day=DAY + timedelta(2))
    touch = next_touch(dataclasses.replace(client, invitations=(fair,)), FULL, DAY)
    assert touch is not None
    assert touch.said.tell(WORDS) == "Fair"
    alone = next_touch(COMPLETE, FULL, DAY)
    assert alone is not None
    assert alone.place == "plan"
    assert next_touch(dataclasses.replace(COMPLETE, actions=()), FULL, DAY) is None


def test_the_last_touch_leaves_out_visits_the_person_missed() -> None:
    seats = (Attendee(visit="a", contact="chen"), Attendee(visit="b", contact="chen", presence=Presence.MISSING))
    client = dataclasses.replace(COMPLETE, visits=(visit("a", 9), visit("b", 2)), attendees=seats)
    touch = last_touch(client, FULL, DAY)
    assert touch is not None
    assert touch.day == DAY - timedelta(9)
    assert last_touch(COMPLETE, FULL, DAY) is None


def test_the_card_lists_open_actions_fresh_facts_and_the_orders_a_person_matters_for() -> None:
    assert [action.key for action in open_actions(COMPLETE, FULL)] == ["x"]
    assert [item.name for item in opportunities_of(COMPLETE, FULL)] == ["Line 2"]
    old = dataclasses.replace(COMPLETE.evidence[0], day=DAY - timedelta(181))
    assert fresh_facts(dataclasses.replace(COMPLETE, evidence=(old,)), FULL, DAY) == ()

"""Levels suggested from what is on record (D2, D3), and the mix of touches with its share of meals."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.client.activities import Activity, Answer, Invitation
from kamdesk.client.client import Client
from kamdesk.client.company import Company
from kamdesk.client.mix import activity_mix
from kamdesk.client.people import Attitude, Contact
from kamdesk.client.plan_records import Action
from kamdesk.client.rules import Rules
from kamdesk.client.suggest import suggestion
from kamdesk.client.visit_records import Attendee, Presence, Result, Visit
from kamdesk.client.weigh_records import Dimension, Evidence
from kamdesk.words import words_for

DAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
WORDS = words_for("en")
COMPANY = Company(key="c", name="Huaxing", rival="kerui")
CHEN = Contact(key="chen", name="Chen", influence=4, attitude=Attitude.NEUTRAL)


# D2 and D3


def invited(*answers: Answer, day=DAY) -> Client:
    asked = tuple(Invitation(contact="chen", text="Fair", day=day, answer=answer) for answer in answers)
    return Client(company=COMPANY, contacts=(CHEN,), invitations=asked)


NO, SENT, CAME, BROUGHT, HOSTED = Answer


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((CAME, CAME), None),
        ((NO, NO, NO), 1),
        ((NO, SENT, NO), 2),
        ((CAME, NO, NO), 2),
        ((CAME, NO), None),
        ((CAME, NO, CAME, NO), 3),
        ((CAME, CAME, CAME, CAME, NO), 3),
        ((CAME, CAME, CAME), 3),
        ((CAME, BROUGHT, CAME, CAME, NO), 4),
        ((CAME, HOSTED, CAME), 5),
        ((HOSTED, NO, NO), 2),
    ],
)
def test_activity_is_suggested_from_invitations(answers, expected) -> None:
    found = suggestion(invited(*answers), "chen", Dimension.ACTIVITY, DAY)
    assert found is not None
    assert found.level == expected


def test_the_suggestion_says_what_it_follows_from() -> None:
    found = suggestion(invited(CAME, BROUGHT, NO), "chen", Dimension.ACTIVITY, DAY)
    assert found is not None
    assert found.why.tell(WORDS) == "Came to 2 of 3 invitations in 12 months"
    few = suggestion(invited(CAME), "chen", Dimension.ACTIVITY, DAY)
    assert few is not None
    assert few.why.tell(WORDS) == "Answered invitations in 12 months: 1; needed: 3"


def test_invitations_older_than_a_year_or_still_open_or_of_others_do_not_count() -> None:
    for client in (
        invited(CAME, CAME, CAME, day=DAY - timedelta(365)),
        invited(CAME, CAME, CAME, day=DAY + timedelta(1)),
        dataclasses.replace(
            invited(),
            invitations=tuple(Invitation(contact="chen", text="x", day=DAY) for _ in range(3)),
        ),
    ):
        found = suggestion(client, "chen", Dimension.ACTIVITY, DAY)
        assert found is not None
        assert found.level is None
    assert suggestion(invited(CAME, CAME, CAME), "wang", Dimension.ACTIVITY, DAY).level is None  # type: ignore[union-attr]


def test_the_reps_own_number_of_invitations_is_obeyed() -> None:
    client = dataclasses.replace(invited(CAME, CAME), rules=Rules(invitations=2))
    found = suggestion(client, "chen", Dimension.ACTIVITY, DAY)
    assert found is not None
    assert found.level == 3


def facts(*kinds: str, day=DAY) -> Client:
    """v = volunteered, c = confirmed, b = both, n = neither."""
    told = tuple(
        Evidence(
            contact="chen",
            dimension=Dimension.INFORMATION,
            day=day,
            text=kind,
            volunteered=kind in "vb",
            second_source="Wang" if kind in "cb" else "",
        )
        for kind in kinds
    )
    return Client(company=COMPANY, contacts=(CHEN,), evidence=told)


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [((), None), ("n", 2), ("c", 3), ("vnn", 3), ("v", 4), ("vnc", 3), ("vb", 4), ("bbv", 5), ("vvn", 4), ("bcb", 5)],
)
def test_information_is_suggested_from_facts(kinds, expected) -> None:
    found = suggestion(facts(*kinds), "chen", Dimension.INFORMATION, DAY)
    assert found is not None
    assert found.level == expected


def test_facts_count_for_180_days_and_other_dimensions_have_no_suggestion() -> None:
    for days, expected in ((180, 4), (181, None), (-1, None)):
        found = suggestion(facts("v", day=DAY - timedelta(days)), "chen", Dimension.INFORMATION, DAY)
        assert found is not None
        assert found.level == expected
    assert suggestion(facts("v"), "chen", Dimension.PROJECT, DAY) is None


@given(st.lists(st.sampled_from(Answer), min_size=3, max_size=12))
def test_one_more_invitation_followed_never_lowers_the_suggestion(answers) -> None:
    before = suggestion(invited(*answers), "chen", Dimension.ACTIVITY, DAY)
    after = suggestion(invited(*answers, HOSTED), "chen", Dimension.ACTIVITY, DAY)
    assert before is not None
    assert after is not None
    assert (before.level or 0) <= (after.level or 0)


@given(st.lists(st.sampled_from("vcbn"), max_size=8), st.permutations(range(8)))
def test_one_more_fact_told_unasked_and_confirmed_never_lowers_the_suggestion(kinds, order) -> None:
    before = suggestion(facts(*kinds), "chen", Dimension.INFORMATION, DAY)
    after = suggestion(facts(*kinds, "b"), "chen", Dimension.INFORMATION, DAY)
    turned = suggestion(facts(*(kinds[n] for n in order if n < len(kinds))), "chen", Dimension.INFORMATION, DAY)
    assert before == turned
    assert before is not None
    assert after is not None
    assert (before.level or 0) <= (after.level or 0)


# The mix of touches


def visit(key: str, days: int, activity=None, **more) -> Visit:
    return Visit(key=key, at=NOON - timedelta(days), activity=activity, **more)


def touched(visits=(), invitations=(), actions=(), **more) -> Client:
    return Client(company=COMPANY, contacts=(CHEN,), visits=visits, invitations=invitations, actions=actions, **more)


def test_the_mix_counts_touches_of_a_year_and_the_share_of_meals() -> None:
    visits = (visit("a", 3), visit("b", 364, Activity.MEAL), visit("c", 365, Activity.MEAL), visit("d", -2))
    dinner = Invitation(contact="chen", text="Dinner", activity=Activity.MEAL, day=DAY, answer=CAME)
    refused = Invitation(contact="chen", text="Fair", day=DAY, answer=NO)
    plan = (Action(text="Call", activity=Activity.CALL), Action(text="Eat", activity=Activity.MEAL, done=DAY))
    mix = activity_mix(touched(visits, (dinner, refused), plan), DAY)
    assert mix.held == {Activity.MEAL: 2, Activity.MEETING: 1}
    assert mix.planned == {Activity.CALL: 1}
    assert mix.meal_share == pytest.approx(2 / 3)
    assert mix.too_many
    assert (mix.touches, mix.kinds) == (3, 3)


def test_without_a_touch_there_is_no_share_and_forty_percent_is_not_too_much() -> None:
    assert activity_mix(touched(), DAY).meal_share is None
    visits = tuple(visit(str(n), 10 + n, Activity.MEAL if n < 2 else None) for n in range(5))
    mix = activity_mix(touched(visits), DAY)
    assert (mix.meal_share, mix.too_many) == (0.4, False)


def test_todays_visit_counts_once_it_has_a_result() -> None:
    assert activity_mix(touched((visit("a", 0),)), DAY).touches == 0
    assert activity_mix(touched((visit("a", 0, result=Result.ADVANCE),)), DAY).touches == 1


def test_one_event_with_many_guests_is_one_touch_and_so_is_the_invitation_to_a_visit() -> None:
    fair = tuple(Invitation(contact=key, text="Fair", day=DAY, answer=CAME) for key in ("chen", "wang"))
    assert activity_mix(touched((), fair), DAY).held == {Activity.EVENT: 1}
    dinner = Invitation(contact="chen", text="Dinner", activity=Activity.MEAL, day=DAY - timedelta(3), answer=CAME)
    assert activity_mix(touched((visit("a", 3, Activity.MEAL),), (dinner,)), DAY).touches == 1


def test_the_mix_of_one_person_leaves_out_what_was_with_others() -> None:
    visits = (visit("a", 3), visit("b", 4))
    seats = (Attendee(visit="a", contact="chen"), Attendee(visit="b", contact="chen", presence=Presence.MISSING))
    client = touched(visits, attendees=seats, actions=(Action(text="x", activity=Activity.CALL, contact="wang"),))
    assert activity_mix(client, DAY, "chen").held == {Activity.MEETING: 1}
    assert activity_mix(client, DAY, "chen").planned == {}


@given(st.lists(st.tuples(st.integers(-5, 400), st.sampled_from([None, *Activity])), max_size=20))
def test_a_share_of_meals_is_never_outside_nought_and_one(rows) -> None:
    mix = activity_mix(touched(tuple(visit(str(n), *row) for n, row in enumerate(rows))), DAY)
    assert mix.meal_share is None if not mix.touches else 0 <= (mix.meal_share or 0) <= 1

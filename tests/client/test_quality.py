"""The checklist of a relationship plan, and its cost against what it is worth."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from kamdesk.client.account import account
from kamdesk.client.activities import Activity
from kamdesk.client.client import Client
from kamdesk.client.company import Company, Grade
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action, Deal, Opportunity
from kamdesk.client.quality import plan_quality, worth
from kamdesk.client.units import Money
from kamdesk.client.visit_records import Visit
from kamdesk.client.weigh_records import Dimension, Target, WeighIn
from kamdesk.words import words_for

DAY = date(2026, 3, 16)
ENGLISH = words_for("en")
BEATS, PERFECT, LINKED, PLANNED, VARIED, COMPLETE, COMPANY, WORTH = range(8)


def yuan(amount):
    return Money(Decimal(amount))


def action(key, dimension, **more):
    values = {
        "key": key,
        "text": key,
        "contact": "wang",
        "dimension": dimension,
        "person": "Lin",
        "due": DAY + timedelta(20),
        "opportunity": "line3",
        "activity": Activity.TECH_TALK,
        "hours": 4,
        "cost": yuan(2000),
        "proof": "He brings the plant manager",
    }
    return Action(**{**values, **more})


def weighed(levels, rival=None):
    values = {d.value: level for d, level in zip(Dimension, levels, strict=True)}
    own = {f"{d.value}_weight": 10 for d in Dimension}
    return WeighIn(contact="wang", day=DAY, rival=rival, **values, **own)


@pytest.fixture
def good():
    """A plan that keeps every rule."""
    return Client(
        company=Company(key="hx", name="华星", grade=Grade.S, rival="kerui"),
        contacts=(Contact(key="wang", name="Wang", influence=5),),
        weighins=(weighed([3] * 6), weighed([3, 3, 3, 2, 3, 2], "kerui")),
        targets=(Target(key="t", contact="wang", set_on=DAY, by=DAY + timedelta(182), project=4, opportunity="line3"),),
        opportunities=(Opportunity(key="line3", name="Line 3", margin=yuan(100_000)),),
        actions=(
            action("show", Dimension.PROJECT),
            action("meet", Dimension.PROJECT, activity=Activity.EXECUTIVE),
        ),
    )


def judged(client):
    checks = plan_quality(client, account(client, DAY), DAY)
    return [check.ok for check in checks]


def line(client, number):
    check = plan_quality(client, account(client, DAY), DAY)[number]
    return check.ok, check.why and check.why.tell(ENGLISH), check.place, check.key


def with_action(client, **values):
    first, *others = client.actions
    return dataclasses.replace(client, actions=(dataclasses.replace(first, **values), *others))


def with_target(client, **values):
    return dataclasses.replace(client, targets=(dataclasses.replace(client.targets[0], **values),))


def test_a_good_plan_passes(good):
    assert judged(good) == [True] * 8


def test_without_a_plan_there_is_nothing_to_judge():
    empty = Client(company=Company(key="hx", name="华星"))
    assert judged(empty) == [None] * 8


def test_a_target_has_to_beat_the_rival(good):
    strong = dataclasses.replace(good, weighins=(good.weighins[0], weighed([3] * 6, "kerui")))
    assert line(strong, BEATS) == (False, "not enough for Wang", "weighin", "wang")


def test_a_rival_nobody_estimated_cannot_be_beaten(good):
    alone = dataclasses.replace(good, weighins=good.weighins[:1])
    assert line(alone, BEATS) == (None, "the rival is not estimated for Wang", "weighin", "wang")


def test_perfection_is_not_the_aim(good):
    wild = with_target(good, **{d.value: 5 for d in Dimension})
    assert line(wild, PERFECT)[:2] == (False, "more than is needed for Wang")


def test_a_target_that_serves_nothing_is_named(good):
    assert line(with_target(good, opportunity=None), LINKED)[:2] == (False, "the target for Wang serves none")


def test_an_action_that_serves_nothing_is_named(good):
    assert line(with_action(good, opportunity=None), LINKED) == (False, "not linked: show", "plan", "show")
    assert line(with_action(good, opportunity=None, goal="first"), LINKED)[0] is True


def test_a_gap_without_action_is_named(good):
    assert line(with_target(good, rivalry=4), PLANNED)[:2] == (False, "nothing planned: Wang Rivals")


def test_of_many_gaps_without_action_the_first_are_named_and_the_others_counted(good):
    names = ("acceptance", "activity", "information", "guidance", "rivalry")
    ok, why, _, _ = line(with_target(good, **dict.fromkeys(names, 4)), PLANNED)
    assert not ok
    assert why.count("Wang") == 3
    assert why.endswith(" and 2 more")


@pytest.mark.parametrize(
    ("kinds", "ok"),
    [
        ((Activity.MEAL, Activity.MEAL), False),
        ((Activity.CALL, Activity.CALL), False),
        ((Activity.MEAL, Activity.CALL), True),
        ((None, None), None),
    ],
)
def test_touches_are_of_several_kinds_and_not_only_meals(good, kinds, ok):
    actions = [dataclasses.replace(item, activity=kind) for item, kind in zip(good.actions, kinds, strict=True)]
    assert line(dataclasses.replace(good, actions=tuple(actions)), VARIED)[0] is ok


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"person": ""}, "without owner: show"),
        ({"due": None}, "without day: show"),
        ({"hours": None, "cost": None}, "without hours or cost: show"),
        ({"proof": " "}, "without proof: show"),
    ],
)
def test_an_action_lacking_something_is_named(good, values, why):
    assert line(with_action(good, **values), COMPLETE) == (False, why, "plan", "show")


def test_an_action_done_needs_nothing_more(good):
    assert line(with_action(good, done=DAY, proof=""), COMPLETE)[0] is True


def test_large_clients_need_something_between_the_companies(good):
    (first, _), quiet = good.actions, dataclasses.replace(good, actions=good.actions[:1])
    assert line(quiet, COMPANY)[0] is False
    visit = Visit(at=datetime(2026, 3, 20, 6, tzinfo=UTC), activity=Activity.JOINT)
    assert line(dataclasses.replace(quiet, visits=(visit,)), COMPANY)[0] is True
    small = dataclasses.replace(quiet, company=dataclasses.replace(good.company, grade=Grade.B))
    assert line(small, COMPANY)[0] is None
    assert first.activity is Activity.TECH_TALK


def test_the_cost_is_held_against_the_expected_margin(good):
    (row,) = worth(good)
    assert (row.cost, row.hours, row.share, row.ok) == (yuan(4000), 8, pytest.approx(0.04), True)
    dear = with_action(good, cost=yuan(30_000))
    assert line(dear, WORTH) == (False, "too much for Line 3", "plan", "line3")


def test_what_cannot_be_held_against_it_is_left_out(good):
    foreign = with_action(good, cost=Money(Decimal(900), "EUR"))
    assert [item.key for item in worth(foreign)[0].left_out] == ["show"]
    assert worth(foreign)[0].cost == yuan(2000)
    unknown = dataclasses.replace(good, opportunities=(Opportunity(key="line3", name="Line 3"),))
    assert (worth(unknown)[0].share, line(unknown, WORTH)[0]) == (None, None)
    lost = dataclasses.replace(good, opportunities=(Opportunity(key="line3", name="x", state=Deal.LOST),))
    assert worth(lost) == ()

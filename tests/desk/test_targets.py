"""Setting targets and taking on what closes a gap: one target per period, and every step can be taken back."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from decimal import Decimal

import pytest

from kamdesk.client.account import account
from kamdesk.client.activities import Activity
from kamdesk.client.client import Client
from kamdesk.client.company import Company
from kamdesk.client.library import Profile
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Side
from kamdesk.client.targets import HALF_YEAR, person_gaps
from kamdesk.client.units import Money
from kamdesk.client.weigh_records import Dimension, Evidence, Target, WeighIn
from kamdesk.desk.targets import (
    by_problem,
    clear_target,
    link_target,
    set_target_by,
    set_target_level,
    suggestion_problem,
    take_on_gap,
    use_suggestion,
)

DAY = date(2026, 3, 16)
WANG = Contact(key="wang", owner="hx", name="王总", influence=5)


@pytest.fixture
def client():
    levels = {d.value: 3 for d in Dimension} | {f"{d.value}_weight": 10 for d in Dimension}
    return Client(
        company=Company(key="hx", owner="hx", name="华星"),
        contacts=(WANG,),
        weighins=(WeighIn(owner="hx", contact="wang", day=DAY, **levels),),
    )


def after(client, step):
    """The client with a step done; its targets and actions are all these steps may touch."""
    for edit in step.edits:
        part = "targets" if isinstance(edit.record, Target) else "actions"
        kept = [item for item in getattr(client, part) if item.key != edit.record.key]
        client = dataclasses.replace(client, **{part: (*kept, edit.after) if edit.after else tuple(kept)})
    return client


def test_the_first_level_makes_a_target_for_half_a_year(client):
    (target,) = after(client, set_target_level(client, WANG, Dimension.PROJECT, 4, DAY)).targets
    assert (target.owner, target.contact, target.set_on, target.by) == ("hx", "wang", DAY, DAY + timedelta(HALF_YEAR))
    assert (target.project, target.acceptance) == (4, None)


def test_further_levels_amend_the_same_target(client):
    once = after(client, set_target_level(client, WANG, Dimension.PROJECT, 4, DAY))
    twice = after(once, set_target_level(once, WANG, Dimension.RIVALRY, 4, DAY + timedelta(30)))
    (target,) = twice.targets
    assert (target.project, target.rivalry, target.set_on) == (4, 4, DAY)


def test_a_new_period_makes_a_new_target_and_keeps_the_old_one(client):
    once = after(client, set_target_level(client, WANG, Dimension.PROJECT, 4, DAY))
    once = after(once, link_target(once, WANG, DAY, opportunity="line3", goal="first"))
    later = DAY + timedelta(HALF_YEAR + 1)
    twice = after(once, set_target_level(once, WANG, Dimension.PROJECT, 5, later))
    assert [item.project for item in twice.targets] == [4, 5]
    assert (twice.targets[1].opportunity, twice.targets[1].goal, twice.targets[1].set_on) == ("line3", "first", later)


def test_the_last_level_taken_away_takes_the_target_away(client):
    once = after(client, set_target_level(client, WANG, Dimension.PROJECT, 4, DAY))
    assert after(once, set_target_level(once, WANG, Dimension.PROJECT, None, DAY)).targets == ()
    assert set_target_level(client, WANG, Dimension.PROJECT, None, DAY).edits == ()


def test_a_target_that_serves_something_stays_without_levels(client):
    once = after(client, set_target_level(client, WANG, Dimension.PROJECT, 4, DAY))
    once = dataclasses.replace(once, targets=(dataclasses.replace(once.targets[0], remark="Ask He first"),))
    (target,) = after(once, set_target_level(once, WANG, Dimension.PROJECT, None, DAY)).targets
    assert (target.project, target.remark) == (None, "Ask He first")


def test_the_day_lies_ahead(client):
    assert by_problem(DAY, DAY)
    assert by_problem(DAY + timedelta(1), DAY) is None
    (target,) = after(client, set_target_by(client, WANG, DAY + timedelta(90), DAY)).targets
    assert target.by == DAY + timedelta(90)


def test_the_suggestion_replaces_the_levels_and_keeps_what_the_target_serves(client):
    once = after(client, set_target_level(client, WANG, Dimension.ACTIVITY, 5, DAY))
    once = after(once, link_target(once, WANG, DAY, goal="first"))
    person = account(once, DAY).people[0]
    (target,) = after(once, use_suggestion(once, person, DAY)).targets
    assert target.goal == "first"
    assert person_gaps(dataclasses.replace(once, targets=(target,)), person, DAY).score_wanted >= once.rules.supporter
    assert all(target.level(d) in (None, 4) for d in Dimension)


def test_nothing_is_suggested_where_enough_stands_and_a_target_set_by_hand_stays(client):
    strong = dataclasses.replace(client.weighins[0], **{d.value: 4 for d in Dimension})
    facts = tuple(Evidence(owner="hx", contact="wang", dimension=d, text="x", day=DAY) for d in Dimension)
    ahead = dataclasses.replace(client, weighins=(strong,), evidence=facts)
    once = after(ahead, set_target_level(ahead, WANG, Dimension.ACTIVITY, 5, DAY))
    person = account(once, DAY).people[0]
    assert use_suggestion(once, person, DAY).edits == ()
    assert "enough" in suggestion_problem(once, person, DAY).text
    assert suggestion_problem(client, account(client, DAY).people[0], DAY) is None


def test_nothing_is_suggested_for_a_person_nobody_weighed(client):
    bare = dataclasses.replace(client, weighins=())
    person = account(bare, DAY).people[0]
    assert use_suggestion(bare, person, DAY).edits == ()
    assert "Weigh first" in suggestion_problem(bare, person, DAY).text


def test_an_action_taken_on_is_linked_to_what_the_target_serves(client):
    once = after(client, set_target_level(client, WANG, Dimension.PROJECT, 4, DAY))
    once = after(once, link_target(once, WANG, DAY, opportunity="line3", goal="first"))
    gap = person_gaps(once, account(once, DAY).people[0], DAY).gaps[0]
    cost = Money(Decimal(800))
    step = take_on_gap(
        once,
        Profile(key="workspace", name="林嘉"),
        gap,
        "Show the line",
        DAY,
        "He brings the plant manager",
        activity=Activity.REFERENCE,
        hours=6,
        cost=cost,
    )
    (action,) = after(once, step).actions
    assert (action.contact, action.dimension, action.opportunity, action.goal) == (
        "wang",
        Dimension.PROJECT,
        "line3",
        "first",
    )
    assert (action.side, action.person, action.activity, action.hours, action.cost, action.proof) == (
        Side.OURS,
        "林嘉",
        Activity.REFERENCE,
        6,
        cost,
        "He brings the plant manager",
    )
    assert action.due == DAY + timedelta(14)


def test_a_target_taken_away_leaves_the_one_before(client):
    once = after(client, set_target_level(client, WANG, Dimension.PROJECT, 4, DAY))
    later = DAY + timedelta(HALF_YEAR + 1)
    twice = after(once, set_target_level(once, WANG, Dimension.PROJECT, 5, later))
    assert after(twice, clear_target(twice, WANG, later)).targets == once.targets
    assert clear_target(client, WANG, DAY).edits == ()


def test_every_step_swapped_restores_what_was(client):
    steps = [
        lambda c: set_target_level(c, WANG, Dimension.PROJECT, 4, DAY),
        lambda c: set_target_level(c, WANG, Dimension.RIVALRY, 5, DAY),
        lambda c: link_target(c, WANG, DAY, goal="first"),
        lambda c: use_suggestion(c, account(c, DAY).people[0], DAY),
        lambda c: clear_target(c, WANG, DAY),
    ]
    for make in steps:
        step = make(client)
        done = after(client, step)
        back = dataclasses.replace(step, edits=tuple(edit.swapped for edit in reversed(step.edits)))
        assert after(done, back) == client
        client = done

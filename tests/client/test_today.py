"""What a day asks for over all clients."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from kamdesk.client.activities import Activity
from kamdesk.client.client import WORKSPACE, Client, Workspace
from kamdesk.client.company import Company, Grade
from kamdesk.client.glance import glance
from kamdesk.client.library import Profile
from kamdesk.client.pending import Pending, pending
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action, Deal, Opportunity, Side
from kamdesk.client.rules import Rules
from kamdesk.client.today import today_of
from kamdesk.client.visit_records import Attendee, PointKind, Result, TalkPoint, Visit
from kamdesk.client.visiting import local_day
from kamdesk.client.weigh_records import WeighIn
from kamdesk.words import words_for

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
TODAY = local_day(NOON)
WORKSPACE_OF_ONE = Workspace(profile=Profile(key=WORKSPACE))
EN = words_for("en")


def days(number):
    return TODAY + timedelta(number)


def client(key="hx", grade=Grade.S, **values):
    return Client(company=Company(key=key, name=key, grade=grade), **values)


def day_of(*clients, now=NOON, since=None, rules=None):
    rows = [glance(item, WORKSPACE_OF_ONE, TODAY) for item in clients]
    return today_of(rows, now, local_day(now), rules or Rules(), since)


def visit(key, hours, minutes=60, **values):
    return Visit(key=key, at=NOON + timedelta(hours=hours), minutes=minutes, **values)


def test_visits_of_all_clients_come_in_their_order():
    found = day_of(
        client("a", visits=(visit("a2", 30), visit("a1", 2))),
        client("b", visits=(visit("b1", 1), visit("b2", 24 * 9), visit("gone", -5))),
    )
    assert [item.visit.key for item in found.coming] == ["b1", "a1", "a2", "b2"]
    assert (found.next.visit.key, found.next.glance.key) == ("b1", "b")
    assert [item.visit.key for item in found.today] == ["b1", "a1"]
    assert [item.visit.key for item in found.tomorrow] == ["a2"]
    assert [item.visit.key for item in found.week] == ["a1", "a2"]


def test_a_visit_that_runs_is_still_the_next_one():
    found = day_of(client(visits=(visit("runs", -0.5),)))
    assert found.next.visit.key == "runs"
    assert found.waiting == ()


def test_overlapping_visits_are_told_in_pairs():
    found = day_of(client("a", visits=(visit("a1", 1, 90),)), client("b", visits=(visit("b1", 2), visit("b2", 3))))
    assert [(one.visit.key, other.visit.key) for one, other in found.overlaps] == [("a1", "b1")]


def test_a_visit_without_a_debrief_waits_for_two_weeks():
    past = (visit("new", -20), visit("old", -24 * 15), visit("told", -30, result=Result.NONE))
    found = day_of(client(visits=(*past, visit("asked", -40, debrief_asked=TODAY))))
    assert [(item.visit.key, item.visit.asked) for item in found.waiting] == [("new", False), ("asked", True)]


def test_a_visit_planned_when_the_row_was_made_waits_once_it_is_over():
    rows = [glance(client(visits=(visit("v", 1),)), WORKSPACE_OF_ONE, TODAY)]
    found = today_of(rows, NOON + timedelta(hours=3), TODAY)
    assert (found.next, [item.visit.key for item in found.waiting]) == (None, ["v"])


def test_what_is_due_comes_the_latest_first_and_what_sleeps_stays_away():
    def action(text, due, **values):
        return Action(key=text, text=text, side=Side.OURS, due=days(due), **values)

    found = day_of(
        client(
            actions=(
                action("today", 0),
                action("late", -3),
                action("asleep", -9, snoozed=days(1)),
                action("awake", -1, snoozed=TODAY),
                action("soon", 3),
                action("far", 30),
                action("done", -1, done=TODAY),
                Action(text="some day", side=Side.OURS),
            )
        ),
        client("b", Grade.C, actions=(Action(text="theirs", side=Side.THEIRS, due=days(0), person="Chen"),)),
    )
    assert [item.owed.text for item in found.due] == ["late", "awake", "today", "theirs"]
    assert [item.days for item in found.due] == [-3, -1, 0, 0]
    assert (found.late, found.ours_due, found.theirs_due) == (2, 3, 1)
    assert [item.owed.text for item in found.soon] == ["soon"]
    assert found.due[-1].owed.who == "Chen"


@pytest.mark.parametrize(
    ("grade", "ago", "cold"),
    [(Grade.S, 31, True), (Grade.S, 30, False), (Grade.A, 31, False), (Grade.B, 91, True), (Grade.C, 900, False)],
)
def test_silence_is_measured_by_the_rhythm_of_the_grade(grade, ago, cold):
    found = day_of(client(grade=grade, visits=(visit("v", -24 * ago, result=Result.NONE),)))
    assert bool(found.cooling) is cold
    if cold:
        assert f"{ago} d" in found.cooling[0].said.tell(EN)


def test_a_visit_within_a_week_ends_the_silence():
    held = visit("v", -24 * 60, result=Result.NONE)
    assert day_of(client(visits=(held, visit("far", 24 * 9)))).cooling
    assert not day_of(client(visits=(held, visit("near", 24 * 5)))).cooling


def test_a_falling_score_slips_by_more_than_the_rule():
    def weighed(*levels):
        return client(
            contacts=(Contact(key="w", name="W", influence=5),),
            weighins=tuple(
                WeighIn(contact="w", day=days(number - 9), project=level, project_weight=1)
                for number, level in enumerate(levels)
            ),
        )

    (slipping,) = day_of(weighed(3, 2)).cooling
    assert (slipping.kind, slipping.said.tell(EN)) == ("slipping", "Weighed 3.0 → 2.0")
    assert not day_of(weighed(2, 3)).cooling
    assert not day_of(weighed(3, 2), rules=Rules(slipping=1)).cooling


def test_a_decision_that_is_near_needs_a_next_step():
    order = Opportunity(key="o", name="Line 3", close=days(38))
    (found,) = day_of(client(opportunities=(order,))).cooling
    assert (found.kind, found.key) == ("decision", "o")
    assert not day_of(client(opportunities=(order,), actions=(Action(text="x", opportunity="o"),))).cooling
    assert not day_of(client(opportunities=(Opportunity(name="x", close=days(61)),))).cooling
    assert not day_of(client(opportunities=(Opportunity(name="x", close=days(9), state=Deal.WON),))).cooling


def test_the_next_touch_that_a_debrief_set_is_asked_for():
    def debriefed(touch, *more, **values):
        return client(visits=(visit("v", -24 * 9, result=Result.NONE, next_touch=days(touch)), *more), **values)

    (found,) = day_of(debriefed(-2)).cooling
    assert (found.kind, found.said.tell(EN)) == ("touch", "The next touch has been due for 2 d")
    assert day_of(debriefed(0)).cooling[0].said.tell(EN) == "The next touch is due today"
    assert not day_of(debriefed(1)).cooling
    assert not day_of(debriefed(-2, visit("next", 24))).cooling
    called = Action(text="Call", activity=Activity.CALL, done=days(-1))
    assert not day_of(debriefed(-2, actions=(called,))).cooling


def test_questions_of_the_next_visit_come_first():
    def asking(key, hours, text):
        return client(
            key,
            contacts=(Contact(key="w", name="Wang", influence=5),),
            visits=(visit(f"{key}v", hours),),
            points=(TalkPoint(visit=f"{key}v", kind=PointKind.LEARN, text=text, ask="w"),),
            attendees=(Attendee(visit=f"{key}v", contact="w"),),
        )

    found = day_of(asking("late", 24 * 5, "Who signs?"), asking("soon", 2, "Who tests"))
    told = [(item.asked.question.tell(EN), item.asked.who) for item in found.asks]
    assert told[0] == ("Who tests?", "Wang")
    assert ("Who signs?", "Wang") in told


def test_what_the_calendar_did_meanwhile_is_told():
    held = client(
        visits=(visit("over", -20), visit("met", -24 * 31, result=Result.NONE)),
        actions=(
            Action(key="d", text="Report", due=days(-1)),
            Action(key="s", text="Call", due=days(5), snoozed=TODAY),
            Action(text="Today's", due=TODAY),
        ),
        opportunities=(Opportunity(key="o", name="Line 3", close=days(60)),),
    )
    found = day_of(held, since=NOON - timedelta(days=3))
    assert {item.key for item in found.missed} == {"over", "d", "s", "o"}
    assert day_of(held, since=NOON - timedelta(minutes=5)).missed == ()
    assert day_of(held).missed == ()


def test_weeks_count_what_moved_on_and_what_is_to_come():
    found = day_of(
        client(
            visits=(
                visit("a", -24 * 7, result=Result.ADVANCE),
                visit("b", -24 * 7, result=Result.NONE),
                visit("c", 5),
            )
        )
    )
    assert [(week.moved, week.held, week.planned) for week in found.weeks] == [
        (0, 0, 0),
        (0, 0, 0),
        (1, 1, 0),
        (0, 0, 1),
    ]
    assert [week.number for week in found.weeks] == [45, 46, 47, 48]


def test_what_is_kept_of_a_client_comes_back_as_it_was():
    held = client(
        contacts=(Contact(key="w", name="Wang", influence=5),),
        visits=(visit("past", -5), visit("told", -50, result=Result.ORDER), visit("next", 5)),
        actions=(Action(text="Report", side=Side.OURS, due=days(3), snoozed=days(1), said_on=days(-3)),),
        opportunities=(Opportunity(name="Line 3", close=days(60)),),
        weighins=(WeighIn(contact="w", day=TODAY, project=3, project_weight=1),),
    )
    found = pending(held, WORKSPACE_OF_ONE, TODAY)
    assert found.owed
    assert found.asks
    assert found.waiting
    assert found.held
    assert found.deciding
    assert Pending.from_json(found.to_json()) == found
    assert Pending.from_json("") == Pending()

"""The row of a client in the list."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta

from kamdesk.client.client import WORKSPACE, Client, Workspace
from kamdesk.client.company import Company, Grade, Stage
from kamdesk.client.glance import Glance, glance
from kamdesk.client.library import Colleague, Profile
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.rival_records import Rival
from kamdesk.client.visit_records import CheckItem, Visit
from kamdesk.client.visiting import local_day
from kamdesk.client.weigh_records import WeighIn

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
TODAY = local_day(NOON)
WORKSPACE_OF_ONE = Workspace(
    profile=Profile(key=WORKSPACE), rivals=(Rival(key="kerui", name="科瑞自动化", short="Kerui"),)
)
EVEN = {"project": 3, "project_weight": 1}


def full():
    weighins = [
        WeighIn(contact="wang", day=TODAY - timedelta(30 * (9 - n)), project=1 + n % 3, project_weight=1)
        for n in range(9)
    ]
    rival = WeighIn(contact="wang", rival="kerui", day=TODAY, project=4, project_weight=1)
    return Client(
        company=Company(key="huaxing", name="华星精密电子", short="华星", grade=Grade.S, stage=Stage.BASIC),
        contacts=(Contact(key="wang", name="王璐", influence=5),),
        weighins=(*weighins, rival),
        visits=(
            Visit(key="soon", at=NOON + timedelta(hours=2), objective="Agree pilot scope"),
            Visit(key="late", at=NOON + timedelta(days=3)),
            Visit(key="past", at=NOON - timedelta(days=12)),
        ),
        checks=(CheckItem(visit="soon", done=True), CheckItem(visit="soon")),
        actions=(
            Action(text="Report", side=Side.OURS, due=TODAY + timedelta(9)),
            Action(text="Samples", side=Side.THEIRS, due=TODAY + timedelta(4)),
            Action(text="Old", side=Side.OURS, due=TODAY - timedelta(4), done=TODAY),
            Action(text="Some day", side=Side.OURS),
        ),
    )


def test_a_row_tells_the_state_of_a_client():
    row = glance(full(), WORKSPACE_OF_ONE, TODAY)
    assert (row.key, row.called, row.grade, row.stage) == ("huaxing", "华星", "S", "basic")
    assert (row.weigh, row.lead, row.rival, row.contested) == (3.0, -1.0, "Kerui", 1)
    assert row.trend == (1, 2, 3, 1, 2, 3)
    assert (row.next_step, row.next_due) == ("Samples", TODAY + timedelta(4))
    assert (row.ours_open, row.theirs_open, row.people, row.names) == (2, 1, 1, ("王璐",))


def test_the_next_visit_follows_the_clock_without_a_new_row():
    row = glance(full(), WORKSPACE_OF_ONE, TODAY)
    soon = row.next_visit(NOON)
    assert (soon.key, soon.done, soon.total, soon.objective) == ("soon", 1, 2, "Agree pilot scope")
    assert row.next_visit(NOON + timedelta(hours=4)).key == "late"
    assert row.next_visit(NOON + timedelta(days=4)) is None


def test_silence_is_counted_from_the_last_visit_and_follows_the_calendar():
    row = glance(full(), WORKSPACE_OF_ONE, TODAY)
    assert row.silent_days(TODAY) == 12
    assert row.silent_days(TODAY + timedelta(1)) == 1
    assert row.silent_days(TODAY + timedelta(10)) == 7
    never = dataclasses.replace(row, last_met=None, upcoming=())
    assert never.silent_days(TODAY) is None


def test_an_empty_client_is_unknown_and_not_nought():
    row = glance(Client(company=Company(key="new", name="New")), WORKSPACE_OF_ONE, TODAY)
    assert (row.weigh, row.lead, row.trend, row.last_met, row.next_step) == (None, None, (), None, "")
    assert row.next_visit(NOON) is None
    assert row.called == "New"


def test_a_row_survives_json():
    row = glance(full(), WORKSPACE_OF_ONE, TODAY)
    assert Glance.from_json(row.to_json()) == row
    assert "王璐" in row.to_json()


def test_a_row_tells_what_the_whole_relationship_comes_to():
    whole = full()
    row = glance(whole, WORKSPACE_OF_ONE, TODAY)
    assert (row.weigh_conservative, row.coverage, row.light, row.single_held) == (3.0, 1.0, "red", 0)
    ours = Colleague(key="lin", name="Lin Hao")
    known = dataclasses.replace(
        whole,
        contacts=(
            *(dataclasses.replace(contact, our_owner="lin") for contact in whole.contacts),
            Contact(key="gone", name="何", influence=5, left=TODAY),
        ),
    )
    workspace = dataclasses.replace(WORKSPACE_OF_ONE, colleagues=(ours,))
    assert glance(known, workspace, TODAY).single_held == 1
    assert (glance(known, workspace, TODAY).people, glance(known, workspace, TODAY).coverage) == (1, 1.0)
    empty = glance(Client(company=Company(key="new", name="New")), WORKSPACE_OF_ONE, TODAY)
    assert (empty.weigh_conservative, empty.coverage, empty.light) == (None, 0.0, "")

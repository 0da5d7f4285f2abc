"""The list that is read before a copy is given away: everything it leaves out, by name."""

from __future__ import annotations

import dataclasses

import pytest

from kamdesk.client.client import Client, sections
from kamdesk.client.company import Company
from kamdesk.client.contest_records import Backer
from kamdesk.client.editions import told_to
from kamdesk.client.leak_check import left_out
from kamdesk.client.paper_records import Audience
from kamdesk.client.people import Attitude, Contact
from kamdesk.client.plan_records import Goal
from kamdesk.client.record import fields_of
from kamdesk.client.rival_records import Rival
from kamdesk.client.visit_records import Concession, Step, Visit
from kamdesk.client.weigh_records import WeighIn
from kamdesk.words import words_for
from tests.client.tokens import marked_roots
from tests.records import workspace_of

ENGLISH = words_for("en")
WORKSPACE_ = dataclasses.replace(workspace_of(0), rivals=(Rival(key="kerui", name="科瑞"),))
SETTINGS = {"profile", "weight_sets", "thresholds", "templates", "template_items", "editions", "presets"}


def a_client() -> Client:
    people = (
        Contact(key="wang", owner="c", name="王璐", attitude=Attitude.NEUTRAL, influence=5),
        Contact(key="chen", owner="c", name="陈启明", attitude=Attitude.ENEMY, personal="likes tea"),
    )
    return Client(
        company=Company(key="c", owner="c", name="华星", goal="30 % by 2028"),
        contacts=people,
        weighins=tuple(WeighIn(key=f"w{n}", owner="c", contact="wang", acceptance=n) for n in (3, 4)),
        backers=(Backer(key="b", owner="c", rival="kerui", contact="chen"),),
        visits=(Visit(key="v", owner="c", objective="试点"),),
        concessions=(
            Concession(key="o", owner="c", visit="v", item="单价", step=Step.OPEN, offer="98 万", unit="工位"),
            Concession(key="f", owner="c", visit="v", item="单价", step=Step.FLOOR, offer="92 万", unit="工位"),
        ),
        goals=(Goal(key="g", owner="c", text="看作解决者"),),
    )


def lines(audience: Audience) -> list[tuple[str, tuple[str, ...], int, str]]:
    found = left_out(a_client(), WORKSPACE_, audience)
    return [(it.label.tell(ENGLISH), it.names, it.count, it.where.tell(ENGLISH)) for it in found]


def test_our_own_edition_leaves_out_floors_and_notes_nobody_ticked():
    assert lines(Audience.INTERNAL) == [
        ("Floor", ("92 万 工位",), 1, "only on the visit sheet"),
        ("Personal note", ("陈启明",), 1, "only where it is ticked for the card"),
        ("Concessions", ("单价",), 2, "only on the visit sheet"),
    ]


def test_a_brief_leaves_out_what_is_secret():
    assert lines(Audience.BRIEF) == [
        ("Floor", ("92 万 工位",), 1, "only on the visit sheet"),
        ("Attitude", ("王璐", "陈启明"), 2, "only in the internal edition"),
        ("Personal note", ("陈启明",), 1, "only where it is ticked for the card"),
        ("Who supports rivals", ("陈启明",), 1, "only in the internal edition"),
        ("Concessions", ("单价",), 2, "only on the visit sheet"),
    ]


def test_a_clients_copy_leaves_out_the_rest_section_by_section():
    assert lines(Audience.CLIENT)[5:] == [
        ("Company", ("华星",), 1, "only in our own editions"),
        ("People", ("王璐", "陈启明"), 2, "only in our own editions"),
        ("Weigh-ins", ("王璐",), 2, "only in our own editions"),
        ("Visits", ("试点",), 1, "only in our own editions"),
        ("Goals", ("看作解决者",), 1, "not ticked for the plan with the client"),
        ("Rivals", ("科瑞",), 1, "only in our own editions"),
    ]


def test_what_stays_without_some_of_its_fields_names_them():
    (company,) = [it for it in left_out(a_client(), WORKSPACE_, Audience.CLIENT) if it.section == "company"]
    assert [field.name for field in company.fields] == ["goal"]


@pytest.mark.parametrize("audience", list(Audience))
def test_every_section_that_loses_anything_is_in_the_list(audience: Audience):
    client, workspace = marked_roots()
    told = told_to(client, workspace, audience)
    left = {(type(record), record.key): record for root in told for record in root.records}
    lost = {
        part.name
        for root in (client, workspace)
        for part in sections().values()
        for record in root.records
        if type(record) is part.record and left.get((part.record, record.key)) != record
    }
    assert {item.section for item in left_out(client, workspace, audience)} == lost - SETTINGS


@pytest.mark.parametrize("audience", list(Audience))
def test_no_line_is_empty_and_no_name_is_told_twice_in_one(audience: Audience):
    for item in left_out(*marked_roots(), audience):
        assert item.count > 0
        assert item.names
        assert len(set(item.names)) == len(item.names)
        assert all(item.names)
        assert set(item.fields) <= set(fields_of(sections()[item.section].record))


def test_nothing_is_left_out_of_a_client_that_holds_nothing_hidden():
    assert left_out(Client(company=Company(key="c", name="华星")), workspace_of(0), Audience.CLIENT) == ()

"""An edit is a pair of values; removing takes along what can not stand alone."""

from __future__ import annotations

import pytest

from kamdesk.client.client import Client
from kamdesk.client.company import Company
from kamdesk.client.edit import Edit, add, change, removal, removal_of_all
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action
from kamdesk.client.visit_records import Attendee, TalkPoint, Visit
from kamdesk.client.weigh_records import Evidence, WeighIn


def a_client() -> Client:
    company = Company(key="c", owner="c", name="华星")
    person = Contact(key="p", owner="c", name="王璐")
    visit = Visit(key="v", owner="c", objective="试点")
    return Client.of(
        [
            company,
            person,
            WeighIn(key="w", owner="c", contact="p"),
            Evidence(key="e", owner="c", contact="p", text="当面说"),
            visit,
            Attendee(key="at", owner="c", visit="v", contact="p"),
            TalkPoint(key="t", owner="c", visit="v", ask="p", text="谁签批?"),
            Action(key="a", owner="c", contact="p", visit="v", text="报告"),
        ]
    )


def test_an_edit_may_not_move_a_record_to_another_client():
    with pytest.raises(ValueError, match="owner"):
        Edit(Contact(key="k", owner="a"), Contact(key="k", owner="b"))


def test_an_edit_swapped_twice_is_the_same_edit():
    edit = change(Contact(name="王璐"), name="王露")
    assert edit.swapped.swapped == edit
    assert edit.swapped.after.name == "王璐"


def test_removing_a_person_takes_the_weighins_along_and_lets_go_of_actions():
    client = a_client()
    edits = removal(client, client.contacts[0])
    gone = {edit.before.key for edit in edits if edit.after is None}
    kept = {edit.after.key: edit.after for edit in edits if edit.after is not None}
    assert gone == {"w", "e", "p"}
    assert kept["a"].contact is None
    assert kept["at"].contact is None
    assert kept["t"].ask is None
    assert edits[-1].before.key == "p", "the record itself goes last, so that no link points to nothing"


def test_removing_a_client_removes_every_record_and_the_company_last():
    client = a_client()
    edits = removal_of_all(client)
    assert len(edits) == len(list(client.records))
    assert edits[-1].before == client.company


def test_a_root_put_together_from_its_records_is_the_same_root():
    client = a_client()
    assert Client.of(client.records) == client
    assert client.get("v") == client.visits[0]
    assert client.get("none") is None


def test_adding_has_nothing_before():
    assert add(Contact(name="x")).before is None

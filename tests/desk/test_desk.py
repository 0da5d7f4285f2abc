"""Whatever is done at the desk can be taken back, done again and found again after a restart."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kamdesk.client.company import Company
from kamdesk.client.edit import add, change, removal
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action
from kamdesk.desk.desk import Desk
from kamdesk.store.store import Store
from kamdesk.words import said, words_for


def company(key: str = "c1", name: str = "华星精密") -> Company:
    return Company(key=key, owner=key, name=name)


@pytest.fixture
def desk(tmp_path):
    store = Store.open(tmp_path)
    yield Desk(store)
    store.close()


def test_a_step_is_told_to_who_listens_after_it_is_stored(desk):
    heard = []
    desk.listen(lambda change: heard.append((change, desk.client("c1").company.name)))
    desk.do(said("New client {name}", name="华星精密"), add(company()))
    change_told, name = heard[0]
    assert name == "华星精密"
    assert change_told.owners == {"c1"}
    assert change_told.sections == {"company"}


def test_a_step_that_changes_nothing_is_no_step(desk):
    desk.do(said("New client {name}", name="华星"), add(company()))
    before = desk.undo_said
    desk.do(said("Edit client"), change(company()))
    assert desk.undo_said == before


def test_undo_and_redo_bring_back_the_very_same_values(desk):
    person = Contact(owner="c1", name="王璐", influence=5)
    desk.do(said("New client {name}", name="华星"), add(company()))
    desk.do(said("Add {name}", name="王璐"), add(person), add(Action(owner="c1", contact=person.key, text="报告")))
    whole = desk.client("c1")
    desk.do(said("Remove {name}", name="王璐"), *removal(whole, person))
    assert not desk.client("c1").contacts
    desk.undo()
    assert desk.client("c1") == whole
    desk.redo()
    assert not desk.client("c1").contacts
    desk.undo()
    assert desk.client("c1") == whole


def test_a_removed_record_comes_back_where_it_stood(desk):
    people = [Contact(owner="c1", name=name) for name in ("甲", "乙", "丙")]
    desk.do(said("New"), add(company()), *(add(person) for person in people))
    desk.do(said("Remove"), *removal(desk.client("c1"), people[1]))
    desk.undo()
    assert [person.name for person in desk.client("c1").contacts] == ["甲", "乙", "丙"]


def test_the_undo_list_outlives_a_restart(tmp_path):
    store = Store.open(tmp_path)
    desk = Desk(store)
    desk.do(said("New client {name}", name="华星"), add(company()))
    desk.do(said("Edit client {name}", name="华星"), change(company(), short="华星"))
    desk.undo()
    store.close()

    store = Store.open(tmp_path)
    again = Desk(store)
    assert again.undo_said.tell(words_for("en")) == "New client 华星"
    assert again.redo_said.tell(words_for("en")) == "Edit client 华星"
    again.redo()
    assert again.client("c1").company.short == "华星"
    assert again.redo_said is None
    store.close()


def test_doing_something_new_forgets_what_could_be_done_again(desk):
    desk.do(said("New"), add(company()))
    desk.do(said("Edit"), change(company(), short="a"))
    desk.undo()
    desk.do(said("Edit"), change(company(), short="b"))
    assert desk.redo() is None
    assert desk.client("c1").company.short == "b"


def test_with_nothing_done_there_is_nothing_to_take_back(desk):
    assert desk.undo() is None
    assert desk.redo() is None
    assert desk.undo_said is None


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["add", "edit", "remove", "undo", "redo"]), max_size=14))
def test_taking_everything_back_leads_to_the_beginning(tmp_path_factory, acts):
    store = Store.open(tmp_path_factory.mktemp("desk"))
    desk = Desk(store)
    desk.do(said("New"), add(company()))
    start = desk.client("c1")
    for act in acts:
        client = desk.client("c1")
        if act == "add":
            desk.do(said("Add"), add(Contact(owner="c1", name=f"人{len(client.contacts)}")))
        elif act == "edit" and client.contacts:
            desk.do(said("Edit"), change(client.contacts[0], department=client.contacts[0].department + "部"))
        elif act == "remove" and client.contacts:
            desk.do(said("Remove"), *removal(client, client.contacts[-1]))
        elif act == "undo" and desk.undo_said != said("New"):
            desk.undo()
        elif act == "redo":
            desk.redo()
    while desk.undo_said != said("New"):
        desk.undo()
    assert desk.client("c1") == start
    store.close()

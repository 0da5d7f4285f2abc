"""Checklists: versions, copies, the way back."""

from __future__ import annotations

import pytest

from kamdesk.client.choosing import current, version_of
from kamdesk.client.client import WORKSPACE
from kamdesk.client.company import Company
from kamdesk.client.edit import add
from kamdesk.client.library import Template, TemplateItem
from kamdesk.client.visit_records import Visit
from kamdesk.desk import templates as steps
from kamdesk.desk.desk import Desk
from kamdesk.store.store import Store
from kamdesk.words import said, words_for

EN = words_for("en")
LIST = Template(key="t", owner=WORKSPACE, name="Routine", version=1)


@pytest.fixture
def held(tmp_path):
    store = Store.open(tmp_path / "data")
    desk = Desk(store)
    lines = [
        TemplateItem(key=f"l{n}", owner=WORKSPACE, template="t", group="Purpose", text=f"Line {n}", rank=n * 10)
        for n in range(1, 4)
    ]
    client, visit = Company(key="hx", owner="hx", name="华星"), Visit(key="v", owner="hx", template="t")
    desk.do(said("Begin"), add(LIST), *map(add, lines), add(client), add(visit))
    yield desk
    store.close()


def do(desk, step):
    desk.do(step.said, *step.edits)


def template(desk, key="t"):
    return next(item for item in desk.workspace().templates if item.key == key)


def texts(desk, key="t"):
    return [item.text for item in steps.lines_of(desk.workspace(), key)]


def test_a_change_keeps_the_version_that_was_used(held):
    workspace = held.workspace()
    assert steps.used(template(held), held.store.all(Visit))
    _, step = steps.add_line(workspace, template(held), True, "★ New one")
    do(held, step)
    assert texts(held) == ["Line 1", "Line 2", "Line 3", "New one"]
    assert version_of(template(held)) == 2
    (older,) = steps.versions_of(held.workspace(), template(held))
    assert (version_of(older), texts(held, older.key)) == (1, ["Line 1", "Line 2", "Line 3"])
    assert [item.key for item in current(held.workspace().templates)] == ["t"]
    assert not steps.used(template(held), held.store.all(Visit))
    held.undo()
    assert held.workspace() == workspace


def test_a_change_of_what_nobody_used_is_only_a_change(held):
    line = steps.lines_of(held.workspace(), "t")[0]
    do(held, steps.change_line(held.workspace(), template(held), False, line, text="Other"))
    assert (texts(held)[0], version_of(template(held)), len(held.workspace().templates)) == ("Other", 1, 1)


def test_lines_move_and_go_under_a_new_version(held):
    line = steps.lines_of(held.workspace(), "t")[0]
    do(held, steps.move_line(held.workspace(), template(held), True, line, 1))
    assert (texts(held), version_of(template(held))) == (["Line 2", "Line 1", "Line 3"], 2)
    do(held, steps.remove_line(held.workspace(), template(held), False, steps.lines_of(held.workspace(), "t")[1]))
    assert texts(held) == ["Line 2", "Line 3"]
    last = steps.lines_of(held.workspace(), "t")[-1]
    assert steps.move_line(held.workspace(), template(held), True, last, 1).edits == ()


def test_its_name_changes_under_a_new_version(held):
    do(held, steps.change_template(held.workspace(), template(held), True, name="Every month"))
    assert (template(held).name, version_of(template(held))) == ("Every month", 2)
    assert steps.versions_of(held.workspace(), template(held))[0].name == "Routine"


def test_an_older_version_can_be_taken_back(held):
    line = steps.lines_of(held.workspace(), "t")[0]
    do(held, steps.remove_line(held.workspace(), template(held), True, line))
    (older,) = steps.versions_of(held.workspace(), template(held))
    do(held, steps.take_back(held.workspace(), template(held), older))
    assert (texts(held), version_of(template(held))) == (["Line 1", "Line 2", "Line 3"], 3)
    assert [version_of(item) for item in steps.versions_of(held.workspace(), template(held))] == [2, 1]


def test_a_copy_is_a_checklist_of_its_own(held):
    made, step = steps.copy_template(held.workspace(), template(held), EN)
    do(held, step)
    _, second = steps.copy_template(held.workspace(), template(held), EN)
    do(held, second)
    assert (made.name, texts(held, made.key)) == ("Copy of Routine", ["Line 1", "Line 2", "Line 3"])
    assert {item.name for item in held.workspace().templates} == {"Routine", "Copy of Routine", "Copy of Routine 2"}


def test_removed_it_takes_its_versions_along_and_leaves_the_visits(held):
    do(held, steps.add_line(held.workspace(), template(held), True, "New one")[1])
    do(held, steps.remove_template(held.workspace(), template(held), held.store.all(Visit)))
    assert held.workspace().templates == ()
    assert held.workspace().template_items == ()
    assert held.store.all(Visit)[0].template is None
    held.undo()
    assert len(held.workspace().templates) == 2
    assert held.store.all(Visit)[0].template == "t"

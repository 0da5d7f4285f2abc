"""The people of a client and the panel beside them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from kamdesk.client.people import Role
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.people.place import PeoplePage
from tests.ui.held import Held
from tests.ui.pages.conftest import Hold


@pytest.fixture
def held(hold: Hold) -> Held:
    made = hold(PeoplePage)
    made.page.show_face("list")
    made.page.tester = QAbstractItemModelTester(made.page.faces.listed.rows)
    return made


def names(held: Held) -> list[str]:
    return [person.contact.name for person in held.page.faces.listed.rows.rows]


def test_the_most_influential_come_first(held: Held) -> None:
    assert names(held) == ["何建国", "王璐", "李蔚"]


def test_a_person_is_added_by_name_and_chosen(held: Held) -> None:
    held.page.open_item("", "new")
    held.type_text("刘海涛")
    held.press(Qt.Key.Key_Return)
    assert "刘海涛" in names(held)
    assert held.page.panel.record().name == "刘海涛"
    held.type_text("孙倩")
    held.press(Qt.Key.Key_Return)
    assert len(names(held)) == 5


def test_all_fields_are_edited_in_the_panel(held: Held, qtbot) -> None:
    held.page.open_item("wang", "")
    form = held.page.panel.form
    held.press(Qt.Key.Key_Return)
    held.press("a", held=Qt.KeyboardModifier.ControlModifier)
    held.type_text("王璐璐")
    held.press(Qt.Key.Key_Return)
    qtbot.mouseClick(form.editors["roles"].chips[Role.COACH], Qt.MouseButton.LeftButton)
    form.editors["influence"].steps.setFocus()
    held.press("3")
    wang = held.client.get("wang")
    assert (wang.name, wang.roles, wang.influence) == ("王璐璐", (Role.DECIDER, Role.COACH), 3)
    assert names(held) == ["何建国", "王璐璐", "李蔚"]


def test_w_goes_to_the_weigh_in_but_not_while_a_field_has_the_keyboard(held: Held) -> None:
    held.page.open_item("wang", "")
    held.press("w")
    assert held.went == [Goto("weighin", held.key, "wang", "weigh")]
    held.page.panel.start("name")
    held.press("w")
    assert len(held.went) == 1
    held.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert held.focus is held.page.faces.listed.table


def test_an_action_for_a_person_is_written_in_the_panel_and_ticked_there(held: Held) -> None:
    held.page.open_item("wang", "")
    held.press("a")
    held.type_text("请看样件 @林嘉 12-04")
    held.press(Qt.Key.Key_Return)
    made = next(action for action in held.client.actions if action.text == "请看样件")
    assert (made.contact, made.person) == ("wang", "林嘉")
    held.page.panel.glance.todo.choose("a1")
    held.page.panel.glance.todo.setFocus()
    held.press(Qt.Key.Key_Space)
    assert held.client.get("a1").done == held.clock.today()


def test_who_has_a_history_has_left_and_is_shown_behind_a_toggle(held: Held) -> None:
    before = held.client
    held.page.open_item("wang", "")
    held.press(Qt.Key.Key_Delete)
    assert held.client.get("wang").left == held.clock.today()
    assert names(held) == ["何建国", "李蔚"]
    assert held.done == ["王璐 has left"]
    held.page.faces.listed.toggle.click()
    assert names(held) == ["何建国", "李蔚", "王璐"]
    gone = held.page.faces.listed.rows.rows[2]
    assert held.page.faces.listed.rows.words(gone, 2) == "left 23 Nov"
    held.desk.undo()
    assert held.client == before


def test_who_has_no_history_is_removed_in_one_step(held: Held) -> None:
    before = held.client
    held.page.open_item("li", "")
    held.press(Qt.Key.Key_Delete)
    assert held.client.get("li") is None
    held.desk.undo()
    assert held.client == before


def test_a_fact_is_jotted_down_with_l(held: Held) -> None:
    held.page.open_item("li", "")
    held.press("l")
    held.type_text("主动来电")
    held.press(Qt.Key.Key_Return)
    fact = held.client.evidence[-1]
    assert (fact.contact, fact.text, fact.day) == ("li", "主动来电", held.clock.today())


def test_the_form_refuses_a_ring_and_keeps_what_was_typed(held: Held) -> None:
    held.page.open_item("li", "edit")
    form = held.page.panel.form
    form.start("reports_to")
    held.type_text("王璐")
    held.press(Qt.Key.Key_Return)
    assert held.client.get("li").reports_to == "wang"
    held.page.open_item("wang", "edit")
    form.start("reports_to")
    held.type_text("李蔚")
    held.press(Qt.Key.Key_Return)
    editor = form.editors["reports_to"]
    assert held.client.get("wang").reports_to is None
    assert editor.problem() == "王璐 reports to 李蔚, who reports to 王璐. Nothing was changed."
    assert editor.line.text() == "李蔚"


def test_the_panel_shows_how_somebody_stands(held: Held) -> None:
    held.page.open_item("wang", "")
    panel = held.page.panel
    assert panel.glance.bars.isVisible()
    assert "3" in panel.glance.bars.accessibleName()
    assert panel.glance.facts.model_of_rows.rowCount() == 1
    held.page.open_item("li", "")
    assert not panel.glance.bars.isVisible()


def test_without_people_the_page_says_where_to_begin_and_the_map_grows_from_the_first_name(hold: Hold) -> None:
    from kamdesk.client.company import Company

    held = hold(PeoplePage, [Company(key="n", owner="n", name="New")])
    assert held.page.body.empty.isVisible()
    assert not held.page.panel_width
    held.page.body.empty.buttons["new"].click()
    held.type_text("Anna")
    held.press(Qt.Key.Key_Return)
    assert [item.node.name for item in held.page.map.scene.nodes.values()] == ["Anna"]
    assert held.page.map.view.isVisible()

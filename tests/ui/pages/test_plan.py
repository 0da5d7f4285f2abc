"""What is to be done, by us and by them."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kamdesk.client.plan_records import Action, Side
from kamdesk.ui.pages.plan.place import PlanPage
from kamdesk.ui.pages.plan.rows import in_order, is_late
from tests.ui.held import TODAY, Held
from tests.ui.pages.conftest import Hold


@pytest.fixture
def held(hold: Hold) -> Held:
    return hold(PlanPage)


def texts(held: Held) -> list[str]:
    return [action.text for action in held.page.list.model_of_rows.rows]


def test_open_actions_come_by_their_day_and_done_ones_are_put_away(held: Held) -> None:
    assert texts(held) == ["补报方案", "Samples"]
    held.page.views.choose("done")
    held.page._narrow()
    assert texts(held) == ["Old"]


def test_in_order_puts_what_has_no_day_after_what_has_one() -> None:
    actions = [Action(key="1"), Action(key="2", due=date(2026, 1, 2)), Action(key="3", done=TODAY)]
    assert [action.key for action in in_order(actions)] == ["2", "1", "3"]
    assert is_late(actions[1], TODAY)


def test_space_ticks_and_ticks_off_again_and_the_row_stays_in_sight(held: Held) -> None:
    held.page.open_item("a1", "")
    held.press(Qt.Key.Key_Space)
    assert held.client.get("a1").done == TODAY
    assert "补报方案" in texts(held)
    held.press(Qt.Key.Key_Space)
    assert held.client.get("a1").done is None
    assert held.done == ["Done: 补报方案", "Open again: 补报方案"]


def test_a_click_on_the_box_ticks(held: Held) -> None:
    view = held.page.list
    view.choose("a1")
    box = view.visualRect(view.currentIndex())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.topLeft() + QPoint(16, box.height() // 2))
    assert held.client.get("a1").done == TODAY


def test_an_action_is_written_as_one_would_say_it(held: Held) -> None:
    held.page.open_item("", "new")
    held.type_text("send the ISO report @Lin 12-04")
    held.press(Qt.Key.Key_Return)
    made = next(action for action in held.client.actions if action.text == "send the ISO report")
    assert (made.person, made.due, made.side) == ("Lin", date(2026, 12, 4), Side.OURS)
    assert held.page.panel.record() == made


def test_what_is_written_among_their_promises_is_owed_by_them(held: Held) -> None:
    held.page.views.choose("theirs")
    held.page._narrow()
    held.page.add("drawings")
    assert next(action for action in held.client.actions if action.text == "drawings").side is Side.THEIRS


def test_the_form_changes_the_list_and_delete_removes_with_undo(held: Held) -> None:
    held.page.open_item("a1", "")
    held.press(Qt.Key.Key_F2)
    held.press("a", held=Qt.KeyboardModifier.ControlModifier)
    held.type_text("补报三周方案")
    held.press(Qt.Key.Key_Return)
    assert "补报三周方案" in texts(held)
    held.page.list.setFocus()
    held.press(Qt.Key.Key_Delete)
    assert held.client.get("a1") is None
    held.desk.undo()
    assert held.client.get("a1") is not None


def test_a_wrong_day_is_said_and_not_stored(held: Held) -> None:
    held.page.open_item("a1", "")
    held.page.panel.start("due")
    held.type_text("someday")
    held.press(Qt.Key.Key_Return)
    assert held.page.panel.form.editors["due"].problem()
    assert held.client.get("a1").due == date(2026, 11, 21)

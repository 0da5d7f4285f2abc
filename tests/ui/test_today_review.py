"""The weekly review: cards in due order, three keys, one step each, all by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kamdesk.client.plan_records import Action
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.today.place import TodayPage
from kamdesk.ui.pages.today.review import ReviewFace
from tests.ui.held import TODAY, Held
from tests.ui.today_story import HeldRail, story


@pytest.fixture
def held(tmp_path: Path, qtbot: QtBot) -> Iterator[HeldRail]:
    """The review of the story's clients, begun."""
    held = HeldRail(tmp_path / "data", story(), TodayPage)
    QTest.qWaitForWindowActive(held.page)
    held.page.setFocus()
    QTest.keyClick(held.page, Qt.Key.Key_R)
    yield held
    held.close()


def face(held: Held) -> ReviewFace:
    """The review."""
    assert isinstance(held.page, TodayPage)
    return held.page.review


def keys(held: Held, *pressed: Qt.Key) -> None:
    """Press keys where the keyboard is: nothing else is touched in a review."""
    for key in pressed:
        held.press(key)


def test_clients_come_in_due_order_and_the_best_grade_first(held: HeldRail) -> None:
    assert [due.glance.key for due in face(held)._dealt] == ["hx", "bc", "lo"]
    assert face(held).key == "hx"
    assert face(held).told.text() == "3 clients to go"


def test_three_keys_and_enter_write_a_look_with_what_was_kept_and_what_comes_next(held: HeldRail) -> None:
    keys(held, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)
    held.type_text("发样件 @王璐 12-04")
    keys(held, Qt.Key.Key_Return)
    client = held.desk.client("hx")
    (look,) = client.reviews
    assert (look.day, look.holds, look.kept) == (TODAY, True, True)
    assert look.next_step.startswith("发样件")
    made = next(item for item in client.actions if item.text == "发样件")
    assert made.due == date(2026, 12, 4)
    done = [item.key for item in client.actions if item.done == TODAY]
    assert sorted(done) == ["late", "theirs"]
    assert held.done == ["Reviewed 华星精密"]
    assert face(held).key == "bc"


def test_one_undo_takes_a_whole_look_back_and_deals_the_client_again(held: HeldRail) -> None:
    keys(held, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Return)
    assert face(held).key == "bc"
    held.desk.undo()
    client = held.desk.client("hx")
    assert client.reviews == ()
    assert [item for item in client.actions if item.done] == []
    assert face(held).key == "hx"


def test_enter_without_an_answer_says_still_true_first(held: HeldRail) -> None:
    keys(held, Qt.Key.Key_Return)
    assert held.done == []
    assert face(held).card.holds.answer == "Still true"
    keys(held, Qt.Key.Key_Return)
    (look,) = held.desk.client("hx").reviews
    assert look.holds
    assert not look.kept  # two promises were due and nobody ticked them


def test_a_promise_can_be_ticked_by_itself(held: HeldRail) -> None:
    face(held).card._promises[0].setFocus()
    keys(held, Qt.Key.Key_Space, Qt.Key.Key_1, Qt.Key.Key_Return)
    late = held.desk.client("hx").get("late")
    assert isinstance(late, Action)
    assert late.done == TODAY
    assert not held.desk.client("hx").reviews[0].kept


def test_s_leaves_a_client_for_later_and_o_opens_it(held: HeldRail) -> None:
    keys(held, Qt.Key.Key_O)
    assert held.went == [Goto("overview", "hx")]
    keys(held, Qt.Key.Key_S)
    assert face(held).key == "bc"
    assert held.done == []


def test_the_whole_week_goes_by_keyboard_and_tells_what_is_no_longer_true(held: HeldRail) -> None:
    keys(held, Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_Return)  # not any more
    for _ in range(2):
        keys(held, Qt.Key.Key_1, Qt.Key.Key_Return)
    assert face(held).over.isVisible()
    assert face(held).over._title.text() == "The week is reviewed"
    assert "华星精密" in face(held).over._sentence.text()
    assert face(held).ring.accessibleName() == "3 of 3 prepared" or face(held).ring.isVisible()
    keys(held, Qt.Key.Key_O)
    assert held.went == [Goto("overview", "hx")]
    keys(held, Qt.Key.Key_Return)
    assert isinstance(held.page, TodayPage)
    assert not held.page.reviewing


def test_digits_in_the_field_stay_in_the_field(held: HeldRail) -> None:
    keys(held, Qt.Key.Key_3)
    QTest.keyClicks(held.focus, "1232")
    assert face(held).card.line.text() == "1232"
    keys(held, Qt.Key.Key_Escape)
    assert face(held).card.hasFocus()
    assert face(held).isVisible()


def test_a_second_review_on_the_same_day_has_nothing_to_deal(held: HeldRail) -> None:
    for _ in range(3):
        keys(held, Qt.Key.Key_1, Qt.Key.Key_Return)
    keys(held, Qt.Key.Key_Return)
    QTest.keyClick(held.page, Qt.Key.Key_R)
    assert face(held).over._title.text() == "No client is due for a review"


def test_the_line_of_the_next_step_comes_into_view_in_a_low_window(held: HeldRail) -> None:
    held.page.resize(930, 420)
    QTest.qWait(20)
    line = face(held).card.line
    assert line.visibleRegion().isEmpty()
    keys(held, Qt.Key.Key_3)
    assert line.visibleRegion().boundingRect() == line.rect()

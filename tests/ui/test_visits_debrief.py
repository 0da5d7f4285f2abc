"""Closing a visit: promises that become actions in one step, results that must hold, the strip at the foot."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kamdesk.client.edit import change
from kamdesk.client.plan_records import Side
from kamdesk.client.visit_records import (
    Presence,
    Result,
)
from kamdesk.ui.pages.visit.place import VisitsPage
from kamdesk.words import said
from tests.ui.held import TODAY, Held
from tests.ui.visit_story import page, press, story, visit


@pytest.fixture
def held(tmp_path: Path, qtbot: QtBot) -> Iterator[Held]:
    """The visits place of the story."""
    held = Held(tmp_path / "data", story(), VisitsPage)
    yield held
    held.close()


def debrief(held: Held) -> QWidget:
    """Open the debrief by its key."""
    press(held, Qt.Key.Key_D)
    return page(held).view.body.debrief


def test_promises_are_kept_as_they_are_written_and_the_debrief_is_closed_with_them(held: Held) -> None:
    debrief(held)
    form = page(held).view.body.debrief
    before = len(held.client.actions)
    form.theirs.take_keyboard()
    held.type_text("提供样件 @陈启明 12-04")
    held.press(Qt.Key.Key_Return)
    assert form.theirs.drafts() == []
    assert held.focus is form.theirs.rows[-1].what
    form.ours.take_keyboard()
    held.type_text("发测算表")
    held.press(Qt.Key.Key_Return)
    held.type_text("郑宁")
    held.press(Qt.Key.Key_Return)
    held.type_text("+3")
    held.press(Qt.Key.Key_Tab)
    held.type_text("王璐在场")
    held.press(Qt.Key.Key_Return)
    made = held.client.actions[before:]
    assert [(item.text, item.side, item.said_by, item.proof) for item in made] == [
        ("提供样件", Side.THEIRS, "陈启明", ""),
        ("发测算表", Side.OURS, "郑宁", "王璐在场"),
    ]
    assert [item.due for item in made] == [TODAY + timedelta(11), TODAY + timedelta(3)]
    assert [item.said_on for item in made] == [TODAY, TODAY]
    assert made[0].contact == "chen"
    form.finish.click()
    assert visit(held).result is Result.ADVANCE
    assert visit(held).debriefed == TODAY
    held.desk.undo()
    assert visit(held).result is None
    held.desk.undo()
    held.desk.undo()
    assert len(held.client.actions) == before


def test_an_advance_needs_a_dated_act_of_theirs(held: Held) -> None:
    debrief(held)
    form = page(held).view.body.debrief
    form.outcome.choose_result(Result.ADVANCE)
    form.finish.click()
    assert visit(held).result is None
    assert "needs a dated act" in form.outcome.notice._words.text()
    form.theirs.rows[0].what.setText("签协议")
    form.finish.click()
    assert visit(held).result is None
    assert visit(held).debriefed is None
    form.theirs.rows[0].what.setText("回签")
    form.theirs.rows[0].when.setText("2026-12-04")
    form.finish.click()
    assert visit(held).result is Result.ADVANCE
    assert visit(held).debriefed == TODAY


def test_a_result_that_did_not_hold_is_kept_as_soon_as_it_does(held: Held) -> None:
    debrief(held)
    form = page(held).view.body.debrief
    form.outcome.choose_result(Result.ADVANCE)
    form.theirs.take_keyboard()
    held.type_text("回签协议 @王璐 12-04")
    held.press(Qt.Key.Key_Return)
    assert visit(held).result is Result.ADVANCE
    assert form.outcome.notice.isHidden()


def test_a_promise_with_a_wrong_day_is_kept_and_nothing_is_stored(held: Held) -> None:
    debrief(held)
    form = page(held).view.body.debrief
    form.theirs.rows[0].what.setText("签协议")
    form.theirs.rows[0].when.setText("someday")
    form.finish.click()
    assert held.done == []
    assert form.theirs.rows[0].when.text() == "someday"
    assert "is no day" in form.theirs.rows[0]._notice._words.text()


def test_a_half_typed_promise_is_kept_when_the_keyboard_leaves_as_when_the_window_closes(held: Held) -> None:
    debrief(held)
    form = page(held).view.body.debrief
    form.theirs.take_keyboard()
    held.type_text("回签协议")
    held.press(Qt.Key.Key_Tab)
    assert form.theirs.drafts() == [("回签协议", "", "", "")]
    held.focus.clearFocus()
    assert held.client.actions[-1].text == "回签协议"
    assert form.theirs.drafts() == []


def test_what_is_typed_and_not_finished_stays_with_its_visit(held: Held) -> None:
    debrief(held)
    page(held).view.body.debrief.ours.rows[0].what.setText("发纪要")
    page(held).show_visit("past")
    assert page(held).view.body.debrief.ours.drafts() == []
    page(held).show_visit("next")
    assert page(held).view.body.debrief.ours.drafts() == [("发纪要", "", "", "")]


def test_a_past_visit_opens_with_its_debrief(held: Held) -> None:
    press(held, Qt.Key.Key_BracketRight)
    assert visit(held).key == "past"
    assert page(held).view.debriefing
    assert [line.text() for line in page(held).view.body.debrief.made._lines] == ["发报告"]


def test_presence_and_a_corrected_result_are_kept_at_once(held: Held) -> None:
    page(held).show_visit("past")
    row = page(held).view.body.debrief.presence.rows[0]
    row.presence.chosen.emit(Presence.LATE)
    assert next(item for item in held.client.attendees if item.key == "pa").presence is Presence.LATE
    held.desk.do(said("Debriefed"), change(visit(held), debriefed=TODAY))
    page(held).view.body.debrief.outcome.result.chosen.emit(Result.ORDER)
    assert visit(held).result is Result.ORDER
    assert held.done[-1] == "Result: Order"


def test_the_strip_keeps_its_lines_and_makes_the_next_step(held: Held) -> None:
    strip = page(held).view.after
    strip.agreed.setFocus()
    held.type_text("同意看样件")
    held.press(Qt.Key.Key_Return)
    strip.next.setFocus()
    held.type_text("回签保密协议 @王璐 12-01")
    held.press(Qt.Key.Key_Return)
    assert visit(held).agreed == "同意看样件"
    made = held.client.actions[-1]
    assert (made.text, made.side, made.person) == ("回签保密协议", Side.THEIRS, "王璐")
    assert strip.next.text() == ""


def test_the_strip_hands_a_result_that_does_not_hold_to_the_whole_form(held: Held) -> None:
    strip = page(held).view.after
    strip.result.activated.emit(2)
    assert page(held).view.debriefing
    assert page(held).view.body.debrief.outcome.result.value() is Result.ADVANCE
    assert visit(held).result is None

"""The promise ledger in the Plan place, by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kamdesk.client.edit import add
from kamdesk.client.plan_records import Action, Side
from kamdesk.ui.pages.plan.ledger import PromiseLedger
from kamdesk.ui.pages.plan.place import PlanPage
from kamdesk.words import said
from tests.ui.held import TODAY, Held
from tests.ui.promise_story import promises
from tests.ui.visit_story import story


@pytest.fixture
def held(tmp_path: Path, qtbot: QtBot) -> Iterator[Held]:
    """The Plan place with the ledger open."""
    plain = Action(key="plain", owner="hx", text="内部评审", side=Side.OURS, due=TODAY)
    held = Held(tmp_path / "data", [*story(), *promises(), plain], PlanPage)
    plan(held).open_item("", "promises")
    yield held
    held.close()


def plan(held: Held) -> PlanPage:
    """The page under test."""
    assert isinstance(held.page, PlanPage)
    return held.page


def action(held: Held, key: str) -> Action:
    """An action as it is stored."""
    found = held.client.get(key)
    assert isinstance(found, Action)
    return found


def test_both_sides_stand_beside_each_other_with_age_proof_and_share_kept(held: Held) -> None:
    ledger = plan(held).ledger
    assert [entry.action.key for entry in ledger.ours.model_of_rows.rows] == ["a1", "o1", "o2"]
    theirs = ledger.theirs.model_of_rows.rows
    assert [entry.action.key for entry in theirs] == ["t1", "k1", "k2", "k3"]
    assert ledger._delegates[1].told(theirs[0]) == "陈启明 · said 18 Nov · 5 days old · 李敏在场"
    assert ledger.heads[1]._note.text() == "kept 2 of 3 · 67%"
    assert ledger.heads[0]._note.text() == "kept 0 of 1"
    assert plan(held).list.isHidden()


def test_space_says_it_is_done_and_s_puts_it_off_for_a_week_and_wakes_it(held: Held) -> None:
    assert held.focus is plan(held).ledger.ours
    held.press(Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert action(held, "o1").done == TODAY
    held.press(Qt.Key.Key_Right)
    assert held.focus is plan(held).ledger.theirs
    held.press(Qt.Key.Key_S)
    assert action(held, "t1").snoozed == TODAY + timedelta(7)
    held.press(Qt.Key.Key_S)
    assert action(held, "t1").snoozed is None
    assert plan(held).item() == "t1"


def test_e_writes_down_what_a_persons_kept_promises_prove(held: Held) -> None:
    held.press(Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert plan(held).item() == "k1"
    held.press(Qt.Key.Key_E)
    fact = held.client.evidence[-1]
    assert (fact.contact, fact.text) == ("wang", "王璐 kept 2 of 3 promises")


def test_a_promise_is_written_as_one_would_say_it(held: Held) -> None:
    plan(held).open_item("", "new")
    held.type_text("确认技术协议 @陈启明 12-04")
    held.press(Qt.Key.Key_Return)
    made = held.client.actions[-1]
    assert (made.text, made.side, made.said_by, made.said_on) == ("确认技术协议", Side.THEIRS, "陈启明", TODAY)
    assert plan(held).ledger.theirs.model_of_rows.index_of(made.key).isValid()


def test_p_turns_to_the_list_and_back_and_the_choice_stays(held: Held) -> None:
    held.press(Qt.Key.Key_Down)
    held.press(Qt.Key.Key_P)
    assert held.focus is plan(held).list
    assert plan(held).list.current_key() == "o1"
    held.press(Qt.Key.Key_P)
    assert held.focus is ledger_of(held).ours
    assert plan(held).item() == "o1"


def test_both_sides_keep_their_room_in_a_narrow_window_until_the_form_is_asked_for(held: Held) -> None:
    plan(held).resize(930, 600)
    assert not plan(held).panel.isVisible()
    held.press(Qt.Key.Key_Return)
    assert plan(held).panel.isVisible()


def test_what_is_no_promise_opens_in_the_list(held: Held) -> None:
    plan(held).open_item("plain", "")
    assert not plan(held).list.isHidden()
    assert plan(held).list.current_key() == "plain"


def test_what_an_old_visit_brought_without_a_note_who_promised_stands_there_and_w_notes_it(held: Held) -> None:
    ledger = plan(held).ledger
    first = ledger.ours.model_of_rows.rows[0]
    assert ledger._delegates[0].told(first).startswith("nobody named · who promised it is not noted (W) · said 11 Nov")
    assert plan(held).keys().count(("W", "Note who promised")) == 1
    assert ledger.heads[0]._note.text() == "kept 0 of 1"  # nobody gave a word that could be broken
    held.press(Qt.Key.Key_W)
    assert (action(held, "a1").said_by, action(held, "a1").said_on) == ("", TODAY - timedelta(12))
    assert not plan(held).keys().count(("W", "Note who promised"))
    held.desk.undo()
    assert not ledger.ours.model_of_rows.rows[0].noted


def test_where_nothing_is_on_record_w_goes_to_the_field_of_who_promised(held: Held) -> None:
    held.desk.do(said("Add"), add(Action(key="bare", owner="hx", text="给样件", side=Side.THEIRS)))
    assert ledger_of(held).choose("bare")
    held.press(Qt.Key.Key_W)
    held.type_text("王璐")
    held.press(Qt.Key.Key_Tab)
    assert action(held, "bare").said_by == "王璐"


def ledger_of(held: Held) -> PromiseLedger:
    """The ledger."""
    return plan(held).ledger


def test_e_says_why_nothing_was_written_down_while_too_few_came_due(held: Held) -> None:
    ledger, before = plan(held).ledger, len(held.client.evidence)
    held.press(Qt.Key.Key_Right)
    assert plan(held).item() == "t1"
    held.press(Qt.Key.Key_E)
    assert len(held.client.evidence) == before
    assert ledger.toast.accessibleName() == "陈启明: a fact needs 3 promises of theirs that came due"

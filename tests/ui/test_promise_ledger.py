"""The promise ledger in the Plan place, by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kamdesk.client.plan_records import Action, Side
from kamdesk.ui.pages.plan.place import PlanPage
from tests.ui.held import TODAY, Held
from tests.ui.promise_story import promises
from tests.ui.visit_story import story


@pytest.fixture
def held(tmp_path: Path, qtbot: QtBot) -> Iterator[Held]:
    """The Plan place with the ledger open."""
    held = Held(tmp_path / "data", [*story(), *promises()], PlanPage)
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
    assert [entry.action.key for entry in ledger.ours.model_of_rows.rows] == ["o1", "o2"]
    theirs = ledger.theirs.model_of_rows.rows
    assert [entry.action.key for entry in theirs] == ["t1", "k1", "k2", "k3"]
    assert ledger._delegates[1].told(theirs[0]) == "陈启明 · said 18 Nov · 5 days old · 李敏在场"
    assert ledger.heads[1]._note.text() == "kept 2 of 3 · 67%"
    assert ledger.heads[0]._note.text() == "kept 0 of 1"
    assert plan(held).list.isHidden()


def test_space_says_it_is_done_and_s_puts_it_off_for_a_week_and_wakes_it(held: Held) -> None:
    assert held.focus is plan(held).ledger.ours
    held.press(Qt.Key.Key_Space)
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


def test_what_is_no_promise_opens_in_the_list(held: Held) -> None:
    plan(held).open_item("a1", "")
    assert not plan(held).list.isHidden()
    assert plan(held).list.current_key() == "a1"

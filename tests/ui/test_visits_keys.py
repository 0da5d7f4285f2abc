"""The keyboard in a visit with a long checklist: it ticks line after line, is always in view, and loses nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kamdesk.client.edit import add
from kamdesk.client.visit_records import CheckItem, PointKind
from kamdesk.ui.pages.visit.place import VisitsPage
from kamdesk.words import said
from tests.ui.held import Held
from tests.ui.visit_story import checks, page, press, story

SPACE, DOWN, UP = Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Up


@pytest.fixture
def held(tmp_path: Path, qtbot: QtBot) -> Iterator[Held]:
    """The story with forty more lines in four groups."""
    held = Held(tmp_path / "data", story(), VisitsPage)
    lines = [
        CheckItem(owner="hx", visit="next", group=f"group {n // 10}", text=f"line {n}", rank=100 + n) for n in range(40)
    ]
    held.desk.do(said("Fill"), *(add(line) for line in lines))
    QApplication.processEvents()
    yield held
    held.close()


def current_top(held: Held) -> int:
    """Where the current line of the checklist is on the page, in pixels from its top."""
    rows = page(held).view.body.checks.checks.rows
    middle = rows.visualRect(rows.currentIndex()).center()
    return rows.viewport().mapTo(page(held).view.body.area.viewport(), middle).y()


def test_space_and_down_tick_one_line_after_the_other_over_the_groups(held: Held) -> None:
    press(held, Qt.Key.Key_1)
    for _ in range(50):
        held.press(SPACE, DOWN)
    assert all(item.done for item in checks(held, "next"))


def test_the_page_follows_the_keyboard_down_a_long_checklist(held: Held, qtbot: QtBot) -> None:
    press(held, Qt.Key.Key_1)
    for _ in range(30):
        held.press(DOWN)
    height = page(held).view.body.area.viewport().height()
    qtbot.waitUntil(lambda: 0 <= current_top(held) < height)
    assert page(held).view.body.area.verticalScrollBar().value() > 0


def test_the_way_back_to_a_column_is_to_the_line_where_it_was(held: Held) -> None:
    press(held, Qt.Key.Key_1)
    held.press(DOWN, DOWN, DOWN)
    rows = page(held).view.body.checks.checks.rows
    was = rows.current_key()
    held.press(Qt.Key.Key_Right, Qt.Key.Key_Left)
    assert held.focus is rows
    assert rows.current_key() == was


def test_up_from_the_way_to_add_is_the_last_step_of_the_ladder(held: Held) -> None:
    ladder = page(held).view.body.ladder.ladder
    assert ladder.adding is not None
    ladder.adding.open()
    QTest.keyClicks(held.focus, "80")
    held.press(Qt.Key.Key_Return, Qt.Key.Key_Escape, UP)
    assert held.focus is ladder.rows
    assert ladder.rows.currentIndex().row() == ladder.rows.model_of_rows.rowCount() - 1


def test_a_adds_to_the_list_in_which_the_keyboard_stands_and_nowhere_else(held: Held) -> None:
    columns = page(held).view.body.columns
    press(held, Qt.Key.Key_7)
    held.press(Qt.Key.Key_A)
    materials = columns.bring.materials.adding
    assert materials is not None
    assert not materials.is_open()
    press(held, Qt.Key.Key_6)
    held.press(Qt.Key.Key_A)
    assert materials.is_open()
    dispute = columns.talk.block(PointKind.DISPUTE).adding
    assert dispute is not None
    dispute.opener.setFocus()
    held.press(Qt.Key.Key_A)
    assert dispute.is_open()


@pytest.mark.parametrize("block", [1, 3, 5])
def test_the_line_to_type_into_comes_into_view_and_stays_there(held: Held, qtbot: QtBot, block: int) -> None:
    area, columns = page(held).view.body.area, page(held).view.body.columns
    lists = {1: columns.checks.checks, 3: columns.ladder.ladder, 5: columns.agenda.agenda}
    adding = lists[block].adding
    assert adding is not None

    def seen() -> bool:
        middle = adding.line.mapTo(area.viewport(), adding.line.rect().center()).y()
        return adding.line.isVisible() and 0 <= middle < area.viewport().height()

    press(held, Qt.Key(Qt.Key.Key_0 + block))
    held.press(Qt.Key.Key_A)
    qtbot.waitUntil(seen)
    for number in range(12):
        held.type_text(f"9{number}")
        held.press(Qt.Key.Key_Return)
        qtbot.wait(20)
        qtbot.waitUntil(seen)


def test_escape_in_an_answer_keeps_what_was_typed(held: Held) -> None:
    talk = page(held).view.body.talk
    talk.blocks[0].rows.enter_from(1)
    held.press(Qt.Key.Key_Return)
    held.type_text("四周之内")
    held.press(Qt.Key.Key_Escape)
    assert page(held).view.body.card.isHidden()
    assert next(item for item in held.client.points if item.key == "p1").answer == "四周之内"


def test_the_debrief_begins_at_its_top_and_is_no_higher_than_itself(held: Held, qtbot: QtBot) -> None:
    bar = page(held).view.body.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    press(held, Qt.Key.Key_D)
    QApplication.processEvents()
    assert page(held).view.debriefing
    assert bar.value() == 0
    debrief = page(held).view.body.debrief
    assert bar.maximum() + bar.pageStep() < debrief.y() + debrief.sizeHint().height() + 100

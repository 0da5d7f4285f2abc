"""The comparison as a spreadsheet: typing, ranges, unknown cells, evidence, many columns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kamdesk.client.client import WORKSPACE
from kamdesk.client.record import Record
from kamdesk.client.rival_records import Factor, Rival, Standing
from kamdesk.client.weigh_records import Confidence
from kamdesk.desk.rivals import in_order
from kamdesk.ui.pages.rivals.cells import NEED, TACTIC, US, WANTS, WEIGHT
from kamdesk.ui.pages.rivals.editor import CellEditor
from kamdesk.ui.pages.rivals.place import RivalsPage
from tests.ui import story
from tests.ui.held import Held
from tests.ui.rivals_hand import face, go, kerui, on_the_sheet, us

UP, DOWN, RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Right
ENTER, ESCAPE, TAB, DELETE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Delete
SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
C, X, V, D, E, J = Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_V, Qt.Key.Key_D, Qt.Key.Key_E, Qt.Key.Key_J


@pytest.fixture
def held(qapp: QApplication, tmp_path: Path) -> Iterator[Held]:
    """The page on the story's client, the keyboard in the sheet on our detection rate."""
    yield from on_the_sheet(tmp_path, story.whole())


def test_a_digit_is_the_score_and_keeps_the_value(held: Held) -> None:
    go(held, "detection", "kerui")
    held.press("2", ENTER)
    assert (kerui(held, "detection").score, kerui(held, "detection").value) == (2, "98.9%")
    assert held.done == ["科瑞 on Detection rate"]


def test_a_value_typed_keeps_the_score_and_both_can_be_typed_at_once(held: Held) -> None:
    go(held, "detection", "kerui")
    held.press("9", "7", "%", ENTER)
    assert (kerui(held, "detection").score, kerui(held, "detection").value) == (3, "97%")
    held.press("5")
    held.type_text("：0.91 万")
    held.press(ENTER)
    assert (kerui(held, "price").score, kerui(held, "price").value) == (5, "0.91 万")


def test_the_line_says_how_it_is_read_before_it_is_kept(held: Held) -> None:
    go(held, "service", US)
    held.press("4")
    line = held.focus
    assert "score 4" in line.accessibleDescription()
    held.press(":", " ", "8", " ", "h")
    assert line.accessibleDescription() == "score 4, value 8 h"
    held.press(ESCAPE)


def test_a_cell_that_said_nothing_is_as_of_today(held: Held) -> None:
    go(held, "service", "kerui")
    held.press("2", ENTER)
    assert (kerui(held, "service").score, kerui(held, "service").day) == (2, date(2026, 11, 23))


def test_a_question_mark_makes_a_cell_unknown_at_once(held: Held) -> None:
    go(held, "detection", "kerui")
    held.press("?")
    assert (kerui(held, "detection").score, kerui(held, "detection").value) == (None, "")
    assert face(held).body.editor is None


def test_the_wide_question_mark_of_an_input_method_does_the_same(held: Held) -> None:
    go(held, "detection", WEIGHT)
    event = QInputMethodEvent("", [])
    event.setCommitString("？")
    QApplication.sendEvent(held.focus, event)
    assert us(held, "detection").importance is None


def test_a_question_mark_begins_the_name_of_a_need(held: Held) -> None:
    go(held, "price", NEED)
    held.press("?")
    assert face(held).body.editor is not None
    held.press(ESCAPE)


def test_shift_and_arrows_choose_a_range_that_is_cleared_in_one_step(held: Held) -> None:
    go(held, "detection", WANTS)
    held.press("x", ENTER, UP)
    held.press(RIGHT, RIGHT, DOWN, held=SHIFT)
    before = len(held.done)
    held.press(DELETE)
    assert (us(held, "detection").wants, us(held, "detection").score, us(held, "price").score) == ("", None, None)
    assert (kerui(held, "detection").score, kerui(held, "price").value) == (None, "")
    assert held.done[before:] == ["Clear cells: 4"]
    held.desk.undo()
    assert (us(held, "price").score, kerui(held, "price").value) == (2, "0.94")


def test_delete_on_a_range_never_removes_needs(held: Held) -> None:
    go(held, "detection", NEED)
    held.press(RIGHT, DOWN, held=SHIFT)
    held.press(DELETE)
    assert [item.name for item in in_order(held.client)] == ["Detection rate", "Price", "Service"]
    assert [item.importance for item in in_order(held.client)] == [None, None, Decimal(20)]


def test_escape_leaves_the_range_and_keeps_the_cell(held: Held) -> None:
    held.press(DOWN, held=SHIFT)
    assert face(held).body.view.many
    held.press(ESCAPE)
    assert not face(held).body.view.many


def test_alt_e_opens_the_evidence_at_its_source(held: Held) -> None:
    go(held, "price", "kerui")
    held.press(E, held=ALT)
    editor = face(held).body.editor
    assert isinstance(editor, CellEditor)
    assert held.focus is editor.editors["source"].control
    held.type_text("公开公告")
    held.press(TAB, "1", "0", "-", "1", "3", ENTER)
    assert (kerui(held, "price").source, kerui(held, "price").day) == ("公开公告", date(2026, 10, 13))
    assert face(held).body.view.key == "service"


def test_alt_e_while_typing_keeps_what_is_typed_and_goes_on_to_its_source(held: Held) -> None:
    go(held, "service", "kerui")
    held.press("4")
    held.press(E, held=ALT)
    editor = face(held).body.editor
    assert isinstance(editor, CellEditor)
    assert (kerui(held, "service").score, held.focus) == (4, editor.editors["source"].control)
    held.type_text("官网")
    held.press(ENTER)
    assert (kerui(held, "service").source, kerui(held, "service").score) == ("官网", 4)
    assert held.done == ["科瑞 on Service", "科瑞 on Service"]


def test_confidence_and_whether_it_may_be_told_are_written_with_the_source(held: Held) -> None:
    go(held, "price", "kerui")
    held.press(E, held=ALT)
    editor = face(held).body.editor
    assert isinstance(editor, CellEditor)
    editor.editors["confidence"].accept(Confidence.HIGH)
    editor.editors["tellable"].accept(True)
    held.type_text("公开公告")
    held.press(ENTER)
    known = kerui(held, "price")
    assert (known.source, known.confidence, known.tellable) == ("公开公告", Confidence.HIGH, True)
    words = str(face(held).body.view.rows.index_of("price", 4).data())
    assert "Confidence: High" in words
    assert "may be told outside" in words


def test_the_line_above_the_sheet_tells_the_whole_cell(held: Held) -> None:
    go(held, "price", "kerui")
    told = face(held).body.strip.accessibleName()
    assert told.startswith("Price · 科瑞, 0.94 (score 4)")
    assert "internal" in told


def test_control_j_goes_from_gap_to_gap(held: Held) -> None:
    held.press(J, held=CONTROL)
    view = face(held).body.view
    first = (view.key, view.column)
    held.press(J, held=CONTROL)
    assert first != (view.key, view.column)
    assert face(held).body.warnings.isVisibleTo(held.page)


def test_a_letter_in_a_cell_is_typed_and_no_key_of_the_page(held: Held) -> None:
    go(held, "detection", WANTS)
    held.press("p", "1", "s", ENTER)
    assert us(held, "detection").wants == "p1s"


def test_a_cell_of_a_reason_takes_the_keyboard(held: Held) -> None:
    face(held).focus_cell("standings", "k-price", "score")
    view = face(held).body.view
    assert (view.key, view.column, view.hasFocus()) == ("price", "kerui", True)
    face(held).focus_cell("factors", "price", "importance")
    assert (view.key, view.column) == ("price", WEIGHT)


def _many() -> list[Record]:
    """Twelve needs and six rivals."""
    rivals = [Rival(key=f"r{at}", owner=WORKSPACE, name=f"Rival {at}") for at in range(4)]
    needs = [
        Factor(key=f"n{at}", owner=story.CLIENT, name=f"Need {at}", importance=Decimal(5), score=3, rank=10 + at)
        for at in range(9)
    ]
    keys = [need.key for need in needs]
    cells = [
        Standing(key=f"{need}-{rival.key}", owner=story.CLIENT, factor=need, rival=rival.key, score=2)
        for need in keys
        for rival in rivals
    ]
    brandt = [Standing(key=f"{need}-brandt", owner=story.CLIENT, factor=need, rival="brandt") for need in keys]
    return [*rivals, *story.whole(), *needs, *cells, *brandt]


@pytest.fixture
def wide(qapp: QApplication, tmp_path: Path) -> Iterator[Held]:
    """A sheet of twelve needs and six rivals in a narrow window."""
    made = Held(tmp_path / "wide", _many(), RivalsPage)
    made.page.resize(900, 640)
    made.page.open_item("detection", "")
    QApplication.processEvents()
    yield made
    made.close()


def test_need_weight_and_tactic_stay_while_the_rivals_scroll(wide: Held) -> None:
    view = face(wide).body.view
    assert view.moved()
    go(wide, "n4", "r3")
    assert view.horizontalScrollBar().value() > 0
    rect = view.visualRect(view.currentIndex())
    assert view.held_left() <= rect.left()
    assert rect.right() < view.viewport().width() - view.held_right()
    assert view.visualRect(view.rows.index_of("n4", 0)).left() == 0
    assert view.indexAt(QPoint(5, rect.center().y())).column() == 0
    right = view.indexAt(QPoint(view.viewport().width() - 5, rect.center().y()))
    assert view.rows.columns[right.column()] == TACTIC


def test_a_press_on_what_stays_means_what_is_seen(wide: Held) -> None:
    view = face(wide).body.view
    go(wide, "n4", "r3")
    place = view.visualRect(view.rows.index_of("n2", 1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert (view.key, view.column) == ("n2", WEIGHT)


def test_a_need_dragged_by_its_name_takes_its_rank(held: Held) -> None:
    view = face(held).body.view
    start = view.visualRect(view.rows.index_of("detection", 0)).center()
    end = view.visualRect(view.rows.index_of("service", 0)).center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    assert [item.key for item in in_order(held.client)] == ["price", "service", "detection"]


@pytest.mark.parametrize("column", [US, WEIGHT])
def test_the_open_editor_stays_over_its_cell_when_the_window_is_resized(held: Held, column: str) -> None:
    body = face(held).body
    go(held, "price", column)
    editor = body.editing.edit()
    assert editor is not None
    at = editor.x()
    held.page.resize(1500, 900)
    QTest.qWait(10)
    rect = body.view.visualRect(body.view.currentIndex())
    corner = body.view.viewport().mapTo(editor.parentWidget(), rect.topLeft())
    assert editor.x() == corner.x() != at
    assert editor.geometry().contains(corner.x() + 10, corner.y() + rect.height() // 2)

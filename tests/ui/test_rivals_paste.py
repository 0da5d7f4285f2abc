"""Cells of the comparison copied, cut, pasted with a look before, and filled down."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kamdesk.desk.rivals import in_order
from kamdesk.ui.pages.rivals.cells import NEED, TACTIC, US, WEIGHT
from kamdesk.ui.pages.rivals.paste_card import PasteCard
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


def paste(held: Held, text: str) -> None:
    """Paste a text as another program put it on the clipboard."""
    QApplication.clipboard().setText(text)
    held.press(V, held=CONTROL)


def card(held: Held) -> PasteCard:
    """The preview of what is pasted."""
    found = face(held).body.findChild(PasteCard)
    assert isinstance(found, PasteCard)
    return found


def test_what_is_copied_is_a_table_and_pastes_as_it_was(held: Held) -> None:
    go(held, "detection", US)
    held.press(RIGHT, DOWN, held=SHIFT)
    held.press(C, held=CONTROL)
    assert QApplication.clipboard().text() == "4\t3: 98.9%\r\n2\t4: 0.94\r\n"
    go(held, "price", US)
    held.press(V, held=CONTROL)
    assert (us(held, "price").score, us(held, "service").score) == (4, 2)
    assert (kerui(held, "price").value, kerui(held, "service").value) == ("98.9%", "0.94")
    assert held.done == ["Paste 4 cells"]


def test_cut_copies_and_clears(held: Held) -> None:
    go(held, "detection", WEIGHT)
    held.press(X, held=CONTROL)
    assert QApplication.clipboard().text() == "50\r\n"
    assert us(held, "detection").importance is None
    held.press(V, held=CONTROL)
    assert us(held, "detection").importance == Decimal(50)


def test_one_copied_cell_fills_a_range(held: Held) -> None:
    go(held, "detection", WEIGHT)
    held.press(DOWN, DOWN, held=SHIFT)
    paste(held, "33.5")
    assert {item.importance for item in held.client.factors} == {Decimal("33.5")}


def test_a_ragged_table_with_texts_is_shown_first_and_refused_cell_by_cell(held: Held) -> None:
    go(held, "price", WEIGHT)
    paste(held, "25\t≤ 0.95\t3: ¥0.98\nmuch\t8 h")
    shown = card(held)
    assert not shown.isHidden()
    assert "Paste 4 cells?" in shown.accessibleName()
    assert "Service · Weight: “much” is no percentage" in shown.accessibleName()
    assert held.done == []
    held.press(ENTER)
    assert (us(held, "price").importance, us(held, "price").wants, us(held, "price").value) == (
        Decimal(25),
        "≤ 0.95",
        "¥0.98",
    )
    assert (us(held, "service").importance, us(held, "service").wants) == (Decimal(20), "8 h")
    assert held.done == ["Paste 4 cells"]
    assert face(held).body.view.hasFocus()


def test_escape_on_the_preview_pastes_nothing(held: Held) -> None:
    go(held, "service", WEIGHT)
    paste(held, "25\n30")
    assert not card(held).isHidden()
    held.press(ESCAPE)
    assert (held.done, card(held).isHidden()) == ([], True)
    assert face(held).body.view.hasFocus()


def test_new_needs_come_with_their_names_only(held: Held) -> None:
    go(held, "service", NEED)
    paste(held, "Service\t20\n包装\t10\n")
    assert "New needs: 包装" in card(held).accessibleName()
    held.press(ENTER)
    assert [(item.name, item.importance) for item in in_order(held.client)][2:] == [
        ("Service", Decimal(20)),
        ("包装", Decimal(10)),
    ]


def test_the_tactic_is_worked_out_and_refuses_what_is_pasted(held: Held) -> None:
    go(held, "detection", TACTIC)
    paste(held, "Attack")
    assert "This column is worked out" in card(held).accessibleName()
    assert card(held).paste.isHidden()
    held.press(ESCAPE)


def test_fill_down_gives_the_range_what_its_first_row_says(held: Held) -> None:
    go(held, "detection", WEIGHT)
    held.press(RIGHT, RIGHT, DOWN, DOWN, held=SHIFT)
    held.press(D, held=CONTROL)
    assert {(item.importance, item.score) for item in held.client.factors} == {(Decimal(50), 4)}
    assert held.done == ["Fill down"]


def test_fill_down_on_one_cell_takes_what_stands_above(held: Held) -> None:
    go(held, "price", "kerui")
    held.press(D, held=CONTROL)
    assert (kerui(held, "price").score, kerui(held, "price").value) == (3, "98.9%")
    go(held, "detection", "kerui")
    held.press(D, held=CONTROL)
    assert held.done == ["Fill down"]


def test_a_table_pasted_where_a_need_is_asked_for_becomes_new_needs(held: Held) -> None:
    before = [factor.name for factor in in_order(held.client)]
    face(held).begin("add")
    paste(held, "Training\t10\r\nSpares\t5\r\n")
    assert face(held).body.add.line.text() == ""
    card(held).paste.click()
    assert [factor.name for factor in in_order(held.client)] == [*before, "Training", "Spares"]


def test_one_word_pasted_where_a_need_is_asked_for_is_a_word(held: Held) -> None:
    face(held).begin("add")
    paste(held, "Training")
    assert face(held).body.add.line.text() == "Training"


def test_a_table_is_pasted_into_an_empty_sheet(qapp: QApplication, tmp_path: Path) -> None:
    empty = Held(tmp_path / "empty", [*story.rivals(), story.company()], RivalsPage)
    QApplication.clipboard().setText("Quality\t30\t99 %\t4\r\nPrice\t25\r\n")
    QTest.keyClick(face(empty).empty.buttons["add"], V, CONTROL)
    card(empty).paste.click()
    first, second = in_order(empty.client)
    assert (first.name, first.importance, first.wants, first.score) == ("Quality", Decimal(30), "99 %", 4)
    assert (second.name, second.importance) == ("Price", Decimal(25))
    empty.close()

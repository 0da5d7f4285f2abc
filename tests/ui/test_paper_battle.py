"""The paper place: battle cards beside the plan, of which rivals they are printed, and what of them is out of date."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from kamdesk.ui.pages.page import Goto
from tests.ui.held import Held
from tests.ui.paper_place import WAIT, page, paper_place, remake

MAIN = "kerui"


@pytest.fixture
def held(tmp_path: Path, qtbot: QtBot) -> Iterator[Held]:
    """The paper place."""
    with paper_place(tmp_path / "data", qtbot) as held:
        yield held


def choose_battle(held: Held, qtbot: QtBot) -> None:
    """Choose the battle card, as a person does."""
    combo = page(held).chapters.document
    combo.setCurrentIndex(combo.findText("Battle card"))
    combo.activated.emit(combo.currentIndex())
    remake(held, qtbot)


def test_the_card_of_the_main_rival_is_one_page_and_another_is_a_tick_away(held: Held, qtbot: QtBot) -> None:
    choose_battle(held, qtbot)
    made = page(held).maker.fresh
    assert made is not None
    assert made.order.parts == (MAIN,)
    assert made.written.pages == page(held).view.document.pageCount() == 1
    rivals = page(held).chapters.rivals
    assert [(row.key, row.ticked) for row in rivals.model_of_rows.rows] == [(MAIN, True), ("inhouse", False)]
    rivals.choose("inhouse")
    QTest.keyClick(rivals, Qt.Key.Key_Space)
    remake(held, qtbot)
    made = page(held).maker.fresh
    assert made is not None
    assert made.order.parts == (MAIN, "inhouse")
    assert [row.page for row in rivals.model_of_rows.rows] == ["p. 1", "p. 2"]


def test_without_a_rival_one_sentence_stands_there_with_a_way_out(held: Held, qtbot: QtBot) -> None:
    choose_battle(held, qtbot)
    rivals = page(held).chapters.rivals
    rivals.choose(MAIN)
    QTest.keyClick(rivals, Qt.Key.Key_Space)
    assert page(held).middle.unopposed.isVisible()
    assert not page(held).panel.print.isEnabled()
    page(held).middle.unopposed.buttons["rivals"].click()
    assert held.went == [Goto("rivals", held.key)]
    page(held).middle.unopposed.buttons["main"].click()
    remake(held, qtbot)
    assert page(held).view.isVisible()


def test_the_card_of_one_rival_is_asked_for_and_exported_under_its_name(held: Held, qtbot: QtBot) -> None:
    page(held).open_item("inhouse", "rival")
    remake(held, qtbot)
    made = page(held).maker.fresh
    assert made is not None
    assert made.order.parts == ("inhouse",)
    assert page(held).chapters.kind() == page(held).item() == "rival"
    page(held).export()
    qtbot.waitUntil(lambda: bool(page(held).findChildren(QFileDialog)), timeout=WAIT)
    dialog = page(held).findChildren(QFileDialog)[0]
    assert Path(dialog.selectedFiles()[0]).name.endswith("Battle card 客户自制 edition 1.pdf")
    dialog.reject()


def test_what_is_out_of_date_leads_to_the_rivals(held: Held, qtbot: QtBot) -> None:
    choose_battle(held, qtbot)
    page(held).panel.cards.lines[0].click()
    assert held.went == [Goto("rivals", held.key)]

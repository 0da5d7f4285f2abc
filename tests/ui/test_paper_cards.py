"""The paper place: expansion cards beside the plan, for whom they are printed, and what they lack."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from kamdesk.client.edit import change
from kamdesk.ui.pages.page import Goto
from kamdesk.words import said
from tests.document.clients import huaxing
from tests.ui.held import Held
from tests.ui.paper_place import WAIT, page, paper_place, remake


@pytest.fixture
def held(tmp_path: Path, qtbot: QtBot) -> Iterator[Held]:
    """The paper place."""
    with paper_place(tmp_path / "data", qtbot) as held:
        yield held


def choose_cards(held: Held, qtbot: QtBot) -> None:
    """Choose the expansion cards, as a person does."""
    combo = page(held).chapters.document
    combo.setCurrentIndex(combo.findText("Expansion cards"))
    combo.activated.emit(combo.currentIndex())
    remake(held, qtbot)


def test_cards_are_the_other_document_one_page_for_each_key_person(held: Held, qtbot: QtBot) -> None:
    choose_cards(held, qtbot)
    made = page(held).maker.fresh
    assert made is not None
    keys = [contact.key for contact in huaxing().contacts if contact.key_player]
    assert sorted(made.order.parts) == sorted(keys)
    assert page(held).view.document.pageCount() == made.written.pages == len(keys)
    assert page(held).bar.words() == f"Ready to print: fonts complete, {len(keys)} cards"
    rows = page(held).chapters.people.model_of_rows.rows
    assert [row.page for row in rows if row.ticked] == [f"p. {n}" for n in range(1, len(keys) + 1)]


def test_space_takes_a_person_out_and_without_anybody_one_sentence_stands_there(held: Held, qtbot: QtBot) -> None:
    choose_cards(held, qtbot)
    people = page(held).chapters.people
    for key in people.printed():
        people.choose(key)
        QTest.keyClick(people, Qt.Key.Key_Space)
    assert page(held).middle.nobody.isVisible()
    assert not page(held).panel.print.isEnabled()
    page(held).middle.nobody.buttons["key"].click()
    remake(held, qtbot)
    assert page(held).view.isVisible()


def test_the_note_speaks_of_cards_and_not_of_chapters(held: Held, qtbot: QtBot) -> None:
    choose_cards(held, qtbot)
    assert page(held).chapters._note.text() == "Cards stay with us; no client gets one."


def test_a_button_that_would_tick_nobody_is_not_offered(held: Held, qtbot: QtBot) -> None:
    choose_cards(held, qtbot)
    people, nobody = page(held).chapters.people, page(held).middle.nobody
    for key in people.printed():
        people.toggle(key)
    assert nobody.buttons["key"].isVisible()
    keys = [contact for contact in held.client.contacts if contact.key_player]
    held.desk.do(said("Nobody is key"), *(change(contact, influence=1) for contact in keys))
    assert nobody.isVisible()
    assert not nobody.buttons["key"].isVisible()
    assert nobody.buttons["people"].isVisible()


def test_the_card_of_one_person_is_asked_for_and_exported_under_the_name(held: Held, qtbot: QtBot) -> None:
    page(held).open_item("wang", "person")
    remake(held, qtbot)
    made = page(held).maker.fresh
    assert made is not None
    assert made.order.parts == ("wang",)
    assert made.written.pages == 1
    assert page(held).chapters.kind() == page(held).item() == "person"
    page(held).export()
    qtbot.waitUntil(lambda: bool(page(held).findChildren(QFileDialog)), timeout=WAIT)
    dialog = page(held).findChildren(QFileDialog)[0]
    assert Path(dialog.selectedFiles()[0]).name.endswith("Expansion cards 王璐 edition 1.pdf")
    dialog.reject()


def test_what_a_card_lacks_leads_to_the_person(held: Held, qtbot: QtBot) -> None:
    page(held).open_item("wang", "person")
    remake(held, qtbot)
    page(held).panel.cards.lines[0].click()
    assert held.went == [Goto("people", held.key, "wang", "card")]


def test_back_to_the_plan_its_chapters_are_as_they_were(held: Held, qtbot: QtBot) -> None:
    page(held).chapters.toggle("visit")
    choose_cards(held, qtbot)
    page(held).open_item("plan", "")
    remake(held, qtbot)
    made = page(held).maker.fresh
    assert made is not None
    assert "visit" not in made.order.parts
    assert made.first_page("summary") == 1

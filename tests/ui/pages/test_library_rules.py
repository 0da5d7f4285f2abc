"""The numbers of the method in the library: found by words, changed in place, taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kamdesk.client.client import WORKSPACE
from kamdesk.client.edit import add
from kamdesk.client.library import Threshold
from kamdesk.client.rules import RULES, Rules, described
from kamdesk.ui.pages.library.place import LibraryPage
from kamdesk.ui.pages.library.rules import RulesShelf
from kamdesk.words import said
from tests.ui.held import Held
from tests.ui.pages.conftest import Hold


@pytest.fixture
def library(hold: Hold) -> Held:
    held = hold(LibraryPage, rail=True)
    held.page.open_item("", "rule")
    return held


def shelf(held: Held) -> RulesShelf:
    rules = held.page.rules
    assert isinstance(rules, RulesShelf)
    return rules


def rules_of(held: Held) -> Rules:
    return Rules.of(held.desk.workspace().thresholds)


def type_into(held: Held, name: str, text: str) -> None:
    """Type a number into the field of a rule and press Enter."""
    held.page.open_item(name, "rule")
    held.type_text(text)
    held.press(Qt.Key.Key_Return)


def test_every_rule_is_there_with_the_methods_number(library: Held) -> None:
    assert list(shelf(library).rows) == [rule.name for rule in described()]
    assert len(shelf(library).shown()) == len(described())
    assert all(row.editor.line.text() == f"{row.rule.default:g}" for row in shelf(library).rows.values())
    assert not any(row.reset.isVisibleTo(library.page) for row in shelf(library).rows.values())
    assert not shelf(library).reset_all.isVisibleTo(library.page)


def test_a_rule_is_found_by_words_and_changed_by_keys_alone(library: Held) -> None:
    library.type_text("LEAD one")
    assert [row.rule.name for row in shelf(library).shown()] == ["margin"]
    library.press(Qt.Key.Key_Return)
    library.type_text("0.8")
    library.press(Qt.Key.Key_Return)
    assert rules_of(library).margin == 0.8
    assert library.done == ["Rule “A lead is one from”: 0.8"]
    assert library.desk.client("c1").rules.margin == 0.8


def test_a_change_is_taken_back_by_its_button_and_by_undo(library: Held) -> None:
    type_into(library, "margin", "0.8")
    row = shelf(library).rows["margin"]
    assert row.reset.isVisibleTo(library.page)
    row.reset.click()
    assert rules_of(library) == RULES
    assert row.editor.line.text() == "0.5"
    assert library.focus is row.editor.line
    library.desk.undo()
    assert (rules_of(library).margin, row.editor.line.text()) == (0.8, "0.8")


def test_all_are_taken_back_at_once(library: Held) -> None:
    type_into(library, "margin", "0.8")
    type_into(library, "meals", "30")
    shelf(library).reset_all.click()
    assert rules_of(library) == RULES
    assert not shelf(library).reset_all.isVisibleTo(library.page)
    library.desk.undo()
    assert (rules_of(library).margin, rules_of(library).meals) == (0.8, 30)


def test_what_cannot_be_is_said_and_stays_as_typed(library: Held) -> None:
    type_into(library, "coach", "2")
    editor = shelf(library).rows["coach"].editor
    assert editor.problem() == "“Supporter from” is 3.7; this must not be less"
    assert (rules_of(library), editor.line.text()) == (RULES, "2")
    library.desk.do(said("Elsewhere"), add(Threshold(owner=WORKSPACE, name="meals", value="30")))
    assert editor.line.text() == "2"
    library.press(Qt.Key.Key_Escape)
    assert (editor.problem(), editor.line.text()) == ("", "4.5")


def test_an_empty_field_means_the_methods_number(library: Held) -> None:
    type_into(library, "margin", "0.8")
    shelf(library).rows["margin"].editor.start()
    library.press(Qt.Key.Key_Delete, Qt.Key.Key_Return)
    assert rules_of(library) == RULES
    assert shelf(library).rows["margin"].editor.line.text() == "0.5"


def test_nothing_found_is_said(library: Held) -> None:
    library.type_text("no such rule")
    assert shelf(library).shown() == []
    assert shelf(library)._none.isVisibleTo(library.page)
    library.press(Qt.Key.Key_Escape)
    assert len(shelf(library).shown()) == len(described())


def test_a_changed_rule_is_not_among_the_things_one_searches_for(library: Held) -> None:
    type_into(library, "margin", "0.8")
    assert library.desk.find("margin") == []
    key = library.desk.workspace().thresholds[0].key
    library.page.shelves.choose("profile")
    library.page.open_item(key, "")
    assert library.page.shelves.value() == "rules"
    assert library.focus is shelf(library).rows["margin"].editor.line

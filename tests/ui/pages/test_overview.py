"""The overview reads as a brief and is edited where it stands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kamdesk.client.company import Company, Topic
from kamdesk.ui.pages.overview.place import OverviewPage
from kamdesk.ui.pages.page import Goto
from tests.ui.held import Held
from tests.ui.pages.conftest import Hold


@pytest.fixture
def held(hold: Hold) -> Held:
    return hold(OverviewPage)


def test_a_fact_is_edited_in_place_and_keeps_what_is_half_typed(held: Held) -> None:
    line = held.page.facts[Topic.THEY].lines["f1"]
    line.setFocus()
    held.press(Qt.Key.Key_F2)
    held.press("a", held=Qt.KeyboardModifier.ControlModifier)
    held.type_text("车规连接器")
    held.show()
    assert line._form.editors["text"].lines.toPlainText() == "车规连接器"
    held.press(Qt.Key.Key_Escape)
    held.press(Qt.Key.Key_F2)
    held.type_text("又")
    line._form.editors["source"].start()
    assert any("又" in fact.text for fact in held.client.facts)


def test_a_fact_is_removed_by_delete_and_comes_back_by_undo(held: Held) -> None:
    held.page.facts[Topic.NEXT].lines["f2"].setFocus()
    held.press(Qt.Key.Key_Delete)
    assert [fact.key for fact in held.client.facts] == ["f1"]
    held.desk.undo()
    assert {fact.key for fact in held.client.facts} == {"f1", "f2"}
    assert "f2" in held.page.facts[Topic.NEXT].lines


def test_a_fact_moves_to_its_topic(held: Held) -> None:
    page = held.page
    line = page.facts[Topic.THEY].lines["f1"]
    line.open()
    line._form.editors["topic"].combo.activated.emit(2)
    assert "f1" not in page.facts[Topic.THEY].lines
    assert "f1" in page.facts[Topic.MATTERS].lines


def test_an_empty_topic_asks_and_takes_the_answer(held: Held) -> None:
    row = held.page.facts[Topic.MATTERS]
    row._asking.open()
    held.type_text("良率 99.2%")
    held.press(Qt.Key.Key_Return)
    made = next(fact for fact in held.client.facts if fact.topic is Topic.MATTERS)
    assert made.text == "良率 99.2%"
    assert made.day == held.clock.today()


def test_the_card_opens_beside_the_brief_and_stores_each_field(held: Held) -> None:
    page = held.page
    page.setFocus()
    page.open_item("", "card")
    assert page.panel_width
    page.card.form.editors["industry"].start()
    held.type_text("连接器")
    held.press(Qt.Key.Key_Return)
    assert held.client.company.industry == "连接器"
    assert held.done[-1] == "Change Industry of 华星精密电子"
    held.press(Qt.Key.Key_Escape)
    held.press(Qt.Key.Key_Escape)


def test_a_client_of_whom_nothing_is_known_shows_its_card_at_once(hold: Hold) -> None:
    held = hold(OverviewPage, [Company(key="n", owner="n", name="New")])
    assert held.page.panel_width
    assert not held.page.time_line.isVisible()


def test_the_card_stays_while_the_first_facts_are_written(hold: Hold) -> None:
    held = hold(OverviewPage, [Company(key="c9", owner="c9", name="Nordvik")])
    held.page.open_item("", "new")
    held.type_text("3 shipyards")
    held.press(Qt.Key.Key_Return)
    assert held.client.facts
    assert held.page.panel_width


def test_e_goes_into_the_card_that_is_shown_and_then_hides_it(hold: Hold) -> None:
    held = hold(OverviewPage, [Company(key="c9", owner="c9", name="Nordvik")])
    page = held.page
    assert isinstance(page, OverviewPage)
    page.toggle_card()
    assert page.card.isAncestorOf(held.focus)
    page.toggle_card()
    assert not page.panel_width


def test_what_matters_leads_to_its_place(held: Held) -> None:
    page = held.page
    page.matters.list.setFocus()
    page.matters.list.choose(next(key for key in page.matters.shown() if "a1" in key))
    held.press(Qt.Key.Key_Return)
    assert held.went == [Goto("plan", held.key, "a1")]


def test_tiles_and_people_lead_to_their_places(held: Held) -> None:
    page = held.page
    page.tiles.radar.click()
    page.tiles.plan.click()
    page.deciders._people[0].click()
    assert [goto.place for goto in held.went] == ["weighin", "plan", "people"]
    assert held.went[-1].item == "he"


def test_the_keyboard_goes_through_the_brief_as_it_reads(held: Held) -> None:
    page = held.page
    page.facts[Topic.THEY].lines["f1"].setFocus()
    seen: list[QWidget] = []
    for _ in range(14):
        held.press(Qt.Key.Key_Tab)
        seen.append(held.focus)
    wanted = [*page.deciders._people, page.facts[Topic.NEXT].lines["f2"], page.adder.opener]
    assert [widget for widget in seen if widget in wanted] == wanted


def test_a_narrow_window_leaves_the_tiles_out(held: Held) -> None:
    held.page.resize(900, 604)
    assert not held.page.aside.isVisible()
    held.page.resize(1264, 804)
    assert held.page.aside.isVisible()

"""The client list: found while typing, sorted, filtered, opened by keys."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from kamdesk.client.edit import removal_of_all
from kamdesk.client.visit_records import Visit
from kamdesk.ui.pages.clients.place import ClientsPage
from kamdesk.ui.pages.page import Goto
from kamdesk.words import said
from tests.ui import story
from tests.ui.held import Held
from tests.ui.pages.conftest import Hold, records


@pytest.fixture
def held(hold: Hold) -> Held:
    made = hold(ClientsPage, rail=True)
    made.page.tester = QAbstractItemModelTester(made.page.rows)
    return made


def names(held: Held) -> list[str]:
    return [row.called for row in held.page.rows.rows]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("华星", ["华星精密"]),
        ("huaxing", ["华星精密"]),
        ("hxjm", ["华星精密"]),
        ("王璐", ["华星精密"]),
        ("wanglu", ["华星精密"]),
        ("lodz", ["Łódź Motors Sp. z o.o."]),
        ("Zielinski", ["Łódź Motors Sp. z o.o."]),
        ("nobody", []),
    ],
)
def test_a_client_is_found_by_name_pinyin_initials_and_people(held: Held, typed: str, found: list[str]) -> None:
    held.page.filter.setFocus()
    held.type_text(typed)
    assert names(held) == found


def test_who_is_visited_next_stands_first_and_who_has_no_visit_last(hold: Hold) -> None:
    coming = [
        Visit(key=f"next-{day}", owner=owner, objective="Samples", at=datetime(2026, 12, day, 6, tzinfo=UTC))
        for owner, day in ((story.CLIENT, 8), ("c3", 1))
    ]
    held = hold(ClientsPage, [*records(), *coming], rail=True)
    assert names(held) == ["北辰轨道装备", "华星精密", "Łódź Motors Sp. z o.o."]


def test_no_match_echoes_what_was_typed_and_offers_to_make_it(held: Held) -> None:
    held.page.filter.setText("Nordvik")
    assert held.page._none.isVisible()
    held.page._none.buttons["create"].click()
    made = held.desk.store.companies()
    assert "Nordvik" in [company.name for company in made]
    assert held.went[-1].place == "overview"
    assert held.page.filter.text() == ""


def test_escape_clears_the_filter_and_arrows_walk_the_list_from_it(held: Held) -> None:
    page = held.page
    page.filter.setFocus()
    page.table.choose(page.rows.key_of(page.rows.index(0, 0)))
    held.press(Qt.Key.Key_Down)
    assert page.table.currentIndex().row() == 1
    page.filter.setText("x")
    held.press(Qt.Key.Key_Escape)
    assert len(names(held)) == 3


def test_typing_in_the_list_narrows_it(held: Held) -> None:
    page = held.page
    assert isinstance(page, ClientsPage)
    page.table.setFocus()
    held.press("b", "c")
    assert page.filter.text() == "bc"
    assert page.filter.hasFocus()


def test_enter_opens_the_client_and_ctrl_enter_a_window_for_it(held: Held) -> None:
    held.page.table.setFocus()
    held.page.table.choose("c1")
    held.press(Qt.Key.Key_Return)
    held.press(Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    assert held.went == [Goto("overview", "c1"), Goto("overview", "c1", apart=True)]


def test_space_hides_and_shows_the_quick_look(held: Held) -> None:
    held.page.table.setFocus()
    assert held.page.panel_width
    held.press(Qt.Key.Key_Space)
    assert not held.page.panel_width
    held.press(Qt.Key.Key_Space)
    assert held.page.panel_width


def test_a_narrow_window_gives_the_list_its_room(held: Held) -> None:
    held.page.resize(924, 604)
    assert not held.page.panel_width
    held.page.table.setFocus()
    held.press(Qt.Key.Key_Space)
    assert held.page.panel_width


def test_grade_and_view_narrow_the_list_and_the_order_follows_the_head(held: Held) -> None:
    page = held.page
    page.tools.grades.choose("B")
    page._narrow()
    assert names(held) == ["Łódź Motors Sp. z o.o."]
    page.tools.grades.choose(None)
    page.tools.views.choose("unplanned")
    page._narrow()
    assert len(names(held)) == 3
    page.table.set_order(1, descending=False)
    assert names(held) == ["北辰轨道装备", "Łódź Motors Sp. z o.o.", "华星精密"]
    page.table.set_order(1, descending=True)
    assert names(held) == ["Łódź Motors Sp. z o.o.", "北辰轨道装备", "华星精密"]


def test_the_selection_stays_when_something_changes(held: Held) -> None:
    page = held.page
    page.table.choose("c2")
    page.table.set_order(0, descending=True)
    page.refresh()
    assert page.table.current_key() == "c2"


def test_the_quick_look_follows_after_a_pause(held: Held) -> None:
    page = held.page
    page.table.choose("c1")
    QTest.qWait(120)
    assert page.side.quick._people.model_of_rows.rowCount() == 3
    page.side.quick._people.choose("wang")
    page.side.quick._people.setFocus()
    held.press(Qt.Key.Key_Return)
    assert held.went[-1] == Goto("people", "c1", "wang")


def test_without_clients_the_page_says_what_they_are_for(held: Held) -> None:
    for company in held.desk.store.companies():
        held.desk.do(said("Remove"), *removal_of_all(held.desk.client(company.key)))
    assert held.page._empty.isVisible()
    held.page._empty.buttons["new_client"].click()
    held.page._empty.buttons["sample"].click()
    assert [goto.action for goto in held.went] == ["new_client", "sample"]

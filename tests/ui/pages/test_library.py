"""What all clients share: rivals, checklists, our people, the rep."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kamdesk.client.library import Colleague
from kamdesk.ui.pages.all_rivals import AllRivalsPage
from kamdesk.ui.pages.library import LibraryPage
from kamdesk.ui.pages.page import Goto
from tests.ui.held import Held
from tests.ui.pages.conftest import Hold


@pytest.fixture
def library(hold: Hold) -> Held:
    return hold(LibraryPage, rail=True)


@pytest.fixture
def rivals(hold: Hold) -> Held:
    return hold(AllRivalsPage, rail=True)


def lines(held: Held) -> list[str]:
    return [item.text for item in held.page.checklists.lines.records.rows]


def test_a_line_is_added_at_the_end_and_moved_up(library: Held) -> None:
    library.page.open_item("", "new")
    library.type_text("问题")
    library.press(Qt.Key.Key_Return)
    assert lines(library) == ["Aim", "People", "问题"]
    library.page.checklists.lines.setFocus()
    library.press(Qt.Key.Key_Up, held=Qt.KeyboardModifier.AltModifier)
    assert lines(library) == ["Aim", "问题", "People"]
    library.desk.undo()
    assert lines(library) == ["Aim", "People", "问题"]


def test_space_makes_a_line_a_must_have_and_delete_removes_it(library: Held) -> None:
    library.page.open_item("i2", "")
    library.page.checklists.lines.setFocus()
    library.press(Qt.Key.Key_Space)
    assert library.desk.workspace().get("i2").must
    library.press(Qt.Key.Key_Delete)
    assert lines(library) == ["Aim"]


def test_removing_a_template_takes_its_lines_along_and_undo_brings_all_back(library: Held) -> None:
    before = library.desk.workspace()
    library.page.checklists.templates.choose("t1")
    library.page.checklists.templates.setFocus()
    library.press(Qt.Key.Key_Delete)
    assert library.desk.workspace().template_items == ()
    library.desk.undo()
    assert library.desk.workspace() == before


def test_the_standard_checklist_can_be_added_again(library: Held) -> None:
    library.page.checklists._standard.click()
    assert len(library.desk.workspace().templates) == 2
    assert len(lines(library)) > 20


def test_our_people_are_written_down_by_name(library: Held) -> None:
    library.page.shelves.choose("colleagues")
    library.page._turn()
    library.page.open_item("", "new")
    library.type_text("林嘉")
    library.press(Qt.Key.Key_Return)
    assert [item.name for item in library.desk.workspace().colleagues] == ["林嘉"]
    assert isinstance(library.page._panels.currentWidget().record(), Colleague)


def test_the_rep_says_who_he_is(library: Held) -> None:
    library.page.shelves.choose("profile")
    library.page._turn()
    library.page.profile.start("name")
    library.type_text("林嘉")
    library.press(Qt.Key.Key_Return)
    assert library.desk.workspace().profile.name == "林嘉"
    assert not library.page.panel_width


def test_a_rival_leads_to_the_clients_where_it_stands(rivals: Held) -> None:
    rivals.page.open_item("kerui", "")
    rivals.page.clients.setFocus()
    rivals.press(Qt.Key.Key_Return)
    assert rivals.went == [Goto("rivals", "c1")]


def test_removing_a_rival_lets_every_client_go_of_it_in_one_step(rivals: Held) -> None:
    before = (rivals.desk.workspace(), rivals.desk.client("c1"))
    rivals.page.open_item("kerui", "")
    rivals.press(Qt.Key.Key_Delete)
    assert rivals.desk.workspace().get("kerui") is None
    assert rivals.desk.client("c1").company.rival is None
    assert all(item.rival != "kerui" for item in rivals.desk.client("c1").weighins)
    rivals.desk.undo()
    assert (rivals.desk.workspace(), rivals.desk.client("c1")) == before

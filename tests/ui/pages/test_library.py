"""What all clients share: rivals, checklists, our people, the rep."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kamdesk.client.edit import change
from kamdesk.client.library import Colleague, Template, TemplateItem
from kamdesk.client.visit_records import VisitKind
from kamdesk.exchange.checklist_file import read_checklist, write_checklist
from kamdesk.ui.job import JobThread
from kamdesk.ui.pages.library.place import LibraryPage
from kamdesk.words import said
from tests.ui.held import Held
from tests.ui.pages.conftest import Hold


@pytest.fixture
def library(hold: Hold) -> Held:
    return hold(LibraryPage, rail=True)


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


def test_a_shipped_checklist_can_be_added_again(library: Held) -> None:
    menu = library.page.checklists.shelf.shipped_menu()
    assert len(menu.actions()) == 6
    menu.actions()[0].trigger()
    assert len(library.desk.workspace().templates) == 2
    assert len(lines(library)) > 20


def test_a_change_to_a_checklist_that_a_visit_used_keeps_the_version_there_was(library: Held) -> None:
    client = library.desk.client("c1")
    library.desk.do(said("Use it"), change(client.visits[0], template="t1", template_version=1))
    library.page.open_item("", "new")
    library.type_text("★问题")
    library.press(Qt.Key.Key_Return)
    head, checklists = library.page.checklists.head, library.page.checklists
    assert lines(library) == ["Aim", "People", "问题"]
    assert head.version.text() == "Version 2"
    menu = head.versions_menu()
    assert [action.text() for action in menu.actions()] == ["Version 2, in use", "Version 1"]
    menu.actions()[1].trigger()
    menu.close()
    assert lines(library) == ["Aim", "People"]
    checklists.lines.setFocus()
    library.press(Qt.Key.Key_Delete, Qt.Key.Key_Space)
    assert lines(library) == ["Aim", "People"], "an older version is only read"
    head.take_back.click()
    assert lines(library) == ["Aim", "People"]
    assert head.version.text() == "Version 3"


def test_a_checklist_is_copied_and_the_copy_says_so(library: Held) -> None:
    library.page.checklists.head.copy.click()
    assert [item.name for item in library.desk.workspace().templates] == ["Visit", "Copy of Visit"]
    assert lines(library) == ["Aim", "People"]


def test_a_copy_is_shown_in_the_form_to_be_renamed(library: Held) -> None:
    library.page.resize(1400, 804)
    library.page.open_item("i2", "")
    assert library.page.panels[TemplateItem].isVisible()
    library.page.checklists.head.copy.click()
    library.page.refresh()
    panel = library.page.panels[Template]
    assert panel.isVisible()
    assert panel.record().name == "Copy of Visit"


def test_the_items_have_most_of_the_room(library: Held) -> None:
    library.page.resize(1264, 804)
    table = library.page.checklists.lines
    assert table.columnWidth(0) > sum(table.columnWidth(at) for at in range(1, 4))


def test_a_broken_line_of_a_file_is_named_and_the_rest_is_kept(library: Held, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "own.txt"
    file.write_bytes("name: 自己的清单\n[目的]\n★ 一句话\n".encode() + b"\xff\xfe\x00\n" + "带名片\n".encode())
    jobs = JobThread()
    library.page.working.connect(jobs.start)
    checklists = library.page.checklists
    with qtbot.waitSignal(checklists.files.brought):
        checklists.files.read(str(file))
    assert checklists.template is not None
    assert checklists.template.name == "自己的清单"
    assert lines(library) == ["一句话", "带名片"]
    told = checklists.head._notice.text()
    assert told.startswith("2 lines were brought in; left out:")
    assert "Line 4:" in told
    jobs.close()


def test_what_is_written_can_be_read_again(library: Held, tmp_path: Path) -> None:
    library.page.checklists.save()
    dialog = library.page.checklists.files.out.asking
    assert dialog is not None
    dialog.reject()
    template = library.page.checklists.template
    assert template is not None
    data = write_checklist(template, library.page.checklists.items()).encode()
    read = read_checklist(data, "x")
    assert [(item.text, item.must) for item in read.lines] == [("Aim", True), ("People", False)]
    assert not read.problems


def test_kind_and_grades_are_chosen_in_the_form(library: Held) -> None:
    library.page.checklists.templates.setFocus()
    library.page._open("t1")
    form = library.page.panels[Template].form
    assert list(form.editors) == ["name", "purpose", "kind", "grades", "from_step", "to_step"]
    form.editors["kind"].accept(VisitKind.REVIEW)
    assert library.desk.workspace().get("t1").kind is VisitKind.REVIEW
    assert library.page.checklists.head._facts.text() == "Review"
    assert isinstance(library.desk.workspace().get("i1"), TemplateItem)


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

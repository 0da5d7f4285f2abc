"""The paper place: what leaves is an edition; seen as it was, compared with, and asked after by its reader."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kamdesk.client.edit import change
from kamdesk.client.paper_records import Audience, Edition
from kamdesk.client.snapshot import unpack
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.paper.edition_list import DRAFT
from kamdesk.words import said
from tests.ui.held import Held
from tests.ui.paper_place import WAIT, page, paper_place, remake


@pytest.fixture
def held(tmp_path: Path, qtbot: QtBot) -> Iterator[Held]:
    """The paper place."""
    with paper_place(tmp_path / "data", qtbot) as held:
        held.desk.do(said("No editions"), *(change(item, number=0, document="other") for item in held.client.editions))
        remake(held, qtbot)
        yield held


def kept(held: Held) -> tuple[Edition, ...]:
    """The editions of the plan."""
    return tuple(item for item in held.client.editions if item.document == "plan")


def give_out(held: Held, qtbot: QtBot, target: Path) -> Edition:
    """Export an edition, and wait for the next one to be shown."""
    before = len(kept(held))
    page(held).export_to(str(target))
    qtbot.waitUntil(lambda: len(kept(held)) > before, timeout=WAIT)
    remake(held, qtbot)
    return max(kept(held), key=lambda item: item.number or 0)


def change_goal(held: Held, qtbot: QtBot, goal: str) -> None:
    """Change the client, and wait for the pages."""
    held.desk.do(said("Change the goal"), change(held.client.company, goal=goal))
    remake(held, qtbot)


def words(held: Held) -> str:
    """The words of the pages."""
    document = page(held).view.document
    return "\n".join(document.getAllText(number).text() for number in range(document.pageCount()))


def test_what_is_exported_is_kept_as_it_was(held: Held, qtbot: QtBot, tmp_path: Path) -> None:
    choice = page(held).chapters.choice
    choice.reader, choice.watermark = "Director Zhou", "Copy 3"
    page(held).chapters.show_choice()
    edition = give_out(held, qtbot, tmp_path / "plan.pdf")
    assert (edition.number, edition.reader, edition.watermark) == (1, "Director Zhou", "Copy 3")
    assert edition.audience is Audience.INTERNAL
    assert len(edition.digest) == 64
    assert edition.snapshot is not None
    assert unpack(edition.snapshot)[0].company.name == held.client.company.name
    assert choice.reader == ""
    assert choice.watermark == "Copy 3"
    rows = page(held).panel.editions.model_of_rows.rows
    assert [(row.number, row.title) for row in rows] == [(2, "Draft"), (1, "For Director Zhou")]
    held.desk.undo()
    assert kept(held) == ()


def test_the_next_one_says_what_changed(held: Held, qtbot: QtBot, tmp_path: Path) -> None:
    give_out(held, qtbot, tmp_path / "plan.pdf")
    assert page(held).panel.moved.isVisible()
    change_goal(held, qtbot, "Reach for the moon")
    moved = page(held).panel.moved.rows.model_of_rows.rows
    assert moved
    assert "Changed since edition 1" in words(held)
    page(held).panel.moved.rows.opened.emit(moved[-1].key)
    assert isinstance(held.went[-1], Goto)


def test_an_old_edition_is_shown_as_it_was(held: Held, qtbot: QtBot, tmp_path: Path) -> None:
    change_goal(held, qtbot, "The goal of then")
    edition = give_out(held, qtbot, tmp_path / "plan.pdf")
    change_goal(held, qtbot, "The goal of now")
    assert "The goal of now" in words(held)
    page(held).panel.editions.opened.emit(edition.key)
    remake(held, qtbot)
    assert "The goal of then" in words(held)
    assert "The goal of now" not in words(held)
    assert page(held).middle.again.words().startswith("Edition 1 as it was on")
    assert not page(held).chapters.isEnabled()
    page(held).export_to(str(tmp_path / "again.pdf"))
    qtbot.waitUntil((tmp_path / "again.pdf").exists, timeout=WAIT)
    assert len(kept(held)) == 1
    QTest.keyClick(page(held), Qt.Key.Key_Escape)
    remake(held, qtbot)
    assert "The goal of now" in words(held)
    assert page(held).panel.editions.current_key() == DRAFT


def test_an_edition_that_names_neither_chapters_nor_paper_is_shown_all_on_a4(
    held: Held, qtbot: QtBot, tmp_path: Path
) -> None:
    edition = give_out(held, qtbot, tmp_path / "plan.pdf")
    held.desk.do(said("Made elsewhere"), change(edition, chapters="", paper=""))
    remake(held, qtbot)
    page(held).panel.editions.opened.emit(edition.key)
    remake(held, qtbot)
    assert held.client.company.name in words(held)


def test_an_older_one_can_be_compared_with(held: Held, qtbot: QtBot, tmp_path: Path) -> None:
    first = give_out(held, qtbot, tmp_path / "one.pdf")
    change_goal(held, qtbot, "Second goal")
    give_out(held, qtbot, tmp_path / "two.pdf")
    made = page(held).maker.fresh
    assert made is not None
    assert made.order.issue.before is not None
    assert made.order.issue.before.number == 2
    rows = page(held).panel.editions
    rows.choose(first.key)
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Equal)
    remake(held, qtbot)
    made = page(held).maker.fresh
    assert made is not None
    assert made.order.issue.before is not None
    assert made.order.issue.before.number == 1
    assert any(row.mark for row in rows.model_of_rows.rows if row.key == first.key)


def test_who_read_which_paper(held: Held, qtbot: QtBot, tmp_path: Path) -> None:
    edition = give_out(held, qtbot, tmp_path / "one.pdf")
    rows = page(held).panel.editions
    rows.choose(edition.key)
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_F2)
    sheet = page(held).editions.sheet
    assert sheet is not None
    sheet.field.setText("Director Zhou")
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    assert kept(held)[0].reader == "Director Zhou"
    page(held).panel.seek.click()
    page(held).panel.reader.setText("zhou")
    assert [row.title for row in rows.model_of_rows.rows] == ["For Director Zhou"]
    page(held).panel.reader.setText("nobody of this name")
    assert not rows.model_of_rows.rows


def test_an_edition_leaves_the_list_and_comes_back(held: Held, qtbot: QtBot, tmp_path: Path) -> None:
    edition = give_out(held, qtbot, tmp_path / "one.pdf")
    rows = page(held).panel.editions
    rows.choose(edition.key)
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    assert kept(held) == ()
    held.desk.undo()
    assert len(kept(held)) == 1


def test_printing_keeps_an_edition_too(held: Held, qtbot: QtBot, tmp_path: Path) -> None:
    made = page(held).maker.fresh
    assert made is not None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(72)
    page(held).out.print_to(made, printer)
    qtbot.waitUntil(lambda: not page(held).out.busy, timeout=WAIT)
    assert [item.number for item in kept(held)] == [1]


def test_a_password_is_asked_for_and_locks_the_file(held: Held, qtbot: QtBot, tmp_path: Path) -> None:
    page(held).chapters.choice.locked = True
    page(held).export()
    sheet = page(held).leaving.sheet
    assert sheet is not None
    assert not sheet.does.isEnabled()
    sheet.field.setText("long enough")
    sheet.close_sheet()
    page(held).leaving._password = "long enough"
    target = tmp_path / "locked.pdf"
    page(held).export_to(str(target))
    qtbot.waitUntil(target.exists, timeout=WAIT)
    document = QPdfDocument()
    assert document.load(str(target)) is QPdfDocument.Error.IncorrectPassword
    document.setPassword("long enough")
    assert document.load(str(target)) is QPdfDocument.Error.None_
    document.close()


def test_the_clients_copy_leaves_out_by_name(held: Held, qtbot: QtBot) -> None:
    leak = page(held).panel.leak.rows.model_of_rows.rows
    assert leak
    assert all(row.where for row in leak)
    page(held).chapters.audience.chosen.emit(Audience.CLIENT)
    remake(held, qtbot)
    rows = {row.key: row for row in page(held).chapters.rows.model_of_rows.rows}
    assert rows["weighin"].barred
    assert rows["weighin"].page == ""
    page(held).chapters.toggle("weighin")
    assert "weighin" not in page(held).chapters.chosen()
    assert "王璐" not in words(held)


def test_an_edition_that_cannot_be_read_any_more_stops_nothing(held: Held, qtbot: QtBot, tmp_path: Path) -> None:
    edition = give_out(held, qtbot, tmp_path / "one.pdf")
    held.desk.do(said("Spoil"), change(edition, snapshot=b"nonsense"))
    remake(held, qtbot)
    change_goal(held, qtbot, "Goal after all")
    assert "Goal after all" in words(held)
    page(held).panel.editions.opened.emit(edition.key)
    assert page(held).middle.again.isHidden()
    assert "can't be read" in page(held).editions._toast.accessibleName()
    change_goal(held, qtbot, "Another goal")
    assert "Another goal" in words(held)

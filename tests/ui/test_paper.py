"""The paper place: the real file's pages, live; chapters and language; export and print."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from kamdesk.client.company import Company
from kamdesk.client.edit import Edit, change
from kamdesk.client.paper_records import Audience
from kamdesk.document.plan import CHAPTERS
from kamdesk.ui.job import JobThread
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.paper.place import PaperPage
from kamdesk.words import said
from tests.ui.held import Held
from tests.ui.paper_place import WAIT, page, paper_place, remake


@pytest.fixture
def held(tmp_path: Path, qtbot: QtBot) -> Iterator[Held]:
    """The paper place."""
    with paper_place(tmp_path / "data", qtbot) as held:
        yield held


def text_of(data: bytes) -> str:
    """All the words of a PDF file."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    words = [document.getAllText(number).text() for number in range(document.pageCount())]
    document.close()
    return "\n".join(words)


def test_the_pages_are_those_of_the_real_file(held: Held) -> None:
    made = page(held).maker.fresh
    assert made is not None
    assert page(held).view.document.pageCount() == made.written.pages > 5
    assert made.data.startswith(b"%PDF-")
    assert page(held).view.document.getAllText(0).text() in text_of(made.data)
    assert page(held).bar.words() == "Ready to print: fonts complete, no empty chapter"


def test_every_chapter_tells_the_page_it_begins_on(held: Held) -> None:
    made = page(held).maker.fresh
    assert made is not None
    rows = page(held).chapters.rows.model_of_rows.rows
    assert [row.page for row in rows] == [f"p. {made.first_page(row.key)}" for row in rows]
    assert [row.key for row in rows] == [name for name in CHAPTERS if Audience.INTERNAL in CHAPTERS[name].audiences]


def test_space_takes_a_chapter_out_and_enter_goes_to_another(held: Held, qtbot: QtBot) -> None:
    before = page(held).view.document.pageCount()
    rows = page(held).chapters.rows
    rows.setFocus()
    rows.choose("weighin")
    QTest.keyClick(rows, Qt.Key.Key_Space)
    assert page(held).maker.fresh is None
    remake(held, qtbot)
    assert page(held).view.document.pageCount() < before
    rows.choose("actions")
    QTest.keyClick(rows, Qt.Key.Key_Return)
    made = page(held).maker.fresh
    assert made is not None
    assert page(held).view.page == made.first_page("actions")


def test_without_a_chapter_one_sentence_stands_there(held: Held) -> None:
    for name in CHAPTERS:
        page(held).chapters.toggle(name)
    assert page(held).middle.none.isVisible()
    assert not page(held).panel.export.isEnabled()
    page(held).middle.none.buttons["all"].click()
    assert page(held).view.isVisible()
    assert page(held).panel.export.isEnabled()


def test_the_plan_follows_an_edit_and_the_place_stays(held: Held, qtbot: QtBot) -> None:
    view = page(held).view
    view.go_to(3)
    bar = view.pages.verticalScrollBar()
    bar.setValue(bar.value() + 37)
    place, zoom = bar.value(), view.pages.zoomFactor()
    company = held.client.company
    held.desk.do(said("Change the goal"), change(company, goal="Aim for the moon in this year"))
    assert page(held).maker.fresh is None
    remake(held, qtbot)
    assert "Aim for the moon" in "".join(view.document.getAllText(n).text() for n in range(view.document.pageCount()))
    assert bar.value() == place
    assert view.pages.zoomFactor() == zoom


def test_many_edits_at_once_make_one_plan(held: Held, qtbot: QtBot) -> None:
    made: list[object] = []
    page(held).maker.made.connect(made.append)
    for number in range(5):
        held.desk.do(said("Change the goal"), change(held.client.company, goal=f"Goal {number}"))
    remake(held, qtbot)
    assert len(made) == 1
    assert "Goal 4" in text_of(made[0].data)  # type: ignore[attr-defined]


def test_an_edit_elsewhere_makes_nothing(held: Held) -> None:
    held.show()
    assert page(held).maker.fresh is not None


def test_the_document_speaks_another_language_than_the_screen(held: Held, qtbot: QtBot) -> None:
    combo = page(held).chapters.language
    combo.setCurrentIndex(combo.findText("简体中文"))
    combo.activated.emit(combo.currentIndex())
    remake(held, qtbot)
    made = page(held).maker.fresh
    assert made is not None
    assert "一页纸摘要" in text_of(made.data)
    assert page(held).panel.export.text() == "Export PDF"


def test_what_cannot_be_printed_is_said_beforehand(held: Held, qtbot: QtBot) -> None:
    held.desk.do(said("Change the goal"), change(held.client.company, goal="𓀀 and 𓀁"))
    remake(held, qtbot)
    assert page(held).bar.words() == "2 characters cannot be printed: 𓀀 𓀁"


def test_a_logo_that_cannot_be_printed_is_said_beforehand(held: Held, qtbot: QtBot) -> None:
    held.desk.do(said("Logo"), change(held.client.company, logo=b"\x89PNG\r\n\x1a\n damaged"))
    remake(held, qtbot)
    assert page(held).bar.words().startswith("The logo cannot be printed and is left out")


def test_an_empty_chapter_has_a_flag_and_leads_to_its_place(held: Held, qtbot: QtBot) -> None:
    gone = [item for name in CHAPTERS["actions"].sections for item in getattr(held.client, name)]
    held.desk.do(said("Remove all actions"), *(Edit(item, None) for item in gone))
    remake(held, qtbot)
    assert page(held).bar.words() == "1 chapter is empty: Actions"
    rows = page(held).chapters.rows
    assert next(row for row in rows.model_of_rows.rows if row.key == "actions").empty
    rows.setFocus()
    rows.choose("actions")
    QTest.keyClick(rows, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert held.went == [Goto("plan", held.key)]


def test_export_writes_what_is_shown(held: Held, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    made = page(held).maker.fresh
    assert made is not None
    page(held).export_to(str(target))
    qtbot.waitUntil(target.exists, timeout=WAIT)
    assert target.read_bytes() == made.data
    qtbot.waitUntil(lambda: page(held).out._toast.isVisible())
    assert page(held).out._toast.accessibleName() == "Saved plan.pdf: Edition 1"


def test_export_waits_for_the_latest_edit(held: Held, qtbot: QtBot, tmp_path: Path) -> None:
    held.desk.do(said("Change the goal"), change(held.client.company, goal="Written a moment ago"))
    target = tmp_path / "plan.pdf"
    page(held).export_to(str(target))
    qtbot.waitUntil(target.exists, timeout=WAIT)
    assert "Written a moment ago" in text_of(target.read_bytes())


def test_export_proposes_a_safe_name_and_remembers_the_folder(held: Held, qtbot: QtBot, tmp_path: Path) -> None:
    held.desk.do(said("Rename"), change(held.client.company, short="A/B: <plan>?"))
    page(held).export()
    qtbot.waitUntil(lambda: bool(page(held).findChildren(QFileDialog)), timeout=WAIT)
    dialog = page(held).findChildren(QFileDialog)[0]
    name = Path(dialog.selectedFiles()[0]).name
    assert name.endswith(".pdf")
    assert not set(name) & set('/:<>?*"|\\')
    dialog.reject()
    (tmp_path / "plans").mkdir()
    page(held).export_to(str(tmp_path / "plans" / "x.pdf"))
    qtbot.waitUntil(lambda: "Saved x.pdf" in page(held).out._toast.accessibleName(), timeout=WAIT)
    page(held).export()
    qtbot.waitUntil(lambda: page(held).out.busy, timeout=WAIT)
    again = next(item for item in page(held).findChildren(QFileDialog) if item.isVisible())
    assert Path(again.directory().absolutePath()) == tmp_path / "plans"
    again.reject()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_protected_file_is_said_and_left_as_it_was(held: Held, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"the old one")
    target.chmod(0o400)
    failed: list[Any] = []
    page(held).working.connect(lambda job: job.failed.connect(failed.append))
    page(held).export_to(str(target))
    qtbot.waitUntil(lambda: bool(failed), timeout=WAIT)
    assert "plan.pdf could not be written" in failed[0].tell(held.look.words)
    assert target.read_bytes() == b"the old one"


def test_a_target_that_takes_no_file_is_said_and_leaves_nothing_behind(
    held: Held, qtbot: QtBot, tmp_path: Path
) -> None:
    failed: list[Any] = []
    page(held).working.connect(lambda job: job.failed.connect(failed.append))
    (tmp_path / "plan.pdf").mkdir()
    page(held).export_to(str(tmp_path / "plan.pdf"))
    qtbot.waitUntil(lambda: bool(failed), timeout=WAIT)
    assert "is a folder." in failed[0].tell(held.look.words)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == []


def test_print_asks_the_system_which_printer(held: Held, qtbot: QtBot) -> None:
    page(held).open_item("", "print")
    qtbot.waitUntil(lambda: bool(page(held).findChildren(QPrintDialog)), timeout=WAIT)
    dialog = page(held).findChildren(QPrintDialog)[0]
    assert dialog.isVisible()
    dialog.reject()
    assert not page(held).out.busy


def test_print_draws_every_page(held: Held, qtbot: QtBot, tmp_path: Path) -> None:
    made = page(held).maker.fresh
    assert made is not None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(100)
    page(held).out.print_to(made, printer)
    assert page(held).bar.words().startswith("Printing: page 1 of")
    qtbot.waitUntil(lambda: not page(held).out.busy, timeout=WAIT)
    printed = QPdfDocument()
    printed.load(str(tmp_path / "printed.pdf"))
    assert printed.pageCount() == made.written.pages
    assert abs(darkness(at(printed, 0)) - darkness(at(page(held).view.document, 0))) < 0.04
    assert page(held).bar.words() == "Ready to print: fonts complete, no empty chapter"
    printed.close()


def test_printing_can_be_stopped(held: Held, qtbot: QtBot, tmp_path: Path) -> None:
    made = page(held).maker.fresh
    assert made is not None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    page(held).out.print_to(made, printer)
    page(held).bar.stop.click()
    assert not page(held).out.busy
    assert page(held).out._toast.accessibleName() == "Printing was stopped"


def test_a_client_without_anything_still_has_a_plan(tmp_path: Path, qtbot: QtBot) -> None:
    held = Held(tmp_path / "data", [Company(key="new", owner="new", name="Neu & Söhne <b>")], PaperPage)
    jobs = JobThread()
    page(held).working.connect(jobs.start)
    held.show()
    remake(held, qtbot)
    assert page(held).view.document.pageCount() >= 1
    assert "chapters are empty" in page(held).bar.words()
    jobs.close()
    held.close()


def at(document: QPdfDocument, number: int) -> QImage:
    """A page in small, on white."""
    drawn = document.render(number, QSize(210, 297))
    white = QImage(drawn.size(), QImage.Format.Format_RGB32)
    white.fill(0xFFFFFFFF)
    painter = QPainter(white)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return white


def darkness(image: QImage) -> float:
    """The mean darkness of a picture, 0.0-1.0."""
    small = image.scaled(42, 60, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    values = [small.pixelColor(x, y).lightnessF() for x in range(42) for y in range(60)]
    return 1 - sum(values) / len(values)

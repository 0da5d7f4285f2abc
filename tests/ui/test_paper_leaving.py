"""A document leaves: what stands in its way is said and goes when it has left; what no program opens is said too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices, QPageRanges
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from kamdesk.errors import Trouble
from kamdesk.exchange.outfile import free_path
from kamdesk.ui.frame import Frame
from kamdesk.ui.job import Job, Progress
from kamdesk.ui.pages.paper.print import pages_to_print
from kamdesk.words import Said, said
from tests.ui.held import Held
from tests.ui.paper_place import WAIT, page, paper_place


@pytest.fixture
def held(tmp_path: Path, qtbot: QtBot) -> Iterator[Held]:
    """The place with its first document made."""
    with paper_place(tmp_path / "data", qtbot) as held:
        yield held


@pytest.fixture
def opens(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the system is asked to open; it has no program for anything."""
    asked: list[str] = []

    def refuse(url: object) -> bool:
        asked.append(url.toLocalFile())  # type: ignore[attr-defined]
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", refuse)
    return asked


def run(frame: Frame, qtbot: QtBot, words: Said, trouble: Trouble | None = None) -> None:
    """A job of the window, which meets this trouble."""

    def work(_progress: Progress) -> None:
        if trouble is not None:
            raise trouble

    job = Job(words, work)
    with qtbot.waitSignal(job.ended, timeout=WAIT):
        frame.start(job)


def test_a_folder_that_no_program_shows_is_named(held: Held, qtbot: QtBot, tmp_path: Path, opens: list[str]) -> None:
    out = page(held).out
    page(held).export_to(str(tmp_path / "plan.pdf"))
    qtbot.waitUntil(lambda: "Saved plan.pdf" in out._toast.accessibleName(), timeout=WAIT)
    out.show_folder()
    assert opens == [str(tmp_path)]
    assert out._toast.accessibleName() == f"No program here shows folders. It is {tmp_path}"


def test_without_a_mail_program_the_draft_is_told_where_it_lies_and_no_other_is_overwritten(
    held: Held, qtbot: QtBot, tmp_path: Path, opens: list[str]
) -> None:
    (tmp_path / "plan.eml").write_bytes(b"what somebody wrote")
    out = page(held).out
    page(held).export_to(str(tmp_path / "plan.pdf"))
    qtbot.waitUntil(lambda: "Saved plan.pdf" in out._toast.accessibleName(), timeout=WAIT)
    out._toast.acted_also.emit()
    words = "No mail program opens plan (2).eml; it lies beside the PDF"
    qtbot.waitUntil(lambda: out._toast.accessibleName() == words, timeout=WAIT)
    assert opens == [str(tmp_path / "plan (2).eml")]
    assert (tmp_path / "plan.eml").read_bytes() == b"what somebody wrote"
    assert b"plan.pdf" in (tmp_path / "plan (2).eml").read_bytes()


def test_a_free_path_counts_on(tmp_path: Path) -> None:
    assert free_path(tmp_path / "a.eml").name == "a.eml"
    for name in ("a.eml", "a (2).eml"):
        (tmp_path / name).write_bytes(b"")
    assert free_path(tmp_path / "a.eml").name == "a (3).eml"


def test_what_could_not_be_saved_is_no_longer_told_once_it_is_saved(frame: Frame, qtbot: QtBot) -> None:
    saving = said("Saving {file}", file="a.pdf")
    trouble = Trouble(said("{file} is a folder.", file="a.pdf"), said("Choose another place."))
    run(frame, qtbot, saving, trouble)
    frame.show_trouble(trouble)
    assert frame.bar.accessibleName() == "a.pdf is a folder. Choose another place."
    run(frame, qtbot, said("Making the pages"))
    assert not frame.bar.isHidden()
    run(frame, qtbot, saving)
    assert frame.bar.isHidden()


@pytest.mark.parametrize(
    ("asked", "pages"), [("", [0, 1, 2, 3, 4, 5]), ("2-3", [1, 2]), ("2, 5-9", [1, 4, 5]), ("9", [])]
)
def test_only_the_pages_that_were_asked_for_are_printed(qapp: object, asked: str, pages: list[int]) -> None:
    printer = QPrinter()
    printer.setPageRanges(QPageRanges.fromString(asked))
    assert pages_to_print(printer, 6) == pages
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert pages_to_print(printer, 6) == pages[::-1]


@pytest.mark.parametrize(("asked", "editions"), [("1", 0), ("", 1)])
def test_a_page_printed_once_more_is_no_edition(
    held: Held, qtbot: QtBot, tmp_path: Path, asked: str, editions: int
) -> None:
    out, printer = page(held).out, QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageRanges(QPageRanges.fromString(asked))
    made = page(held).maker.fresh
    assert made is not None
    before = len(held.desk.client(made.order.client.key).editions)
    with qtbot.waitSignal(out.ended, timeout=WAIT):
        out.print_to(made, printer)
    assert len(held.desk.client(made.order.client.key).editions) == before + editions


def test_a_password_is_hidden_and_can_be_looked_at(held: Held, tmp_path: Path, qtbot: QtBot) -> None:
    made = page(held).maker.fresh
    assert made is not None
    leaving = page(held).leaving
    leaving.export(made.order, ask_password=True)
    sheet = leaving.sheet
    assert sheet is not None
    assert not sheet.does.isEnabled()
    sheet.field.setText("three words here")
    assert sheet.field.displayText() != "three words here"
    sheet.shows.click()
    assert sheet.field.displayText() == "three words here"
    sheet.field.entered.emit()
    page(held).out._asking.reject()  # type: ignore[union-attr]
    page(held).export_to(str(tmp_path / "locked.pdf"))
    qtbot.waitUntil((tmp_path / "locked.pdf").exists, timeout=WAIT)
    assert b"/Encrypt" in (tmp_path / "locked.pdf").read_bytes()

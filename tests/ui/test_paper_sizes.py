"""The paper place: what the people map is printed on, and that the printer is asked for it page by page."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from kamdesk.client.client import Client, Workspace
from kamdesk.client.company import Company
from kamdesk.client.library import Profile
from kamdesk.client.people import Contact
from kamdesk.document.plan import write_plan
from kamdesk.ui.pages.paper.print import Printing
from kamdesk.words import words_for
from tests.ui.paper_place import WAIT, page, paper_place, remake


def sizes(path: Path) -> list[tuple[int, int]]:
    """The pages of a file, in mm."""
    document = QPdfDocument()
    document.load(str(path))
    found = [document.pagePointSize(number) for number in range(document.pageCount())]
    document.close()
    return [(round(size.width() * 25.4 / 72), round(size.height() * 25.4 / 72)) for size in found]


def test_the_paper_of_the_map_is_chosen_for_the_plan_only(tmp_path: Path, qtbot: QtBot) -> None:
    with paper_place(tmp_path / "data", qtbot) as held:
        chapters = page(held).chapters
        assert chapters.paper.isVisible()
        chapters.paper.setCurrentText("A3")
        chapters.paper.textActivated.emit("A3")
        remake(held, qtbot)
        made = page(held).maker.fresh
        assert made is not None
        assert made.order.paper == "A3"
        chapters.show_document("person")
        assert not chapters.paper.isEnabled()
        assert chapters.paper.currentText() == "A4"


@pytest.mark.parametrize(("paper", "first"), [("A4", (297, 210)), ("A3", (420, 297))])
def test_a_page_that_lies_across_is_printed_across(
    tmp_path: Path, qtbot: QtBot, paper: str, first: tuple[int, int]
) -> None:
    people = tuple(Contact(key=f"p{at}", owner="c", name=f"P {at}", department="abcd"[at % 4]) for at in range(16))
    client, shared = Client(company=Company(key="c"), contacts=people), Workspace(profile=Profile(key="me"))
    out = io.BytesIO()
    write_plan(client, shared, out, words_for("en"), date(2026, 11, 21), ["people"], paper=paper)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(100)
    owner = QObject()
    printing = Printing(out.getvalue(), "plan", printer, owner)
    with qtbot.waitSignal(printing.ended, timeout=WAIT):
        printing.start()
    assert sizes(tmp_path / "printed.pdf") == [first, (210, 297)]

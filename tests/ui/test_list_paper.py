"""Every list of records prints itself: what stands on the screen, in its order, through one mechanism."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kamdesk.client.client import WORKSPACE
from kamdesk.client.edit import Edit, add
from kamdesk.client.plan_records import Action, Goal, Opportunity, Side
from kamdesk.client.rival_records import Rival
from kamdesk.client.telling import names_of
from kamdesk.client.visit_records import Visit
from kamdesk.document.record_list import Listed
from kamdesk.ui.frame import Frame
from kamdesk.ui.list_paper.cells import Told
from kamdesk.ui.list_paper.listing import listed_on
from kamdesk.ui.list_paper.sheet import ListSheet
from kamdesk.ui.pages.page import Goto
from kamdesk.words import said

WAIT = 20_000


@pytest.fixture
def filled(frame: Frame) -> Frame:
    """A frame whose client has a record of many kinds."""
    at = datetime(2026, 11, 24, 6, tzinfo=UTC)
    records = (
        Rival(key="kr", owner=WORKSPACE, name="科瑞自动化"),
        Visit(key="v1", owner="hx", objective="Agree on the samples", at=at, place="Building 3"),
        Goal(key="g1", owner="hx", text="A third of the volume"),
        Opportunity(key="o1", owner="hx", name="Line 3"),
        Action(key="a2", owner="hx", text="Sign the NDA", side=Side.THEIRS, said_by="王璐"),
    )
    frame.desk.do(said("Fill"), *map(add, records))
    return frame


def listed(frame: Frame) -> Listed | None:
    """The list of the place that is shown."""
    page, key, desk = frame.stage.page, frame.stage.place.client, frame.desk
    assert page is not None
    client = desk.client(key) if key else None
    names = names_of(*([client] if client else []), desk.workspace())
    return listed_on(page, QApplication.focusWidget(), Told(frame.look, names, desk.today), client)


@pytest.mark.parametrize(
    ("place", "client", "title", "text"),
    [
        ("clients", "", "Clients", "华星精密电子（深圳）有限公司"),
        ("visits", "", "Visits", "Agree on the samples"),
        ("rivals", "", "Rivals", "科瑞自动化"),
        ("people", "hx", "People", "王璐"),
        ("plan", "hx", "Actions", "Send the ISO report to 王璐"),
        ("goals", "hx", "Goals", "A third of the volume"),
        ("opportunities", "hx", "Opportunities", "Line 3"),
    ],
)
def test_the_list_of_a_place_says_what_stands_there(
    filled: Frame, place: str, client: str, title: str, text: str
) -> None:
    filled.way.go(Goto(place, client))
    made = listed(filled)
    assert made is not None
    assert made.title == title
    assert any(text in cell for row in made.rows for cell in row.texts)
    assert all(len(row.texts) == len(made.columns) for row in made.rows if not row.group)
    assert made.about == ("华星精密电子（深圳）有限公司" if client else "")


def test_both_sides_of_the_promises_are_one_list(filled: Frame) -> None:
    given = replace(filled.desk.client("hx").actions[0], said_by="林嘉", side=Side.OURS)
    filled.desk.do(said("Promised"), *(replace_of(filled, given)))
    filled.way.go(Goto("plan", "hx"))
    page = filled.stage.page
    assert page is not None
    page.views.choose("promises")  # type: ignore[attr-defined]
    page.views.chosen.emit("promises")  # type: ignore[attr-defined]
    made = listed(filled)
    assert made is not None
    assert [row.texts[0] for row in made.rows if row.group] == ["We promised", "They promised"]
    assert made.chosen == "Promises"


def replace_of(frame: Frame, action: Action) -> tuple[Edit, ...]:
    """The edit that puts an action in the place of the one of its key."""
    before = next(item for item in frame.desk.client("hx").actions if item.key == action.key)
    return (Edit(before, action),)


def test_it_is_seen_and_exported(filled: Frame, qtbot: QtBot, tmp_path: Path) -> None:
    filled.way.go(Goto("clients"))
    filled.deeds.run("print_list")
    sheet = filled.sheets.shown
    assert isinstance(sheet, ListSheet)
    qtbot.waitUntil(lambda: sheet.made is not None, timeout=WAIT)
    assert "Łódź Motors" in sheet.pages.shown.getAllText(0).text()
    sheet.out.file_chosen.emit(str(tmp_path / "clients.pdf"))
    qtbot.waitUntil((tmp_path / "clients.pdf").exists, timeout=WAIT)
    document = QPdfDocument()
    document.load(str(tmp_path / "clients.pdf"))
    assert document.pageCount() == 1
    document.close()


def test_without_a_list_a_word_says_so(filled: Frame) -> None:
    filled.way.go(Goto("paper", "hx"))
    filled.deeds.run("print_list")
    assert filled.sheets.shown is None
    assert filled.notes._toast.accessibleName() == "There is no list to print here"

"""A disk that is full while a place is edited: what was typed stays in its field, Retry saves it, and only once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kamdesk.client.client import WORKSPACE
from kamdesk.client.edit import add
from kamdesk.client.rival_records import Factor, Rival, Standing
from kamdesk.desk.desk import Desk
from kamdesk.ui.frame import Frame
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.rivals.cell_line import CellLine
from kamdesk.ui.pages.rivals.place import RivalsPage
from kamdesk.words import said
from tests.ui.conftest import FillingStore


@pytest.fixture
def sheet(frame: Frame, desk: Desk, qtbot: QtBot) -> RivalsPage:
    """The comparison of a client with one need and one rival, the keyboard on the rival's cell."""
    desk.do(
        said("Fill"),
        add(Rival(key="kr", owner=WORKSPACE, name="Kerui")),
        add(Factor(key="f1", owner="hx", name="Delivery")),
        add(Standing(key="s1", owner="hx", factor="f1", rival="kr", value="6 weeks", score=2)),
    )
    frame.activateWindow()
    frame.way.go(Goto("rivals", "hx"))
    page = frame.stage.findChild(RivalsPage)
    assert page is not None
    page.body.view.setFocus()
    page.body.view.go("f1", "kr")
    return page


def fill(desk: Desk, full: bool) -> None:
    """Fill the disk, or make room."""
    assert isinstance(desk.store, FillingStore)
    desk.store.full = full


def stored(desk: Desk) -> list[str]:
    """What stands in the rival's cells."""
    return [item.value for item in desk.client("hx").standings]


def test_a_cell_that_could_not_be_saved_keeps_what_was_typed_and_retry_saves_it_once(
    frame: Frame, desk: Desk, sheet: RivalsPage
) -> None:
    fill(desk, True)
    QTest.keyClicks(sheet.body.view, "7")
    QTest.keyClicks(QApplication.focusWidget(), "7 weeks")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert stored(desk) == ["6 weeks"]
    assert frame.bar.isVisible()
    assert isinstance(sheet.body.editor, CellLine), "what was typed is still to be seen"
    assert sheet.body.editor.line.text() == "77 weeks"
    fill(desk, False)
    frame.bar._retry.setFocus()
    frame.bar._retry.click()
    assert stored(desk) == ["77 weeks"]
    assert not frame.bar.isVisible()
    assert sheet.body.editor is None
    assert sheet.isAncestorOf(QApplication.focusWidget()), "the keyboard goes back to the work"

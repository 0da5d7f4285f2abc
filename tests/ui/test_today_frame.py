"""Today in the window: commands from anywhere, the count in the rail, sheets that reach the print dialog."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from kamdesk.client.edit import add
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.visit_records import Visit
from kamdesk.desk.desk import Desk
from kamdesk.ui.frame import Frame
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.today.place import TodayPage
from kamdesk.words import said


@pytest.fixture
def busy(desk: Desk) -> Desk:
    """A visit tomorrow at ten, and a promise that is due today."""
    today = desk.today
    at = (datetime(today.year, today.month, today.day, 10) + timedelta(1)).astimezone()
    desk.do(
        said("Plan"),
        add(Visit(key="v1", owner="hx", objective="谈定试点", at=at)),
        add(Action(key="due", owner="hx", text="补报方案", side=Side.OURS, due=today)),
    )
    return desk


@pytest.fixture
def today(busy: Desk, frame: Frame) -> TodayPage:
    """The place in its window."""
    frame.way.go(Goto("today"))
    page = frame.stage.page
    assert isinstance(page, TodayPage)
    return page


def test_the_rail_counts_what_today_asks_for(qtbot: QtBot, today: TodayPage, frame: Frame) -> None:
    qtbot.waitUntil(lambda: frame.rail.counts()["today"] == 1)


def test_tomorrows_sheets_reach_the_print_dialog_from_anywhere(qtbot: QtBot, today: TodayPage, frame: Frame) -> None:
    frame.way.go(Goto("clients"))
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(frame, Qt.Key.Key_P, keys)
    assert frame.stage.place == Goto("today")
    qtbot.waitUntil(lambda: isinstance(today.out.sheets.asking, QDialog), timeout=30_000)
    dialog = today.out.sheets.asking
    assert dialog is not None
    assert today.out.sheets._data.startswith(b"%PDF")
    assert today.out.sheets._pages >= 2
    dialog.reject()
    qtbot.waitUntil(lambda: today.out.sheets.asking is None)


def test_the_review_is_a_command_and_its_undo_deals_the_client_again(today: TodayPage, frame: Frame) -> None:
    frame.deeds.run("review")
    assert today.reviewing
    first = today.review.key
    QTest.keyClick(today, Qt.Key.Key_1)
    QTest.keyClick(today, Qt.Key.Key_Return)
    assert today.review.key != first
    frame.saving.undo()
    assert today.review.key == first


def test_space_ticks_and_the_toast_offers_undo(today: TodayPage, frame: Frame, desk: Desk) -> None:
    today.middle.due.enter(1)
    QTest.keyClick(today.middle.due, Qt.Key.Key_Space)
    done = desk.client("hx").get("due")
    assert isinstance(done, Action)
    assert done.done == desk.today
    frame.saving.undo()
    assert [item.owed.key for item in today.middle.due.model_of_rows.rows] == ["due"]


def test_a_mail_draft_carries_the_sheet(qtbot: QtBot, today: TodayPage, frame: Frame) -> None:
    frame.way.go(Goto("visits", item="v1"))
    page = frame.stage.page
    assert page is not None
    page.to_mail()  # type: ignore[attr-defined]
    out = page.out  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: out.file.asking is not None, timeout=30_000)
    assert b"application/pdf" in out.file._data
    out.file.asking.reject()

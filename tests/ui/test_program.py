"""The program from start to end: welcome, second start, trouble with the data, another look, windows of their own."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from kamdesk.client.client import WORKSPACE
from kamdesk.client.company import Company
from kamdesk.client.edit import add
from kamdesk.client.library import Threshold
from kamdesk.client.people import Contact
from kamdesk.client.weigh_records import WeighIn
from kamdesk.settings import SettingsFile
from kamdesk.store.datafile import NAME
from kamdesk.store.step import Step
from kamdesk.store.store import Store
from kamdesk.ui.dialogs.stopped import Stopped
from kamdesk.ui.dialogs.welcome import Welcome
from kamdesk.ui.frame import Frame
from kamdesk.ui.main_window import MainWindow
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.program import Program
from kamdesk.ui.single import raise_other
from kamdesk.words import said

Begin = Callable[[], Program]


@pytest.fixture
def begin(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Begin]:
    """Starts programs on the same folder, one after another."""
    running: list[Program] = []

    def start() -> Program:
        program = Program(qapp, tmp_path / "data", "en")
        running.append(program)
        program.begin()
        qtbot.waitUntil(lambda: program.window.content is not None)
        return program

    yield start
    for program in running:
        if program.running:
            end(program)


def end(program: Program) -> None:
    """End a program as closing its last window does."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, MainWindow):
            window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    program.end()


def frame_of(program: Program) -> Frame:
    """The frame in the first window."""
    content = program.window.content
    assert isinstance(content, Frame)
    return content


def test_the_first_start_offers_the_sample_or_an_empty_start(begin: Begin) -> None:
    program = begin()
    welcome = program.window.content
    assert isinstance(welcome, Welcome)
    welcome.grab()
    welcome.chosen.emit("sample")
    assert program.desk is not None
    assert len(program.desk.clients()) >= 8
    assert frame_of(program).stage.place == Goto("today")
    program.desk.undo()
    assert program.desk.clients() == ()


def test_the_first_start_needs_no_mouse(begin: Begin) -> None:
    begin()
    focus = QApplication.focusWidget()
    assert isinstance(focus, QAbstractButton)
    assert focus.accessibleName() == "Load the sample"


def test_what_a_window_holds_is_shown_before_it_is_given_the_keyboard(begin: Begin) -> None:
    window = begin().window
    button = QPushButton("x")
    window.show_content(button, window.look)
    assert button.isVisible()
    assert QApplication.focusWidget() is button


def test_an_empty_start_brings_checklists_and_no_clients(begin: Begin) -> None:
    program = begin()
    assert isinstance(program.window.content, Welcome)
    program.window.content.chosen.emit("empty")
    assert program.desk is not None
    assert program.desk.clients() == ()
    assert program.desk.workspace().templates


def test_the_language_is_chosen_before_anything_else(begin: Begin) -> None:
    program = begin()
    assert isinstance(program.window.content, Welcome)
    program.window.content.wished.emit("language", "zh_TW")
    assert isinstance(program.window.content, Welcome)
    assert program.window.content.look.words.language == "zh_TW"


def test_the_next_start_is_where_the_last_one_ended(begin: Begin, qapp: QApplication) -> None:
    program = begin()
    assert isinstance(program.window.content, Welcome)
    program.window.content.chosen.emit("empty")
    frame = frame_of(program)
    frame.create_client("Nordvik Marine")
    here = frame.stage.place
    program.window.resize(960, 640)
    end(program)
    again = begin()
    assert frame_of(again).stage.place == here
    assert (again.window.width(), again.window.height()) == (960, 640)  # no wider than the screen of the test
    assert again.desk is not None
    assert again.desk.undo_said is not None


def test_another_language_or_theme_comes_back_to_the_same_place(begin: Begin) -> None:
    program = begin()
    assert isinstance(program.window.content, Welcome)
    program.window.content.chosen.emit("empty")
    frame_of(program).create_client("Nordvik Marine")
    here = frame_of(program).stage.place
    for name, value in (("language", "zh_CN"), ("theme", None), ("scale", 150), ("theme", "light"), ("language", "en")):
        frame = frame_of(program)
        frame.wished.emit(name, value)
        assert frame_of(program) is not frame
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert not isValid(frame)
        assert frame_of(program).stage.place == here
        program.window.grab()
    assert SettingsFile(program.folder).now.scale == 150


def test_settings_stay_open_when_the_look_changes(begin: Begin) -> None:
    program = begin()
    assert isinstance(program.window.content, Welcome)
    program.window.content.chosen.emit("empty")
    frame_of(program).sheets.open_settings()
    frame_of(program).sheets.wished.emit("theme", "dark")
    assert frame_of(program).sheets.settings_open
    assert frame_of(program).look.theme.dark


def test_a_window_of_its_own_sees_what_the_first_one_does(begin: Begin) -> None:
    program = begin()
    assert isinstance(program.window.content, Welcome)
    program.window.content.chosen.emit("empty")
    first = frame_of(program)
    first.create_client("Nordvik Marine")
    first.wished.emit("apart", first.stage.place)
    windows = [window for window in QApplication.topLevelWidgets() if isinstance(window, MainWindow)]
    second = next(window for window in windows if window is not program.window)
    assert isinstance(second.content, Frame)
    assert second.content.stage.place == first.stage.place
    first.remove_client()
    assert second.content.stage.place == Goto("clients")
    second.close()
    assert program.window.isVisible()


def test_data_that_cannot_be_opened_is_said_and_can_be_tried_again(begin: Begin, tmp_path: Path) -> None:
    file = tmp_path / "data" / NAME
    file.parent.mkdir()
    file.write_bytes(b"SQLite format 3\0 somebody else's")
    program = begin()
    stopped = program.window.content
    assert isinstance(stopped, Stopped)
    stopped.grab()
    file.unlink()
    stopped.retried.emit()
    assert isinstance(program.window.content, Welcome)


def test_a_second_start_raises_the_first_window(begin: Begin, qtbot: QtBot) -> None:
    program = begin()
    program.window.showMinimized()
    called: list[int] = []
    program.window.windowTitleChanged.connect(called.append)
    assert raise_other(program.folder)
    qtbot.waitUntil(lambda: not program.window.isMinimized())
    end(program)
    assert not raise_other(program.folder)


def test_a_bug_is_shown_and_the_next_edit_still_works(begin: Begin) -> None:
    program = begin()
    assert isinstance(program.window.content, Welcome)
    program.window.content.chosen.emit("empty")
    try:
        raise KeyError("王璐")
    except KeyError as bug:
        sys.excepthook(type(bug), bug, bug.__traceback__)
    sheet = frame_of(program).sheets.shown
    assert sheet is not None
    sheet.close_sheet()
    frame_of(program).create_client("Nordvik Marine")
    assert program.desk is not None
    assert len(program.desk.clients()) == 1
    log = (program.folder / "log" / "kamdesk.log").read_text(encoding="utf-8")
    assert "KeyError" in log
    assert "王璐" not in log


def test_nothing_is_left_behind(begin: Begin) -> None:
    program = begin()
    end(program)
    assert not [window for window in QApplication.topLevelWidgets() if isinstance(window, MainWindow)]


def test_rows_of_very_many_clients_follow_a_changed_rule_when_there_is_time(
    begin: Begin, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kamdesk.store.glances._MOST", 1)
    monkeypatch.setattr("kamdesk.ui.program._WARM_AFTER", 0)
    with closing(Store.open(tmp_path / "data")) as store:
        people = (Contact(key=name, owner="c", name=name, influence=1) for name in "ab")
        weighed = WeighIn(owner="c", contact="a", day=date.today(), project=3, project_weight=1)
        records = (Company(key="c", owner="c", name="华星"), *people, weighed)
        store.apply(Step(said("Test"), tuple(map(add, records))))
    program = begin()
    assert program.desk is not None
    desk = program.desk
    qtbot.waitUntil(lambda: [row.weigh_conservative for row in desk.clients()] == [2.5])
    qtbot.waitUntil(lambda: bool(desk._heard) and not program._idle.isActive(), timeout=20_000)
    desk.do(said("Rule"), add(Threshold(owner=WORKSPACE, name="unweighed", value="1")))
    qtbot.waitUntil(lambda: [row.weigh_conservative for row in desk.clients()] == [2.0], timeout=20_000)

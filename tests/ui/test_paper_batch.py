"""Documents of many clients: by grade or one by one, into a folder, stopped at will, kept as editions in one step."""

from __future__ import annotations

from multiprocessing import active_children
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from kamdesk.ui.frame import Frame
from kamdesk.ui.pages.paper import batch
from kamdesk.ui.pages.paper.batch_sheet import BatchSheet
from tests.desk.works import wait_for_workers

WAIT = 20_000


@pytest.fixture
def sheet(frame: Frame, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> BatchSheet:
    """The sheet over a frame with two clients; no folder is opened outside."""
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: True)
    frame.deeds.run("batch")
    assert isinstance(frame.sheets.shown, BatchSheet)
    frame.sheets.shown.choose_folder(str(tmp_path / "plans"))
    return frame.sheets.shown


def test_every_ticked_client_gets_a_file_and_an_edition(
    frame: Frame, sheet: BatchSheet, qtbot: QtBot, tmp_path: Path
) -> None:
    assert sheet.go.text() == "Make 2 files"
    sheet.go.click()
    qtbot.waitUntil(lambda: not sheet.batch.busy, timeout=WAIT)
    made = sorted(path.name for path in (tmp_path / "plans").iterdir())
    assert made == ["Łódź Motors Sp z o o Account plan.pdf", "华星精密 Account plan.pdf"]
    assert sheet.words() == "2 files are made"
    assert [len(frame.desk.client(key).editions) for key in ("hx", "lo")] == [1, 1]
    said = frame.desk.undo_said
    assert said is not None
    assert said.tell(frame.look.words) == "Editions for 2 clients"
    frame.desk.undo()
    assert [len(frame.desk.client(key).editions) for key in ("hx", "lo")] == [0, 0]


def test_many_are_made_in_workers_and_come_to_the_same(
    frame: Frame, sheet: BatchSheet, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "workers_for", lambda number: number)
    sheet.go.click()
    assert active_children()
    qtbot.waitUntil(lambda: not sheet.batch.busy, timeout=WAIT)
    assert sheet.words() == "2 files are made"
    assert len(list((tmp_path / "plans").iterdir())) == 2
    assert [len(frame.desk.client(key).editions) for key in ("hx", "lo")] == [1, 1]
    wait_for_workers()


def test_workers_stop_at_will_too(
    frame: Frame, sheet: BatchSheet, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "workers_for", lambda _number: 1)
    sheet.go.click()
    sheet.stop.click()
    qtbot.waitUntil(lambda: not sheet.batch.busy, timeout=WAIT)
    assert sheet.words().startswith("Stopped")
    assert len(list((tmp_path / "plans").iterdir())) == 1
    wait_for_workers()


def test_a_grade_ticks_all_of_it(sheet: BatchSheet, qtbot: QtBot, tmp_path: Path) -> None:
    sheet.grades.choose("S")
    sheet.grades.chosen.emit("S")
    assert sheet.go.text() == "Make 1 file"
    sheet.rows.ticked.emit("hx")
    assert not sheet.go.isEnabled()
    sheet.rows.ticked.emit("lo")
    sheet.go.click()
    qtbot.waitUntil(lambda: not sheet.batch.busy, timeout=WAIT)
    assert [path.name for path in (tmp_path / "plans").iterdir()] == ["Łódź Motors Sp z o o Account plan.pdf"]


def test_a_client_with_nothing_in_the_document_is_left_out(sheet: BatchSheet, qtbot: QtBot, tmp_path: Path) -> None:
    sheet.document.setCurrentIndex(sheet.document.findData("mutual"))
    sheet.document.activated.emit(sheet.document.currentIndex())
    assert not sheet.audience.isVisible()
    sheet.go.click()
    qtbot.waitUntil(lambda: not sheet.batch.busy, timeout=WAIT)
    assert sheet.words() == "0 files are made · 2 clients have nothing in it"


def test_it_can_be_stopped(sheet: BatchSheet, qtbot: QtBot, tmp_path: Path) -> None:
    sheet.go.click()
    sheet.stop.click()
    qtbot.waitUntil(lambda: not sheet.batch.busy, timeout=WAIT)
    assert sheet.words().startswith("Stopped")
    assert len(list((tmp_path / "plans").iterdir())) == 1


def test_a_folder_that_takes_nothing_is_said(sheet: BatchSheet, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    sheet.choose_folder(str(tmp_path / "file"))
    sheet.go.click()
    assert not sheet.batch.busy
    assert sheet.words()
    assert sheet.go.isEnabled()


def test_what_is_replaced_is_said_beforehand(sheet: BatchSheet, qtbot: QtBot, tmp_path: Path) -> None:
    assert sheet.words() == ""
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "华星精密 Account plan.pdf").write_bytes(b"old")
    sheet.choose_folder(str(tmp_path / "plans"))
    assert sheet.words() == "1 file of that name is replaced"
    sheet.rows.ticked.emit("hx")
    assert sheet.words() == ""


def test_one_file_that_cannot_be_written_keeps_no_other_from_being_made(
    frame: Frame, sheet: BatchSheet, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "plans" / "华星精密 Account plan.pdf").mkdir(parents=True)
    sheet.go.click()
    qtbot.waitUntil(lambda: not sheet.batch.busy, timeout=WAIT)
    assert sheet.words().startswith("1 file is made · 1 could not be written · ")
    assert "华星精密 Account plan.pdf is a folder." in sheet.words()
    assert [len(frame.desk.client(key).editions) for key in ("hx", "lo")] == [0, 1]
    assert frame.bar.isHidden()

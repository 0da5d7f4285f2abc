"""The real sheet beside the preparation of a visit, and how the visit leaves the program, all by keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from kamdesk.ui.job import JobThread
from kamdesk.ui.pages.visit.place import VisitsPage
from kamdesk.ui.pages.visit.preview import SheetPreview
from tests.ui.held import Held
from tests.ui.visit_story import page, press, story, visit


@pytest.fixture
def held(tmp_path: Path, qtbot: QtBot) -> Iterator[Held]:
    """The visits place of the story, with the sheet made on a thread as in the window."""
    jobs = JobThread()
    held = Held(tmp_path / "data", story(), VisitsPage)
    page(held).working.connect(jobs.start)
    page(held).setFocus()
    yield held
    jobs.close()
    held.close()


def sheet(held: Held) -> SheetPreview:
    """The preview."""
    return page(held).side.sheet


def made(held: Held, qtbot: QtBot) -> bytes:
    """The bytes of the sheet as it is now."""
    qtbot.waitUntil(lambda: sheet(held).maker.fresh is not None, timeout=5000)
    fresh = sheet(held).maker.fresh
    assert fresh is not None
    return fresh.data


def remade(held: Held, qtbot: QtBot) -> None:
    """Have the sheet made on the thread: what was asked before the thread listened is asked again."""
    page(held).deeds.change("place", "总部 2 楼")
    made(held, qtbot)


def test_the_sheet_has_two_sides_and_keys_turn_it(held: Held, qtbot: QtBot) -> None:
    remade(held, qtbot)
    assert sheet(held)._where.text() == "1 / 2"
    press(held, Qt.Key.Key_Period)
    assert sheet(held)._where.text() == "2 / 2"
    press(held, Qt.Key.Key_Comma)
    assert sheet(held)._where.text() == "1 / 2"


def test_an_edit_is_on_the_sheet_and_the_page_that_is_seen_stays(held: Held, qtbot: QtBot) -> None:
    remade(held, qtbot)
    before = made(held, qtbot)
    press(held, Qt.Key.Key_Period)
    page(held).deeds.change("objective", "签三年框架")
    after = made(held, qtbot)
    assert after != before
    assert sheet(held).page == 2


def test_the_side_shows_the_sheet_or_what_to_carry(held: Held) -> None:
    assert page(held).side.face == "sheet"
    press(held, Qt.Key.Key_I)
    assert (page(held).side.face, page(held).panel_width > 0) == ("carry", True)
    press(held, Qt.Key.Key_S)
    assert page(held).side.face == "sheet"
    press(held, Qt.Key.Key_S)
    assert page(held).panel_width == 0


def test_c_gives_the_visit_to_the_calendar(held: Held, tmp_path: Path, qtbot: QtBot) -> None:
    press(held, Qt.Key.Key_C)
    dialog = page(held).out.files.asking
    assert dialog is not None
    assert [Path(name).suffix for name in dialog.selectedFiles()] == [".ics"]
    dialog.reject()
    page(held).out.files.save(str(tmp_path / "v.ics"))
    qtbot.waitUntil((tmp_path / "v.ics").exists, timeout=5000)
    assert "谈定试点" in (tmp_path / "v.ics").read_text("utf-8").replace("\r\n ", "")
    marks = held.desk.store.folder / "calendar.json"
    qtbot.waitUntil(marks.exists, timeout=5000)
    assert "谈定试点" not in marks.read_text("utf-8")


def test_the_sheet_is_saved_as_it_is_shown(held: Held, tmp_path: Path, qtbot: QtBot) -> None:
    assert page(held).take("export")
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QFileDialog):
        dialog.reject()
    page(held).out.save_to(str(tmp_path / "v.pdf"))
    qtbot.waitUntil((tmp_path / "v.pdf").exists, timeout=5000)
    assert (tmp_path / "v.pdf").read_bytes().startswith(b"%PDF")


def test_p_asks_for_a_printer(held: Held, qtbot: QtBot) -> None:
    press(held, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: page(held).out.paper.busy, timeout=5000)
    asked = page(held).out.paper._asking
    assert asked is not None
    asked.reject()
    assert not page(held).take("find")


def test_a_mail_draft_has_the_sheet_attached(held: Held, tmp_path: Path, qtbot: QtBot) -> None:
    page(held).out.mail()
    qtbot.waitUntil(lambda: page(held).out.files.asking is not None, timeout=5000)
    page(held).out.files.asking.reject()  # type: ignore[union-attr]
    page(held).out.files.save(str(tmp_path / "v.eml"))
    qtbot.waitUntil((tmp_path / "v.eml").exists, timeout=5000)
    assert b"application/pdf" in (tmp_path / "v.eml").read_bytes()
    assert visit(held).key == "next"

"""The real window on a real window system: a first start, the sample, every place, typing, and a program killed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kamdesk.client.people import Contact
from kamdesk.desk.desk import Desk
from kamdesk.store.store import Store
from kamdesk.ui.main_window import MainWindow
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.registry import client_places, rail_places
from kamdesk.ui.program import Program
from kamdesk.words import words_for
from tests.ui.real_window import TYPED, frame_of, start

pytestmark = pytest.mark.smoke


def end(program: Program) -> None:
    """Close all windows and let the data go."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, MainWindow):
            window.close()
    program.end()


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_a_newcomer_loads_the_sample_and_sees_every_place(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, language: str
) -> None:
    program = start(qapp, tmp_path / "data", language)
    frame = frame_of(program)
    key = next(glance.key for glance in frame.desk.clients() if glance.short == "华星精密")
    for goto in [*(Goto(name) for name in rail_places()), *(Goto(name, key) for name in client_places())]:
        frame.way.go(goto)
        qtbot.wait(50)
        assert frame.stage.place == goto
        assert not program.window.grab().isNull()
    end(program)


def test_what_was_typed_is_there_after_the_program_was_killed(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    killed = subprocess.run(
        [sys.executable, "-m", "tests.ui.killed_window", str(folder)], cwd=Path(__file__).parents[2], timeout=120
    )
    assert killed.returncode != 0
    store = Store.open(folder)
    desk = Desk(store)
    contacts = store.all(Contact)
    assert [person.department for person in contacts].count(TYPED) == 1
    words = words_for("en")
    assert desk.undo_said is not None
    assert "王璐" in desk.undo_said.tell(words)
    desk.undo()
    assert TYPED not in {person.department for person in store.all(Contact)}
    desk.undo()
    assert store.companies() == ()
    store.close()

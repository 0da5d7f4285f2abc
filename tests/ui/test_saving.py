"""What is saved in the window: after quiet minutes the data lies in one file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtTest import QSignalSpy

from kamdesk.client.edit import change
from kamdesk.desk.desk import Desk
from kamdesk.ui.doing import Doing
from kamdesk.ui.saving import Saving
from kamdesk.words import said


def test_some_quiet_minutes_after_a_change_the_log_is_empty(desk: Desk, tmp_path: Path, qtbot) -> None:
    owner = QObject()
    saving = Saving(desk, owner)
    assert not saving.quiet.isActive()
    company = desk.client(desk.clients()[0].key).company
    assert saving.do(Doing(said("Change"), (change(company, notes="三周交期"),)))
    (log,) = desk.store.folder.glob("*-wal")
    assert log.stat().st_size
    assert saving.quiet.isActive()
    rested = QSignalSpy(saving.quiet.timeout)
    saving.quiet.start(0)
    qtbot.waitUntil(lambda: rested.count() == 1)
    assert not log.stat().st_size
    assert desk.client(company.key).company.notes == "三周交期"

"""What goes wrong reaches a person once, without a client's words."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kamdesk.errors import Trouble
from kamdesk.ui.failure import Failure
from kamdesk.words import said

pytestmark = pytest.mark.usefixtures("qapp")
SECRET = "王璐"


def broken() -> None:
    """A slot with a bug."""
    raise KeyError(SECRET)


def test_the_worlds_fault_is_said_as_a_sentence(qtbot: QtBot) -> None:
    failure = Failure()
    with qtbot.waitSignal(failure.troubled) as heard:
        failure.tell(Trouble(said("The disk is full.")))
    assert str(heard.args[0]) == "The disk is full."


def test_a_bug_is_reported_once_and_without_its_message() -> None:
    failure, reports = Failure(), []
    failure.broke.connect(reports.append)
    for _ in range(3):
        try:
            broken()
        except KeyError as bug:
            failure.tell(bug)
    assert len(reports) == 1
    assert "KeyError" in reports[0]
    assert SECRET not in reports[0]


def test_a_bug_in_a_slot_rises_to_the_hook(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    failure = Failure()
    monkeypatch.setattr(sys, "excepthook", failure.caught)
    with qtbot.captureExceptions(), qtbot.waitSignal(failure.broke):
        monkeypatch.setattr(sys, "excepthook", failure.caught)
        QTimer.singleShot(0, broken)

"""The toast: says what was done, offers to take it back, never takes the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kamdesk.desk.desk import Desk
from kamdesk.ui.frame import Frame
from kamdesk.ui.job import Job, Progress
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.parts.toast import Note, Toast
from kamdesk.words import said


def toast_of(frame: Frame) -> Toast:
    """The toast of a frame."""
    found = frame.findChild(Toast)
    assert found is not None
    return found


def test_a_removal_offers_undo_and_leaves_the_keyboard_alone(frame: Frame, desk: Desk) -> None:
    frame.activateWindow()
    frame.way.go(Goto("", "hx"))
    field = QLineEdit(frame)
    field.show()
    field.setFocus()
    frame.remove_client()
    toast = toast_of(frame)
    assert toast.isVisible()
    assert toast.accessibleName() == "Remove 华星精密"
    assert QApplication.focusWidget() is field
    toast.acted.emit()
    assert {glance.key for glance in desk.clients()} == {"hx", "lo"}


def test_a_plain_edit_is_silent(frame: Frame) -> None:
    frame.create_client("Third")
    assert not toast_of(frame).isVisible()


def test_its_undo_goes_when_another_step_follows(frame: Frame, desk: Desk) -> None:
    """It would take back that other step, and not what it says."""
    frame.way.go(Goto("", "hx"))
    frame.remove_client()
    frame.create_client("Third")
    assert not toast_of(frame).isVisible()
    assert len(desk.clients()) == 2


def test_undo_says_what_it_took_back(frame: Frame) -> None:
    frame.create_client("Third")
    frame.saving.undo()
    assert toast_of(frame).accessibleName() == "Undone: New client Third"


def test_it_goes_by_itself_after_its_time(qtbot: QtBot, frame: Frame) -> None:
    toast = toast_of(frame)
    toast.show_note(Note("Saved"))
    assert toast.isVisible()
    toast.run_out(10_000)
    assert not toast.isVisible()


def test_it_waits_while_somebody_points_at_it(frame: Frame) -> None:
    toast = toast_of(frame)
    toast.show_note(Note("Saved"))
    QTest.mouseMove(toast)
    toast.enterEvent(None)  # type: ignore[arg-type]
    assert not toast.running
    toast.leaveEvent(None)  # type: ignore[arg-type]
    assert toast.running


def test_long_work_is_shown_with_a_way_to_stop_it(qtbot: QtBot, frame: Frame) -> None:
    def work(progress: Progress) -> None:
        while True:
            progress.tell(1, 4)

    job = Job(said("Making the plan"), work)
    frame.start(job)
    job.slow.emit()
    toast = toast_of(frame)
    assert toast.accessibleName() == "Making the plan"
    with qtbot.waitSignal(job.cancelled):
        toast.acted.emit()
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_it_stands_over_the_middle_of_the_page(frame: Frame) -> None:
    toast = toast_of(frame)
    toast.show_note(Note("Saved", action="Undo", key="Ctrl Z"))
    middle = toast.geometry().center().x()
    assert abs(middle - (frame.rail.width() + frame.width()) / 2) <= 2
    frame.resize(1000, 700)
    assert toast.geometry().bottom() == frame.height() - 25
    assert toast.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_warning_of_the_start_stays_until_it_is_closed_and_is_no_success(qtbot: QtBot, frame: Frame) -> None:
    frame.notes.warn("This can only be read.")
    toast = toast_of(frame)
    assert toast.isVisible()
    assert toast._note.icon != "check"
    assert toast._note.lasting

"""A real program as the smoke tests start and use it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from kamdesk.ui.dialogs.welcome import Welcome
from kamdesk.ui.frame import Frame
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.people.place import PeoplePage
from kamdesk.ui.program import Program

TYPED = "质量与采购联席"
_PATIENCE = 20_000  # ms


def wait_until(done: Callable[[], bool]) -> None:
    """Let Qt work until something is so; TimeoutError when it never is."""
    deadline = QDeadlineTimer(_PATIENCE)
    while not done():
        if deadline.hasExpired():
            raise TimeoutError
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def frame_of(program: Program) -> Frame:
    """What the first window holds once the data is open."""
    assert isinstance(program.window.content, Frame)
    return program.window.content


def start(app: QApplication, folder: Path, language: str) -> Program:
    """Begin as a person does, and load the sample when asked."""
    program = Program(app, folder, language)
    program.begin()
    wait_until(lambda: program.window.content is not None)
    if isinstance(program.window.content, Welcome):
        program.window.content.chosen.emit("sample")
    return program


def type_department(frame: Frame) -> str:
    """Type Chinese into a person's department as an input method does, and give the person's key."""
    glance = next(glance for glance in frame.desk.clients() if glance.short == "华星精密")
    person = frame.desk.client(glance.key).contacts[1]
    frame.way.go(Goto("people", glance.key, person.key))
    page = frame.stage.page
    assert isinstance(page, PeoplePage)
    page.panel.start("department")
    form = page.panel.form
    field = form.editors["department"].findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    field.selectAll()
    event = QInputMethodEvent("", [])
    event.setCommitString(TYPED)
    QApplication.sendEvent(field, event)
    form.editors["department"].finish()  # without a window manager no window is active, so no focus is ever lost
    wait_until(lambda: frame.desk.client(glance.key).get(person.key) != person)
    return person.key

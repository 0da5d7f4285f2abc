"""What tests of the window share: a desk over a real store with two clients, a frame on it, a disk that fills up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kamdesk.client.company import Company, Grade
from kamdesk.client.edit import add
from kamdesk.client.people import Attitude, Contact
from kamdesk.client.plan_records import Action
from kamdesk.desk.desk import Desk
from kamdesk.settings import Settings
from kamdesk.store.step import Step
from kamdesk.store.store import Store
from kamdesk.store.troubles import Full
from kamdesk.ui.bridge import Bridge
from kamdesk.ui.dress import Dress
from kamdesk.ui.failure import Failure
from kamdesk.ui.frame import Frame
from kamdesk.ui.job import JobThread
from kamdesk.ui.look import Look
from kamdesk.ui.shared import Shared
from kamdesk.words import said


class FillingStore(Store):
    """A store on a disk that is full as long as `full` is set."""

    full = False

    def apply(self, step: Step) -> datetime:
        """Save, while there is room."""
        if self.full:
            raise Full(self.folder)
        return super().apply(step)


def free(widget: QWidget) -> None:
    """Close a window and let Qt free it now."""
    widget.close()
    widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def look(qapp: QApplication) -> Look:
    """The light English look, without motion, put on the program."""
    look = Look.make("en", motion=False)
    Dress(qapp).put_on(look)
    return look


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Two clients, three people, an action."""
    store = FillingStore.open(tmp_path / "data")
    desk = Desk(store)
    records = (
        Company(key="hx", owner="hx", name="华星精密电子（深圳）有限公司", short="华星精密", grade=Grade.S),
        Contact(key="wl", owner="hx", name="王璐", title_at_work="采购总监", attitude=Attitude.SUPPORTER),
        Contact(key="cq", owner="hx", name="陈启明", notes="王璐的同学"),
        Action(key="a1", owner="hx", text="Send the ISO report to 王璐"),
        Company(key="lo", owner="lo", name="Łódź Motors Sp. z o.o."),
        Contact(key="mz", owner="lo", name="Marek Zieliński"),
    )
    desk.do(said("Load the sample"), *map(add, records))
    yield desk
    store.close()


@pytest.fixture
def shared(desk: Desk, look: Look) -> Iterator[Shared]:
    """What a frame stands on."""
    jobs = JobThread()
    yield Shared(desk, Bridge(desk), Failure(), jobs, desk.store.folder)
    jobs.close()


@pytest.fixture
def frame(qtbot: QtBot, look: Look, shared: Shared) -> Iterator[Frame]:
    """A frame in a window of the usual size."""
    frame = Frame(look, shared, Settings(welcomed=True))
    frame.resize(1440, 900)
    frame.show()
    qtbot.waitExposed(frame)
    yield frame
    free(frame)

"""One client's page on a real desk over a real store, held as the window holds it, for tests that use it by keys."""

from __future__ import annotations

import gc
import weakref
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kamdesk.client.client import Client
from kamdesk.client.edit import add
from kamdesk.client.record import Record
from kamdesk.desk.desk import Clock, Desk
from kamdesk.store.store import Store
from kamdesk.ui.bridge import Bridge
from kamdesk.ui.enter_presses import EnterPresses
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing, Goto, Page, Shown
from kamdesk.words import said
from tests.prepared import copy_of

TODAY = date(2026, 11, 23)


class StoryClock(Clock):
    """A day that tests can turn."""

    def __init__(self) -> None:
        self.day = TODAY

    def now(self) -> datetime:
        """Noon of the day, in UTC."""
        return datetime(self.day.year, self.day.month, self.day.day, 4, tzinfo=UTC)

    def today(self) -> date:
        """The day itself, wherever the test runs."""
        return self.day


def _begin(desk: Desk, records: list[Record]) -> None:
    """One step adds everything."""
    desk.do(said("Begin"), *(add(record) for record in records))


class Held(QObject):
    """Does what a page wants done, and shows it the client again after every change."""

    def __init__(self, folder: Path, records: list[Record], kind: type[Page], language: str = "en") -> None:
        super().__init__()
        self._enter = EnterPresses(self)  # as in the program
        self.clock = StoryClock()
        copy_of(("held", *records), lambda store: _begin(Desk(store, self.clock), records), folder)
        self.desk = Desk(Store.open(folder), self.clock)
        self.key = self.desk.store.companies()[0].key
        self.look = Look.make(language, motion=False)
        self.went: list[Goto] = []
        self.done: list[str] = []
        self.page = kind(self.look, self.desk)
        self.page.edited.connect(self._do)
        self.page.going.connect(self.went.append)
        self._bridge = Bridge(self.desk)
        self._bridge.changed.connect(self.show)
        self.page.resize(1264, 804)
        self.page.show()
        self.page.activateWindow()
        self.show()

    @property
    def client(self) -> Client:
        """The client as it is stored."""
        return self.desk.client(self.key)

    def show(self) -> None:
        """Show the page the client as it is now."""
        self.page.show_client(Shown(self.client, self.desk.workspace(), self.clock.today()))

    def _do(self, doing: Doing) -> None:
        self.done.append(doing.said.tell(self.look.words))
        self.desk.do(doing.said, *doing.edits)

    def press(self, *keys: Qt.Key | str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys where the keyboard is."""
        for key in keys:
            QTest.keyClick(self.focus, key, held)  # type: ignore[call-overload]

    def type_text(self, text: str) -> None:
        """Hand a finished text over as an input method does."""
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(self.focus, event)

    @property
    def focus(self) -> QWidget:
        """The widget that has the keyboard."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def close(self) -> None:
        """Free the page and the store; nothing of the page may be left."""
        self.desk.store.close()
        left = weakref.ref(self.page)
        self.page.close()
        self.page.deleteLater()
        del self.page
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        assert left() is None, "something keeps the page alive"

"""The program from its first window to its end: shows it, opens the data behind it, welcomes, lets everything go."""

from __future__ import annotations

import contextlib
import gc
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from kamdesk.errors import Trouble
from kamdesk.log import close_log, open_log
from kamdesk.settings import SettingsFile
from kamdesk.ui.absence import away_since, first_place, seen_now
from kamdesk.ui.dialogs.stopped import Stopped
from kamdesk.ui.dialogs.welcome import Welcome
from kamdesk.ui.dress import Dress, look_for
from kamdesk.ui.enter_presses import EnterPresses
from kamdesk.ui.failure import Failure
from kamdesk.ui.field_undo import FieldUndo
from kamdesk.ui.job import Job, JobThread, Progress
from kamdesk.ui.main_window import MainWindow
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.plain_imports import plain_imports
from kamdesk.ui.single import Single, raise_other
from kamdesk.words import said

if TYPE_CHECKING:
    from kamdesk.desk.change import Change
    from kamdesk.desk.desk import Desk
    from kamdesk.ui.windows import Windows

_UNPAINTED = 1000  # ms; a window that starts minimised is never painted
_WARM_AFTER = 1200  # ms after the window is usable
_BREATH = 50  # ms between two pieces of idle work
_LONG = "paper"  # the place whose imports would hold the window for longer than one waits for a key


def start(folder: Path, language: str = "") -> int:
    """Run the window on a data folder until it is closed; a second start only raises the first."""
    app = application()
    if raise_other(folder):
        return 0
    program = Program(app, folder, language)
    program.begin()
    try:
        return app.exec()
    finally:
        program.end()


def application() -> QApplication:
    """The one Qt application, made when there is none yet."""
    plain_imports()
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("KAMDesk")
    app.setDesktopFileName("kamdesk")
    return app


class Program(QObject):
    """Owns all that lives as long as the program."""

    def __init__(self, app: QApplication, folder: Path, language: str = "") -> None:
        super().__init__()
        self.folder = folder
        self.settings = SettingsFile(folder)
        self._settle(language)
        self.failure = Failure()
        self.jobs = JobThread(self)
        self.dress = Dress(app)
        self.look = look_for(self.settings.now)
        self.window = MainWindow(self.look, self.settings.now.geometry)
        self.running = False
        self.windows: Windows | None = None
        self.desk: Desk | None = None
        self._single = Single(folder, self)
        self._undo = FieldUndo(self)
        self._enter = EnterPresses(self)
        self._idle = QTimer(self, singleShot=True)
        self._unloaded: list[str] = []  # modules to import while nothing else is to be done

    def _settle(self, language: str) -> None:
        """Make the folder and its log."""
        with contextlib.suppress(OSError):  # a folder that can only be read is still worth opening
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            open_log(self.folder)
            if language:
                self.settings.change(language=language)

    def begin(self) -> None:
        """Show the window; the data is opened when it has been painted."""
        self.running = True
        gc.disable()  # the start makes next to no garbage, and looking for it takes a seventh of its time
        self.failure.install()
        self.dress.put_on(self.look)
        self.window.appeared.connect(self.open_data)
        self._single.called.connect(self._come_forward)
        QTimer.singleShot(_UNPAINTED, self, self.open_data)
        self.window.show()

    def end(self) -> None:
        """Let everything go, in the order in which one stands on the other."""
        self.running = False
        gc.enable()
        self._idle.stop()
        self._single.close()
        self.jobs.close()
        self.failure.uninstall()
        if self.desk is not None:
            self.desk.store.close()
        close_log()

    def open_data(self) -> None:
        """Open the data folder and fill the window; a Trouble stands in the window, to be tried again."""
        if self.desk is not None:
            return
        from kamdesk.desk.desk import Desk
        from kamdesk.store.store import Store

        try:
            self.desk = Desk(Store.open(self.folder))
        except Trouble as trouble:
            stopped = Stopped(self.look, trouble, self.folder)
            stopped.retried.connect(self.open_data)
            self.window.show_content(stopped, self.look)
            return
        self._furnish(self.desk)

    def _furnish(self, desk: Desk) -> None:
        from kamdesk.ui.bridge import Bridge
        from kamdesk.ui.shared import Shared
        from kamdesk.ui.windows import Windows

        shared = Shared(desk, Bridge(desk), self.failure, self.jobs, self.folder)
        self.windows = Windows(self.window, shared, self.settings, self.dress)
        now = self.settings.now
        desk.away_since = away_since(now, desk.clock)
        used = desk.undo_said is not None or desk.redo_said is not None
        if now.welcomed or desk.read_only or used:
            self._show_places(first_place(now, desk))
        else:
            self._welcome()

    def _welcome(self) -> None:
        welcome = Welcome(self.look)
        welcome.chosen.connect(self._start_with)
        welcome.wished.connect(self._speak)
        self.window.show_content(welcome, self.look)

    def _speak(self, name: str, value: object) -> None:
        assert self.windows is not None
        self.windows.keep(**{name: value})
        self.look = look_for(self.settings.now)
        self.dress.put_on(self.look)
        self._welcome()

    def _start_with(self, choice: str) -> None:
        from kamdesk.desk.bring import load_sample, start_empty

        assert self.windows is not None
        assert self.desk is not None
        if choice == "sample" and isinstance(self.window.content, Welcome):
            self.window.content.show_waiting()
        bring = load_sample if choice == "sample" else start_empty
        bring(self.desk, self.look.words.language)
        self.windows.keep(welcomed=True)
        self._show_places(first_place(self.settings.now, self.desk))

    def _show_places(self, goto: Goto) -> None:
        assert self.windows is not None
        assert self.desk is not None
        frame = self.windows.furnish(goto)
        for told in self.desk.store.told:
            frame.notes.warn(self.look.tell(told))
        self._idle.timeout.connect(self._warm)
        self._idle.start(_WARM_AFTER)

    def _warm(self) -> None:
        """Load beforehand what the first search and the first edit would wait for."""
        gc.freeze()  # what the start made stays to the end
        gc.enable()
        self._idle.timeout.disconnect(self._warm)
        self._remember()
        job = Job(said("Loading the dictionary"), _load_pinyin)
        job.done.connect(self._warmed)
        self.jobs.start(job)

    def _remember(self) -> None:
        """Keep when the program was open: a program that is killed tells nobody goodbye."""
        assert self.desk is not None
        assert self.windows is not None
        away = self.desk.away_since
        self.windows.keep(seen=seen_now(self.desk.clock), away=away.isoformat() if away else "")

    def _warmed(self) -> None:
        from kamdesk.ui.pages.registry import client_places, module_of

        assert self.desk is not None
        self.desk.store.warm()
        places = [place for name, place in client_places().items() if name != _LONG]
        self._unloaded = ["kamdesk.ui.client_view", *map(module_of, places)]
        gc.freeze()  # the dictionary too; looking through it for garbage would hold the window for a tenth of a second
        self._idle.timeout.connect(self._load_next)
        self._idle.start(_BREATH)

    def _load_next(self) -> None:
        """Import the client's places one by one: whoever opens the first does not wait for what it needs."""
        if self._unloaded:
            import_module(self._unloaded.pop(0))
            self._idle.start(_BREATH)
            return
        gc.freeze()
        assert self.desk is not None
        self._idle.timeout.disconnect(self._load_next)
        self._idle.timeout.connect(self._freshen)
        self._idle.start(_BREATH)
        self.desk.listen(self._follow)

    def _follow(self, change: Change) -> None:
        """What all clients share has changed: where very many show it, their rows wait to be worked out."""
        from kamdesk.client.client import WORKSPACE

        if WORKSPACE in change.owners:
            self._idle.start(_BREATH)

    def _freshen(self) -> None:
        """Work out the list's rows of other days, a few at a time."""
        assert self.desk is not None
        assert self.windows is not None
        if self.desk.store.freshen(self.desk.today):
            self._idle.start(_BREATH)
        else:
            self.windows.refresh()

    def _come_forward(self) -> None:
        if self.windows is not None:
            self.windows.come_forward()
        else:
            self.window.come_forward()


def _load_pinyin(_progress: Progress) -> None:
    from kamdesk.store import pinyin

    pinyin.warm()

"""The windows of the program: opened on places, dressed anew together, their wishes granted."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from kamdesk.errors import Trouble
from kamdesk.log import LOGGER
from kamdesk.settings import SettingsFile
from kamdesk.ui.absence import FIRST, seen_now
from kamdesk.ui.dialogs.report import ReportSheet
from kamdesk.ui.dress import Dress, look_for
from kamdesk.ui.frame import Frame
from kamdesk.ui.main_window import MainWindow
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.shared import Shared


class Windows(QObject):
    """Knows every window that holds a frame, and the first one before it does."""

    def __init__(self, first: MainWindow, shared: Shared, settings: SettingsFile, dress: Dress) -> None:
        super().__init__()
        self._shared, self._settings, self._dress = shared, settings, dress
        self._look = first.look
        self._open = [first]
        self._warned = False  # somebody was told that closing leaves something unsaved
        first.closing.connect(self._close)
        shared.failure.troubled.connect(self._tell_trouble)
        shared.failure.broke.connect(self._tell_bug)
        shared.jobs.failed.connect(shared.failure.tell)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def furnish(self, goto: Goto) -> Frame:
        """Put a frame into the first window and go to a place, or to the first one when there is no such place."""
        frame = self._frame_in(self._open[0])
        known = not goto.client or any(goto.client == glance.key for glance in self._shared.desk.clients())
        frame.way.go(goto if known and (goto.place or goto.client) else Goto(FIRST))
        return frame

    def come_forward(self) -> None:
        """Show the window that was used last above all others."""
        self._active().come_forward()

    def refresh(self) -> None:
        """Bring every window up to date."""
        for window in self._open:
            if isinstance(window.content, Frame):
                window.content.stage.take_all()

    def keep(self, **values: object) -> None:
        """Change settings; that they cannot be written is no reason to stop anybody."""
        try:
            self._settings.change(**values)
        except OSError as unwritable:
            LOGGER.warning("settings not written: %s", type(unwritable).__name__)

    def _frame_in(self, window: MainWindow) -> Frame:
        frame = Frame(self._look, self._shared, self._settings.now)
        frame.wished.connect(self._grant)
        frame.way.moved.connect(window.show_title)
        window.show_content(frame, self._look)
        return frame

    def _grant(self, name: str, value: object) -> None:
        """Do what a frame wishes for."""
        window = self._window_of(self.sender())
        if name == "apart" and isinstance(value, Goto):
            self._open_apart(value)
        elif name == "close":
            window.close()
        elif name == "folded":
            self.keep(folded=value)
        elif name == "theme":
            self.keep(theme=value or ("light" if self._look.theme.dark else "dark"))
            self._rebuild()
        elif name in ("language", "scale"):
            self.keep(**{name: value})
            self._rebuild()

    def _open_apart(self, goto: Goto) -> None:
        window = MainWindow(self._look)
        window.closing.connect(self._close)
        self._open.append(window)
        self._frame_in(window).way.go(goto)
        window.show()

    def _rebuild(self) -> None:
        """Build the contents of every window in the look that the settings now ask for."""
        self._look = look_for(self._settings.now, self._look.motion)
        self._dress.put_on(self._look)
        for window in self._open:
            old = window.content
            if isinstance(old, Frame):
                old.commit()
                self._frame_in(window).take_over(old)

    def _close(self, window: MainWindow) -> None:
        frame = window.content
        if isinstance(frame, Frame) and not frame.commit() and not self._warned:
            self._warned = True
            window.stay()
            return
        if len(self._open) == 1:
            here = frame.stage.place if isinstance(frame, Frame) else Goto(FIRST)
            seen = seen_now(self._shared.desk.clock)
            self.keep(geometry=window.told_geometry(), place=here.place, client=here.client, seen=seen)
        self._open.remove(window)

    def _follow_system(self) -> None:
        if self._settings.now.theme == "system":
            self._rebuild()

    def _tell_trouble(self, trouble: Trouble) -> None:
        content = self._active().content
        if isinstance(content, Frame):
            content.show_trouble(trouble)

    def _tell_bug(self, report: str) -> None:
        window = self._active()
        if isinstance(window.content, Frame):
            window.content.sheets.open_report(report)
        else:
            ReportSheet(self._look, window, report).open()

    def _active(self) -> MainWindow:
        active = QApplication.activeWindow()
        return active if isinstance(active, MainWindow) and active in self._open else self._open[-1]

    def _window_of(self, part: QObject | None) -> MainWindow:
        held = part.window() if isinstance(part, QWidget) else None
        return held if isinstance(held, MainWindow) else self._active()

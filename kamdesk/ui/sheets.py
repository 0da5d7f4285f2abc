"""The sheets of a frame: at most one is open, and it is freed when it closes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from kamdesk.client.telling import names_of
from kamdesk.desk.desk import Desk
from kamdesk.settings import Settings
from kamdesk.ui.dialogs.keys import KeysSheet
from kamdesk.ui.dialogs.new_client import NewClientSheet
from kamdesk.ui.dialogs.report import ReportSheet
from kamdesk.ui.dialogs.settings import SettingsSheet
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Page
from kamdesk.ui.parts.sheet import Sheet


class Sheets(QObject):
    """Opens sheets and passes on what they say."""

    wished = Signal(str, object)
    named = Signal(str)  # a new client
    working = Signal(object)  # Job
    edited = Signal(object)  # Doing
    told = Signal(str)  # something that needs no answer

    def __init__(self, frame: QWidget, look: Look, desk: Desk, settings: Settings, folder: Path) -> None:
        super().__init__(frame)
        self._frame, self._look, self._desk = frame, look, desk
        self._settings, self._folder = settings, folder
        self._open: Sheet | None = None
        self.page: Callable[[], Page | None] = _no_page  # whose keys are told
        self.here: Callable[[], str] = str  # the key of the client that is shown

    def steps(self) -> dict[str, Callable[[], object]]:
        """The deeds that are sheets."""
        return {
            "new_client": self.open_new_client,
            "settings": self.open_settings,
            "safety": self.open_settings,
            "keys": self.open_keys,
            "print_list": self.open_list,
            "batch": self.open_batch,
        }

    def open_settings(self) -> None:
        """Show the settings."""
        sheet = SettingsSheet(self._look, self._frame, self._settings, self._folder)
        sheet.wished.connect(self.wished)
        self.open(sheet)

    def open_keys(self) -> None:
        """Show the keys of this page and of the window."""
        page = self.page()
        name = self._look.tr(page.label) if page else ""
        self.open(KeysSheet(self._look, self._frame, name, page.keys() if page else []))

    def open_new_client(self) -> None:
        """Ask for the name of a new client."""
        sheet = NewClientSheet(self._look, self._frame, [glance.name for glance in self._desk.clients()])
        sheet.named.connect(self.named)
        self.open(sheet)

    def open_list(self) -> None:
        """Show the list of the page as it would be printed, where there is one."""
        from kamdesk.ui.list_paper.listing import lists_on  # what writes paper is dear, and few print lists
        from kamdesk.ui.list_paper.sheet import ListSheet
        from kamdesk.ui.list_paper.told import Told

        page, desk, key = self.page(), self._desk, self.here()
        client, workspace = desk.client(key) if key else None, desk.workspace()
        told = Told(self._look, names_of(*([client] if client else []), workspace), desk.today)
        lists = lists_on(page, QApplication.focusWidget(), told, client) if page else []
        if not lists:
            self.told.emit(self._look.tr("There is no list to print here"))
            return
        sheet = ListSheet(self._look, self._frame, lists, desk.today, workspace.profile.name)
        sheet.working.connect(self.working)
        self.open(sheet)
        sheet.make()

    def open_batch(self) -> None:
        """Ask of which clients documents shall be made."""
        from kamdesk.ui.pages.paper.batch_sheet import BatchSheet  # dear, and seldom wanted

        sheet = BatchSheet(self._look, self._frame, self._desk)
        sheet.batch.working.connect(self.working)
        sheet.batch.edited.connect(self.edited)
        self.open(sheet)

    def open_report(self, report: str) -> None:
        """Show the report of a bug."""
        self.open(ReportSheet(self._look, self._frame, report))

    def open(self, sheet: Sheet) -> None:
        """Show a sheet instead of the one that is open."""
        if self._open is not None:
            self._open.close_sheet()
        self._open = sheet
        sheet.closed.connect(self._free)
        sheet.open()

    @property
    def shown(self) -> Sheet | None:
        """The sheet that is open."""
        return self._open

    @property
    def settings_open(self) -> bool:
        """True while the settings are shown."""
        return isinstance(self._open, SettingsSheet)

    def _free(self) -> None:
        if self._open is not None:
            self._open.deleteLater()
            self._open = None


def _no_page() -> Page | None:
    return None

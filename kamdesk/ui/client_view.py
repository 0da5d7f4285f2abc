"""One client in the window: header, tabs and the pages, each built when it is first shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kamdesk.client.client import Client
from kamdesk.desk.desk import Desk
from kamdesk.ui.client_header import ClientHeader
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Goto, Page, Shown
from kamdesk.ui.pages.registry import client_places, make_page
from kamdesk.ui.tab_row import TabRow

FIRST = "overview"


class ClientView(QWidget):
    """Shows one client for as long as it lives; another client gets a view of its own."""

    going = Signal(object)  # Goto
    built = Signal(object)  # Page: the owner connects what it says
    menu_wanted = Signal(object)

    def __init__(self, look: Look, desk: Desk, key: str) -> None:
        super().__init__()
        self.key = key
        self._look, self._desk = look, desk
        self._header = ClientHeader(look)
        self._tabs = TabRow(look, {place.name: place.label for place in client_places().values()})
        self._stack = QStackedWidget()
        self._pages: dict[str, Page] = {}
        self._behind: set[str] = set()  # pages that have not seen the latest change
        self._shown: Shown | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._tabs)
        column.addWidget(self._stack, 1)
        self._tabs.chosen.connect(self._choose)
        self._header.going.connect(self.going)
        self._header.menu_wanted.connect(self.menu_wanted)

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    @property
    def place(self) -> str:
        """The name of the place that is shown."""
        return next((name for name, page in self._pages.items() if page is self._stack.currentWidget()), "")

    @property
    def title(self) -> str:
        """The client's name for the window's title."""
        return self._shown.client.company.called if self._shown else ""

    @property
    def client(self) -> Client | None:
        """The client as it is shown."""
        return self._shown.client if self._shown else None

    def show_place(self, name: str) -> Page:
        """Show a place; the first one when there is none of this name."""
        places = client_places()
        place = places.get(name) or places.get(FIRST) or next(iter(places.values()))
        if self._shown is None:
            self.refresh()
        page = self._pages.get(place.name) or self._build(place.name)
        if place.name in self._behind and self._shown:
            self._behind.discard(place.name)
            page.show_client(self._shown)
        self._stack.setCurrentWidget(page)
        self._tabs.show_tab(place.name)
        self._tabs.show_corner(page.corner)
        return page

    def refresh(self) -> None:
        """Read the client again and show it; Trouble when it is gone."""
        desk = self._desk
        self._shown = Shown(desk.client(self.key), desk.workspace(), desk.today)
        self._header.show_client(self._shown, desk.clock.now())
        self._tabs.show_quiet(self._quiet(self._shown.client))
        self._behind = set(self._pages)
        if (page := self.page) is not None:
            self._behind.discard(self.place)
            page.show_client(self._shown)

    def _build(self, name: str) -> Page:
        page = make_page(client_places()[name], self._look, self._desk)
        self._pages[name] = page
        self._behind.add(name)
        self._stack.addWidget(page)
        self.built.emit(page)
        return page

    @staticmethod
    def _quiet(client: Client) -> set[str]:
        return {
            place.name
            for place in client_places().values()
            if place.holds and "company" not in place.holds and not any(getattr(client, part) for part in place.holds)
        }

    def _choose(self, name: str) -> None:
        self.going.emit(Goto(name, self.key))

"""What stands right of the rail: the pages of the rail and the clients opened, one shown at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from kamdesk.client.client import WORKSPACE
from kamdesk.desk.change import Change
from kamdesk.desk.desk import Desk
from kamdesk.errors import Trouble
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import PALETTE_FIELD, Goto, Page
from kamdesk.ui.pages.registry import make_page, rail_places
from kamdesk.ui.top_strip import Arrows, PaletteField
from kamdesk.words import Said

if TYPE_CHECKING:
    from kamdesk.ui.client_view import ClientView

_KEPT = 4  # clients that stay open behind the one shown, with their scroll places and half-typed words
_SHARED = frozenset({WORKSPACE, ""})


class Stage(QWidget):
    """Shows places; keeps what it has shown up to date."""

    built = Signal(object)  # Page
    going = Signal(object)  # Goto
    menu_wanted = Signal(object)

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__()
        self._look, self._desk = look, desk
        self._pages: dict[str, Page] = {}
        self._clients: dict[str, ClientView] = {}  # the latest shown is last
        self._behind: set[str] = set()
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self.arrows = Arrows(look)
        self.field = PaletteField(look)
        for over in (self.arrows, self.field):
            over.setParent(self)

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        if (view := self.view) is not None:
            return view.page
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    @property
    def place(self) -> Goto:
        """Where we are."""
        view = self.view
        if view is not None:
            return Goto(view.place, view.key)
        return Goto(next((name for name, page in self._pages.items() if page is self._stack.currentWidget()), ""))

    @property
    def view(self) -> ClientView | None:
        """The client that is shown, None in a place of the rail."""
        shown = self._stack.currentWidget()
        return next((view for view in self._clients.values() if view is shown), None)

    def show_place(self, goto: Goto) -> Page | None:
        """Show a place and open the item asked for; Trouble when the client is gone."""
        page = self._show_client(goto) if goto.client else self._show_rail(goto.place)
        self._settle()
        if page is not None and (goto.item or goto.action):
            page.open_item(goto.item, goto.action)
        return page

    def take(self, change: Change) -> bool:
        """Bring what the change touched up to date; False when the client that is shown is gone by it."""
        shared = bool(change.owners & _SHARED)
        self._behind = set(self._pages)
        here = self.place
        if not here.client and (page := self.page) is not None:
            self._behind.discard(here.place)
            page.refresh()
        touched = [key for key in self._clients if shared or key in change.owners]
        gone = [key for key in touched if not self._refresh(key)]
        return here.client not in gone

    def take_all(self) -> None:
        """Bring everything up to date: a new day has begun."""
        self.take(Change(_SHARED, frozenset(), Said("")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep arrows and field in their corners."""
        super().resizeEvent(event)
        self._settle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page's ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("canvas"))
        painter.end()

    def _show_rail(self, name: str) -> Page | None:
        places = rail_places()
        place = places.get(name) or next(iter(places.values()), None)
        if place is None:
            return None
        page = self._pages.get(place.name)
        if page is None:
            page = self._pages[place.name] = make_page(place, self._look, self._desk)
            self._stack.addWidget(page)
            page.arranged.connect(self._settle)
            self.built.emit(page)
        if place.name in self._behind:
            self._behind.discard(place.name)
            page.refresh()
        self._stack.setCurrentWidget(page)
        return page

    def _show_client(self, goto: Goto) -> Page:
        view = self._clients.get(goto.client)
        if view is None:
            from kamdesk.ui.client_view import ClientView  # with its header: the start shows none

            view = ClientView(self._look, self._desk, goto.client)
            view.built.connect(self.built)
            view.going.connect(self.going)
            view.menu_wanted.connect(self.menu_wanted)
            try:
                view.refresh()
            except Trouble:
                view.deleteLater()
                raise
            self._stack.addWidget(view)
        self._clients.pop(goto.client, None)
        self._clients[goto.client] = view  # the latest is last
        page = view.show_place(goto.place or view.place)
        self._stack.setCurrentWidget(view)
        for key in list(self._clients)[: -_KEPT - 1]:
            self._drop(key)
        return page

    def _refresh(self, key: str) -> bool:
        """Show a client as it is now; False when it is gone."""
        try:
            self._clients[key].refresh()
        except Trouble:
            self._drop(key)
            return False
        return True

    def _drop(self, key: str) -> None:
        view = self._clients.pop(key)
        self._stack.removeWidget(view)
        view.hide()
        view.deleteLater()

    def _settle(self) -> None:
        theme = self._look.theme
        page = self._stack.currentWidget()
        panel = page.panel_width if isinstance(page, Page) else 0
        margin = theme.size("gutter_right")
        width = panel - 2 * margin if panel else theme.px(PALETTE_FIELD)
        top = (theme.size("strip") - self.field.height()) // 2
        self.field.setGeometry(self.width() - margin - width, top, width, self.field.height())
        self.arrows.move(0, 0)
        for over in (self.arrows, self.field):
            over.raise_()

"""The client list: found while typing, sorted, filtered by grade and view, with a quick look beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kamdesk.client.company import Company
from kamdesk.client.edit import add
from kamdesk.client.glance import Glance
from kamdesk.client.record import new_key
from kamdesk.desk.desk import Desk
from kamdesk.ui.look import Look
from kamdesk.ui.pages.clients.quick_side import QuickSide
from kamdesk.ui.pages.clients.rows import ClientDelegate, ClientRows
from kamdesk.ui.pages.clients.tools import ClientTools
from kamdesk.ui.pages.page import Doing, Goto, Page, Shown
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.empty import EmptyState
from kamdesk.ui.parts.tables import Table
from kamdesk.words import N_, said

_ROOMY = 1040  # px from which on list and quick look stand side by side by themselves
QUICK_LOOK = 384  # px at 100 % text
_SEARCHED = ("company", "contacts")
_FIRST_ORDER = 2  # the column of the next visit
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class ClientsPage(Page):
    """All clients. Enter opens one, Space shows or hides the quick look, typing into the filter narrows the list."""

    name = "clients"
    label = N_("Clients")
    rail = True

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__(look, desk)
        self._all: tuple[Glance, ...] = ()
        self._looked: bool | None = None  # shown or hidden by hand; None: as the window's width has it
        self._make()
        self.arrange(self._made_body(), self.side, QUICK_LOOK, actions=(self._new,))
        self._connect()
        self.refresh()

    def _make(self) -> None:
        look, tr = self.look, self.look.tr
        self.tools = ClientTools(look)
        self.filter = self.tools.filter
        gutter = look.size("gutter_left")
        self.rows = ClientRows(look)
        delegate = ClientDelegate(look, self.rows, gutter)
        self.table = Table(look, self.rows, self.rows.columns, delegate, tr("Clients"), gutter)
        self.table.set_order(_FIRST_ORDER, descending=False)  # who comes next stands first
        self.side = QuickSide(look)
        self._new = Button(look, tr("New client"), icon="plus", key="Ctrl+Shift+N")
        self._empty = EmptyState(
            look,
            "building-2",
            tr("Your clients will stand here"),
            tr("A client keeps what you know: who decides, how you stand with them, your rivals, your visits."),
            (("new_client", tr("New client"), "Ctrl+Shift+N"), ("sample", tr("Try with the sample clients"), "")),
        )
        self._none = EmptyState(look, "search", "", "", (("clear", tr("Clear the filter"), "Esc"), ("create", "", "")))

    def _made_body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._stack = QStackedWidget()
        for part in (self.table, self._none, self._empty):
            self._stack.addWidget(part)
        column.addWidget(self.tools)
        column.addWidget(self._stack, 1)
        return body

    def _connect(self) -> None:
        self.side.due.connect(self._look)
        self.side.going.connect(self.going)
        self.tools.changed.connect(self._narrow)
        self.filter.entered.connect(self._open_current)
        self.filter.walked.connect(self._walk)
        self.table.ordered.connect(self._narrow)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self._open)
        self.table.ticked.connect(self._toggle_look)
        self._new.clicked.connect(self._create)
        self._empty.pressed.connect(self._press)
        self._none.pressed.connect(self._press)

    def refresh(self) -> None:
        """Read the rows again; order, filter, selection and scroll place stay."""
        self._all = self.desk.clients()
        self.rows.today, self.rows.now = self.desk.today, self.desk.clock.now()
        self.rows.places = {row.key: place for place, row in enumerate(self._all)}
        self.tools.show_counts(self._all, self.rows.today, self.rows.now)
        self._new.setEnabled(not self.desk.read_only)
        self._narrow()

    def item(self) -> str:
        """The key of the chosen row."""
        return self.table.current_key()

    def open_item(self, key: str, action: str) -> None:
        """Go to a client's row, to the filter, or make a new client."""
        if action == "find":
            self.filter.setFocus()
            self.filter.selectAll()
        elif action == "new":
            self._create()
        elif key and self.table.choose(key):
            self.table.setFocus()

    def keys(self) -> list[tuple[str, str]]:
        """What can be done with the list."""
        tr, trc = self.look.tr, self.look.trc
        if not self._all:
            return [("Ctrl Shift N", tr("New client"))]
        return [
            ("Space", tr("quick look")),
            ("Enter", trc("key", "open")),
            ("Ctrl F", trc("key", "filter")),
            ("Ctrl Enter", tr("new window")),
        ]

    def remark(self) -> str:
        """Which of how many."""
        place = self.table.currentIndex().row() + 1
        if not self.rows.rows:
            return ""
        return self.look.tr("{n} of {count}", n=place or 1, count=len(self.rows.rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter opens in a window of its own, Esc clears the filter."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.table.current_key():
            self.going.emit(Goto("overview", self.table.current_key(), apart=True))
        elif event.key() == Qt.Key.Key_Escape and self.filter.text():
            self.filter.clear()
        elif event.text().isprintable() and event.text().strip() and not event.modifiers() & _COMMANDS:
            self.filter.setFocus()  # whoever types in the list looks for somebody
            self.filter.insert(event.text())
        else:
            super().keyPressEvent(event)

    def _narrow(self) -> None:
        """Show what fits view, grade and filter, in the order asked for."""
        rows = self._fitting()
        asked = self.tools.asked()
        self.table.show_rows(rows)
        self._stack.setCurrentWidget(self.table if rows else self._none if self._all else self._empty)
        if not rows and self._all:
            self._say_none(asked)
        if rows and not self.table.currentIndex().isValid():
            self.table.choose_first()
        self._show_look()
        self.show_keys()
        self.side.look_soon()

    def _fitting(self) -> Sequence[Glance]:
        rows = self.tools.fitting(self._all, self.rows.today, self.rows.now)
        if asked := self.tools.asked():
            found = set(self.desk.store.owners(asked, _SEARCHED))
            rows = [row for row in rows if row.key in found]
        return rows

    def _say_none(self, asked: str) -> None:
        tr = self.look.tr
        title = tr("No client fits “{text}”", text=asked) if asked else tr("No client fits this view")
        self._none.show_words(title, tr("The filter looks at names, pinyin and people of the chosen view and grade."))
        self._none.buttons["create"].setVisible(bool(asked) and not self.desk.read_only)
        self._none.buttons["create"].show_words(tr("New client “{name}”", name=asked[:40]))

    def _choose(self, _key: str) -> None:
        self.side.look_soon()
        self.show_keys()

    def _look(self) -> None:
        """Show the current client in the quick look."""
        key = self.table.current_key()
        if key and self.panel_width and self.isVisible():
            shown = Shown(self.desk.client(key), self.desk.workspace(), self.rows.today)
            self.side.quick.show_client(shown, self.rows.now)

    def _toggle_look(self, _key: str) -> None:
        self._looked = not self.panel_width
        self._show_look()
        self._look()

    def _show_look(self) -> None:
        roomy = self.width() >= self.look.theme.px(_ROOMY)
        self.show_panel(bool(self.rows.rows) and (roomy if self._looked is None else self._looked))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window keeps its room for the list."""
        super().resizeEvent(event)
        self._show_look()
        self.side.look_soon()

    def _walk(self, step: int) -> None:
        row = max(0, min(len(self.rows.rows) - 1, self.table.currentIndex().row() + step))
        if self.rows.rows:
            self.table.setCurrentIndex(self.rows.index(row, 0))

    def _open_current(self) -> None:
        if key := self.table.current_key():
            self._open(key)

    def _open(self, key: str) -> None:
        self.going.emit(Goto("overview", key))

    def _create(self) -> None:
        self.going.emit(Goto("", action="new_client"))

    def _press(self, name: str) -> None:
        if name == "clear":
            self.tools.clear()
            self.filter.setFocus()
        elif name == "create":
            self._create_named(self.tools.asked())
        else:
            self.going.emit(Goto("", action=name))

    def _create_named(self, name: str) -> None:
        key = new_key()
        self.edited.emit(Doing(said("New client {name}", name=name), (add(Company(key=key, owner=key, name=name)),)))
        self.filter.clear()
        self.going.emit(Goto("overview", key, "", "fill"))

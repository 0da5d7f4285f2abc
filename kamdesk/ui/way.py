"""Going about in a window: to a place, back and forward, to a window of its own."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from kamdesk.errors import Trouble
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.registry import client_places
from kamdesk.ui.rail import Rail
from kamdesk.ui.stage import Stage
from kamdesk.ui.trail import Trail


class Way(QObject):
    """Moves the stage, keeps the trail, marks the rail."""

    moved = Signal(str)  # the title of the place where we are now
    apart = Signal(object)  # Goto that wants a window of its own
    asked = Signal(str)  # a Goto without a place and a client is a deed of the window
    troubled = Signal(object)  # Trouble

    def __init__(self, look: Look, stage: Stage, rail: Rail) -> None:
        super().__init__(stage)
        self._look, self._stage, self._rail = look, stage, rail
        self._trail = Trail()
        QApplication.instance().focusChanged.connect(self._keep_keyboard)  # type: ignore[union-attr]

    @property
    def visited(self) -> tuple[str, ...]:
        """The keys of the clients visited, the latest first."""
        return self._trail.clients

    def go(self, goto: Goto) -> None:
        """Go to a place and open the item asked for."""
        if goto.apart:
            self.apart.emit(dataclasses.replace(goto, apart=False))
        elif not goto.place and not goto.client:
            self.asked.emit(goto.action)
        elif self._show(goto):
            self._trail.visit(self._stage.place)
            self.tell()

    def go_back(self) -> None:
        """Go to the place visited before."""
        self._walk(self._trail.back())

    def go_forward(self) -> None:
        """Go where we came back from."""
        self._walk(self._trail.forward())

    def walk(self, step: int) -> None:
        """Go to a place of the client that is shown, so many tabs further."""
        if (view := self._stage.view) is not None:
            names = list(client_places())
            self.go(Goto(names[(names.index(view.place) + step) % len(names)], view.key))

    def take_over(self, old: Way) -> None:
        """Go on with another's trail."""
        self._trail = old._trail

    def leave(self, client: str) -> None:
        """A client is gone: forget its places and show the list."""
        self._trail.forget(client)
        self.go(Goto("clients"))

    def tell(self) -> None:
        """Mark the place in the rail, say the title and which way there is somewhere to go."""
        view, page = self._stage.view, self._stage.page
        self._rail.show_place("clients" if view else self._stage.place.place)
        self._stage.arrows.show_way(self._trail.can_back, self._trail.can_forward)
        self.moved.emit(view.title if view else self._look.tr(page.label) if page else "")

    def _walk(self, goto: Goto | None) -> None:
        if goto is not None and self._show(goto):
            self.tell()

    def _show(self, goto: Goto) -> bool:
        before = QApplication.focusWidget()
        try:
            page = self._stage.show_place(goto)
        except Trouble as trouble:
            self.troubled.emit(trouble)
            return False
        if page is not None and self._follows(before, page, asked=bool(goto.item or goto.action)):
            page.keyboard_place().setFocus()
        return True

    def _keep_keyboard(self, old: QWidget | None, new: QWidget | None) -> None:
        """What had the keyboard was hidden inside its page: Qt would hand it to any part of the window."""
        page = self._stage.page
        if page is None or old is None or new is None or old.isVisible() or not page.isVisible():
            return
        if page.isAncestorOf(old) and not page.isAncestorOf(new) and new.window() is page.window():
            page.keyboard_place().setFocus()

    def _follows(self, before: QWidget | None, page: QWidget, *, asked: bool) -> bool:
        """True when the keyboard shall go into the page: it was somewhere else in rail or stage, or nowhere.

        It stays where it is over the window, and where a page has put it that was `asked` for something.
        """
        now = QApplication.focusWidget()
        if asked and now is not None and page.isAncestorOf(now):
            return False
        if before is None or not before.isVisible():
            return True
        around = self._rail.isAncestorOf(before) or self._stage.isAncestorOf(before)
        around = around or before.isAncestorOf(self._stage)
        return around and not page.isAncestorOf(before)

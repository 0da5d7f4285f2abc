"""The path shown on the people map: whom it leads to, and its lines as long as somebody wants to see them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kamdesk.client.account import Account
from kamdesk.picture.people_map import MapTie
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.people.route import RouteCard, goal_of, route_ties, route_words
from kamdesk.ui.pages.person.told import person

_APART = 12  # px between the card and what is round it


class MapPathway(QObject):
    """The card with the steps is there while the path is."""

    changed = Signal()  # draw the map again
    shown = Signal(bool)
    settled = Signal(int)  # px the card takes at the foot of the map, 0 without one

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self.look = look
        self.card = RouteCard(look, over)
        self._goal = ""
        self.card.closed.connect(self.hide)

    @property
    def open(self) -> bool:
        """True while a path is asked for."""
        return bool(self._goal)

    def lines(self, shown: Shown, figures: Account) -> tuple[MapTie, ...]:
        """The lines to draw, none without a path; the card tells its steps as they are now."""
        goal = person(shown.client, self._goal) if self._goal else None
        if goal is None or goal.gone(shown.today):
            self._forget()
            return ()
        found, heading, words = route_words(shown.client, figures, goal, self.look)
        self.card.tell(heading, words)
        self.settled.emit(self.card.height() + 2 * self.look.theme.px(_APART))
        return route_ties(found) if found else ()

    def toggle(self, current: str, figures: Account) -> None:
        """Show the path to the current person, to whoever decides when nobody is, or hide it."""
        if self._goal:
            self.hide()
            return
        decides = goal_of(figures)
        self._goal = current or (decides.key if decides else "")
        self.changed.emit()
        self.shown.emit(self.open)

    def hide(self) -> None:
        """Show no path any more."""
        if self._goal:
            self._forget()
            self.changed.emit()

    def _forget(self) -> None:
        if self._goal:
            self._goal = ""
            self.card.hide()
            self.settled.emit(0)
            self.shown.emit(False)

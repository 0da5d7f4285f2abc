"""The faces of the people: map and list, heat map and card; one is looked at, the others follow when they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from kamdesk.client.account import Account
from kamdesk.desk.desk import Desk
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.people.list import ListFace
from kamdesk.ui.pages.people.map import MapFace
from kamdesk.ui.parts.segments import Option
from kamdesk.words import N_, NC_

if TYPE_CHECKING:
    from kamdesk.ui.pages.people.heat import PeopleHeat
    from kamdesk.ui.pages.person.card import PersonCard

MAP, LIST, HEAT, CARD = "map", "list", "heat", "card"
FACES = {
    MAP: (NC_("face", "Map"), "network"),
    LIST: (NC_("face", "List"), "list"),
    HEAT: (N_("Heat map"), "grid-3x3"),
    CARD: (NC_("face", "Card"), "id-card"),
}


def options(look: Look) -> list[Option]:
    """The faces in the order of their keys 1-4."""
    return [Option(name, look.tr(words), icon) for name, (words, icon) in FACES.items()]


class PeopleFaces(QStackedWidget):
    """All but the map are made when they are first looked at."""

    chosen = Signal(str)
    opened = Signal(str)  # Enter on the heat map: the person's card
    form_wanted = Signal(str)  # Enter in the list: the person's fields
    removing = Signal(str)
    named = Signal(str)  # the name of a new person, from the list
    edited = Signal(object)  # Doing
    going = Signal(object)  # Goto

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__()
        self.look, self.desk = look, desk
        self.name = MAP
        self.map = MapFace(look)
        self._list: ListFace | None = None
        self.heat: PeopleHeat | None = None
        self.card: PersonCard | None = None
        self._locked = False
        self._seen: tuple[Shown, Account] | None = None
        self._behind: set[str] = set()  # faces that have not seen the latest change
        self.addWidget(self.map)
        self.map.chosen.connect(self.chosen)
        self.map.edited.connect(self.edited)

    @property
    def listed(self) -> ListFace:
        """The list; like heat map and card it is made when it is first wanted."""
        if self._list is None:
            self._list = ListFace(self.look)
            self.addWidget(self._list)
            self._list.lock(self._locked)
            for told, said in ((self._list.chosen, self.chosen), (self._list.opened, self.form_wanted)):
                told.connect(said)
            self._list.removing.connect(self.removing)
            self._list.named.connect(self.named)
        return self._list

    @property
    def face(self) -> MapFace | ListFace | PeopleHeat | PersonCard:
        """The face that is looked at."""
        if self.name == LIST:
            return self.listed
        return {HEAT: self.heat, CARD: self.card}.get(self.name) or self.map

    def show_client(self, shown: Shown, figures: Account, *, locked: bool) -> None:
        """Show the people of this client in the face that is looked at."""
        self._seen, self._locked = (shown, figures), locked
        self.map.lock(locked)
        if self._list is not None:
            self._list.lock(locked)
        self._behind = set(FACES)
        self._catch_up()

    def show_face(self, name: str, current: str) -> None:
        """Look at the people in another way; whoever is current stays so."""
        if name == HEAT and self.heat is None:
            from kamdesk.ui.pages.people.heat import PeopleHeat

            self.heat = PeopleHeat(self.look, self.desk)
            self.heat.opened.connect(self.opened)
            self._take(self.heat)
        elif name == CARD and self.card is None:
            from kamdesk.ui.pages.person.card import PersonCard

            self.card = PersonCard(self.look, self.desk)
            self._take(self.card)
        self.name = name
        self._catch_up()
        self.setCurrentWidget(self.face)
        if current:
            self.face.choose(current)

    def fill_list(self) -> None:
        """Bring the list up to date though another face is looked at: it shall be printed."""
        if LIST in self._behind and self._seen is not None:
            self._behind.discard(LIST)
            self.listed.show_client(*self._seen)

    def choose(self, key: str) -> None:
        """Make a person the current one in the face that is looked at."""
        self.face.choose(key)

    def keys(self) -> list[tuple[str, str]]:
        """The keys of heat map and card; map and list leave them to the page."""
        face = self.face
        return [] if isinstance(face, MapFace | ListFace) else face.keys()

    def _take(self, face: PeopleHeat | PersonCard) -> None:
        self.addWidget(face)
        face.chosen.connect(self.chosen)
        face.edited.connect(self.edited)
        face.going.connect(self.going)

    def _catch_up(self) -> None:
        if self.name in self._behind and self._seen is not None:
            self._behind.discard(self.name)
            self.face.show_client(*self._seen)

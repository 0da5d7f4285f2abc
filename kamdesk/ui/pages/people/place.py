"""The people of a client: as a map, a list, a heat map or one person's card, and beside them the chosen person."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kamdesk.client.account import Person, account
from kamdesk.client.chain import Flag
from kamdesk.client.people import TieKind
from kamdesk.desk.desk import Desk
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Page, Shown
from kamdesk.ui.pages.people.body import PeopleBody
from kamdesk.ui.pages.people.deeds import PeopleDeeds
from kamdesk.ui.pages.people.faces import CARD, FACES, LIST, MAP
from kamdesk.ui.pages.people.keys import EVERYWHERE, INSIDE, Letters, people_keys
from kamdesk.ui.pages.person.panel import PersonPanel
from kamdesk.words import N_

_PANEL, _NARROW = 352, 300
_ROOMY = 820  # px from which on map and panel stand side by side
_LINES = {kind.value for kind in TieKind}


class PeoplePage(Page):
    """One person is current in all faces; a letter asks for something to be done with them."""

    name = "people"
    label = N_("People")

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__(look, desk)
        self._shown: Shown | None = None
        self._people: dict[str, Person] = {}
        self._current, self._closed, self._begun = "", False, False
        self.body = PeopleBody(look, desk)
        self.faces = self.body.faces
        self.map = self.faces.map
        self.panel, self.deeds = PersonPanel(look), PeopleDeeds(look, self)
        self.arrange(self.body, self.panel, _PANEL, narrow=_NARROW)
        self._letters = (Letters(self.body, INSIDE), Letters(self, EVERYWHERE))
        self._connect()

    def _connect(self) -> None:
        panel, deeds, faces = self.panel, self.deeds, self.faces
        self.body.tools.face_chosen.connect(self.show_face)
        self.body.asked.connect(self._ask)
        faces.chosen.connect(self._choose)
        faces.opened.connect(self._show_card)
        faces.edited.connect(self.edited)
        faces.going.connect(self.going)
        self.map.asked.connect(self._ask)
        self.map.flagged.connect(self._follow)
        self.map.planned.connect(deeds.plan_asking)
        faces.form_wanted.connect(self._open)
        faces.removing.connect(deeds.remove)
        faces.named.connect(deeds.add)
        deeds.edited.connect(self.edited)
        deeds.added.connect(faces.choose)
        deeds.going.connect(self.going)
        panel.edited.connect(self.edited)
        panel.removing.connect(deeds.remove)
        panel.asked.connect(self._ask_about)
        panel.planned.connect(deeds.plan)
        panel.noted.connect(deeds.note)
        panel.ticked.connect(deeds.tick)
        panel.opening.connect(deeds.open_action)
        panel.left_by_keyboard.connect(self._take_keyboard)
        for letters in self._letters:
            letters.pressed.connect(self._ask)

    def show_client(self, shown: Shown) -> None:
        """Show the people of this client; selection, zoom, scroll place and what is half typed stay."""
        self._shown, figures = shown, account(shown.client, shown.today)
        gone = {contact.key: Person(contact) for contact in figures.gone}
        self._people = {person.contact.key: person for person in figures.people} | gone
        locked = self.desk.read_only
        self.body.tools.lock(locked)
        self.deeds.show_shown(shown, locked=locked)
        self.body.show_filled(bool(self._people))
        self.faces.show_client(shown, figures, locked=locked)
        self._current = self._current if self._current in self._people else ""
        if not self._begun and self._people:
            self._begun = True
            self.map.choose_first()
        self._show_person()
        self._show_panel()

    def show_face(self, name: str) -> None:
        """Look at the people in another way."""
        current = self._current or (next(iter(self._people), "") if name != MAP else "")
        self.body.show_face(name, current)
        self._choose(current)
        self._take_keyboard()
        self._show_panel()
        self.show_keys()

    def item(self) -> str:
        """The key of the chosen person."""
        return self._current

    def keyboard_place(self) -> QWidget:
        """The face that is looked at, or where to begin."""
        return self.body.keyboard_place()

    def open_item(self, key: str, action: str) -> None:
        """Go to a person, name a new one, find one."""
        if action == "new":
            self._ask("new")
        elif action == "find" and self._people:
            self._on_map()
            self.map.asking.find()
        elif key in self._people:
            gone = self._people[key].contact.left is not None
            wanted = CARD if action == "card" else LIST if gone and self.faces.name == MAP else self.faces.name
            self.faces.choose(key)
            self._choose(key)
            if wanted != self.faces.name:
                self.show_face(wanted)
            self._take_keyboard()
            if action == "edit":
                self._open(key)

    def keys(self) -> list[tuple[str, str]]:
        """What can be done here, as far as the footer and the cheat sheet have room."""
        return people_keys(self.look, on_map=self.faces.name == MAP) if not self.faces.keys() else self.faces.keys()

    def take(self, deed: str) -> bool:
        """The map is printed as its chapter of the plan, a person's card as the paper it is."""
        if deed != "print" or self.faces.name not in (MAP, CARD) or not self._current:
            return False
        self.deeds.print(self._current if self.faces.name == CARD else "")
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 goes to the fields of a person."""
        if event.key() == Qt.Key.Key_F2 and self._current:
            self._open("")
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window keeps its room for the map."""
        super().resizeEvent(event)
        self._show_panel()

    def _show_panel(self) -> None:
        wide = self.width() >= self.look.theme.px(_ROOMY) and self.faces.name != CARD
        self.show_panel(bool(self._people) and wide and not self._closed)

    def _choose(self, key: str) -> None:
        if key != self._current:
            self._current = key
            self._show_person()

    def _show_person(self) -> None:
        if self._shown is not None:
            self.panel.show_person(self._people.get(self._current), self._shown)
            self.panel.lock(self.desk.read_only)

    def _open(self, _key: str) -> None:
        self._closed = False
        self.show_panel(True)
        self.panel.start("name")

    def _show_card(self, key: str) -> None:
        self.open_item(key, "card")

    def _on_map(self) -> None:
        if self.faces.name != MAP:
            self.show_face(MAP)

    def _follow(self, flag: Flag) -> None:
        """To the person a gap is about; to the weigh-in and other places when it is mended there."""
        if flag.place == self.name and flag.key in self._people:
            self.map.reveal(flag.key)
            self._take_keyboard()
        else:
            self.deeds.follow(flag)

    def _ask(self, name: str) -> None:
        """What a tool, a key or the map asks for, about the current person."""
        if name in FACES:
            self.show_face(name)
        elif name in ("new", "placeholder"):
            self._name_new(placeholder=name == "placeholder")
        elif name in _LINES or name in ("path", "boss"):
            self._on_map()
            self.map.hand.ask(name)
        elif self._current:
            self._ask_about(name, self._current)

    def _ask_about(self, name: str, key: str) -> None:
        if name in ("open", "edit"):
            self._open(key)
        elif name in ("action", "fact"):
            self._closed = False
            self.show_panel(True)
            (self.panel.plan_one if name == "action" else self.panel.note_one)()
        elif name == "card":
            self._show_card(key)
        elif name == "close":
            self._closed = True
            self._show_panel()
            self._take_keyboard()
        elif name in ("boss", "path"):
            self._ask(name)
        else:
            self.deeds.do(name, key)

    def _name_new(self, *, placeholder: bool) -> None:
        if self.desk.read_only:
            return
        if self.faces.name == LIST and self._people and not placeholder:
            self.faces.listed.name_one()
            return
        self._on_map()
        self.body.ask_new(placeholder=placeholder)

    def _take_keyboard(self) -> None:
        if self.faces.isVisible():
            self.faces.face.setFocus()

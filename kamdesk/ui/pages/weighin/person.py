"""Who is on the scales, with the way to all the others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.account import Person
from kamdesk.ui.look import Look
from kamdesk.ui.pages.weighin.people import PeopleCard
from kamdesk.ui.parts.buttons import IconButton
from kamdesk.ui.parts.figures import Avatar, Chip
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.title_button import TitleButton


class PersonSwitch(QWidget):
    """The person's name opens the list of all; the arrows go to the one beside."""

    chosen = Signal(str)  # key of a contact
    stepped = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._people: Sequence[Person] = ()
        self._key = ""
        self._avatar = Avatar(look, 1)
        self._name = TitleButton(look)
        self._note = Label(look, "", "small", "text2", elide=True)
        self._contested = Chip(look, look.tr("must be won"), "bad", "swords")
        before, after = look.tr("Person before"), look.tr("Next person")
        self._up = IconButton(look, "chevron-up", f"{before}  Alt ↑", small=True)
        self._down = IconButton(look, "chevron-down", f"{after}  Alt ↓", small=True)
        self.card = PeopleCard(look, self._name)
        self._arrange()
        self.card.chosen.connect(self.chosen)
        self._name.clicked.connect(self.open_list)
        self._up.clicked.connect(self._before)
        self._down.clicked.connect(self._after)

    def _arrange(self) -> None:
        px = self.look.theme.px
        words, line = QVBoxLayout(), QHBoxLayout()
        words.setSpacing(0)
        line.setSpacing(px(4))
        line.addWidget(self._name)
        line.addWidget(self._contested)
        line.addStretch(1)
        words.addLayout(line)
        words.addWidget(self._note)
        self._note.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(2))
        row.addWidget(self._avatar)
        row.addSpacing(px(8))
        row.addLayout(words)
        row.addSpacing(px(8))
        row.addWidget(self._up)
        row.addWidget(self._down)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_person(self, people: Sequence[Person], key: str) -> None:
        """Show one of these people, the most influential first."""
        self._people, self._key = people, key
        at = next((at for at, person in enumerate(people) if person.contact.key == key), 0)
        person = people[at]
        keys = [other.contact.key for other in people if other.contact.key_player]
        values = {"title": person.contact.title_at_work, "n": at + 1}
        if key in keys:
            told = self.look.tr("{title}, {n} of {m} key people", m=len(keys), **values)
            bare = self.look.tr("{n} of {m} key people", m=len(keys), n=at + 1)
        else:
            told = self.look.tr("{title}, {n} of {m} people", m=len(people), **values)
            bare = self.look.tr("{n} of {m} people", m=len(people), n=at + 1)
        name = person.contact.name
        self._avatar.show_person(name, person.attitude)
        spoken = self.look.tr("{name}, choose another person", name=name)
        self._name.show_words(name, f"{spoken}  P")
        self._note.setText(told if person.contact.title_at_work else bare)
        self._contested.setVisible(person.contested)
        self._up.setEnabled(at > 0)
        self._down.setEnabled(at < len(people) - 1)

    def open_list(self) -> None:
        """List everybody, the most influential first, with the score."""
        self.card.open_for(self._people, self._key)

    def _before(self) -> None:
        self.stepped.emit(-1)

    def _after(self) -> None:
        self.stepped.emit(1)

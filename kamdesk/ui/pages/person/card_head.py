"""The head of the card: who it is, in chips what makes the person special, the way to the next one, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.account import Person
from kamdesk.client.people import Contact
from kamdesk.client.telling import tell_list
from kamdesk.client.units import tell_day
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.person.card_field import CardValue
from kamdesk.ui.parts.buttons import Button, IconButton
from kamdesk.ui.parts.figures import Avatar, Chip
from kamdesk.ui.parts.flow import Flow
from kamdesk.ui.parts.labels import Label


class CardHead(QWidget):
    """Name and line are what a visitor reads first; the name is edited in place."""

    edited = Signal(object)  # Doing
    stepped = Signal(int)  # to the next person or the one before
    weighing = Signal()
    printing = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        tr = look.tr
        self.look = look
        self._avatar = Avatar(look, 2)
        self.name = CardValue(look, "name", role="page")
        self._line, self._place = Label(look, "", "body", "text2", elide=True), Label(look, "", "small", "muted")
        self._chips = QWidget()
        self._flow = Flow(self._chips)
        self.before = IconButton(look, "chevron-left", tr("Person before"), small=True)
        self.after = IconButton(look, "chevron-right", tr("Next person"), small=True)
        self.weigh = Button(look, tr("Weigh"), "primary", icon="scale", key="W")  # the place hears the key
        self.print = Button(look, tr("Print the card"), "second", icon="printer")
        self._lay()
        self.name.edited.connect(self.edited)
        self.before.clicked.connect(self._back)
        self.after.clicked.connect(self._on)
        self.weigh.clicked.connect(self.weighing)
        self.print.clicked.connect(self.printing)

    def _lay(self) -> None:
        space = self.look.theme.space
        words = QVBoxLayout()
        words.setSpacing(0)
        top = QHBoxLayout()
        top.setSpacing(space("s"))
        top.addWidget(self.name)
        top.addWidget(self._chips, 1, Qt.AlignmentFlag.AlignVCenter)
        words.addLayout(top)
        line = QHBoxLayout()
        line.setContentsMargins(self.look.theme.px(6), 0, 0, 0)
        line.addWidget(self._line, 1)
        words.addLayout(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space("s"))
        row.addWidget(self._avatar)
        row.addLayout(words, 1)
        row.addWidget(self._place)
        row.addWidget(self.before)
        row.addWidget(self.after)
        row.addSpacing(space("s"))
        row.addWidget(self.print)
        row.addWidget(self.weigh)

    def show_person(self, person: Person, shown: Shown, place: int, count: int) -> None:
        """Show this person, the `place`-th of `count`."""
        look, contact = self.look, person.contact
        self._avatar.show_person(contact.name, person.attitude)
        self.name.show_person(contact, shown)
        boss = next((item.name for item in shown.client.contacts if item.key == contact.reports_to), "")
        told = look.tr("reports to {name}", name=boss) if boss else ""
        parts = (contact.title_at_work, contact.department, told)
        self._line.setText(tell_list([part for part in parts if part], look.words) or look.tr("Nothing known yet"))
        self._place.setText(look.tr("{n} of {m}", n=place, m=count) if place else "")
        for button in (self.before, self.after):
            button.setEnabled(count > 1)
        self._show_chips(_chips(contact, shown, look))

    def line(self) -> str:
        """Title, department and boss in words."""
        return self._line.text()

    def chips(self) -> list[str]:
        """What makes the person special, in words."""
        held = [item.widget() for at in range(self._flow.count()) if (item := self._flow.itemAt(at))]
        return [chip.accessibleName() for chip in held if chip]

    def _show_chips(self, chips: Sequence[tuple[str, str, str]]) -> None:
        while item := self._flow.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for text, tone, icon in chips:
            self._flow.addWidget(Chip(self.look, text, tone, icon))
        self._chips.setVisible(bool(chips))

    def _back(self) -> None:
        self.stepped.emit(-1)

    def _on(self) -> None:
        self.stepped.emit(1)


def _chips(contact: Contact, shown: Shown, look: Look) -> list[tuple[str, str, str]]:
    """What makes a person special: words, tone, icon."""
    found = []
    if contact.left:
        day = tell_day(contact.left, look.words, shown.today)
        found.append((look.tr("left {day}", day=day), "neutral", "log-out"))
    if contact.placeholder:
        found.append((look.tr("Not identified yet"), "warn", "user-search"))
    if contact.is_owner:
        found.append((look.tr("Owns the company"), "soft", "building-2"))
    elif contact.key_player:
        found.append((look.tr("Key person"), "soft", "star"))
    return found

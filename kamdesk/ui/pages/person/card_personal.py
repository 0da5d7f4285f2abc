"""The personal note: what helps to deal with somebody decently, printed only when that is ticked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.people import Contact
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.person.card_field import CardTicks, CardValue
from kamdesk.ui.parts.labels import Paragraph


class PersonalNote(QWidget):
    """The note, the tick, and what may be written here."""

    edited = Signal(object)  # Doing

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.note = CardValue(look, "personal", empty=look.tr("Nothing written yet"))
        self.tick = CardTicks(look, ("print_personal",))
        hint = look.tr("Only what the person would not mind to read. It is never printed or sent unless you tick this.")
        self.hint = Paragraph(look, hint, "small", "muted")
        row = QHBoxLayout()
        row.setContentsMargins(look.theme.px(4), 0, 0, 0)
        row.addWidget(self.tick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.px(2))
        column.addWidget(self.note)
        column.addLayout(row)
        held = QHBoxLayout()
        held.setContentsMargins(look.theme.px(6), 0, 0, 0)
        held.addWidget(self.hint)
        column.addLayout(held)
        self.note.edited.connect(self.edited)
        self.tick.edited.connect(self.edited)

    def show_person(self, contact: Contact, shown: Shown) -> None:
        """Show the note on a person."""
        self.note.show_person(contact, shown)
        self.tick.show_person(contact, shown)

"""The personal note: what helps to deal with somebody decently, printed only when that is ticked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.people import Contact
from kamdesk.client.record import field_of
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.person_card_field import CardValue
from kamdesk.ui.parts.chosen_editors import TickBox
from kamdesk.ui.parts.labels import Paragraph
from kamdesk.ui.parts.steps import changing


class PersonalNote(QWidget):
    """The note, the tick, and what may be written here."""

    edited = Signal(object)  # Doing

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._contact: Contact | None = None
        self.note = CardValue(look, "personal")
        self.tick = TickBox(look, look.tr(field_of(Contact, "print_personal").label))
        hint = look.tr("Only what the person would not mind to read. It is never printed or sent unless you tick this.")
        self.hint = Paragraph(look, hint, "small", "muted")
        row = QHBoxLayout()
        row.setContentsMargins(look.theme.px(4), 0, 0, 0)
        row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
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
        self.tick.clicked.connect(self._toggle)

    def show_person(self, contact: Contact, shown: Shown) -> None:
        """Show the note on a person."""
        self._contact = contact
        self.note.show_person(contact, shown)
        self.tick.setChecked(contact.print_personal)

    def _toggle(self, on: bool) -> None:
        if self._contact is not None:
            self.edited.emit(changing(self._contact, print_personal=on))

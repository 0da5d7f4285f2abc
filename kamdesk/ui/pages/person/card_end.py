"""The foot of the card: somebody left or is back, and erasing for good as the law on personal data asks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kamdesk.client.people import Contact
from kamdesk.desk.people import come_back, erase, leave
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing, Shown
from kamdesk.ui.parts.buttons import Button


class CardEnd(QWidget):
    """Both can be taken back; the toast says so."""

    edited = Signal(object)  # Doing

    def __init__(self, look: Look) -> None:
        super().__init__()
        tr = look.tr
        self.look = look
        self._contact: Contact | None = None
        self._shown: Shown | None = None
        self.leaving = Button(look, tr("Has left the company"), "third", icon="log-out", small=True)
        self.returning = Button(look, tr("Is back"), "third", icon="undo-2", small=True)
        self.erasing = Button(look, tr("Erase for good"), "danger", icon="trash-2", small=True)
        self.erasing.setToolTip(
            tr("With weigh-ins, facts, lines, seats at visits and actions. Names in free text stay.")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.leaving)
        row.addWidget(self.returning)
        row.addWidget(self.erasing)
        row.addStretch(1)
        self.leaving.clicked.connect(self._leave)
        self.returning.clicked.connect(self._return)
        self.erasing.clicked.connect(self._erase)

    def show_person(self, contact: Contact, shown: Shown) -> None:
        """Offer what fits a person."""
        self._contact, self._shown = contact, shown
        self.leaving.setVisible(contact.left is None)
        self.returning.setVisible(contact.left is not None)

    def _leave(self) -> None:
        if self._contact and self._shown:
            step = leave(self._shown.client, self._contact, self._shown.today)
            self.edited.emit(Doing(step.said, step.edits, toast=True))

    def _return(self) -> None:
        if self._contact and self._shown:
            step = come_back(self._shown.client, self._contact)
            self.edited.emit(Doing(step.said, step.edits, toast=True))

    def _erase(self) -> None:
        if self._contact and self._shown:
            step = erase(self._shown.client, self._contact)
            self.edited.emit(Doing(step.said, step.edits, toast=True))

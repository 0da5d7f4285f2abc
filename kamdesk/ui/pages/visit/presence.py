"""Who came to a visit: one line for each who was to attend."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.client import Client, Workspace
from kamdesk.client.visit_records import Attendee, Presence, Visit
from kamdesk.desk import visit as steps
from kamdesk.ui.look import Look
from kamdesk.ui.pages.visit.chip import Guest, guests
from kamdesk.ui.parts.figures import Avatar
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.segments import Option, Segments


class PresenceRows(QWidget):
    """The lines; each choice is kept at once."""

    did = Signal(object)  # Step

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.rows: list[_PresenceRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.theme.px(4))
        self._nobody = Label(look, look.tr("Nobody was on the list."), "small", "muted")
        self._column.addWidget(self._nobody)

    def show_people(self, client: Client, workspace: Workspace, visit: Visit) -> None:
        """Show who was to attend."""
        found = guests(client, workspace, visit, self.look)
        while len(self.rows) < len(found):
            row = _PresenceRow(self.look)
            row.did.connect(self.did)
            self._column.addWidget(row)
            self.rows.append(row)
        for row in self.rows[len(found) :]:
            row.hide()
        for row, guest in zip(self.rows, found, strict=False):
            row.show_guest(guest)
            row.show()
        self._nobody.setVisible(not found)


class _PresenceRow(QWidget):
    """One person and whether they came."""

    did = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._attendee: Attendee | None = None
        self._who = ""
        self._avatar = Avatar(look)
        self._name = Label(look, "", elide=True)
        options = [Option(item, look.tr(item.label)) for item in Presence]
        self.presence = Segments(look, options, look.tr("Presence"), toggle=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.px(8))
        row.addWidget(self._avatar)
        row.addWidget(self._name, 1)
        row.addWidget(self.presence)
        self.presence.chosen.connect(self._choose)

    def show_guest(self, guest: Guest) -> None:
        """Show this person."""
        self._attendee, self._who = guest.attendee, guest.name
        self._avatar.show_person(guest.name, guest.attitude, shape=not guest.ours)
        self._name.setText(guest.name)
        self.presence.choose(guest.attendee.presence)

    def _choose(self, value: object) -> None:
        if self._attendee is not None:
            presence = value if isinstance(value, Presence) else None
            self.did.emit(steps.set_presence(self._attendee, self._who, presence))

"""Who attends a visit: chips for both sides with each one's task, and the way to add somebody."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.client import WORKSPACE, Client, Workspace
from kamdesk.client.library import Colleague
from kamdesk.client.people import Contact
from kamdesk.client.record import Record
from kamdesk.client.visit_records import Attendee, Visit
from kamdesk.desk import visit as steps
from kamdesk.ui.look import Look
from kamdesk.ui.pages.visit.chip import Guest, PersonChip
from kamdesk.ui.parts.flow import Flow
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.line_button import LineButton
from kamdesk.ui.parts.painters import text_width
from kamdesk.ui.parts.picker import Picker


class PeopleBand(QWidget):
    """Theirs at the left, ours at the right."""

    did = Signal(object)  # Step
    opened = Signal(object)  # PersonChip whose attendee shall be edited

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._client: Client | None = None
        self._visit: Visit | None = None
        self.theirs = _Side(look, look.tr("Theirs"), "contact")
        self.ours = _Side(look, look.tr("Ours"), "colleague")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.theme.space("xl"))
        for side, share in ((self.theirs, 2), (self.ours, 1)):
            self._row.addWidget(side, share)
            side.opened.connect(self.opened)
            side.removing.connect(self._remove)
            side.invited.connect(self._invite)
            side.created.connect(self._create)

    def show_wide(self, wide: bool) -> None:
        """Set the sides beside each other, or ours below theirs."""
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def show_people(self, visit: Visit, found: Sequence[Guest], client: Client, workspace: Workspace) -> None:
        """Show who attends a visit; offer who does not yet."""
        self._client, self._visit = client, visit
        attending = {key for guest in found for key in (guest.attendee.contact, guest.attendee.colleague) if key}
        for side, ours, known in ((self.theirs, False, client.contacts), (self.ours, True, workspace.colleagues)):
            side.show_people(
                [guest for guest in found if guest.ours is ours], [item for item in known if item.key not in attending]
            )

    def _invite(self, person: Contact | Colleague) -> None:
        if self._visit is not None:
            self.did.emit(steps.attend(self._visit, person))

    def _create(self, person: Contact | Colleague) -> None:
        """Somebody new, and at the visit at once."""
        if self._visit is not None:
            if isinstance(person, Contact):
                person = dataclasses.replace(person, owner=self._visit.owner)
            self.did.emit(steps.attend(self._visit, person, new=True))

    def _remove(self, attendee: Attendee) -> None:
        if self._client is not None:
            self.did.emit(steps.remove(self._client, attendee))


class _Side(QWidget):
    """One side: its name, the chips, and the field that adds."""

    opened = Signal(object)
    removing = Signal(object)
    invited = Signal(object)  # Contact or Colleague
    created = Signal(object)

    def __init__(self, look: Look, name: str, field: str) -> None:
        super().__init__()
        self.look, self._field = look, field
        self._others: Sequence[Record] = ()
        self._chips: list[PersonChip] = []
        self._name = Label(look, name, "small", "text2")
        self.adder = LineButton(look, look.tr("Add"), icon="user-plus")
        self.adder.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.adder.setFixedWidth(round(text_width(self.adder.text(), look.font("small"))) + look.theme.px(38))
        self.adder.setAccessibleName(look.tr("Add somebody: {side}", side=name))
        self.picker = Picker(look, look.tr("Whom to add"), new=look.tr("Enter adds {name} as somebody new."))
        self.picker.setFixedWidth(look.theme.px(280))
        self._arrange()
        self.adder.clicked.connect(self.picker.ask)
        self.picker.picked.connect(self._invite)
        self.picker.named.connect(self._create)
        self.picker.closed.connect(self.adder.setFocus)

    def _arrange(self) -> None:
        px = self.look.theme.px
        held = QWidget()
        self._flow = Flow(held, px(6))
        policy = held.sizePolicy()
        policy.setHeightForWidth(True)
        held.setSizePolicy(policy)
        right = QVBoxLayout()
        right.setSpacing(px(4))
        right.addWidget(held)
        right.addWidget(self.picker, 0, Qt.AlignmentFlag.AlignLeft)  # else its width would be all there is
        self._name.setIndent(px(4))
        left = QVBoxLayout()
        left.setSpacing(px(2))
        left.setContentsMargins(-px(4), px(2), 0, 0)
        left.addWidget(self._name)
        left.addWidget(self.adder)
        left.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        row.addLayout(left)
        row.addLayout(right, 1)

    def show_people(self, found: Sequence[Guest], others: Sequence[Record]) -> None:
        """Show these chips; the keyboard stays with its person."""
        for chip in self._chips[len(found) :]:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        del self._chips[len(found) :]
        while len(self._chips) < len(found):
            chip = PersonChip(self.look)
            chip.opened.connect(self.opened)
            chip.removing.connect(self.removing)
            self._flow.addWidget(chip)
            self._chips.append(chip)
            chip.show()
        for chip, guest in zip(self._chips, found, strict=True):
            chip.show_guest(guest)
        self._others = others
        self.picker.offer(others)
        self.updateGeometry()

    def _invite(self, key: str) -> None:
        self.adder.setFocus(Qt.FocusReason.OtherFocusReason)
        for person in self._others:
            if person.key == key:
                self.invited.emit(person)
                return

    def _create(self, words: str) -> None:
        self.adder.setFocus(Qt.FocusReason.OtherFocusReason)
        theirs = self._field == "contact"
        self.created.emit(Contact(name=words) if theirs else Colleague(owner=WORKSPACE, name=words))

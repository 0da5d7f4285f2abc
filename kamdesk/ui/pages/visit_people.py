"""Who attends a visit: chips for both sides with each one's task, and the way to add somebody."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.client import WORKSPACE, Client, Workspace
from kamdesk.client.library import Colleague
from kamdesk.client.people import Attitude, Contact
from kamdesk.client.record import Record
from kamdesk.client.visit_records import Attendee, Presence, Visit
from kamdesk.desk import visit as steps
from kamdesk.ui.look import Look
from kamdesk.ui.parts.flow import Flow
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.line_button import LineButton
from kamdesk.ui.parts.painters import paint_focus, paint_text, rounded, text_width
from kamdesk.ui.parts.picker import Picker
from kamdesk.ui.parts.portraits import avatar

_WIDEST = 210  # px of a chip's words


@dataclass(frozen=True, slots=True)
class Guest:
    """One who attends, as the chip shows it."""

    attendee: Attendee
    name: str
    line: str  # the task, or the title where there is none
    attitude: Attitude | None
    ours: bool


def guests(client: Client, workspace: Workspace, visit: Visit, look: Look) -> list[Guest]:
    """Who attends a visit, theirs and ours, in the order they were written down."""
    contacts = {item.key: item for item in client.contacts}
    colleagues = {item.key: item for item in workspace.colleagues}
    found = []
    for item in client.attendees:
        if item.visit != visit.key:
            continue
        contact, colleague = contacts.get(item.contact or ""), colleagues.get(item.colleague or "")
        person = contact or colleague
        name = person.name if person else look.tr("Somebody")
        line = item.task or (person.title_at_work if person else "") or look.tr("no task yet")
        if item.presence and item.presence is not Presence.CAME:
            line = look.tr(item.presence.label)
        ours = contact is None and item.contact is None
        found.append(Guest(item, name, line, contact.attitude if contact else None, ours))
    return found


class PeopleBand(QWidget):
    """Theirs at the left, ours at the right."""

    did = Signal(object)  # Step
    opened = Signal(object)  # PersonChip whose attendee shall be edited

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._client: Client | None = None
        self._visit: Visit | None = None
        self.theirs = _Side(look, look.tr("Theirs"), "contact")
        self.ours = _Side(look, look.tr("Ours"), "colleague")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.theme.space("xl"))
        for side in (self.theirs, self.ours):
            self._row.addWidget(side, 1)
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
        self.adder = LineButton(look, look.tr("Add"), icon="user-plus", height=44)
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
        self._flow.addWidget(self.adder)
        policy = held.sizePolicy()
        policy.setHeightForWidth(True)
        held.setSizePolicy(policy)
        right = QVBoxLayout()
        right.setSpacing(px(4))
        right.addWidget(held)
        right.addWidget(self.picker, 0, Qt.AlignmentFlag.AlignLeft)  # else its width would be all there is
        self._name.setFixedHeight(px(44))
        self._name.setMinimumWidth(px(40))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        row.addWidget(self._name, 0, Qt.AlignmentFlag.AlignTop)
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
            self._flow.takeAt(self._flow.count() - 1)  # the adder stays last
            self._flow.addWidget(chip)
            self._flow.addWidget(self.adder)
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


class PersonChip(QAbstractButton):
    """Avatar with the attitude's shape, name, and one line; Enter opens, Delete removes."""

    opened = Signal(object)
    removing = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.guest: Guest | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)

    def show_guest(self, guest: Guest) -> None:
        """Show this person."""
        self.guest = guest
        self.setAccessibleName(f"{guest.name}, {guest.line}")
        self.setToolTip(self.accessibleName())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as name and line."""
        look, px = self.look, self.look.theme.px
        words = 0.0
        if self.guest:
            words = max(text_width(self.guest.name, look.font("name")), text_width(self.guest.line, look.font("small")))
        return QSize(round(min(words, px(_WIDEST))) + px(54), px(44))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens like Space, Delete takes away."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.click()
        elif event.key() == Qt.Key.Key_Delete and self.guest:
            self.removing.emit(self.guest.attendee)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        self.opened.emit(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip."""
        if self.guest is None:
            return
        look, px, painter = self.look, self.look.theme.px, QPainter(self)
        rect = QRectF(self.rect())
        ground = "hover" if self.underMouse() else "canvas"
        edge = QPen(look.colour("edge"), 1)
        rounded(painter, rect, look.theme.radius("control"), look.colour(ground), edge)
        disc = QRectF(px(6), 0, px(32), rect.height())
        shape = not self.guest.ours
        avatar(painter, disc, self.guest.name, self.guest.attitude, look, ground=ground, shape=shape)
        words = rect.adjusted(px(46), px(4), -px(7), -px(4))
        upper = QRectF(words.left(), words.top(), words.width(), words.height() / 2)
        paint_text(painter, upper, self.guest.name, look.font("name"), look.colour("text"))
        lower = upper.translated(0, words.height() / 2)
        paint_text(painter, lower, self.guest.line, look.font("small"), look.colour("text2"))
        if self.hasFocus():
            paint_focus(painter, rect, look)
        painter.end()

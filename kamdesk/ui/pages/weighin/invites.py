"""What a person was invited to and what came of it: a line each, and a small form, right where it is weighed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.activities import Invitation
from kamdesk.client.units import tell_day
from kamdesk.desk.invitations import invitations_of
from kamdesk.desk.weighin import Sitting
from kamdesk.ui.look import Look
from kamdesk.ui.pages.weighin.invite import InviteForm
from kamdesk.ui.parts.line_button import LineButton

_MOST = 5


class InviteLine(LineButton):
    """One invitation; pressed it is changed."""

    picked = Signal(object)  # Invitation
    removed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._invitation: Invitation | None = None
        self.clicked.connect(self._tell)
        self.removing.connect(self._remove)

    def show_invitation(self, invitation: Invitation, on: date) -> None:
        """Show one; what came of it is missing once its day is past."""
        self._invitation = invitation
        look, day = self.look, invitation.day
        known, ahead = invitation.answer, day is not None and day > on
        tail = look.tr(known.label) if known else look.tr("invited") if ahead else look.tr("What came of it?")
        self.show_line(
            invitation.text,
            icon="calendar-check" if known else "calendar",
            icon_colour="muted" if known or ahead else "warn",
            lead=tell_day(day, look.words, on) if day else "?",
            tail=tail,
            tail_colour="muted" if known or ahead else "warn",
        )

    def _tell(self) -> None:
        self.picked.emit(self._invitation)

    def _remove(self) -> None:
        self.removed.emit(self._invitation)


class InviteList(QWidget):
    """The newest invitations in the current row, with the way to write one down."""

    kept = Signal(object, object)  # the invitation before (None for a new one) and after
    removed = Signal(object)
    closed = Signal()
    grown = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._sitting: Sitting | None = None
        self._today = date.min
        self._current, self._is_open = False, True
        self._lines: list[InviteLine] = []
        self._add = LineButton(look, look.tr("Add an invitation"), icon="plus", key="I")
        self.form = InviteForm(look)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._add)
        self._column.addWidget(self.form)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._add.clicked.connect(self._open_new)
        self.form.kept.connect(self.kept)
        self.form.removed.connect(self.removed)
        self.form.closed.connect(self._closed)

    def show_invitations(self, sitting: Sitting, today: date, *, is_open: bool) -> None:
        """Show this person's invitations; an estimate of a rival has none."""
        self._sitting, self._today, self._is_open = sitting, today, is_open and sitting.rival is None
        self.form.show_sitting(sitting, today, is_open=self._is_open)
        self._fill()

    @property
    def writing(self) -> bool:
        """True while the form is open."""
        return not self.form.isHidden()

    def show_current(self, current: bool) -> None:
        """Stand in the current row."""
        self._current = current
        self._fill()

    def open_form(self, invitation: Invitation | None = None) -> None:
        """Open the form for a new invitation, or for one that shall be changed."""
        if self._sitting and self._is_open:
            self.form.open_for(invitation)
            self._fill()
            self.grown.emit()

    def _fill(self) -> None:
        sitting = self._sitting
        if sitting is None:
            return
        visible = self._current and sitting.rival is None
        known = invitations_of(sitting.client, sitting.contact.key, sitting.day) if visible else ()
        found = [item for item in known if not (sitting.past and item.day and item.day > sitting.day)][:_MOST]
        while len(self._lines) < len(found):
            line = InviteLine(self.look)
            line.picked.connect(self.open_form)
            line.removed.connect(self._remove)
            self._column.insertWidget(len(self._lines), line)
            self._lines.append(line)
        for line in self._lines[len(found) :]:
            line.hide()
        for line, invitation in zip(self._lines, found, strict=False):
            line.show_invitation(invitation, self._today)
            line.setEnabled(self._is_open)
            line.show()
        self._add.setVisible(visible and self._is_open and self.form.isHidden())
        self.setVisible(visible or not self.form.isHidden())
        self.updateGeometry()

    def _open_new(self) -> None:
        self.open_form()

    def _remove(self, invitation: Invitation) -> None:
        if self._is_open:
            self.removed.emit(invitation)

    def _closed(self) -> None:
        self._fill()
        self.closed.emit()

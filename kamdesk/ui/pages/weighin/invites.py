"""What a person was invited to and what came of it: a line each, and a small form, right where it is weighed."""

from __future__ import annotations

from datetime import date

from kamdesk.client.activities import Invitation
from kamdesk.client.record import Record
from kamdesk.client.units import tell_day
from kamdesk.desk.invitations import invitations_of
from kamdesk.desk.weighin import Sitting
from kamdesk.ui.look import Look
from kamdesk.ui.pages.weighin.invite import InviteForm
from kamdesk.ui.pages.weighin.record_list import RecordLine, RecordList

_MOST = 5


class InviteLine(RecordLine):
    """One invitation."""

    def show_invitation(self, invitation: Invitation, on: date) -> None:
        """Show one; what came of it is missing once its day is past."""
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


class InviteList(RecordList):
    """The newest invitations in the current row, with the way to write one down."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.tr("Add an invitation"), "I")
        self._today = date.min
        self.form = InviteForm(look)
        self._column.addWidget(self.form)
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

    def open_form(self, record: Record | None = None) -> None:
        """Open the form for a new invitation, or for one that shall be changed."""
        if self._sitting and self._is_open:
            self.form.open_for(record if isinstance(record, Invitation) else None)
            super().open_form(record)

    def _fill(self) -> None:
        sitting = self._sitting
        if sitting is None:
            return
        visible = self._current and sitting.rival is None
        known = invitations_of(sitting.client, sitting.contact.key, sitting.day) if visible else ()
        found = [item for item in known if not (sitting.past and item.day and item.day > sitting.day)][:_MOST]
        for line, invitation in zip(self._lines_for(InviteLine, found), found, strict=True):
            assert isinstance(line, InviteLine)
            line.show_invitation(invitation, self._today)
        self.setVisible(visible or self.writing)
        super()._fill()

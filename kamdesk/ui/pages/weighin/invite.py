"""The form of one invitation: to what, on which day, what kind of touch, what came of it; Enter keeps it."""

from __future__ import annotations

import dataclasses
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.activities import Activity, Answer, Invitation
from kamdesk.client.record import field_of
from kamdesk.desk.invitations import invitation_problem
from kamdesk.desk.weighin import Sitting
from kamdesk.ui.look import Look
from kamdesk.ui.pages.weighin.details import QuickChoice
from kamdesk.ui.parts.buttons import Button, IconButton, with_key
from kamdesk.ui.parts.fields import Line, Notice
from kamdesk.ui.parts.typed_editors import DayEditor


class InviteForm(QWidget):
    """Hidden until it is opened; what is half typed about one person waits until that person is shown again."""

    kept = Signal(object, object)  # the invitation before (None for a new one) and after
    removed = Signal(object)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._invitation: Invitation | None = None  # the one that is being changed
        self._sent: Invitation | None = None
        self._sitting: Sitting | None = None
        self._today = date.min
        self._about = ""
        self._waiting: dict[str, tuple[Invitation | None, Invitation]] = {}
        label = look.tr(field_of(Invitation, "text").label)
        self.text = Line(look, label, label)
        self.day = DayEditor(look, field_of(Invitation, "day"))
        self.kind = QuickChoice(look, look.tr("Kind of touch"), Activity, look.tr("Kind of touch"))
        self.answer = QuickChoice(look, look.tr("What came of it"), Answer, look.tr("Not known yet"))
        self._notice = Notice(look)
        self._keep = Button(look, look.tr("Keep"), small=True, key="Enter")
        self._remove = IconButton(look, "trash-2", look.tr("Remove this invitation"), small=True)
        self._close = IconButton(look, "x", with_key(look.tr("Close"), "Esc"), small=True)
        self._arrange()
        self._connect()
        self.hide()

    def _arrange(self) -> None:
        px = self.look.theme.px
        self.day.setFixedWidth(px(132))
        rows = [QHBoxLayout() for _ in range(3)]
        rows[0].addWidget(self.text, 1, Qt.AlignmentFlag.AlignTop)
        rows[0].addWidget(self.day, 0, Qt.AlignmentFlag.AlignTop)
        rows[1].addWidget(self.kind, 1)
        rows[1].addWidget(self.answer, 1)
        rows[2].addStretch(1)
        for button in (self._keep, self._remove, self._close):
            rows[2].addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(6), 0, 0)
        column.setSpacing(px(6))
        for row in rows:
            row.setSpacing(px(6))
            column.addLayout(row)
        column.insertWidget(2, self._notice)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def _connect(self) -> None:
        for field in (self.text, self.day.line, self.kind, self.answer):
            field.entered.connect(self.keep)
            field.escaped.connect(self.close_form)
        self._keep.clicked.connect(self.keep)
        self._remove.clicked.connect(self._remove_invitation)
        self._close.clicked.connect(self.close_form)

    @property
    def half_typed(self) -> bool:
        """True while it is open with something in it that is not stored."""
        return not self.isHidden() and bool(self.text.text().strip()) and self._typed() != self._invitation

    def open_for(self, invitation: Invitation | None) -> None:
        """Open for a new one, or to change one; what is half typed stays."""
        if not self.half_typed:
            self._put(invitation, invitation or Invitation(day=self._today))
        self.show()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_sitting(self, sitting: Sitting, today: date, *, is_open: bool) -> None:
        """Know the person as it is now; close when what was handed over is stored."""
        self._sitting, self._today = sitting, today
        self.day.today = today
        if self._sent is not None and self._sent in sitting.client.invitations:
            self._forget()
        about = sitting.contact.key if is_open else ""
        if about != self._about:
            if not self.isHidden() and self.text.text().strip():
                self._waiting[self._about] = (self._invitation, self._typed())
            self._forget()
            self._about = about
            if about in self._waiting:
                self._put(*self._waiting.pop(about))
                self.show()

    def keep(self) -> None:
        """Hand it over, or say what is wrong with it."""
        sitting = self._sitting
        if sitting is None or self.isHidden() or self.day.problem():
            return
        typed = self._typed()
        problem = invitation_problem(typed, self._today)
        self._notice.say(self.look.tell(problem) if problem else "")
        self.text.setAccessibleDescription(self.look.tell(problem) if problem else "")
        if problem:
            return
        if self._invitation is None:
            typed = dataclasses.replace(typed, owner=sitting.client.key, contact=sitting.contact.key)
        if typed == self._invitation:
            self.close_form()
        else:
            self._sent = typed
            self.kept.emit(self._invitation, typed)

    def close_form(self) -> None:
        """Close and forget what was typed."""
        self._forget()
        self.closed.emit()

    def _typed(self) -> Invitation:
        day = self.day.value()
        return dataclasses.replace(
            self._invitation or Invitation(),
            text=self.text.text().strip(),
            day=day if isinstance(day, date) else None,
            activity=self.kind.choice(),
            answer=self.answer.choice(),
        )

    def _put(self, before: Invitation | None, shown: Invitation) -> None:
        self._invitation, self._sent = before, None
        self.text.setText(shown.text)
        self.day.show_value(shown.day)
        self.kind.show_choice(shown.activity)
        self.answer.show_choice(shown.answer)
        self._notice.say("")
        self._remove.setVisible(before is not None)

    def _forget(self) -> None:
        self._put(None, Invitation(day=self._today))
        self.hide()

    def _remove_invitation(self) -> None:
        if self._invitation:
            invitation = self._invitation
            self._forget()
            self.removed.emit(invitation)

"""The form of an action that shall move a person: filled in from what is known, so that Enter accepts it as it is."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.client import Client
from kamdesk.client.plan_records import Action, Goal, Opportunity
from kamdesk.client.record import field_of
from kamdesk.client.units import Money
from kamdesk.desk.next_action import Draft, Purpose, draft_problem, purpose_of
from kamdesk.ui.look import Look
from kamdesk.ui.pages.weighin.purpose import PurposePicker
from kamdesk.ui.parts.buttons import Button, IconButton, with_key
from kamdesk.ui.parts.fields import Line, Notice
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.typed_editors import DayEditor, TypedEditor


class ActionForm(QWidget):
    """What, until when, by whom, hours, money, for what, and how one will see it."""

    drafted = Signal(object, object)  # Draft, and the order or goal that has to be written down with it, or None
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._client: Client | None = None
        self._offered = Draft("")
        self._made: Purpose | None = None  # an order or goal that does not exist yet
        self.text = Line(look, look.tr("Action"), look.tr("What shall we do?"))
        self.due = DayEditor(look, field_of(Action, "due"))
        self.person = Line(look, self._label("person"), self._label("person"))
        self.hours = TypedEditor(look, field_of(Action, "hours"))
        self.cost = TypedEditor(look, field_of(Action, "cost"))
        self.proof = Line(look, self._label("proof"), look.tr(field_of(Action, "proof").hint))
        self.purpose = PurposePicker(look)
        self._notice = Notice(look)
        self._keep = Button(look, look.tr("Take on"), small=True, key="Enter")
        self._close = IconButton(look, "x", with_key(look.tr("Close"), "Esc"), small=True)
        self._arrange()
        self._connect()
        self.hide()

    def _label(self, name: str) -> str:
        return self.look.tr(field_of(Action, name).label)

    def _arrange(self) -> None:
        look, px = self.look, self.look.theme.px
        self.hours.line.setPlaceholderText(self._label("hours"))
        self.cost.line.setPlaceholderText(self._label("cost"))
        grid = QGridLayout()
        grid.setSpacing(px(6))
        top = Qt.AlignmentFlag.AlignTop
        for at, editor in enumerate((self.due, self.person, self.hours, self.cost)):
            grid.addWidget(editor, at // 2, at % 2, top)
        grid.setColumnMinimumWidth(0, px(144))  # a whole day and the calendar's button
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        foot = QHBoxLayout()
        foot.setSpacing(px(6))
        foot.addStretch(1)
        foot.addWidget(self._keep)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self.text)
        column.addWidget(self._notice)
        column.addLayout(grid)
        column.addWidget(Label(look, self._label("proof"), "small", "text2"))
        column.addWidget(self.proof)
        column.addWidget(self.purpose)
        column.addLayout(foot)

    def _connect(self) -> None:
        for line in (self.text, self.due.line, self.person, self.hours.line, self.cost.line, self.proof):
            line.entered.connect(self.keep)
            line.escaped.connect(self.close_form)
        self.purpose.chosen.connect(self._serve)
        self._keep.clicked.connect(self.keep)
        self._close.clicked.connect(self.close_form)

    @property
    def half_typed(self) -> bool:
        """True while it is open with words that were not there when it opened."""
        return not self.isHidden() and self.typed() != self._offered and bool(self.text.text().strip())

    def open_for(self, client: Client, offered: Draft, today: date) -> None:
        """Open with an action as it may be taken on."""
        self._client, self._offered = client, offered
        self.due.today = today
        self.bring(client, offered)
        self.show()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.setCursorPosition(len(offered.text))

    def bring(self, client: Client, offered: Draft) -> None:
        """Show an action in the fields."""
        self._client, self._made = client, None
        self.text.setText(offered.text)
        self.due.show_value(offered.due)
        self.person.setText(offered.person)
        self.hours.show_value(offered.hours)
        self.cost.show_value(offered.cost)
        self.proof.setText(offered.proof)
        self.proof.setCursorPosition(0)
        self.purpose.show_purpose(client, purpose_of(client, offered.opportunity, offered.goal))
        self._notice.say("")

    def typed(self) -> Draft:
        """The action as it stands in the fields."""
        due, hours, cost, serves = self.due.value(), self.hours.value(), self.cost.value(), self.purpose.purpose
        return dataclasses.replace(
            self._offered,
            text=self.text.text().strip(),
            due=due if isinstance(due, date) else None,
            person=self.person.text().strip(),
            hours=hours if isinstance(hours, int) else None,
            cost=cost if isinstance(cost, Money) else None,
            opportunity=serves.key if isinstance(serves, Opportunity) else None,
            goal=serves.key if isinstance(serves, Goal) else None,
            proof=self.proof.text().strip(),
        )

    def keep(self) -> None:
        """Hand the action over, or say what is wrong with it."""
        if self.isHidden() or any(editor.problem() for editor in self._editors()):
            return
        typed = self.typed()
        problem = draft_problem(typed)
        self._notice.say(self.look.tell(problem) if problem else "")
        if problem is None:
            made = self._made
            self.close_form()
            self.drafted.emit(typed, made)

    def close_form(self) -> None:
        """Close and forget what was typed."""
        self.hide()
        self.text.clear()
        self.closed.emit()

    def _editors(self) -> Iterable[TypedEditor]:
        return self.due, self.hours, self.cost

    def _serve(self, purpose: Purpose | None) -> None:
        new = purpose is not None and self._client is not None and self._client.get(purpose.key) is None
        self._made = purpose if new else None
        self._keep.setFocus(Qt.FocusReason.OtherFocusReason)

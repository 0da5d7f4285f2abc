"""Whom we must win, and what is being done next about the relationship."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal

from kamdesk.client import sums
from kamdesk.client.account import Person
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.units import tell_day, tell_gap
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.relation.grid import Block
from kamdesk.ui.pages.relation.lines import GotoLine, PersonLine
from kamdesk.ui.pages.relation.state import Relation
from kamdesk.ui.parts.anew import emptied
from kamdesk.ui.parts.labels import Label, Paragraph

_WON, _NEXT = 4, 5  # lines at most


class NextBlock(Block):
    """The key people whom the rival has, with what is planned for each; then the next steps by their day."""

    going = Signal(object)  # Goto
    leading = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.tr("Must win, and what is next"))
        self.column.setSpacing(look.theme.px(4))

    def show_relation(self, relation: Relation) -> None:
        """Show whom and what."""
        emptied(self.column, keep=1)
        self._show_contested(relation)
        self._show_next(relation)
        self.fill()

    def _show_contested(self, relation: Relation) -> None:
        look = self.look
        self.heading.show_count(len(relation.contested) or "")
        if not relation.contested:
            told = look.tr("No key person stands better with the rival.")
            if relation.account.lead is None:
                told = look.tr("Unknown: the rival's level with the key people is not estimated.")
            self.column.addWidget(Paragraph(look, told, "body", "text2"))
        for person in relation.contested[:_WON]:
            line = _contested_line(look, person, relation)
            line.going.connect(self.going)
            line.leading.connect(self.leading)
            self.column.addWidget(line)

    def _show_next(self, relation: Relation) -> None:
        look, client, today = self.look, relation.shown.client, relation.shown.today
        self.column.addSpacing(look.theme.px(4))
        self.column.addWidget(Label(look, look.tr("Next steps with people"), "small", "muted"))
        steps = _steps(relation)
        contacts = {contact.key: contact.name for contact in client.contacts}
        for action in steps[:_NEXT]:
            late = action.due is not None and action.due < today
            line = GotoLine(look, Goto("plan", client.key, action.key), action.text)
            line.show_line(
                action.text,
                icon="clock-alert"
                if late
                else "arrow-up-right"
                if action.side is not Side.THEIRS
                else "arrow-down-left",
                icon_colour="bad" if late else "muted",
                lead=contacts.get(action.contact or "", ""),
                tail=_when(look, action, today),
                tail_colour="bad" if late else "muted",
            )
            line.going.connect(self.going)
            self.column.addWidget(line)
        if not steps:
            self.column.addWidget(Paragraph(look, look.tr("Nothing is planned with any person."), "body", "warn"))


def _steps(relation: Relation) -> list[Action]:
    """What is open and concerns a person, the first due first."""
    mine = [action for action in relation.shown.client.actions if action.contact and action.done is None]
    return sorted(mine, key=lambda action: action.due or date.max)


def _planned(relation: Relation, person: Person) -> Action | None:
    return next((action for action in _steps(relation) if action.contact == person.contact.key), None)


def _contested_line(look: Look, person: Person, relation: Relation) -> PersonLine:
    """The lead, and what is planned next with this person."""
    client, today = relation.shown.client, relation.shown.today
    planned = _planned(relation, person)
    told, ink = look.tr("nothing is planned"), "warn"
    if planned is not None:
        due = tell_day(planned.due, look.words, today) if planned.due else look.tr("no day")
        told, ink = look.tr("{text}, {day}", text=planned.text, day=due), "text2"
    line = PersonLine(look, person, client.key, told, ink)
    line.number.show_number(tell_gap(person.lead or 0, 2), partial(sums.sum_of_score, client, person), colour="bad")
    return line


def _when(look: Look, action: Action, today: date) -> str:
    due = tell_day(action.due, look.words, today) if action.due else look.tr("no day")
    return f"{action.person} · {due}" if action.person else due

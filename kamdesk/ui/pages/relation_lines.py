"""Lines of the account's face: a person with a number, a sentence with its sign."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client import sums
from kamdesk.client.account import Person
from kamdesk.client.plan_records import Action
from kamdesk.client.units import tell_day, tell_gap
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.relation_state import Relation
from kamdesk.ui.parts.labels import Label, Paragraph
from kamdesk.ui.parts.line_button import LineButton
from kamdesk.ui.parts.sum_card import SumButton


class GapLine(QWidget):
    """A person whom the rival has: the lead, the name, and what is planned below it."""

    going = Signal(object)  # Goto
    leading = Signal(str)

    def __init__(self, look: Look, person: Person, relation: Relation, planned: Action | None) -> None:
        super().__init__()
        client, today = relation.shown.client, relation.shown.today
        self._goto = Goto("weighin", client.key, person.contact.key)
        self.number = SumButton(look, "body", label=look.tr("Lead with {name}", name=person.contact.name))
        lead = person.lead or 0
        self.number.show_number(tell_gap(lead, 2), partial(sums.sum_of_score, client, person), colour="bad")
        name = LineButton(look, person.contact.name, role="name", colour="text", tail=person.contact.title_at_work)
        name.setFixedHeight(look.theme.px(24))
        told, ink = look.tr("nothing is planned"), "warn"
        if planned is not None:
            due = tell_day(planned.due, look.words, today) if planned.due else look.tr("no day")
            told, ink = look.tr("{text}, {day}", text=planned.text, day=due), "text2"
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        small = Label(look, told, "small", ink, elide=True)
        small.setContentsMargins(look.theme.px(4), 0, 0, 0)
        small.setToolTip(told)
        words.addWidget(small)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.px(6))
        row.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        name.clicked.connect(self._go)
        self.number.leading.connect(self.leading)

    def _go(self) -> None:
        self.going.emit(self._goto)


class SignLine(QWidget):
    """An icon in its colour and a sentence that folds."""

    def __init__(self, look: Look, icon: str, ink: str, text: str, colour: str = "text") -> None:
        super().__init__()
        sign = QLabel()
        sign.setPixmap(look.icons.pixmap(icon, ink))
        sign.setContentsMargins(0, look.theme.px(2), 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.px(8))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Paragraph(look, text, "body", colour), 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

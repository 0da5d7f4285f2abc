"""Lines of the account's face: a person with a number, a line that leads somewhere."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.account import Person
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.line_button import LineButton
from kamdesk.ui.parts.sum_card import SumButton


class PersonLine(QWidget):
    """A number that opens its sum, beside it a person's name that leads to the weigh-in, and a line below it."""

    going = Signal(object)  # Goto
    leading = Signal(str)

    def __init__(self, look: Look, person: Person, client: str, told: str, ink: str = "text2") -> None:
        super().__init__()
        self._goto = Goto("weighin", client, person.contact.key)
        self.number = SumButton(look, "body", label=look.tr("Lead with {name}", name=person.contact.name))
        name = LineButton(look, person.contact.name, role="name", colour="text", tail=person.contact.title_at_work)
        name.setFixedHeight(look.theme.px(24))
        small = Label(look, told, "small", ink, elide=True)
        small.setToolTip(told)
        below = QHBoxLayout()
        below.setContentsMargins(look.theme.px(4), 0, 0, 0)
        below.addWidget(small)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addLayout(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.px(6))
        row.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        name.clicked.connect(self._go)
        self.number.leading.connect(self.leading)

    def _go(self) -> None:
        self.going.emit(self._goto)


class GotoLine(LineButton):
    """A line that leads somewhere."""

    going = Signal(object)  # Goto

    def __init__(self, look: Look, goto: Goto, text: str) -> None:
        super().__init__(look, text, role="body", colour="text")
        self._goto = goto
        self.clicked.connect(self._go)

    def _go(self) -> None:
        self.going.emit(self._goto)

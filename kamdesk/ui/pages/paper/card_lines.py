"""What the cards of people or rivals lack: a line for each, leading to where it is filled."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kamdesk.client.account import Person, account
from kamdesk.client.card import card_items, card_share
from kamdesk.client.rival_file import rival_file
from kamdesk.ui.look import Look
from kamdesk.ui.pages.paper.order import BATTLE, Order
from kamdesk.ui.parts.labels import Heading, Paragraph
from kamdesk.ui.parts.line_button import LineButton

_LINES = 12  # cards that are told of
_LACKING = 0.5  # a card filled less than this is flagged


class CardLines(QWidget):
    """Heading, lines and a note."""

    place_wanted = Signal(str)  # a section of the client
    person_wanted = Signal(str)  # key of a person, whose card is to be filled

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.lines: list[LineButton] = []
        self._rivals: frozenset[str] = frozenset()  # keys, when it tells of rivals
        self._heading = Heading(look, look.tr("What the cards hold"))
        self._note = Paragraph(look, "", "small", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        for _ in range(_LINES):
            line = LineButton(look, height=34, role="body", colour="text")
            line.clicked.connect(self._want)
            self.lines.append(line)
            column.addWidget(line)
        column.addSpacing(look.theme.px(4))
        column.addWidget(self._note)

    def show_order(self, order: Order) -> None:
        """Show what the cards of a document hold."""
        for line in self.lines:
            line.setVisible(False)
        self._show_rivals(order) if order.document == BATTLE else self._show_people(order)

    def _show_people(self, order: Order) -> None:
        """How much of each card is filled."""
        tr, client = self.look.tr, order.client
        known = {contact.key: contact for contact in client.contacts}
        figures = account(client, order.on)
        for key, line in zip((key for key in order.parts if key in known), self.lines, strict=False):
            person = figures.person(key) or Person(known[key])
            share = card_share(card_items(client, order.workspace, person, order.on))
            told = tr("{share}%", share=f"{share * 100:.0f}")
            self._fill(line, key, person.contact.name, told, lacking=share < _LACKING)
        self._rivals = frozenset()
        rest = len(order.parts) - len(self.lines)
        note = self.look.trn("and {n} more", "and {n} more", rest) if rest > 0 else ""
        self._tell(note, tr("What is unknown becomes a line to write on. Personal notes print only where ticked."))

    def _show_rivals(self, order: Order) -> None:
        """How much of what is known of each rival must be asked again."""
        tr = self.look.tr
        rivals = {rival.key: rival for rival in order.workspace.rivals}
        for key, line in zip((key for key in order.parts if key in rivals), self.lines, strict=False):
            old = rival_file(rivals[key], [order.client], order.workspace, order.on).stale
            told = tr("{n} out of date", n=old) if old else tr("up to date")
            self._fill(line, key, rivals[key].called, told, lacking=bool(old))
        self._rivals = frozenset(rivals)
        self._tell("", tr("Every line says its source, its day and whether it may be told outside."))

    def _fill(self, line: LineButton, key: str, name: str, told: str, *, lacking: bool) -> None:
        icon, ink = ("flag", "bad") if lacking else ("check", "ok")
        line.setObjectName(key)
        words = name or self.look.tr("No name")
        line.show_line(words, icon=icon, icon_colour=ink, tail=told, tail_colour="bad" if lacking else "muted")
        line.show()

    def _tell(self, note: str, words: str) -> None:
        self._heading.show_note(note)
        self._note.setText(words)

    def _want(self) -> None:
        key = self.sender().objectName()
        if key in self._rivals:
            self.place_wanted.emit("standings")
        else:
            self.person_wanted.emit(key)

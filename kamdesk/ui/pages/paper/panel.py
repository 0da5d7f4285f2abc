"""What to do with the document, and what it lacks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kamdesk.client.account import Person, account
from kamdesk.client.card import card_items, card_share
from kamdesk.client.rival_file import rival_file
from kamdesk.document.plan import CHAPTERS
from kamdesk.ui.look import Look
from kamdesk.ui.pages.paper.making import BATTLE, CARDS, Order, is_empty
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.labels import Heading, Paragraph
from kamdesk.ui.parts.line_button import LineButton
from kamdesk.ui.parts.scrolled import Scrolled

_LINES = 12  # people whose cards are told of
_LACKING = 0.5  # a card filled less than this is flagged


class PaperPanel(QWidget):
    """Export and print; below them what each chapter or card holds, leading to the place where it is filled."""

    place_wanted = Signal(str)  # a section of the client
    person_wanted = Signal(str)  # key of a person, whose card is to be filled

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        tr, theme = look.tr, look.theme
        self.export = Button(look, tr("Export PDF"), "primary", key="Ctrl+E", spread=True)
        self.print = Button(look, tr("Print"), key="Ctrl+P", spread=True)
        self._heading = Heading(look, "")
        self._note = Paragraph(look, "", "small", "muted")
        self._lines: dict[str, LineButton] = {}
        self._cards: list[LineButton] = []
        self._rivals: frozenset[str] = frozenset()  # keys, when it tells of rivals
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.space("l"), theme.size("gutter_right"), theme.space("l"))
        column.setSpacing(theme.px(8))
        column.addWidget(self.export)
        column.addWidget(self.print)
        column.addSpacing(theme.px(16))
        column.addWidget(self._heading)
        body = QWidget()  # as many lines as there are chapters: it scrolls where they are too many
        lines = QVBoxLayout(body)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        column.addWidget(Scrolled(body), 1)
        for name, chapter in CHAPTERS.items():
            if chapter.sections:
                self._lines[name] = self._line(chapter.sections[0])
                lines.addWidget(self._lines[name])
        for _ in range(_LINES):
            self._cards.append(self._line(""))
            lines.addWidget(self._cards[-1])
        lines.addSpacing(theme.px(4))
        lines.addWidget(self._note)
        lines.addStretch(1)

    def _line(self, name: str) -> LineButton:
        line = LineButton(self.look, height=34, role="body", colour="text")
        line.setObjectName(name)
        line.clicked.connect(self._want)
        return line

    def show_order(self, order: Order) -> None:
        """Show what a document holds."""
        tr, cards = self.look.tr, order.document in (CARDS, BATTLE)
        self._heading.show_words(tr("What the cards hold") if cards else tr("What the plan holds"))
        for line in self._lines.values():
            line.setVisible(not cards)
        for line in self._cards:
            line.setVisible(cards)
        if order.document == BATTLE:
            self._show_rivals(order)
        elif cards:
            self._show_cards(order)
        else:
            self._show_plan(order)

    def _show_plan(self, order: Order) -> None:
        tr, client = self.look.tr, order.client
        empty = 0
        for name, line in self._lines.items():
            chapter = CHAPTERS[name]
            main = chapter.sections[-1] if "company" in chapter.sections else chapter.sections[0]
            count = len(getattr(client, main))
            lacking = is_empty(client, name)
            empty += lacking
            tail = tr("empty") if lacking else str(count) if count else ""
            ink = "bad" if lacking else "muted"
            icon = "flag" if lacking else "check" if name in order.parts else "minus"
            colour = "bad" if lacking else "ok" if name in order.parts else "muted"
            line.show_line(tr(chapter.label), icon=icon, icon_colour=colour, tail=tail, tail_colour=ink)
        told = tr("An empty chapter is printed as one line with a red flag. Enter leads to its place.")
        self._tell(tr("{n} empty", n=empty) if empty else "", told if empty else "")

    def _show_cards(self, order: Order) -> None:
        """How much of each card is filled."""
        tr, client = self.look.tr, order.client
        known = {contact.key: contact for contact in client.contacts}
        figures = account(client, order.on)
        for line in self._cards[len(order.parts) :]:
            line.hide()
        for key, line in zip(order.parts, self._cards, strict=False):
            person = figures.person(key) or Person(known[key])
            share = card_share(card_items(client, order.workspace, person, order.on))
            lacking = share < _LACKING
            icon, ink = ("flag", "bad") if lacking else ("check", "ok")
            line.setObjectName(key)
            tail = tr("{share}%", share=f"{share * 100:.0f}")
            name = person.contact.name or tr("No name")
            line.show_line(name, icon=icon, icon_colour=ink, tail=tail, tail_colour="bad" if lacking else "muted")
        rest = len(order.parts) - len(self._cards)
        note = self.look.trn("and {n} more", "and {n} more", rest) if rest > 0 else ""
        self._tell(note, tr("What is unknown becomes a line to write on. Personal notes print only where ticked."))

    def _show_rivals(self, order: Order) -> None:
        """How much of what is known of each rival must be asked again."""
        tr = self.look.tr
        rivals = {rival.key: rival for rival in order.workspace.rivals}
        for line in self._cards[len(order.parts) :]:
            line.hide()
        for key, line in zip(order.parts, self._cards, strict=False):
            old = rival_file(rivals[key], [order.client], order.workspace, order.on).stale
            line.setObjectName(key)
            tail = tr("{n} out of date", n=old) if old else tr("up to date")
            icon, ink = ("flag", "bad") if old else ("check", "ok")
            name = rivals[key].called or tr("No name")
            line.show_line(name, icon=icon, icon_colour=ink, tail=tail, tail_colour="bad" if old else "muted")
        self._rivals = frozenset(rivals)
        self._tell("", tr("Every line says its source, its day and whether it may be told outside."))

    def _tell(self, note: str, words: str) -> None:
        self._heading.show_note(note, "bad")
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def _want(self) -> None:
        sender = self.sender()
        if sender in self._cards and sender.objectName() in self._rivals:
            self.place_wanted.emit("standings")
        elif sender in self._cards:
            self.person_wanted.emit(sender.objectName())
        elif sender is not None:
            self.place_wanted.emit(sender.objectName())

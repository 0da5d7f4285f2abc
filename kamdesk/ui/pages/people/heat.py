"""The contact heat map: people by influence and attitude; whoever is moved is rated anew, and the weigh-in notes it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.account import Account, LeadWord
from kamdesk.client.people import Contact
from kamdesk.client.rival_records import Rival
from kamdesk.desk.desk import Desk
from kamdesk.desk.people import rate
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing, Goto, Shown
from kamdesk.ui.pages.people.heat_board import HeatBoard
from kamdesk.ui.pages.people.heat_cells import Cell
from kamdesk.ui.pages.people.heat_legend import HeatLegend
from kamdesk.ui.parts.labels import Heading, Paragraph
from kamdesk.ui.parts.scrolled import Scrolled


class PeopleHeat(QWidget):
    """The board with its heading and key; choosing and rating are told, nothing is written here."""

    chosen = Signal(str)
    opened = Signal(str)  # Enter or a double click: the person's card
    edited = Signal(object)  # Doing
    going = Signal(object)  # Goto

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__()
        self.look, self.desk = look, desk
        self._shown: Shown | None = None
        self.heading = Heading(look, look.tr("Influence × attitude"), role="title")
        self.board = HeatBoard(look)
        self.legend = HeatLegend(look)
        words = look.tr("Drag somebody, or press Shift and an arrow: the weigh-in of the day notes what was moved.")
        self.hint = Paragraph(look, words, "small", "muted")
        self._lay()
        self.board.chosen.connect(self.chosen)
        self.board.opened.connect(self.opened)
        self.board.moved.connect(self._rate)
        self.setFocusProxy(self.board)

    def _lay(self) -> None:
        theme = self.look.theme
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(
            theme.size("gutter_left"), theme.space("l"), theme.size("gutter_right"), theme.space("xl")
        )
        column.setSpacing(theme.space("s"))
        column.addWidget(self.heading)
        column.addWidget(self.hint)
        column.addWidget(self.board)
        foot = QHBoxLayout()
        foot.addWidget(self.legend, 1)
        column.addLayout(foot)
        column.addStretch(1)
        self._scroll = Scrolled(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def show_client(self, shown: Shown, figures: Account) -> None:
        """Show the people of this client as they stand."""
        self._shown = shown
        self.board.locked = self.desk.read_only
        self.hint.setVisible(not self.desk.read_only)
        self.board.show_people(figures.people)
        self.heading.show_count(len(figures.people) or "")
        rival = shown.workspace.get(figures.rival)
        self.legend.show_rival(rival.called if isinstance(rival, Rival) else "")
        words = [person.lead_word for person in figures.people]
        self.legend.show_counts(words.count(LeadWord.AHEAD), words.count(LeadWord.BEHIND))

    def current(self) -> str:
        """The key of the chosen person."""
        return self.board.current()

    def choose(self, key: str) -> None:
        """Choose a person and bring the chip into view."""
        chip = self.board.choose(key)
        if chip is not None:
            self._scroll.ensureWidgetVisible(chip, 20, 40)

    def keys(self) -> list[tuple[str, str]]:
        """What can be done here, for the footer."""
        tr, trc = self.look.tr, self.look.trc
        return [
            ("← ↑ → ↓", tr("next person")),
            ("Shift ← →", trc("key", "attitude")),
            ("Shift ↑ ↓", trc("key", "influence")),
            ("Enter", trc("key", "card")),
            ("W", trc("key", "weigh")),
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """W weighs the chosen person."""
        if event.key() == Qt.Key.Key_W and not event.modifiers() and self._shown and self.board.current():
            self.going.emit(Goto("weighin", self._shown.client.key, self.board.current(), "weigh"))
        else:
            super().keyPressEvent(event)

    def _rate(self, key: str, cell: Cell) -> None:
        shown = self._shown
        contact = shown.client.get(key) if shown else None
        chip = self.board.chips.get(key)
        if shown is None or not isinstance(contact, Contact) or chip is None or chip.person is None:
            return
        # An attitude that only the weigh-in gives is not set by hand because somebody moved up or down.
        attitude = contact.attitude if cell.attitude is chip.person.attitude else cell.attitude
        step = rate(shown.client, shown.workspace, contact, attitude, cell.influence, shown.today, self.look.words)
        self.edited.emit(Doing(step.said, step.edits, toast=True))

"""The paper place: a client's documents as the real files, live beside the choice of their parts; export and print."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.desk.desk import Desk
from kamdesk.desk.documents import DOCUMENTS
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Page, Shown
from kamdesk.ui.pages.paper.bar import PaperBar
from kamdesk.ui.pages.paper.choosing import Choosing
from kamdesk.ui.pages.paper.edition_deeds import EditionDeeds
from kamdesk.ui.pages.paper.keys import keys_of, step_of
from kamdesk.ui.pages.paper.leaving import Leaving
from kamdesk.ui.pages.paper.making import BATTLE, CARDS, Made, Order, PaperMaker
from kamdesk.ui.pages.paper.middle import PaperMiddle
from kamdesk.ui.pages.paper.panel import PaperPanel
from kamdesk.ui.pages.paper.ways import Ways
from kamdesk.ui.parts.labels import Rule
from kamdesk.words import N_, NC_

_OLDER = N_("The pages could not be made; what is shown is older.")
_NARROW = 1000  # px at 100 % text: below this the panel gives way


class PaperPage(Page):
    """Chapters at the left, the pages, what can be done with them at the right."""

    name: ClassVar[str] = "paper"
    label: ClassVar[str] = NC_("place", "Paper")

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__(look, desk)
        self._shown: Shown | None = None
        self._wants_panel: bool | None = None  # None: as there is room
        self._again = ""  # key of the edition that is shown as it was
        self.maker = PaperMaker(self)
        self.middle = PaperMiddle(look)
        self.view = self.middle.view
        self.choosing = Choosing(look, desk, self, self.middle)
        self.chapters = self.choosing.chapters
        self.bar = PaperBar(look)
        self.panel = PaperPanel(look)
        self._arrange()
        self.editions = EditionDeeds(look, self)
        self.ways = Ways(self)
        self.leaving = Leaving(look, desk, self.maker, self.middle)
        self.out = self.leaving.out
        self._connect()

    def _arrange(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.middle, 1)
        column.addWidget(self.bar)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.chapters)
        row.addWidget(Rule(self.look, upright=True))
        row.addLayout(column, 1)
        self.arrange(body, self.panel, width=280)

    def _connect(self) -> None:
        for part in (self.choosing, self.editions, self.leaving):
            part.edited.connect(self.edited)
        for maker in (self.maker, self.leaving):
            maker.working.connect(self.working)
        self.maker.began.connect(self._begin)
        self.maker.made.connect(self._take)
        self.maker.failed.connect(self._fail)
        self.choosing.changed.connect(self._ask)
        self.choosing.shown_chapter.connect(self.go_to_chapter)
        self.chapters.wanted.connect(self.go_to_chapter)
        self.chapters.rows.placed.connect(self.ways.go_to_chapter)
        for empty in (self.middle.nobody, self.middle.unopposed, self.middle.nothing):
            empty.pressed.connect(self.ways.take)
        self.ways.going.connect(self.going)
        self.ways.unanswered.connect(self.chapters.tick_as_at_first)
        self.middle.none.pressed.connect(self.chapters.tick_all)
        self.middle.again.left.connect(self._show_again)
        for button in (self.panel.export, self.view.export):
            button.clicked.connect(self.export)
        self.panel.print.clicked.connect(self.print)
        self.panel.cards.place_wanted.connect(self.ways.go_to_section)
        self.panel.cards.person_wanted.connect(self.ways.go_to_person)
        self.panel.editions.asked.connect(self.editions.do)
        self.panel.moved.wanted.connect(self.ways.go_to_section)
        self.panel.batch.clicked.connect(self.ways.go_to_batch)
        self.panel.moved.printed.connect(self.view.go_to_first)
        self.editions.again.connect(self._show_again)
        self.editions.compared.connect(self._compare)
        self.bar.stopped.connect(self.out.stop)
        self.leaving.left.connect(self.choosing.forget_reader)
        self.out.printed.connect(self.bar.show_printing)
        self.out.ended.connect(self._show_state)

    def show_client(self, shown: Shown) -> None:
        """Make the document anew if anything in it has changed."""
        if self._shown is not None and self._shown.client.key != shown.client.key:
            self._show_again()
        self._shown = shown
        self.ways.client = shown.client.key
        self.editions.show_client(shown.client, shown.workspace)
        self.choosing.readers = self.editions.readers()
        self.choosing.show_client(shown)
        self._ask()

    def order(self) -> Order | None:
        """What the document is made of now: an edition as it was, or the one to come."""
        again = self.editions.order(self._again) if self._again else None
        return again or self.choosing.order()

    def _ask(self) -> None:
        order = self.order()
        if order is None or self._shown is None:
            return
        self.middle.show_order(order)
        self.panel.show_order(order, self._shown.client)
        for button in (self.panel.export, self.panel.print, self.view.export):
            button.setEnabled(order.anything)
        nothing = self.look.tr("Nothing to print")
        self.maker.ask(order) if order.anything else self.bar.show_words(nothing, "minus")

    def _begin(self) -> None:
        if self.maker.latest is None:
            self.bar.show_words(self.look.tr("Making the pages…"), "refresh-cw")

    def _take(self, made: Made) -> None:
        self.view.show_pdf(made.data, made.order.same_pages)
        self.chapters.show_made(made)
        self.panel.show_made(made)
        if not self.out.busy:
            self._show_state()

    def _fail(self) -> None:
        words = _OLDER if self.maker.latest else N_("No pages could be made.")
        self.bar.show_words(self.look.tr(words), "circle-alert", "bad")

    def _show_again(self, order: Order | None = None) -> None:
        """Show an edition as it was, or the one to come."""
        self._again = order.issue.again if order is not None else ""
        self.middle.again.show_order(order)
        self.chapters.setEnabled(order is None)
        self._ask()

    def _compare(self, key: str) -> None:
        self._show_again()
        self.choosing.compare(key)

    def go_to_chapter(self, name: str) -> None:
        """Scroll to where a chapter begins."""
        if self.maker.latest and (page := self.maker.latest.first_page(name)):
            self.view.go_to(page)

    def open_item(self, key: str, action: str) -> None:
        """Export, print, search, show the card of a "person" or a "rival" or another document; else a chapter."""
        does = {"export": self.export, "print": self.print, "find": self.view.start_search}
        if action in does:
            self.keyboard_place().setFocus()  # what is half typed is taken over first
            does[action]()
        elif action in (CARDS, BATTLE):
            self.chapters.show_cards(action, key)
            self._ask()
        elif key in DOCUMENTS:
            self.chapters.show_document(key)
            self._ask()
        elif key:
            self.go_to_chapter(key)

    def keyboard_place(self) -> QWidget:
        """The list of what is printed; letters belong to the place and not to a choice."""
        return self.chapters.list_shown() or self.view.pages

    def item(self) -> str:
        """The document, so that a window built anew shows the same."""
        return self.chapters.kind()

    def export(self) -> None:
        """Ask where to; the file is the one that is shown."""
        if (order := self.order()) is not None and order.anything:
            self.leaving.export(order, ask_password=self.chapters.choice.locked)

    def export_to(self, path: str) -> None:
        """Write the document there as soon as it is up to date."""
        self.leaving.export_to(path)

    def print(self) -> None:
        """Ask which printer and which pages."""
        if (order := self.order()) is not None and order.anything:
            self.maker.when_fresh(self.out.ask_printer)

    def _show_state(self) -> None:
        """Say in the bar how the document stands."""
        self.bar.end_work()
        if self.maker.latest:
            self.bar.show_made(self.maker.latest, f"{self.desk.clock.now().astimezone():%H:%M}")

    def keys(self) -> list[tuple[str, str]]:
        """What the keys do."""
        return keys_of(self.look)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Single keys, when no field took them."""
        does = step_of(event, self.view)
        if event.key() == Qt.Key.Key_Escape:
            self.out.stop() if self.out.busy else self._show_again()
        elif does is not None:
            does()
        elif event.text().lower() == "i" and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._wants_panel = self.panel_width == 0
            self._make_panel_room()
        else:
            super().keyPressEvent(event)

    def _make_panel_room(self) -> None:
        room = self.width() >= self.look.theme.px(_NARROW)
        self.show_panel(room if self._wants_panel is None else self._wants_panel)
        self.view.export.setVisible(self.panel_width == 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the panel give way where there is little room."""
        super().resizeEvent(event)
        self._make_panel_room()

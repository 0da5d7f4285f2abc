"""The paper place: a client's plan or cards as the real file, live beside the choice of its parts; export and print."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.telling import names_of
from kamdesk.desk.desk import Desk
from kamdesk.desk.send import DOCUMENTS, proposed_name
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Goto, Page, Shown
from kamdesk.ui.pages.paper.bar import PaperBar
from kamdesk.ui.pages.paper.chapters import Chapters
from kamdesk.ui.pages.paper.making import BATTLE, CARDS, Made, Order, PaperMaker
from kamdesk.ui.pages.paper.middle import PaperMiddle
from kamdesk.ui.pages.paper.out import PaperOut
from kamdesk.ui.pages.paper.panel import PaperPanel
from kamdesk.ui.pages.registry import place_of
from kamdesk.ui.parts.labels import Rule
from kamdesk.words import NC_, words_for

_NARROW = 1000  # px at 100 % text: below this the panel gives way


class PaperPage(Page):
    """Chapters at the left, the pages, what can be done with them at the right."""

    name: ClassVar[str] = "paper"
    label: ClassVar[str] = NC_("place", "Paper")

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__(look, desk)
        self._shown: Shown | None = None
        self._wants_panel: bool | None = None  # None: as there is room
        self.maker = PaperMaker(self)
        self.chapters = Chapters(look)
        self.middle = PaperMiddle(look)
        self.view = self.middle.view
        self.bar = PaperBar(look)
        self.panel = PaperPanel(look)
        self._arrange()
        self.out = PaperOut(look, self.middle)
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
        self.maker.working.connect(self.working)
        self.maker.began.connect(self._begin)
        self.maker.made.connect(self._take)
        self.maker.failed.connect(self._fail)
        self.chapters.ticked.connect(self._ask)
        self.chapters.wanted.connect(self.go_to_chapter)
        self.chapters.language_chosen.connect(self._ask)
        self.chapters.document_chosen.connect(self._ask)
        self.chapters.paper_chosen.connect(self._ask)
        self.middle.nobody.pressed.connect(self._choose_cards)
        self.middle.unopposed.pressed.connect(self._choose_cards)
        self.middle.none.pressed.connect(self.chapters.tick_all)
        self.panel.export.clicked.connect(self.export)
        self.view.export.clicked.connect(self.export)
        self.panel.print.clicked.connect(self.print)
        self.panel.place_wanted.connect(self._go_to_section)
        self.panel.person_wanted.connect(self._go_to_person)
        self.bar.stopped.connect(self.out.stop)
        self.out.file_chosen.connect(self.export_to)
        self.out.working.connect(self.working)
        self.out.printed.connect(self.bar.show_printing)
        self.out.ended.connect(self._show_state)

    def show_client(self, shown: Shown) -> None:
        """Make the document anew if anything in it has changed."""
        self._shown = shown
        self.chapters.show_client(shown)
        self._ask()

    def order(self) -> Order | None:
        """What the document is made of now."""
        if self._shown is None:
            return None
        shown = self._shown
        chapters = self.chapters
        language, parts = chapters.document_language(), chapters.chosen()
        paper = chapters.paper.currentText()
        return Order(shown.client, shown.workspace, shown.today, language, parts, chapters.kind(), paper)

    def _ask(self) -> None:
        order = self.order()
        if order is None:
            return
        self.middle.show_order(order)
        self.panel.show_order(order)
        for button in (self.panel.export, self.panel.print, self.view.export):
            button.setEnabled(bool(order.parts))
        if order.parts:
            self.maker.ask(order)
        else:
            self.bar.show_words(self.look.tr("Nothing to print"), "minus")

    def _begin(self) -> None:
        if self.maker.latest is None:
            self.bar.show_words(self.look.tr("Making the pages…"), "refresh-cw")

    def _take(self, made: Made) -> None:
        self.view.show_pdf(made.data)
        self.chapters.show_made(made)
        if not self.out.busy:
            self._show_state()

    def _fail(self) -> None:
        self.bar.show_words(self.look.tr("The pages could not be made; what is shown is older."), "circle-alert", "bad")

    def go_to_chapter(self, name: str) -> None:
        """Scroll to where a chapter begins."""
        if self.maker.latest and (page := self.maker.latest.first_page(name)):
            self.view.go_to(page)

    def open_item(self, key: str, action: str) -> None:
        """Export, print, show the card of a "person" or a "rival" or another document; else scroll to a chapter."""
        if action == "export":
            self.export()
        elif action == "print":
            self.print()
        elif action in (CARDS, BATTLE):
            self.chapters.show_cards(action, key)
            self._ask()
        elif key in DOCUMENTS:
            self.chapters.show_document(key)
            self._ask()
        elif key:
            self.go_to_chapter(key)

    def item(self) -> str:
        """The document, so that a window built anew shows the same."""
        return self.chapters.kind()

    def export(self) -> None:
        """Ask where to; the file is the one that is shown."""
        order = self.order()
        if order is not None and order.parts:
            self.out.ask_file(_file_name(order))

    def export_to(self, path: str) -> None:
        """Write the plan there as soon as it is up to date."""
        self.maker.when_fresh(partial(self.out.save, path=path))

    def print(self) -> None:
        """Ask which printer and which pages."""
        if self.chapters.chosen():
            self.maker.when_fresh(self.out.ask_printer)

    def _show_state(self) -> None:
        """Say in the bar how the document stands."""
        self.bar.end_work()
        if self.maker.latest:
            self.bar.show_made(self.maker.latest, f"{self.desk.clock.now().astimezone():%H:%M}")

    def _go_to_section(self, section: str) -> None:
        if self._shown:
            self.going.emit(Goto(place_of(section), self._shown.client.key))

    def _go_to_person(self, key: str) -> None:
        if self._shown:
            self.going.emit(Goto("people", self._shown.client.key, key, "card" if key else ""))

    def _choose_cards(self, name: str) -> None:
        if name == "people":
            self._go_to_person("")
        elif name == "rivals":
            self._go_to_section("factors")
        else:
            self.chapters.tick_as_at_first()

    def keys(self) -> list[tuple[str, str]]:
        """What the keys do."""
        return _keys(self.look)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Single keys, when no field took them."""
        does = {
            "+": self.view.zoom_in,
            "=": self.view.zoom_in,
            "-": self.view.zoom_out,
            "w": self.view.fit_width,
            "i": self._turn_panel,
        }.get(event.text().lower())
        turning = {Qt.Key.Key_PageDown: self.view.next_page, Qt.Key.Key_PageUp: self.view.page_before}
        does = does or turning.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.out.stop()
        elif does is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            does()
        else:
            super().keyPressEvent(event)

    def _turn_panel(self) -> None:
        self._wants_panel = self.panel_width == 0
        self._make_panel_room()

    def _make_panel_room(self) -> None:
        room = self.width() >= self.look.theme.px(_NARROW)
        self.show_panel(room if self._wants_panel is None else self._wants_panel)
        self.view.export.setVisible(self.panel_width == 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the panel give way where there is little room."""
        super().resizeEvent(event)
        self._make_panel_room()


def _keys(look: Look) -> list[tuple[str, str]]:
    """The footer of the place."""
    tr = look.tr
    pages = [("PgUp PgDn", tr("Pages")), ("+ −", tr("Zoom")), ("W", tr("Page width"))]
    return [
        ("Space", tr("Tick")),
        ("Enter", tr("Go to the chapter")),
        *pages,
        ("Ctrl E", tr("Export")),
        ("Ctrl P", tr("Print")),
        ("I", tr("What it holds")),
    ]


def _file_name(order: Order) -> str:
    """What the file is called; a single card by its person too."""
    alone = order.parts[0] if order.document in (CARDS, BATTLE) and len(order.parts) == 1 else ""
    name = names_of(order.client, order.workspace)(alone)
    return proposed_name(order.client.company, order.document, words_for(order.language), name)

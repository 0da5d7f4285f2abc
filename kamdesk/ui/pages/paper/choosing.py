"""What the document is made of: the chapters, saved choices, the words around the pages, conclusions by hand."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kamdesk.client.paper_records import PaperPreset
from kamdesk.desk import paper_presets
from kamdesk.desk.desk import Desk
from kamdesk.desk.documents import DOCUMENTS
from kamdesk.desk.editions import comparable, latest, next_number
from kamdesk.document.contents import CONTENTS
from kamdesk.ui.doing import Doing
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.paper.chapters import Chapters
from kamdesk.ui.pages.paper.conclusion_card import ConclusionCard
from kamdesk.ui.pages.paper.options_card import OptionsCard
from kamdesk.ui.pages.paper.order import PLAN, Issue, Order, is_numbered
from kamdesk.ui.pages.paper.presets import Presets
from kamdesk.words import LANGUAGES


class Choosing(QObject):
    """Gives the order of the next edition; the cards lie over the pages."""

    changed = Signal()  # the pages follow
    edited = Signal(object)  # Doing
    shown_chapter = Signal(str)  # scroll to a chapter

    def __init__(self, look: Look, desk: Desk, page: QWidget, over: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._shown: Shown | None = None
        self.chapters = Chapters(look)
        self.presets = Presets(look, page)
        self.options = OptionsCard(look, over)
        self.conclusion = ConclusionCard(look, over)
        self.readers: list[str] = []  # who could be given a paper
        chapters = self.chapters
        chapters.ticked.connect(self.changed)
        chapters.rows.writing.connect(self.write_conclusion)
        chapters.menu_wanted.connect(self.open_presets)
        chapters.options_wanted.connect(self.open_options)
        self.options.turned.connect(self.changed)
        self.options.closed.connect(chapters.options.setFocus)
        self.conclusion.written.connect(self._keep_conclusion)
        self.conclusion.closed.connect(chapters.rows.setFocus)
        self.presets.edited.connect(self.edited)
        self.presets.applied.connect(self.apply)
        self.presets.saved.connect(self._keep_preset)

    def show_client(self, shown: Shown) -> None:
        """Choose for this client."""
        self._shown = shown
        self.chapters.show_client(shown)

    def order(self) -> Order | None:
        """What the document is made of now."""
        if self._shown is None:
            return None
        shown, chapters = self._shown, self.chapters
        language, parts, kind = chapters.document_language(), chapters.chosen(), chapters.kind()
        paper = chapters.paper.currentText()
        return Order(shown.client, shown.workspace, shown.today, language, parts, kind, paper, self._issue(shown))

    def _issue(self, shown: Shown) -> Issue:
        """As what the document would leave now: as the next edition."""
        kind, choice, audience = self.chapters.kind(), self.chapters.choice, self.chapters.for_whom()
        if not is_numbered(kind):
            return Issue()
        editions = (item for item in shown.client.editions if comparable(item, audience))
        named = next((item for item in editions if item.key == choice.compared), None)
        before = (named or latest(shown.client, kind, audience)) if kind == PLAN else None
        number = next_number(shown.client, kind)
        return Issue(audience, choice.reader, choice.watermark, choice.notice, number, before)

    def compare(self, key: str) -> None:
        """Tell what changed since this edition, instead of the last one."""
        self.chapters.choice.compared = key
        self.changed.emit()

    def forget_reader(self) -> None:
        """The edition for that reader has left; the next one is for somebody else, and compares with it."""
        choice = self.chapters.choice
        choice.reader = choice.compared = ""

    def write_conclusion(self, chapter: str) -> None:
        """Write the line on top of a chapter, over the page it stands on."""
        if self._shown is not None and not self._desk.read_only:
            self.shown_chapter.emit(chapter)
            self.conclusion.open(chapter, self._shown.client)

    def _keep_conclusion(self, chapter: str, text: str) -> None:
        if self._shown is None:
            return
        step = paper_presets.set_conclusion(self._shown.client, chapter, text, CONTENTS[chapter].label)
        if step.edits:
            self.edited.emit(Doing(step.said, tuple(step.edits)))

    def open_presets(self) -> None:
        """Show the menu of saved choices."""
        order, shown = self.order(), self._shown
        if order is not None and shown is not None:
            chapters, locked = self.chapters, self._desk.read_only
            self.presets.open_menu(shown.client, order.kept, chapters.choice.preset, chapters.saved, locked=locked)

    def _keep_preset(self, key: str) -> None:
        """What was saved last is the saved choice that is shown."""
        self.chapters.choice.preset = key

    def apply(self, preset: PaperPreset) -> None:
        """Choose what a saved choice asks for."""
        order = paper_presets.apply(preset)
        if order.document not in DOCUMENTS:
            return
        chapters = self.chapters
        chapters.choice.take(order)
        chapters.choice.preset = preset.key
        if order.language in LANGUAGES:
            chapters.language.setCurrentIndex(LANGUAGES.index(order.language))
        chapters.show_document(order.document)
        chapters.paper.setCurrentIndex(max(0, chapters.paper.findText(order.paper)))
        chapters.show_cards(order.document, keys=order.chapters)
        chapters.show_choice()

    def open_options(self) -> None:
        """Ask for reader, words and password."""
        self.options.open(self.chapters.choice, self.readers)

"""What is printed: which document in which language, its chapters, people or rivals with a tick and their pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kamdesk.desk.send import DOCUMENTS, PAPERS
from kamdesk.document.plan import CHAPTERS
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.paper.cards import CardList
from kamdesk.ui.pages.paper.making import BATTLE, CARDS, Made, is_empty
from kamdesk.ui.pages.paper.people import CardPeople
from kamdesk.ui.pages.paper.rivals import CardRivals
from kamdesk.ui.parts.badges import tick_box
from kamdesk.ui.parts.chosen_editors import Combo
from kamdesk.ui.parts.figures import Chip
from kamdesk.ui.parts.labels import Heading, Label, Paragraph
from kamdesk.ui.parts.painters import RIGHT, paint_text, square, text_width
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.rows import RowDelegate
from kamdesk.words import LANGUAGES, OWN_NAMES


@dataclass(frozen=True, slots=True)
class ChapterRow:
    """A chapter as the list shows it."""

    key: str
    title: str
    ticked: bool
    page: str  # where it begins; short chapters share one
    empty: bool


class Chapters(QWidget):
    """Space ticks, Enter scrolls there; of the lists the one of the chosen document is shown."""

    ticked = Signal()
    wanted = Signal(str)  # name of a chapter, or key of a person or rival
    language_chosen = Signal(str)
    document_chosen = Signal(str)
    paper_chosen = Signal(str)  # of the people map

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        tr = look.tr
        self._chosen = set(CHAPTERS)
        self._made: Made | None = None
        self._shown: Shown | None = None
        self.document = Combo(look)
        self.document.setAccessibleName(tr("Document"))
        for name, kind in DOCUMENTS.items():
            self.document.addItem(tr(kind.label), name)
        self.language = Combo(look)
        self.language.setAccessibleName(tr("Language of the document"))
        for name in LANGUAGES:
            self.language.addItem(OWN_NAMES[name], name)
        self.language.setCurrentIndex(LANGUAGES.index(look.words.language))
        self.paper = Combo(look)
        self.paper.setAccessibleName(tr("Paper of the people map"))
        self.paper.addItems(PAPERS)
        self._paper_label = Label(look, tr("Paper of the people map"), "small", "text2")
        self._heading = Heading(look, tr("Chapters"))
        self.rows = RowList(_ChapterDelegate(look), tr("Chapters"))
        self.people, self.rivals = CardPeople(look), CardRivals(look)
        self._lists: dict[str, CardList] = {CARDS: self.people, BATTLE: self.rivals}
        for cards in self._lists.values():
            cards.hide()
            cards.turned.connect(self.ticked)
            cards.opened.connect(self.wanted)
        self._arrange()
        self.document.activated.connect(self._choose_document)
        self.rows.ticked.connect(self.toggle)
        self.rows.opened.connect(self.wanted)
        self.rows.clicked.connect(self._clicked)
        self.language.activated.connect(self._choose_language)
        self.paper.textActivated.connect(self.paper_chosen)

    def _arrange(self) -> None:
        look, theme = self.look, self.look.theme
        over = theme.size("overhang")
        self.setFixedWidth(theme.size("chapters"))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space("xl") - over, theme.space("l"), theme.px(20) - over, theme.space("l"))
        column.setSpacing(theme.px(6))
        kept = Chip(look, look.tr("Internal edition"), "neutral", "lock")
        parts: tuple[QWidget | int, ...] = (
            Label(look, look.tr("Document"), "small", "text2"),
            self.document,
            2,
            Label(look, look.tr("Language"), "small", "text2"),
            self.language,
            2,
            self._paper_label,
            self.paper,
            8,
            self._heading,
        )
        for part in (kept, 8, *parts):
            if isinstance(part, int):
                column.addSpacing(theme.px(part))
                continue
            held = QVBoxLayout()
            held.setContentsMargins(over, 0, over, 0)
            held.addWidget(part)
            column.addLayout(held)
        column.addWidget(self.rows, 1)
        for cards in self._lists.values():
            column.addWidget(cards, 1)
        words = look.tr("The internal edition names weigh-ins, rivals and floors. It is not for the client.")
        note = Paragraph(look, words, "small", "muted")
        held = QVBoxLayout()
        held.setContentsMargins(over, theme.px(10), over, 0)
        held.addWidget(note)
        column.addLayout(held)

    def chosen(self) -> tuple[str, ...]:
        """The names of the ticked chapters, or the keys of the ticked people or rivals, in their order."""
        if (cards := self._lists.get(self.kind())) is not None:
            return cards.printed()
        return tuple(name for name in CHAPTERS if name in self._chosen)

    def kind(self) -> str:
        """The name of the chosen document."""
        return str(self.document.currentData())

    def show_document(self, name: str) -> None:
        """Show the parts of another document, without telling anybody."""
        self.document.setCurrentIndex(self.document.findData(name))
        for part in (self.rows, self._paper_label, self.paper):
            part.setVisible(name not in self._lists)
        for kind, cards in self._lists.items():
            cards.setVisible(kind == name)
        tr = self.look.tr
        headings = {CARDS: tr("People"), BATTLE: tr("Rivals")}
        self._heading.show_words(headings.get(name, tr("Chapters")))
        self._fill()

    def show_cards(self, name: str, key: str = "") -> None:
        """Show a document made of cards; with a key that card alone."""
        self.show_document(name)
        if key:
            self._lists[name].tick_only(key)

    def tick_as_at_first(self) -> None:
        """Tick the cards that are ticked before anybody chose."""
        if (cards := self._lists.get(self.kind())) is not None:
            cards.tick_as_at_first()

    def document_language(self) -> str:
        """The language of the document."""
        return LANGUAGES[self.language.currentIndex()]

    def show_client(self, shown: Shown) -> None:
        """Show which chapters this client could fill, its people and its rivals."""
        self._shown = shown
        for cards in self._lists.values():
            cards.show_client(shown)
        self._fill()

    def show_made(self, made: Made) -> None:
        """Show on which page each part begins."""
        self._made = made
        if (cards := self._lists.get(made.order.document)) is not None:
            cards.show_made(made)
        self._fill()

    def toggle(self, name: str) -> None:
        """Tick a chapter, or take its tick away."""
        self._chosen ^= {name}
        self._fill()
        self.ticked.emit()

    def tick_all(self) -> None:
        """Tick every chapter."""
        self._chosen = set(CHAPTERS)
        self._fill()
        self.ticked.emit()

    def _fill(self) -> None:
        if self._shown is None:
            return
        client, made = self._shown.client, self._made
        if made and made.order.document != self.kind():
            made = None
        rows = []
        for name, chapter in CHAPTERS.items():
            first = made.first_page(name) if made and name in self._chosen else None
            told = self.look.tr("p. {n}", n=first) if first else ""
            rows.append(
                ChapterRow(name, self.look.tr(chapter.label), name in self._chosen, told, is_empty(client, name))
            )
        self.rows.show_rows(rows)
        count = made.written.pages if made else 0
        self._heading.show_note(self.look.trn("{n} page", "{n} pages", count) if count else "")

    def _clicked(self, index: object) -> None:
        """A click on the box ticks, a click on the words leads there."""
        name = self.rows.current_key()
        place = self.rows.viewport().mapFromGlobal(self.cursor().pos())
        if place.x() < self.look.theme.px(36):
            self.toggle(name)
        else:
            self.wanted.emit(name)

    def _choose_document(self, _row: int) -> None:
        self.show_document(self.kind())
        self.document_chosen.emit(self.kind())

    def _choose_language(self, _row: int) -> None:
        self.language_chosen.emit(self.document_language())


class _ChapterDelegate(RowDelegate):
    """Box, name, a flag where nothing is known, page."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.theme.px(36), look.size("overhang"))

    def draw(self, painter: QPainter, rect: QRectF, item: ChapterRow, *, selected: bool) -> None:
        """Paint a chapter."""
        look, px = self.look, self.look.theme.px
        tick_box(painter, QRectF(rect.left(), rect.top(), px(16), rect.height()), item.ticked, look)
        ink = look.colour("text" if item.ticked else "muted")
        paint_text(painter, rect, item.page, look.font("small"), look.colour("muted"), RIGHT)
        words = rect.adjusted(px(26), 0, -(text_width(item.page, look.font("small")) + px(28 if item.empty else 8)), 0)
        used = paint_text(painter, words, item.title, look.font(), ink)
        if item.empty and item.ticked:
            flag = square(QPointF(words.left() + used + px(14), rect.center().y()), px(14))
            look.icons.paint(painter, flag, "flag", "bad")


def names_of(chapters: Sequence[str], look: Look) -> str:
    """The names of chapters in a row."""
    return ("、" if look.words.chinese else ", ").join(look.tr(CHAPTERS[name].label) for name in chapters)

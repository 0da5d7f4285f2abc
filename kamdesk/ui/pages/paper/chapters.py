"""What is printed: which document for whom, in which language, its chapters, people or rivals and their pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.paper_records import Audience
from kamdesk.desk.documents import DOCUMENTS
from kamdesk.document.contents import CONTENTS
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.paper.cards import CardList
from kamdesk.ui.pages.paper.chapter_list import ChapterList
from kamdesk.ui.pages.paper.chapter_words import chapter_rows, icon_of, note_of, options_words
from kamdesk.ui.pages.paper.choice import Choice, may_hold
from kamdesk.ui.pages.paper.order import BATTLE, CARDS, PLAN, WEIGHIN_FORM, Made, is_numbered
from kamdesk.ui.pages.paper.pale import Pale
from kamdesk.ui.pages.paper.people import CardPeople
from kamdesk.ui.pages.paper.rivals import CardRivals
from kamdesk.ui.parts.buttons import IconButton
from kamdesk.ui.parts.chosen_editors import Combo
from kamdesk.ui.parts.figures import Chip
from kamdesk.ui.parts.labels import Heading, Label, Paragraph
from kamdesk.ui.parts.line_button import LineButton
from kamdesk.ui.parts.segments import Option, Segments
from kamdesk.words import LANGUAGES, OWN_NAMES


class Chapters(Pale):
    """Space ticks, Enter scrolls there; of the lists the one of the chosen document is shown."""

    ticked = Signal()  # anything was chosen that the pages follow
    wanted = Signal(str)  # name of a chapter, or key of a person or rival
    menu_wanted = Signal()  # of the saved choices
    options_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        tr = look.tr
        self._choices: dict[str, Choice] = {}  # by client
        self._made: Made | None = None
        self._shown: Shown | None = None
        self.document = _combo(look, tr("Document"), [(tr(kind.label), name) for name, kind in DOCUMENTS.items()])
        self.saved = IconButton(look, "star", tr("Saved choices"))
        self.language = _combo(look, tr("Language of the document"), [(OWN_NAMES[name], name) for name in LANGUAGES])
        self.language.setCurrentIndex(LANGUAGES.index(look.words.language))
        self.paper = _combo(look, tr("Paper"), [])
        options = [Option(item, tr(item.label)) for item in Audience]
        self.audience = Segments(look, options, tr("Made for"), spread=True)
        self._fixed = {item: Chip(look, tr(item.label), "neutral", icon_of(item)) for item in Audience}
        self.heading = Heading(look, tr("Chapters"))
        self.rows = ChapterList(look)
        self.people, self.rivals = CardPeople(look), CardRivals(look)
        forms = CardPeople(look, nobody=True)
        self._lists: dict[str, CardList] = {CARDS: self.people, BATTLE: self.rivals, WEIGHIN_FORM: forms}
        self._note = Paragraph(look, "", "small", "muted")
        self.options = LineButton(look, tr("Reader, watermark, password"), icon="settings", height=32)
        self._arrange()
        self._connect()
        self._show_parts(PLAN)

    def _arrange(self) -> None:
        look, theme = self.look, self.look.theme
        over = theme.size("overhang")
        self.setFixedWidth(theme.size("chapters"))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space("xl") - over, theme.space("l"), theme.px(20) - over, theme.space("m"))
        column.setSpacing(theme.px(8))
        first = _beside(theme.px(4), (self.document, 1), (self.saved, 0))
        papers = _beside(
            theme.px(8),
            (_under(theme.px(4), Label(look, look.tr("Language"), "small", "text2"), self.language), 1),
            (_under(theme.px(4), Label(look, look.tr("Paper"), "small", "text2"), self.paper), 0),
        )
        self.paper.setFixedWidth(theme.px(76))
        parts: tuple[QWidget | QHBoxLayout, ...] = (first, self.audience, *self._fixed.values(), papers, self.heading)
        for part in parts:
            column.addLayout(_held(part, over))
        column.addWidget(self.rows, 1)
        for cards in self._lists.values():
            column.addWidget(cards, 1)
        column.addLayout(_held(self._note, over))
        column.addLayout(_held(self.options, theme.px(4)))
        column.addStretch(0)
        self._column = column

    def _connect(self) -> None:
        for cards in self._lists.values():
            cards.turned.connect(self.ticked)
            cards.opened.connect(self.wanted)
        self.document.activated.connect(self._choose_document)
        self.language.activated.connect(self._tell)
        self.paper.textActivated.connect(self._tell)
        self.audience.chosen.connect(self._choose_audience)
        self.rows.ticked.connect(self.toggle)
        self.rows.opened.connect(self.wanted)
        self.rows.moving.connect(self._move)
        self.rows.dropped.connect(self.ticked)
        self.saved.clicked.connect(self.menu_wanted)
        self.options.clicked.connect(self.options_wanted)

    @property
    def choice(self) -> Choice:
        """What is chosen for the client that is shown."""
        return self._choices.setdefault(self._shown.client.key if self._shown else "", Choice())

    def for_whom(self) -> Audience:
        """For whom the chosen document is made: as chosen, where there is a choice."""
        able = DOCUMENTS[self.kind()].audiences
        return self.choice.audience if self.choice.audience in able else able[0]

    def chosen(self) -> tuple[str, ...]:
        """The names of the ticked chapters, or the keys of the ticked people or rivals, in their order."""
        if (cards := self._lists.get(self.kind())) is not None:
            return cards.printed()
        return self.choice.printed() if self.kind() == PLAN else ()

    def kind(self) -> str:
        """The name of the chosen document."""
        return str(self.document.currentData())

    def document_language(self) -> str:
        """The language of the document."""
        return LANGUAGES[self.language.currentIndex()]

    def show_document(self, name: str) -> None:
        """Show the parts of another document, without telling anybody."""
        self.document.setCurrentIndex(self.document.findData(name))
        self._show_parts(name)
        if name in self._lists and self._shown is not None:
            self._lists[name].show_client(self._shown)
        self._fill()

    def _show_parts(self, name: str) -> None:
        tr = self.look.tr
        self.rows.setVisible(name == PLAN)
        for kind, cards in self._lists.items():
            cards.setVisible(kind == name)
        able, papers = DOCUMENTS[name].audiences, DOCUMENTS[name].papers
        self.audience.setVisible(len(able) > 1)
        for audience, chip in self._fixed.items():
            chip.setVisible(len(able) == 1 and audience in able)
        now = self.paper.currentText()
        self.paper.clear()
        self.paper.addItems(papers)
        self.paper.setCurrentIndex(max(0, self.paper.findText(now)))
        self.paper.setEnabled(len(papers) > 1)
        self.options.setVisible(is_numbered(name))
        headings = {CARDS: tr("People"), WEIGHIN_FORM: tr("People"), BATTLE: tr("Rivals"), PLAN: tr("Chapters")}
        self.heading.show_words(headings.get(name, tr("Pages")))
        self._column.setStretch(self._column.count() - 1, 0 if name in (PLAN, *self._lists) else 1)

    def list_shown(self) -> QWidget | None:
        """The list of the chosen document, None for one that has no parts."""
        return self.rows if self.kind() == PLAN else self._lists.get(self.kind())

    def show_cards(self, name: str, key: str = "", keys: Sequence[str] = ()) -> None:
        """Show a document, made of cards; with a key that card alone, with keys those."""
        self.show_document(name)
        if name in self._lists and (wanted := [key] if key else keys):
            self._lists[name].tick_only(*wanted)

    def tick_as_at_first(self) -> None:
        """Tick the cards that are ticked before anybody chose."""
        if (cards := self._lists.get(self.kind())) is not None:
            cards.tick_as_at_first()

    def show_client(self, shown: Shown) -> None:
        """Show which chapters this client could fill, its people and its rivals."""
        self._shown = shown
        if (cards := self._lists.get(self.kind())) is not None:
            cards.show_client(shown)
        self._fill()

    def show_made(self, made: Made) -> None:
        """Show on which page each part begins."""
        self._made = made
        if (cards := self._lists.get(made.order.document)) is not None:
            cards.show_made(made)
        self._fill()

    def toggle(self, name: str) -> None:
        """Tick a chapter, or take its tick away; one that its readers may not have stays as it is."""
        if name in may_hold(self.for_whom()):
            self.choice.ticked ^= {name}
            self._tell()

    def tick_all(self) -> None:
        """Tick every chapter."""
        self.choice.ticked = set(CONTENTS)
        self._tell()

    def show_choice(self) -> None:
        """Show what is chosen, after somebody else changed it."""
        self.audience.choose(self.choice.audience)
        self._tell()

    def _tell(self, _how: object = None) -> None:
        self._fill()
        self.ticked.emit()

    def _move(self, name: str, by: int) -> None:
        names = self.choice.names
        if self.choice.move(name, names.index(name) + by):
            self._fill()

    def _fill(self) -> None:
        if self._shown is None:
            return
        look, made = self.look, self._made
        if made and made.order.document != self.kind():
            made = None
        self.audience.choose(self.choice.audience)
        if self.kind() == PLAN:
            self.rows.show_rows(chapter_rows(self._shown, self.choice, made, look))
        count = made.written.pages if made else 0
        self.heading.show_note(look.trn("{n} page", "{n} pages", count) if count else "")
        self._note.setText(note_of(self.kind(), self.for_whom(), look))
        self.options.show_line(options_words(self.choice, look), icon="lock" if self.choice.locked else "settings")

    def _choose_document(self, _row: int) -> None:
        self.show_document(self.kind())
        self.ticked.emit()

    def _choose_audience(self, audience: Audience) -> None:
        self.choice.audience = audience
        self._tell()


def _combo(look: Look, spoken: str, items: Sequence[tuple[str, str]]) -> Combo:
    combo = Combo(look)
    combo.setAccessibleName(spoken)
    for words, value in items:
        combo.addItem(words, value)
    return combo


def _held(part: QWidget | QHBoxLayout, over: int) -> QVBoxLayout:
    """A part in the gutter, where rows reach a little outside it."""
    held = QVBoxLayout()
    held.setContentsMargins(over, 0, over, 0)
    held.addWidget(part) if isinstance(part, QWidget) else held.addLayout(part)
    return held


def _beside(gap: int, *parts: tuple[QWidget | QVBoxLayout, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(gap)
    for part, stretch in parts:
        row.addWidget(part, stretch) if isinstance(part, QWidget) else row.addLayout(part, stretch)
    return row


def _under(gap: int, *parts: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(gap)
    for part in parts:
        column.addWidget(part)
    return column

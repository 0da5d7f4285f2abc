"""Makes the blocks of chapters: every text, table and figure of one document comes from here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kamdesk.client.paper_records import Audience
from kamdesk.client.record import Record, field_of
from kamdesk.document.arranged import Across, Indented
from kamdesk.document.blocks import Align, Block, Prose, Stack
from kamdesk.document.contents import APPENDIX, CONTENTS
from kamdesk.document.flow import Part, Story
from kamdesk.document.issued import UNISSUED, Issued
from kamdesk.document.margin import Barred
from kamdesk.document.marks import Mark
from kamdesk.document.paint import Figure
from kamdesk.document.paper import USUAL, Stock
from kamdesk.document.parts import Head, KeyFigure, Titled
from kamdesk.document.style import style
from kamdesk.document.table import BETWEEN, Column, Row, Table
from kamdesk.document.text import Span, bold, plain, spans
from kamdesk.document.type_case import TypeCase
from kamdesk.picture.shapes import Picture

Term = tuple[str, str, tuple[str, ...]]  # a name, what it stands for, and what that tells of


@dataclass(frozen=True, slots=True)
class Press(TypeCase):
    """The texts of one document, its paper, and what it is issued as."""

    stock: Stock = USUAL
    issued: Issued = UNISSUED
    changed: frozenset[str] = frozenset()  # keys of the records that are marked in the margin
    printed: frozenset[str] | None = None  # names of the chapters of this document; None = not known
    by_hand: str = ""  # the conclusion of the chapter that is being made, as somebody wrote it
    opening: Block | None = None  # what the chapter that is being made begins with

    @property
    def audience(self) -> Audience:
        """Who the document is for."""
        return self.issued.audience

    def barred(self, block: Block, *keys: str) -> Block:
        """A block that tells of records, with a bar in the margin when one of them has changed."""
        return block if self.changed.isdisjoint(keys) else Barred(block)

    def see(self, number: int, chapter: str) -> Prose | None:
        """How many more there are, and in which of CONTENTS; without the chapter where it is not printed."""
        if number <= 0:
            return None
        if self.left_out(chapter):
            return self.prose(self.trn("and {n} more", "and {n} more", number), "block_note", "right")
        told = self.trn("{n} more, see {code}", "{n} more, see {code}", number, code=self.code(chapter))
        return replace(self.prose(told, "block_note", "right"), to=chapter)

    def shortened(self, table: Table, rest: int) -> Block:
        """A table that shows a part, and below it how many more rows the appendix has."""
        more = self.see(rest, APPENDIX)
        return Stack([table, more], 2.0) if more else table

    def left_out(self, chapter: str) -> bool:
        """True for a chapter that is not in this document."""
        return self.printed is not None and chapter not in self.printed

    def code(self, chapter: str) -> str:
        """What a chapter is called where another one points to it."""
        return CONTENTS[chapter].code or self.tr(CONTENTS[chapter].label)

    def marked(self, mark: str, text: Block) -> Indented:
        """A sign and the text it belongs to."""
        kind = text.kind if isinstance(text, Prose) else style().types["cell"]
        sign = Mark(mark, self.setter, kind)
        return Indented(sign, text, sign.natural())

    def mark(self, mark: str) -> Mark:
        """A sign alone in a cell."""
        return Mark(mark, self.setter, style().types["cell"])

    def boxes(self, words: Sequence[str]) -> Across:
        """Words with a box before each, to tick by hand."""
        return Across([self.marked("box", self.cell(word)) for word in words], 8.0)

    def legend(self, entries: Sequence[tuple[str, str]]) -> Across:
        """Marks and what they mean."""
        return Across([self.marked(mark, self.note(word)) for mark, word in entries], 10.0)

    def terms(self, rows: Sequence[Term]) -> Table:
        """Names, what they stand for, and what that tells of."""
        made = [Row((self.muted(term), self.cell(text)), about=about) for term, text, about in rows]
        return self.table((self.column(), self.column(share=1.0)), made)

    def column(self, head: str = "", share: float = 0.0, align: Align = "left", apart: float = BETWEEN) -> Column:
        """A column with its head."""
        return Column(self.prose(head, "head", align) if head else None, share, apart)

    def headed(self, kind: type[Record], name: str, share: float = 0.0) -> Column:
        """A column headed by the label of a record's field."""
        return self.column(self.tr(field_of(kind, name).label), share=share)

    def table(self, columns: Sequence[Column], rows: Sequence[Row]) -> Table:
        """A table."""
        return Table(tuple(columns), rows, changed=self.changed)

    def titled(self, title: str, block: Block, note: str | Prose | None = None) -> Titled:
        """A block under its title, with a note at the right edge."""
        again = self.tr("{title} (continued)", title=title)
        beside = self.prose(note, "block_note", "right") if isinstance(note, str) and note else None
        beside = note if isinstance(note, Prose) else beside
        return Titled(self.prose(title, "block"), block, beside, self.prose(again, "block"))

    def nothing(self, title: str) -> Titled:
        """A list that has nothing on it, and rightly so."""
        return self.titled(title, self.table((self.column(share=1.0),), [Row((self.muted(self.tr("nothing")),))]))

    def figure(self, picture: Picture, align: Align = "left") -> Figure:
        """A picture."""
        return Figure(picture, self.setter, align)

    def key_figure(self, label: str, figure: str, below: str = "") -> KeyFigure:
        """A label, its figure, and what it rests on."""
        told = self.prose(figure, "key_figure", most=2), self.prose(below, "note", most=3)
        return KeyFigure(self.prose(label, "note", most=2), *told)

    def red_flag(self, text: str) -> Indented:
        """A line that says what is missing."""
        return self.marked("flag", self.alarm(text))

    def story(
        self,
        code: str,
        title: str,
        conclusions: Sequence[str],
        parts: Sequence[Part],
        most: int = 0,
        beside: Block | None = None,
    ) -> Story:
        """A chapter: the first conclusion that fits two lines stands on top; its name takes `most` lines (0 = all).

        What somebody wrote by hand takes the place of all of them; what of it does not fit is told below. `beside`
        stands at the right edge of the head.
        """
        kicker = self._kicker(code, title)
        again = self.tr("{title} (continued)", title=kicker)
        head = Head(self.prose(kicker, "kicker", most=most), beside=beside)
        room = head.room(self.stock.upright.width)
        first = [Part(self.opening)] if self.opening else []
        told = [self.by_hand] if self.by_hand else conclusions
        head = replace(head, conclusion=self._conclusion(told, room))
        if self.by_hand:
            head = replace(head, mark=Mark("hand", self.setter, style().types["kicker"]))
            first += [] if self.fits_head(self.by_hand, room) else [Part(self.body(self.by_hand), moves=True)]
        return Story(
            title=title,
            head=head,
            again=Head(self.prose(again, "kicker", most=most)),
            parts=(*first, *parts),
            paper=self.stock.upright,
        )

    def _kicker(self, code: str, title: str) -> str:
        """A chapter's name with its code, which says nothing to a client."""
        return f"{code}\u2002{title}" if code and self.audience is not Audience.CLIENT else title

    def _conclusion(self, told: Sequence[str], room: float) -> Prose | None:
        if not told:
            return None
        text = next((text for text in told if self.fits_head(text, room)), "")
        if text:
            return Prose(self.setter, plain(text), style().types["conclusion"], title=True)
        return self.prose(told[-1], "conclusion", most=2)

    def fits_head(self, text: str, room: float) -> bool:
        """True when a conclusion takes two lines at most."""
        return len(self.setter.lines(plain(text), style().types["conclusion"], room)) <= 2

    def missing(self, code: str, title: str) -> Story:
        """A chapter nothing is known for: one line, which may stand below others."""
        line = self.unfilled(self._kicker(code, title))
        if self.by_hand or self.opening:
            return self.story(code, title, (), (Part(line),))
        return self.headless(title, line)

    def headless(self, title: str, block: Block) -> Story:
        """A chapter of one block, which may stand below others and names itself."""
        return Story(title, Stack(()), Stack(()), (Part(block),), runs_on=True, paper=self.stock.upright)

    def unfilled(self, title: str) -> Indented:
        """A chapter or a part of one that nothing is known for, as one line; to a client that is no alarm."""
        if self.audience is Audience.CLIENT:
            return self.marked("same", self.prose(spans(bold(title), "\u2003", self.tr("nothing yet")), "body"))
        told = spans(bold(title), "\u2003", Span(self.tr("not filled · red flag"), 0, "alarm"))
        return self.marked("flag", self.prose(told, "body"))

"""Makes the blocks of chapters: every text, table and figure of one document comes from here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kamdesk.client.record import Record, field_of
from kamdesk.client.telling import tell_list
from kamdesk.client.units import tell_day
from kamdesk.document.arranged import Across, Indented
from kamdesk.document.blocks import Align, Block, Prose, Stack
from kamdesk.document.flow import Part, Story
from kamdesk.document.marks import Mark
from kamdesk.document.paint import Figure
from kamdesk.document.parts import Head, KeyFigure, Titled
from kamdesk.document.setting import Setter
from kamdesk.document.style import BOLD, Type, style
from kamdesk.document.table import BETWEEN, Column, Row, Table
from kamdesk.document.text import Span, Spans, bold, plain, spans
from kamdesk.picture.shapes import Picture
from kamdesk.words import Speaking, Words

Text = str | Spans


@dataclass(frozen=True, slots=True)
class Press(Speaking):
    """The words, the setter and the day of one document."""

    words: Words
    setter: Setter
    today: date
    large: bool = False  # maps are printed on A3

    def rich(self, text: str, /, **values: object) -> Spans:
        """A sentence with its key words between asterisks; the values filled in are never read for asterisks."""
        parts = self.words.tr(text).split("*")
        told = (part.format_map(values) for part in parts)
        return tuple(Span(part, BOLD if number % 2 else 0) for number, part in enumerate(told) if part)

    def day(self, day: date | None) -> str:
        """A day, with its year only where it differs from this one; a dash for none."""
        return tell_day(day, self.words, self.today) if day else "—"

    def prose(self, text: Text, kind: str, align: Align = "left", most: int = 0) -> Prose:
        """A paragraph in one of the types of theme.toml."""
        return Prose(self.setter, plain(text) if isinstance(text, str) else text, style().types[kind], align, most)

    def cell(self, text: Text, align: Align = "left", most: int = 0) -> Prose:
        """Text in a table."""
        return self.prose(text, "cell", align, most)

    def small(self, text: str) -> Prose:
        """Something long that is looked up rather than read, on the line of a cell: an address, a number."""
        note, cell = style().types["note"], style().types["cell"]
        return Prose(self.setter, plain(text), Type(note.size, cell.leading, note.weight, "ink"))

    def key(self, text: str, align: Align = "left", most: int = 0) -> Prose:
        """A key word in a table."""
        return self.prose((bold(text),), "cell", align, most)

    def muted(self, text: str, align: Align = "left", most: int = 0) -> Prose:
        """Something of less weight in a table."""
        return self.prose(plain(text, colour="muted"), "cell", align, most)

    def moment(self, moment: datetime | None) -> str:
        """Day and local time; never "tomorrow", since paper is read later too."""
        if moment is None:
            return "—"
        local = moment.astimezone()
        return f"{self.day(local.date())} {local:%H:%M}"

    def month(self, day: date) -> str:
        """Year and month: 25-03, Mar 25."""
        return f"{day:%y-%m}" if self.words.chinese else tell_day(day, self.words, day).split()[1] + f" {day:%y}"

    def list(self, items: Sequence[str]) -> str:
        """Several words in a row, the last two joined by "and"."""
        if len(items) < 2:
            return "".join(items)
        first = tell_list([*items[:-1]], self.words)
        return self.tr("{first} and {last}", first=first, last=items[-1])

    def mute(self, text: str) -> Spans:
        """Text of less weight, for a second line."""
        return plain(text, colour="muted")

    def accent(self, text: str, align: Align = "left") -> Prose:
        """What leads to an action, or is ours."""
        return self.prose((bold(text, "accent"),), "cell", align)

    def alarm(self, text: str, align: Align = "left") -> Prose:
        """A deadline gone by, something missing."""
        return self.prose((bold(text, "alarm"),), "cell", align)

    def two(self, above: Block, below: Text, align: Align = "left") -> Stack:
        """A cell of two lines, the second one small."""
        return Stack([above, self.prose(below, "note", align)])

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

    def terms(self, rows: Sequence[tuple[str, str]]) -> Table:
        """Names and what they stand for."""
        made = [Row((self.muted(term), self.cell(text))) for term, text in rows]
        return self.table((self.column(), self.column(share=1.0)), made)

    def body(self, text: Text) -> Prose:
        """A paragraph of its own."""
        return self.prose(text, "body")

    def note(self, text: Text, align: Align = "left") -> Prose:
        """Small print."""
        return self.prose(text, "note", align)

    def column(self, head: str = "", share: float = 0.0, align: Align = "left", apart: float = BETWEEN) -> Column:
        """A column with its head."""
        return Column(self.prose(head, "head", align) if head else None, share, apart)

    def headed(self, kind: type[Record], name: str, share: float = 0.0) -> Column:
        """A column headed by the label of a record's field."""
        return self.column(self.tr(field_of(kind, name).label), share=share)

    def table(self, columns: Sequence[Column], rows: Sequence[Row]) -> Table:
        """A table."""
        return Table(tuple(columns), rows)

    def titled(self, title: str, block: Block, note: str = "") -> Titled:
        """A block under its title."""
        again = self.tr("{title} (continued)", title=title)
        beside = self.prose(note, "block_note", "right") if note else None
        return Titled(self.prose(title, "block"), block, beside, self.prose(again, "block"))

    def figure(self, picture: Picture, align: Align = "left") -> Figure:
        """A picture."""
        return Figure(picture, self.setter, align)

    def key_figure(self, label: str, figure: str, below: str = "") -> KeyFigure:
        """A label, its figure, and what it rests on."""
        return KeyFigure(self.prose(label, "note"), self.prose(figure, "key_figure"), self.prose(below, "note"))

    def red_flag(self, text: str) -> Indented:
        """A line that says what is missing."""
        return self.marked("flag", self.alarm(text))

    def story(self, code: str, title: str, conclusions: Sequence[str], parts: Sequence[Part], most: int = 0) -> Story:
        """A chapter: the first conclusion that fits two lines stands on top; its name takes `most` lines (0 = all)."""
        kicker = f"{code}\u2002{title}" if code else title
        again = self.tr("{title} (continued)", title=kicker)
        return Story(
            title=title,
            head=Head(self.prose(kicker, "kicker", most=most), self._conclusion(conclusions)),
            again=Head(self.prose(again, "kicker", most=most)),
            parts=tuple(parts),
        )

    def _conclusion(self, told: Sequence[str]) -> Prose:
        width = style().mm("width")
        kind: Type = style().types["conclusion"]
        for text in told:
            if len(self.setter.lines(plain(text), kind, width)) <= 2:
                return Prose(self.setter, plain(text), kind, title=True)
        return self.prose(told[-1], "conclusion", most=2)

    def missing(self, code: str, title: str) -> Story:
        """A chapter nothing is known for: one line, which may stand below others."""
        line = self.unfilled(f"{code}\u2002{title}" if code else title)
        return Story(title, Stack(()), Stack(()), (Part(line),), runs_on=True)

    def unfilled(self, title: str) -> Indented:
        """A chapter or a part of one that nothing is known for, as one line."""
        told = spans(bold(title), "\u2003", Span(self.tr("not filled · red flag"), 0, "alarm"))
        return self.marked("flag", self.prose(told, "body"))

"""The texts of a document, each set in one of its types: paragraphs, cells, notes, days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kamdesk.client.telling import tell_list
from kamdesk.client.units import tell_day
from kamdesk.document.blocks import Align, Block, Prose, Stack
from kamdesk.document.setting import Setter
from kamdesk.document.style import BOLD, Type, style
from kamdesk.document.text import Span, Spans, bold, plain
from kamdesk.words import Speaking, Words

Text = str | Spans


@dataclass(frozen=True, slots=True)
class TypeCase(Speaking):
    """The words, the setter and the day of one document."""

    words: Words
    setter: Setter
    today: date

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
        """Year and month: 2025-03, Mar 2025; with two digits it would be read as a day."""
        return f"{day:%Y-%m}" if self.words.chinese else tell_day(day, self.words, day).split()[1] + f" {day:%Y}"

    @property
    def semicolon(self) -> str:
        """What parts sentences within a line."""
        return "；" if self.words.chinese else "; "

    def list(self, items: Sequence[str]) -> str:
        """Several words in a row, the last two joined by "and"."""
        if len(items) < 2:
            return "".join(items)
        first = tell_list([*items[:-1]], self.words)
        return self.tr("{first} and {last}", first=first, last=items[-1])

    def mute(self, text: str) -> Spans:
        """Text of less weight, for a second line."""
        return plain(text, colour="muted")

    def accent(self, text: str, align: Align = "left", to: str = "") -> Prose:
        """What leads to an action, or is ours; `to` is the name of the chapter a click on it leads to."""
        return Prose(self.setter, (bold(text, "accent"),), style().types["cell"], align, to=to)

    def alarm(self, text: str, align: Align = "left") -> Prose:
        """A deadline gone by, something missing."""
        return self.prose((bold(text, "alarm"),), "cell", align)

    def due(self, day: date | None) -> Prose:
        """A deadline at the right edge of a table; an alarm once it has gone by."""
        told = self.day(day)
        return self.alarm(told, "right") if day and day < self.today else self.cell(told, "right")

    def two(self, above: Block, below: Text, align: Align = "left") -> Stack:
        """A cell of two lines, the second one small."""
        return Stack([above, self.prose(below, "note", align)])

    def body(self, text: Text) -> Prose:
        """A paragraph of its own."""
        return self.prose(text, "body")

    def note(self, text: Text, align: Align = "left") -> Prose:
        """Small print."""
        return self.prose(text, "note", align)

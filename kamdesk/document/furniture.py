"""What stands on every page round the text: header with client, document and edition; footer with date, trust, page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kamdesk.document.blocks import Align, Lines
from kamdesk.document.fonts import ASCENT, DESCENT
from kamdesk.document.setting import Setter
from kamdesk.document.style import BOLD, MM, Type, style
from kamdesk.document.text import Spans, bold, plain, spans
from kamdesk.picture.shapes import Pen
from kamdesk.words import Words

if TYPE_CHECKING:
    from kamdesk.document.sheet import Sheets

_DOCUMENT_ENDS = 150.7 * MM  # from the margin
_TAG_PAD, _TAG_HEIGHT = 2 * MM, 4.4 * MM
_PLACES = (56.2 * MM, 98.3 * MM)  # of the confidential note and the trust figure
_TRUST_GAP = 2.8 * MM


@dataclass(frozen=True, slots=True)
class Furniture:
    """The words of header and footer; `trust` is a share, 0-1."""

    client: str
    document: str
    made: str  # day and rep
    trust: float

    def draw(self, sheets: Sheets, setter: Setter, words: Words, page: int, pages: int) -> None:
        """Round one page."""
        _Pen(sheets, setter).header(self, words.tr("INTERNAL"))
        _Pen(sheets, setter).footer(self, words, page, pages)


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes the small lines of one page."""

    sheets: Sheets
    setter: Setter

    def header(self, it: Furniture, edition: str) -> None:
        sizes, kind = style(), style().types["note"]
        left, width = sizes.mm("margin"), sizes.mm("width")
        top, rule = sizes.mms("header")
        middle = top + 1.9 * MM
        tag = self._set(plain(edition), Type(kind.size, kind.leading, BOLD, "white"))
        tag_left = left + width - tag.natural() - 2 * _TAG_PAD
        ends = min(left + _DOCUMENT_ENDS, tag_left - 4 * MM)
        document = self._set(plain(it.document), kind)
        self._write(document, ends, middle, "right")
        room = ends - document.natural() - left - 4 * MM
        client = self.setter.lines(plain(it.client), Type(kind.size, kind.leading, BOLD, "ink"), room, 1)
        self._write(Lines(client, kind), left, middle)
        self.sheets.rectangle(tag_left, middle - _TAG_HEIGHT / 2, left + width - tag_left, _TAG_HEIGHT, "ink")
        self._write(tag, tag_left + _TAG_PAD, middle)
        self.sheets.line([(left, rule), (left + width, rule)], Pen("edge", 0.6))

    def footer(self, it: Furniture, words: Words, page: int, pages: int) -> None:
        sizes, kind = style(), style().types["note"]
        left, width = sizes.mm("margin"), sizes.mm("width")
        rule = sizes.mm("footer_rule")
        middle = sum(sizes.mms("footer")) / 2
        self.sheets.line([(left, rule), (left + width, rule)], Pen("edge", 0.6))
        room = _PLACES[0] - 2 * MM
        self._write(Lines(self.setter.lines(plain(it.made), kind, room, 1), kind), left, middle)
        self._write(self._set(plain(words.tr("Confidential · do not pass on")), kind), left + _PLACES[0], middle)
        trust = self._set(plain(words.tr("Data trust {share}%", share=f"{it.trust * 100:.0f}")), kind)
        self._write(trust, left + _PLACES[1], middle)
        wide, tall = sizes.mms("trust_bar")
        bar = left + _PLACES[1] + trust.natural() + _TRUST_GAP
        self.sheets.rectangle(bar, middle - tall / 2, wide * it.trust, tall, "edge")
        self.sheets.rectangle(bar, middle - tall / 2, wide, tall, "", Pen("edge", 0.6))
        self._write(self._set(spans(bold(str(page), "ink"), f" / {pages}"), kind), left + width, middle, "right")

    def _set(self, text: Spans, kind: Type) -> Lines:
        return Lines([self.setter.line(text, kind)], kind)

    def _write(self, lines: Lines, x: float, middle: float, align: Align = "left") -> None:
        """One line, its letters' middle at `middle`."""
        size = lines.kind.size
        back = lines.natural() if align == "right" else 0.0
        baseline = middle + (ASCENT - DESCENT) / 2 * size
        for line in lines.lines:
            self.sheets.text(x - back, baseline, line)

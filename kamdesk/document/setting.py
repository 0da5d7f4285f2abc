"""Sets the texts of one document: measures them and breaks them into lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from kamdesk.document.breaking import Breaker, Names
from kamdesk.document.measured import Manner
from kamdesk.document.parting import Parted
from kamdesk.document.set_line import SetLine
from kamdesk.document.style import Type, style
from kamdesk.document.text import Spans

_SPACE = 0.28  # em
_KEPT, _LONGEST = 4096, 500  # texts that stay measured when their document is made; characters of such a text


class Setter:
    """Sets the texts of one document; `names` are not broken, `missing` is what no face can print."""

    def __init__(self, language: str, names: Iterable[str] = ()) -> None:
        self._manner = _manner(language)
        self._breaker = Breaker(names)
        self._texts: dict[tuple[Spans, Type], Parted] = {}
        self.missing: set[str] = set()

    def title(self, spans: Spans, kind: Type, width: float) -> Sequence[SetLine]:
        """The lines of a title; two of them are broken where the sense breaks, else so that both are about as long."""
        return self._told(text := self._text(spans, kind), text.title(width / kind.size))

    def lines(self, spans: Spans, kind: Type, width: float, most: int = 0) -> Sequence[SetLine]:
        """The lines of a text in a column; of more than `most` (0 = any number) the rest is cut with an ellipsis."""
        return self._told(text := self._text(spans, kind), text.lines(width / kind.size, most))

    def line(self, spans: Spans, kind: Type) -> SetLine:
        """The whole text as one line, however long."""
        text = self._text(spans, kind)
        return self._told(text, (text.line(0, len(text.text)),))[0]

    def width(self, spans: Spans, kind: Type) -> float:
        """How wide the widest line is when only its own newlines break it, in points."""
        return self._text(spans, kind).width * kind.size

    def widest_word(self, spans: Spans, kind: Type) -> float:
        """How wide the widest stretch without a break is, in points; of a long text its beginning tells."""
        return self._text(spans, kind).widest_word * kind.size

    def _told(self, text: Parted, lines: Sequence[SetLine]) -> Sequence[SetLine]:
        if text.lacks:
            self.missing.update(char for line in lines for char in line.missing())
        return lines

    def _text(self, spans: Spans, kind: Type) -> Parted:
        """The text measured; a table asks for the same one many times before it has found its columns."""
        if (found := self._texts.get((spans, kind))) is None:
            whole = "".join([span.text for span in spans])
            names = self._breaker.within(whole)
            make = _parted if len(whole) <= _LONGEST else _parted.__wrapped__
            found = self._texts[spans, kind] = make(self._manner, spans, kind, names)
        return found


@lru_cache(maxsize=_KEPT)
def _parted(manner: Manner, spans: Spans, kind: Type, names: Names) -> Parted:
    """A text measured, with the lines it was broken into: of two makings of a document few texts differ."""
    return Parted(manner, spans, kind, names)


@cache
def _manner(language: str) -> Manner:
    gap, chinese = float(style().sizes["han_gap"]), language.startswith("zh")
    return Manner(language, gap, gap if chinese else _SPACE, chinese, language == "zh_TW")

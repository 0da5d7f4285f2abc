"""Sets the texts of one document: measures them and breaks them into lines."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from kamdesk.document.breaking import Breaker
from kamdesk.document.measured import Manner
from kamdesk.document.parting import Parted
from kamdesk.document.set_line import SetLine
from kamdesk.document.style import Type, style
from kamdesk.document.text import Spans

_SPACE = 0.28  # em
_ROUNDING = 0.001  # em; a column that fits its text exactly holds it


class Setter:
    """Sets the texts of one document; `names` are not broken."""

    def __init__(self, language: str, names: Iterable[str] = ()) -> None:
        gap, chinese = float(style().sizes["han_gap"]), language.startswith("zh")
        thin = gap if chinese else _SPACE
        self._manner = Manner(language, gap, thin, chinese, language == "zh_TW", Breaker(names).atoms)
        self._texts: dict[tuple[Spans, Type], Parted] = {}

    @property
    def missing(self) -> set[str]:
        """What no face can print."""
        return self._manner.missing

    def title(self, spans: Spans, kind: Type, width: float) -> list[SetLine]:
        """The lines of a title; two of them are broken where the sense breaks, else so that both are about as long."""
        text = self._text(spans, kind)
        stretches = list(text.broken(width / kind.size + _ROUNDING))
        if len(stretches) == 2 and stretches[0][1] == stretches[1][0]:
            stretches = text.balanced(stretches[0][0], stretches[1][1], width / kind.size)
        return [text.line(*stretch) for stretch in stretches]

    def lines(self, spans: Spans, kind: Type, width: float, most: int = 0) -> list[SetLine]:
        """The lines of a text in a column; of more than `most` (0 = any number) the rest is cut with an ellipsis."""
        text = self._text(spans, kind)
        lines = list(islice(text.broken(width / kind.size + _ROUNDING), most + 1 if most else None))
        if most and len(lines) > most:
            lines = [*lines[: most - 1], text.cut(lines[most - 1][0], width / kind.size)]
        return [text.line(*stretch) for stretch in lines]

    def line(self, spans: Spans, kind: Type) -> SetLine:
        """The whole text as one line, however long."""
        text = self._text(spans, kind)
        return text.line(0, len(text.text))

    def width(self, spans: Spans, kind: Type) -> float:
        """How wide the widest line is when only its own newlines break it, in points."""
        return self._text(spans, kind).width * kind.size

    def widest_word(self, spans: Spans, kind: Type) -> float:
        """How wide the widest stretch without a break is, in points; of a long text its beginning tells."""
        return self._text(spans, kind).widest_word * kind.size

    def _text(self, spans: Spans, kind: Type) -> Parted:
        """The text measured; a table asks for the same one many times before it has found its columns."""
        if (found := self._texts.get((spans, kind))) is None:
            found = self._texts[spans, kind] = Parted(self._manner, spans, kind)
        return found

"""The characters of a text measured once from end to end, so that the width of any stretch is a difference.

Offsets are into the text, widths are in em.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from kamdesk.document.breaking import BEGINS, THIN, Script, beside_han, tight
from kamdesk.document.fonts import Chain, Face, Known, chain
from kamdesk.document.set_line import Run, SetLine
from kamdesk.document.style import Type
from kamdesk.document.text import Spans

Look = tuple[Chain, str]  # the faces and the colour of a span

BLANK = " \u2009\u3000"

_HALF, _FULL = 0.5, 0.9  # em: the empty half of a full-width mark; the width from which a mark is one


@dataclass(frozen=True, slots=True)
class Manner:
    """How the texts of one language are set."""

    language: str
    gap: float  # em, between Han and Latin
    thin: float  # em, where a space was typed between them
    chinese: bool
    centred: bool  # its stops stand in the middle of their place


class Measured:
    """The characters of some spans in the faces of their type."""

    def __init__(self, manner: Manner, spans: Spans, kind: Type) -> None:
        self.text = "".join(span.text for span in spans)
        self._shown = self.text.replace("\n", " ")
        self.manner = manner
        self._kind = kind
        self._ends = [0.0]  # where each character begins, and the last one ends
        self._gaps: set[int] = set()  # before which characters a gap parts Han and Latin
        self.lacks = False  # one of its characters is in no face
        # Where a run begins, how far to the right, and how it looks; THIN has no face.
        self._cuts: list[int] = []
        self._lefts: list[float] = []
        self._looks: list[tuple[Face, dict[str, Known], str] | None] = []
        self._beside = beside_han(self.text, manner.chinese)
        self._tight = tight(self.text, self._beside, manner.centred)
        self._spans = [
            (chain(manner.language, span.weight or kind.weight), span.colour or kind.colour) for span in spans
        ]
        self._span_ends: list[int] = []
        for span, look in zip(spans, self._spans, strict=True):
            self._measure(look, len(span.text))
            self._span_ends.append(len(self._ends) - 1)

    def _measure(self, look: Look, count: int) -> None:
        """Go through the next `count` characters, which look alike."""
        (faces, colour), ends, beside, near = look, self._ends, self._beside, self._tight
        usual, gap, thin = faces.known, self.manner.gap, self.manner.thin
        start, x = len(ends) - 1, ends[-1]
        before, held, held_look = self._script(start), None, None
        if self._looks and (last := self._looks[-1]) and last[2] == colour:
            held, held_look = last[:2]
        for at, char in enumerate(self._shown[start : start + count], start):
            if char == THIN:
                self._begin(at, x, None)
                x, before, held = x + thin, Script.OTHER, None
                ends.append(x)
                continue
            if at in beside:
                it, known = faces.find_beside_han(char), faces.beside_han
            else:
                it, known = usual.get(char) or faces.find(char), usual
            if it.script != before:
                if it.script and before:
                    x, held = x + gap, None
                    self._gaps.add(at)
                before = it.script
            if at in near:
                x, held = x - _HALF, None
            if it.face is not held or known is not held_look:
                held, held_look = it.face, known
                self._begin(at, x, (it.face, known, colour))
            if it.missing:
                self.lacks = True
            x += it.width
            ends.append(x)

    def _script(self, at: int) -> Script:
        """What the character before `at` is, which another span may hold."""
        if not at or self._looks[-1] is None:
            return Script.OTHER
        return self._looks[-1][1][self._shown[at - 1]].script

    def _begin(self, at: int, left: float, look: tuple[Face, dict[str, Known], str] | None) -> None:
        self._cuts.append(at)
        self._lefts.append(left)
        self._looks.append(look)

    def wide(self, start: int, stop: int) -> float:
        """The width of a stretch at the beginning of a line."""
        wide = self._ends[stop] - self._ends[start]
        return wide - self.manner.gap if start in self._gaps and stop > start else wide

    def _stop(self, start: int, end: int) -> int:
        """Where a stretch ends without the spaces at its end."""
        return start + len(self.text[start:end].rstrip(BLANK))

    def measure(self, start: int, end: int) -> float:
        """The width of a line, without spaces at its end."""
        return self.wide(start, self._stop(start, end))

    def look(self, at: int) -> Look:
        """How the character at a place looks."""
        return self._spans[min(bisect_right(self._span_ends, at), len(self._spans) - 1)]

    def line(self, start: int, end: int, ending: str = "") -> SetLine:
        """The runs of one line and the character after it; a full-width mark at its head gives up its empty half."""
        stop, size = start + len(self._shown[start:end].rstrip(BLANK)), self._kind.size
        origin = self._ends[start] + (self.manner.gap if start in self._gaps else 0.0)
        if start < stop and self._shown[start] in BEGINS and start not in self._tight:
            origin += _HALF if self.wide(start, start + 1) > _FULL else 0.0
        runs: list[Run] = []
        number, at = bisect_right(self._cuts, start) - 1, start
        while at < stop:
            after = self._cuts[number + 1] if number + 1 < len(self._cuts) else stop
            if (look := self._looks[number]) is not None:
                face, known, colour = look
                left, ends = self._lefts[number] if self._cuts[number] == at else self._ends[at], min(after, stop)
                wide, text = (self._ends[ends] - left) * size, self._shown[at:ends]
                runs.append(Run((left - origin) * size, wide, text, face, known, size, colour))
            number, at = number + 1, after
        width = self._ends[stop] - origin if stop > start else 0.0
        if ending:
            faces, colour = self.look(end - 1)
            it = faces.find(ending)
            runs.append(Run(width * size, it.width * size, ending, it.face, faces.known, size, colour))
            width += it.width
        return SetLine(tuple(runs), width * size)

"""Sets text: measures it, breaks it into lines and says where each run of characters stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from kamdesk.document.breaking import BEGINS, THIN, Breaker, Script, beside_han, tight
from kamdesk.document.fonts import Chain, Face, Known, chain
from kamdesk.document.style import Type, style
from kamdesk.document.text import Spans

_CUT = "…"
_SPACE = 0.28  # em
_ROUNDING = 0.001  # em; a column that fits its text exactly holds it
_TELLING = 1_000  # characters
_ORPHAN, _FULL_ENOUGH = 2.2, 0.6  # em on a last line; share of the line before it that stays
_PAUSES, _EVEN = "，；：。、,;:.", 0.33
_HALF, _FULL = 0.5, 0.9  # em: the empty half of a full-width mark; the width from which a mark is one
_BLANK = " \u2009\u3000"

Stretch = tuple[int, int, str]  # first and last offset of a line, and what is printed after it


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one face that stand side by side; x is from the line's left end, in points."""

    x: float
    text: str
    face: Face
    known: dict[str, Known]
    size: float
    colour: str


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line: its runs and how wide they are together, in points."""

    runs: tuple[Run, ...]
    width: float


def scaled(line: SetLine, by: float) -> SetLine:
    """The same line larger or smaller."""
    runs = tuple(replace(run, x=run.x * by, size=run.size * by) for run in line.runs)
    return SetLine(runs, line.width * by)


class Setter:
    """Sets the texts of one document; `names` are not broken, `missing` collects what no face can print."""

    def __init__(self, language: str, names: Iterable[str] = ()) -> None:
        self._language = language
        self._breaker = Breaker(names)
        self.gap = float(style().sizes["han_gap"])  # em, between Han and Latin
        self.thin = self.gap if language.startswith("zh") else _SPACE  # em, where a space was typed between them
        self.chinese = language.startswith("zh")
        self.centred = language == "zh_TW"  # its stops stand in the middle of their place
        self.missing: set[str] = set()

    def title(self, spans: Spans, kind: Type, width: float) -> list[SetLine]:
        """The lines of a title; two of them are broken where the sense breaks, else so that both are about as long."""
        text = _Text(self, spans, kind)
        stretches = list(text.broken(width / kind.size + _ROUNDING))
        if len(stretches) == 2 and stretches[0][1] == stretches[1][0]:
            stretches = text.balanced(stretches[0][0], stretches[1][1], width / kind.size)
        return [text.line(*stretch) for stretch in stretches]

    def lines(self, spans: Spans, kind: Type, width: float, most: int = 0) -> list[SetLine]:
        """The lines of a text in a column; of more than `most` (0 = any number) the rest is cut with an ellipsis."""
        text = _Text(self, spans, kind)
        lines = list(islice(text.broken(width / kind.size + _ROUNDING), most + 1 if most else None))
        if most and len(lines) > most:
            lines = [*lines[: most - 1], text.cut(lines[most - 1][0], width / kind.size)]
        return [text.line(*stretch) for stretch in lines]

    def line(self, spans: Spans, kind: Type) -> SetLine:
        """The whole text as one line, however long."""
        text = _Text(self, spans, kind)
        return text.line(0, len(text.text))

    def width(self, spans: Spans, kind: Type) -> float:
        """How wide the widest line is when only its own newlines break it, in points."""
        text = _Text(self, spans, kind)
        return max(text.measure(start, end) for start, end in text.paragraphs()) * kind.size

    def widest_word(self, spans: Spans, kind: Type) -> float:
        """How wide the widest stretch without a break is, in points; of a long text its beginning tells."""
        text = _Text(self, spans, kind)
        widest, at = 0.0, 0
        for atom in self.atoms(text.text[:_TELLING]):
            widest = max(widest, text.measure(at, at + len(atom)))
            at += len(atom)
        return widest * kind.size

    def chain(self, weight: int) -> Chain:
        """The faces of the document's language."""
        return chain(self._language, weight)

    def atoms(self, text: str) -> Iterator[str]:
        """Where a line may end."""
        return self._breaker.atoms(text)


class _Text:
    """One text in the middle of being set; positions are offsets into it, widths are in em."""

    def __init__(self, setter: Setter, spans: Spans, kind: Type) -> None:
        self.text = "".join(span.text for span in spans)
        self._setter = setter
        self._kind = kind
        self._looks = [(setter.chain(span.weight or kind.weight), span.colour or kind.colour) for span in spans]
        self._starts: list[int] = []
        self._beside = beside_han(self.text, setter.chinese)
        self._tight = tight(self.text, self._beside, setter.centred)
        at = 0
        for span in spans:
            self._starts.append(at)
            at += len(span.text)

    def _look(self, at: int) -> tuple[Chain, str]:
        return self._looks[max(0, bisect_right(self._starts, at) - 1)]

    def paragraphs(self) -> Iterator[tuple[int, int]]:
        """The ends of each part between newlines."""
        start = 0
        for part in self.text.split("\n"):
            yield start, start + len(part)
            start += len(part) + 1

    def measure(self, start: int, end: int, before: Script = Script.OTHER) -> float:
        """The width of a stretch that follows a character of script `before`, without spaces at its end."""
        return self._measured(self.text[start:end].rstrip(_BLANK), start, before)[0]

    def _measured(self, part: str, start: int, before: Script) -> tuple[float, Script]:
        width, gap, many, beside, near = 0.0, self._setter.gap, len(self._looks) > 1, self._beside, self._tight
        faces = self._look(start)[0] if self._looks else self._setter.chain(self._kind.weight)
        known = faces.known
        for at, char in enumerate(part, start):
            if many:
                faces = self._look(at)[0]
                known = faces.known
            if char == THIN:
                width, before = width + self._setter.thin, Script.OTHER
                continue
            it = faces.find_beside_han(char) if at in beside else known.get(char) or faces.find(char)
            if it.script != before:
                if it.script and before:
                    width += gap
                before = it.script
            width += it.width
            if at in near:
                width -= _HALF
        return width, before

    def broken(self, width: float) -> Iterator[Stretch]:
        """Each line of a column; a paragraph never ends in a line of one or two characters."""
        for start, end in self.paragraphs():
            held: tuple[int, int] | None = None
            for first, last in self._lines(start, end, width):
                if held:
                    if last == end:
                        first = self._filled(*held, end, width)
                    yield held[0], first, ""
                held = first, last
            if held:
                yield *held, ""

    def _filled(self, first: int, at: int, end: int, width: float) -> int:
        """Where the last two lines part: earlier than `at` when too little would stand on the last one."""
        if self.measure(at, end) >= _ORPHAN:
            return at
        places = [place for place, _ in self._parts(first, at)]
        for earlier in reversed(places[1:]):
            if self.measure(first, earlier) < _FULL_ENOUGH * width:
                break
            if (last := self.measure(earlier, end)) >= _ORPHAN:
                return earlier if last <= width else at
        return at

    def _parts(self, start: int, end: int) -> Iterator[tuple[int, str]]:
        """The atoms of a stretch with their places."""
        for atom in self._setter.atoms(self.text[start:end]):
            yield start, atom
            start += len(atom)

    def balanced(self, start: int, end: int, width: float) -> list[Stretch]:
        """Two lines: parted behind a mark where neither is less than a third of the other, else in the middle."""
        best, chosen = (False, 0.0), start
        for at, atom in self._parts(start, end):
            ends = at + len(atom)
            first, second = self.measure(start, ends), self.measure(ends, end)
            if first > width or second > width or not second:
                continue
            share = min(first, second) / max(first, second)
            pause = atom.rstrip(_BLANK)[-1:] in _PAUSES and share > _EVEN
            if chosen == start or (pause, share) > best:
                best, chosen = (pause, share), ends
        return [(start, chosen, ""), (chosen, end, "")]

    def _lines(self, start: int, end: int, width: float) -> Iterator[tuple[int, int]]:
        first = at = start
        x, before = 0.0, Script.OTHER
        for atom in self._setter.atoms(self.text[start:end]):
            solid = atom.rstrip(_BLANK)
            wide, after = self._measured(solid, at, before)
            if x + wide > width and at > first:
                yield first, at
                first, x = at, 0.0
                wide, after = self._measured(solid, at, Script.OTHER)
            if wide > width:
                for ends in self._chopped(at, at + len(solid), width):
                    if ends[1] < at + len(solid):
                        yield ends
                    first = ends[0]
                wide, after = self._measured(self.text[first : at + len(solid)], first, Script.OTHER)
            x += wide
            if len(solid) < len(atom):
                x += self._measured(atom[len(solid) :], at + len(solid), Script.OTHER)[0]
                after = Script.OTHER
            at, before = at + len(atom), after
        yield first, end

    def _chopped(self, start: int, end: int, width: float) -> Iterator[tuple[int, int]]:
        """A word wider than the column, cut where it must be."""
        first, x, before = start, 0.0, Script.OTHER
        for at in range(start, end):
            wide, after = self._measured(self.text[at], at, before)
            if x + wide > width and at > first:
                yield first, at
                first, x = at, 0.0
                wide, after = self._measured(self.text[at], at, Script.OTHER)
            x, before = x + wide, after
        yield first, end

    def cut(self, start: int, width: float) -> Stretch:
        """As much from `start` as fits one line together with an ellipsis."""
        end = self.text.find("\n", start)
        room = width - self._look(start)[0].find(_CUT).width
        return start, next(self._chopped(start, len(self.text) if end < 0 else end, max(room, 0.0)))[1], _CUT

    def line(self, start: int, end: int, ending: str = "") -> SetLine:
        """The runs of one line."""
        pieces: list[_Piece] = []
        piece: _Piece | None = None
        x, before = 0.0, Script.OTHER
        text = self.text[start:end].rstrip(_BLANK + "\n").replace("\n", " ") + ending
        for at, char in enumerate(text, start):
            faces, colour = self._look(min(at, end - 1))
            if char == THIN:
                x, before, piece = x + self._setter.thin, Script.OTHER, None
                continue
            known = faces.known
            if at in self._beside and at < end:
                it, known = faces.find_beside_han(char), faces.beside_han
            else:
                it = known.get(char) or faces.find(char)
            if it.missing:
                self._setter.missing.add(char)
            if it.script and before and it.script != before:
                x, piece = x + self._setter.gap, None
            before = it.script
            if at in self._tight or (at == start and char in BEGINS and it.width > _FULL):
                x, piece = x - _HALF, None
            if piece is None or it.face is not piece.face or known is not piece.known or colour != piece.colour:
                piece = _Piece(x, it.face, known, colour)
                pieces.append(piece)
            piece.text.append(char)
            x += it.width
        size = self._kind.size
        runs = tuple(Run(it.x * size, "".join(it.text), it.face, it.known, size, it.colour) for it in pieces)
        return SetLine(runs, x * size)


@dataclass(slots=True)
class _Piece:
    """A run while it grows; x in em."""

    x: float
    face: Face
    known: dict[str, Known]
    colour: str
    text: list[str] = field(default_factory=list)

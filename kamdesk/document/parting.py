"""Parts a text into the lines of a column of any width."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import islice

from kamdesk.document.breaking import Names
from kamdesk.document.measured import BLANK, Manner, Measured
from kamdesk.document.set_line import SetLine
from kamdesk.document.style import Type
from kamdesk.document.text import Spans

Stretch = tuple[int, int, str]  # first and last offset of a line, and what is printed after it

_CUT = "…"
_ROUNDING = 0.001  # em; a column that fits its text exactly holds it
_WIDTHS = 8  # of columns whose lines are kept
_TITLE = -1  # lines at most; stands for the way a title is parted
_TELLING = 1_000  # characters
_ORPHAN, _FULL_ENOUGH = 2.2, 0.6  # em on a last line; share of the line before it that stays
_PAUSES, _EVEN = "，；：。、,;:.", 0.33
_JOINTS = "@./_-?&="  # of an address
_OPENING, _CLOSING = "“「『（(", "”」』）)"


class Parted(Measured):
    """A measured text and where it may be parted; widths are in em."""

    def __init__(self, manner: Manner, spans: Spans, kind: Type, names: Names) -> None:
        super().__init__(manner, spans, kind)
        self._names = names
        self._set: dict[tuple[float, int], tuple[SetLine, ...]] = {}

    def title(self, width: float) -> tuple[SetLine, ...]:
        """The lines of a title; two of them are broken where the sense breaks, else so that both are about as long."""
        return self._kept(width, _TITLE, self._title)

    def lines(self, width: float, most: int = 0) -> tuple[SetLine, ...]:
        """The lines in a column; of more than `most` (0 = any number) the rest is cut with an ellipsis."""
        return self._kept(width, most, self._cut_to)

    def _kept(self, width: float, most: int, parted: Callable[[float, int], Iterable[Stretch]]) -> tuple[SetLine, ...]:
        """What a column gave before; columns are as wide again when a document is made again."""
        if (found := self._set.get((width, most))) is None:
            if len(self._set) >= _WIDTHS:
                self._set.clear()
            found = self._set[width, most] = tuple(self.line(*stretch) for stretch in parted(width, most))
        return found

    def _title(self, width: float, _most: int) -> list[Stretch]:
        found = list(self.broken(width + _ROUNDING))
        if len(found) == 2 and found[0][1] == found[1][0]:
            return self.balanced(found[0][0], found[1][1], width)
        return found

    def _cut_to(self, width: float, most: int) -> list[Stretch]:
        found = list(islice(self.broken(width + _ROUNDING), most + 1 if most else None))
        return [*found[: most - 1], self.cut(found[most - 1][0], width)] if most and len(found) > most else found

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """The ends of each part between newlines."""
        found, start = [], 0
        for part in self.text.split("\n"):
            found.append((start, start + len(part)))
            start += len(part) + 1
        return tuple(found)

    @cached_property
    def width(self) -> float:
        """The width of the widest line when only newlines break the text."""
        return max(self.measure(start, end) for start, end in self.paragraphs)

    @cached_property
    def widest_word(self) -> float:
        """The width of the widest stretch without a break; of a long text its beginning tells."""
        return max(
            (
                self.measure(at, at + len(atom))
                for start, end in self.paragraphs
                if start < _TELLING
                for at, atom in self._parts(start, min(end, _TELLING))
            ),
            default=0.0,
        )

    def broken(self, width: float) -> Iterator[Stretch]:
        """Each line of a column; a paragraph never ends in a line of one or two characters."""
        for start, end in self.paragraphs:
            if self.measure(start, end) <= width:
                yield start, end, ""
                continue
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
        for atom in self._names.breaker.atoms(self.text[start:end]):
            yield start, atom
            start += len(atom)

    def balanced(self, start: int, end: int, width: float) -> list[Stretch]:
        """Two lines: parted behind a mark where neither is less than a third of the other, else in the middle.

        What stands in quotation marks or brackets is parted only when there is no other way.
        """
        best, chosen, depth = (False, False, 0.0), start, 0
        for at, atom in self._parts(start, end):
            ends = at + len(atom)
            depth += sum((mark in _OPENING) - (mark in _CLOSING) for mark in atom)
            first, second = self.measure(start, ends), self.measure(ends, end)
            if first > width or second > width or not second:
                continue
            share = min(first, second) / max(first, second)
            even = share > _EVEN
            rank = even and not depth, even and atom.rstrip(BLANK)[-1:] in _PAUSES, share
            if chosen == start or rank > best:
                best, chosen = rank, ends
        return [(start, chosen, ""), (chosen, end, "")]

    def _lines(self, start: int, end: int, width: float) -> Iterator[tuple[int, int]]:
        first = at = start
        for atom in self._names.breaker.atoms(self.text[start:end]):
            stop = at + len(atom.rstrip(BLANK))
            if at > first and self.wide(first, stop) > width:
                yield first, at
                first = at
            if first == at and self.wide(at, stop) > width:
                for ends in self._chopped(at, stop, width):
                    if ends[1] < stop:
                        yield ends
                    first = ends[0]
            at += len(atom)
        yield first, end

    def _chopped(self, start: int, end: int, width: float) -> Iterator[tuple[int, int]]:
        """A word wider than the column, cut where it must be; an address behind one of its marks when that is near."""
        first = start
        for at in range(start + 1, end):
            if self.wide(first, at + 1) > width:
                marks = (place for place in range(at, (first + at) // 2, -1) if self.text[place - 1] in _JOINTS)
                place = next(marks, at)
                yield first, place
                first = place
        yield first, end

    def cut(self, start: int, width: float) -> Stretch:
        """As much from `start` as fits one line together with an ellipsis."""
        end = self.text.find("\n", start)
        room = width - self.look(start)[0].find(_CUT).width
        return start, next(self._chopped(start, len(self.text) if end < 0 else end, max(room, 0.0)))[1], _CUT

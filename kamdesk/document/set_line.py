"""A line that is set: which characters of which face stand where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kamdesk.document.fonts import Face, Known


class Run(NamedTuple):
    """Characters of one face that stand side by side; x is from the line's left end, in points as is their width."""

    x: float
    wide: float
    text: str
    face: Face
    known: dict[str, Known]
    size: float
    colour: str


class SetLine(NamedTuple):
    """One line: its runs and how wide they are together, in points."""

    runs: tuple[Run, ...]
    width: float

    def missing(self) -> Iterator[str]:
        """The characters that no face can print."""
        return (char for run in self.runs for char in run.text if run.known[char].missing)


def scaled(line: SetLine, by: float) -> SetLine:
    """The same line larger or smaller."""
    runs = tuple(run._replace(x=run.x * by, wide=run.wide * by, size=run.size * by) for run in line.runs)
    return SetLine(runs, line.width * by)

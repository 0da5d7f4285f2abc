"""The bundled faces: which of them has a character, and how wide it is.

Only the small tables of a font file are read here (1-2 ms for 24,000 characters); outlines are read when a document
embeds them. The order a character is looked up in is the language's family list in theme.toml.
"""

from __future__ import annotations

import struct
import sys
from array import array
from bisect import bisect_right
from functools import cache
from pathlib import Path
from typing import BinaryIO, NamedTuple

from kamdesk.document.breaking import Script, script
from kamdesk.document.style import BOLD, style
from kamdesk.paths import resource

MARK = "\u25a1"  # printed in place of a character that no bundled face has
# Where a line of text sits in its box; the bundled faces share Inter's line height.
ASCENT, DESCENT = 0.96875, 0.2412109375

_HAN = "\u4e00"
_STYLES = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}


class Face:
    """One font file: its glyphs and advances, in 1/1000 em where not said otherwise."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.stem
        with path.open("rb") as opened:
            count = struct.unpack(">4xH6x", opened.read(12))[0]
            rows = struct.iter_unpack(">4s4xLL", opened.read(16 * count))
            places = {tag.decode("ascii"): (offset, length) for tag, offset, length in rows}
            head, hhea, hmtx, cmap = (_table(opened, *places[tag]) for tag in ("head", "hhea", "hmtx", "cmap"))
        self._units: int = struct.unpack_from(">H", head, 18)[0]
        measured: int = struct.unpack_from(">H", hhea, 34)[0]
        self._advances = numbers("H", hmtx[: 4 * measured])[0::2]
        self._starts, self._ends, self._glyphs = _character_map(cmap)

    def glyph(self, code: int) -> int:
        """The glyph of a character, 0 when this face has none."""
        at = bisect_right(self._starts, code) - 1
        if at < 0 or code > self._ends[at]:
            return 0
        return self._glyphs[at] + code - self._starts[at]

    def advance(self, glyph: int) -> float:
        """The width of a glyph in 1/1000 em."""
        return 1000 * self._advances[min(glyph, len(self._advances) - 1)] / self._units


def _table(opened: BinaryIO, offset: int, length: int) -> bytes:
    opened.seek(offset)
    return opened.read(length)


def numbers(kind: str, data: bytes) -> array[int]:
    """Big-endian numbers ("H" or "I") of a font table."""
    row = array(kind, data)
    if sys.byteorder == "little":
        row.byteswap()
    return row


def _character_map(table: bytes) -> tuple[array[int], array[int], array[int]]:
    """First code, last code and first glyph of every group of the full-range (format 12) map."""
    count = struct.unpack_from(">2xH", table)[0]
    for number in range(count):
        platform, _encoding, offset = struct.unpack_from(">HHL", table, 4 + 8 * number)
        form = struct.unpack_from(">H", table, offset)[0]
        if form == 12 and platform in (0, 3):
            groups = struct.unpack_from(">L", table, offset + 12)[0]
            rows = numbers("I", table[offset + 16 : offset + 16 + 12 * groups])
            return rows[0::3], rows[1::3], rows[2::3]
    raise ValueError("the font has no full-range character map")


class Known(NamedTuple):
    """Where a character comes from: face, glyph, width in em and script. `missing` when it is printed as MARK."""

    face: Face
    glyph: int
    width: float
    script: Script
    missing: bool


class Chain:
    """The faces of one language and weight, in the order a character is looked up in; each is opened when needed."""

    def __init__(self, language: str, weight: int) -> None:
        self._files = [_file(family, weight) for family in style().families[language]]
        self.known: dict[str, Known] = {}
        self.beside_han: dict[str, Known] = {}  # marks that Latin and Han share, as the Han face has them

    def find(self, char: str) -> Known:
        """Where `char` comes from; MARK stands in for what nobody has."""
        if (known := self.known.get(char)) is None:
            known = self._search(char) or self._search(MARK, missing=True)
            assert known is not None, "the bundled faces lack the mark for missing characters"
            self.known[char] = known
        return known

    def find_beside_han(self, char: str) -> Known:
        """A mark that stands next to Han: from the face that has the language's Han."""
        if (known := self.beside_han.get(char)) is None:
            face = self.find(_HAN).face
            glyph = face.glyph(ord(char))
            known = Known(face, glyph, face.advance(glyph) / 1000, script(char), False) if glyph else self.find(char)
            self.beside_han[char] = known
        return known

    def _search(self, char: str, *, missing: bool = False) -> Known | None:
        code = ord(char)
        for file in self._files:
            face = _face(file)
            if glyph := face.glyph(code):
                return Known(face, glyph, face.advance(glyph) / 1000, script(char), missing)
        return None


@cache
def chain(language: str, weight: int) -> Chain:
    """The faces of a language at a weight, 400-700."""
    return Chain(language, weight)


@cache
def _face(path: Path) -> Face:
    return Face(path)


def _file(family: str, weight: int) -> Path:
    """The family's file of that weight; families without the middle weights lend their nearest."""
    stem = family.replace(" ", "")
    nearest = BOLD if weight >= 600 else 400
    for wanted in (weight, nearest, 400):
        path = resource("fonts", f"{stem}-{_STYLES[wanted]}.ttf")
        if path.exists():
            return path
    raise FileNotFoundError(path)

"""Cuts the used glyphs out of a TrueType file: what a PDF file needs of a face, and no table more.

A PDF file says itself which code shows which glyph, so the tables that tell names and characters stay out.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kamdesk.document.fonts import numbers

_AS_THEY_ARE = ("cvt ", "fpgm", "prep")  # of faces with instructions
_MAGIC = 0xB1B0AFBA  # what a whole file sums up to
_LONG = 0x20000  # bytes of outlines; from here on their places take four bytes each
# Of a glyph that is made of others: what follows each of them.
_WORDS, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 0x1, 0x8, 0x20, 0x40, 0x80


@dataclass(frozen=True, slots=True)
class Measures:
    """What a PDF file says of a face, in 1/1000 em."""

    box: tuple[int, ...]
    ascent: int
    descent: int
    capital: int
    stem: int


class Outlines:
    """The outlines of one font file, read where they are asked for."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with path.open("rb") as opened:
            count = struct.unpack(">4xH6x", opened.read(12))[0]
            rows = list(struct.iter_unpack(">4s4xLL", opened.read(16 * count)))
            places = {tag.decode("ascii"): (offset, length) for tag, offset, length in rows}
            tables = {}
            for tag in ("head", "hhea", "maxp", "hmtx", "loca", "OS/2", *_AS_THEY_ARE):
                if tag in places:
                    opened.seek(places[tag][0])
                    tables[tag] = opened.read(places[tag][1])
        self._begin = places["glyf"][0]
        long = struct.unpack_from(">h", tables["head"], 50)[0]
        places_of = numbers("I" if long else "H", tables.pop("loca"))
        self._places = places_of if long else [2 * place for place in places_of]
        self._measured: int = struct.unpack_from(">H", tables["hhea"], 34)[0]
        self._advances = tables.pop("hmtx")
        self.measures = _measures(tables["head"], tables["hhea"], tables.pop("OS/2"))
        self._tables = tables

    def cut(self, glyphs: Iterable[int]) -> tuple[bytes, dict[int, int]]:
        """A font file with these glyphs, and the place of each of them in it."""
        order = list(dict.fromkeys((0, *glyphs)))
        shapes: list[bytes] = []
        with self._path.open("rb") as opened:
            for glyph in order:  # grows while it is read: parts of a glyph come after it
                opened.seek(self._begin + self._places[glyph])
                shape = opened.read(self._places[glyph + 1] - self._places[glyph])
                shapes.append(shape)
                order += dict.fromkeys(part for _, part in _parts(shape) if part not in order)
        found = {glyph: place for place, glyph in enumerate(order)}
        return _file(self._tables | self._cut_tables(order, shapes, found)), found

    def _cut_tables(self, order: Sequence[int], shapes: Sequence[bytes], found: dict[int, int]) -> dict[str, bytes]:
        """The tables that depend on which glyphs there are."""
        ends, body = [0], bytearray()
        for shape in shapes:
            body += _renumbered(shape, found) + b"\0" * (len(shape) % 2)
            ends.append(len(body))
        long = len(body) >= _LONG
        places = struct.pack(f">{len(ends)}{'L' if long else 'H'}", *(ends if long else [end // 2 for end in ends]))
        head, hhea, maxp = (bytearray(self._tables[tag]) for tag in ("head", "hhea", "maxp"))
        struct.pack_into(">h", head, 50, int(long))
        struct.pack_into(">H", hhea, 34, len(order))
        struct.pack_into(">H", maxp, 4, len(order))
        advances = b"".join(map(self._advance, order))
        return {
            "head": bytes(head),
            "hhea": bytes(hhea),
            "maxp": bytes(maxp),
            "hmtx": advances,
            "loca": places,
            "glyf": bytes(body),
        }

    def _advance(self, glyph: int) -> bytes:
        """Advance and bearing; glyphs behind the last measured one share its advance."""
        held, last = self._advances, self._measured - 1
        if glyph <= last:
            return held[4 * glyph : 4 * glyph + 4]
        at = 4 * self._measured + 2 * (glyph - self._measured)
        return held[4 * last : 4 * last + 2] + held[at : at + 2]


@cache
def outlines(path: Path) -> Outlines:
    """The outlines of a bundled face."""
    return Outlines(path)


def _measures(head: bytes, hhea: bytes, about: bytes) -> Measures:
    units = struct.unpack_from(">H", head, 18)[0]
    box = struct.unpack_from(">4h", head, 36)
    ascent, descent = struct.unpack_from(">2h", hhea, 4)
    weight, capital = struct.unpack_from(">H", about, 4)[0], struct.unpack_from(">h", about, 88)[0]
    told = [round(1000 * value / units) for value in (*box, ascent, descent, capital)]
    return Measures(tuple(told[:4]), told[4], told[5], told[6], 50 + int((weight / 65) ** 2))


def _parts(shape: bytes) -> Iterator[tuple[int, int]]:
    """Of a glyph that is made of others: where each is named, and which it is."""
    if not shape or shape[0] < 0x80:
        return
    at, flags = 10, _MORE
    while flags & _MORE:
        flags, part = struct.unpack_from(">2H", shape, at)
        yield at + 2, part
        at += 8 if flags & _WORDS else 6
        at += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0


def _renumbered(shape: bytes, found: dict[int, int]) -> bytes:
    """The glyph with the places that its parts have in the cut file."""
    if not shape or shape[0] < 0x80:
        return shape
    changed = bytearray(shape)
    for at, part in _parts(shape):
        struct.pack_into(">H", changed, at, found[part])
    return bytes(changed)


def _file(tables: dict[str, bytes]) -> bytes:
    """The tables as a font file, with its sums."""
    power = len(tables).bit_length() - 1
    head = struct.pack(">LHHHH", 0x10000, len(tables), 16 << power, power, 16 * len(tables) - (16 << power))
    tables["head"] = tables["head"][:8] + bytes(4) + tables["head"][12:]
    offset, rows, body = 12 + 16 * len(tables), b"", b""
    for tag, data in sorted(tables.items()):
        if tag == "head":
            adjusted = offset + 8
        padded = data + b"\0" * (-len(data) % 4)
        rows += struct.pack(">4sLLL", tag.encode("ascii"), _sum(padded), offset, len(data))
        offset, body = offset + len(padded), body + padded
    whole = bytearray(head + rows + body)
    struct.pack_into(">L", whole, adjusted, (_MAGIC - _sum(whole)) & 0xFFFFFFFF)
    return bytes(whole)


def _sum(data: bytes | bytearray) -> int:
    return sum(numbers("I", bytes(data))) & 0xFFFFFFFF

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
_AT, _ONE = 0x2, 1 << 14  # its arguments are a place; the unit of a scale
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
        self._units: int = struct.unpack_from(">H", tables["head"], 18)[0]
        self.measures = _measures(tables["head"], tables["hhea"], tables.pop("OS/2"))
        self._tables = tables

    def cut(self, glyphs: Iterable[int]) -> tuple[bytes, dict[int, int]]:
        """A font file with these glyphs, and the place of each of them in it."""
        order, shapes = self._gathered((0, *glyphs))
        found = {glyph: place for place, glyph in enumerate(order)}
        shapes = [_renumbered(shape, found) for shape in shapes]
        most = bytearray(self._tables["maxp"])
        return _file(self._tables | self._cut_tables(shapes, [*map(self._advance, order)], most)), found

    def cut_with(
        self, glyphs: Iterable[int], lender: Outlines, lent: Iterable[int]
    ) -> tuple[bytes, dict[int, int], dict[int, int]]:
        """A font file with these glyphs and some that another face lends, made to its size; their places in it."""
        order, shapes = self._gathered((0, *glyphs))
        found = {glyph: place for place, glyph in enumerate(order)}
        more, theirs = lender._gathered(lent)
        parts = {glyph: len(order) + at for at, glyph in enumerate(more)}
        scale = self._units / lender._units
        shapes = [_renumbered(shape, found) for shape in shapes] + [_renumbered(shape, parts) for shape in theirs]
        shapes += [_scaled(shape, parts[glyph], scale) for glyph, shape in zip(more, theirs, strict=True)]
        advances = [*map(self._advance, order), *map(lender._advance, more)]
        advances += [struct.pack(">Hh", *_by(scale, ">Hh", lender._advance(glyph))) for glyph in more]
        most = _most(self._tables["maxp"], lender._tables["maxp"])
        data = _file(self._tables | self._cut_tables(shapes, advances, most))
        return data, found, {glyph: part + len(more) for glyph, part in parts.items()}

    def _gathered(self, glyphs: Iterable[int]) -> tuple[list[int], list[bytes]]:
        """Glyphs with the parts they are made of, and their shapes."""
        order = list(dict.fromkeys(glyphs))
        shapes: list[bytes] = []
        with self._path.open("rb") as opened:
            for glyph in order:  # grows while it is read: parts of a glyph come after it
                opened.seek(self._begin + self._places[glyph])
                shape = opened.read(self._places[glyph + 1] - self._places[glyph])
                shapes.append(shape)
                order += dict.fromkeys(part for _, part in _parts(shape) if part not in order)
        return order, shapes

    def _cut_tables(self, shapes: Sequence[bytes], advances: Sequence[bytes], most: bytearray) -> dict[str, bytes]:
        """The tables that depend on which glyphs there are."""
        ends, body = [0], bytearray()
        for shape in shapes:
            body += shape + b"\0" * (len(shape) % 2)
            ends.append(len(body))
        long = len(body) >= _LONG
        places = struct.pack(f">{len(ends)}{'L' if long else 'H'}", *(ends if long else [end // 2 for end in ends]))
        head, hhea = bytearray(self._tables["head"]), bytearray(self._tables["hhea"])
        struct.pack_into(">h", head, 50, int(long))
        struct.pack_into(">H", hhea, 34, len(shapes))
        struct.pack_into(">H", most, 4, len(shapes))
        return {
            "head": bytes(head),
            "hhea": bytes(hhea),
            "maxp": bytes(most),
            "hmtx": b"".join(advances),
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


def _scaled(shape: bytes, place: int, scale: float) -> bytes:
    """A glyph made of one other, larger or smaller."""
    if not shape:
        return b""
    box = struct.pack(">4h", *_by(scale, ">4h", shape, 2))
    return struct.pack(">h", -1) + box + struct.pack(">2H2bh", _AT | _SCALE, place, 0, 0, round(scale * _ONE))


def _by(scale: float, form: str, data: bytes, at: int = 0) -> tuple[int, ...]:
    return tuple(round(scale * value) for value in struct.unpack_from(form, data, at))


def _most(one: bytes, other: bytes) -> bytearray:
    """What a glyph of either face holds at most; a lent one is made of another, and so one deeper."""
    form = f">{(len(one) - 6) // 2}H"
    values = [max(pair) for pair in zip(struct.unpack(form, one[6:]), struct.unpack(form, other[6:]), strict=True)]
    values[-2:] = max(values[-2], 1), values[-1] + 1
    return bytearray(one[:6] + struct.pack(form, *values))


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

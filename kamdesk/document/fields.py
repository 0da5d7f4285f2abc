"""Boxes and lines of a PDF file that can be filled in on a screen; what stands on the page is printed as without them.

The marks are drawn, so no standard font is printed. What somebody types later is set in a face of the file's own, since
some readers leave out what the face of a field lacks: all Western letters, whatever the document itself shows, and
where that has Han, those of everyday writing. For other characters a reader has to find a face itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from reportlab.pdfbase import pdfdoc

from kamdesk.document.breaking import Script, script
from kamdesk.document.embedding import EmbeddedFace
from kamdesk.document.fonts import Face, Known, chain

_PRINTED = 4  # annotation flag
_MANY_LINES = 1 << 12  # field flag
_INK = "0.106 0.141 0.188"
_TALL = 20.0  # from here on a field takes more than one line
_LETTER, _HAN = "a", "\u4e00"
_LATIN = "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180)))) + "ȘșȚț–—‘’“”„…•€‰−≈≠≤≥→"
# Rows and places of the character sets with the Han of everyday writing, and of the marks that go with them.
_GB, _BIG = range(0xA1, 0xFF), (*range(0x40, 0x7F), *range(0xA1, 0xFF))
_EVERYDAY = {
    "zh_CN": ("gb2312", (0xA1, 0xA3, *range(0xB0, 0xD8)), _GB),
    "zh_TW": ("big5", (0xA1, 0xA2, *range(0xA4, 0xC7)), _BIG),
}


def typing_face(language: str) -> Face:
    """The face that what is typed is set in: that of the language's Han; another lends it the Western letters."""
    return chain(language, 400).find(_HAN).face


def typed(language: str, shown: Iterable[str]) -> dict[str, Known]:
    """What can be typed into the fields of a document that shows these characters."""
    chars, faces = set(shown), chain(language, 400)
    own, lender = typing_face(language), faces.find(_LETTER).face
    han = any(script(char) is Script.HAN for char in chars)
    everyday = _everyday(language) if han or language in _EVERYDAY else ""
    found = {char: _known(char, (lender, own)) for char in _LATIN}
    found |= {char: _known(char, (own, lender)) for char in (*everyday, *sorted(chars)) if char not in found}
    return {char: known for char, known in found.items() if known}


def _known(char: str, held: tuple[Face, Face]) -> Known | None:
    """Where the character comes from, of two faces."""
    for face in held:
        if glyph := face.glyph(ord(char)):
            return Known(face, glyph, face.advance(glyph) / 1000, script(char), missing=False)
    return None


@cache
def _everyday(language: str) -> str:
    return "".join(dict.fromkeys(_decoded(*_EVERYDAY.get(language, _EVERYDAY["zh_CN"]))))


def _decoded(name: str, rows: Iterable[int], places: Iterable[int]) -> Iterator[str]:
    for row in rows:
        for place in places:
            yield from bytes((row, place)).decode(name, "ignore")


class Fields:
    """The fields of one file."""

    def __init__(self, canvas: Any, language: str, face: EmbeddedFace, faces: Mapping[Face, EmbeddedFace]) -> None:
        """`faces` are all of the file, `face` is that of `typing_face`."""
        self._canvas, self._language, self._face, self._faces = canvas, language, face, faces
        self._names: list[str] = []

    def box(self, x: float, y: float, side: float, ticked: bool) -> None:
        """A box to tick, from its lower left corner; its outline is the page's."""
        states = {"Yes": self._tick(side), "Off": self._stream("", side, side)}
        now = "/Yes" if ticked else "/Off"
        appearance = pdfdoc.PDFDictionary({"N": pdfdoc.PDFDictionary(states)})
        self._add("/Btn", (x, y, side, side), {"V": now, "AS": now, "AP": appearance})

    def line(self, x: float, y: float, width: float, height: float) -> None:
        """A place to type, from its lower left corner."""
        self._add("/Tx", (x, y, width, height), {"DA": self._look(), "Ff": _MANY_LINES if height > _TALL else 0})

    def close(self) -> None:
        """Enter all fields into the file, and what may be typed into the face."""
        if not self._names:
            return
        document = self._canvas._doc
        shown = {char for face in self._faces.values() for char in face.shown}
        known = typed(self._language, shown)
        self._face.hex("".join(known), known)
        fonts = pdfdoc.PDFDictionary({self._face.name: pdfdoc.PDFObjectReference(self._face.name)})
        form = {
            "Fields": pdfdoc.PDFArray([document.refAnnotation(name) for name in self._names]),
            "DA": self._look(),
            "DR": pdfdoc.PDFDictionary({"Font": fonts}),
        }
        document._catalog.AcroForm = pdfdoc.PDFDictionary(form)

    def _look(self) -> Any:
        return pdfdoc.PDFString(f"/{self._face.name} 9 Tf {_INK} rg")

    def _add(self, kind: str, place: tuple[float, float, float, float], more: dict[str, object]) -> None:
        x, y, width, height = place
        name = f"field{len(self._names) + 1}"
        entries = {
            "Type": "/Annot",
            "Subtype": "/Widget",
            "FT": kind,
            "T": pdfdoc.PDFString(name),
            "F": _PRINTED,
            "Rect": f"[{x:.2f} {y:.2f} {x + width:.2f} {y + height:.2f}]",
            **more,
        }
        self._names.append(name)
        self._canvas._addAnnotation(pdfdoc.PDFDictionary(entries), name)

    def _tick(self, side: float) -> Any:
        """The same sign as on paper."""
        half = 0.4 * side
        points = [(-0.75 * half, 0.0), (-0.15 * half, -0.6 * half), (0.85 * half, 0.7 * half)]
        (x, y), *rest = [(side / 2 + across, side / 2 + up) for across, up in points]
        lines = " ".join(f"{across:.2f} {up:.2f} l" for across, up in rest)
        return self._stream(f"q {_INK} RG 1.2 w {x:.2f} {y:.2f} m {lines} S Q", side, side)

    def _stream(self, drawn: str, width: float, height: float) -> Any:
        """An appearance; equal ones are kept once."""
        document = self._canvas._doc
        head = {"Type": "/XObject", "Subtype": "/Form", "BBox": f"[0 0 {width:.2f} {height:.2f}]", "Resources": "<<>>"}
        name = f"appearance {width:.2f} {height:.2f} {bool(drawn)}"
        if name in document.idToObject:
            return pdfdoc.PDFObjectReference(name)
        return document.Reference(pdfdoc.PDFStream(pdfdoc.PDFDictionary(head), drawn.encode("ascii")), name)

"""Boxes and lines of a PDF file that can be filled in on a screen; what stands on the page is printed as without them.

The marks are drawn, so no standard font is printed. What somebody types later is set in the file's own Han face, which
therefore holds every usual character: some readers leave out what the face of a field lacks.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from reportlab.pdfbase import pdfdoc

from kamdesk.document.breaking import script
from kamdesk.document.embedding import EmbeddedFace
from kamdesk.document.fonts import Face, Known, chain

_PRINTED = 4  # annotation flag
_MANY_LINES = 1 << 12  # field flag
_INK = "0.106 0.141 0.188"
_TALL = 20.0  # from here on a field takes more than one line
_HAN = "\u4e00"
# Rows and places of the character sets of everyday writing: every simplified one, and the usual traditional ones.
_SETS = (
    ("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF)),
    ("big5", range(0xA4, 0xC7), (*range(0x40, 0x7F), *range(0xA1, 0xFF))),
)
_LATIN = range(0x20, 0x180)


def typing_face() -> Face:
    """The face in which what is typed is set: that of the Han characters, which has the Latin ones too."""
    return chain("zh_CN", 400).find(_HAN).face


@cache
def typed() -> dict[str, Known]:
    """What can be typed into a field: all that the face has of Western letters and of everyday Chinese."""
    face = typing_face()
    found = ((char, face.glyph(ord(char))) for char in dict.fromkeys(_everyday()))
    return {
        char: Known(face, glyph, face.advance(glyph) / 1000, script(char), missing=False)
        for char, glyph in found
        if glyph
    }


def _everyday() -> Iterator[str]:
    yield from map(chr, _LATIN)
    for name, rows, places in _SETS:
        for row in rows:
            for place in places:
                yield from bytes((row, place)).decode(name, "ignore")


class Fields:
    """The fields of one file."""

    def __init__(self, canvas: Any, face: EmbeddedFace) -> None:
        """`face` is the file's own of `typing_face`."""
        self._canvas, self._face = canvas, face
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
        known = typed()
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

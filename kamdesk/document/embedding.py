"""Puts the used part of a face into a PDF file: two-byte codes, so that every character has its own and comes back.

reportlab's own TrueType fonts cut a face into parts of 256 characters and write wrong Unicode beyond U+FFFF; this font
object takes their place in the file (Type 0, Identity-H).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfdoc

from kamdesk.document.cutting import Measures, outlines
from kamdesk.document.fonts import Face, Known
from kamdesk.document.logo import Dots

_EM = 1000  # of a face, as a file counts widths
_PART = 100  # entries a ToUnicode map may list at once
_STREAMS, _CUTS = 96, 24  # pages and fonts that are kept: of a long document, or of two


class _Packing(pdfdoc.PDFStreamFilterZCompress):
    """Packs a stream as reportlab does, and no stream twice."""

    def encode(self, text: str | bytes) -> bytes:
        """The stream as it stands in the file."""
        return _packed(text.encode("utf-8") if isinstance(text, str) else text)


@lru_cache(maxsize=_STREAMS)
def _packed(data: bytes) -> bytes:
    return zlib.compress(data)


def packed(data: str | bytes, head: dict[str, object] | None = None) -> Any:
    """A stream of a file: a page, a font. Of two makings of a document few differ, and packing takes its time."""
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(head), data, [_Packing()])


@lru_cache(maxsize=_CUTS)
def _cut(path: Path, glyphs: tuple[int, ...]) -> tuple[bytes, dict[int, int]]:
    """A face with these glyphs only; which they are seldom changes from one making to the next."""
    return outlines(path).cut(glyphs)


@lru_cache(maxsize=_CUTS)
def _cut_with(
    path: Path, glyphs: tuple[int, ...], lender: Path, lent: tuple[int, ...]
) -> tuple[bytes, dict[int, int], dict[int, int]]:
    """The same with some glyphs of another face."""
    return outlines(path).cut_with(glyphs, outlines(lender), lent)


class EmbeddedFace:
    """What one document uses of one face."""

    def __init__(self, face: Face, name: str) -> None:
        self.name = name  # in the file's font dictionary
        self._face = face
        self._codes: dict[str, str] = {}
        self._used: list[Known] = []

    def hex(self, text: str, known: dict[str, Known]) -> str:
        """The codes that show `text`, as the hexadecimal string of a PDF text operator."""
        codes = self._codes
        try:
            return "".join([codes[char] for char in text])
        except KeyError:
            for char in text:
                if char not in codes:
                    self._used.append(known[char])
                    codes[char] = f"{len(self._used):04X}"
            return "".join([codes[char] for char in text])

    @property
    def shown(self) -> Iterable[str]:
        """The characters it shows."""
        return self._codes.keys()

    def _cut_face(self) -> tuple[bytes, list[int]]:
        """The font file and where each used glyph stands in it, those of another face among them."""
        own = tuple(known.glyph for known in self._used if known.face is self._face)
        other = [known for known in self._used if known.face is not self._face]
        if not other:
            data, places = _cut(self._face.path, own)
            return data, [places[known.glyph] for known in self._used]
        lent = tuple(known.glyph for known in other)
        data, places, theirs = _cut_with(self._face.path, own, other[0].face.path, lent)
        return data, [(places if known.face is self._face else theirs)[known.glyph] for known in self._used]

    def addObjects(self, doc: Any) -> None:
        """Write the font into `doc`; reportlab calls this when the document is saved."""
        path, (data, places) = self._face.path, self._cut_face()
        shown = struct.pack(f">{len(places) + 1}H", 0, *places)  # by code
        base = f"KAMDES+{self._face.name}"
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": f"/{base}",
                "CIDSystemInfo": "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>",
                "DW": _EM,
                "W": f"[{' '.join(_widths(self._used))}]",
                "CIDToGIDMap": doc.Reference(packed(shown), f"glyphs:{base}"),
                "FontDescriptor": _descriptor(doc, base, outlines(path).measures, data),
            }
        )
        font = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": f"/{base}",
                "Encoding": "/Identity-H",
                "DescendantFonts": pdfdoc.PDFArray([doc.Reference(descendant, f"descendant:{base}")]),
                "ToUnicode": doc.Reference(packed(_unicode_map(self._codes)), f"unicode:{base}"),
            }
        )
        doc.idToObject["BasicFonts"].dict[self.name] = doc.Reference(font, self.name)


def embed_dots(doc: Any, name: str, dots: Dots) -> None:
    """Write a picture into `doc` under the name by which pages draw it."""
    head = pdfdoc.PDFDictionary(
        {
            "Type": "/XObject",
            "Subtype": "/Image",
            "Width": dots.wide,
            "Height": dots.tall,
            "ColorSpace": "/DeviceRGB",
            "BitsPerComponent": 8,
            "Filter": "/DCTDecode" if dots.jpeg else "/FlateDecode",
        }
    )
    doc.Reference(pdfdoc.PDFStream(head, dots.data, filters=[]), doc.getXObjectName(name))


def _descriptor(doc: Any, base: str, measures: Measures, data: bytes) -> Any:
    """What the face is like, with the cut font file behind it."""
    return doc.Reference(
        pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": f"/{base}",
                "Flags": 4,
                "FontBBox": pdfdoc.PDFArray(measures.box),
                "Ascent": measures.ascent,
                "Descent": measures.descent,
                "CapHeight": measures.capital,
                "ItalicAngle": 0,
                "StemV": measures.stem,
                "FontFile2": doc.Reference(packed(data, {"Length1": len(data)}), f"file:{base}"),
            }
        ),
        f"descriptor:{base}",
    )


def _widths(used: Sequence[Known]) -> Iterator[str]:
    """The widths of those codes that are not a whole em wide, as most Han characters are: each row after its first."""
    for whole, row in groupby(enumerate(used, 1), key=lambda it: 1000 * it[1].width == _EM):
        if not whole:
            held = list(row)
            yield f"{held[0][0]} [{' '.join(f'{1000 * known.width:g}' for _, known in held)}]"


def _unicode_map(codes: dict[str, str]) -> bytes:
    rows = [f"<{code}> <{char.encode('utf-16-be').hex()}>" for char, code in codes.items()]
    parts = [rows[start : start + _PART] for start in range(0, len(rows), _PART)]
    body = "\n".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{body}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")

"""Boxes and lines of a PDF file that can be filled in on a screen; what stands on the page is printed as without them.

The marks are drawn, so no standard font is printed; only what somebody types later is set by the reader's own face.
"""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase import pdfdoc

_PRINTED = 4  # annotation flag
_MANY_LINES = 1 << 12  # field flag
_INK = "0.106 0.141 0.188"
_TALL = 20.0  # from here on a field takes more than one line


class Fields:
    """The fields of one file."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._names: list[str] = []

    def box(self, x: float, y: float, side: float, ticked: bool) -> None:
        """A box to tick, from its lower left corner; its outline is the page's."""
        states = {"Yes": self._tick(side), "Off": self._stream("", side, side)}
        now = "/Yes" if ticked else "/Off"
        appearance = pdfdoc.PDFDictionary({"N": pdfdoc.PDFDictionary(states)})
        self._add("/Btn", (x, y, side, side), {"V": now, "AS": now, "AP": appearance})

    def line(self, x: float, y: float, width: float, height: float) -> None:
        """A place to type, from its lower left corner."""
        look = pdfdoc.PDFString(f"/Helv 9 Tf {_INK} rg")
        self._add("/Tx", (x, y, width, height), {"DA": look, "Ff": _MANY_LINES if height > _TALL else 0})

    def close(self) -> None:
        """Enter all fields into the file."""
        if not self._names:
            return
        document = self._canvas._doc
        face = "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>"
        form = {
            "Fields": pdfdoc.PDFArray([document.refAnnotation(name) for name in self._names]),
            "DA": pdfdoc.PDFString(f"/Helv 9 Tf {_INK} rg"),
            "DR": f"<</Font <</Helv {face}>>>>",
        }
        document._catalog.AcroForm = pdfdoc.PDFDictionary(form)

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

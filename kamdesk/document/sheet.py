"""The sheets of a PDF file: text, lines and fills at places given in points from the top left corner.

The one module, with embedding.py and fields.py, that imports reportlab; it is imported when the first document is
made. Of reportlab only the canvas is used: no markup, no picture reader, no link can be reached by a text.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from kamdesk.document.embedding import EmbeddedFace, embed_dots, packed
from kamdesk.document.fields import Fields, typing_face
from kamdesk.document.fonts import Face
from kamdesk.document.logo import Logo
from kamdesk.document.paper import A4, Paper
from kamdesk.document.set_line import SetLine
from kamdesk.document.style import style
from kamdesk.picture.shapes import Pen, Point

_MIDDLE = 0.36  # em above the baseline: half the height of a capital
_CURVE = 0.5522847498  # a quarter of a circle as a Bézier curve
_VERSION = (1, 5)
_PLACE = "to."  # before the name of a place that links lead to
_ABOVE = 12.0  # points left above a place that is led to


@dataclass(frozen=True, slots=True)
class Title:
    """What the file says of itself."""

    title: str
    author: str
    subject: str
    language: str  # a language tag: zh-CN
    invariant: bool = False  # equal data makes equal bytes


class _Canvas(Canvas):
    """A canvas that sets no standard font at the head of a page, since none is embedded."""

    def _make_preamble(self) -> None:
        self._preamble = ""


class Sheets:
    """The pages of one file, drawn one after the other."""

    def __init__(
        self, out: BinaryIO, title: Title, fillable: bool = False, names: Collection[str] = frozenset()
    ) -> None:
        """`names` are the parts that links can lead to."""
        _settle()
        self.names = names
        self._canvas = _Canvas(
            out,
            pagesize=A4.size,
            pageCompression=1,
            invariant=int(title.invariant),
            lang=title.language,
            pdfVersion=_VERSION,
        )
        self._canvas.setTitle(title.title)
        self._canvas.setAuthor(title.author)
        self._canvas.setSubject(title.subject)
        self._canvas.setCreator("KAMDesk")
        self._canvas.setProducer("KAMDesk")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._faces: dict[Face, EmbeddedFace] = {}
        self._fields = self._fillable(title.language.replace("-", "_")) if fillable else None
        self._logos: dict[Logo, tuple[str, float]] = {}  # its name in the file, how wide it is at most
        self._colours: dict[str, str] = {}
        self._marked = 0
        self._height = A4.size[1]

    def begin_page(self, paper: Paper = A4) -> None:
        """Take another sheet of paper."""
        self._height = paper.size[1]
        self._canvas.setPageSize(paper.size)

    def end_page(self) -> None:
        """Finish this page; what is drawn next stands on a new one."""
        self._canvas.showPage()
        page = self._canvas._doc.Pages.pages[-1]
        page.Contents = packed(page.stream)

    def mark(self, title: str, name: str = "", top: float = 0.0) -> None:
        """Put a place of the page that is being drawn into the outline; links lead to it by its name."""
        self._marked += 1
        key = _PLACE + name if name else f"part{self._marked}"
        self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=self._height - max(top - _ABOVE, 0.0))
        self._canvas.addOutlineEntry(title, key)
        self._canvas.showOutline()

    def box(self, x: float, y: float, half: float, ticked: bool) -> bool:
        """A box to tick round a middle, where the file has such; then its tick is not drawn on the page."""
        if self._fields is None:
            return False
        self._fields.box(x - half, self._height - y - half, 2 * half, ticked)
        return True

    def field(self, x: float, y: float, width: float, height: float) -> None:
        """A place to type, where the file has such."""
        if self._fields is not None:
            self._fields.line(x, self._height - y - height, width, height)

    def lead(self, x: float, y: float, width: float, height: float, name: str) -> None:
        """Make a place lead to the part of that name, when the file has one."""
        if name in self.names:
            corners = (x, self._height - y - height, x + width, self._height - y)
            self._canvas.linkRect("", _PLACE + name, corners, thickness=0)

    def picture(self, x: float, y: float, width: float, height: float, logo: Logo) -> None:
        """A logo in a rectangle of its proportions; the file holds it once, as fine as its widest place needs."""
        name, widest = self._logos.get(logo, (f"logo{len(self._logos) + 1}", 0.0))
        self._logos[logo] = name, max(widest, width)
        self._canvas._formsinuse.append(name)
        drawn = self._canvas._doc.getXObjectName(name)
        self._add(f"q {width:.2f} 0 0 {height:.2f} {x:.2f} {self._height - y - height:.2f} cm /{drawn} Do Q")

    def save(self) -> None:
        """Write the file."""
        for logo, (name, widest) in self._logos.items():
            embed_dots(self._canvas._doc, name, logo.dots(widest))
        if self._fields is not None:
            self._fields.close()
        self._canvas.save()

    def text(self, x: float, baseline: float, line: SetLine) -> None:
        """One line of text from its left end."""
        parts, colour, end = [f"BT {x:.2f} {self._height - baseline:.2f} Td"], "", 0.0
        for run in line.runs:
            face = self._face(run.face)
            if run.colour != colour:
                colour = run.colour
                parts.append(f"{self._colour(colour)} rg")
            # Where the run before it ends it goes on; what lies between is told in 1/1000 em, to the left.
            back, codes = round(1000 * (end - run.x) / run.size), face.hex(run.text, run.known)
            shown = f"[{back}<{codes}>]TJ" if back else f"<{codes}>Tj"
            parts.append(f"/{face.name} {run.size:g} Tf {shown}")
            end = run.x + run.wide
        self._add(*parts, "ET")

    def slanted(self, x: float, y: float, line: SetLine, angle: float) -> None:
        """One line of text that rises by an angle in degrees, its middle at a point."""
        cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        kind = line.runs[0].size if line.runs else 0.0
        left, down = line.width / 2, _MIDDLE * kind
        parts = ["BT"]
        for run in line.runs:
            face, along = self._face(run.face), run.x - left
            place = x + along * cosine + down * sine, self._height - y + along * sine - down * cosine
            matrix = f"{cosine:.4f} {sine:.4f} {-sine:.4f} {cosine:.4f} {place[0]:.2f} {place[1]:.2f}"
            parts += [f"{self._colour(run.colour)} rg /{face.name} {run.size:g} Tf {matrix} Tm"]
            parts += [f"<{face.hex(run.text, run.known)}> Tj"]
        self._add(*parts, "ET")

    def line(self, points: Sequence[Point], pen: Pen) -> None:
        """An open line through points."""
        self._add("q", self._pen(pen), _path(points, self._height), "S Q")

    def polygon(self, points: Sequence[Point], fill: str = "", pen: Pen | None = None, opacity: float = 1.0) -> None:
        """A closed outline; `opacity` is the fill's."""
        if opacity < 1:
            self._canvas.saveState()
            self._canvas.setFillAlpha(opacity)
        self._paint(_path(points, self._height) + " h", fill, pen)
        if opacity < 1:
            self._canvas.restoreState()

    def rectangle(
        self, x: float, y: float, width: float, height: float, fill: str = "", pen: Pen | None = None, radius: float = 0
    ) -> None:
        """A rectangle from its top left corner, with square or round corners."""
        if radius:
            self._paint(_rounded(x, self._height - y, width, height, radius), fill, pen)
        else:
            self._paint(f"{x:.2f} {self._height - y - height:.2f} {width:.2f} {height:.2f} re", fill, pen)

    def circle(self, x: float, y: float, radius: float, fill: str = "", pen: Pen | None = None) -> None:
        """A circle by its centre."""
        self._paint(_rounded(x - radius, self._height - y + radius, 2 * radius, 2 * radius, radius), fill, pen)

    def arc(self, x: float, y: float, radius: float, start: float, sweep: float, pen: Pen) -> None:
        """Part of a circle's outline, in degrees, 0 at twelve o'clock, clockwise."""
        steps = max(2, math.ceil(abs(sweep) / 6))
        angles = [math.radians(start + sweep * step / steps) for step in range(steps + 1)]
        self.line([(x + radius * math.sin(angle), y - radius * math.cos(angle)) for angle in angles], pen)

    def _paint(self, path: str, fill: str, pen: Pen | None) -> None:
        if not fill and pen is None:
            return
        parts = ["q"]
        if fill:
            parts.append(f"{self._colour(fill)} rg")
        if pen is not None:
            parts.append(self._pen(pen))
        self._add(*parts, path, ("B" if pen is not None else "f") if fill else "S", "Q")

    def _pen(self, pen: Pen) -> str:
        dash = " ".join(f"{length:g}" for length in pen.dash)
        return f"{self._colour(pen.colour)} RG {pen.width:g} w [{dash}] 0 d 1 j"

    def _colour(self, name: str) -> str:
        if (found := self._colours.get(name)) is None:
            value = style().colour(name)
            parts = (int(value[at : at + 2], 16) / 255 for at in (1, 3, 5))
            found = self._colours[name] = " ".join(f"{part:.3f}" for part in parts)
        return found

    def _fillable(self, language: str) -> Fields:
        return Fields(self._canvas, language, self._face(typing_face(language)), self._faces)

    def _face(self, face: Face) -> EmbeddedFace:
        if (found := self._faces.get(face)) is None:
            found = self._faces[face] = EmbeddedFace(face, f"K{len(self._faces) + 1}")
            self._canvas._doc.delayedFonts.append(found)
        return found

    def _add(self, *operators: str) -> None:
        self._canvas._code.append(" ".join(operators))


def _path(points: Sequence[Point], tall: float) -> str:
    first, *rest = points
    return " ".join([f"{first[0]:.2f} {tall - first[1]:.2f} m", *(f"{x:.2f} {tall - y:.2f} l" for x, y in rest)])


def _rounded(x: float, top: float, width: float, height: float, radius: float) -> str:
    """A path from the upper left corner, measured from below as PDF does."""
    radius = min(radius, width / 2, height / 2)
    left, right, bottom = x, x + width, top - height
    bend = radius * (1 - _CURVE)
    return (
        f"{left + radius:.2f} {top:.2f} m {right - radius:.2f} {top:.2f} l "
        f"{right - bend:.2f} {top:.2f} {right:.2f} {top - bend:.2f} {right:.2f} {top - radius:.2f} c "
        f"{right:.2f} {bottom + radius:.2f} l "
        f"{right:.2f} {bottom + bend:.2f} {right - bend:.2f} {bottom:.2f} {right - radius:.2f} {bottom:.2f} c "
        f"{left + radius:.2f} {bottom:.2f} l "
        f"{left + bend:.2f} {bottom:.2f} {left:.2f} {bottom + bend:.2f} {left:.2f} {bottom + radius:.2f} c "
        f"{left:.2f} {top - radius:.2f} l "
        f"{left:.2f} {top - bend:.2f} {left + bend:.2f} {top:.2f} {left + radius:.2f} {top:.2f} c h"
    )


def _settle() -> None:
    """Nothing from outside may be reached by a document, whatever the environment says (safety.md c12)."""
    rl_config.trustedHosts = None
    rl_config.trustedSchemes = []
    rl_config.toColorCanUse = None
    rl_config.useA85 = 0  # bytes as they are; text armour makes files a fourth larger

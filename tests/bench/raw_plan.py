"""The floor of a plan: its texts, tables and pictures as reportlab's own flowables, in our faces, and nothing more."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from kamdesk.document.paper import A4
from kamdesk.document.style import style
from kamdesk.paths import resource
from kamdesk.picture.shapes import Arc, Circle, Group, Line, Pen, Picture, Polygon, Rectangle, Shape, Text
from tests.bench.printed import Grid, Para, Piece

_FACE, _BOLD = "Raw", "RawBold"
_SIDES = {"left": TA_LEFT, "right": TA_RIGHT, "middle": TA_CENTER}
_GAP = 6.0
_FURNITURE = ("华星精密电子", "Account plan", "2026-11-22", "Confidential · do not pass on")


def write_raw(pages: Sequence[Sequence[Piece]], out: io.BytesIO) -> int:
    """Write the pieces of these pages one after the other; how many pages it has taken."""
    _register()
    story: list[Flowable] = []
    for page in pages:
        for piece in page:
            story += [_flowable(piece), Spacer(1, _GAP)]
    wide, tall = A4.size
    document = SimpleDocTemplate(
        out,
        pagesize=A4.size,
        leftMargin=A4.left,
        rightMargin=wide - A4.left - A4.width - 12,  # a frame of reportlab's has 6 points of its own at each side
        topMargin=A4.top,
        bottomMargin=tall - A4.bottom,
    )
    document.build(story, onFirstPage=_furnish, onLaterPages=_furnish)
    return int(document.page)


def _register() -> None:
    if _FACE not in pdfmetrics.getRegisteredFontNames():
        for name, weight in ((_FACE, "Regular"), (_BOLD, "Bold")):
            pdfmetrics.registerFont(TTFont(name, str(resource("fonts", f"KAMSansSC-{weight}.ttf"))))
        pdfmetrics.registerFontFamily(_FACE, normal=_FACE, bold=_BOLD, italic=_FACE, boldItalic=_BOLD)


def _furnish(canvas: Canvas, document: Any) -> None:
    """Header and footer, as plain as can be."""
    canvas.setFont(_FACE, 7.5)
    for number, text in enumerate((*_FURNITURE, str(document.page))):
        canvas.drawString(A4.left + 110 * number, 20, text)
    canvas.line(A4.left, 32, A4.left + A4.width, 32)


@cache
def _style(size: float, leading: float, align: str, han: bool) -> ParagraphStyle:
    return ParagraphStyle(
        f"{size}-{leading}-{align}-{han}",
        fontName=_FACE,
        fontSize=size,
        leading=leading,
        alignment=_SIDES[align],
        wordWrap="CJK" if han else None,
    )


def _flowable(piece: Piece) -> Flowable:
    if isinstance(piece, Para):
        return _paragraph(piece)
    return _table(piece) if isinstance(piece, Grid) else _Drawing(piece)


def _paragraph(para: Para) -> Paragraph:
    runs = (f"<b>{escape(text)}</b>" if bold else escape(text) for text, bold in para.runs)
    told = "".join(runs).replace("\n", "<br/>")
    return Paragraph(told, _style(para.size, para.leading, para.align, not para.text.isascii()))


def _table(grid: Grid) -> Table:
    look: list[tuple[Any, ...]] = [
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, HexColor("#d0d0d0")),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 3),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    ]
    rows: list[list[Any]] = []
    for number, row in enumerate(grid.rows):
        cells: list[Any] = []
        for takes, held in row:
            if takes > 1:
                look.append(("SPAN", (len(cells), number), (len(cells) + takes - 1, number)))
            cells += [[_flowable(piece) for piece in held] or "", *[""] * (takes - 1)]
        rows.append(cells)
    return Table(rows, colWidths=grid.widths, repeatRows=grid.heads, splitInRow=1, style=TableStyle(look))


class _Drawing(Flowable):
    """A picture, straight onto the canvas."""

    def __init__(self, picture: Picture) -> None:
        super().__init__()
        self._picture = picture
        self.width, self.height = picture.width, picture.height

    def wrap(self, room: float, _tall: float) -> tuple[float, float]:
        return min(self.width, room), self.height

    def draw(self) -> None:
        for shape in self._picture.shapes:
            self._draw(shape)

    def _draw(self, shape: Shape) -> None:
        canvas, tall = self.canv, self.height
        match shape:
            case Group(shapes):
                for part in shapes:
                    self._draw(part)
            case Line(points, pen):
                self._path(points, "", pen, False)
            case Polygon(points, fill, pen):
                self._path(points, fill, pen, True)
            case Circle(x, y, radius, fill, pen):
                self._pens(fill, pen)
                canvas.circle(x, tall - y, radius, stroke=int(pen is not None), fill=int(bool(fill)))
            case Arc(x, y, radius, start, sweep, pen):
                self._pens("", pen)
                box = (x - radius, tall - y - radius, x + radius, tall - y + radius)
                canvas.arc(*box, startAng=90 - start - sweep, extent=sweep)
            case Rectangle(x, y, wide, high, fill, pen):
                self._pens(fill, pen)
                canvas.rect(x, tall - y - high, wide, high, stroke=int(pen is not None), fill=int(bool(fill)))
            case Text(x, y, text, size, colour, weight, anchor):
                self._pens(colour, None)
                canvas.setFont(_BOLD if weight >= 600 else _FACE, size)
                draw = {"start": canvas.drawString, "middle": canvas.drawCentredString, "end": canvas.drawRightString}
                draw[anchor](x, tall - y, text)

    def _path(self, points: Sequence[tuple[float, float]], fill: str, pen: Pen | None, closed: bool) -> None:
        self._pens(fill, pen)
        path = self.canv.beginPath()
        path.moveTo(points[0][0], self.height - points[0][1])
        for x, y in points[1:]:
            path.lineTo(x, self.height - y)
        if closed:
            path.close()
        self.canv.drawPath(path, stroke=int(pen is not None), fill=int(bool(fill)))

    def _pens(self, fill: str, pen: Pen | None) -> None:
        if fill:
            self.canv.setFillColor(HexColor(style().colour(fill)))
        if pen is not None:
            self.canv.setStrokeColor(HexColor(style().colour(pen.colour)))
            self.canv.setLineWidth(pen.width)
            self.canv.setDash(list(pen.dash))

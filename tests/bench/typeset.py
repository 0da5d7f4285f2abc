"""The same texts and tables set by typst, as information: another program's way to the same pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from kamdesk.document.paper import A4
from kamdesk.paths import resource
from tests.bench.printed import Grid, Para, Piece

_SIDES = {"left": "left", "right": "right", "middle": "center"}


class Typst(Protocol):
    """Typst's compiler, which keeps its faces from one document to the next."""

    def compile(self, input: bytes, *, format: str, pdf_tags: bool) -> bytes:
        """The document as a file."""


def compiler() -> Typst | None:
    """Typst with our faces alone; None where it is not installed."""
    try:
        import typst
    except ImportError:
        return None
    made: Typst = typst.Compiler(font_paths=[str(resource("fonts"))], ignore_system_fonts=True)
    return made


def source(pages: Sequence[Sequence[Piece]]) -> bytes:
    """The pieces of these pages in typst's language; pictures are left out."""
    wide, tall = A4.size
    margins = f"(left: {A4.left}pt, right: {A4.left}pt, top: {A4.top}pt, bottom: {tall - A4.bottom}pt)"
    begun = [
        f"#set page(width: {wide}pt, height: {tall}pt, margin: {margins}, footer: context [#counter(page).display()])",
        '#set text(font: ("KAM Sans", "KAM Sans SC", "KAM Emoji"), lang: "zh")',
        "#set table(inset: (x: 0pt, y: 2pt), stroke: (bottom: 0.4pt + luma(200)))",
    ]
    told = [f"#{_piece(piece)}" for page in pages for piece in page]
    return "\n\n".join([*begun, *told]).encode()


def _piece(piece: Piece) -> str:
    if isinstance(piece, Para):
        runs = " + ".join(f"text({_quoted(text)}, weight: {700 if bold else 400})" for text, bold in piece.runs)
        return f"align({_SIDES[piece.align]}, text(size: {piece.size}pt, {runs or '[]'}))"
    return _table(piece) if isinstance(piece, Grid) else "[]"


def _table(grid: Grid) -> str:
    columns = ", ".join(f"{width:.2f}pt" for width in grid.widths)
    rows = [", ".join(_cell(takes, held) for takes, held in row) for row in grid.rows]
    if grid.heads:
        rows[0] = f"table.header({rows[0]})"
    return f"table(columns: ({columns},), {', '.join(rows)})"


def _cell(takes: int, held: Sequence[Piece]) -> str:
    inner = f"stack({', '.join(_piece(piece) for piece in held)})" if held else "[]"
    return f"table.cell(colspan: {takes}, {inner})"


def _quoted(text: str) -> str:
    held = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{held}"'

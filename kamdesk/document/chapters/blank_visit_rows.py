"""Rows of the empty visit sheet: a word and a line to write on, titles with their star, the boxes of the result."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kamdesk.document.blocks import Block, Stack
from kamdesk.document.fitting import Blank, Space
from kamdesk.document.paper import A4
from kamdesk.document.parts import Titled
from kamdesk.document.press import Press
from kamdesk.document.style import MM
from kamdesk.document.table import Column, Row, Table

ROW, _ASKED = 5.4 * MM, 5.0 * MM  # by hand, without the padding of the row
_WIDE = 100 * MM  # of a share: more than any column has, so that shares hold


def titled(press: Press, title: str, block: Block, note: str = "", must: bool = False) -> Titled:
    """A block under its title; that of a must-have begins with a star."""
    return press.titled(f"★ {title}" if must else title, block, note)


def lined(
    press: Press,
    terms: Sequence[str],
    before: Callable[[], Block] | None = None,
    after: Callable[[], Block] | None = None,
    tall: float = ROW,
) -> Table:
    """A line to write on for each term, with a mark before it or boxes behind it."""
    lead = bool(before or any(terms))
    columns = [*([Column()] if lead else []), Column(share=1.0), *([Column()] if after else [])]
    rows = []
    for term in terms:
        cells: list[Block] = [_low(before() if before else press.cell(term), tall)] if lead else []
        rows.append(Row((*cells, Blank(0.0, tall), *([_low(after(), tall)] if after else []))))
    return Table(tuple(columns), rows)


def _low(block: Block, tall: float) -> Block:
    """A word on the line one writes on, not at the top of its row."""
    return Stack([Space(max(tall - block.height(A4.width) - 1.0, 0.0)), block])


def grid(press: Press, heads: Sequence[str], shares: Sequence[float], rows: int, tall: float = ROW) -> Table:
    """Columns with heads and empty rows."""
    columns = tuple(press.column(head, share) for head, share in zip(heads, shares, strict=True))
    return Table(columns, [Row(tuple(Blank(share * _WIDE, tall) for share in shares))] * rows)


def questions(press: Press, kinds: Sequence[str]) -> Table:
    """A box, what kind of question it is and a line for it, below them a line for the answer."""
    rows = []
    for kind in kinds:
        box, word = _low(press.mark("box"), _ASKED), _low(press.muted(kind), _ASKED)
        rows.append(Row((box, word, Blank(0.0, _ASKED)), leads=True))
        rows.append(Row((Blank(0.0, _ASKED),), takes=(3,)))
    return Table((press.column(), press.column(), press.column(share=1.0)), rows)

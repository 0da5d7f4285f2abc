"""What a plan of ours has printed, taken from its pages: texts, tables and pictures without our way of setting them."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any, NoReturn
from unittest.mock import patch

from kamdesk.client.client import Client, Workspace
from kamdesk.document import plan
from kamdesk.document.blocks import Lines, Prose
from kamdesk.document.flow import Flow, Page
from kamdesk.document.paint import Figure
from kamdesk.document.table import Table
from kamdesk.picture.shapes import Picture
from kamdesk.words import Words

_HEAVY = 600  # from this weight on a face is bold


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph: its runs, each bold or not, its size and leading in points, and its side."""

    runs: tuple[tuple[str, bool], ...]
    size: float
    leading: float
    align: str

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(text for text, _ in self.runs)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: how wide its columns are, and its rows of cells; a cell is how many columns it takes and what is in it.

    The first `heads` rows are repeated on every page.
    """

    widths: tuple[float, ...]
    rows: tuple[tuple[tuple[int, tuple[Piece, ...]], ...], ...]
    heads: int


Piece = Para | Grid | Picture


class _Caught(Exception):
    """The pages, before anything has drawn them."""

    def __init__(self, flow: Flow) -> None:
        self.pages = flow.pages


def pieces_of(client: Client, workspace: Workspace, words: Words, on: date) -> list[list[Piece]]:
    """The plan of a client, page by page, as write_plan would draw it."""

    def catch(flow: Flow, *_rest: object) -> NoReturn:
        raise _Caught(flow)

    try:
        with patch.object(plan, "bind", catch):
            plan.write_plan(client, workspace, io.BytesIO(), words, on)
    except _Caught as caught:
        return [list(_of_page(page)) for page in caught.pages]
    raise AssertionError("write_plan no longer binds its pages by bind")


def _of_page(page: Page) -> Iterator[Piece]:
    for placed in page.placed:
        yield from _pieces(placed.block, placed.width)


def _pieces(block: Any, width: float) -> Iterator[Piece]:
    """What a block holds, from its first part to its last; what stands side by side comes one after the other."""
    if isinstance(block, Prose):
        runs = tuple((span.text, (span.weight or block.kind.weight) >= _HEAVY) for span in block.spans)
        yield Para(runs, block.kind.size, block.kind.leading, block.align)
    elif isinstance(block, Lines):
        runs = tuple((run.text, "Bold" in run.face.name) for line in block.lines for run in line.runs)
        yield Para(runs, block.kind.size, block.kind.leading, block.align)
    elif isinstance(block, Figure):
        yield block.picture
    elif isinstance(block, Table):
        yield _grid(block, width)
    elif is_dataclass(block):
        for part in fields(block):
            held = getattr(block, part.name)
            for inner in held if isinstance(held, Sequence) and not isinstance(held, str) else (held,):
                if hasattr(inner, "draw") and part.name != "again":
                    yield from _pieces(inner, width)


def _grid(table: Table, width: float) -> Grid:
    widths = table.widths(width)
    rows = [
        tuple((end - first, tuple(_pieces(cell, widths[first]))) for cell, first, end in row.places())
        for row in table.rows
    ]
    heads = [(1, tuple(_pieces(column.head, wide))) for column, wide in zip(table.columns, widths, strict=True)]
    headed = any(held for _, held in heads)
    return Grid(widths, (tuple(heads), *rows) if headed else tuple(rows), int(headed))

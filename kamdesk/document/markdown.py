"""Notes on paper: Markdown read by markdown-it, HTML switched off, as our own paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from kamdesk.document.arranged import Indented
from kamdesk.document.blocks import Align, Block, Led, Stack
from kamdesk.document.press import Press
from kamdesk.document.style import BOLD, MM
from kamdesk.document.table import Column, Row, Table
from kamdesk.document.text import Span

if TYPE_CHECKING:
    from markdown_it.token import Token

LONGEST = 50_000  # characters; a longer note is printed as it was typed
_PLAIN = re.compile(r"[^\n\\`*_\[\]<>#&!+~|=-]*")  # nothing Markdown could mean
_ALIGN: dict[str, Align] = {"right": "right", "center": "middle"}
_INDENT = 4.5 * MM
_GAP = 3.0
_ABOVE = 4.5  # more over a heading


def note(press: Press, text: str, kind: str = "body") -> Block:
    """The paragraphs, lists and headings of a note as one block, set in one of the types of theme.toml."""
    if len(text) > LONGEST:
        return Stack([press.prose(line, kind) for line in text.splitlines() if line.strip()], _GAP)
    if _PLAIN.fullmatch(text):
        return press.prose(text, kind)
    return Stack(_Reader(press, kind).read(_parser().parse(text)), _GAP)


def _led(made: Sequence[tuple[bool, Block]]) -> list[Block]:
    """The blocks, each heading tied to what follows it."""
    found: list[Block] = []
    for number, (heading, block) in reversed(list(enumerate(made))):
        lead = Stack([Stack(()), block], _ABOVE) if heading and number and not made[number - 1][0] else block
        found.append(Led(lead, found.pop(), _GAP) if heading and found else lead)
    return found[::-1]


@cache
def _parser() -> Any:
    from markdown_it import MarkdownIt  # only notes need it

    rules = MarkdownIt("commonmark", {"html": False}).enable("table")
    return rules.disable(["html_block", "html_inline", "entity"], True)


@dataclass
class _List:
    """A list that is being read; `number` is the next one, 0 in a list of bullets."""

    number: int = 0


@dataclass
class _Reader:
    """Turns tokens into blocks; `_lists` are the lists the reader is inside of."""

    press: Press
    kind: str
    _lists: list[_List] = field(default_factory=list)
    _lead: str = ""
    _quotes: int = 0
    _rows: list[list[Block]] = field(default_factory=list)
    _align: Align = "left"

    def read(self, tokens: Sequence[Token]) -> list[Block]:
        """The blocks in order."""
        made: list[tuple[bool, Block]] = []
        heading = False
        for token in tokens:
            match token.type:
                case "heading_open":
                    heading = True
                case "heading_close":
                    heading = False
                case "bullet_list_open" | "ordered_list_open":
                    start = int(token.attrGet("start") or 1) if token.type.startswith("ordered") else 0
                    self._lists.append(_List(start))
                case "bullet_list_close" | "ordered_list_close":
                    self._lists.pop()
                case "list_item_open":
                    self._lead = self._next_lead()
                case "blockquote_open":
                    self._quotes += 1
                case "blockquote_close":
                    self._quotes -= 1
                case "tr_open":
                    self._rows.append([])
                case "th_open" | "td_open":
                    self._align = _ALIGN.get(str(token.attrGet("style") or "")[11:], "left")
                case "inline" if self._rows:
                    self._rows[-1].append(self._cell(token.children or []))
                case "table_close":
                    made.append((False, self._table()))
                case "inline":
                    made.append((heading, self._placed(self._spans(token.children or [], heading))))
                case "fence" | "code_block":
                    made.append((False, self._placed((Span(token.content.rstrip("\n")),))))
        return _led(made)

    def _cell(self, children: Sequence[Token]) -> Block:
        kind = "head" if len(self._rows) == 1 else "cell" if self.kind == "body" else self.kind
        return self.press.prose(self._spans(children, False), kind, self._align)

    def _table(self) -> Block:
        """The rows read so far under the first of them; the columns share the width by what is in them."""
        head, *rows = self._rows
        self._rows = []
        columns = [Column(cell, 1.0) for cell in head]
        return Table(tuple(columns), [Row(tuple(row)) for row in rows])

    def _next_lead(self) -> str:
        current = self._lists[-1]
        if not current.number:
            return "•"
        current.number += 1
        return f"{current.number - 1}."

    def _placed(self, spans: tuple[Span, ...]) -> Block:
        """The paragraph where it belongs: behind its bullet, indented in a list or a quotation."""
        block: Block = self.press.prose(spans, self.kind)
        lead = self.press.prose((Span(self._lead, 0, "muted"),), self.kind)
        for depth in range(len(self._lists) + self._quotes):
            block = Indented(lead if depth == 0 and self._lead else Stack(()), block, _INDENT)
        self._lead = ""
        return block

    def _spans(self, children: Sequence[Token], strong: bool) -> tuple[Span, ...]:
        return tuple(Span(text, weight, colour) for text, weight, colour in self._runs(children, strong))

    def _runs(self, children: Sequence[Token], strong: bool) -> Iterator[tuple[str, int, str]]:
        depth = int(strong)
        for child in children:
            match child.type:
                case "strong_open" | "em_open":  # Chinese knows no italics; both are key words
                    depth += 1
                case "strong_close" | "em_close":
                    depth -= 1
                case "softbreak" | "hardbreak":  # who presses Enter means a new line
                    yield "\n", 0, ""
                case "link_close":
                    pass
                case "image":
                    yield child.content, BOLD if depth else 0, "muted"
                case _:
                    if child.content:
                        yield child.content, BOLD if depth else 0, ""

"""Notes on paper: headings, tables and what only looks like them."""

from __future__ import annotations

from kamdesk.document import markdown
from kamdesk.document.blocks import Led, Prose, Stack
from kamdesk.document.press import Press
from kamdesk.document.setting import Setter
from kamdesk.document.table import Table
from kamdesk.words import words_for
from tests.document.clients import TODAY

PRESS = Press(words_for("en"), Setter("en"), TODAY)


def test_a_table_is_a_table_and_not_a_row_of_bars() -> None:
    block = markdown.note(PRESS, "| step | sum |\n|---|--:|\n| quote | 12 |\n| visit | 3 |")
    assert isinstance(block, Stack)
    (table,) = block.blocks
    assert isinstance(table, Table)
    assert len(table.rows) == 2
    cells = [cell for row in table.rows for cell in row.cells if isinstance(cell, Prose)]
    assert ["".join(span.text for span in cell.spans) for cell in cells] == ["quote", "12", "visit", "3"]
    assert [cell.align for cell in cells] == ["left", "right"] * 2


def test_a_heading_stands_nearer_to_what_follows_than_to_what_went_before() -> None:
    block = markdown.note(PRESS, "text\n\n## One\ntext\n\n## Two\ntext")
    assert isinstance(block, Stack)
    _, one, two = block.blocks
    for led in (one, two):
        assert isinstance(led, Led)
        assert isinstance(led.lead, Stack)
        assert led.lead.gap > led.gap

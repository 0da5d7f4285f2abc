"""Blocks on pages: tables repeat their head, nothing is lost at a page's end, figures and lines give way in order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kamdesk.document.blocks import Block, Lines, Prose, Stack
from kamdesk.document.flow import Flow, Part
from kamdesk.document.parts import Titled
from kamdesk.document.press import Press
from kamdesk.document.setting import Setter
from kamdesk.document.style import MM, style
from kamdesk.document.table import Row, Table
from kamdesk.words import words_for
from tests.document.clients import TODAY

WIDTH = 174 * MM


@pytest.fixture
def press() -> Press:
    """Makes the blocks of an English document."""
    return Press(words_for("en"), Setter("en"), TODAY)


def table(press: Press, rows: int, text: str = "row") -> Table:
    """A table of two columns."""
    columns = (press.column("No.", align="right"), press.column("What", share=1.0))
    return press.table(columns, [Row((press.cell(str(n)), press.cell(f"{text} {n}"))) for n in range(rows)])


def told(block: Block) -> str:
    """All the text of a block."""
    match block:
        case Prose(_, spans):
            return "".join(span.text for span in spans)
        case Lines(lines):
            return "".join(run.text for line in lines for run in line.runs)
        case Stack(blocks):
            return "".join(told(part) for part in blocks)
        case Titled(title, inner):
            return told(title) + told(inner)
        case Table():
            return "".join(told(cell) for row in block.rows for cell in row.cells)
    return ""


def test_a_table_is_split_between_rows_and_keeps_its_columns(press: Press) -> None:
    whole = table(press, 40)
    halves = whole.split(WIDTH, 300)
    assert halves is not None
    first, rest = halves
    assert isinstance(first, Table)
    assert isinstance(rest, Table)
    assert [*first.rows, *rest.rows] == list(whole.rows)
    assert first.height(WIDTH) <= 300
    assert first.widths(WIDTH) == rest.widths(WIDTH) == whole.widths(WIDTH)
    assert first.columns == rest.columns


def test_a_name_that_only_the_first_of_several_rows_has_stands_again_overleaf(press: Press) -> None:
    name, blank = press.key("Wang Lu"), press.key("")
    rows = [Row((name, press.cell("0")))] + [Row((blank, press.cell("1")), again=name)] * 29
    halves = press.table((press.column("Who"), press.column("What", share=1.0)), rows).split(WIDTH, 200.0)
    assert halves is not None
    for half in halves:
        assert isinstance(half, Table)
        assert [row.cells[0] is name for row in half.rows[:2]] == [True, False]


def test_a_title_stays_with_two_rows_and_is_repeated(press: Press) -> None:
    block = press.titled("Facts", table(press, 10), "a note")
    head = block.height(WIDTH) - 10 * 18.6
    assert block.split(WIDTH, head + 1.5 * 18.6) is None
    halves = block.split(WIDTH, head + 2.5 * 18.6)
    assert halves is not None
    assert isinstance(halves[1], Titled)
    assert told(halves[1].title) == "Facts (continued)"
    assert halves[1].note is None


def test_a_row_is_split_only_when_it_is_taller_than_a_page(press: Press) -> None:
    tall = table(press, 1, "many words " * 2_000)
    assert tall.split(WIDTH, 700) is None
    halves = tall.split(WIDTH, 700, forced=True)
    assert halves is not None
    assert halves[0].height(WIDTH) <= 700
    assert (told(halves[0]) + told(halves[1])).replace(" ", "") == told(tall).replace(" ", "")


def test_columns_share_the_width_and_never_cut_a_number(press: Press) -> None:
    columns = (press.column("Name", share=1.0), *(press.column(f"Column {n}", align="right") for n in range(5)))
    row = Row((press.cell("Somebody with a very long name indeed"), *(press.cell("1,234.56") for _ in range(5))))
    found = press.table(columns, [row]).widths(120 * MM)
    assert sum(found) == pytest.approx(120 * MM)
    assert all(wide >= press.cell("1,234.56").natural() for wide in found[1:])


def test_a_paragraph_leaves_two_lines_on_either_side(press: Press) -> None:
    prose = press.body("word " * 120)
    count = round(prose.height(WIDTH) / 14.5)
    assert prose.split(WIDTH, 1.5 * 14.5) is None
    halves = prose.split(WIDTH, (count - 1) * 14.5 + 1)
    assert halves is not None
    assert round(halves[1].height(WIDTH) / 14.5) == 2


def story(press: Press, parts: list[Part]) -> Flow:
    """The parts as a chapter on pages."""
    flow = Flow()
    flow.add(press.story("P1", "Title", ["A conclusion."], parts))
    return flow


def test_what_fits_one_page_shares_its_spare_height_evenly(press: Press) -> None:
    (page,) = story(press, [Part(table(press, 3)), Part(table(press, 3)), Part(table(press, 3))]).pages
    tops = [placed.y for placed in page.placed[1:]]
    assert tops[1] - tops[0] == pytest.approx(tops[2] - tops[1])


def test_optional_blocks_give_way_before_a_second_page_is_begun(press: Press) -> None:
    body = [Part(table(press, 15)), Part(table(press, 15))]
    note, optional = Part(table(press, 3), gives_way=2), Part(table(press, 2), gives_way=1)
    (page,) = story(press, [*body, note, optional]).pages
    kept = [placed.block for placed in page.placed]
    assert note.block not in kept
    assert optional.block in kept


def test_a_long_chapter_goes_on_under_its_kicker_without_a_second_conclusion(press: Press) -> None:
    pages = story(press, [Part(press.titled("Facts", table(press, 100)))]).pages
    bottom = style().mms("body")[1]
    assert len(pages) == 3
    for page in pages:
        last = page.placed[-1]
        assert last.y + last.block.height(last.width) <= bottom + 0.01
    assert "".join(told(page.placed[-1].block) for page in pages).count("row ") == 100
    assert page.placed[0].block.height(WIDTH) < pages[0].placed[0].block.height(WIDTH)


def test_a_block_that_cannot_be_split_is_printed_all_the_same(press: Press) -> None:
    class Rock:
        def natural(self) -> float:
            return WIDTH

        def least(self) -> float:
            return WIDTH

        def height(self, width: float) -> float:
            return 2_000.0

        def draw(self, sheets: object, x: float, y: float, width: float) -> None: ...

        def split(self, width: float, room: float, forced: bool = False) -> None:
            return None

    pages = story(press, [Part(table(press, 2)), Part(Rock()), Part(table(press, 2))]).pages
    assert [len(page.placed) for page in pages] == [2, 2, 2]


def _many_rows(press: Press, head: str = "", share: float = 0.7) -> Table:
    """A table as tall as some share of a page."""
    top, bottom = style().mms("body")
    return press.table((press.column(head),), [Row((press.cell("x"),))] * int(share * (bottom - top) / 18.6))


def _with_appendix(press: Press, parts: list[Part]) -> list[list[Block]]:
    flow = Flow()
    flow.add(press.story("P2", "Profile", ["Told."], parts))
    flow.add(replace(press.story("", "Appendix", [], ()), appendix=True))
    return [[placed.block for placed in page.placed] for page in flow.pages]


def test_what_is_looked_up_moves_to_the_appendix_when_a_chapter_has_no_room(press: Press) -> None:
    stays, moves = _many_rows(press), _many_rows(press, "Name")
    on = _with_appendix(press, [Part(moves, moves=True), Part(stays)])
    assert [stays in blocks for blocks in on] == [True, False]
    assert [moves in blocks for blocks in on] == [False, True]


def test_what_is_looked_up_stays_where_there_is_room_and_there_is_no_empty_appendix(press: Press) -> None:
    stays, moves = press.cell("read"), _many_rows(press)
    (page,) = _with_appendix(press, [Part(stays), Part(moves, moves=True)])
    assert stays in page
    assert moves in page


def test_a_block_is_shown_in_part_and_stands_whole_in_the_appendix(press: Press) -> None:
    part, whole = press.cell("part"), _many_rows(press, "Name")
    first, last = _with_appendix(press, [Part(_many_rows(press)), Part(part, whole=whole)])
    assert part in first
    assert whole not in first
    assert whole in last
    (page,) = _with_appendix(press, [Part(part, whole=whole)])
    assert whole in page
    assert part not in page


def test_a_block_that_shows_all_there_is_does_not_stand_in_the_appendix_as_well(press: Press) -> None:
    told = press.cell("all there is")
    pages = _with_appendix(press, [Part(_many_rows(press)), Part(_many_rows(press)), Part(told, whole=told)])
    assert sum(told in blocks for blocks in pages) == 1


def test_a_short_chapter_stands_below_another_unless_that_has_its_page_for_itself(press: Press) -> None:
    def told(alone: bool) -> int:
        flow = Flow()
        for number in range(2):
            story = press.story(f"P{number}", "Title", ["Told."], [Part(press.cell("x"))])
            flow.add(replace(story, alone=alone and not number))
        return len(flow.pages)

    assert told(alone=False) == 1
    assert told(alone=True) == 2


@pytest.mark.parametrize(
    ("before", "length", "pages"),
    [
        (0.6, 0.9, 2),  # too little is left for a chapter that fits a page of its own
        (0.5, 1.3, 2),  # one of two pages begins in the half, and needs no third
        (0.8, 1.4, 3),
    ],
)
def test_a_long_chapter_begins_below_another_where_that_leaves_room(
    press: Press, before: float, length: float, pages: int
) -> None:
    flow = Flow()
    flow.add(press.story("P1", "First", ["Told."], [Part(_many_rows(press, share=before))]))
    flow.add(press.story("P2", "Second", ["Told."], [Part(_many_rows(press, share=length - 0.1))]))
    assert len(flow.pages) == pages


def test_a_chapter_that_fits_a_page_is_not_begun_where_it_must_go_on_overleaf(press: Press) -> None:
    tables = [_many_rows(press, share=share) for share in (0.4, 0.4, 0.3)]
    flow = Flow()
    flow.add(press.story("P9", "First", ["Told."], [Part(tables[0])]))
    flow.add(press.story("V1", "Second", ["Told."], [Part(table) for table in tables[1:]]))
    assert [[placed.block for placed in page.placed if placed.block in tables] for page in flow.pages] == [
        tables[:1],
        tables[1:],
    ]


def test_a_smaller_block_is_taken_before_one_gives_way(press: Press) -> None:
    big, small = _many_rows(press, share=0.5), _many_rows(press, share=0.2)
    (page,) = story(press, [Part(_many_rows(press, share=0.6)), Part(big, gives_way=1, smaller=small)]).pages
    assert small in [placed.block for placed in page.placed]


def test_a_chapter_that_can_be_squeezed_onto_a_page_is_not_begun_below_another(press: Press) -> None:
    big, small, last = (_many_rows(press, share=share) for share in (0.9, 0.6, 0.2))
    flow = story(press, [Part(_many_rows(press, share=0.4))])
    flow.add(press.story("P2", "Second", ["Told."], [Part(big, smaller=small), Part(last)]))
    assert [placed.block for placed in flow.pages[1].placed][1:] == [small, last]


def test_a_column_that_lacks_width_gets_what_a_sharing_one_has_too_much(press: Press) -> None:
    words = "should be at most thirty days old"
    columns = (press.column(share=1.0), press.column())
    table = press.table(columns, [Row((press.cell("short"), press.cell(words)))])
    assert table.widths(238.0)[1] >= press.cell(words).natural()

"""Pasting a table into the comparison: what is refused is said by cell, the rest is one step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.client.cell_text import tell_cell
from kamdesk.desk.pasting import plan_paste
from kamdesk.desk.rivals import in_order, standing_of
from kamdesk.desk.table_text import read_table, write_table
from kamdesk.words import words_for
from tests.client.worked import SHARED, worked
from tests.stepped import done

EN = words_for("en")
TODAY = date(2026, 3, 20)
COLUMNS = ["name", "importance", "wants", "us", "kerui", "brandt", "tactic"]


def plan(text, row=0, column=1, client=None):
    return plan_paste(client or worked(), SHARED, COLUMNS, row, column, text, TODAY)


def problems(found):
    return [(cell.row, cell.column, cell.problem.tell(EN)) for cell in found.cells if cell.problem]


@pytest.mark.parametrize(
    ("cell", "line"),
    [
        ("交付\n周期", "交付周期"),
        ("三周 \r\n以内，\n免费", "三周以内，免费"),
        ("交付 周期", "交付 周期"),
        ("two\nweeks", "two weeks"),
        ("ABC\n周期", "ABC 周期"),
    ],
)
def test_han_broken_over_lines_stands_together_again(cell, line):
    found = plan(f'"{cell}"', column=0)
    assert [item.value for item in found.cells] == [{"name": line}]
    found = plan(f'"{cell}"', column=3)
    assert [item.value for item in found.cells] == [{"value": line}]


def test_a_table_is_laid_over_the_sheet_as_one_step():
    found = plan("20%\tfast\t5: 3 weeks\t2\n?\t\t\t?")
    after = done(worked(), found.step)
    quality, price = in_order(after)[:2]
    assert (quality.importance, quality.wants, quality.score, quality.value) == (Decimal(20), "fast", 5, "3 weeks")
    assert standing_of(after, "Quality", "kerui").score == 2
    assert (price.importance, price.wants, price.score) == (None, "", None)
    assert standing_of(after, "Price", "kerui").score is None
    assert (found.refused, found.new_needs) == (0, ())
    assert found.step.said.tell(EN) == "Paste 8 cells"


def test_what_does_not_fit_is_refused_cell_by_cell_and_the_rest_is_kept():
    found = plan("much\tok\t4\t3\t5\tAttack\tbeyond\n140", column=1)
    assert problems(found) == [
        (0, "importance", "“much” is no percentage; write 30 or 12.5"),
        (0, "tactic", "This column is worked out"),
        (0, "", "There is no column here"),
        (1, "importance", "140 is not between 0 and 100"),
    ]
    assert found.refused == 4
    after = done(worked(), found.step)
    assert in_order(after)[0].importance == Decimal(30)
    assert in_order(after)[0].wants == "ok"
    assert standing_of(after, "Quality", "brandt").score == 5


def test_ragged_rows_touch_only_what_they_have():
    client = worked()
    after = done(client, plan("10\n20\tx\n30", client=client).step)
    assert [float(item.importance) for item in in_order(after)] == [10, 20, 30, 15, 10]
    assert [item.wants for item in in_order(after)] == ["", "x", "", "", ""]


def test_rows_below_the_last_need_make_new_ones_where_they_are_named():
    found = plan("Colour\t5\nSmell\t\n\t7", row=4, column=0)
    assert found.new_needs == ("Smell",)
    assert problems(found) == [
        (6, "name", "There is no need in this row, and none is named"),
        (6, "importance", "There is no need in this row, and none is named"),
    ]
    after = in_order(done(worked(), found.step))
    assert [item.name for item in after] == ["Quality", "Price", "Delivery", "Service", "Colour", "Smell"]
    assert [item.importance for item in after][-2:] == [Decimal(5), None]
    assert [item.owner for item in after] == ["hx"] * 6


def test_without_their_names_rows_below_the_last_are_refused():
    found = plan("1\n2\n3", row=3, column=3)
    assert problems(found) == [(5, "us", "There is no need in this row, and none is named")]
    assert found.new_needs == ()
    assert [item.score for item in in_order(done(worked(), found.step))] == [4, 2, 4, 1, 2]


def test_an_empty_name_is_refused_and_a_new_one_renames():
    found = plan("\nCost", column=0)
    assert problems(found) == [(0, "name", "“Need” must not be empty")]
    assert [item.name for item in in_order(done(worked(), found.step))][:2] == ["Quality", "Cost"]


def test_a_cell_that_said_nothing_is_as_of_today_and_others_keep_their_day():
    client = worked()
    bare = tuple(replace(item, score=None, day=None) if item.key == "Price" else item for item in client.factors)
    client = replace(client, factors=bare)
    after = in_order(done(client, plan("5\n3", column=3, client=client).step))
    assert [item.day for item in after][:2] == [client.factors[0].day, TODAY]


def test_text_in_a_score_is_its_value_and_a_book_is_refused():
    found = plan("about four weeks\n" + "x" * 1001, column=3)
    assert problems(found) == [(1, "us", "Longer than 1000 characters")]
    after = in_order(done(worked(), found.step))[0]
    assert (after.value, after.score) == ("about four weeks", 4)


def test_a_list_that_was_copied_by_mistake_is_cut_and_that_is_said():
    found = plan("\n".join(f"need {number}\t1" for number in range(602)), column=0)
    assert problems(found) == [(500, "", "102 more rows are too many")]
    assert len(found.new_needs) == 495


def test_pasting_nothing_or_the_same_changes_nothing():
    assert plan("").step.edits == ()
    assert plan("").cells == ()
    assert plan("30\t\t4\t3").step.edits == ()


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a\tb\r\nc\r\n", [["a", "b"], ["c"]]),
        ('"two\nlines"\tb\n', [["two\nlines", "b"]]),
        ('"say ""so"""', [['say "so"']]),
        ('15" screen\tx', [['15" screen', "x"]]),
        ('"15 inch\tx\ny', [['"15 inch', "x"], ["y"]]),
        ("a;b\nc;d", [["a", "b"], ["c", "d"]]),
        ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
        ("3,5\n4,5", [["3,5"], ["4,5"]]),
        ("fast, good", [["fast, good"]]),
        ("one, two\nthree", [["one, two"], ["three"]]),
        ("\n\na", [[""], [""], ["a"]]),
        ("\t\t", [["", "", ""]]),
        ("a\x00b", [["ab"]]),
        ("", []),
    ],
)
def test_tables_are_read_as_spreadsheets_write_them(text, rows):
    assert read_table(text) == rows


CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=8)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=4))
def test_what_is_copied_is_what_is_pasted(rows):
    assert read_table(write_table(rows)) == rows


@given(st.text(max_size=60))
def test_no_text_is_too_odd_to_paste(text):
    found = plan(text)
    assert all((cell.problem is None) is (cell.value is not None) for cell in found.cells)
    done(worked(), found.step)


VALUES = st.tuples(st.one_of(st.none(), st.integers(1, 5)), st.sampled_from(["", "3 weeks", "?", "1:1", "a\tb, c"]))


@given(st.lists(VALUES, min_size=5, max_size=5))
def test_a_column_that_is_copied_and_pasted_back_is_the_same(values):
    client = worked()
    factors = tuple(
        replace(item, score=score, value=value.replace("\t", " "))
        for item, (score, value) in zip(client.factors, values, strict=True)
    )
    client = replace(client, factors=factors)
    copied = write_table([[tell_cell(item.value, item.score)] for item in factors])
    blank = replace(client, factors=tuple(replace(item, score=None, value="") for item in factors))
    after = done(blank, plan(copied, column=3, client=blank).step)
    assert [(item.score, item.value) for item in in_order(after)] == [(item.score, item.value) for item in factors]


def test_a_name_no_need_can_have_makes_none_and_its_row_is_refused():
    found = plan("x" * 1001 + "\t10\nTraining\t10", row=5, column=0)
    assert [(row, column) for row, column, _ in problems(found)] == [(5, "name"), (5, "importance")]
    assert problems(found)[0][-1] == "Longer than 1000 characters"
    assert found.new_needs == ("Training",)

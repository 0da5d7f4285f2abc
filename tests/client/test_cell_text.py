"""A cell of the comparison as one line of text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.client.cell_text import read_cell, tell_cell


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("5", {"score": 5}),
        ("５", {"score": 5}),
        ("6", {"value": "6"}),
        ("3 weeks", {"value": "3 weeks"}),
        ("5: 3 weeks", {"score": 5, "value": "3 weeks"}),
        ("5：3 周", {"score": 5, "value": "3 周"}),
        ("4:", {"score": 4, "value": ""}),
        ("1:1 support", {"value": "1:1 support"}),
        ("?: 24 h", {"score": None, "value": "24 h"}),
        ("?", {"score": None, "value": ""}),
        ("？", {"score": None, "value": ""}),
        ("  ", {"score": None, "value": ""}),
        ("≤ 95\n万", {"value": "≤ 95 万"}),
    ],
)
def test_a_typed_cell_is_score_value_both_or_unknown(text: str, values: dict[str, object]) -> None:
    assert read_cell(text) == values


@given(st.text(max_size=20), st.sampled_from([None, 1, 2, 3, 4, 5]))
def test_what_is_copied_reads_back(text: str, score: int | None) -> None:
    value = " ".join(text.split())
    empty = {"value": "", "score": None}
    assert empty | read_cell(tell_cell(value, score)) == {"value": value, "score": score}

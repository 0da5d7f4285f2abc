"""What the relationship adds to the product (T4)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kamdesk.client.account import account
from kamdesk.client.comparing import comparison
from kamdesk.client.overlay import overlay
from kamdesk.words import words_for
from tests.client.worked import DAY, MATRIX, SHARED, STRONG, worked

EN = words_for("en")
WEAK = {**MATRIX, "Quality": (30, 2, 4)}


def found(matrix, ours, theirs):
    client = worked(matrix, ours=ours, theirs=theirs)
    return overlay(comparison(client, SHARED), account(client, DAY))


@pytest.mark.parametrize(
    ("matrix", "ours", "theirs", "signs", "advice"),
    [
        (STRONG, 4, 2, (True, True), "close fast"),
        (STRONG, 2, 4, (True, False), "level of contact"),
        (WEAK, 4, 2, (False, True), "Shape the criteria"),
        (WEAK, 2, 4, (False, False), "one piece"),
        (STRONG, 3, 3, (True, None), "tie the people to it"),
        (MATRIX, 4, 2, (None, True), "write the criteria"),
        (MATRIX, 3, 3, (None, None), "breaks the tie"),
        (MATRIX, 2, 4, (None, False), "before the criteria"),
        (WEAK, 3, 3, (False, None), "shape the criteria"),
    ],
)
def test_the_two_signs_say_what_to_do(matrix, ours, theirs, signs, advice):
    both = found(matrix, ours, theirs)
    assert (both.product, both.relation) == signs
    assert advice in both.advice.tell(EN)


def test_the_signs_are_told_with_their_figures():
    assert found(MATRIX, 3, 3).said.tell(EN) == "Product 3.55 to 3.55, relationship ±0"


def test_there_is_none_while_a_side_is_unknown():
    assert found({**MATRIX, "Price": (25, None, 4)}, 3, 3) is None
    assert found(MATRIX, 3, None) is None
    nobody = replace(SHARED, rivals=())
    client = worked()
    assert overlay(comparison(client, nobody), account(client, DAY)) is None

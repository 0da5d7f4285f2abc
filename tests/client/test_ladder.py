"""The concession ladder and the limit of authority."""

from __future__ import annotations

import pytest

from kamdesk.client.ladder import beyond, ladders, warning
from kamdesk.client.visit_records import Concession, Step, Visit
from kamdesk.words import words_for

VISIT = Visit(key="v")
EN = words_for("en")


def rung(offer, step, rank, item="Price", **values):
    return Concession(visit="v", item=item, offer=offer, step=step, rank=rank, **values)


def ladder(first, last, limit, call=""):
    rungs = (rung(first, Step.OPEN, 1, authority=limit, call=call), rung(last, Step.FLOOR, 2))
    return ladders(VISIT, rungs)[0]


def test_each_item_has_its_own_ladder_in_order():
    rungs = [
        rung("92", Step.FLOOR, 3),
        rung("98", Step.OPEN, 1),
        rung("60 d", Step.OPEN, 2, "Terms"),
        rung("95", Step.NEXT, 2, unit="万"),
        Concession(visit="other", item="Price", offer="1", step=Step.OPEN),
    ]
    price, terms = ladders(VISIT, rungs)
    assert [item.offer for item in price.rungs] == ["98", "95", "92"]
    assert (price.opening.offer, price.floor.offer, price.unit) == ("98", "92", "万")
    assert (terms.item, terms.floor, terms.authority) == ("Terms", None, "")


@pytest.mark.parametrize(
    ("first", "last", "limit", "far"),
    [
        ("98", "92", "95", True),  # a price goes down
        ("98", "95", "95", False),
        ("60 d", "90 d", "75 d", True),  # days to pay go up
        ("60", "75", "75", False),
        ("100", "94", "5 %", True),  # percent of the way from the opening
        ("100", "96", "5%", False),
        ("0 %", "8 %", "5 %", True),
        ("1,200 €", "980 €", "1,000", True),
        ("98", "92", "", False),  # nothing said
        ("98", "92", "ask Zhou", False),
        ("free", "one year free", "95", False),
        ("98", "98", "95", False),  # no way either up or down
    ],
)
def test_a_floor_beyond_authority_is_noticed(first, last, limit, far):
    found = ladder(first, last, limit)
    assert beyond(found, found.floor) is far
    assert (warning(found) is not None) is far


def test_the_warning_names_whom_to_ask():
    assert warning(ladder("98", "92", "95", "Zhou")).tell(EN) == (
        "Price: the floor 92 is beyond my authority 95; ask Zhou first"
    )
    rungs = (rung("98", Step.OPEN, 1, authority="95"), rung("94", Step.NEXT, 2), rung("92", Step.FLOOR, 3))
    assert warning(ladders(VISIT, rungs)[0]).tell(EN) == "Price: 94 is beyond my authority 95"

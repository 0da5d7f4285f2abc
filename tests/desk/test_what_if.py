"""What if: cells tried over a client, what would move, and one step to keep it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kamdesk.client.account import account
from kamdesk.client.comparing import comparison
from kamdesk.desk.what_if import IMPORTANCE, WhatIf
from kamdesk.words import words_for
from tests.client.worked import DAY, MATRIX, SHARED, worked
from tests.stepped import done

EN = words_for("en")


def tried(client=None):
    return WhatIf(client or worked(), SHARED)


def moved(what):
    return [(item.said.tell(EN), item.factor) for item in what.moved(account(what.real, DAY), DAY)]


def test_nothing_tried_is_nothing_kept():
    what = tried()
    assert (what.edits, what.changed, moved(what), what.step()) == ((), frozenset(), [], None)


def test_the_methods_shift_of_ten_points_hands_us_a_kill_point():
    what = tried()
    what.try_("Service", IMPORTANCE, 25)
    what.try_("Price", IMPORTANCE, 15)
    assert moved(what) == [
        ("Stance Flanking → Develop", ""),  # the lead is on what matters most now, none is left beside it
        ("Price: Defend → Ignore", "Price"),
        ("Service: Raise importance → Attack", "Service"),
        ("Kill point gained: Service", "Service"),
        ("No longer fatal: Price", "Price"),
        ("Us: 3.55 → 3.85", ""),
        ("Kerui: 3.55 → 3.45", ""),
    ]
    assert what.changed == {("Service", IMPORTANCE), ("Price", IMPORTANCE)}
    assert comparison(what.client, SHARED).total == 3.85
    assert comparison(what.real, SHARED).total == 3.55


def test_the_stance_moves_too():
    what = tried()
    what.try_("Service", None, 3)
    assert moved(what)[:2] == [("Stance Flanking → Develop", ""), ("Service: Raise importance → Ignore", "Service")]


def test_what_becomes_unknown_is_said_so():
    what = tried()
    what.try_("Price", "kerui", None)
    assert ("Price: Defend → unknown", "Price") in moved(what)
    assert ("Stance Flanking → unknown", "") in moved(what)
    assert ("Kerui: 3.55 → ?", "") in moved(what)


def test_a_cell_nobody_has_written_yet_can_be_tried():
    what = tried()
    what.try_("Price", "brandt", 5)
    what.try_("Price", "brandt", 4)
    assert what.changed == {("Price", "brandt")}
    after = done(what.real, what.step())
    assert [(item.rival, item.score) for item in after.standings][-1] == ("brandt", 4)


def test_trying_the_same_again_takes_it_back():
    what = tried()
    what.try_("Price", None, 5)
    what.try_("Price", None, 2)
    assert (what.edits, what.step()) == ((), None)


def test_keeping_is_one_step_that_makes_the_tried_client():
    what = tried()
    what.try_("Price", None, 4)
    what.try_("Quality", "kerui", 1)
    what.try_("Brand", IMPORTANCE, None)
    step = what.step()
    assert step.said.tell(EN) == "Keep what was tried, 3 cells"
    assert done(what.real, step) == what.client


CELL = st.tuples(
    st.sampled_from(sorted(MATRIX)),
    st.sampled_from([IMPORTANCE, None, "kerui", "brandt"]),
    st.one_of(st.none(), st.integers(1, 5)),
)


@given(st.lists(CELL, max_size=8))
def test_whatever_is_tried_can_be_kept_and_told(cells):
    what = tried()
    for factor, column, value in cells:
        what.try_(factor, column, value)
    told = moved(what)
    step = what.step()
    assert bool(step) is bool(what.edits)
    assert not told or step
    after = done(what.real, step) if step else what.real
    assert comparison(after, SHARED).rows == comparison(what.client, SHARED).rows
    assert replace(after, standings=(), factors=()) == replace(what.real, standings=(), factors=())


def test_a_weight_is_a_decimal_whatever_is_typed():
    what = tried()
    what.try_("Price", IMPORTANCE, Decimal("12.5"))
    assert next(item for item in what.client.factors if item.key == "Price").importance == Decimal("12.5")

"""The three-way comparison, with the worked matrix of the method."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.client.client import WORKSPACE, Client, Workspace
from kamdesk.client.company import Company
from kamdesk.client.comparing import (
    ADVICE,
    ICONS,
    Importance,
    State,
    Tactic,
    against,
    comparison,
    evidence_of,
    sheet_warnings,
    stale,
    tactic_for,
)
from kamdesk.client.library import Profile
from kamdesk.client.rival_records import Factor, Rival, Standing
from kamdesk.client.rules import Rules
from kamdesk.paths import resource
from kamdesk.words import words_for

KERUI = Rival(key="kerui", name="科瑞自动化", short="Kerui")
BRANDT = Rival(key="brandt", name="Brandt GmbH", short="Brandt")
WORKSPACE_OF_TWO = Workspace(profile=Profile(key=WORKSPACE), rivals=(BRANDT, KERUI))
MATRIX = {
    "Quality": (30, 4, 3),
    "Price": (25, 2, 4),
    "Delivery": (20, 4, 4),
    "Service": (15, 5, 3),
    "Brand": (10, 3, 4),
}


def client(matrix, **more):
    """A client whose needs are name → (importance, our score, the rival's score)."""
    factors, standings = [], []
    for rank, (name, (importance, ours, theirs)) in enumerate(matrix.items()):
        weight = None if importance is None else Decimal(importance)
        factors.append(Factor(key=name, name=name, importance=weight, score=ours, rank=rank))
        if theirs is not None:
            standings.append(Standing(factor=name, rival="kerui", score=theirs))
    return Client(
        company=Company(name="华星", rival="kerui"), factors=tuple(factors), standings=tuple(standings), **more
    )


def sheet(matrix, **more):
    return comparison(client(matrix, **more), WORKSPACE_OF_TWO)


def test_the_worked_matrix_ties_at_3_55():
    found = sheet(MATRIX)
    assert (found.total, found.totals["kerui"]) == (3.55, 3.55)
    assert found.note is None


def test_the_worked_matrix_has_the_methods_classes_and_tactics():
    rows = sheet(MATRIX).rows
    high, mid, low = Importance
    assert [row.importance for row in rows] == [high, high, mid, low, low]
    assert [row.gap for row in rows] == [1, -2, 0, 2, -1]
    attack, defend = Tactic.ATTACK, Tactic.DEFEND
    assert [row.tactic for row in rows] == [attack, defend, Tactic.HOLD, Tactic.RAISE, Tactic.IGNORE]
    assert [row.impact for row in rows] == pytest.approx([0.3, -0.5, 0, 0.3, -0.1])


def test_price_is_the_fatal_weakness_and_nothing_is_a_kill_point_yet():
    found = sheet(MATRIX)
    assert [row.factor.name for row in found.fatal] == ["Price"]
    assert found.kill_points == ()
    moved = sheet(MATRIX | {"Price": (15, 2, 4), "Service": (25, 5, 3)})
    assert [row.factor.name for row in moved.kill_points] == ["Service"]
    assert (moved.total, moved.totals["kerui"]) == (3.85, 3.45)


@pytest.mark.parametrize(
    ("importance", "gap", "tactic"),
    [
        *(("high", 1, "attack"), ("high", 0, "neutralise_differentiate"), ("high", -1, "defend")),
        *(("mid", 3, "support"), ("mid", 0, "hold"), ("mid", -2, "neutralise")),
        *(("low", 1, "raise"), ("low", 0, "ignore"), ("low", -4, "ignore")),
    ],
)
def test_a_tactic_comes_from_importance_and_gap(importance, gap, tactic):
    assert tactic_for(Importance(importance), gap) is Tactic(tactic)


def test_every_tactic_has_advice_and_an_icon_that_exists():
    assert set(ADVICE) == set(ICONS) == set(Tactic)
    assert all(resource("icons", f"{name}.svg").exists() for name in ICONS.values())
    assert len(set(ICONS.values())) == len(Tactic)


def test_a_tactic_names_the_cells_it_rests_on():
    whole = client(MATRIX)
    priced = replace(whole, factors=(replace(whole.factors[0], value="99.4%"), *whole.factors[1:]))
    brandt = Standing(factor="Price", rival="brandt", score=3)
    found = comparison(replace(priced, standings=(*priced.standings, brandt)), WORKSPACE_OF_TWO)
    told = [chip.tell(words_for("en")) for chip in found.rows[0].reason]
    assert told == ["Weight 30, High", "Us 4: 99.4%", "Kerui 3", "Brandt: unknown", "Gap to the best +1"]


def test_the_best_rival_decides_and_the_main_one_comes_first():
    whole = client(MATRIX)
    brandt = Standing(factor="Quality", rival="brandt", score=5)
    found = comparison(replace(whole, standings=(*whole.standings, brandt)), WORKSPACE_OF_TWO)
    assert [rival.key for rival in found.rivals] == ["kerui", "brandt"]
    quality = found.rows[0]
    assert (quality.gap, quality.gap_main, quality.gaps) == (-1, 1, {"kerui": 1, "brandt": -1})
    assert quality.best_rivals == ("brandt",)
    assert quality.tactic is Tactic.DEFEND
    assert found.totals["brandt"] is None
    assert found.missing == {"": 0, "kerui": 0, "brandt": 4}


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ((25, None, 4), "Our score is missing"),
        ((25, 2, None), "No rival's score is known"),
        ((None, 2, 4), "Weight is missing"),
    ],
)
def test_no_tactic_comes_from_thin_air(cell, why):
    row = sheet(MATRIX | {"Price": cell}).rows[1]
    assert row.tactic is None
    assert [reason.tell(words_for("en")) for reason in row.reason] == [why]
    assert row.impact is None
    assert not row.fatal


def test_a_total_with_an_unknown_score_is_unknown():
    assert sheet(MATRIX | {"Price": (25, None, 4)}).total is None
    assert sheet({}).total is None


def test_a_need_without_weight_does_not_take_part_in_the_total():
    assert sheet(MATRIX | {"Colour": (None, None, None)}).total == 3.55


def test_weights_that_do_not_sum_to_100_are_shares_and_that_is_said():
    doubled = {name: (importance * 2, ours, theirs) for name, (importance, ours, theirs) in MATRIX.items()}
    found = sheet(doubled)
    assert found.total == 3.55
    assert [row.share for row in found.rows] == [30, 25, 20, 15, 10]
    assert found.note.tell(words_for("en")) == "Weights sum to 200 and are counted as shares of 100"


def test_more_than_eight_needs_are_said_to_be_too_many():
    found = sheet({f"need {number}": (10, 3, 3) for number in range(10)})
    assert [note.tell(words_for("en")) for note in found.notes] == ["10 needs are too many to act on; 8 are enough"]
    odd = sheet({f"need {number}": (5, 3, 3) for number in range(10)})
    assert [note.tell(words_for("en")) for note in odd.notes] == [
        "10 needs are too many to act on; 8 are enough",
        "Weights sum to 50 and are counted as shares of 100",
    ]


def test_a_client_without_rivals_has_no_gaps():
    found = comparison(client(MATRIX), Workspace(profile=Profile(key=WORKSPACE)))
    assert found.rivals == ()
    assert all(row.tactic is None for row in found.rows)
    assert found.rival("kerui") is None


def test_rows_and_rivals_are_found_by_key():
    found = sheet(MATRIX)
    assert found.row("Price") == found.rows[1]
    assert found.row("nothing") is None
    assert found.rival("kerui") == KERUI


def test_a_rivals_fact_is_stale_after_ninety_days():
    today = date(2026, 11, 23)
    assert [stale(today - timedelta(days), today) for days in (0, 90, 91)] == [False, False, True]
    assert stale(None, today)


def test_the_numbers_of_the_classes_and_tactics_are_rules():
    rules = Rules(high_from=160, low_to=40, gap=2, kill_gap=3, most_needs=4)
    found = comparison(replace(client(MATRIX), rules=rules), WORKSPACE_OF_TWO)
    high, mid, low = Importance
    assert [row.importance for row in found.rows] == [mid, mid, mid, mid, mid]
    assert [row.tactic for row in found.rows][:4] == [Tactic.HOLD, Tactic.NEUTRALISE, Tactic.HOLD, Tactic.SUPPORT]
    assert found.fatal == ()
    assert found.note.tell(words_for("en")) == "5 needs are too many to act on; 4 are enough"
    assert tactic_for(high, 1, rules) is Tactic.NEUTRALISE_DIFFERENTIATE
    assert tactic_for(low, 2, rules) is Tactic.RAISE


def test_every_measure_can_be_asked_against_another_rival():
    whole = client(MATRIX)
    assert against(whole, "kerui") is whole
    brandt = Standing(factor="Quality", rival="brandt", score=5)
    turned = against(replace(whole, standings=(*whole.standings, brandt)), "brandt")
    assert comparison(turned, WORKSPACE_OF_TWO).main == "brandt"


@pytest.mark.parametrize(
    ("source", "age", "state"),
    [
        *(("", 0, State.MISSING), (" ", 0, State.MISSING)),
        *(("test", None, State.OLD), ("test", 91, State.OLD), ("test", 90, State.FRESH)),
    ],
)
def test_a_cell_rests_on_its_source_and_its_age(source, age, state):
    today = date(2026, 11, 23)
    day = None if age is None else today - timedelta(age)
    assert evidence_of(Factor(name="x", source=source, day=day), today) is state
    assert evidence_of(Standing(source=source, day=day), today) is state
    assert (
        evidence_of(Factor(name="x", source="test", day=today), today + timedelta(9), Rules(stale_days=8)) is State.OLD
    )


def test_the_sheet_warns_of_weights_and_of_cells_that_rest_on_nothing():
    today = date(2026, 11, 23)
    whole = client(MATRIX | {"Price": (None, 2, None), "Delivery": (30, None, 4)})
    factors = tuple(
        replace(item, source="test", day=today - timedelta(100) if item.name == "Quality" else today)
        for item in whole.factors
    )
    standings = tuple(replace(item, source="test", day=None) for item in whole.standings)
    found = sheet_warnings(replace(whole, factors=factors, standings=standings), WORKSPACE_OF_TWO, today)
    told = [(item.said.tell(words_for("en")), item.factor, item.rival) for item in found]
    assert told == [
        ("Weights sum to 85 and are counted as shares of 100", "", ""),
        ("Quality, Us: 100 d old", "Quality", ""),
        ("Quality, Kerui: no date", "Quality", "kerui"),
        ("Price: weight unknown", "Price", ""),
        ("Price, Kerui: unknown", "Price", "kerui"),
        ("Delivery, Us: unknown", "Delivery", ""),
        ("Delivery, Kerui: no date", "Delivery", "kerui"),
        ("Service, Kerui: no date", "Service", "kerui"),
        ("Brand, Kerui: no date", "Brand", "kerui"),
    ]
    bare = sheet_warnings(client({"Price": (100, 2, 4)}), WORKSPACE_OF_TWO, today)
    assert [item.said.tell(words_for("en")) for item in bare] == ["Price, Us: no source", "Price, Kerui: no source"]


CELL = st.tuples(st.integers(1, 40), st.integers(1, 5), st.integers(1, 5))
MIRROR = {
    Tactic.ATTACK: Tactic.DEFEND,
    Tactic.SUPPORT: Tactic.NEUTRALISE,
    Tactic.RAISE: Tactic.IGNORE,
    Tactic.HOLD: Tactic.HOLD,
    Tactic.NEUTRALISE_DIFFERENTIATE: Tactic.NEUTRALISE_DIFFERENTIATE,
}


@given(st.lists(CELL, min_size=1, max_size=8))
def test_exchanging_us_and_the_rival_mirrors_attack_and_defence(cells):
    ahead = sheet({str(n): cell for n, cell in enumerate(cells)})
    behind = sheet({str(n): (p, theirs, ours) for n, (p, ours, theirs) in enumerate(cells)})
    assert (ahead.total, ahead.totals["kerui"]) == (behind.totals["kerui"], behind.total)
    for row, mirrored in zip(ahead.rows, behind.rows, strict=True):
        assert row.gap == -mirrored.gap
        assert row.kill_point == mirrored.fatal
        if row.tactic in MIRROR and row.gap >= 0:
            assert mirrored.tactic is MIRROR[row.tactic] or row.importance is Importance.LOW


@given(st.lists(CELL, min_size=1, max_size=8), st.integers(2, 9))
def test_importance_has_no_scale(cells, factor):
    once = sheet({str(n): cell for n, cell in enumerate(cells)})
    more = sheet({str(n): (p * factor, ours, theirs) for n, (p, ours, theirs) in enumerate(cells)})
    assert [row.tactic for row in once.rows] == [row.tactic for row in more.rows]
    assert once.total == pytest.approx(more.total)


@given(st.lists(CELL, min_size=1, max_size=8), st.data())
def test_an_unknown_cell_never_gives_a_tactic(cells, data):
    matrix = {str(number): cell for number, cell in enumerate(cells)}
    name = data.draw(st.sampled_from(sorted(matrix)))
    known = dict(zip(("weight", "us", "them"), matrix[name], strict=True))
    known[data.draw(st.sampled_from(sorted(known)))] = None
    row = sheet(matrix | {name: tuple(known.values())}).row(name)
    assert (row.tactic, row.impact, row.kill_point, row.fatal) == (None, None, False, False)
    assert row.reason

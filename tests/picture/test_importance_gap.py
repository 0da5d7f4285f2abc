"""The chart of importance against gap: labels never collide, unknown is left out."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kamdesk.client.client import WORKSPACE, Client, Workspace
from kamdesk.client.company import Company
from kamdesk.client.comparing import Tactic, comparison
from kamdesk.client.library import Profile
from kamdesk.client.rival_records import Factor, Rival, Standing
from kamdesk.client.rules import Rules
from kamdesk.picture.importance_gap import importance_gap, ringed
from kamdesk.picture.manner import MM, PAPER, SCREEN
from kamdesk.picture.shapes import Circle, Polygon, Rectangle
from kamdesk.words import words_for

WORDS = {tactic: words_for("en").tr(tactic.label) for tactic in Tactic}
WORKED = {
    "Quality": (30, 4, 3),
    "Price": (25, 2, 4),
    "Delivery": (20, 4, 4),
    "Service": (15, 5, 3),
    "Brand": (10, 3, 4),
}


def rows(matrix):
    factors = [Factor(key=n, name=n, importance=Decimal(p), score=a) for n, (p, a, _) in matrix.items()]
    standings = [Standing(factor=n, rival="k", score=b) for n, (_, _, b) in matrix.items()]
    client = Client(company=Company(name="x", rival="k"), factors=tuple(factors), standings=tuple(standings))
    workspace = Workspace(profile=Profile(key=WORKSPACE), rivals=(Rival(key="k", name="Kerui"),))
    return comparison(client, workspace).rows


@pytest.mark.parametrize("manner", [SCREEN, PAPER])
def test_the_worked_matrix_is_drawn_without_collisions(manner, sound, apart, texts):
    size = {"width": 84 * MM, "height": 68 * MM} if manner is PAPER else {}
    picture = importance_gap(rows(WORKED), WORDS, manner=manner, across="gap →", up="importance ↑", **size)
    sound(picture)
    apart(picture)
    shown = texts(picture)
    assert ("Price 25" if manner is PAPER else "Price") in shown
    assert {"Attack", "Defend", "gap →", "importance ↑"} <= set(shown)


def test_on_paper_the_mark_tells_the_sign_of_the_gap(groups):
    marks = {group.name: group.shapes[0] for group in groups(importance_gap(rows(WORKED), WORDS, manner=PAPER))}
    up, down, level = marks["Quality"], marks["Price"], marks["Delivery"]
    assert isinstance(up, Polygon)
    assert up.points[0][1] < up.points[1][1]
    assert down.points[0][1] > down.points[1][1]
    assert isinstance(level, Circle)


def test_more_weight_is_higher_and_more_lead_further_right(groups):
    dots = {group.name: group.shapes[0] for group in groups(importance_gap(rows(WORKED), WORDS))}
    assert dots["Quality"].y < dots["Price"].y < dots["Brand"].y
    assert dots["Price"].x < dots["Brand"].x < dots["Delivery"].x < dots["Quality"].x < dots["Service"].x


def test_the_chosen_need_has_a_ring(groups):
    rings = [len(group.shapes) for group in groups(ringed(importance_gap(rows(WORKED), WORDS), "Price"))]
    assert rings == [2, 3, 2, 2, 2]


def test_needs_with_an_unknown_score_are_left_out(groups):
    matrix = {**WORKED, "Price": (25, None, 4), "Brand": (10, 3, None)}
    assert [group.name for group in groups(importance_gap(rows(matrix), WORDS))] == ["Quality", "Delivery", "Service"]
    assert groups(importance_gap((), WORDS)) == []


NEED = st.tuples(st.integers(1, 40), st.integers(1, 5), st.integers(1, 5))
NAME = st.sampled_from(
    ["价格", "交期与应急响应", "Detection rate", "Łódź plant", "Price per station", "服务", "品牌", "Q"]
)


@settings(deadline=None, max_examples=60)
@given(needs=st.lists(st.tuples(NAME, NEED), min_size=1, max_size=8), manner=st.sampled_from([SCREEN, PAPER]))
def test_up_to_eight_needs_never_share_a_place(needs, manner, sound, apart):
    matrix = {f"{name} {number}": need for number, (name, need) in enumerate(needs)}
    picture = importance_gap(rows(matrix), WORDS, manner=manner)
    sound(picture)
    apart(picture)


def test_the_corners_begin_where_the_rules_say():
    rules = Rules(gap=2)
    strict = [replace(row, rules=rules) for row in rows(WORKED)]
    plain, moved = (importance_gap(found, WORDS).shapes[1] for found in (rows(WORKED), strict))
    assert isinstance(plain, Rectangle)
    assert isinstance(moved, Rectangle)
    assert moved.x > plain.x
    assert importance_gap([replace(row, rules=Rules(gap=4)) for row in rows(WORKED)], WORDS).shapes

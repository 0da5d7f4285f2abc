"""Dependence on one of theirs, on one of ours and on one thread."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.client.account import account
from kamdesk.client.client import Client, Workspace
from kamdesk.client.company import Company
from kamdesk.client.dependence import dependence
from kamdesk.client.library import Colleague, Profile
from kamdesk.client.people import Bond, Contact, RelationLevel
from kamdesk.client.plan_records import Action, Deal, Opportunity
from kamdesk.client.weigh_records import Dimension, Target, WeighIn

DAY = date(2026, 3, 16)
US = Workspace(
    profile=Profile(key="workspace"),
    colleagues=(Colleague(key="lin", name="Lin"), Colleague(key="zhao", name="Zhao")),
)


def person(key, influence=4, **more):
    return Contact(key=key, name=key, influence=influence, **more)


def weighed(key, level):
    levels = {d.value: level for d in Dimension} | {f"{d.value}_weight": 10 for d in Dimension}
    return WeighIn(contact=key, day=DAY, **levels, **{f"{d.value}_counted": level for d in Dimension})


def found(contacts, levels=None, **more):
    weighins = tuple(weighed(key, level) for key, level in (levels or {}).items())
    client = Client(company=Company(key="x", name="X"), contacts=tuple(contacts), weighins=weighins, **more)
    return dependence(client, US, account(client, DAY))


def test_what_one_carries_is_influence_times_what_is_above_three():
    held = found([person("a", 5), person("b", 4), person("c", 5)], {"a": 4, "b": 5, "c": 2})
    assert [(row.contact.key, weight) for row, weight in held.carried] == [("b", 8), ("a", 5)]
    assert held.theirs == pytest.approx(8 / 13)
    assert held.top.key == "b"
    assert held.too_theirs


def test_nobody_above_three_carries_nothing():
    held = found([person("a", 5)], {"a": 3})
    assert (held.theirs, held.top, held.too_theirs) == (None, None, False)


def test_key_people_known_to_exactly_one_of_us_are_counted():
    held = found(
        [
            person("one", our_owner="lin"),
            person("same", our_owner="lin"),
            person("two", our_owner="lin"),
            person("none"),
            person("plain", 2, our_owner="lin"),
            person("post", placeholder=True),
            person("gone", our_owner="lin", left=DAY - timedelta(1)),
        ],
        bonds=(
            Bond(contact="same", colleague="lin", now=RelationLevel.SOLVER),
            Bond(contact="two", colleague="zhao", now=RelationLevel.VENDOR),
            Bond(contact="one", colleague="zhao", wanted=RelationLevel.SOLVER),
        ),
    )
    assert [(contact.key, colleague.key) for contact, colleague in held.single] == [("one", "lin"), ("same", "lin")]
    assert held.ours == pytest.approx(2 / 4)
    assert not held.too_ours
    assert [contact.key for contact in held.nobody] == ["none"]
    assert [colleague.key for colleague in held.held["two"]] == ["lin", "zhao"]


def test_without_key_people_there_is_no_share():
    assert found([person("a", 3)]).ours is None


def test_an_order_rests_on_who_is_linked_to_it():
    orders = (
        Opportunity(key="line3", name="Line 3"),
        Opportunity(key="line4", name="Line 4"),
        Opportunity(key="won", name="Line 2", state=Deal.WON),
    )
    held = found(
        [person("a"), person("b"), person("c")],
        opportunities=orders,
        actions=(
            Action(text="x", contact="a", opportunity="line3"),
            Action(text="y", contact="a", opportunity="line3"),
            Action(text="z", contact="b", opportunity="line3"),
            Action(text="nobody's", opportunity="line3"),
            Action(text="w", contact="a", opportunity="line4"),
        ),
        targets=(Target(contact="c", set_on=DAY, by=DAY, opportunity="line3"),),
    )
    assert [(t.opportunity.key, len(t.contacts), t.enough, t.single) for t in held.threads] == [
        ("line3", 3, True, False),
        ("line4", 1, False, True),
    ]


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=1, max_size=8))
def test_the_share_lies_between_an_equal_part_and_everything(rows):
    held = found(
        [person(f"p{n}", influence) for n, (influence, _) in enumerate(rows)],
        {f"p{n}": level for n, (_, level) in enumerate(rows)},
    )
    if held.theirs is not None:
        assert 1 / len(held.carried) - 1e-9 <= held.theirs <= 1

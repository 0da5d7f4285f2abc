"""The light, the four warnings and the three layers of a client."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.client.account import account
from kamdesk.client.client import Client
from kamdesk.client.company import Company
from kamdesk.client.people import Attitude, Contact, Role
from kamdesk.client.rollup import LightColour, layers, light, warnings
from kamdesk.client.weigh_records import Dimension, Evidence, Organisation, WeighIn
from kamdesk.words import words_for

DAY = date(2026, 3, 16)
ENGLISH = words_for("en")
COLOURS = (LightColour.RED, LightColour.AMBER, LightColour.GREEN)


def person(key, influence, *roles, **more):
    return Contact(key=key, name=key.title(), influence=influence, roles=roles, **more)


def weighed(key, level, day=DAY, **more):
    levels = {d.value: level for d in Dimension} | {f"{d.value}_weight": 10 for d in Dimension}
    return WeighIn(contact=key, day=day, **{**levels, **more})


def client(contacts, levels, **more):
    facts = tuple(
        Evidence(contact=contact.key, dimension=d, day=DAY, text="seen", second_source="seen too")
        for contact in contacts
        for d in Dimension
        for _ in range(2)
    )
    weighins = tuple(weighed(key, level) for key, level in levels.items() if level)
    return Client(
        **{
            "company": Company(key="x", name="X"),
            "contacts": tuple(contacts),
            "weighins": weighins,
            "evidence": facts,
            **more,
        }
    )


def light_of(held):
    return light(held, account(held, DAY))


def reason(held):
    return light_of(held).reason.tell(ENGLISH)


def warned(held):
    return [warning.said.tell(ENGLISH) for warning in warnings(account(held, DAY))]


def test_the_light_is_red_without_a_supporter_among_the_key_people():
    held = client([person("he", 5, Role.APPROVER), person("li", 3)], {"he": 3, "li": 4})
    assert light_of(held).colour is LightColour.RED
    assert reason(held) == "None of 1 key people backs us with 3.7 or more"


def test_the_light_is_amber_when_a_key_person_backs_us_who_decides_nothing():
    held = client([person("he", 5, Role.APPROVER), person("liu", 4, Role.COACH)], {"he": 3, "liu": 4})
    found = light_of(held)
    assert found.colour is LightColour.AMBER
    assert [contact.key for contact in found.people] == ["liu"]
    assert "Liu" in reason(held)


@pytest.mark.parametrize("role", [Role.APPROVER, Role.DECIDER])
def test_the_light_is_green_when_who_backs_us_approves_or_decides(role):
    held = client([person("he", 5, role), person("liu", 4)], {"he": 4, "liu": 2})
    assert light_of(held).colour is LightColour.GREEN
    assert "backs us with 4.0" in reason(held)


def test_a_high_score_is_no_backing_when_the_person_promotes_a_rival():
    held = client([person("he", 5, Role.DECIDER)], {})
    held = dataclasses.replace(held, weighins=(weighed("he", 5, rivalry=1),))
    assert account(held, DAY).people[0].score > 3.7
    assert light_of(held).colour is LightColour.RED


def test_red_says_why_there_is_nobody_to_back_us():
    assert reason(client([person("li", 3)], {"li": 5})) == "No key person is known: nobody has influence 4 or 5"
    assert reason(client([person("he", 5)], {})) == "No key person is weighed yet"


def test_who_has_left_backs_nobody():
    held = client([person("he", 5, Role.DECIDER, left=DAY - timedelta(1))], {"he": 5})
    assert light_of(held).colour is LightColour.RED


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5), st.booleans()), min_size=1, max_size=5), st.data())
def test_the_light_never_falls_when_a_level_rises(rows, data):
    contacts = [
        person(f"p{n}", influence, *([Role.DECIDER] if decides else []))
        for n, (influence, _, decides) in enumerate(rows)
    ]
    levels = {f"p{n}": level for n, (_, level, _) in enumerate(rows)}
    held = client(contacts, levels)
    who = data.draw(st.sampled_from(sorted(levels)))
    dimension = data.draw(st.sampled_from(list(Dimension)))
    weighins = [
        dataclasses.replace(item, **{dimension.value: min(5, item.level(dimension) + 1)})
        if item.contact == who
        else item
        for item in held.weighins
    ]
    raised = dataclasses.replace(held, weighins=tuple(weighins))
    assert COLOURS.index(light_of(raised).colour) >= COLOURS.index(light_of(held).colour)


def test_a_map_without_opponents_asks_who_supports_the_rival():
    held = client([person("he", 5, Role.DECIDER, attitude=Attitude.SUPPORTER)], {})
    assert warned(held) == ["Nobody is rated below neutral: who supports the rival?"]


def test_opponents_in_the_majority_are_named():
    held = client(
        [
            person("he", 5, Role.DECIDER, attitude=Attitude.NEUTRAL),
            person("zheng", 4, attitude=Attitude.ENEMY),
            person("wang", 3, attitude=Attitude.COACH),
        ],
        {},
    )
    assert warned(held) == ["No more supporters (1) than opponents (1)"]
    assert [c.key for c in warnings(account(held, DAY))[0].contacts] == ["zheng"]


def test_a_decider_alone_among_the_key_people_is_a_warning():
    held = client(
        [
            person("he", 5, Role.DECIDER, attitude=Attitude.SUPPORTER),
            person("chen", 5, attitude=Attitude.NEUTRAL),
            person("zheng", 4, attitude=Attitude.NON_SUPPORTER),
            person("wu", 2, attitude=Attitude.SUPPORTER),
        ],
        {},
    )
    assert warned(held) == ["The decision maker backs us, but 2 of 3 key people do not"]


def test_a_post_nobody_has_a_name_for_is_no_identified_decider():
    held = client([person("finance", 4, Role.DECIDER, placeholder=True)], {})
    assert warned(held) == ["No decision maker is identified"]


def test_nothing_rated_is_no_reproach():
    assert warned(client([person("he", 5, Role.DECIDER)], {})) == []


def test_layers_measure_key_people_departments_and_the_company():
    contacts = [
        person("he", 5, department="Board"),
        person("wang", 4, department="Purchasing"),
        person("li", 2, department="Purchasing"),
        person("cfo", 4, department="Finance", placeholder=True),
        person("nowhere", 1),
    ]
    scores = Organisation(day=DAY, executive=4, framework=3, planning=2, review=3, ranking=4)
    held = client(contacts, {"he": 4, "wang": 2, "li": 3}, organisation=(scores,))
    found = layers(held, account(held, DAY), DAY)
    assert found.key == pytest.approx((5 * 4 + 4 * 2) / 9)
    assert [(name, best and best.contact.key, covered) for name, best, covered in found.general_departments] == [
        ("Board", "he", True),
        ("Purchasing", "li", True),
        ("Finance", None, False),
    ]
    assert found.general == pytest.approx(2 / 3)
    assert [level for _, level in found.items] == [4, 3, 2, 3, 4, 3]
    assert found.organisation == pytest.approx(19 / 6)


@pytest.mark.parametrize(
    ("levels", "item"),
    [({}, None), ({"a": 3, "b": 3}, 1), ({"a": 4, "b": 3}, 3), ({"a": 4, "b": 4}, 5), ({"a": 5, "b": 4, "c": 5}, 5)],
)
def test_the_sixth_item_is_measured_from_acceptance(levels, item):
    held = client([person(key, 3, department=key) for key in "abc"], levels)
    assert layers(held, account(held, DAY), DAY).items[-1][1] == item


def test_company_scores_are_those_of_the_day_and_the_unknown_is_left_out():
    old, new = Organisation(day=DAY - timedelta(90), executive=1), Organisation(day=DAY, executive=4, review=2)
    held = client([person("a", 5)], {}, organisation=(new, old))
    assert layers(held, account(held, DAY), DAY).organisation == pytest.approx(3)
    assert layers(held, account(held, DAY), DAY - timedelta(1)).organisation == pytest.approx(1)
    empty = client([person("a", 5)], {"a": 5})
    assert layers(empty, account(empty, DAY), DAY).organisation is None
    assert layers(empty, account(empty, DAY), DAY).general is None


ROWS = st.lists(
    st.tuples(st.integers(1, 5), st.none() | st.integers(1, 5), st.sampled_from(("A", "B", "C"))),
    min_size=1,
    max_size=6,
)


def of_rows(rows):
    contacts = [person(f"p{n}", influence, department=department) for n, (influence, _, department) in enumerate(rows)]
    return client(contacts, {f"p{n}": level for n, (_, level, _) in enumerate(rows)})


def figures(held):
    found = layers(held, account(held, DAY), DAY)
    reached = {name: covered for name, _, covered in found.general_departments}
    return light_of(held).colour, found.key, found.general, found.items, reached


@given(ROWS, st.randoms())
def test_the_order_of_people_is_of_no_account(rows, chance):
    held = of_rows(rows)
    mixed = list(held.contacts)
    chance.shuffle(mixed)
    one, other = figures(held), figures(dataclasses.replace(held, contacts=tuple(mixed)))
    assert (one[0], *one[2:]) == (other[0], *other[2:])
    assert one[1] == pytest.approx(other[1])


@given(ROWS, st.integers(1, 5))
def test_somebody_unknown_lowers_no_layer(rows, influence):
    held = of_rows(rows)
    more = dataclasses.replace(held, contacts=(*held.contacts, person("new", influence, department="A")))
    before, after = figures(held), figures(more)
    assert after[1] == pytest.approx(before[1])
    assert after[3] == before[3]
    assert all(after[4][name] == covered for name, covered in before[4].items())


@given(ROWS)
def test_swapping_us_and_the_rival_turns_the_lead_around(rows):
    contacts = [person(f"p{n}", influence) for n, (influence, _, _) in enumerate(rows)]
    ours = tuple(weighed(f"p{n}", min(level or 3, 3)) for n, (_, level, _) in enumerate(rows))
    theirs = tuple(weighed(f"p{n}", 1 + n % 3, rival="kerui") for n in range(len(rows)))
    held = Client(company=Company(key="x", name="X", rival="kerui"), contacts=tuple(contacts), weighins=ours + theirs)
    turned = tuple(
        dataclasses.replace(item, key=item.key + "t", rival=None if item.rival else "kerui") for item in ours + theirs
    )
    swapped = dataclasses.replace(held, weighins=turned)
    assert account(swapped, DAY).lead == pytest.approx(-account(held, DAY).lead)

"""The same sheet by who cares for which need."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from kamdesk.client.comparing import comparison
from kamdesk.client.contest_records import Stake
from kamdesk.client.people import Contact, Role
from kamdesk.client.role_view import carers, seen_by, views
from kamdesk.words import Said, words_for
from tests.client.worked import DAY, SHARED, worked

EN = words_for("en")
PEOPLE = (
    Contact(key="he", name="He", influence=5, roles=(Role.APPROVER,)),
    Contact(key="li", name="Li", influence=2, roles=(Role.USER, Role.EVALUATOR)),
    Contact(key="sun", name="Sun", influence=3, roles=(Role.EVALUATOR,)),
    Contact(key="idle", name="Idle", roles=(Role.COACH,)),
)
STAKES = (
    Stake(factor="Service", contact="li", importance=Decimal(60)),
    Stake(factor="Quality", contact="li"),
    Stake(factor="Quality", contact="sun", importance=Decimal(50)),
    Stake(factor="Delivery", contact="he", importance=Decimal(40)),
    Stake(factor="gone", contact="he"),
)
CLIENT = worked(contacts=PEOPLE, weighins=(), stakes=STAKES)


def told(view):
    return view.name.tell(EN) if isinstance(view.name, Said) else view.name


def view(name):
    return next(item for item in views(CLIENT) if told(item) == name)


def weights(client):
    return {item.key: None if item.importance is None else float(item.importance) for item in client.factors}


def test_all_come_first_then_roles_then_persons_with_their_needs():
    assert [(told(item), item.needs) for item in views(CLIENT)] == [
        *(("Everybody", 5), ("Approver", 1), ("Evaluator", 2), ("User", 2)),
        *(("He", 1), ("Sun", 1), ("Li", 2)),
    ]
    assert [told(item) for item in views(replace(CLIENT, stakes=()))] == ["Everybody"]


def test_everybody_sees_the_sheet_as_it_is():
    assert seen_by(CLIENT, view("Everybody")) is CLIENT


def test_a_person_sees_its_own_weights_and_nothing_else():
    seen = seen_by(CLIENT, view("Li"))
    assert weights(seen) == {"Quality": 30, "Price": None, "Delivery": None, "Service": 60, "Brand": None}
    rows = comparison(seen, SHARED).rows
    assert [row.factor.key for row in rows if row.tactic] == ["Quality", "Service"]
    assert rows[3].share == pytest.approx(200 / 3)


def test_a_role_sees_the_mean_of_its_people_by_influence():
    seen = weights(seen_by(CLIENT, view("Evaluator")))
    assert seen["Quality"] == pytest.approx((2 * 30 + 3 * 50) / 5)
    assert seen["Delivery"] is None


def test_scores_are_the_same_for_everybody():
    seen = seen_by(CLIENT, view("He"))
    assert [item.score for item in seen.factors] == [item.score for item in CLIENT.factors]
    assert seen.standings == CLIENT.standings


def test_who_cares_is_told_by_influence():
    assert [contact.key for contact, _ in carers(CLIENT, "Quality")] == ["sun", "li"]
    assert carers(CLIENT, "Brand") == ()


def test_who_has_left_has_no_say():
    gone = tuple(replace(contact, left=DAY) if contact.key == "sun" else contact for contact in PEOPLE)
    client = replace(CLIENT, contacts=gone)
    assert [contact.key for contact, _ in carers(client, "Quality")] == ["li"]
    assert "Sun" not in [told(item) for item in views(client)]

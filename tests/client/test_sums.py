"""Every number explains itself: its lines add up to what the measure says, with the days of its inputs."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.client.account import account
from kamdesk.client.activities import Activity
from kamdesk.client.client import Client, Workspace
from kamdesk.client.company import Company
from kamdesk.client.dependence import dependence
from kamdesk.client.library import Colleague, Profile
from kamdesk.client.mix import activity_mix
from kamdesk.client.people import Contact, Role
from kamdesk.client.plan_records import Action, Opportunity
from kamdesk.client.quality import worth
from kamdesk.client.rules import RULES
from kamdesk.client.sums import (
    sum_of_ari,
    sum_of_conservative,
    sum_of_cover,
    sum_of_dependence,
    sum_of_estimate,
    sum_of_gap,
    sum_of_layer,
    sum_of_lead,
    sum_of_light,
    sum_of_meals,
    sum_of_priority,
    sum_of_roles,
    sum_of_score,
    sum_of_wanted,
    sum_of_worth,
)
from kamdesk.client.targets import person_gaps
from kamdesk.client.units import Money
from kamdesk.client.visit_records import Visit
from kamdesk.client.weigh_records import Dimension, Evidence, Organisation, Target, WeighIn
from kamdesk.words import words_for

DAY = date(2026, 3, 16)
ENGLISH = words_for("en")
NAMES = ("acceptance", "information", "project", "rivalry")
WEIGHTS = {"acceptance_weight": 20, "information_weight": 25, "project_weight": 35, "rivalry_weight": 20}
US = Workspace(profile=Profile(key="workspace"), colleagues=(Colleague(key="lin", name="Lin Jia"),))

TARGET = Target(
    contact="wang",
    set_on=DAY,
    by=DAY + timedelta(182),
    acceptance=4,
    information=3,
    project=4,
    rivalry=4,
    opportunity="line3",
)
ACTION = Action(
    text="Show it",
    contact="wang",
    dimension=Dimension.PROJECT,
    opportunity="line3",
    hours=6,
    cost=Money(Decimal(2000)),
    due=DAY,
)


def weighed(key, *levels, rival=None, **more):
    return WeighIn(contact=key, day=DAY, rival=rival, **dict(zip(NAMES, levels, strict=True)), **{**WEIGHTS, **more})


@pytest.fixture
def client():
    """The method's worked client with a target, an owner, company scores and an order."""
    return Client(
        company=Company(key="hx", name="华星", rival="kerui"),
        contacts=(
            Contact(key="wang", name="Wang", influence=5, roles=(Role.DECIDER,), department="A", our_owner="lin"),
            Contact(key="li", name="Li", influence=3, roles=(Role.USER,), department="B"),
            Contact(key="zhao", name="Zhao", influence=1),
            Contact(key="gone", name="Sun", influence=5, left=DAY - timedelta(9)),
        ),
        weighins=(
            weighed("wang", 3, 2, 3, 3),
            weighed("li", 4, 4, 4, 3),
            weighed("gone", 5, 5, 5, 5),
            weighed("wang", 4, 2, 4, 4, rival="kerui"),
            weighed("li", 3, 3, 3, 3, rival="kerui"),
        ),
        evidence=tuple(Evidence(contact="li", dimension=d, day=DAY - timedelta(5), text="seen") for d in Dimension),
        targets=(TARGET,),
        organisation=(Organisation(day=DAY, executive=4, review=2),),
        opportunities=(Opportunity(key="line3", name="Line 3", margin=Money(Decimal(100_000))),),
        actions=(ACTION,),
        visits=(Visit(at=None),),
    )


def shown(made):
    return [(item.what.tell(ENGLISH), item.terms, item.note and item.note.tell(ENGLISH)) for item in made.lines]


def wang(client):
    return account(client, DAY).people[0]


def all_of(client):
    found = account(client, DAY)
    held = dependence(client, US, found)
    gaps = person_gaps(client, wang(client), DAY)
    return [
        *(sum_of_score(client, person) for person in found.people),
        sum_of_ari(found),
        sum_of_conservative(found),
        sum_of_cover(found),
        sum_of_lead(found, "Kerui"),
        sum_of_light(client, found),
        sum_of_roles(found),
        *(sum_of_layer(client, found, name, DAY) for name in ("key", "general", "organisation")),
        *(sum_of_dependence(client, held, name) for name in ("theirs", "ours", "threads")),
        sum_of_meals(activity_mix(client, DAY), RULES),
        *(sum_of_worth(row, RULES) for row in worth(client)),
        *((sum_of_gap(gaps), *(sum_of_priority(gap) for gap in gaps.gaps)) if gaps else ()),
    ]


def test_the_score_adds_up_with_the_facts_that_prove_it(client):
    made = sum_of_score(client, account(client, DAY).person("li"))
    assert made.answer == "380.00 ÷ 100 = 3.80"
    assert shown(made)[0] == ("Acceptance", ("20", "4", "80"), "11 Mar 2026: seen")
    assert made.result == ("100", "", "380")
    assert [note.tell(ENGLISH) for note in made.notes] == ["weighed 16 Mar 2026", "100% of the weight is known"]


def test_the_unknown_and_the_unproven_are_told(client):
    thin = dataclasses.replace(client, weighins=(weighed("wang", 5, None, 3, 3),), evidence=())
    made = sum_of_score(thin, wang(thin))
    assert shown(made)[:2] == [
        ("Acceptance", ("20", "3", "60"), "5 → 3 unproven"),
        ("Information", ("25", "—", "—"), "unknown, not counted"),
    ]
    assert made.answer == "225.00 ÷ 75 = 3.00"


def test_the_index_and_its_conservative_brother_add_up(client):
    found = account(client, DAY)
    made = sum_of_ari(found)
    assert made.answer == "25.15 ÷ 8 = 3.14"
    assert shown(made) == [
        ("Wang", ("5", "2.75", "13.75"), "weighed 16 Mar 2026"),
        ("Li", ("3", "3.80", "11.40"), "weighed 16 Mar 2026"),
        ("Zhao", ("1", "—", "—"), "not weighed"),
    ]
    assert [note.tell(ENGLISH) for note in made.notes] == ["Sun has left and is not counted"]
    careful = sum_of_conservative(found)
    assert careful.answer == "27.15 ÷ 9 = 3.02"
    assert shown(careful)[2] == ("Zhao", ("1", "2.00", "2.00"), "counted as 2.00")


def test_cover_and_lead_add_up(client):
    found = account(client, DAY)
    assert sum_of_cover(found).answer == "8 ÷ 9 = 89%"
    lead = sum_of_lead(found, "Kerui")
    assert lead.answer == "−1.35 ÷ 8 = −0.17"
    assert shown(lead)[0] == ("Wang", ("5", "2.75", "3.50", "−0.75", "−3.75"), "must be won")


def test_the_gap_and_its_priorities_add_up(client):
    gaps = person_gaps(client, wang(client), DAY)
    assert sum_of_gap(gaps).answer == "100.00 ÷ 100 = 1.00"
    assert [sum_of_priority(gap).answer for gap in gaps.gaps][:2] == ["0.35 × 1 × 5 = 1.75", "0.25 × 1 × 5 = 1.25"]
    assert "score once it is reached: 3.75" in [note.tell(ENGLISH) for note in sum_of_gap(gaps).notes]


def test_the_weighted_gap_lists_every_weight_that_it_is_divided_by(client):
    bare = dataclasses.replace(client, targets=(dataclasses.replace(client.targets[0], information=None),))
    made = sum_of_gap(person_gaps(bare, wang(bare), DAY))
    assert sum(int(line.terms[0]) for line in made.lines) == int(made.result[0]) == 100
    assert shown(made)[-1] == ("Information", ("25", "2", "—", "0", "0"), "nothing is wanted of it")


def test_the_score_wanted_and_the_rivals_add_up(client):
    gaps = person_gaps(client, wang(client), DAY)
    assert sum_of_wanted(gaps).answer == "375.00 ÷ 100 = 3.75"
    theirs = wang(client).rival
    made = sum_of_estimate(theirs, wang(client).contact, "Kerui")
    assert made.answer.endswith("= 3.50")
    assert sum(int(line.terms[-1]) for line in made.lines) == int(made.result[-1])


def test_light_layers_and_roles_tell_their_inputs(client):
    found = account(client, DAY)
    assert shown(sum_of_light(client, found)) == [
        ("Wang", ("5", "2.75"), "Decision maker, weighed 16 Mar 2026"),
    ]
    assert sum_of_layer(client, found, "key", DAY).answer == "13.75 ÷ 5 = 2.75"
    assert sum_of_layer(client, found, "general", DAY).answer == "2 ÷ 2 = 100%"
    assert sum_of_layer(client, found, "organisation", DAY).answer == "9.00 ÷ 3 = 3.00"
    assert sum_of_roles(found).answer == "1 ÷ 4"


def test_dependence_and_cost_add_up(client):
    held = dependence(client, US, account(client, DAY))
    assert sum_of_dependence(client, held, "theirs").answer == "2.40 ÷ 2.40 = 100%"
    assert sum_of_dependence(client, held, "ours").answer == "1 ÷ 1 = 100%"
    assert shown(sum_of_dependence(client, held, "ours")) == [("Wang", ("1",), "Lin Jia")]
    assert shown(sum_of_dependence(client, held, "threads")) == [("Line 3", ("1",), "Wang")]
    (row,) = worth(client)
    assert sum_of_worth(row, RULES).answer == "2,000 ÷ 100,000 = 2%"


def test_meals_add_up(client):
    visits = tuple(
        Visit(at=moment(n), activity=kind) for n, kind in enumerate((Activity.MEAL, Activity.MEAL, Activity.MEETING))
    )
    mix = activity_mix(dataclasses.replace(client, visits=visits), DAY)
    assert sum_of_meals(mix, RULES).answer == "2 ÷ 3 = 67%"


def moment(days):
    return datetime(2026, 3, 1 + days, 6, tzinfo=UTC)


def test_every_sum_has_as_many_figures_as_heads(client):
    for made in [*all_of(client), *all_of(Client(company=Company(key="x", name="X"), contacts=client.contacts))]:
        assert len(made.result) == len(made.heads) - 1, made.title
        assert all(len(item.terms) == len(made.result) for item in made.lines), made.title


def test_nothing_known_is_a_dash_and_no_fault():
    found = account(Client(company=Company(key="x", name="X"), contacts=(Contact(key="a", name="A"),)), DAY)
    assert [made.answer for made in (sum_of_ari(found), sum_of_conservative(found), sum_of_cover(found))] == ["—"] * 3


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_every_sum_is_told_in_every_language(client, language):
    words = words_for(language)
    for made in all_of(client):
        told = [made.title, made.formula, *made.heads, *made.notes]
        told += [part for item in made.lines for part in (item.what, item.note) if part]
        assert all(part.tell(words) and "{" not in part.tell(words) for part in told)


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 3)), min_size=1, max_size=6))
def test_the_last_step_is_the_measure(rows):
    contacts = tuple(Contact(key=str(n), name=str(n), influence=i) for n, (i, _) in enumerate(rows))
    weighins = tuple(weighed(str(n), *[level] * 4) for n, (_, level) in enumerate(rows))
    found = account(Client(company=Company(key="x", name="X"), contacts=contacts, weighins=weighins), DAY)
    assert sum_of_ari(found).answer.endswith(f"= {found.ari:.2f}")
    assert sum_of_ari(found).answer == sum_of_conservative(found).answer

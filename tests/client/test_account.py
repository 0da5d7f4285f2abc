"""The roll-up over all people of a client, with the test vectors of the method."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.client.account import LeadWord, account, lead_word, main_rival, role_cover
from kamdesk.client.client import Client
from kamdesk.client.company import Company
from kamdesk.client.people import Attitude, Contact, Role
from kamdesk.client.rival_records import Standing
from kamdesk.client.rules import Rules
from kamdesk.client.trends import account_trend, person_trend
from kamdesk.client.weigh_records import Dimension, Evidence, WeighIn

DAY = date(2026, 3, 16)
NAMES = ("acceptance", "information", "project", "rivalry")
WEIGHTS = {"acceptance_weight": 20, "information_weight": 25, "project_weight": 35, "rivalry_weight": 20}


def person(key, influence, *roles, **more):
    return Contact(key=key, name=key.title(), influence=influence, roles=roles, **more)


def weighed(key, *levels, day=DAY, rival=None, **more):
    given_levels = dict(zip(NAMES, levels, strict=True))
    return WeighIn(contact=key, day=day, rival=rival, **{**given_levels, **WEIGHTS, **more})


def proof(key, second=""):
    return [
        Evidence(contact=key, dimension=dimension, day=DAY, text="seen", second_source=second)
        for dimension in Dimension
    ]


def client(contacts, weighins, evidence=(), **more):
    return Client(
        company=Company(key="huaxing", name="华星", **more),
        contacts=tuple(contacts),
        weighins=tuple(weighins),
        evidence=tuple(evidence),
    )


@pytest.fixture
def worked():
    """The method's worked client: 王总, 李经理 and 赵工, whom nobody has weighed."""
    return client(
        [person("zhao", 1), person("wang", 5, Role.DECIDER), person("li", 3)],
        [
            weighed("wang", 3, 2, 3, 3),
            weighed("li", 4, 4, 4, 3),
            weighed("wang", 4, 2, 4, 4, rival="kerui"),
            weighed("li", 3, 3, 3, 3, rival="kerui"),
        ],
        proof("li"),
    )


def test_the_worked_client_comes_to_the_methods_figures(worked):
    found = account(worked, DAY)
    assert found.ari == pytest.approx(3.14375)
    assert found.ari_conservative == pytest.approx(3.0167, abs=5e-5)
    assert found.coverage == pytest.approx(0.889, abs=5e-4)
    assert found.lead == pytest.approx(-0.16875)
    assert found.lead_word is LeadWord.LEVEL
    assert [contact.key for contact in found.contested] == ["wang"]
    assert found.weighed == 2


def test_people_come_by_influence_with_their_own_lead(worked):
    rows = account(worked, DAY).people
    assert [(row.contact.key, row.lead) for row in rows] == [("wang", -0.75), ("li", 0.8), ("zhao", None)]
    assert account(worked, DAY).person("li") == rows[1]
    assert account(worked, DAY).person("nobody") is None


def test_the_printed_page_of_the_design_comes_out_the_same():
    whole = client(
        [person("zhou", 5), person("wang", 5), person("chen", 4), person("li", 3), person("sun", 2), person("zhao", 1)],
        [
            weighed("wang", 3, 2, 3, 3, activity=3, guidance=2),
            weighed("zhou", 3, None, 3, 3, activity=2, guidance=2),
            weighed("chen", 4, 3, 5, 4, activity=4, guidance=4),
            weighed("li", 4, 4, 4, 5, activity=3, guidance=3),
            weighed("sun", 2, 2, 2, 1, activity=1, guidance=1),
        ],
        [item for key in ("chen", "li") for item in proof(key) if (key, item.dimension) != ("li", Dimension.RIVALRY)],
    )
    found = account(whole, DAY)
    assert found.ari == pytest.approx(3.09, abs=5e-3)
    assert found.ari_conservative == pytest.approx(3.04, abs=5e-3)
    assert found.coverage == 0.95
    assert [round(found.now[dimension], 2) for dimension in Dimension] == [3.26, 2.74, 2.71, 2.47, 3.26, 3.00]


def test_nobody_weighed_is_unknown_and_not_low():
    found = account(client([person("wang", 5)], []), DAY)
    assert (found.ari, found.ari_conservative, found.lead, found.lead_word, found.change) == (None,) * 5
    assert found.coverage == 0


def test_a_person_weighed_on_too_little_counts_as_not_weighed(worked):
    thin = client(worked.contacts, [*worked.weighins, weighed("zhao", None, None, 5, None)], worked.evidence)
    assert account(thin, DAY).ari == account(worked, DAY).ari
    assert account(thin, DAY).coverage == account(worked, DAY).coverage


def test_an_unknown_influence_weighs_nothing(worked):
    more = client([*worked.contacts, person("new", None)], [*worked.weighins, weighed("new", 1, 1, 1, 1)])
    fewer = client(worked.contacts, worked.weighins)
    assert account(more, DAY).ari == account(fewer, DAY).ari


def test_a_role_is_covered_by_somebody_at_three(worked):
    cover = {roles[0]: (len(holders), covered) for roles, holders, covered in role_cover(account(worked, DAY).people)}
    assert cover[Role.DECIDER] == (1, False)
    assert cover[Role.APPROVER] == (0, False)


def test_the_main_rival_is_the_one_named_else_the_one_best_known(worked):
    assert main_rival(worked) == "kerui"
    assert main_rival(client([], [], rival="brandt")) == "brandt"
    assert main_rival(client([], [])) is None
    standings = (Standing(factor="f", rival="brandt"), Standing(factor="g", rival="brandt"))
    assert main_rival(Client(company=Company(name="x"), standings=standings)) == "brandt"


def test_change_and_the_last_radar_come_from_each_persons_weigh_in_before(worked):
    before = weighed("wang", 3, 2, 1, 3, day=date(2025, 12, 1))
    found = account(client(worked.contacts, [before, *worked.weighins], worked.evidence), DAY)
    assert found.change == pytest.approx(0.7)
    assert found.last[Dimension.PROJECT] == 1
    assert found.last_day == date(2025, 12, 1)
    assert found.people[0].change == pytest.approx(0.7)


def test_what_is_weighed_later_than_the_day_is_not_yet_known(worked):
    assert account(worked, date(2026, 3, 15)).ari is None


def test_the_hand_set_attitude_stands_before_the_band(worked):
    rows = account(client([person("wang", 5, attitude=Attitude.COACH)], worked.weighins), DAY).people
    assert rows[0].attitude is Attitude.COACH
    assert rows[0].attitude_in_doubt
    assert account(worked, DAY).people[0].attitude is Attitude.NEUTRAL


@pytest.mark.parametrize(
    ("lead", "word"), [(0.5, "ahead"), (0.49, "level"), (0, "level"), (-0.49, "level"), (-0.5, "behind")]
)
def test_the_word_for_a_lead_turns_at_half_a_level(lead, word):
    assert lead_word(lead) is LeadWord(word)


def test_trends_hold_one_point_for_each_day_of_weighing(worked):
    early = weighed("wang", 3, 3, 3, 3, day=date(2025, 12, 1))
    whole = client(worked.contacts, [*worked.weighins, early], worked.evidence)
    points = account_trend(whole, DAY)
    assert [(point.day, point.ours) for point in points] == [(date(2025, 12, 1), 3.0), (DAY, pytest.approx(3.14375))]
    assert points[-1].rival == pytest.approx(3.3125)
    assert [(point.ours, point.rival) for point in person_trend(whole, "wang", DAY)] == [(3.0, None), (2.75, 3.5)]


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 3)), min_size=1, max_size=6))
def test_the_conservative_index_never_promises_more_than_two_would(rows):
    contacts = [person(f"p{number}", influence) for number, (influence, _) in enumerate(rows)]
    weighins = [weighed(f"p{n}", level, level, level, level) for n, (_, level) in enumerate(rows)]
    found = account(client([*contacts, person("unknown", 5)], weighins), DAY)
    low, high = sorted((found.ari, 2.0))
    assert low - 1e-9 <= found.ari_conservative <= high + 1e-9
    assert 1 <= found.ari <= 5


@given(st.lists(st.integers(1, 3), min_size=4, max_size=4), st.lists(st.integers(1, 3), min_size=4, max_size=4))
def test_exchanging_us_and_the_rival_turns_the_lead_round(ours, theirs):
    def lead(us, them):
        whole = client([person("wang", 4)], [weighed("wang", *us), weighed("wang", *them, rival="kerui")])
        return account(whole, DAY).lead

    assert lead(ours, theirs) == pytest.approx(-lead(theirs, ours))


def test_a_second_weigh_in_on_one_day_corrects_the_first(worked):
    again = client(worked.contacts, [*worked.weighins, weighed("wang", 3, 3, 3, 3)], worked.evidence)
    row = account(again, DAY).people[0]
    assert (row.score, row.before) == (3.0, None)


def test_who_has_left_has_no_part_in_any_figure_of_today(worked):
    left = client(
        [*worked.contacts, person("sun", 5, Role.APPROVER, left=DAY)],
        [*worked.weighins, weighed("sun", 5, 5, 5, 5), weighed("sun", 1, 1, 1, 1, rival="kerui")],
        worked.evidence,
    )
    found = account(left, DAY)
    assert [contact.key for contact in found.gone] == ["sun"]
    assert replace(found, gone=()) == account(worked, DAY)
    assert [row.contact.key for row in account(left, DAY - timedelta(1)).people] == ["wang", "sun", "li", "zhao"]


def test_a_trend_counts_somebody_until_the_day_of_leaving():
    before, after = DAY - timedelta(60), DAY - timedelta(20)
    whole = client(
        [person("wang", 5, left=DAY - timedelta(30)), person("li", 3)],
        [weighed("wang", 3, 3, 3, 3, day=before), weighed("li", 1, 1, 1, 1, day=after)],
    )
    assert [(point.day, point.ours) for point in account_trend(whole, DAY)] == [(before, 3.0), (after, 1.0)]


def test_the_reps_own_rules_decide_over_lead_cover_and_the_conservative_index(worked):
    rules = Rules(margin=0.1, covers=2.5, unweighed=1.0)
    found = account(replace(worked, rules=rules), DAY)
    assert found.lead_word is LeadWord.BEHIND
    assert found.person("wang").lead_word is LeadWord.BEHIND
    assert found.ari_conservative == pytest.approx((5 * 2.75 + 3 * 3.8 + 1.0) / 9)
    assert [covered for roles, _, covered in role_cover(found.people, rules) if Role.DECIDER in roles] == [True]

"""The decision chain: every question of C6 becomes a gap, with who could tell us and what is being done."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.client.account import account
from kamdesk.client.chain import ChainRule, Flag, chain_flags
from kamdesk.client.client import WORKSPACE, Client, Workspace
from kamdesk.client.company import Company
from kamdesk.client.library import Colleague, Profile
from kamdesk.client.people import Attitude, Contact, Coverage, Role, Tie, TieKind
from kamdesk.client.plan_records import Action
from kamdesk.client.rival_records import Rival
from kamdesk.client.weigh_records import Dimension, Evidence, WeighIn
from kamdesk.words import words_for

DAY = date(2026, 11, 23)
WORDS = words_for("en")
WORK = Workspace(
    profile=Profile(key=WORKSPACE),
    rivals=(Rival(key="kerui", name="科瑞", short="Kerui"),),
    colleagues=(Colleague(key="sun", name="Sun"),),
)


def known(key, boss, *roles, **more):
    """A person of whom everything is known that C6 asks."""
    values = {
        "influence": 4,
        "attitude": Attitude.NEUTRAL,
        "coverage": Coverage.SEVERAL,
        "our_owner": "sun",
        "business_agenda": "yield",
        "personal_agenda": "promotion",
        "department": "Plant",
    }
    return Contact(key=key, name=key.title(), reports_to=boss, roles=roles, **{**values, **more})


def level(key, value, rival=None):
    names = ("information", "project", "rivalry")
    kept = {f"{name}_counted": value for name in names}
    weights = {f"{name}_weight": 10 for name in names}
    return WeighIn(contact=key, rival=rival, day=DAY, **dict.fromkeys(names, value), **weights, **kept)


WANG = known("wang", None, Role.APPROVER, Role.DECIDER)
CHEN = known("chen", "wang", Role.EVALUATOR, attitude=Attitude.COACH, successor="liu")
LIU = known("liu", "chen", Role.USER, attitude=Attitude.ENEMY)
COMPLETE = Client(
    company=Company(key="c", name="Huaxing", rival="kerui"),
    contacts=(WANG, CHEN, LIU),
    ties=(
        Tie(kind=TieKind.TRUST, source="wang", target="chen"),
        Tie(kind=TieKind.INFLUENCE, source="chen", target="liu"),
    ),
    weighins=(level("wang", 3), level("chen", 5), level("liu", 2)),
    evidence=(
        Evidence(contact="chen", dimension=Dimension.GUIDANCE, day=DAY, text="read our draft", second_source="Liu"),
    ),
)


def flags(client: Client) -> list[Flag]:
    return chain_flags(client, WORK, account(client, DAY), DAY)


def told(client: Client) -> list[str]:
    return [flag.said.tell(WORDS) for flag in flags(client)]


def altered(key: str, **values) -> Client:
    people = (dataclasses.replace(item, **values) if item.key == key else item for item in COMPLETE.contacts)
    return dataclasses.replace(COMPLETE, contacts=tuple(people))


def gaps(client: Client, rule: ChainRule) -> int:
    """In how many ways one rule is not kept."""
    return sum(flag.rule is rule for flag in flags(client))


def test_a_complete_chain_has_no_gap() -> None:
    assert told(COMPLETE) == []


@pytest.mark.parametrize(
    ("client", "sentence"),
    [
        (altered("wang", roles=(Role.DECIDER,)), "No Approver named"),
        (altered("liu", reports_to=None), "Boss of Liu unknown"),
        (altered("wang", business_agenda=" "), "What result Wang needs is unknown"),
        (altered("wang", personal_agenda=""), "What Wang wins personally is unknown"),
        (altered("wang", coverage=None), "How far our contact with Wang goes is unknown"),
        (altered("wang", coverage=Coverage.NONE), "No contact with Wang yet"),
        (altered("wang", our_owner=None), "Nobody of ours answers for Wang"),
        (altered("wang", our_owner="left us"), "Nobody of ours answers for Wang"),
        (altered("wang", influence=None), "Influence of Wang unknown"),
        (altered("liu", attitude=Attitude.NON_SUPPORTER, department="Finance"), "Only Liu in Finance"),
        (altered("chen", successor=None), "Who would follow Chen is unknown"),
        (altered("chen", attitude=Attitude.ENEMY, successor=None), "No coach among them"),
        (dataclasses.replace(COMPLETE, ties=COMPLETE.ties[:1]), "Whom Liu trusts is unknown"),
        (
            dataclasses.replace(COMPLETE, evidence=()),
            "Chen is taken for a coach, and no confirmed fact shows it",
        ),
        (dataclasses.replace(COMPLETE, weighins=COMPLETE.weighins[1:]), "Wang matters and has not been weighed"),
        (altered("wang", attitude=Attitude.COACH), "Wang: attitude and weigh-in disagree"),
    ],
)
def test_each_thing_that_is_missing_is_told(client: Client, sentence: str) -> None:
    assert sentence in told(client)


def test_a_fact_that_is_too_old_tests_no_coach() -> None:
    old = dataclasses.replace(COMPLETE.evidence[0], day=DAY - timedelta(366))
    sentence = "Chen is taken for a coach, and no confirmed fact shows it"
    assert sentence in told(dataclasses.replace(COMPLETE, evidence=(old,)))


def test_nobody_against_us_is_suspicious() -> None:
    client = altered("liu", attitude=Attitude.NEUTRAL)
    client = dataclasses.replace(client, weighins=(*COMPLETE.weighins[:2], level("liu", 3)))
    assert told(client) == ["Nobody is against us: who backs the rival?"]


def test_a_contested_person_is_the_gravest_and_names_the_rival() -> None:
    client = dataclasses.replace(COMPLETE, weighins=(*COMPLETE.weighins, level("wang", 4, "kerui")), evidence=())
    assert told(client)[0] == "Wang stands 1.0 nearer to Kerui: must be won"
    assert flags(client)[0].place == "weighin"


def test_a_post_without_a_name_asks_only_for_the_name() -> None:
    post = Contact(key="post", name="Head of finance", placeholder=True, reports_to="wang", influence=5)
    client = dataclasses.replace(COMPLETE, contacts=(*COMPLETE.contacts, post))
    assert told(client) == ["Head of finance: nobody identified yet"]


def test_many_without_a_boss_are_one_gap() -> None:
    client = altered("liu", reports_to=None)
    more = tuple(known(key, None, influence=2) for key in ("zhou", "zhao"))
    client = dataclasses.replace(client, contacts=(*client.contacts, *more))
    assert told(client) == ["Boss of Liu and 2 more unknown"]


def test_a_gap_names_who_could_tell_and_the_open_action_next_due() -> None:
    late = Action(key="late", text="Ask", contact="wang", due=DAY + timedelta(9))
    soon = Action(key="soon", text="Call", contact="wang", due=DAY + timedelta(2))
    past = Action(key="done", text="Done", contact="wang", due=DAY, done=DAY)
    client = dataclasses.replace(altered("wang", coverage=None), actions=(late, soon, past))
    flag = flags(client)[0]
    assert flag.ask is not None
    assert (flag.ask.key, flag.key, flag.answer) == ("chen", "wang", soon)
    assert flag.asks.tell(WORDS) == "Who could introduce us to Wang"


def test_who_has_left_is_no_part_of_the_chain() -> None:
    gone = altered("wang", left=DAY)
    assert "No Decision maker named" in told(gone)
    assert all(flag.key != "wang" for flag in flags(gone))


FIELDS = ("reports_to", "business_agenda", "personal_agenda", "coverage", "our_owner", "influence", "attitude", "roles")


@given(st.sampled_from(["wang", "chen", "liu"]), st.sets(st.sampled_from(FIELDS)), st.sampled_from(FIELDS))
def test_writing_something_down_never_adds_a_gap_of_its_kind(key: str, empty: set[str], filled: str) -> None:
    """Emptying fields and filling one again never leaves more gaps in any rule about that field."""
    blank = {name: {"business_agenda": "", "personal_agenda": "", "roles": ()}.get(name) for name in empty | {filled}}
    poorer, richer = altered(key, **blank), altered(key, **{n: v for n, v in blank.items() if n != filled})
    rules = {
        "reports_to": ChainRule.REPORTS,
        "business_agenda": ChainRule.AGENDA,
        "personal_agenda": ChainRule.AGENDA,
        "coverage": ChainRule.COVERAGE,
        "our_owner": ChainRule.OWNER,
        "influence": ChainRule.INFLUENCE,
        "attitude": ChainRule.ATTITUDE,
        "roles": ChainRule.ROLE,
    }
    if "influence" in empty or filled == "influence":  # nobody is a key person whose influence is unknown
        assert gaps(richer, ChainRule.INFLUENCE) <= 1
        return
    rule = rules[filled]
    assert gaps(richer, rule) <= gaps(poorer, rule)


@given(st.permutations(COMPLETE.contacts), st.sets(st.sampled_from(FIELDS)))
def test_gaps_come_by_their_gravity_whatever_the_order_of_the_people(people, empty: set[str]) -> None:
    client = dataclasses.replace(COMPLETE, contacts=tuple(people))
    order = list(ChainRule)
    numbers = [order.index(flag.rule) for flag in flags(client)]
    assert numbers == sorted(numbers)

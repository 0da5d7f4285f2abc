"""A rival here and over all clients: supporters, what is unknown, won and lost, facts by topic, news."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from kamdesk.client.account import account
from kamdesk.client.comparing import State
from kamdesk.client.contest import contest_of, contest_state, deals, gaps, supporters
from kamdesk.client.contest_records import Backer, Certainty, Contest, RivalFact, RivalTopic
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Deal, Opportunity
from kamdesk.client.rival_file import is_at, news, rival_file
from kamdesk.client.rival_records import Rival, RivalKind, Standing
from kamdesk.client.rules import Rules
from kamdesk.client.stance import Stance
from kamdesk.client.unknowns import unknowns
from kamdesk.client.visit_papers import Intel
from kamdesk.client.weigh_records import Confidence, WeighIn
from kamdesk.words import words_for
from tests.client.worked import BRANDT, DAY, KERUI, SHARED, worked

EN = words_for("en")
LI = Contact(key="li", name="Li", influence=2)


def day(age):
    return DAY - timedelta(age)


def told(sentences):
    return [sentence.tell(EN) for sentence in sentences]


def test_supporters_are_those_told_of_and_those_measured():
    backer = Backer(key="b", rival="kerui", contact="li", note="dines with them", confidence=Confidence.LOW)
    client = worked(ours=2, theirs=4, backers=(backer,))
    client = replace(client, contacts=(*client.contacts, LI))
    found = supporters(client, account(client, DAY), "kerui")
    assert [(row.contact.key, row.lead, row.told) for row in found] == [("wang", -2.0, False), ("li", None, True)]
    assert (found[1].note, found[1].confidence, found[1].backer) == ("dines with them", Confidence.LOW, backer)
    assert supporters(worked(), account(worked(), DAY), "kerui") == ()


def test_a_supporter_who_has_left_supports_nobody():
    backer = Backer(key="b", rival="kerui", contact="li")
    client = worked(backers=(backer,))
    client = replace(client, contacts=(*client.contacts, replace(LI, left=DAY)))
    assert supporters(client, account(client, DAY), "kerui") == ()


def test_supporters_of_another_rival_are_measured_against_that_one():
    client = worked(ours=3, theirs=4)
    guess = WeighIn(contact="wang", day=DAY, project=5, project_weight=1, rival="brandt")
    both = replace(client, weighins=(*client.weighins, guess))
    found = supporters(both, account(both, DAY), "brandt", DAY)
    assert [(row.contact.key, row.lead) for row in found] == [("wang", -2.0)]
    assert supporters(both, account(both, DAY), "brandt") == ()


@pytest.mark.parametrize(
    ("contest", "state"),
    [
        (Contest(rival="kerui", source="x", day=DAY), State.FRESH),
        (Contest(rival="kerui", source="x", day=day(91)), State.OLD),
        (Contest(rival="kerui", source="x"), State.OLD),
        (Contest(rival="kerui", day=DAY), State.MISSING),
    ],
)
def test_a_contest_rests_on_source_and_age(contest, state):
    assert contest_state(contest, DAY) is state
    assert contest_of(worked(contests=(contest,)), "kerui") == contest
    assert contest_of(worked(contests=(contest,)), "brandt") is None


def test_what_to_ask_about_a_rival_here():
    assert told(gaps(worked(), SHARED, KERUI)) == [
        "floor unknown: ask",
        "unknown what it supplies here: ask",
        "next move unknown: think it through",
        "nobody named who supports it",
    ]
    contest = Contest(rival="kerui", supplies="line 1", floor="90", next_move="cheaper")
    full = worked(contests=(contest,), backers=(Backer(rival="kerui", contact="wang"),))
    assert told(gaps(full, SHARED, KERUI)) == ["contract end unknown: ask"]
    floor = replace(SHARED, rival_facts=(RivalFact(rival="kerui", topic=RivalTopic.FLOOR, text="90"),))
    assert "floor unknown: ask" not in told(gaps(worked(), floor, KERUI))


def test_an_unknown_floor_of_the_main_rival_is_something_to_ask():
    asked = [item for item in unknowns(worked(), SHARED, DAY) if item.topic == "floor"]
    assert [(item.said.tell(EN), item.place, item.key) for item in asked] == [
        ("How low Kerui would go, from a public source", "rivals", "kerui")
    ]
    known = worked(contests=(Contest(rival="kerui", floor="90"),))
    assert not [item for item in unknowns(known, SHARED, DAY) if item.topic == "floor"]


@pytest.mark.parametrize("kind", [RivalKind.NOTHING, RivalKind.INHOUSE])
def test_who_sells_nothing_has_neither_floor_nor_contract(kind):
    nobody = Rival(key="nothing", name="Do nothing", kind=kind)
    assert told(gaps(worked(), SHARED, nobody)) == [
        "next move unknown: think it through",
        "nobody named who supports it",
    ]


def test_orders_won_lost_and_open_the_newest_first():
    orders = (
        Opportunity(key="w1", name="a", rival="kerui", state=Deal.WON, close=day(400)),
        Opportunity(key="w2", name="b", rival="kerui", state=Deal.WON, close=day(10)),
        Opportunity(key="l", name="c", rival="kerui", state=Deal.LOST),
        Opportunity(key="o", name="d", rival="kerui"),
        Opportunity(key="x", name="e", rival="kerui", state=Deal.DROPPED),
        Opportunity(key="y", name="f", rival="brandt", state=Deal.WON),
    )
    found = deals(worked(opportunities=orders), "kerui")
    assert [[item.key for item in part] for part in (found.won, found.lost, found.open)] == [["w2", "w1"], ["l"], ["o"]]


def fact(key, age, **values):
    held = {"rival": "kerui", "topic": RivalTopic.MOVE, "text": key, "source": "paper"}
    return RivalFact(key=key, day=None if age is None else day(age), **{**held, **values})


def test_a_file_holds_facts_by_topic_and_undated_notes_beneath_them():
    noted = replace(KERUI, strengths="cheap\n\nquick", products="cells")
    shared = replace(
        SHARED,
        rivals=(noted,),
        rival_facts=(
            fact("old", 91, topic=RivalTopic.STRENGTH),
            fact("new", 1, topic=RivalTopic.STRENGTH, tellable=True),
            fact("bare", 1, topic=RivalTopic.WEAKNESS, source=""),
            fact("odd", 1, topic=None),
            fact("other", 1, rival="brandt"),
        ),
    )
    found = rival_file(noted, [worked()], shared, DAY)
    lines = {
        topic: [(line.text, line.state, line.legacy_field) for line in held] for topic, held in found.lines.items()
    }
    assert lines[RivalTopic.STRENGTH] == [
        ("new", State.FRESH, ""),
        ("old", State.OLD, ""),
        ("cheap\n\nquick", State.MISSING, "strengths"),
    ]
    assert lines[RivalTopic.WEAKNESS] == [("bare", State.MISSING, "")]
    assert lines[RivalTopic.PRODUCT] == [("cells", State.MISSING, "products")]
    assert lines[RivalTopic.FLOOR] == []
    assert lines[None] == [("odd", State.FRESH, "")]
    assert found.stale == 3


def test_a_file_says_where_it_is_met_with_the_figures_there():
    contest = Contest(rival="kerui", supplies="line 1", share=Decimal(20), contract_end=DAY, floor="90")
    orders = (Opportunity(name="a", rival="kerui", state=Deal.WON), Opportunity(name="b", rival="kerui"))
    here = worked(contests=(contest,), opportunities=orders)
    found = rival_file(KERUI, [here], SHARED, DAY)
    (at,) = found.at
    assert (at.name, at.main, at.supplies, at.share, at.contract_end) == ("华星", True, "line 1", Decimal(20), DAY)
    assert (at.ours, at.theirs, at.lead, at.stance) == (3.55, 3.55, 0.0, Stance.FLANKING)
    assert (found.won, found.lost, found.open, found.floor) == (1, 0, 1, Certainty.ESTIMATED)
    known = worked(contests=(replace(contest, floor_known=Certainty.KNOWN),))
    assert rival_file(KERUI, [known, here], SHARED, DAY).floor is Certainty.KNOWN
    assert rival_file(BRANDT, [here], SHARED, DAY).at == ()
    assert rival_file(BRANDT, [here], SHARED, DAY).floor is None


@pytest.mark.parametrize(
    ("section", "record"),
    [
        ("contests", Contest(rival="brandt")),
        ("backers", Backer(rival="brandt", contact="wang")),
        ("opportunities", Opportunity(name="x", rival="brandt")),
        ("intel", Intel(text="x", rival="brandt")),
        ("standings", Standing(factor="Price", rival="brandt")),
    ],
)
def test_a_rival_is_met_where_anything_names_it(section, record):
    assert not is_at(worked(), "brandt")
    assert is_at(worked(**{section: (record,)}), "brandt")
    assert is_at(worked(), "kerui")


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"tellable": True}, True),
        ({"tellable": False}, False),
        ({"tellable": True, "source": " "}, False),
        ({"tellable": True, "age": None}, False),
    ],
)
def test_only_what_can_be_verified_may_be_told_outside(values, told):
    held = fact("f", values.pop("age", 1), **values)
    shared = replace(SHARED, rival_facts=(held,))
    assert [item.tellable for item in news([], shared, DAY)] == [told]
    assert [line.tellable for line in rival_file(KERUI, [], shared, DAY).lines[RivalTopic.MOVE]] == [told]


def test_news_of_all_rivals_the_newest_first():
    learned = Intel(key="i", rival="brandt", text="new office", source="paper", day=day(3), tellable=True)
    client = worked(intel=(learned,))
    held = tuple(replace(item, value="94" if item.factor == "Price" else "", day=day(5)) for item in client.standings)
    client = replace(client, standings=held)
    shared = replace(SHARED, rival_facts=(fact("f1", 1), fact("f2", None), fact("f3", 200)))
    found = news([client], shared, DAY)
    assert [(item.key, item.rival.key, item.client, item.old) for item in found] == [
        ("f1", "kerui", "", False),
        ("i", "brandt", "华星", False),
        ("kerui-Price", "kerui", "华星", False),
        ("f3", "kerui", "", True),
        ("f2", "kerui", "", True),
    ]
    assert found[2].text.tell(EN) == "Price: 94"
    assert [item.key for item in news([client], shared, DAY, since=day(3))] == ["f1", "i"]
    assert [item.key for item in news([client], shared, DAY, rival="brandt")] == ["i"]
    strict = replace(client, rules=Rules(stale_days=2))
    assert [item.old for item in news([strict], shared, DAY)] == [False, True, True, True, True]

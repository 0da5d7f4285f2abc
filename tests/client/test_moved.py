"""What moved since an edition: the telling moves first, with their direction, then the rest."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from kamdesk.client.client import Client
from kamdesk.client.company import Company, Grade, Stage
from kamdesk.client.contest_records import Backer
from kamdesk.client.difference import difference
from kamdesk.client.editions import told_to
from kamdesk.client.moved import what_changed
from kamdesk.client.paper_records import Audience
from kamdesk.client.people import Attitude, Contact
from kamdesk.client.plan_records import Action, Deal, Goal, Opportunity, Side
from kamdesk.client.record import Record
from kamdesk.client.risks import Risk, RiskState
from kamdesk.client.rival_records import Factor, Rival, Standing
from kamdesk.client.units import Money
from kamdesk.client.visit_papers import Intel
from kamdesk.client.visit_records import Result, Visit
from kamdesk.client.weigh_records import Evidence, WeighIn
from kamdesk.words import words_for
from tests.exchange.values import PHASES, pairs
from tests.records import client_of, workspace_of

ENGLISH, CHINESE = words_for("en"), words_for("zh_CN")
THEN, TODAY = date(2026, 9, 1), date(2026, 11, 22)
SHARED = dataclasses.replace(workspace_of(0), rivals=(Rival(key="kerui", name="科瑞"),))
WEIGHTS = {"acceptance_weight": 50, "activity_weight": 50}


def weighed(key: str, day: date, level: int, rival: str | None = None) -> WeighIn:
    return WeighIn(
        key=key, owner="c", contact="wang", rival=rival, day=day, acceptance=level, activity=level, **WEIGHTS
    )


def client(**sections: Any) -> Client:
    people = (Contact(key="wang", owner="c", name="王璐", influence=5),)
    return Client(
        **{"company": Company(key="c", owner="c", name="华星", rival="kerui"), "contacts": people, **sections}
    )


def moves(before: Client, after: Client, words=ENGLISH) -> list[tuple[str, str, str]]:
    found = what_changed(before, after, SHARED, TODAY, THEN)
    return [(str(move.sign), move.said.tell(words), move.value.tell(words)) for move in found]


def of(section: str, before: Record | None, after: Record | None) -> list[tuple[str, str, str]]:
    return moves(*(client(**({section: (record,)} if record else {})) for record in (before, after)))


def test_nothing_moved_where_nothing_changed():
    assert moves(client_of(), client_of()) == []


def test_the_weigh_in_comes_first_then_the_lead_then_the_person():
    before = client(weighins=(weighed("a", THEN, 3), weighed("r", THEN, 3, "kerui")))
    after = dataclasses.replace(before, weighins=(*before.weighins, weighed("b", TODAY, 2)))
    assert moves(before, after) == [
        ("down", "Weigh-in", "3.0 → 2.0"),
        ("down", "Lead over 科瑞", "±0 → −1.0"),
        ("down", "王璐", "Neutral → Non-supporter"),
    ]


def test_each_state_is_judged_on_its_own_day():
    """Somebody who left meanwhile still counts in the figure that was printed."""
    before = client(weighins=(weighed("a", THEN, 3),))
    gone = dataclasses.replace(before.contacts[0], left=date(2026, 10, 1))
    assert moves(before, dataclasses.replace(before, contacts=(gone,))) == [
        ("gone", "Weigh-in", "3.0 → ?"),
        ("gone", "王璐", "left"),
    ]


def test_a_person_is_new_is_identified_moves_or_is_still_unknown():
    post = Contact(key="post", owner="c", name="财务总监", placeholder=True, influence=4)
    named = dataclasses.replace(post, name="李敏", placeholder=False)
    new = Contact(key="new", owner="c", name="梁晓", title_at_work="工艺主管")
    assert of("contacts", post, named) == [("up", "李敏", "identified: 财务总监")]
    assert of("contacts", post, dataclasses.replace(post, phone="138")) == [
        ("still", "财务总监", "still not identified")
    ]
    assert of("contacts", None, new)[0] == ("new", "梁晓", "工艺主管")
    sided = [Contact(key="w", owner="c", name="王璐", attitude=it) for it in (Attitude.NEUTRAL, Attitude.SUPPORTER)]
    assert of("contacts", *sided) == [("up", "王璐", "Neutral → Supporter")]
    assert of("contacts", sided[0], Contact(key="w", owner="c", name="王璐")) == [("gone", "王璐", "Neutral → unknown")]


def test_the_first_lines_hold_one_move_of_every_kind():
    post = Contact(key="post", owner="c", name="财务总监", placeholder=True, influence=4)
    people = tuple(Contact(key=f"p{n}", owner="c", name=f"P{n}", attitude=Attitude.NEUTRAL) for n in range(2))
    before = client(contacts=(*people, post), actions=(OWED,), company=Company(key="c", owner="c", name="华星"))
    after = dataclasses.replace(
        before,
        company=dataclasses.replace(before.company, grade=Grade.A),
        contacts=(*(dataclasses.replace(it, attitude=Attitude.SUPPORTER) for it in people), post),
        opportunities=(OLD,),
        intel=tuple(Intel(key=f"i{n}", owner="c", rival="kerui", text=f"quote {n}") for n in range(2)),
        actions=(dataclasses.replace(OWED, done=TODAY),),
    )
    told = [move[1] for move in moves(before, after)]
    assert told == ["Grade", "P0", "3 号线", "科瑞", "财务总监", "样件", "P1", "科瑞"]


def test_grade_and_stage_have_a_direction_and_are_told_once():
    def company(**values: Any) -> Client:
        return client(company=Company(key="c", owner="c", name="华星", **values))

    before = company(grade=Grade.B, stage=Stage.COOPERATIVE)
    assert moves(before, company(grade=Grade.A, stage=Stage.BASIC)) == [
        ("up", "Grade", "B → A"),
        ("down", "Stage", "Cooperative → Basic"),
    ]
    assert moves(before, company(grade=Grade.A, stage=Stage.COOPERATIVE, region="华南")) == [
        ("up", "Grade", "B → A"),
        ("same", "华星", "Region: – → 华南"),
    ]


OLD = Opportunity(key="o", owner="c", name="3 号线", amount=Money(Decimal(3_920_000)), close=date(2026, 12, 4))


@pytest.mark.parametrize(
    ("before", "after", "move"),
    [
        (None, OLD, ("new", "3 号线", "¥3.92 M")),
        (OLD, dataclasses.replace(OLD, state=Deal.WON), ("up", "3 号线", "Open → Won")),
        (OLD, dataclasses.replace(OLD, state=Deal.LOST), ("down", "3 号线", "Open → Lost")),
        (OLD, dataclasses.replace(OLD, amount=Money(Decimal(4_200_000))), ("up", "3 号线", "¥3.92 M → ¥4.2 M")),
        (OLD, dataclasses.replace(OLD, amount=Money(Decimal(9), "EUR")), ("same", "3 号线", "¥3.92 M → €9")),
        (OLD, dataclasses.replace(OLD, close=date(2027, 1, 9)), ("down", "3 号线", "4 Dec 2026 → 9 Jan 2027")),
        (OLD, None, ("gone", "3 号线", "opportunity")),
    ],
)
def test_orders_move_with_their_state_amount_and_day(before, after, move):
    assert of("opportunities", before, after) == [move]


OWED = Action(key="a", owner="c", text="样件", side=Side.THEIRS, due=date(2026, 11, 1))


@pytest.mark.parametrize(
    ("before", "after", "move"),
    [
        (None, dataclasses.replace(OWED, due=date(2026, 12, 4)), ("new", "样件", "4 Dec 2026")),
        (OWED, dataclasses.replace(OWED, done=date(2026, 11, 1)), ("up", "样件", "kept")),
        (OWED, dataclasses.replace(OWED, done=date(2026, 11, 9)), ("down", "样件", "kept late")),
        (OWED, dataclasses.replace(OWED, notes="asked again"), ("down", "样件", "late")),
        (None, Action(key="a", owner="c", text="plan"), ("new", "plan", "action")),
    ],
)
def test_promises_are_kept_or_late(before, after, move):
    assert of("actions", before, after) == [move]


def test_a_promise_that_was_late_already_is_told_no_more():
    owed = dataclasses.replace(OWED, due=date(2026, 8, 1))
    assert of("actions", owed, owed) == []


def test_goals_visits_and_risks():
    goal, risk = Goal(key="g", owner="c", text="30 %"), Risk(key="r", owner="c", text="断线", likelihood=3, impact=4)
    visit = Visit(key="v", owner="c", objective="试点", at=datetime(2026, 11, 20, 6, tzinfo=UTC))
    assert of("goals", goal, dataclasses.replace(goal, done=TODAY)) == [("up", "30 %", "reached")]
    assert of("visits", visit, dataclasses.replace(visit, result=Result.ADVANCE)) == [("new", "试点", "Advance")]
    assert of("risks", None, risk) == [("new", "断线", "3 × 4")]
    assert of("risks", risk, dataclasses.replace(risk, likelihood=2)) == [("up", "断线", "3 × 4 → 2 × 4")]
    assert of("risks", risk, dataclasses.replace(risk, impact=5)) == [("down", "断线", "3 × 4 → 3 × 5")]
    assert of("risks", risk, dataclasses.replace(risk, state=RiskState.GONE)) == [("up", "断线", "Gone")]


def test_rivals_offer_learn_and_win_people():
    need = Factor(key="n", owner="c", name="单价", score=3)
    stands = Standing(key="s", owner="c", factor="n", rival="kerui", score=4, value="96 万")
    before = client(factors=(need,), standings=(stands,))
    after = client(
        factors=(dataclasses.replace(need, score=4),),
        standings=(dataclasses.replace(stands, value="94 万"),),
        intel=(Intel(key="i", owner="c", rival="kerui", text="第三次报价 94 万"),),
        backers=(Backer(key="b", owner="c", rival="kerui", contact="wang"),),
    )
    assert moves(before, after) == [
        ("new", "科瑞", "第三次报价 94 万"),
        ("up", "Us: 单价", "3 → 4"),
        ("same", "科瑞: 单价", "96 万 → 94 万"),
        ("down", "王璐", "supports 科瑞"),
    ]
    assert ("up", "王璐", "no longer supports 科瑞") in moves(after, before)


def test_of_too_much_that_is_new_the_rest_is_told_in_one_line():
    owed = tuple(dataclasses.replace(OWED, key=f"a{n}", due=date(2026, 12, n + 1)) for n in range(4))
    kept = dataclasses.replace(owed[0], done=TODAY)
    assert [sign for sign, _, _ in moves(client(), client(actions=owed[:3]))] == ["new"] * 3
    assert moves(client(), client(actions=owed))[3:] == [("new", "样件", "action")]
    more = tuple(dataclasses.replace(it, key=f"{n}{it.key}") for it in owed for n in range(2))
    found = moves(client(actions=owed), client(actions=(kept, *owed[1:], *more)))
    assert [sign for sign, _, _ in found[:4]] == ["up", "new", "new", "new"]
    assert found[4:] == [("new", "Actions", "5 new")]


def test_the_rest_is_told_one_by_one_while_it_is_little():
    facts = tuple(Evidence(key=f"e{n}", owner="c", contact="wang", text=f"fact {n}") for n in range(5))
    assert moves(client(), client(evidence=facts[:2])) == [("new", "fact 0", "evidence"), ("new", "fact 1", "evidence")]
    changed = (dataclasses.replace(facts[0], text="x"), *facts[2:])
    assert moves(client(evidence=facts[:3]), client(evidence=changed)) == [
        ("same", "Evidence", "2 new, 1 changed, 1 removed")
    ]
    assert moves(client(), client(evidence=facts)) == [("new", "Evidence", "5 new")]


def test_a_change_of_one_field_tells_both_values_and_of_more_their_names():
    fact = Evidence(key="e", owner="c", contact="wang", text="came", source="林嘉", day=THEN)
    longer = dataclasses.replace(fact, source="x" * 99)
    assert of("evidence", fact, dataclasses.replace(fact, day=TODAY)) == [
        ("same", "came", "Day: 1 Sep 2026 → 22 Nov 2026")
    ]
    assert of("evidence", fact, dataclasses.replace(fact, volunteered=True)) == [
        ("same", "came", "Told us unasked: No → Yes")
    ]
    assert of("evidence", fact, longer) == [("same", "came", "Source")]
    assert of("evidence", fact, dataclasses.replace(longer, volunteered=True)) == [
        ("same", "came", "Source, Told us unasked")
    ]


@given(first=pairs(), second=pairs())
@settings(max_examples=12, phases=PHASES, suppress_health_check=list(HealthCheck))
def test_whatever_differs_something_is_told_in_every_language(first, second):
    before, after, workspace = first[0], second[0], second[1]
    found = what_changed(before, after, workspace, TODAY, THEN)
    assert bool(found) >= bool(difference(before, after))
    for move in found:
        for words in (ENGLISH, CHINESE):
            assert move.value.tell(words)
            move.said.tell(words)


def test_the_panel_and_the_paper_are_told_by_one_reckoning() -> None:
    before, after = client(), client()
    told = what_changed(before, after, SHARED, TODAY, THEN)
    assert what_changed(before, after, SHARED, TODAY, THEN) is told
    copy = told_to(after, SHARED, Audience.BRIEF)
    assert told_to(after, SHARED, Audience.BRIEF, floors=False) is copy

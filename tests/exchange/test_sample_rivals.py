"""The sample's contest: what the comparison, the rivals' files and the battle card are shown and measured on."""

from __future__ import annotations

import pytest

from kamdesk.client.account import account
from kamdesk.client.attacks import Ready, attacks, dropped_attacks
from kamdesk.client.calls import CallState
from kamdesk.client.client import Client
from kamdesk.client.comparing import State, comparison, sheet_warnings
from kamdesk.client.contest import contest_of, deals
from kamdesk.client.contest_records import CallKind, RivalTopic
from kamdesk.client.kills import kills
from kamdesk.client.overlay import overlay
from kamdesk.client.proposals import Proposal, proposals
from kamdesk.client.rival_file import RivalFile, rival_file
from kamdesk.client.rival_records import RivalKind
from kamdesk.client.role_view import seen_by, views
from kamdesk.client.stance import Stance, stance
from kamdesk.words import words_for
from tests.exchange.test_sample import CLIENTS, DEEP, TODAY, WORKSPACE

EN = words_for("en")
TOLD = ("huaxing", "beichen", "aalto", "hongxiang")  # the clients whose contest is told in full
FILES = {rival.key: rival_file(rival, list(CLIENTS.values()), WORKSPACE, TODAY) for rival in WORKSPACE.rivals}


def every(name: str) -> tuple[Proposal, ...]:
    client = CLIENTS[name]
    return proposals(client, WORKSPACE, account(client, TODAY), TODAY)


def test_the_contested_client_shows_flanking_for_the_stated_reason():
    client = CLIENTS["huaxing"]
    found = stance(client, WORKSPACE, account(client, TODAY), TODAY)
    assert found.stance is Stance.FLANKING
    assert [test.reason.tell(EN) for test in found.tests] == [
        "ratio 1.32, but no kill point",
        "supplies today: Nobody",
        "ratio 1.32, 交期 leads by 3",
    ]


def test_the_clients_stand_in_different_stances():
    found = {
        stance(client, WORKSPACE, account(client, TODAY), TODAY).stance for client in (item.values[0] for item in DEEP)
    }
    assert found >= {Stance.FRONTAL, Stance.DEFEND, Stance.FLANKING}


def test_there_is_a_sure_kill_point_a_near_one_and_a_fatal_weakness_with_its_ladder():
    found = kills(CLIENTS["beichen"], WORKSPACE, TODAY)
    assert [kill.row.factor.name for kill in found.sure] == ["停机小时"]
    assert [kill.plan.offer for kill in found.theirs if kill.plan] == ["79"]
    assert [kill.row.factor.name for kill in kills(CLIENTS["huaxing"], WORKSPACE, TODAY).nearly] == ["交期", "现场服务"]


def test_decisions_of_every_kind_are_there():
    states = {item.state for name in TOLD for item in every(name)}
    assert states == set(CallState)
    kinds = {item.kind for item in every("huaxing") if item.call}
    assert kinds == {CallKind.FACTOR, CallKind.STANCE, CallKind.PERSON}
    discarded = [item for item in every("huaxing") if item.state is CallState.DISCARDED]
    assert all(item.call and item.call.reason for item in discarded)


def test_attacks_are_ready_without_proof_and_without_answer_and_one_was_put_aside():
    client = CLIENTS["huaxing"]
    found = attacks(client, WORKSPACE, account(client, TODAY), TODAY)
    assert {attack.ready for attack in found} == set(Ready)
    assert [attack.claim for attack in found if attack.ready is Ready.READY] == [
        "同样四个工位，贵 16 万。",
        "1 号线就是我们做的，不用再学。",
        "陈总用我们的机器十年了。",
    ]
    (dropped,) = dropped_attacks(client, WORKSPACE, account(client, TODAY), TODAY)
    assert dropped.call
    assert dropped.call.reason


@pytest.mark.parametrize("name", TOLD)
def test_the_told_clients_have_all_that_the_comparison_asks_for(name: str):
    client = CLIENTS[name]
    sheet = comparison(client, WORKSPACE)
    assert client.company.incumbent
    assert len(views(client)) > 5
    assert contest_of(client, sheet.main or "")
    assert {stake.factor for stake in client.stakes} <= {factor.key for factor in client.factors}
    assert overlay(sheet, account(client, TODAY))
    assert sum(factor.tellable for factor in client.factors) >= 2
    assert any(standing.answer for standing in client.standings)
    assert all(factor.question for factor in client.factors if factor.importance and factor.importance >= 25)
    assert sheet_warnings(client, WORKSPACE, TODAY)


def test_each_role_sees_another_sheet():
    client = CLIENTS["huaxing"]
    first = {comparison(seen_by(client, view), WORKSPACE).rows[0].share for view in views(client)[1:]}
    assert len(first) > 3


@pytest.mark.parametrize("client", DEEP)
def test_every_client_says_what_its_main_rival_has_there(client: Client):
    assert contest_of(client, client.company.rival or "")
    assert client.company.incumbent


def test_every_rival_has_a_kind_a_line_and_facts_with_source_and_day():
    facts = WORKSPACE.rival_facts
    assert {rival.kind for rival in WORKSPACE.rivals} == set(RivalKind)
    for rival in WORKSPACE.rivals:
        mine = [fact for fact in facts if fact.rival == rival.key]
        assert rival.about, rival.name
        assert rival.meets, rival.name
        assert len(mine) >= 2, rival.name
    assert all(fact.source and fact.day and fact.confidence and fact.topic for fact in facts)
    assert {fact.topic for fact in facts} == set(RivalTopic)
    assert {fact.tellable for fact in facts} == {True, False}


@pytest.mark.parametrize("file", FILES.values(), ids=FILES)
def test_a_file_holds_something_old_and_something_new(file: RivalFile):
    assert file.at
    states = {line.state for group in file.lines.values() for line in group if line.fact}
    assert State.FRESH in states
    assert file.news[0].day


def test_orders_were_won_from_and_lost_to_most_rivals():
    assert sum(bool(file.won and file.lost) for file in FILES.values()) >= 4
    for name in ("huaxing", "beichen"):
        client = CLIENTS[name]
        found = deals(client, client.company.rival or "")
        assert found.won
        assert found.lost
        assert all(order.why for order in (*found.won, *found.lost))

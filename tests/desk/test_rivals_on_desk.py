"""The steps of the comparison on a real desk: stored, told after a restart, and taken back one by one."""

from __future__ import annotations

import pytest

from kamdesk.client.account import account
from kamdesk.client.attacks import attacks
from kamdesk.client.contest_records import CallKind
from kamdesk.client.proposals import proposals
from kamdesk.desk import contests, pasting, rivals, tactics
from kamdesk.desk.bring import load_sample
from kamdesk.desk.desk import Desk
from kamdesk.desk.what_if import WhatIf
from kamdesk.store.store import Store
from kamdesk.words import words_for

COLUMNS = ["name", "importance", "wants", "us", "kerui", "brandt"]


@pytest.fixture
def desk(tmp_path):
    store = Store.open(tmp_path)
    desk = Desk(store)
    load_sample(desk, "en")
    yield desk
    store.close()


def steps(desk):
    """One step of each kind, each on the client as the one before left it."""
    client, shared, today = desk.client("hx"), desk.workspace(), desk.today
    found = account(client, today)
    for kind in (CallKind.FACTOR, CallKind.STANCE, CallKind.PERSON):
        proposal = next(item for item in proposals(client, shared, found, today) if item.kind is kind)
        yield tactics.accept(client, shared.profile, proposal, "as agreed", today)
        client = desk.client("hx")
    proposal = proposals(client, shared, found, today)[0]
    yield tactics.discard(client, proposal, "they said no", today)
    attack = next(item for item in attacks(client, shared, found, today) if item.call is None)
    yield tactics.answer_attack(client, attack, "", "true", "log", True, today)
    kerui = next(rival for rival in shared.rivals if rival.key == "kerui")
    yield tactics.own_attack(client, kerui, "they are late")
    yield pasting.plan_paste(client, shared, COLUMNS, 0, 1, "20%\tx\t5: new\nmuch", today).step
    client = desk.client("hx")
    trial = WhatIf(client, shared)
    trial.try_("hx-price", "kerui", 1)
    yield trial.step()
    yield contests.set_contest(desk.client("hx"), kerui, {"floor": "88"})
    yield contests.make_fact(kerui, "strengths")
    yield rivals.remove_rival(desk.workspace(), [desk.client("hx")], desk.workspace().rivals[0], today)


def test_every_step_is_stored_and_can_be_taken_back(desk):
    before = desk.client("hx"), desk.workspace()
    told = []
    for step in steps(desk):
        desk.do(step.said, *step.edits)
        told.append(step.said.tell(words_for("en")))
    assert len(told) == len(set(told)) == 11
    for _ in told:
        assert desk.undo() is not None
    assert (desk.client("hx"), desk.workspace()) == before


def test_what_was_done_is_told_after_a_restart(tmp_path):
    store = Store.open(tmp_path)
    desk = Desk(store)
    load_sample(desk, "en")
    told = []
    for step in steps(desk):
        desk.do(step.said, *step.edits)
        told.append(step.said.tell(words_for("zh_CN")))
    store.close()
    again = Store.open(tmp_path)
    assert [logged.said.tell(words_for("zh_CN")) for logged in again.steps()][-len(told) :] == told
    assert again.check() == []
    again.close()

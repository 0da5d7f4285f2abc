"""A visit from preparation to debrief."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.client.checklists import start_checklist
from kamdesk.client.client import WORKSPACE, Client
from kamdesk.client.company import Company
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.shipped_checklists import ROUTINE, default_template
from kamdesk.client.visit_records import CheckItem, Result, Visit
from kamdesk.client.visiting import (
    Promise,
    debrief_actions,
    doubt,
    last_met,
    local_day,
    next_visit,
    promise,
    readiness,
    suggested_result,
    visit_code,
)
from kamdesk.words import words_for

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
TODAY = local_day(NOON)
EN = words_for("en")
VISIT = Visit(key="v", owner="huaxing", objective="Agree pilot scope", at=NOON)


def item(done, must=False, weight=None, visit="v", rank=0):
    return CheckItem(owner="huaxing", visit=visit, text="x", must=must, weight=weight, done=done, rank=rank)


def test_readiness_weighs_what_is_done():
    found = readiness(VISIT, [item(True, True, 3), item(True, weight=1), item(False, weight=1), item(True, visit="w")])
    assert (found.done, found.total, found.share) == (2, 3, 0.8)
    assert found.ready


def test_eighty_percent_without_every_must_is_not_ready():
    found = readiness(VISIT, [item(True, weight=9), item(False, weight=0), item(False, must=True, weight=1, rank=9)])
    assert found.share == 0.9
    assert (found.must_done, found.must_total, found.ready) == (0, 1, False)
    assert [missing.must for missing in found.missing] == [True, False]
    assert len(found.missing_musts) == 1


def test_every_must_without_eighty_percent_is_not_ready():
    assert not readiness(VISIT, [item(True, must=True, weight=3), item(False, weight=1)]).ready


def test_an_empty_checklist_is_never_ready():
    assert not readiness(VISIT, []).ready
    assert not readiness(VISIT, [item(True, weight=0)]).ready


@given(st.lists(st.tuples(st.booleans(), st.booleans(), st.integers(0, 5)), max_size=12), st.integers(2, 9))
def test_readiness_is_a_share_and_knows_no_scale(rows, factor):
    once = readiness(VISIT, [item(done, must, weight) for done, must, weight in rows])
    more = readiness(VISIT, [item(done, must, weight * factor) for done, must, weight in rows])
    assert 0 <= once.share <= 1
    assert once.share == pytest.approx(more.share)
    assert once.done + len(once.missing) == once.total


def client(*visits, actions=()):
    return Client(company=Company(key="huaxing", name="华星"), visits=visits, actions=tuple(actions))


def later(hours, **more):
    return Visit(owner="huaxing", at=NOON + timedelta(hours=hours), **more)


def test_the_next_visit_is_the_first_that_is_not_over():
    over, running, coming = later(-3), later(-0.5, minutes=90), later(24)
    assert next_visit(client(coming, over, running), NOON) == running
    assert next_visit(client(over, coming), NOON) == coming
    assert next_visit(client(over, Visit()), NOON) is None


def test_a_visit_with_a_result_is_not_next():
    assert next_visit(client(later(-0.1, result=Result.ORDER)), NOON) is None


def test_last_met_is_the_last_visit_before_today_or_todays_with_a_result():
    past = later(-24 * 12)
    assert last_met(client(past, later(24), Visit()), TODAY) == TODAY - timedelta(12)
    assert last_met(client(past, later(-2)), TODAY) == TODAY - timedelta(12)
    assert last_met(client(past, later(-2, result=Result.ADVANCE)), TODAY) == TODAY
    assert last_met(client(), TODAY) is None


def test_the_default_checklist_is_the_methods():
    template, items = default_template(EN)
    assert (template.owner, len(items), sum(line.must for line in items)) == (WORKSPACE, 34, 14)
    assert {line.template for line in items} == {template.key}
    assert [line.rank for line in items] == sorted(line.rank for line in items)
    assert {line.weight for line in items if line.must} == {3}
    assert len({line.group for line in items}) == len(ROUTINE) == 10


def test_a_first_visit_also_needs_the_phone_probe():
    _, items = default_template(EN, first=True)
    assert len(items) == 35
    assert items[0].must
    assert items[0].group == "First visit"


def test_a_visit_starts_with_copies_of_its_templates_lines():
    template, items = default_template(EN)
    _, others = default_template(EN, first=True)
    visit = dataclasses.replace(VISIT, template=template.key)
    edits = start_checklist(visit, [*others, *reversed(items)])
    copies = [edit.after for edit in edits]
    assert [copy.text for copy in copies] == [line.text for line in items]
    assert {(copy.owner, copy.visit, copy.done) for copy in copies} == {("huaxing", "v", False)}
    assert readiness(visit, copies).must_total == 14


@pytest.mark.parametrize(
    ("typed", "text", "person", "due"),
    [
        ("样件 50 件 @陈启明 12-04", "样件 50 件", "陈启明", date(2026, 12, 4)),
        ("send the offer tomorrow", "send the offer", "", date(2026, 11, 24)),
        ("@林嘉 call back", "call back", "林嘉", None),
        ("tomorrow", "tomorrow", "", None),
        ("50 sample parts", "50 sample parts", "", None),
        ("", "", "", None),
    ],
)
def test_a_promise_is_read_from_one_line(typed, text, person, due):
    assert promise(typed, Side.THEIRS, date(2026, 11, 23)) == Promise(Side.THEIRS, text, person, due)


def test_a_debrief_becomes_actions_of_both_sides():
    lines = [Promise(Side.THEIRS, "样件", "陈启明", TODAY), Promise(Side.OURS, "Report"), Promise(Side.OURS, "  ")]
    actions = [edit.after for edit in debrief_actions(VISIT, lines)]
    assert [(action.text, action.side, action.person, action.due) for action in actions] == [
        ("样件", Side.THEIRS, "陈启明", TODAY),
        ("Report", Side.OURS, "", None),
    ]
    assert {(action.visit, action.owner) for action in actions} == {("v", "huaxing")}


def test_an_advance_needs_a_dated_act_of_the_client():
    dated = Action(visit="v", side=Side.THEIRS, due=TODAY, text="x")
    assert suggested_result(VISIT, [dated]) is Result.ADVANCE
    assert suggested_result(VISIT, [dataclasses.replace(dated, due=None)]) is Result.CONTINUATION
    assert suggested_result(VISIT, [dataclasses.replace(dated, side=Side.OURS)]) is Result.CONTINUATION
    assert suggested_result(VISIT, [dataclasses.replace(dated, visit="w")]) is None
    assert suggested_result(dataclasses.replace(VISIT, agreed="much"), []) is Result.CONTINUATION


def test_an_advance_without_such_an_act_is_doubted():
    advanced = dataclasses.replace(VISIT, result=Result.ADVANCE)
    assert "dated act" in doubt(advanced, []).tell(EN)
    assert doubt(advanced, [Action(visit="v", side=Side.THEIRS, due=TODAY)]) is None
    assert doubt(VISIT, []) is None


def test_a_visit_has_a_short_code_that_stays():
    assert visit_code(VISIT) == visit_code(dataclasses.replace(VISIT, objective="other"))
    assert len(visit_code(VISIT)) == 5
    assert visit_code(VISIT).startswith("V-")
    assert len({visit_code(Visit()) for _ in range(50)}) > 45

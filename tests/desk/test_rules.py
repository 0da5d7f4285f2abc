"""The rep's own numbers: read as typed, kept in bounds and in order, taken back one by one or all at once."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.client.client import WORKSPACE, Workspace
from kamdesk.client.library import Profile, Threshold
from kamdesk.client.rules import RULES, Described, Rules, described
from kamdesk.desk.rules import RISING, read_rule, reset_rule, reset_rules, set_rule, whole
from kamdesk.words import words_for
from tests.stepped import done, undone

WORK = Workspace(profile=Profile(key=WORKSPACE, owner=WORKSPACE))
EVERY = {rule.name: rule for rule in described()}


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        *(("margin", "0.8", 0.8), ("margin", "0,8", 0.8), ("margin", "０．８", 0.8), ("margin", " 1 ", 1)),
        *(("fresh_days", "90 d", 90), ("enough", "55.5 %", 55.5), ("margin", "", 0.5), ("fresh_days", "  ", 180)),
    ],
)
def test_a_number_is_read_as_people_write_it(name: str, text: str, value: float) -> None:
    assert read_rule(Rules(margin=3, fresh_days=10), EVERY[name], text) == (value, None)


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("margin", "much", "“much” is no number"),
        ("margin", "nan", "“nan” is no number"),
        ("margin", "9", "9 is not between 0 and 4"),
        ("enough", "-1", "-1 is not between 0 and 100"),
        ("fresh_days", "90.5", "“90.5” is no whole number"),
        ("threads", "1.5", "“1.5” is no whole number"),
        ("coach", "2", "“Supporter from” is 3.7; this must not be less"),
        ("neutral", "4", "“Supporter from” is 3.7; this must not be more"),
        ("fresh_days", "400", "“A fact is shown as old after” is 365; this must not be more"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(name: str, text: str, sentence: str) -> None:
    number, problem = read_rule(RULES, EVERY[name], text)
    assert problem is not None
    assert problem.tell(words_for("en")) == sentence
    assert number == getattr(RULES, name)


def test_a_changed_rule_is_one_record_and_goes_with_the_methods_number() -> None:
    margin = EVERY["margin"]
    first = set_rule(WORK, margin, 0.8)
    changed = done(WORK, first)
    assert [(item.owner, item.name, item.value) for item in changed.thresholds] == [(WORKSPACE, "margin", "0.8")]
    again = done(changed, set_rule(changed, margin, 1))
    assert Rules.of(again.thresholds).margin == 1
    assert len(again.thresholds) == 1
    assert done(again, set_rule(again, margin, 0.5)) == WORK
    assert undone(changed, first) == WORK
    assert first.said.tell(words_for("en")) == "Rule “A lead is one from”: 0.8"


def test_all_rules_can_be_taken_back_at_once() -> None:
    twice = tuple(Threshold(owner=WORKSPACE, name="margin", value=value) for value in ("1", "2"))
    full = dataclasses.replace(WORK, thresholds=(*twice, Threshold(owner=WORKSPACE, name="of yesterday", value="x")))
    assert done(full, reset_rules(full)) == WORK
    assert [item.name for item in done(full, reset_rule(full, EVERY["margin"])).thresholds] == ["of yesterday"]


def test_what_is_counted_is_whole_and_what_is_measured_is_not() -> None:
    assert [name for name, rule in EVERY.items() if rule.unit == "d" and not whole(rule)] == []
    assert whole(EVERY["threads"])
    assert not whole(EVERY["margin"])
    assert not whole(EVERY["enough"])
    assert {name for names in RISING for name in names} <= set(EVERY)


@given(st.sampled_from(described()), st.text(max_size=12))
def test_any_text_is_a_number_in_bounds_or_gets_a_sentence(rule: Described, text: str) -> None:
    number, problem = read_rule(RULES, rule, text)
    assert rule.low <= number <= rule.high
    assert problem is None or problem.tell(words_for("en"))


@given(st.sampled_from(described()), st.floats(0, 4000))
def test_what_is_kept_is_what_was_read(rule: Described, typed: float) -> None:
    number, problem = read_rule(RULES, rule, f"{typed:g}")
    kept = Rules.of(done(WORK, set_rule(WORK, rule, number)).thresholds)
    assert kept == dataclasses.replace(RULES, **{rule.name: number})
    assert problem is None or kept == RULES

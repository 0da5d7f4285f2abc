"""What a level counted as is kept with the weigh-in; the rep's own rules and weights decide over new ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from kamdesk.client.client import Client
from kamdesk.client.company import Company
from kamdesk.client.library import Profile, WeightSet
from kamdesk.client.people import Attitude
from kamdesk.client.presets import (
    PRESET_LABELS,
    PRESETS,
    as_fields,
    preset_of,
    set_of,
    shares,
    starting_weights,
    weights_of,
)
from kamdesk.client.rules import Rules
from kamdesk.client.weigh_records import Dimension
from kamdesk.client.weighing import Freshness, caps, counted, freeze, freshness, weigh
from kamdesk.words import words_for
from tests.client.test_weighing import DAY, facts, weighin


def kept(item, proof=()):
    return replace(item, **caps(item, proof))


def test_what_a_level_counted_as_stands_whatever_is_written_down_later():
    frozen = kept(weighin(3, 3, 5, 3))
    proof = facts("wang", *[Dimension.PROJECT] * 2, second="seen")
    level = counted(frozen, proof, Dimension.PROJECT)
    assert (level.entered, level.counted, level.facts) == (5, 3, 2)
    assert level.chip.tell(words_for("en")) == "5 → 3 unproven"
    proven = kept(weighin(3, 3, 5, 3), proof)
    assert counted(proven, [], Dimension.PROJECT).counted == 5
    assert not counted(proven, [], Dimension.PROJECT).capped


def test_what_is_kept_never_makes_a_level_known_nor_higher():
    frozen = kept(weighin(3, 3, 5, 3), facts("wang", *[Dimension.PROJECT] * 2, second="seen"))
    assert counted(replace(frozen, project=None), [], Dimension.PROJECT).counted is None
    assert counted(replace(frozen, project=2), [], Dimension.PROJECT).counted == 2
    assert counted(replace(frozen, project=4), [], Dimension.PROJECT).counted == 4


def test_an_estimate_is_kept_as_it_was_entered():
    assert caps(weighin(5, None, 4, 4, rival="kerui"), [])["acceptance_counted"] == 5


def test_freezing_fills_only_what_is_missing():
    old, new = kept(weighin(3, 3, 5, 3, day=date(2025, 12, 1))), weighin(4, None, 5, 3)
    whole = Client(
        company=Company(name="华星"),
        weighins=(old, new),
        evidence=tuple(facts("wang", *[Dimension.PROJECT] * 2, second="seen")),
    )
    frozen = freeze(whole)
    assert frozen.weighins[0] == old
    assert [frozen.weighins[1].kept(dimension) for dimension in Dimension] == [3, None, None, None, 5, 3]
    assert freeze(frozen) is frozen
    assert [weigh(item, whole.evidence).score for item in whole.weighins] == [weigh(it).score for it in frozen.weighins]


def test_the_reps_own_rules_decide():
    rules = Rules(fresh_days=30, enough=80, supporter=3.0)
    proof = facts("wang", Dimension.PROJECT, day=DAY - timedelta(31))
    level = counted(weighin(3, 3, 4, 3), proof, Dimension.PROJECT, rules=rules)
    assert (level.counted, level.reason.tell(words_for("en"))) == (3, "Level 4 needs one fact from the last 30 days")
    assert not weigh(weighin(3, None, 3, 3), rules=rules).enough
    assert weigh(weighin(3, 3, 3, 3), rules=rules).band is Attitude.SUPPORTER
    assert freshness(DAY - timedelta(31), DAY, rules) is Freshness.AMBER


def test_the_clients_own_weights_come_before_the_reps():
    company, profile = Company(name="华星", guidance_weight=7), Profile(project_weight=5)
    assert starting_weights(profile, company) == weights_of(company)
    assert starting_weights(profile, Company(name="华星")) == weights_of(profile)
    assert as_fields({Dimension.PROJECT: 5})["project_weight"] == 5


def test_a_named_set_is_found_again_by_its_shares():
    mine = WeightSet(name="mine", project_weight=1, rivalry_weight=3)
    assert set_of({Dimension.PROJECT: 10, Dimension.RIVALRY: 30}, [mine]) == mine
    assert set_of(PRESETS["four"], [mine]) is None


def test_presets_are_found_again_by_their_shares():
    assert preset_of({dimension: weight * 3 for dimension, weight in PRESETS["project"].items()}) == "project"
    assert preset_of(weigh(weighin(3, 2, 3, 3)).weights) == ""
    assert sum(shares(PRESETS["long_term"]).values()) == 100
    assert set(PRESETS) == set(PRESET_LABELS)


def test_a_new_weigh_in_starts_with_the_reps_weights_or_four_dimensions():
    assert starting_weights(Profile()) == PRESETS["four"]
    assert starting_weights(Profile(project_weight=5))[Dimension.PROJECT] == 5

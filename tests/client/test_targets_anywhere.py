"""Targets, gaps and suggestions: what must hold for any levels and weights."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamdesk.client.targets import HALF_YEAR, allowed, gaps_to, person_gaps, suggest_target
from kamdesk.client.weigh_records import Dimension, Target, WeighIn
from tests.client.targeted import BY, DAY, client, levels, wang

LEVEL = st.none() | st.integers(1, 5)
SIX = st.tuples(*[LEVEL] * 6)
WEIGHTS = st.tuples(*[st.integers(0, 40)] * 6).filter(any)


def any_client(now, rival, weights, target=None, influence=5):
    names = [dimension.value for dimension in Dimension]
    own = {f"{name}_weight": weight for name, weight in zip(names, weights, strict=True)}
    held = [
        WeighIn(contact="wang", day=DAY, **levels(*now, names=names), **own),
        WeighIn(contact="wang", rival="kerui", day=DAY, **levels(*rival, names=names)),
    ]
    goals = [Target(contact="wang", set_on=DAY, by=BY, **levels(*target, names=names))] if target else []
    return client(held, goals, influence)


@given(SIX, SIX, WEIGHTS, SIX, st.integers(2, 9))
def test_gap_and_order_do_not_depend_on_the_scale_of_the_weights(now, rival, weights, target, factor):
    one = any_client(now, rival, weights, target)
    many = any_client(now, rival, [weight * factor for weight in weights], target)
    first, second = person_gaps(one, wang(one), DAY), person_gaps(many, wang(many), DAY)
    assert second.weighted_gap == pytest.approx(first.weighted_gap)
    assert second.score_wanted == pytest.approx(first.score_wanted)
    assert [gap.priority for gap in second.gaps] == pytest.approx([gap.priority for gap in first.gaps])


@given(SIX, WEIGHTS, SIX)
def test_no_gap_is_negative_and_the_target_never_lowers_the_score(now, weights, target):
    held = any_client(now, now, weights, target)
    found = person_gaps(held, wang(held), DAY)
    assert all(gap.gap >= 0 and gap.priority >= 0 for gap in found.gaps)
    raised_known = all(n is not None or t is None for n, t in zip(now, target, strict=True))
    if found.score_wanted is not None and found.person.weighed.score is not None and raised_known:
        assert found.score_wanted >= found.person.weighed.score - 1e-9
        assert found.score_wanted - found.person.weighed.score == pytest.approx(found.weighted_gap)


@given(SIX, SIX, WEIGHTS, st.integers(1, 1000))
def test_a_suggested_target_never_breaks_its_own_rules(now, rival, weights, days):
    held, by = any_client(now, rival, weights), DAY + timedelta(days)
    person = wang(held)
    target = suggest_target(held, person, DAY, by)
    found = gaps_to(held, person, target)
    for gap in found.gaps:
        assert gap.now is not None
        assert 0 < gap.gap <= allowed(held.rules, DAY, by)
        assert gap.wanted <= 5
        assert gap.share > 0
    goal = min(5.0, held.rules.supporter if person.rival_score is None else person.rival_score + held.rules.ahead)
    if found.gaps:  # no step is superfluous
        last = min(gap.share for gap in found.gaps)
        known = sum(w for d, w in person.weighed.weights.items() if person.weighed.counted[d].counted)
        assert found.score_wanted - last * sum(person.weighed.weights.values()) / known < goal


@given(SIX, SIX, WEIGHTS)
def test_given_time_the_suggestion_leads_wherever_that_is_possible(now, rival, weights):
    held = any_client(now, rival, weights)
    person = wang(held)
    found = gaps_to(held, person, suggest_target(held, person, DAY, DAY + timedelta(4 * HALF_YEAR)))
    if person.rival_score is not None and found.score_wanted is not None:
        assert found.score_wanted >= min(5.0, person.rival_score + held.rules.ahead) - 1e-9

"""Targets, gaps and priorities: the method's worked case, its rules, and what must hold for any levels."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest

from kamdesk.client.account import account
from kamdesk.client.client import Client
from kamdesk.client.company import Company
from kamdesk.client.library import Threshold
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action, Deal, Opportunity
from kamdesk.client.rules import Rules
from kamdesk.client.targets import (
    Objection,
    all_gaps,
    allowed,
    gaps_to,
    person_gaps,
    proposals,
    suggest_target,
    target_of,
    target_warnings,
)
from kamdesk.client.weigh_records import Dimension, Target, WeighIn
from kamdesk.client.weighing import NEXT_ACTIONS
from kamdesk.words import words_for
from tests.client.targeted import BY, DAY, client, levels, wang

ENGLISH = words_for("en")
WORKED = {"acceptance_weight": 20, "information_weight": 25, "project_weight": 35, "rivalry_weight": 20}


def ours(*values, **more):
    return WeighIn(contact="wang", day=DAY, **{**levels(*values), **WORKED, **more})


def theirs(*values):
    return WeighIn(contact="wang", rival="kerui", day=DAY, **levels(*values))


def wanted(*values, **more):
    return Target(contact="wang", **{"set_on": DAY, "by": BY, **levels(*values), **more})


def worked(**more):
    return client([ours(3, 2, 3, 3), theirs(4, 2, 4, 4)], [wanted(4, 3, 4, 4)], **more)


def told(found):
    return [item.said.tell(ENGLISH) for item in found]


def test_the_worked_target_comes_to_the_methods_figures():
    found = person_gaps(worked(), wang(worked()), DAY)
    assert found.weighted_gap == pytest.approx(1.00)
    assert found.score_wanted == pytest.approx(3.75)
    assert found.rival_score == pytest.approx(3.5)
    by_dimension = {gap.dimension: gap.priority for gap in found.gaps}
    assert by_dimension == pytest.approx(
        {Dimension.PROJECT: 1.75, Dimension.INFORMATION: 1.25, Dimension.ACCEPTANCE: 1.00, Dimension.RIVALRY: 1.00}
    )
    assert [gap.dimension for gap in found.gaps[:2]] == [Dimension.PROJECT, Dimension.INFORMATION]


def test_a_quarter_above_the_rival_is_no_lead_by_the_rule():
    found = person_gaps(worked(), wang(worked()), DAY)
    assert found.enough_lead is False
    assert "Even when reached, it does not lead the rival by 0.5." in told(
        target_warnings(worked(), wang(worked()), found.target, DAY)
    )


def test_the_rules_are_the_reps():
    held = dataclasses.replace(worked(), rules=Rules.of([Threshold(name="ahead", value="0.25")]))
    assert person_gaps(held, wang(held), DAY).enough_lead is True


def test_the_unknown_has_no_gap_and_takes_no_part():
    held = client([ours(3, None, 3, 3)], [wanted(4, 3, 4, 4)])
    found = person_gaps(held, wang(held), DAY)
    unknown = next(gap for gap in found.gaps if gap.dimension is Dimension.INFORMATION)
    assert (unknown.now, unknown.gap, unknown.priority) == (None, 0, 0)
    assert found.weighted_gap == pytest.approx(1.00)
    assert "Information is unknown: find out first." in told(target_warnings(held, wang(held), found.target, DAY))


def test_a_person_nobody_weighed_has_a_target_and_no_gap():
    held = client([], [wanted(4, 3, 4, 4)])
    found = person_gaps(held, wang(held), DAY)
    assert (found.weighted_gap, found.score_wanted, found.enough_lead) == (None, None, None)
    assert not any(gap.gap for gap in found.gaps)
    assert all_gaps(held, account(held, DAY), DAY) == ()


def test_a_target_below_what_is_reached_is_no_gap():
    held = client([ours(4, 4, 3, 3)], [wanted(3, 4, 4, 3)])
    found = person_gaps(held, wang(held), DAY)
    assert [gap.dimension for gap in found.gaps if gap.gap] == [Dimension.PROJECT]
    assert found.score_wanted == pytest.approx((20 * 4 + 25 * 4 + 35 * 4 + 20 * 3) / 100)


def test_the_target_set_last_is_in_force():
    first, later = wanted(4, 4, 4, 4, set_on=DAY - timedelta(90)), wanted(4, 3, 4, 4)
    held = client([ours(3, 2, 3, 3)], [later, first])
    assert target_of(held, "wang", DAY) is later
    assert target_of(held, "wang", DAY - timedelta(1)) is first
    assert target_of(held, "wang", DAY - timedelta(91)) is None


def test_of_equal_gaps_the_order_decided_earlier_comes_first():
    soon = Opportunity(key="soon", name="Line 3", close=DAY + timedelta(30))
    late = Opportunity(key="late", name="Line 4", close=DAY + timedelta(90))
    lost = Opportunity(key="lost", name="Line 2", close=DAY + timedelta(9), state=Deal.LOST)
    people = [Contact(key=key, name=key, influence=4) for key in ("a", "b", "c")]
    held = Client(
        company=Company(key="x", name="X"),
        contacts=tuple(people),
        weighins=tuple(dataclasses.replace(ours(3, 3, 3, 3), key=c.key, contact=c.key) for c in people),
        targets=tuple(
            dataclasses.replace(wanted(None, None, 4, None), key=c.key, contact=c.key, opportunity=order)
            for c, order in zip(people, ("lost", "late", "soon"), strict=True)
        ),
        opportunities=(late, lost, soon),
    )
    assert [gap.contact.key for gap in all_gaps(held, account(held, DAY), DAY)] == ["c", "b", "a"]


def test_a_step_too_far_and_a_gap_without_action_are_said():
    held = client([ours(3, 2, 3, 3)], [wanted(5, None, None, None)])
    found = told(target_warnings(held, wang(held), held.targets[0], DAY))
    assert "Acceptance 3 → 5 is too fast: 1 in that time at most." in found
    assert "Acceptance: nothing is planned for it." in found
    assert "It serves no order and no goal yet." in found


def test_a_planned_action_linked_to_an_order_silences_the_warnings():
    act = Action(text="Show the line", contact="wang", dimension=Dimension.PROJECT, due=DAY)
    held = client(
        [ours(3, 3, 3, 3), theirs(3, 3, 3, 3)],
        [wanted(4, None, 4, None, opportunity="line3")],
        actions=(act, dataclasses.replace(act, key="other", dimension=Dimension.ACCEPTANCE)),
    )
    assert target_warnings(held, wang(held), held.targets[0], DAY) == []


def test_perfection_is_more_than_needed():
    held = client([ours(4, 4, 4, 4), theirs(2, 2, 2, 2)], [wanted(5, 5, 5, 5)])
    assert "More than is needed: it has to beat the rival, not to be perfect." in told(
        target_warnings(held, wang(held), held.targets[0], DAY)
    )


def test_a_warning_carries_what_it_is_about_whatever_its_words_are():
    held = client([ours(3, 2, None, 3)], [wanted(5, 1, 4, None)])
    found = target_warnings(held, wang(held), held.targets[0], DAY)
    assert {(item.code, item.dimension, item.level) for item in found} == {
        (Objection.FAST, Dimension.ACCEPTANCE, 4),
        (Objection.UNPLANNED, Dimension.ACCEPTANCE, None),
        (Objection.BELOW, Dimension.INFORMATION, None),
        (Objection.UNKNOWN, Dimension.PROJECT, None),
        (Objection.UNSERVING, None, None),
    }


def test_a_day_that_has_passed_is_said():
    held = client([ours(3, 3, 3, 3)], [wanted(4, None, None, None, by=DAY - timedelta(1))])
    assert told(target_warnings(held, wang(held), held.targets[0], DAY))[0].startswith("The day has passed")


@pytest.mark.parametrize(("days", "most"), [(1, 1), (182, 1), (363, 1), (364, 2), (900, 4)])
def test_a_dimension_rises_one_level_per_half_year(days, most):
    assert allowed(Rules(), DAY, DAY + timedelta(days)) == most


def test_the_suggestion_takes_the_heaviest_step_first_and_stops_when_ahead():
    held = client([ours(3, 2, 3, 3), theirs(3, 3, 3, 3)])  # 2.75; 3.5 is wanted: 35 + 25 + one of the 20s
    target = suggest_target(held, wang(held), DAY, BY)
    assert [target.level(d) for d in Dimension] == [4, None, 3, None, 4, None]
    assert gaps_to(held, wang(held), target).score_wanted == pytest.approx(3.55)


def test_the_last_step_is_the_smallest_that_is_enough():
    held = client([ours(3, 3, 3, 3), theirs(2, 3, 3, 3)])  # 2.8 + 0.5: 0.3 is lacking
    assert suggest_target(held, wang(held), DAY, BY).level(Dimension.PROJECT) == 4
    nearer = client([ours(3, 3, 3, 3), theirs(2, 2, 3, 3)])  # 2.55 + 0.5: any step will do
    assert [suggest_target(nearer, wang(nearer), DAY, BY).level(d) for d in Dimension] == [4, *[None] * 5]


def test_of_equal_steps_the_one_that_an_open_action_moves_is_suggested():
    held = client([ours(3, 3, 3, 3), theirs(2, 2, 3, 3)])  # any step will do; acceptance and rivals weigh the same
    act = Action(text="Test on line 3", contact="wang", dimension=Dimension.RIVALRY)
    moved = dataclasses.replace(held, actions=(act,))
    assert [suggest_target(moved, wang(moved), DAY, BY).level(d) for d in Dimension] == [*[None] * 5, 4]
    done = dataclasses.replace(held, actions=(dataclasses.replace(act, done=DAY),))
    assert suggest_target(done, wang(done), DAY, BY).level(Dimension.ACCEPTANCE) == 4


def test_nothing_is_suggested_where_we_lead_already():
    held = client([ours(4, 4, 4, 4), theirs(2, 2, 2, 2)])
    target = suggest_target(held, wang(held), DAY, BY)
    assert not any(target.level(d) for d in Dimension)


def test_without_a_rival_the_suggestion_makes_a_supporter():
    held = client([ours(3, 3, 3, 3)])
    target = suggest_target(held, wang(held), DAY, BY)
    assert gaps_to(held, wang(held), target).score_wanted >= held.rules.supporter


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_what_is_planned_in_any_language_is_not_proposed_again(language):
    held = client([ours(3, 3, 3, 3)], [wanted(None, None, 4, None)])
    gap = person_gaps(held, wang(held), DAY).gaps[0]
    first, *others = NEXT_ACTIONS[Dimension.PROJECT]
    assert proposals(held, gap) == (first, *others)
    act = Action(text=words_for(language).tr(first), contact="wang")
    assert proposals(dataclasses.replace(held, actions=(act,)), gap) == tuple(others)

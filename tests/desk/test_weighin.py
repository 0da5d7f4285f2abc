"""Weighing somebody: what a level counts as is kept with the day, facts go along, every step can be taken back."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kamdesk.client.client import WORKSPACE, Client, Workspace
from kamdesk.client.company import Company
from kamdesk.client.library import Profile
from kamdesk.client.people import Contact
from kamdesk.client.rival_records import Rival
from kamdesk.client.rules import Rules
from kamdesk.client.weigh_records import Dimension, Evidence, WeighIn
from kamdesk.client.weighing import caps, history, weigh
from kamdesk.desk import proof, weighin, weights
from kamdesk.desk.weighin import Sitting
from kamdesk.store.step import Step
from kamdesk.words import words_for
from tests.stepped import done, undone

TODAY = date(2026, 11, 23)
WANG = Contact(key="wang", owner="c", name="Wang", influence=5)
HUAXING = Client(company=Company(key="c", owner="c", name="Huaxing"), contacts=(WANG,))
KERUI = Rival(key="kerui", owner=WORKSPACE, name="Kerui")
WORK = Workspace(profile=Profile(key=WORKSPACE, owner=WORKSPACE), rivals=(KERUI,))
PROJECT, INFORMATION = Dimension.PROJECT, Dimension.INFORMATION


def sit(client: Client, day: date = TODAY, rival: Rival | None = None) -> Sitting:
    return weighin.sit(client, WORK, WANG, day, rival)


def level(client: Client, dimension: Dimension, value: int | None, day: date = TODAY) -> Client:
    return done(client, weighin.set_level(sit(client, day), dimension, value))


def fact(day: date = TODAY, dimension: Dimension = PROJECT, second: str = "", key: str = "f") -> Evidence:
    return Evidence(key=key, owner="c", contact="wang", dimension=dimension, day=day, text="seen", second_source=second)


def counts(client: Client, dimension: Dimension = PROJECT) -> list[int | None]:
    """What a dimension is kept as, oldest weigh-in first."""
    return [item.kept(dimension) for item in history(client.weighins, "wang")]


def test_a_level_is_kept_as_it_counts_on_the_day() -> None:
    now = level(HUAXING, PROJECT, 5)
    assert (now.weighins[0].project, now.weighins[0].project_counted) == (5, 3)
    assert level(now, PROJECT, None).weighins[0].project_counted is None


def test_a_fact_of_the_day_lifts_the_weigh_in_of_the_day_in_the_same_step() -> None:
    weighed = level(HUAXING, PROJECT, 5)
    step = proof.prove(sit(weighed), fact(second="Li"))
    proven = done(weighed, step)
    assert counts(proven) == [4]
    assert counts(done(proven, proof.prove(sit(proven), fact(key="g")))) == [5]
    assert undone(proven, step) == weighed


def test_a_fact_on_a_later_day_makes_a_weigh_in_of_that_day_and_leaves_the_old_one() -> None:
    old = level(HUAXING, PROJECT, 5, TODAY - timedelta(40))
    proven = done(old, proof.prove(sit(old), fact(second="Li")))
    assert counts(proven) == [3, 4]
    assert [item.day for item in proven.weighins] == [TODAY - timedelta(40), TODAY]
    dated_back = done(old, proof.prove(sit(old), fact(TODAY - timedelta(50))))
    assert counts(dated_back) == [3, 4]


def test_a_fact_that_lifts_nothing_makes_no_weigh_in() -> None:
    old = level(HUAXING, PROJECT, 3, TODAY - timedelta(40))
    assert len(proof.prove(sit(old), fact()).edits) == 1
    assert len(proof.prove(sit(HUAXING), fact()).edits) == 1


def test_confirming_a_fact_lifts_and_correcting_its_dimension_lowers() -> None:
    two = dataclasses.replace(HUAXING, evidence=(fact(), fact(key="g")))
    weighed = level(level(two, PROJECT, 5), INFORMATION, 4)
    assert (counts(weighed), counts(weighed, INFORMATION)) == ([4], [3])
    confirmed = done(weighed, proof.correct_proof(sit(weighed), fact(), fact(second="Li")))
    assert counts(confirmed) == [5]
    moved = done(confirmed, proof.correct_proof(sit(confirmed), fact(second="Li"), fact(dimension=INFORMATION)))
    assert (counts(moved), counts(moved, INFORMATION)) == ([4], [4])


def test_a_fact_taken_away_lowers_the_weigh_in_of_the_day_and_no_older_one() -> None:
    proven = level(dataclasses.replace(HUAXING, evidence=(fact(TODAY - timedelta(40)),)), PROJECT, 4)
    step = proof.remove_proof(sit(proven), proven.evidence[0])
    assert counts(done(proven, step)) == [3]
    assert undone(done(proven, step), step) == proven
    later = sit(proven, TODAY + timedelta(1))
    assert counts(done(proven, proof.remove_proof(later, proven.evidence[0]))) == [4]


def test_looking_back_no_fact_touches_what_was_kept() -> None:
    old = level(HUAXING, PROJECT, 5)
    back = weighin.look_back(sit(old, TODAY + timedelta(9)), old.weighins[0])
    assert len(proof.prove(back, fact()).edits) == 1


def test_other_weights_and_remarks_carry_over_what_stands_and_a_judgement_does_not() -> None:
    proven = level(dataclasses.replace(HUAXING, evidence=(fact(),)), PROJECT, 4)
    later = TODAY + timedelta(200)
    same = done(proven, weighin.set_weights(sit(proven, later), {PROJECT: 10, INFORMATION: 5}))
    assert counts(same) == [4, 4]
    assert counts(level(same, INFORMATION, 3, later)) == [4, 3]


def test_the_right_day_of_a_weigh_in_decides_which_facts_prove_it() -> None:
    weighed = level(dataclasses.replace(HUAXING, evidence=(fact(TODAY - timedelta(5)),)), PROJECT, 4)
    moved = done(weighed, weighin.set_day(sit(weighed), TODAY - timedelta(9), words_for("en")))
    assert counts(moved) == [3]


def test_an_estimate_of_a_rival_is_kept_as_entered() -> None:
    guessed = done(HUAXING, weighin.set_level(sit(HUAXING, rival=KERUI), PROJECT, 5))
    assert (guessed.weighins[0].rival, guessed.weighins[0].project_counted) == ("kerui", 5)


def test_the_reps_rules_decide_what_is_kept() -> None:
    strict = dataclasses.replace(HUAXING, rules=Rules(fresh_days=10), evidence=(fact(TODAY - timedelta(11)),))
    assert counts(level(strict, PROJECT, 4)) == [3]


def test_a_client_may_start_with_weights_of_its_own() -> None:
    step = weights.set_client_weights(HUAXING.company, {Dimension.GUIDANCE: 7})
    own = done(HUAXING, step)
    assert sit(own).weights[Dimension.GUIDANCE] == 7
    assert weights.weights_for(1, WORK.profile, own.company) == sit(own).weights
    assert undone(own, step) == HUAXING
    assert done(own, weights.set_client_weights(own.company, None)) == HUAXING


def test_weights_are_kept_under_a_name_that_is_not_taken() -> None:
    kept = weights.save_weight_set(" Tender ", {PROJECT: 10}).edits[0].after
    assert kept is not None
    assert (kept.title, kept.owner) == ("Tender", WORKSPACE)
    full = dataclasses.replace(WORK, weight_sets=(kept,))
    words = words_for("en")
    told = [weights.set_problem(full, name) for name in ("tender", "  ", "Other")]
    assert [item and item.tell(words) for item in told] == [
        "There are weights of that name already.",
        "Give the weights a name.",
        None,
    ]
    assert weights.set_problem(full, "TENDER", but=full.weight_sets[0]) is None
    assert weights.weights_problem({PROJECT: 0}) is not None
    assert weights.weights_problem({PROJECT: 1}) is None
    assert weights.rename_weight_set(full.weight_sets[0], "Two").edits[0].record.title == "Two"
    assert weights.remove_weight_set(full, full.weight_sets[0]).edits[0].after is None


DIMENSIONS = st.sampled_from([PROJECT, INFORMATION])
DAYS = st.integers(0, 400)
DEEDS = st.one_of(
    st.tuples(st.just("level"), DIMENSIONS, st.one_of(st.none(), st.integers(1, 5))),
    st.tuples(st.just("fact"), DIMENSIONS, DAYS, st.booleans()),
    st.tuples(st.just("correct"), DIMENSIONS, DAYS, st.booleans()),
    st.tuples(st.just("remove")),
    st.tuples(st.just("weights"), st.integers(0, 9), st.integers(1, 9)),
    st.tuples(st.just("wait"), st.integers(1, 300)),
)


def step_of(client: Client, sitting: Sitting, deed: tuple) -> Step | None:
    """The step that a deed is; None where there is nothing to do it to."""
    match deed:
        case ("level", dimension, value):
            return weighin.set_level(sitting, dimension, value)
        case ("fact", dimension, age, second):
            new = fact(sitting.day - timedelta(age), dimension, "Li" * second, f"f{len(client.evidence)}-{sitting.day}")
            return None if client.get(new.key) else proof.prove(sitting, new)
        case ("correct", dimension, age, second) if client.evidence:
            old = client.evidence[0]
            day = sitting.day - timedelta(age)
            new = dataclasses.replace(old, dimension=dimension, day=day, second_source="Li" * second)
            return proof.correct_proof(sitting, old, new)
        case ("remove",) if client.evidence:
            return proof.remove_proof(sitting, client.evidence[-1])
        case ("weights", one, other):
            return weighin.set_weights(sitting, {PROJECT: one, INFORMATION: other})
    return None


@given(st.lists(DEEDS, max_size=14))
def test_whatever_is_done_older_weigh_ins_stay_facts_never_lower_and_all_can_be_taken_back(deeds: list[tuple]) -> None:
    client, day, steps, before = HUAXING, TODAY, [], [HUAXING]
    for deed in deeds:
        if deed[0] == "wait":
            day += timedelta(deed[1])
            continue
        sitting = sit(client, day)
        step = step_of(client, sitting, deed)
        if step is None:
            continue
        after = done(client, step)
        older = {item for item in client.weighins if item.day != day}
        assert older <= set(after.weighins)
        assert len([item for item in after.weighins if item.day == day]) <= 1
        if deed[0] == "fact" and sitting.kept:
            assert (sit(after, day).weighed.score or 0) >= (sitting.weighed.score or 0)
            assert sit(after, day).weighed.completeness == sitting.weighed.completeness
        if deed[0] == "level":
            assert _kept(sit(after, day).now) == caps(sit(after, day).now, after.evidence, after.rules)
        assert all(item.kept(d) is not None or item.level(d) is None for item in after.weighins for d in Dimension)
        client = after
        steps.append(step)
        before.append(after)
    for step, was in zip(reversed(steps), reversed(before[:-1]), strict=True):
        client = undone(client, step)
        assert {item.key: item for item in client.records} == {item.key: item for item in was.records}


def _kept(item: WeighIn) -> dict[str, int | None]:
    return {f"{dimension.value}_counted": item.kept(dimension) for dimension in Dimension}


@given(st.lists(st.one_of(st.none(), st.integers(1, 5)), min_size=6, max_size=6))
def test_unknown_never_counts_as_low(levels: list[int | None]) -> None:
    client = HUAXING
    for dimension, value in zip(Dimension, levels, strict=True):
        client = level(client, dimension, value)
    known = weigh(client.weighins[0])
    lowest = dataclasses.replace(
        client.weighins[0],
        **{f"{d.value}{end}": 1 for d in Dimension if known.counted[d].entered is None for end in ("", "_counted")},
    )
    assert known.score is None or known.score >= (weigh(lowest).score or 0)

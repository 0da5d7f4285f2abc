"""A client in two sentences, what matters now, what to ask, how far to trust it."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from kamdesk.client.account import account
from kamdesk.client.brief import concerns, events, headline, must_haves, trust, unknowns, whom_to_ask
from kamdesk.client.client import WORKSPACE, Client, Workspace
from kamdesk.client.company import Company, Fact, Topic
from kamdesk.client.library import Profile
from kamdesk.client.people import Attitude, Contact, Role
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.rival_records import Factor, Rival, Standing
from kamdesk.client.rules import Rules
from kamdesk.client.visit_records import CheckItem, Concession, PointKind, Result, Step, TalkPoint, Visit
from kamdesk.client.visiting import local_day
from kamdesk.client.weigh_records import WeighIn
from kamdesk.paths import resource
from kamdesk.words import words_for

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
TODAY = local_day(NOON)
EN = words_for("en")
WORKSPACE_OF_ONE = Workspace(profile=Profile(key=WORKSPACE), rivals=(Rival(key="kerui", name="科瑞", short="Kerui"),))


def person(key, influence=5, *roles, agenda="yield"):
    return Contact(key=key, name=key.title(), influence=influence, roles=roles, business_agenda=agenda)


def level(key, ours, theirs=None, day=TODAY):
    """Weigh-ins of a person on one dimension, ours and the rival's."""
    made = [WeighIn(contact=key, day=day, project=ours, project_weight=1)]
    if theirs:
        made.append(WeighIn(contact=key, rival="kerui", day=day, project=theirs, project_weight=1))
    return made


def client(*people, weighins=(), **more):
    company = more.pop("company", Company(key="huaxing", name="华星", rival="kerui"))
    return Client(company=company, contacts=people, weighins=tuple(weighins), **more)


def told(lines):
    return [line.tell(EN) for line in lines]


def heads(whole):
    return told(headline(whole, WORKSPACE_OF_ONE, TODAY))


def worries(whole):
    return {item.said.tell(EN): item for item in concerns(whole, WORKSPACE_OF_ONE, TODAY)}


def asked(whole):
    return {item.said.tell(EN): item for item in unknowns(whole, WORKSPACE_OF_ONE, TODAY)}


FIVE = [person("he"), person("wang"), person("chen"), person("liu"), person("sun", 4)]
FIVE_LEVELS = [
    *(*level("he", 3, 2), *level("wang", 3, 2), *level("chen", 2, 3)),
    *(*level("liu", 3, 1), *level("sun", 3, 3)),
]
TODAYS = Visit(key="v", at=NOON + timedelta(hours=2), objective="the pilot scope")


def test_the_headline_tells_how_the_key_people_stand_and_what_the_visit_decides():
    assert heads(client(*FIVE, weighins=FIVE_LEVELS, visits=(TODAYS,))) == [
        "Of 5 key people we lead with 3, are level with 1, trail with 1.",
        "Chen still leans to Kerui; today's visit decides: the pilot scope.",
    ]


@pytest.mark.parametrize(
    ("days", "objective", "second"),
    [
        (1, "the scope", "Chen still leans to Kerui; tomorrow's visit decides: the scope."),
        (5, "the scope", "Chen still leans to Kerui; the visit in 5 days decides: the scope."),
        (5, "", "Chen still leans to Kerui, and the next visit has no objective yet."),
    ],
)
def test_the_headline_knows_when_the_next_visit_is(days, objective, second):
    visit = Visit(at=NOON + timedelta(days), objective=objective)
    assert heads(client(*FIVE, weighins=FIVE_LEVELS, visits=(visit,)))[1] == second


def test_the_headline_without_visit_says_so():
    whole = client(*FIVE, weighins=FIVE_LEVELS)
    assert heads(whole)[1] == "Chen still leans to Kerui, and no visit is planned."
    calm = client(person("he"), weighins=level("he", 3, 2), actions=(Action(text="Send report"),))
    assert heads(calm) == ["He, the one key person, prefers us to Kerui.", "No visit is planned; next: Send report."]
    assert heads(dataclasses.replace(calm, actions=()))[1] == "No visit is planned and no step is open."


def test_two_who_lean_to_the_rival_are_told_in_one_sentence():
    whole = client(*FIVE, weighins=[*level("he", 1, 2), *level("wang", 1, 3)])
    assert heads(whole)[1] == "Wang and 1 more still lean to Kerui, and no visit is planned."


@pytest.mark.parametrize(
    ("levels", "first"),
    [
        ([("he", 3, 2), ("wang", 3, 3)], "Of 5 key people we lead with 1 and are level with 1."),
        ([("he", 3, 2), ("wang", 2, 3)], "Of 5 key people we lead with 1 and trail with 1."),
        ([("he", 3, 3), ("wang", 2, 3)], "Of 5 key people we are level with 1 and trail with 1."),
        ([("he", 3, 2)], "Of 5 key people we lead with 1."),
        ([("he", 3, 3)], "Of 5 key people we are level with 1."),
        ([("he", 2, 3)], "Of 5 key people we trail with 1."),
        ([("he", 3, None)], "None of the 5 key people supports us yet."),
    ],
)
def test_the_headline_leaves_out_what_is_nought(levels, first):
    whole = client(*FIVE, weighins=[item for row in levels for item in level(*row)])
    assert heads(whole)[0] == first


def test_supporters_are_counted_while_no_rival_is_known():
    friends = [dataclasses.replace(FIVE[0], attitude=Attitude.COACH), *FIVE[1:]]
    assert heads(client(*friends, weighins=level("he", 3)))[0] == "Of 5 key people 1 support us."


def test_as_a_last_resort_the_headline_counts_what_is_known():
    whole = client(company=Company(name="New"))
    filled = sum(item.filled for item in must_haves(whole, TODAY))
    assert heads(whole) == [
        f"Too little is known: {filled} of {len(must_haves(whole, TODAY))} must-haves are filled.",
        "No visit is planned and no step is open.",
    ]


def test_promises_matter_when_they_are_late_or_nearly_due():
    actions = (
        Action(text="Send offer", side=Side.OURS, due=TODAY - timedelta(3)),
        Action(text="Samples", side=Side.THEIRS, due=TODAY + timedelta(1)),
        Action(text="Later", side=Side.OURS, due=TODAY + timedelta(30)),
        Action(text="Done", side=Side.OURS, due=TODAY, done=TODAY),
    )
    found = worries(client(actions=actions))
    assert list(found) == ["We owe: Send offer", "They owe: Samples"]
    assert [item.why.tell(EN) for item in found.values()] == ["3 d late", "tomorrow"]


def test_a_near_visit_wants_a_floor_and_its_must_haves():
    checks = (CheckItem(visit="v", text="Floor agreed", must=True), CheckItem(visit="v", text="Opening", must=True))
    found = worries(client(visits=(TODAYS,), checks=checks))
    assert found["No floor is set for the visit"].why.tell(EN) == "today"
    assert "Not prepared: Floor agreed, and 1 more" in found
    ladder = (Concession(visit="v", offer="92", step=Step.FLOOR),)
    ready = tuple(dataclasses.replace(check, done=True) for check in checks)
    assert not worries(client(visits=(TODAYS,), checks=ready, concessions=ladder))
    assert "The visit has no checklist" in worries(client(visits=(TODAYS,)))
    far = dataclasses.replace(TODAYS, at=NOON + timedelta(20))
    assert not worries(client(visits=(far,)))


def test_a_rivals_fact_is_stale_sooner_when_a_visit_is_near():
    factors = (Factor(key="price", name="Price"),)
    standings = (Standing(factor="price", rival="kerui", score=4, day=TODAY - timedelta(41)),)
    far = client(factors=factors, standings=standings)
    assert not worries(far)
    near = dataclasses.replace(far, visits=(TODAYS,))
    found = worries(near)["Kerui, Price: 41 d old"]
    assert (found.why.tell(EN), found.place) == ("should be at most 30 d", "rivals")


def test_a_key_person_behind_the_rival_without_action_is_named_with_an_idea():
    whole = client(person("chen"), weighins=level("chen", 2, 3))
    found = worries(whole)["Chen stands 1.0 nearer to Kerui, and nothing is planned"]
    assert (found.why.tell(EN), found.place, found.key) == ("try: Give a usable business case", "people", "chen")
    busy = dataclasses.replace(whole, actions=(Action(text="Sample test", contact="chen"),))
    assert list(worries(busy)) == ["Nobody has been met yet"]


def test_doubtful_attitudes_and_old_weigh_ins_are_named():
    wang = dataclasses.replace(person("wang"), attitude=Attitude.COACH)
    found = worries(client(wang, weighins=level("wang", 3, day=TODAY - timedelta(200))))
    assert {"Wang: attitude and weigh-in are far apart", "Wang was weighed 200 d ago"} <= set(found)


def test_a_fatal_weakness_without_plan_is_named():
    price = Factor(key="price", name="Price", importance=Decimal(60), score=1)
    factors = (price, Factor(name="B", importance=Decimal(40)))
    standings = (Standing(factor="price", rival="kerui", score=4, day=TODAY),)
    whole = client(factors=factors, standings=standings)
    assert not worries(whole)  # of two needs none reaches 125/2 = 62.5 percent
    heavy = dataclasses.replace(whole, factors=(dataclasses.replace(factors[0], importance=Decimal(90)), factors[1]))
    assert "Price can lose us the order, and nothing is planned" in worries(heavy)


def test_silence_is_named_after_sixty_days():
    past = Visit(at=NOON - timedelta(61), result=Result.CONTINUATION)
    assert "Nobody has been met for 61 d" in worries(client(visits=(past,)))
    assert not worries(client(visits=(dataclasses.replace(past, at=NOON - timedelta(60)),)))
    assert "Nobody has been met yet" in worries(client(person("he", 2)))


def test_every_concern_leads_somewhere_with_an_icon_that_exists():
    whole = client(*FIVE, weighins=FIVE_LEVELS, visits=(TODAYS,), actions=(Action(text="x", due=TODAY),))
    found = concerns(whole, WORKSPACE_OF_ONE, TODAY)
    assert all(resource("icons", f"{item.icon}.svg").exists() for item in found)
    assert {item.place for item in found} <= {"people", "weighin", "rivals", "plan", "visits"}
    assert [item.weight for item in found] == sorted((item.weight for item in found), reverse=True)


def test_what_must_be_learned_at_the_next_visit_comes_first_with_whom_to_ask():
    points = (
        TalkPoint(visit="v", kind=PointKind.LEARN, text="Who signs above 1 M", ask="wang"),
        TalkPoint(visit="v", kind=PointKind.LEARN, text="Known by now", done=True),
        TalkPoint(visit="v", kind=PointKind.QUESTION, text="Why dearer?"),
    )
    found = unknowns(client(person("wang"), visits=(TODAYS,), points=points), WORKSPACE_OF_ONE, TODAY)
    assert (found[0].said.tell(EN), found[0].ask.key, found[0].place) == ("Who signs above 1 M", "wang", "visits")
    assert "Known by now" not in told(item.said for item in found)


def test_missing_roles_and_unweighed_key_people_are_asked_about():
    whole = client(person("wang", 5, Role.DECIDER), person("li", 3), weighins=level("li", 3))
    found = asked(whole)
    assert {"Who approves and can say no", "Who evaluates", "Where Wang stands towards us"} <= set(found)
    assert "Who decides" not in found
    assert found["Where Wang stands towards us"].ask.key == "li"
    assert "How much influence New has" in asked(client(person("new", None)))
    assert asked(client(person("wang", agenda="")))["What result Wang needs"].ask.key == "wang"


def test_gaps_in_the_comparison_are_asked_about():
    factors = (Factor(key="price", name="Price", importance=Decimal(60), score=3), Factor(name="Speed", score=3))
    found = asked(client(factors=factors))
    assert {"Kerui on Price", "How much Speed matters"} <= set(found)


def test_a_map_without_opponents_is_suspicious():
    three = [person(name, 3) for name in ("a", "b", "c")]
    weighins = [item for contact in three for item in level(contact.key, 3)]
    assert "Who supports the rival" in asked(client(*three, weighins=weighins))
    assert "Who supports the rival" not in asked(client(*three, weighins=[*weighins[:2], *level("c", 1)]))


def test_the_one_to_ask_talks_to_us_and_is_somebody_else():
    found = account(client(person("a"), person("b"), weighins=[*level("a", 3), *level("b", 2)]), TODAY)
    assert whom_to_ask(found).key == "a"
    assert whom_to_ask(found, found.people[0].contact) is None


def test_trust_is_fresh_share_times_filled_share():
    bare = client(company=Company(name="New"))
    assert trust(bare, TODAY) == 0
    facts = tuple(Fact(topic=topic, text="x", day=TODAY) for topic in (Topic.THEY, Topic.MATTERS, Topic.US))
    known = dataclasses.replace(bare, facts=facts)
    assert trust(known, TODAY) == pytest.approx(3 / len(must_haves(known, TODAY)))
    aged = [trust(known, TODAY + timedelta(days)) / trust(known, TODAY) for days in (90, 91, 181, 366)]
    assert aged == pytest.approx([1, 0.75, 0.5, 0.25])


def test_how_long_what_is_known_counts_and_who_can_be_asked_are_rules():
    facts = tuple(Fact(topic=topic, text="x", day=TODAY) for topic in (Topic.THEY, Topic.MATTERS, Topic.US))
    known = dataclasses.replace(client(company=Company(name="New")), facts=facts)
    short = dataclasses.replace(known, rules=Rules(known_full=10, known_most=20, known_half=30))
    aged = [trust(short, TODAY + timedelta(days)) / trust(short, TODAY) for days in (10, 11, 21, 31)]
    assert aged == pytest.approx([1, 0.75, 0.5, 0.25])
    strict = dataclasses.replace(client(person("a"), weighins=level("a", 3)), rules=Rules(talks=3.5))
    assert whom_to_ask(account(strict, TODAY)) is None


def test_knowing_more_never_lowers_the_number_of_must_haves_filled():
    poor, rich = client(*FIVE), client(*FIVE, weighins=FIVE_LEVELS, visits=(TODAYS,))
    assert sum(item.filled for item in must_haves(poor, TODAY)) < sum(item.filled for item in must_haves(rich, TODAY))
    assert trust(poor, TODAY) < trust(rich, TODAY)


def test_events_are_everything_dated_oldest_first():
    whole = client(
        *FIVE,
        weighins=FIVE_LEVELS,
        visits=(TODAYS, Visit(at=NOON - timedelta(12))),
        actions=(Action(text="Samples", due=TODAY + timedelta(4)), Action(text="Old", due=TODAY, done=TODAY)),
        factors=(Factor(key="price", name="Price"),),
        standings=(Standing(factor="price", rival="kerui", day=TODAY - timedelta(41), source="Public notice"),),
        facts=(Fact(text="Line 3 is approved\nmore", day=TODAY - timedelta(30)), Fact(text="undated")),
    )
    found = events(whole, WORKSPACE_OF_ONE)
    assert [(event.kind, event.said.tell(EN)) for event in found] == [
        ("rival", "Kerui: Public notice"),
        ("fact", "Line 3 is approved"),
        ("visit", "Visit"),
        ("visit", "the pilot scope"),
        ("weighin", "Weighed: He and 4 more"),
        ("action", "Old"),
        ("action", "Samples"),
    ]

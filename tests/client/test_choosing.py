"""Which checklist a visit starts from."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from kamdesk.client.choosing import choose, current, fitting, likely_kind, likely_step
from kamdesk.client.client import WORKSPACE, Client, Workspace
from kamdesk.client.company import Company, Grade
from kamdesk.client.library import Profile, Template
from kamdesk.client.shipped_checklists import SHIPPED, shipped_templates
from kamdesk.client.visit_records import Result, Visit, VisitKind
from kamdesk.words import LANGUAGES, words_for

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ANY = Template(key="any", name="Any")
DEAL = Template(key="deal", name="Deal", kind=VisitKind.NEGOTIATION)
TOP = Template(key="top", name="Top", kind=VisitKind.NEGOTIATION, grades=(Grade.S, Grade.A))
LATE = Template(key="late", name="Late", kind=VisitKind.NEGOTIATION, from_step=7)


def client(*visits):
    return Client(company=Company(key="hx", name="华星"), visits=visits)


def test_the_checklist_that_says_most_about_the_visit_wins():
    found = fitting((ANY, DEAL, TOP, LATE), VisitKind.NEGOTIATION, Grade.S, 7)
    assert [template.key for template in found] == ["top", "late", "deal", "any"]


def test_a_checklist_for_something_else_is_left_out():
    every = (DEAL, TOP, LATE)
    assert fitting(every, VisitKind.ROUTINE, Grade.S, 7) == ()
    assert fitting(every, VisitKind.NEGOTIATION, Grade.C, 3) == (DEAL,)


def test_what_is_unknown_of_a_visit_rules_nothing_out():
    assert len(fitting((ANY, DEAL, TOP, LATE), None, None, None)) == 4


def test_an_older_version_is_never_chosen():
    assert current((Template(key="old", name="Old", replaced_by="any"), ANY)) == (ANY,)


def test_without_a_checklist_none_is_chosen():
    assert choose(Workspace(profile=Profile(key=WORKSPACE)), VisitKind.FIRST, None) is None


@pytest.mark.parametrize("kind", VisitKind)
def test_each_kind_of_visit_has_a_checklist_of_its_own(kind):
    made = shipped_templates(words_for("en"))
    found = fitting([template for template, _ in made], kind, Grade.B, 4)
    assert found[0].kind is kind


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_checklists_are_whole_in_every_language(language):
    for shipped, (template, items) in zip(SHIPPED, shipped_templates(words_for(language)), strict=True):
        assert len(items) == sum(len(lines) for lines in shipped.groups.values())
        assert {item.template for item in items} == {template.key}
        assert len({item.text for item in items}) == len(items)
        assert sum(item.must for item in items) >= 5
        assert [item.rank for item in items] == sorted(item.rank for item in items)


def test_the_first_visit_comes_before_any_other():
    before = Visit(at=NOON - timedelta(days=3), result=Result.NONE, step=3)
    assert likely_kind(client(), NOON) is VisitKind.FIRST
    assert likely_kind(client(Visit(at=NOON + timedelta(days=1))), NOON) is VisitKind.FIRST
    assert likely_kind(client(before), NOON) is VisitKind.ROUTINE
    assert likely_kind(client(before), NOON, 7) is VisitKind.NEGOTIATION


def test_a_purchase_goes_on_where_the_last_visit_left_it():
    old, new = Visit(at=NOON - timedelta(days=9), step=2), Visit(at=NOON - timedelta(days=3), step=4)
    assert likely_step(client(new, old, Visit(at=NOON))) == 4
    assert likely_step(client()) is None

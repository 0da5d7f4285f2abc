"""Who is due for the weekly review."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

from kamdesk.client.client import WORKSPACE, Client, Workspace
from kamdesk.client.company import Company, Grade
from kamdesk.client.glance import Glance, glance
from kamdesk.client.library import Profile
from kamdesk.client.review import at_risk, due_reviews, interval
from kamdesk.client.rules import Rules
from kamdesk.client.visit_papers import Review
from kamdesk.words import words_for

TODAY = date(2026, 11, 23)


def row(key, grade=Grade.S, ago=None, **values) -> Glance:
    reviews = () if ago is None else (Review(day=TODAY - timedelta(ago)), Review(day=TODAY - timedelta(ago + 90)))
    client = Client(company=Company(key=key, name=key, grade=grade), reviews=reviews)
    return dataclasses.replace(glance(client, Workspace(profile=Profile(key=WORKSPACE)), TODAY), **values)


def test_a_grade_has_its_interval_and_risk_halves_it():
    assert [interval(row("a", grade)) for grade in (Grade.S, Grade.A, Grade.B, Grade.C, None)] == [7, 14, 30, 90, 90]
    assert interval(row("a", Grade.A, contested=1)) == 7
    assert interval(row("a", Grade.S, lead=-0.1)) == 4
    assert not at_risk(row("a", lead=0.0))


def test_how_much_sooner_risk_brings_it_is_a_rule():
    rules = Rules(review_risk=25, review_least=5)
    assert interval(row("a", Grade.B, contested=1), rules) == 8
    assert interval(row("a", Grade.S, contested=1), rules) == 5


def test_the_longest_due_comes_first_and_who_is_not_due_stays_away():
    rows = [row("fresh", ago=2), row("due", ago=7), row("long", ago=20), row("c", Grade.C, ago=20), row("never")]
    assert [due.glance.key for due in due_reviews(rows, TODAY)] == ["long", "due", "never"]
    assert [due.days for due in due_reviews(rows, TODAY)] == [13, 0, 0]
    assert "fresh" in {due.glance.key for due in due_reviews(rows, TODAY, ahead=5)}


def test_the_reason_is_told():
    (due,) = due_reviews([row("a", ago=9, contested=1)], TODAY)
    assert due.why.tell(words_for("en")) == "reviewed 9 d ago, at risk"
    assert due_reviews([row("a")], TODAY)[0].why.tell(words_for("en")) == "never reviewed"

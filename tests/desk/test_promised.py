"""Keeping promises, putting them off, and the weekly review."""

from __future__ import annotations

from datetime import date, timedelta

from kamdesk.client.client import WORKSPACE, Client, Workspace
from kamdesk.client.company import Company
from kamdesk.client.library import Profile
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.visit_papers import Review
from kamdesk.client.visit_records import Visit
from kamdesk.client.weigh_records import Dimension, Evidence, EvidenceKind
from kamdesk.desk import promised
from kamdesk.words import words_for

TODAY = date(2026, 11, 23)
ACTION = Action(key="a", owner="hx", text="Send the report", due=TODAY)
WANG = Contact(key="wang", owner="hx", name="Wang Lu")
SHARED = Workspace(profile=Profile(key=WORKSPACE))
EN = words_for("en")


def client(**values):
    return Client(company=Company(key="hx", owner="hx", name="华星"), contacts=(WANG,), **values)


def made(step):
    return step.edits[0].after


def test_done_is_done_with_its_proof():
    done = made(promised.keep(ACTION, TODAY, "mail of today"))
    assert (done.done, done.proof) == (TODAY, "mail of today")
    assert made(promised.keep(done, TODAY)).proof == "mail of today"


def test_what_is_put_off_keeps_the_day_that_was_promised():
    later = made(promised.snooze(ACTION, TODAY + promised.WEEK))
    assert (later.due, later.snoozed) == (TODAY, TODAY + timedelta(7))
    assert made(promised.wake(later)).snoozed is None
    assert made(promised.keep(later, TODAY)).snoozed is None


def test_kept_promises_become_a_fact_once_there_are_enough():
    kept = [Action(owner="hx", text=str(n), side=Side.THEIRS, contact="wang", due=TODAY, done=TODAY) for n in range(3)]
    assert promised.prove_kept(client(actions=tuple(kept[:2])), SHARED, WANG, TODAY, EN) is None
    fact = made(promised.prove_kept(client(actions=tuple(kept)), SHARED, WANG, TODAY, EN))
    assert isinstance(fact, Evidence)
    assert (fact.dimension, fact.kind, fact.text) == (
        Dimension.PROJECT,
        EvidenceKind.DEED,
        "Wang Lu kept 3 of 3 promises",
    )


def test_a_debrief_is_asked_for_once():
    assert made(promised.asked_for_debrief(Visit(owner="hx"), TODAY)).debrief_asked == TODAY


def test_a_review_is_one_a_day_and_its_next_step_an_action():
    step = promised.review(client(), TODAY, True, False, "call Wang @Lin 12-04")
    review, action = (edit.after for edit in step.edits)
    assert (review.day, review.holds, review.kept, review.next_step) == (TODAY, True, False, "call Wang @Lin 12-04")
    assert (action.text, action.person, action.due) == ("call Wang", "Lin", date(2026, 12, 4))
    again = promised.review(client(reviews=(review,)), TODAY, False, True, "call Wang @Lin 12-04")
    (edit,) = again.edits
    assert (edit.before, edit.after.holds, edit.after.kept) == (review, False, True)
    assert isinstance(made(promised.review(client(), TODAY, True, True)), Review)

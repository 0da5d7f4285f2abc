"""The promise ledger."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from kamdesk.client.client import Client
from kamdesk.client.company import Company
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.promises import asleep, is_promise, kept_fact, ledger
from kamdesk.client.visit_records import Visit
from kamdesk.words import words_for

TODAY = date(2026, 11, 23)
WANG = Contact(key="wang", name="Wang Lu")


def days(number):
    return TODAY + timedelta(number)


def action(text, side=Side.THEIRS, due=None, done=None, **values):
    return Action(key=text, text=text, side=side, due=due, done=done, **values)


def client(*actions, **values):
    return Client(company=Company(key="hx", name="华星"), contacts=(WANG,), actions=actions, **values)


def test_theirs_are_promises_and_ours_once_somebody_gave_his_word():
    assert is_promise(action("a"))
    assert not is_promise(action("a", Side.OURS))
    assert is_promise(action("a", Side.OURS, said_on=TODAY))
    assert is_promise(action("a", Side.OURS, said_by="Lin"))
    assert not is_promise(Action(text="a"))


def test_open_promises_come_by_their_day_and_kept_ones_behind_them():
    found = ledger(
        client(
            action("kept", done=days(-1), due=days(0)),
            action("some day"),
            action("soon", due=days(2)),
            action("late", due=days(-3)),
        ),
        TODAY,
    )
    assert [entry.action.text for entry in found.theirs] == ["late", "soon", "some day", "kept"]
    assert [entry.late for entry in found.theirs] == [3, 0, 0, 0]
    assert [entry.days for entry in found.theirs] == [-3, 2, None, 0]
    assert len(found.theirs_open) == 3
    assert found.ours == ()


def test_a_promise_is_as_old_as_the_day_it_was_given():
    visit = Visit(key="v", at=datetime(2026, 11, 13, 6, tzinfo=UTC))
    found = ledger(client(action("a", visit="v"), action("b", said_on=days(-4)), action("c"), visits=(visit,)), TODAY)
    assert {entry.action.text: entry.age for entry in found.theirs} == {"a": 10, "b": 4, "c": None}


def test_only_what_has_come_due_is_judged():
    found = ledger(
        client(
            action("in time", due=days(-5), done=days(-5)),
            action("too late", due=days(-5), done=days(-4)),
            action("never", due=days(-2)),
            action("to come", due=days(2)),
            action("no day, done", done=days(-1)),
        ),
        TODAY,
    )
    assert (found.theirs_kept.kept, found.theirs_kept.due) == (2, 4)
    assert found.theirs_kept.share == 0.5
    assert found.theirs_kept.said.tell(words_for("en")) == "kept 2 of 4"
    assert found.ours_kept.share is None


def test_a_person_answers_for_what_bears_the_name():
    mine = [action(str(n), due=days(-n), done=days(-n), person="wang lu") for n in range(1, 3)]
    linked = action("linked", due=days(-1), done=days(-1), contact="wang")
    other = action("other", due=days(-1), person="Chen")
    held = client(*mine, linked, other)
    assert len(ledger(held, TODAY, "wang").theirs) == 3
    assert kept_fact(held, WANG, TODAY).tell(words_for("en")) == "Wang Lu kept 3 of 3 promises"
    assert kept_fact(client(*mine), WANG, TODAY) is None


def test_what_is_put_off_sleeps_until_its_day():
    assert asleep(action("a", snoozed=days(1)), TODAY)
    assert not asleep(action("a", snoozed=TODAY), TODAY)
    assert not asleep(action("a"), TODAY)

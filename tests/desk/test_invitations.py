"""Invitations and actions that shall move a person: the steps without a window."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kamdesk.client.activities import Answer, Invitation
from kamdesk.client.client import Client
from kamdesk.client.company import Company
from kamdesk.client.edit import Edit
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action, Goal, Opportunity
from kamdesk.client.weigh_records import Dimension, Target
from kamdesk.desk import invitations, next_action

TODAY = date(2026, 11, 23)
WANG = Contact(key="wang", owner="c", name="王璐")


def client(*records: Invitation | Target | Opportunity | Goal) -> Client:
    """A client of one person."""
    return Client.of([Company(key="c", owner="c", name="华星"), WANG, *records])


def after(edits: tuple[Edit, ...], kind: type) -> list[object]:
    """The records of one kind that edits write."""
    return [edit.after for edit in edits if isinstance(edit.after, kind)]


def asked(day: date | None, answer: Answer | None = None, text: str = "Open day") -> Invitation:
    """An invitation of 王璐."""
    return Invitation(key=f"{day}", owner="c", contact="wang", text=text, day=day, answer=answer)


def test_the_newest_invitation_comes_first() -> None:
    old, new = asked(TODAY - timedelta(40)), asked(TODAY)
    assert invitations.invitations_of(client(old, new), "wang", TODAY) == (new, old)


@pytest.mark.parametrize(
    ("invitation", "told"),
    [
        (asked(TODAY, text=" "), "Say what"),
        (asked(None), "needs its day"),
        (asked(TODAY + timedelta(3), Answer.CAME), "not before"),
        (asked(TODAY + timedelta(500)), "more than a year"),
    ],
)
def test_what_is_wrong_with_an_invitation_is_said(invitation: Invitation, told: str) -> None:
    problem = invitations.invitation_problem(invitation, TODAY)
    assert problem is not None
    assert told in problem.text


def test_an_invitation_that_lies_ahead_is_fine() -> None:
    assert invitations.invitation_problem(asked(TODAY + timedelta(3)), TODAY) is None


def test_an_action_is_due_in_two_weeks_and_serves_what_the_target_serves() -> None:
    held = client(Target(key="t", owner="c", contact="wang", set_on=TODAY, opportunity="line", acceptance=4))
    drafted = next_action.draft(held, WANG, "林嘉", TODAY, "请他参观", "向同事引荐")
    step = next_action.take_on(held, WANG, Dimension.ACCEPTANCE, drafted)
    (action,) = after(step.edits, Action)
    assert isinstance(action, Action)
    assert (action.due, action.person, action.opportunity) == (TODAY + timedelta(14), "林嘉", "line")
    assert (action.dimension, action.proof, action.contact) == (Dimension.ACCEPTANCE, "向同事引荐", "wang")


def test_an_action_without_words_is_refused() -> None:
    assert next_action.draft_problem(next_action.Draft(" ")) is not None


@pytest.mark.parametrize("goal", [True, False])
def test_an_order_or_goal_that_does_not_exist_yet_is_written_down_with_the_link(goal: bool) -> None:
    held = client()
    made = next_action.make_purpose(held, "Line 3", goal=goal)
    step = next_action.serve(held, WANG, TODAY, made)
    assert after(step.edits, type(made)) == [made]
    (target,) = after(step.edits, Target)
    assert isinstance(target, Target)
    assert (target.goal, target.opportunity) == ((made.key, None) if goal else (None, made.key))


def test_only_what_is_open_can_be_served() -> None:
    order, done = Opportunity(key="o", owner="c", name="Line 3"), Goal(key="g", owner="c", text="x", done=TODAY)
    assert next_action.purposes(client(order, done)) == (order,)

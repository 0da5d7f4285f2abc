"""An action that shall move a person: drafted from what is known, written down as it is or changed before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kamdesk.client.client import Client
from kamdesk.client.edit import Edit, add
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action, Goal, Opportunity, Side
from kamdesk.client.targets import target_of
from kamdesk.client.units import Money
from kamdesk.client.weigh_records import Dimension
from kamdesk.desk.targets import ACTION_DAYS, link_target
from kamdesk.store.step import Step
from kamdesk.words import Said, said

Purpose = Opportunity | Goal  # what a relationship may serve


@dataclass(frozen=True, slots=True)
class Draft:
    """What an action will be; `opportunity` and `goal` are keys."""

    text: str
    due: date | None = None
    person: str = ""
    hours: int | None = None
    cost: Money | None = None
    opportunity: str | None = None
    goal: str | None = None
    proof: str = ""


def draft(client: Client, contact: Contact, owner: str, today: date, text: str, proof: str = "") -> Draft:
    """An action of ours, due in two weeks, for what the target of the person serves."""
    target = target_of(client, contact.key, today)
    serves = (target.opportunity, target.goal) if target else (None, None)
    due = today + timedelta(ACTION_DAYS)
    return Draft(text, due, owner, opportunity=serves[0], goal=serves[1], proof=proof)


def take_on(client: Client, contact: Contact, dimension: Dimension, drafted: Draft) -> Step:
    """Write the action down."""
    action = Action(
        owner=client.key,
        text=drafted.text,
        side=Side.OURS,
        person=drafted.person,
        due=drafted.due,
        contact=contact.key,
        dimension=dimension,
        opportunity=drafted.opportunity,
        goal=drafted.goal,
        hours=drafted.hours,
        cost=drafted.cost,
        proof=drafted.proof,
    )
    return Step(said("Action for {name}: {text}", name=contact.name, text=drafted.text), (add(action),))


def draft_problem(drafted: Draft) -> Said | None:
    """Why an action cannot be written down as it is."""
    return None if drafted.text.strip() else said("Say what we shall do.")


def purposes(client: Client) -> tuple[Purpose, ...]:
    """The open orders and goals of a client, which a relationship may serve."""
    orders = tuple(item for item in client.opportunities if item.is_open)
    return (*orders, *(item for item in client.goals if item.done is None))


def purpose_of(client: Client, opportunity: str | None, goal: str | None) -> Purpose | None:
    """The order or, without one, the goal of these keys."""
    found = client.get(opportunity) or client.get(goal)
    return found if isinstance(found, Opportunity | Goal) else None


def make_purpose(client: Client, name: str, *, goal: bool) -> Purpose:
    """A new order or goal, not yet written down."""
    return Goal(owner=client.key, text=name) if goal else Opportunity(owner=client.key, name=name)


def serve(client: Client, contact: Contact, today: date, purpose: Purpose | None) -> Step:
    """Let the target of a person serve an order or a goal; one that does not exist yet is written down with it."""
    key = purpose.key if purpose else None
    order = key if isinstance(purpose, Opportunity) else None
    step = link_target(client, contact, today, order, key if isinstance(purpose, Goal) else None)
    return Step(step.said, (*_new(client, purpose), *step.edits))


def with_purpose(client: Client, step: Step, purpose: Purpose | None) -> Step:
    """A step that also writes down the order or goal it speaks of, where that does not exist yet."""
    return Step(step.said, (*_new(client, purpose), *step.edits))


def _new(client: Client, purpose: Purpose | None) -> tuple[Edit, ...]:
    return (add(purpose),) if purpose is not None and client.get(purpose.key) is None else ()


def purpose_words(purpose: Purpose) -> Said:
    """For the order 三号线; for the goal to be asked first."""
    if isinstance(purpose, Opportunity):
        return said("For the order: {name}", name=purpose.name)
    return said("For the goal: {name}", name=purpose.text)

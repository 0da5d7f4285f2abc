"""Setting what a relationship shall come to, and taking on what closes a gap: the steps that write it down."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from typing import Any

from kamdesk.client.account import Person
from kamdesk.client.activities import Activity
from kamdesk.client.client import Client
from kamdesk.client.edit import Edit, add, change, removal
from kamdesk.client.library import Profile
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.targets import HALF_YEAR, Gap, suggest_target, target_of
from kamdesk.client.units import Money
from kamdesk.client.weigh_records import Dimension, Target
from kamdesk.store.step import Step
from kamdesk.words import Said, said

ACTION_DAYS = 14  # an action taken on from here is due in two weeks unless somebody says otherwise


def current(client: Client, contact: Contact, today: date) -> Target | None:
    """The target that a change amends: the one in force, unless its period is over."""
    held = target_of(client, contact.key, today)
    return held if held and (held.by is None or held.by >= today) else None


def set_target_level(client: Client, contact: Contact, dimension: Dimension, level: int | None, today: date) -> Step:
    """Want a level of a person, 1-5, or None for nothing; the first one makes a target for half a year."""
    values: dict[str, Any] = {"name": contact.name, "dimension": Said(dimension.label)}
    if level is None:
        told = said("Target for {name}: nothing for {dimension}", **values)
    else:
        told = said("Target for {name}: {dimension} {level}", level=level, **values)
    held = current(client, contact, today)
    if level is None and (held is None or _only(held, dimension)):
        return Step(told, removal(client, held) if held else ())
    return Step(told, (_amended(client, contact, today, {dimension.value: level}),))


def set_target_by(client: Client, contact: Contact, by: date, today: date) -> Step:
    """Set the day by which the target shall be reached."""
    told = said("Target for {name}: by {day}", name=contact.name, day=by.isoformat())
    return Step(told, (_amended(client, contact, today, {"by": by}),))


def by_problem(by: date, today: date) -> Said | None:
    """Why a target cannot be for this day."""
    return said("A target lies ahead: choose a day after today.") if by <= today else None


def link_target(
    client: Client, contact: Contact, today: date, opportunity: str | None = None, goal: str | None = None
) -> Step:
    """Say which order and which goal the relationship serves; None takes the link away."""
    values = {"opportunity": opportunity, "goal": goal}
    return Step(
        said("What the target for {name} serves", name=contact.name), (_amended(client, contact, today, values),)
    )


def clear_target(client: Client, contact: Contact, today: date) -> Step:
    """Take the target away; what is planned stays."""
    held = target_of(client, contact.key, today)
    return Step(said("Remove the target for {name}", name=contact.name), removal(client, held) if held else ())


def use_suggestion(client: Client, person: Person, today: date, by: date | None = None) -> Step:
    """Want the least that leads the rival; what the target serves stays. Nothing is done where nothing is needed."""
    held = current(client, person.contact, today)
    until = by or (held.by if held and held.by else today + timedelta(HALF_YEAR))
    wanted = suggest_target(client, person, today, until)
    levels: dict[str, Any] = {dimension.value: wanted.level(dimension) for dimension in Dimension}
    told = said("Target for {name}: just ahead of the rival", name=person.contact.name)
    if not any(levels.values()):
        return Step(told, ())
    return Step(told, (_amended(client, person.contact, today, {**levels, "by": until}),))


def suggestion_problem(client: Client, person: Person, today: date) -> Said | None:
    """Why no target can be suggested for a person."""
    if person.weighed is None or not any(item.counted for item in person.weighed.counted.values()):
        return said("Weigh first; then a target can be suggested.")
    if not use_suggestion(client, person, today).edits:
        return said("What stands is enough: nothing more has to be wanted.")
    return None


def take_on_gap(
    client: Client,
    profile: Profile,
    gap: Gap,
    text: str,
    today: date,
    proof: str = "",
    *,
    activity: Activity | None = None,
    due: date | None = None,
    hours: int | None = None,
    cost: Money | None = None,
) -> Step:
    """Make something to do for a gap an action of ours, linked to what the target serves."""
    target = target_of(client, gap.contact.key, today)
    action = Action(
        owner=client.key,
        text=text,
        side=Side.OURS,
        person=profile.name,
        due=due or today + timedelta(ACTION_DAYS),
        contact=gap.contact.key,
        dimension=gap.dimension,
        opportunity=target.opportunity if target else None,
        goal=target.goal if target else None,
        activity=activity,
        hours=hours,
        cost=cost,
        proof=proof,
    )
    return Step(said("Action for {name}: {text}", name=gap.contact.name, text=text), (add(action),))


def _only(target: Target, dimension: Dimension) -> bool:
    """True when nothing is left of a target without this dimension."""
    left = [d for d in Dimension if d is not dimension and target.level(d) is not None]
    return not (left or target.opportunity or target.goal or target.remark)


def _amended(client: Client, contact: Contact, today: date, values: dict[str, Any]) -> Edit:
    """The change on the target of this period; where there is none, a new one that keeps what the last one served."""
    held = current(client, contact, today)
    if held:
        return change(held, **values)
    last = target_of(client, contact.key, today)
    fresh = Target(
        owner=client.key,
        contact=contact.key,
        set_on=today,
        by=today + timedelta(HALF_YEAR),
        opportunity=last.opportunity if last else None,
        goal=last.goal if last else None,
    )
    return add(dataclasses.replace(fresh, **values))

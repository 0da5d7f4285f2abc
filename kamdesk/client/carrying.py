"""What to carry to a visit: the people who will be there, what was promised both ways, how the last one ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from kamdesk.client.account import Person, account
from kamdesk.client.client import Client
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.visit_records import Attendee, Visit

_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Carried:
    """What somebody reads before going in."""

    people: tuple[Person, ...]  # of theirs, the most influential first
    ours: tuple[Action, ...]  # what we still owe, the first due first
    theirs: tuple[Action, ...]  # what they still owe
    last: Visit | None  # the visit before this one


def carried(client: Client, visit: Visit, today: date) -> Carried:
    """What to carry to a visit as things stand on a day (method C1: lines 6, 10, 13 and 14)."""
    coming = {item.contact for item in attendees(client, visit)}
    promises = [item for item in client.actions if item.done is None and (item.visit or item.contact in coming)]
    promises.sort(key=lambda item: item.due or date.max)
    return Carried(
        people=tuple(person for person in account(client, today).people if person.contact.key in coming),
        ours=tuple(item for item in promises if item.side is Side.OURS),
        theirs=tuple(item for item in promises if item.side is Side.THEIRS),
        last=visit_before(client, visit),
    )


def visit_before(client: Client, visit: Visit) -> Visit | None:
    """The latest visit earlier than this one; None when it is the first."""
    earlier = [item for item in client.visits if item.key != visit.key and moment(item) < moment(visit)]
    return max(earlier, key=moment, default=None)


def attendees(client: Client, visit: Visit) -> list[Attendee]:
    """Who attends a visit, in the order they were written down."""
    return [item for item in client.attendees if item.visit == visit.key]


def contact_of(client: Client, key: str | None) -> Contact | None:
    """A person of the client by key."""
    return next((contact for contact in client.contacts if contact.key == key), None)


def moment(visit: Visit) -> datetime:
    """When a visit is; one without a time sorts before all others."""
    return visit.at or _NEVER

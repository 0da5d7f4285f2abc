"""The expansion card of a key person: what belongs on it, how much is known, when they are next met (S3-14)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kamdesk.client.account import Person
from kamdesk.client.activities import Invitation
from kamdesk.client.client import Client, Workspace
from kamdesk.client.people import Bond, Contact
from kamdesk.client.plan_records import Action, Opportunity
from kamdesk.client.suggest import ATTENDED
from kamdesk.client.targets import target_of
from kamdesk.client.telling import as_is
from kamdesk.client.visit_records import Presence, Visit
from kamdesk.client.visiting import coming_visits, local_day
from kamdesk.client.weigh_records import Evidence
from kamdesk.words import Said, said


@dataclass(frozen=True, slots=True)
class CardItem:
    """One thing that belongs on the card; `field` names the field or the part that holds it, `place` where it is."""

    said: Said
    filled: bool
    field: str
    place: str = "people"


@dataclass(frozen=True, slots=True)
class Touch:
    """A time we met or shall meet somebody: by visit, by invitation, or by what we took on."""

    day: date
    said: Said
    place: str
    key: str


def card_items(client: Client, workspace: Workspace, person: Person, today: date) -> tuple[CardItem, ...]:
    """What the card of a person holds, in its order, each filled or not. Source: method S3-14."""
    contact = person.contact
    return (
        *_own(contact),
        *_ours(client, workspace, contact),
        CardItem(said("Weigh-in now"), person.score is not None, "weighin", "weighin"),
        CardItem(said("Weigh-in target"), target_of(client, contact.key, today) is not None, "target", "weighin"),
        CardItem(said("Rival's level"), person.rival_score is not None, "rival", "weighin"),
        CardItem(said("Evidence"), bool(fresh_facts(client, contact, today)), "evidence", "weighin"),
        CardItem(said("Open action"), bool(open_actions(client, contact)), "actions", "plan"),
        CardItem(said("Next touch"), next_touch(client, contact, today) is not None, "next_touch", "visits"),
    )


def card_share(items: Sequence[CardItem]) -> float:
    """How much of the card is filled, 0.0-1.0."""
    return sum(item.filled for item in items) / len(items) if items else 0.0


def next_touch(client: Client, contact: Contact, today: date) -> Touch | None:
    """The next time somebody is met or something is due with them, today included; None when nothing is planned."""
    return min(_coming(client, contact, today), key=lambda touch: touch.day, default=None)


def last_touch(client: Client, contact: Contact, today: date) -> Touch | None:
    """The last time somebody was met, by a visit or by an invitation that was followed."""
    return max(_past(client, contact, today), key=lambda touch: touch.day, default=None)


def open_actions(client: Client, contact: Contact) -> tuple[Action, ...]:
    """What is still to be done about a person, the next due first."""
    mine = [action for action in client.actions if action.contact == contact.key and action.done is None]
    return tuple(sorted(mine, key=lambda action: action.due or date.max))


def fresh_facts(client: Client, contact: Contact, today: date) -> tuple[Evidence, ...]:
    """The facts about a person that still prove something, the newest first."""
    kept = [item for item in client.evidence if item.contact == contact.key and item.day]
    new = [item for item in kept if item.day and 0 <= (today - item.day).days <= client.rules.fresh_days]
    return tuple(sorted(new, key=lambda item: item.day or date.min, reverse=True))


def bonds_of(client: Client, contact: Contact) -> tuple[Bond, ...]:
    """Who of us knows a person, in the order written down."""
    return tuple(bond for bond in client.bonds if bond.contact == contact.key)


def opportunities_of(client: Client, contact: Contact) -> tuple[Opportunity, ...]:
    """The open orders for which something is wanted of a person or to be done with them."""
    named = {item.opportunity for item in client.targets if item.contact == contact.key}
    named |= {item.opportunity for item in client.actions if item.contact == contact.key}
    return tuple(item for item in client.opportunities if item.key in named and item.is_open)


def _own(contact: Contact) -> Iterator[CardItem]:
    """What the person's own record holds."""
    yield CardItem(said("Title"), bool(contact.title_at_work.strip()), "title_at_work")
    yield CardItem(said("Department"), bool(contact.department.strip()), "department")
    yield CardItem(said("How to reach"), bool((contact.phone + contact.email + contact.reach).strip()), "phone")
    yield CardItem(said("Buying roles"), bool(contact.roles), "roles")
    yield CardItem(said("Influence"), contact.influence is not None, "influence")
    yield CardItem(said("Attitude"), contact.attitude is not None, "attitude")
    yield CardItem(said("Contact"), contact.coverage is not None, "coverage")
    yield CardItem(said("Business agenda"), bool(contact.business_agenda.strip()), "business_agenda")
    yield CardItem(said("Personal agenda"), bool(contact.personal_agenda.strip()), "personal_agenda")
    yield CardItem(said("Decision criteria"), bool(contact.criteria.strip()), "criteria")
    yield CardItem(said("Background"), bool(contact.background.strip()), "background")


def _ours(client: Client, workspace: Workspace, contact: Contact) -> Iterator[CardItem]:
    """Who of us answers for the person, and what we are to them."""
    ours = {colleague.key for colleague in workspace.colleagues}
    yield CardItem(said("Our owner"), contact.our_owner in ours, "our_owner")
    yield CardItem(said("Our sponsor"), contact.our_sponsor in ours, "our_sponsor")
    known = [bond for bond in bonds_of(client, contact) if bond.now and bond.wanted]
    yield CardItem(said("Relation now and wanted"), bool(known), "bonds")


def _coming(client: Client, contact: Contact, today: date) -> Iterator[Touch]:
    seen = _seen(client, contact)
    for visit in coming_visits(client, today):
        if visit.key in seen and visit.at:
            yield Touch(local_day(visit.at), _visit_said(visit), "visits", visit.key)
    for visit in client.visits:
        if visit.key in seen and visit.next_touch and visit.next_touch >= today:
            yield Touch(visit.next_touch, said("Next touch agreed at the last visit"), "visits", visit.key)
    for item in _invited(client, contact):
        if item.day and item.day >= today and item.answer is None:
            yield Touch(item.day, as_is(item.text), "weighin", contact.key)
    for action in open_actions(client, contact):
        if action.due and action.due >= today:
            yield Touch(action.due, as_is(action.text), "plan", action.key)


def _past(client: Client, contact: Contact, today: date) -> Iterator[Touch]:
    seen = _seen(client, contact)
    for visit in client.visits:
        if visit.key in seen and visit.at and (local_day(visit.at) < today or visit.result):
            yield Touch(local_day(visit.at), _visit_said(visit), "visits", visit.key)
    for item in _invited(client, contact):
        if item.day and item.day <= today and item.answer in ATTENDED:
            yield Touch(item.day, as_is(item.text), "weighin", contact.key)


def _seen(client: Client, contact: Contact) -> set[str | None]:
    kept = (item for item in client.attendees if item.presence is not Presence.MISSING)
    return {item.visit for item in kept if item.contact == contact.key}


def _invited(client: Client, contact: Contact) -> Iterator[Invitation]:
    return (item for item in client.invitations if item.contact == contact.key)


def _visit_said(visit: Visit) -> Said:
    return as_is(visit.objective) if visit.objective.strip() else said("Visit")

"""What is not known of a client and should be asked: red flags, each with the person to ask (MH5, MH2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from kamdesk.client.account import Account, Person, account, role_cover
from kamdesk.client.client import Client, Workspace
from kamdesk.client.comparing import Comparison, comparison
from kamdesk.client.people import Attitude, Contact, Role
from kamdesk.client.telling import as_is
from kamdesk.client.visit_records import PointKind
from kamdesk.client.visiting import coming_visits
from kamdesk.words import Said, said

_WHO = {
    Role.APPROVER: said("Who approves and can say no"),
    Role.DECIDER: said("Who decides"),
    Role.EVALUATOR: said("Who evaluates"),
    Role.USER: said("Who uses it in the end"),
}
_LEAST_WEIGHED = 3  # from here on it is strange that nobody is against us
_TALKS = 3.0


class Unknown(NamedTuple):
    """One thing to find out, whom to ask, and the place and record it leads to."""

    said: Said
    ask: Contact | None
    place: str = "people"
    key: str = ""


def unknowns(client: Client, workspace: Workspace, today: date) -> list[Unknown]:
    """Everything worth asking, what the rep wrote down for the next visits first."""
    found = account(client, today)
    return [
        *_must_learn(client, today),
        *_roles(found),
        *_key_people(found),
        *_comparison(comparison(client, workspace), found),
        *_opponents(found),
    ]


def whom_to_ask(found: Account, about: Contact | None = None) -> Contact | None:
    """Whoever talks to us most openly, and is not the one in question; None while nobody stands at three."""
    others = [person for person in found.people if (person.score or 0) >= _TALKS and person.contact != about]
    best = max(others, key=lambda person: (person.score or 0, person.influence), default=None)
    return best.contact if best else None


def _must_learn(client: Client, today: date) -> Iterable[Unknown]:
    coming = {visit.key for visit in coming_visits(client, today)}
    people = {contact.key: contact for contact in client.contacts}
    for point in client.points:
        if point.kind is PointKind.LEARN and not point.done and point.visit in coming and point.text.strip():
            ask = people.get(point.ask or "")
            yield Unknown(as_is(point.text), ask, "visits", point.visit or "")


def _roles(found: Account) -> Iterable[Unknown]:
    for roles, holders, _ in role_cover(found.people, found.rules):
        if not holders:
            yield Unknown(_WHO[roles[0]], whom_to_ask(found))


def _key_people(found: Account) -> Iterable[Unknown]:
    for person in found.people:
        contact = person.contact
        if contact.influence is None:
            text = said("How much influence {name} has", name=contact.name)
            yield Unknown(text, whom_to_ask(found, contact), key=contact.key)
        if not contact.key_player:
            continue
        if person.score is None:
            text = said("Where {name} stands towards us", name=contact.name)
            yield Unknown(text, whom_to_ask(found, contact), "weighin", contact.key)
        if not contact.business_agenda.strip():
            yield Unknown(said("What result {name} needs", name=contact.name), contact, key=contact.key)


def _comparison(sheet: Comparison, found: Account) -> Iterable[Unknown]:
    ask = whom_to_ask(found)
    for row in sheet.rows:
        if row.share is None:
            yield Unknown(said("How much {need} matters", need=row.factor.name), ask, "rivals", row.factor.key)
        for rival in sheet.rivals[:2]:
            if row.rivals[rival.key] is None and row.share:
                text = said("{rival} on {need}", rival=rival.called, need=row.factor.name)
                yield Unknown(text, ask, "rivals", row.factor.key)


def _opponents(found: Account) -> Iterable[Unknown]:
    """A map without anybody against us is the suspicious one (ALT2, ALT5)."""
    weighed = [person for person in found.people if person.score is not None]
    against = (Attitude.NON_SUPPORTER, Attitude.ENEMY)
    if found.rival and len(weighed) >= _LEAST_WEIGHED and not any(_against(person, against) for person in found.people):
        yield Unknown(said("Who supports the rival"), whom_to_ask(found))


def _against(person: Person, bands: tuple[Attitude, ...]) -> bool:
    return person.attitude in bands or (person.weighed is not None and person.weighed.band in bands)

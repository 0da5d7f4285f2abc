"""Who cares for which need: the same sheet as one role or one person sees it (method F8: optionally per role)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from kamdesk.client.client import Client
from kamdesk.client.contest_records import Stake
from kamdesk.client.people import Contact, Role
from kamdesk.client.rival_records import Factor
from kamdesk.words import Said, said


@dataclass(frozen=True, slots=True)
class View:
    """Whose eyes: everybody's when both are None; `needs` is how many needs are of interest."""

    name: Said | str
    role: Role | None
    contact: str | None
    needs: int


def views(client: Client) -> tuple[View, ...]:
    """All first, then the roles that have a stake in a need, then the persons, the most influential first."""
    cared = _cared(client)
    every = [View(said("Everybody"), None, None, len(client.factors))]
    for role in Role:
        needs = {key for contact, keys in cared if role in contact.roles for key in keys}
        if needs:
            every.append(View(Said(role.label), role, None, len(needs)))
    return (*every, *(View(contact.name, None, contact.key, len(keys)) for contact, keys in cared))


def seen_by(client: Client, view: View) -> Client:
    """The client with the importances of this view; a need that nobody of the view cares for has none.

    A person's own importance counts, else the client's; of several people of a role it is the mean by influence.
    """
    if view.role is None and view.contact is None:
        return client
    return replace(client, factors=tuple(_seen(client, factor, view) for factor in client.factors))


def carers(client: Client, factor_key: str) -> tuple[tuple[Contact, Stake], ...]:
    """The people who care for a need, the most influential first; who has left or is to leave has no say in it."""
    people = {contact.key: contact for contact in client.contacts if contact.left is None}
    found = [
        (people[stake.contact or ""], stake)
        for stake in client.stakes
        if stake.factor == factor_key and stake.contact in people
    ]
    return tuple(sorted(found, key=lambda pair: -(pair[0].influence or 0)))


def _cared(client: Client) -> list[tuple[Contact, set[str]]]:
    """Everybody with a stake in a need that is on the sheet, with the needs."""
    needs = {factor.key for factor in client.factors}
    found = [
        (contact, {stake.factor for stake in client.stakes if stake.contact == contact.key and stake.factor in needs})
        for contact in sorted(client.contacts, key=lambda contact: -(contact.influence or 0))
        if contact.left is None
    ]
    return [(contact, {key for key in keys if key}) for contact, keys in found if keys]


def _seen(client: Client, factor: Factor, view: View) -> Factor:
    own = [
        (contact.influence or 1, factor.importance if stake.importance is None else stake.importance)
        for contact, stake in carers(client, factor.key)
        if (view.role in contact.roles if view.role else contact.key == view.contact)
    ]
    return replace(factor, importance=_mean(own))


def _mean(pairs: Iterable[tuple[int, Decimal | None]]) -> Decimal | None:
    known = [(weight, value) for weight, value in pairs if value is not None]
    whole = sum(weight for weight, _ in known)
    if not whole:
        return None
    return (sum((weight * value for weight, value in known), Decimal(0)) / whole).quantize(Decimal("0.01"))

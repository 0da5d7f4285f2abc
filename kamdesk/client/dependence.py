"""How much of a relationship rests on one person: on one of theirs, on one of ours, on one thread (method F6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kamdesk.client.account import Account, Person
from kamdesk.client.client import Client, Workspace
from kamdesk.client.kept import kept
from kamdesk.client.library import Colleague
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Opportunity


@dataclass(frozen=True, slots=True)
class Thread:
    """An order that is still open and the people who are linked to it by an action or a target."""

    opportunity: Opportunity
    contacts: tuple[Contact, ...]
    enough: bool  # as many as the rule asks for

    @property
    def single(self) -> bool:
        """True when the order hangs on one person, or on nobody."""
        return len(self.contacts) < 2


@dataclass(frozen=True, slots=True)
class Dependence:
    """Shares of 0.0-1.0, None while there is nothing to take a share of; `too_…` says that a rule is exceeded."""

    theirs: float | None  # what one of theirs carries of all support above 3
    top: Contact | None
    carried: tuple[tuple[Person, float], ...]  # what each carries, I × (R - 3), the most first
    key: tuple[Contact, ...]  # the key people with a name
    ours: float | None  # those of them whom exactly one of us knows
    single: tuple[tuple[Contact, Colleague], ...]
    nobody: tuple[Contact, ...]  # key people whom none of us knows
    held: dict[str, tuple[Colleague, ...]]  # by contact, everybody of ours who knows them
    threads: tuple[Thread, ...]
    too_theirs: bool
    too_ours: bool


@kept
def dependence(client: Client, workspace: Workspace, account: Account) -> Dependence:
    """Dependence on single people, theirs and ours. Source: method F6, S3-18, RSK2.

    Theirs: the top share in Σ I·max(0, R - 3). Ours: key people known to exactly one colleague ÷ key people; posts
    nobody has put a name to are not among them.
    """
    rules = client.rules
    carried = sorted(_carried(account.people, rules.carries), key=lambda row: -row[1])
    whole = sum(weight for _, weight in carried)
    theirs = carried[0][1] / whole if whole else None
    held = acquainted(client, workspace)
    key = tuple(p.contact for p in account.people if p.contact.key_player and not p.contact.placeholder)
    single = tuple((contact, held[contact.key][0]) for contact in key if len(held.get(contact.key, ())) == 1)
    ours = len(single) / len(key) if key else None
    return Dependence(
        theirs=theirs,
        top=carried[0][0].contact if whole else None,
        carried=tuple(carried),
        key=key,
        ours=ours,
        single=single,
        nobody=tuple(contact for contact in key if not held.get(contact.key)),
        held=held,
        threads=threads(client, account),
        too_theirs=theirs is not None and theirs * 100 > rules.one_of_theirs,
        too_ours=ours is not None and ours * 100 > rules.one_of_ours,
    )


def threads(client: Client, account: Account) -> tuple[Thread, ...]:
    """The open orders, each with the people it rests on: linked by a target or an action of theirs."""
    here = [person.contact for person in account.people]
    rows = []
    for opportunity in client.opportunities:
        if opportunity.is_open:
            linked = {item.contact for item in client.targets if item.opportunity == opportunity.key}
            linked |= {item.contact for item in client.actions if item.opportunity == opportunity.key}
            contacts = tuple(contact for contact in here if contact.key in linked and not contact.placeholder)
            rows.append(Thread(opportunity, contacts, len(contacts) >= client.rules.threads))
    return tuple(rows)


def _carried(people: Iterable[Person], floor: float) -> Iterable[tuple[Person, float]]:
    for person in people:
        if person.score is not None and person.influence and person.score > floor:
            yield person, person.influence * (person.score - floor)


def acquainted(client: Client, workspace: Workspace) -> dict[str, tuple[Colleague, ...]]:
    """Who of us knows each person: its owner and everybody with an acquaintance that exists already."""
    colleagues = {colleague.key: colleague for colleague in workspace.colleagues}
    held: dict[str, dict[str, Colleague]] = {}
    pairs = [(contact.key, contact.our_owner) for contact in client.contacts]
    pairs += [(bond.contact or "", bond.colleague) for bond in client.bonds if bond.now or not bond.wanted]
    for contact, key in pairs:
        if key in colleagues:
            held.setdefault(contact, {})[key] = colleagues[key]
    return {contact: tuple(known.values()) for contact, known in held.items()}

"""A rival at one client: whom it has there, what it has won and lost, and what we do not know yet (method §5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kamdesk.client.account import Account, Person, account
from kamdesk.client.client import Client, Workspace
from kamdesk.client.comparing import State, against, stale
from kamdesk.client.contest_records import Backer, Contest, RivalTopic
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Deal, Opportunity
from kamdesk.client.rival_records import Rival, RivalKind
from kamdesk.client.rules import RULES, Rules
from kamdesk.client.weigh_records import Confidence, Dimension
from kamdesk.words import Said, said

_NO_SELLER = (RivalKind.NOTHING, RivalKind.INHOUSE)  # neither has a price
_LEANS = 2  # on the dimension of rivals, this level and below lean to a rival


@dataclass(frozen=True, slots=True)
class Supporter:
    """Somebody of the client who stands nearer to the rival: told by somebody, or measured by weighing."""

    contact: Contact
    lead: float | None  # ours over the rival's with this person
    note: str
    day: date | None
    confidence: Confidence | None
    told: bool
    backer: Backer | None = None


@dataclass(frozen=True, slots=True)
class Deals:
    """The orders for which we stood or stand against a rival."""

    won: tuple[Opportunity, ...]
    lost: tuple[Opportunity, ...]
    open: tuple[Opportunity, ...]


def supporters(client: Client, found: Account, rival_key: str, today: date | None = None) -> tuple[Supporter, ...]:
    """Who supports a rival, those told of and those measured; the most influential first.

    Where the account is not about this rival, `today` lets it be worked out; without it only those told of are known.
    """
    if found.rival != rival_key and today is not None:
        found = account(against(client, rival_key), today)
    people = {person.contact.key: person for person in found.people}
    rows = []
    for backer in client.backers:
        contact = next((item for item in client.contacts if item.key == backer.contact), None)
        if backer.rival == rival_key and contact is not None and contact not in found.gone:
            person = people.get(contact.key)
            lead = person.lead if person and found.rival == rival_key else None
            rows.append(Supporter(contact, lead, backer.note, backer.day, backer.confidence, True, backer))
    named = {row.contact.key for row in rows}
    if found.rival == rival_key:
        rows += [_measured(person) for key, person in people.items() if key not in named and _leans(person)]
    return tuple(sorted(rows, key=lambda row: (-(row.contact.influence or 0), row.lead or 0.0)))


def contest_of(client: Client, rival_key: str) -> Contest | None:
    """What is written down of a rival here."""
    return next((item for item in client.contests if item.rival == rival_key), None)


def contest_state(contest: Contest, today: date, rules: Rules = RULES) -> State:
    """What the record of a rival here rests on."""
    if not contest.source.strip():
        return State.MISSING
    return State.OLD if stale(contest.day, today, rules.stale_days) else State.FRESH


def deals(client: Client, rival_key: str) -> Deals:
    """The orders won from, lost to and open against a rival, the newest first."""
    mine = [item for item in client.opportunities if item.rival == rival_key]
    mine.sort(key=lambda item: item.close or date.min, reverse=True)
    return Deals(
        tuple(item for item in mine if item.state is Deal.WON),
        tuple(item for item in mine if item.state is Deal.LOST),
        tuple(item for item in mine if item.is_open),
    )


def gaps(client: Client, workspace: Workspace, rival: Rival) -> tuple[Said, ...]:
    """What to ask about a rival here, the floor first (S1-8); "do nothing" has neither price nor contract."""
    contest = contest_of(client, rival.key) or Contest(rival=rival.key)
    sells = rival.kind not in _NO_SELLER
    missing = [
        (floor_unknown(client, workspace, rival), said("floor unknown: ask")),
        (sells and not contest.supplies.strip(), said("unknown what it supplies here: ask")),
        (sells and bool(contest.supplies.strip()) and contest.contract_end is None, said("contract end unknown: ask")),
        (not contest.next_move.strip(), said("next move unknown: think it through")),
        (not any(item.rival == rival.key for item in client.backers), said("nobody named who supports it")),
    ]
    return tuple(told for lacks, told in missing if lacks)


def floor_unknown(client: Client, workspace: Workspace, rival: Rival) -> bool:
    """True for a seller of whose price floor nothing is written down, here or anywhere."""
    if rival.kind in _NO_SELLER:
        return False
    contest = contest_of(client, rival.key)
    facts = (item.topic for item in workspace.rival_facts if item.rival == rival.key)
    return not (contest and contest.floor.strip()) and RivalTopic.FLOOR not in facts


def _leans(person: Person) -> bool:
    """Behind with this person by more than the margin; or leaning to rivals, and not ahead of this one."""
    if person.lead is not None and person.lead <= -person.rules.margin:
        return True
    rivalry = person.weighed.counted[Dimension.RIVALRY].counted if person.weighed else None
    return rivalry is not None and rivalry <= _LEANS and (person.lead is None or person.lead < 0)


def _measured(person: Person) -> Supporter:
    day = person.weighed.weighin.day if person.weighed else None
    return Supporter(person.contact, person.lead, "", day, None, False)

"""What is known already for a visit, block by block, so that preparing it is reading and choosing, not typing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kamdesk.client.account import Person, account
from kamdesk.client.asking import Ask, ranked
from kamdesk.client.calls import CallState
from kamdesk.client.carrying import attendees, visit_before
from kamdesk.client.client import Client, Workspace
from kamdesk.client.company import Fact
from kamdesk.client.comparing import Row, Tactic, comparison
from kamdesk.client.contest_records import CallKind
from kamdesk.client.ladder import Ladder, ladders, warning
from kamdesk.client.moves import Move, moves
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.promises import Ledger, ledger
from kamdesk.client.proposals import Proposal, proposals, words_of
from kamdesk.client.retold import Past, Retold, disputes, objections
from kamdesk.client.visit_records import Attendee, Visit
from kamdesk.client.weigh_records import Evidence, EvidenceKind
from kamdesk.words import Said

MOST_NEEDS = 4


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody of theirs at the visit, with what to have in mind: measures, last word, agendas stand at the person."""

    attendee: Attendee
    contact: Contact
    person: Person | None  # None for who has left
    word: Evidence | None  # the last thing said, else the last thing done
    ledger: Ledger  # what was promised to and by this person
    stranger: bool  # never met and never probed by phone: amber (S1-4)


@dataclass(frozen=True, slots=True)
class Taken:
    """A tactic that was accepted: what was proposed, the action it became, and the need it stands for.

    Older actions for a need have no proposal; a tactic for which nothing is to be done has no action.
    """

    action: Action | None
    row: Row | None
    proposal: Proposal | None = None

    @property
    def tactic(self) -> Tactic | None:
        """What it does on the sheet."""
        return self.row.tactic if self.row else None

    @property
    def words(self) -> Said | str:
        """What we do: the rep's own words where there are some."""
        if self.proposal:
            return words_of(self.proposal)
        return self.action.text if self.action else ""


@dataclass(frozen=True, slots=True)
class Prefilled:
    """The seven blocks: people, promises, needs, questions, objections, disputes and rival, concessions."""

    guests: tuple[Guest, ...]  # the most influential first
    last: Visit | None  # the visit before
    promises: Ledger  # of the whole client, open ones first
    known: tuple[Fact, ...]  # the newest first
    needs: tuple[Row, ...]  # the weightiest first
    asks: tuple[Ask, ...]  # ranked
    objections: tuple[Retold, ...]  # from past visits, not yet on this one
    disputes: tuple[Retold, ...]
    moves: tuple[Move, ...]  # of rivals, the newest first
    taken: tuple[Taken, ...]
    tactics: tuple[Proposal, ...]  # what is proposed or accepted for this visit, the accepted ones first
    ladders: tuple[Ladder, ...]

    @property
    def warnings(self) -> tuple[Said, ...]:
        """Where the ladder goes beyond what the rep may grant alone."""
        return tuple(said for ladder in self.ladders if (said := warning(ladder)) is not None)


def prefill(client: Client, workspace: Workspace, visit: Visit, today: date, library: Iterable[Past] = ()) -> Prefilled:
    """Everything known for a visit as of a day; `library` are the talking points of all clients' past visits."""
    sheet = comparison(client, workspace)
    rows = sorted((row for row in sheet.rows if row.share), key=lambda row: -(row.share or 0))
    past = tuple(library)
    return Prefilled(
        guests=guests(client, visit, today),
        last=visit_before(client, visit),
        promises=ledger(client, today),
        known=tuple(sorted(client.facts, key=lambda fact: fact.day or date.min, reverse=True)),
        needs=tuple(rows[:MOST_NEEDS]),
        asks=_asks(client, workspace, visit, today),
        objections=objections(client, visit, past),
        disputes=disputes(client, visit, past),
        moves=moves(client, workspace, today),
        taken=taken(client, workspace, visit, today),
        tactics=tactics(client, workspace, visit, today),
        ladders=ladders(visit, client.concessions),
    )


def guests(client: Client, visit: Visit, today: date) -> tuple[Guest, ...]:
    """Who of theirs attends, the most influential first."""
    found = account(client, today)
    people = {contact.key: contact for contact in client.contacts}
    coming = [item for item in attendees(client, visit) if item.contact in people]
    known = _met(client, visit) | {probe.contact for probe in client.probes}
    rows = [
        Guest(
            attendee=item,
            contact=people[item.contact or ""],
            person=found.person(item.contact or ""),
            word=last_word(client, item.contact or "", today),
            ledger=ledger(client, today, item.contact),
            stranger=item.contact not in known,
        )
        for item in coming
    ]
    return tuple(sorted(rows, key=lambda guest: -(guest.contact.influence or 0)))


def last_word(client: Client, contact: str, today: date) -> Evidence | None:
    """The last thing a person said, by the facts on record; what was done or heard of when nothing was said."""
    facts = [item for item in client.evidence if item.contact == contact and item.day and item.day <= today]
    words = [item for item in facts if item.kind is EvidenceKind.WORDS]
    return max(words or facts, key=lambda item: item.day or date.min, default=None)


def _met(client: Client, visit: Visit) -> set[str | None]:
    """Whom somebody of us has met, by the visits before and by what is on record of them."""
    before = {item.key for item in client.visits if item.at and visit.at and item.at < visit.at}
    there = {item.contact for item in client.attendees if item.visit in before}
    return there | {item.contact for item in client.evidence} | {item.contact for item in client.weighins}


def _asks(client: Client, workspace: Workspace, visit: Visit, today: date) -> tuple[Ask, ...]:
    """Ranked for this visit; what was written down for another visit is left to it."""
    every = ranked(client, workspace, today, visit.step, visit)
    return tuple(ask for ask in every if not ask.must or ask.key == visit.key)


def tactics(client: Client, workspace: Workspace, visit: Visit, today: date) -> tuple[Proposal, ...]:
    """What to carry to a visit: the tactics for needs, the stance and those for people who come, once accepted.

    What was put aside stays away; the accepted ones lead, each group in the order of the comparison.
    """
    coming = {item.contact for item in attendees(client, visit)}
    made = proposals(client, workspace, account(client, today), today)
    kept = [
        item
        for item in made
        if (item.kind is CallKind.FACTOR and item.state is not CallState.DISCARDED)
        or (item.state is CallState.ACCEPTED and (item.kind is CallKind.STANCE or item.contact in coming))
    ]
    return tuple(sorted(kept, key=lambda item: item.state is not CallState.ACCEPTED))


def taken(client: Client, workspace: Workspace, visit: Visit, today: date) -> tuple[Taken, ...]:
    """The accepted tactics, then actions for needs that came about without one."""
    rows = {row.factor.key: row for row in comparison(client, workspace).rows}
    accepted = [it for it in tactics(client, workspace, visit, today) if it.state is CallState.ACCEPTED]
    found = [Taken(next(iter(it.open_actions), None), rows.get(it.factor or ""), it) for it in accepted]
    told = {it.factor for it in accepted if it.factor}
    ours = (action for action in client.actions if action.side is not Side.THEIRS)
    waiting = [action for action in ours if action.done is None and action.factor and action.factor not in told]
    waiting.sort(key=lambda action: action.due or date.max)
    return (*found, *(Taken(action, rows.get(action.factor or "")) for action in waiting))

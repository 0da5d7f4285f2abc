"""What was promised, by us and by them: how old it is, whether it is late, and how much of it was kept (field 6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kamdesk.client.client import Client
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.visit_records import Visit
from kamdesk.client.visiting import local_day
from kamdesk.words import Said, said

LEAST = 3  # promises that have come due before a share of them says anything


@dataclass(frozen=True, slots=True)
class Entry:
    """One promise with what the ledger says of it."""

    action: Action
    who: str  # who promised it
    contact: Contact | None  # whom it concerns
    said_on: date | None
    age: int | None  # days since it was given; for a kept one until it was kept
    late: int  # days past due, 0 while it is not; for a kept one how late it was kept
    days: int | None  # until it is due, below 0 when past; None without a day

    @property
    def noted(self) -> bool:
        """Whether anybody wrote down who promised it or when."""
        return self.action.said_on is not None or bool(self.action.said_by.strip())

    @property
    def open(self) -> bool:
        """True until it is kept."""
        return self.action.done is None

    @property
    def kept(self) -> bool | None:
        """Whether it was kept in time; None while its day has not come."""
        if self.action.done is not None:
            return self.late == 0
        return False if self.late else None


@dataclass(frozen=True, slots=True)
class Kept:
    """How many promises were kept in time, of those whose day has come."""

    kept: int
    due: int

    @property
    def share(self) -> float | None:
        """0.0-1.0; None while too few have come due."""
        return self.kept / self.due if self.due >= LEAST else None

    @property
    def said(self) -> Said:
        """In words: kept 9 of 10."""
        return said("kept {n} of {m}", n=self.kept, m=self.due)


@dataclass(frozen=True, slots=True)
class Ledger:
    """Both directions; open promises first by their due day, then the kept ones, the newest first."""

    ours: tuple[Entry, ...]
    theirs: tuple[Entry, ...]

    @property
    def ours_open(self) -> tuple[Entry, ...]:
        """What we still owe."""
        return tuple(entry for entry in self.ours if entry.open)

    @property
    def theirs_open(self) -> tuple[Entry, ...]:
        """What they still owe."""
        return tuple(entry for entry in self.theirs if entry.open)

    @property
    def ours_kept(self) -> Kept:
        """How we keep ours."""
        return kept_of(self.ours)

    @property
    def theirs_kept(self) -> Kept:
        """How they keep theirs."""
        return kept_of(self.theirs)


def is_promise(action: Action) -> bool:
    """Whether somebody gave their word: they did, or one of us did towards them; our own plans are no promises."""
    if action.side is Side.THEIRS:
        return True
    return action.side is Side.OURS and (action.said_on is not None or bool(action.said_by.strip()))


def was_promise(action: Action, visits: Mapping[str, Visit]) -> bool:
    """Whether it came out of a visit before anybody noted who promised: of such a visit no debrief is on record."""
    visit = visits.get(action.visit or "")
    ours = action.side is Side.OURS and not is_promise(action)
    return ours and visit is not None and visit.result is not None and visit.debriefed is None


def ledger(client: Client, today: date, contact: str | None = None, *, older: bool = False) -> Ledger:
    """What was promised at a client both ways, or what concerns one person.

    With `older` also what came out of old visits without a note of who promised it.
    """
    people = {item.key: item for item in client.contacts}
    visits = {item.key: item for item in client.visits}
    found = [
        _entry(action, people, visits, today)
        for action in client.actions
        if (is_promise(action) or (older and was_promise(action, visits)))
        and (contact is None or _concerns(action, people.get(contact)))
    ]
    found.sort(key=_turn)
    return Ledger(
        tuple(entry for entry in found if entry.action.side is Side.OURS),
        tuple(entry for entry in found if entry.action.side is Side.THEIRS),
    )


def kept_of(entries: Iterable[Entry]) -> Kept:
    """How many of some promises were kept in time, of those whose day has come."""
    judged = [entry.kept for entry in entries if entry.kept is not None and is_promise(entry.action)]
    return Kept(sum(judged), len(judged))


def kept_fact(client: Client, contact: Contact, today: date) -> Said | None:
    """What a person's promises prove, as a fact for the weigh-in; None while too few have come due."""
    kept = kept_of(ledger(client, today, contact.key).theirs)
    if kept.share is None:
        return None
    return said("{name} kept {n} of {m} promises", name=contact.name, n=kept.kept, m=kept.due)


def asleep(action: Action, today: date) -> bool:
    """Whether somebody put it off and its day has not come back yet."""
    return action.snoozed is not None and action.snoozed > today


def _entry(action: Action, people: dict[str, Contact], visits: dict[str, Visit], today: date) -> Entry:
    given = action.said_on
    visit = visits.get(action.visit or "")
    if given is None and visit is not None and visit.at is not None:
        given = local_day(visit.at)
    end = action.done or today
    late = max(0, (end - action.due).days) if action.due else 0
    return Entry(
        action=action,
        who=action.said_by.strip() or action.person.strip(),
        contact=people.get(action.contact or ""),
        said_on=given,
        age=max(0, (end - given).days) if given else None,
        late=late,
        days=(action.due - today).days if action.due else None,
    )


def _concerns(action: Action, contact: Contact | None) -> bool:
    """Whether a promise is of or for a person: linked, or given under that name."""
    if contact is None:
        return False
    name = contact.name.strip().casefold()
    named = {action.said_by.strip().casefold(), action.person.strip().casefold()}
    return action.contact == contact.key or (action.side is Side.THEIRS and bool(name) and name in named)


def _turn(entry: Entry) -> tuple[int, int]:
    if entry.action.done is not None:
        return 1, -entry.action.done.toordinal()
    return 0, (entry.action.due or date.max).toordinal()

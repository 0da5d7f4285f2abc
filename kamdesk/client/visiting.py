"""A visit from preparation to debrief: readiness, what is next, what was last, and actions out of a debrief."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from kamdesk.client.client import Client
from kamdesk.client.days import parse_day
from kamdesk.client.edit import Edit, add
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.visit_records import CheckItem, Result, Visit
from kamdesk.words import Said, said

__all__ = [
    "Promise",
    "Readiness",
    "coming_visits",
    "debrief_actions",
    "doubt",
    "end_of",
    "last_met",
    "local_day",
    "next_visit",
    "promise",
    "readiness",
    "suggested_result",
    "visit_code",
]

READY = 0.8
_CODE = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # no 0, 1, I, O: it is read from paper and typed


@dataclass(frozen=True, slots=True)
class Readiness:
    """How far a visit is prepared."""

    done: int
    total: int
    share: float  # 0.0-1.0, by weight
    must_done: int
    must_total: int
    missing: tuple[CheckItem, ...]  # what is not done, must-haves first

    @property
    def missing_musts(self) -> tuple[CheckItem, ...]:
        """The must-haves that are not done."""
        return tuple(item for item in self.missing if item.must)

    @property
    def ready(self) -> bool:
        """True from 80 % on with every must-have done; an empty checklist is never ready. Source: method F14."""
        return self.total > 0 and self.share >= READY and self.must_done == self.must_total


@dataclass(frozen=True, slots=True)
class Promise:
    """One line of a debrief: who does what by when."""

    side: Side
    text: str
    person: str = ""
    due: date | None = None


def readiness(visit: Visit, checks: Iterable[CheckItem]) -> Readiness:
    """Σ weight(done) / Σ weight over the visit's checklist; a line without a weight weighs 1. Source: method F14."""
    items = sorted((item for item in checks if item.visit == visit.key), key=lambda item: item.rank or 0)
    weights = {item.key: 1 if item.weight is None else item.weight for item in items}
    whole = sum(weights.values())
    musts = [item for item in items if item.must]
    return Readiness(
        done=sum(item.done for item in items),
        total=len(items),
        share=sum(weights[item.key] for item in items if item.done) / whole if whole else 0.0,
        must_done=sum(item.done for item in musts),
        must_total=len(musts),
        missing=tuple(sorted((item for item in items if not item.done), key=lambda item: not item.must)),
    )


def local_day(moment: datetime) -> date:
    """The calendar day of a moment where the computer stands."""
    return moment.astimezone().date()


def end_of(visit: Visit) -> datetime:
    """When a visit is over; one without a length takes an hour, one without a time is over long since."""
    if visit.at is None:
        return datetime.min.replace(tzinfo=UTC)
    return visit.at + timedelta(minutes=60 if visit.minutes is None else visit.minutes)


def next_visit(client: Client, now: datetime) -> Visit | None:
    """The first visit that is not over and has no result; None when nothing is planned."""
    coming = [visit for visit in client.visits if visit.result is None and end_of(visit) >= now]
    return min(coming, key=end_of, default=None)


def coming_visits(client: Client, today: date) -> tuple[Visit, ...]:
    """The visits of today and later that have no result yet, the soonest first."""
    dated = [(visit.at, visit) for visit in client.visits if visit.at and visit.result is None]
    return tuple(visit for at, visit in sorted(dated, key=lambda pair: pair[0]) if local_day(at) >= today)


def last_met(client: Client, today: date) -> date | None:
    """The day of the last visit before today, or of today's when it has a result; None if never."""
    days = [
        local_day(visit.at)
        for visit in client.visits
        if visit.at and (local_day(visit.at) < today or (local_day(visit.at) == today and visit.result))
    ]
    return max(days, default=None)


def promise(text: str, side: Side, today: date) -> Promise:
    """Read "sample parts @Chen 12-04": what is done, by whom after @, by when as the last word.

    Whatever is no name and no day stays in the text, so nothing typed is lost.
    """
    words = text.split()
    person, due = "", None
    for word in reversed(words):
        if word.startswith("@") and len(word) > 1 and not person:
            person = word[1:]
            words.remove(word)
    try:
        due = parse_day(words[-1], today) if len(words) > 1 else None
    except ValueError:
        due = None
    return Promise(side, " ".join(words[:-1] if due else words), person, due)


def debrief_actions(visit: Visit, lines: Iterable[Promise]) -> tuple[Edit, ...]:
    """The edits that make a promise of each line of a debrief, given at its visit; empty lines make none."""
    given = local_day(visit.at) if visit.at else None
    return tuple(
        add(
            Action(
                owner=visit.owner,
                text=line.text,
                side=line.side,
                person=line.person,
                said_by=line.person,
                said_on=given,
                due=line.due,
                visit=visit.key,
            )
        )
        for line in lines
        if line.text.strip()
    )


def suggested_result(visit: Visit, actions: Iterable[Action]) -> Result | None:
    """An advance only if the client took on a dated act; else a continuation; None before anything is written.

    Source: method C3 (SPIN1). An order nobody can guess.
    """
    promised = [action for action in actions if action.visit == visit.key]
    if any(action.side is Side.THEIRS and action.due for action in promised):
        return Result.ADVANCE
    return Result.CONTINUATION if promised or visit.agreed.strip() or visit.learned.strip() else None


def doubt(visit: Visit, actions: Iterable[Action]) -> Said | None:
    """What speaks against the result written down; None when nothing does."""
    if visit.result is Result.ADVANCE and suggested_result(visit, actions) is not Result.ADVANCE:
        return said("An advance needs a dated act that the client took on; this is a continuation")
    return None


def visit_code(visit: Visit) -> str:
    """A short code to type from paper, V-7K3; it follows from the key, and two visits may share one."""
    number = int.from_bytes(hashlib.sha256(visit.key.encode()).digest()[:4], "big")
    return "V-" + "".join(_CODE[number >> shift & 31] for shift in (0, 5, 10))

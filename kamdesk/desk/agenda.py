"""The visits of all clients by when they are: waiting for a debrief, today, tomorrow, this week, later, past."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kamdesk.client.carrying import attendees, contact_of, moment
from kamdesk.client.company import Company
from kamdesk.client.record import Choice
from kamdesk.client.visit_records import Visit
from kamdesk.client.visiting import end_of, local_day
from kamdesk.desk.desk import Desk
from kamdesk.desk.visit import to_debrief
from kamdesk.words import N_

RECENT = timedelta(days=14)  # a visit that nobody has debriefed for longer is simply past
MOST_PAST = 500  # past visits that are listed without a filter


class Span(Choice):
    """When a visit is, as lists group it."""

    WAITING = "waiting", N_("Waiting for a debrief")
    TODAY = "today", N_("Today")
    TOMORROW = "tomorrow", N_("Tomorrow")
    WEEK = "week", N_("This week")
    LATER = "later", N_("Later")
    PAST = "past", N_("Past")


COMING = (Span.TODAY, Span.TOMORROW, Span.WEEK, Span.LATER)


@dataclass(frozen=True, slots=True)
class Entry:
    """A visit with its client, and how far it is prepared while it is coming."""

    visit: Visit
    company: Company
    span: Span
    done: int = 0
    total: int = 0

    @property
    def key(self) -> str:
        """The visit's."""
        return self.visit.key

    @property
    def title(self) -> str:
        """For screen readers."""
        return f"{self.company.called} {self.visit.objective}".strip()

    def matches(self, words: Iterable[str]) -> bool:
        """Whether each of these folded words stands in client, objective or place."""
        visit, company = self.visit, self.company
        text = f"{company.name} {company.short} {visit.objective} {visit.place} {visit.agreed}".casefold()
        return all(word in text for word in words)


def agenda(desk: Desk) -> tuple[Entry, ...]:
    """Every visit, span by span: coming ones the soonest first, past ones the latest first."""
    now, today = desk.clock.now(), desk.today
    companies = {company.key: company for company in desk.store.companies()}
    ready = {item.key: (item.done, item.total) for glance in desk.clients() for item in glance.upcoming}
    entries = [
        Entry(visit, companies[visit.owner], span_of(visit, now, today), *ready.get(visit.key, (0, 0)))
        for visit in desk.store.all(Visit)
        if visit.owner in companies
    ]
    order = {span: number for number, span in enumerate(Span)}
    return tuple(sorted(entries, key=lambda entry: (order[entry.span], _turn(entry))))


def span_of(visit: Visit, now: datetime, today: date) -> Span:
    """When a visit is. A week ends with its Sunday; a visit without a day is some time later."""
    if visit.result is None and visit.at is None:
        return Span.LATER
    if visit.at is None or visit.result is not None or end_of(visit) < now:
        recent = visit.at is not None and now - end_of(visit) < RECENT
        return Span.WAITING if recent and to_debrief(visit, now) else Span.PAST
    away = (local_day(visit.at) - today).days
    if away <= 1:
        return Span.TOMORROW if away == 1 else Span.TODAY
    return Span.WEEK if away <= 6 - today.weekday() else Span.LATER


class Guests:
    """Who of theirs attends a visit, read when it is asked for and kept until something changes."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._names: dict[str, tuple[str, ...]] = {}

    def names(self, entry: Entry) -> tuple[str, ...]:
        """Their names."""
        if entry.key not in self._names:
            client = self._desk.client(entry.company.key)
            for visit in client.visits:
                keys = [item.contact for item in attendees(client, visit) if item.contact]
                found = [contact_of(client, key) for key in keys]
                self._names[visit.key] = tuple(contact.name for contact in found if contact)
        return self._names.get(entry.key, ())

    def forget(self) -> None:
        """Read anew when asked again."""
        self._names.clear()


def _turn(entry: Entry) -> float:
    at = moment(entry.visit).timestamp() if entry.visit.at else float("inf")
    return at if entry.span in COMING else -at

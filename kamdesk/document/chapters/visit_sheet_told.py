"""One visit as its sheet tells of it: who, what, when; and texts that may lie on the client's table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import cache, cached_property
from typing import TypeVar

from kamdesk.client.checklists import Group
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Action
from kamdesk.client.promises import is_promise
from kamdesk.client.shipped_checklists import ROUTINE
from kamdesk.client.units import tell_long_day
from kamdesk.client.visit_papers import AgendaItem, Material, Negotiation, Probe
from kamdesk.client.visit_records import Attendee, PointKind, TalkPoint, Visit
from kamdesk.client.visiting import Readiness, end_of, readiness, visit_code
from kamdesk.document.press import Press
from kamdesk.document.subject import Subject
from kamdesk.document.unnamed import Unnamed
from kamdesk.words import LANGUAGES, words_for

P = TypeVar("P", Attendee, AgendaItem, Material, Negotiation, TalkPoint)
R = TypeVar("R", AgendaItem, Material)
_LATE = 10_000  # the place of what has no rank


@dataclass(frozen=True)
class Told:
    """One visit of one client in the words of one document."""

    press: Press
    subject: Subject
    visit: Visit

    @cached_property
    def code(self) -> str:
        """What is typed to find the visit again."""
        return visit_code(self.visit)

    @cached_property
    def ready(self) -> Readiness:
        """How far it is prepared."""
        return readiness(self.visit, self.subject.client.checks)

    @cached_property
    def theirs(self) -> tuple[Attendee, ...]:
        """Who comes of theirs, the most influential first."""
        there = [it for it in self._mine(self.subject.client.attendees) if it.contact]
        return tuple(sorted(there, key=lambda it: -self._influence(it)))

    @cached_property
    def ours(self) -> tuple[Attendee, ...]:
        """Who comes of ours."""
        return tuple(it for it in self._mine(self.subject.client.attendees) if not it.contact)

    def _influence(self, attendee: Attendee) -> int:
        contact = self.subject.contact(attendee.contact)
        return (contact.influence or 0) if contact else 0

    @cached_property
    def first(self) -> Contact | None:
        """The weightiest person to come."""
        return self.subject.contact(self.theirs[0].contact) if self.theirs else None

    @cached_property
    def agenda(self) -> tuple[AgendaItem, ...]:
        """What is talked about, in its order."""
        return _ranked(self._mine(self.subject.client.agenda))

    @cached_property
    def materials(self) -> tuple[Material, ...]:
        """What is brought along."""
        return _ranked(self._mine(self.subject.client.materials))

    @cached_property
    def negotiation(self) -> Negotiation | None:
        """The sheet of the negotiation, when there is one."""
        return next(iter(self._mine(self.subject.client.negotiations)), None)

    @cached_property
    def probes(self) -> tuple[Probe, ...]:
        """The last phone probe of each person to come."""
        last: dict[str, Probe] = {}
        coming = {it.contact for it in self.theirs}
        for probe in sorted(self.subject.client.probes, key=lambda it: it.day or self.subject.today):
            if probe.contact in coming:
                last[probe.contact or ""] = probe
        return tuple(last[it.contact] for it in self.theirs if it.contact in last)

    def points(self, *kinds: PointKind) -> list[TalkPoint]:
        """What is asked or answered."""
        return [it for it in self._mine(self.subject.client.points) if it.kind in kinds]

    @cached_property
    def promises(self) -> tuple[Action, ...]:
        """What either side promised and still owes, the earliest due first."""
        return tuple(it for it in self.subject.open_actions if is_promise(it))

    def _mine(self, held: Iterable[P]) -> list[P]:
        return [it for it in held if it.visit == self.visit.key]

    @cached_property
    def when(self) -> str:
        """Day, hours and place on one line."""
        if self.visit.at is None:
            return self.open(self.visit.place)
        local = self.visit.at.astimezone()
        told = f"{tell_long_day(local.date(), self.press.words)}\u2002{self.hours}"
        return f"{told} · {self.open(self.visit.place)}" if self.visit.place.strip() else told

    @cached_property
    def hours(self) -> str:
        """From when to when."""
        if self.visit.at is None:
            return "—"
        begins = self.visit.at.astimezone()
        if not self.visit.minutes:
            return f"{begins:%H:%M}"
        return f"{begins:%H:%M}–{end_of(self.visit).astimezone():%H:%M}"

    def at(self, minutes: int) -> str:
        """The hour so many minutes after the beginning."""
        return f"{(self.visit.at + timedelta(minutes=minutes)).astimezone():%H:%M}" if self.visit.at else ""

    def open(self, text: str) -> str:
        """A text that may lie on the client's table: a rival in it becomes another supplier."""
        return self._unnamed.without(text)

    def names_rival(self, text: str) -> bool:
        """True when a rival is named in the text."""
        return self._unnamed.named_in(text)

    @cached_property
    def _unnamed(self) -> Unnamed:
        return Unnamed(self.subject.workspace.rivals, self.press.words)

    @cached_property
    def next_part(self) -> str:
        """The part of the checklist with the first missing must-have, when it is one of ours that may be read aloud."""
        missing = self.ready.missing_musts
        return missing[0].group if missing and missing[0].group in _plain_groups() else ""


def _ranked(held: list[R]) -> tuple[R, ...]:
    return tuple(sorted(held, key=lambda it: _LATE if it.rank is None else it.rank))


@cache
def _plain_groups() -> frozenset[str]:
    """What the parts of a checklist that ships are called in each language, but for the concessions."""
    groups = [group for group in ROUTINE if group is not Group.CONCESSION]
    return frozenset(words_for(language).tr(group) for language in LANGUAGES for group in groups)

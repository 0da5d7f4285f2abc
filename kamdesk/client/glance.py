"""A client at a glance: one row of the client list, kept as JSON so that thousands of rows are read at once."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, timedelta
from typing import Any, Self
from zlib import crc32

from kamdesk.client.client import Client, Workspace
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.visiting import coming_visits, last_met, local_day, readiness

TREND = 6
UPCOMING = 12


@dataclass(frozen=True, slots=True)
class Upcoming:
    """A planned visit as the list shows it."""

    key: str
    at: datetime
    minutes: int
    done: int
    total: int
    objective: str

    @property
    def end(self) -> datetime:
        """When it is over."""
        return self.at + timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True)
class Glance:
    """What the client list and the pickers need of one client; days and figures are None while unknown."""

    key: str
    name: str
    short: str
    industry: str
    region: str
    grade: str  # "S", "A", "B", "C" or ""
    stage: str
    weigh: float | None  # ARI
    weigh_conservative: float | None
    coverage: float  # 0.0-1.0, the influence weighed
    light: str  # "red", "amber", "green"; "" while there are no people
    trend: tuple[float, ...]  # the last six ARI, oldest first
    lead: float | None
    rival: str  # what the main rival is called, "" when there is none
    contested: int  # key people with whom the rival stands better
    single_held: int  # key people whom exactly one of us knows
    upcoming: tuple[Upcoming, ...]  # visits planned when it was made, the soonest first
    last_met: date | None  # when it was made; `met` knows of visits that have passed since
    next_step: str  # the next open action, the one due first
    next_due: date | None
    ours_open: int  # promises open, ours and theirs
    theirs_open: int
    people: int  # still there
    names: tuple[str, ...]  # of the people, for filtering
    reviewed: date | None = None  # last looked at in the weekly review
    pending: str = ""  # what Today needs beside the row, as JSON: read only when it is asked for (pending.py)

    @property
    def called(self) -> str:
        """The short name, or the full one when there is none."""
        return self.short or self.name

    def next_visit(self, now: datetime) -> Upcoming | None:
        """The first visit that is not over; None when none is planned."""
        for visit in self.upcoming:  # a list asks for it thousands of times at once
            if visit.at >= now or visit.end >= now:
                return visit
        return None

    def met(self, today: date) -> date | None:
        """When somebody was last met; a planned visit counts from the day after it."""
        met, later = self.last_met, today + timedelta(1)
        for visit in self.upcoming:
            # The day in UTC is at most one ahead of the local one, and told a hundred times faster.
            if visit.at.date() > later or (day := local_day(visit.at)) >= today:
                break
            met = day if met is None else max(met, day)
        return met

    def silent_days(self, today: date) -> int | None:
        """Days since somebody was last met; None if never."""
        day = self.met(today)
        return (today - day).days if day else None

    def to_json(self) -> str:
        """The row as JSON text; what Today needs stands on a second line, so that lists need not read it.

        Values stand in the order of the fields: names would be half of what every start reads.
        """
        held = [getattr(self, name) for name in _NAMES]
        held[_UPCOMING] = [[getattr(visit, name) for name in _VISIT] for visit in self.upcoming]
        row = json.dumps([_SHAPE, *held], default=_plain, ensure_ascii=False, separators=(",", ":"))
        return row + "\n" + self.pending

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The row back; ValueError, KeyError or TypeError when the text is none of ours."""
        row, apart, rest = text.partition("\n")
        held: list[Any] = json.loads(row) if apart else []
        if len(held) != 1 + len(_NAMES) or held.pop(0) != _SHAPE:
            raise ValueError(text[:40])
        held.append(rest)
        held[_UPCOMING] = tuple(
            [Upcoming(key, datetime.fromisoformat(at), *more) for key, at, *more in held[_UPCOMING]]
        )
        for at in _TUPLES:
            held[at] = tuple(held[at])
        for at in _DAYS:
            held[at] = _day(held[at])
        return cls(*held)


_VISIT = tuple(field.name for field in fields(Upcoming))
_NAMES = tuple(field.name for field in fields(Glance))[:-1]  # the last one, `pending`, stands on its own line
_SHAPE = crc32(",".join((*_NAMES, *_VISIT)).encode())  # a row of other fields is worked out anew
_UPCOMING = _NAMES.index("upcoming")
_TUPLES = tuple(map(_NAMES.index, ("trend", "names")))
_DAYS = tuple(map(_NAMES.index, ("last_met", "next_due", "reviewed")))


def glance(client: Client, workspace: Workspace, today: date) -> Glance:
    """The row of one client as of a day. Sources: method F3 (ARI, light), F5 (lead), F6, F14 (readiness)."""
    # the start reads rows that are kept: it would wait for all these measures in vain
    from kamdesk.client.account import account
    from kamdesk.client.dependence import dependence
    from kamdesk.client.pending import pending
    from kamdesk.client.rollup import light

    company, found = client.company, account(client, today)
    step, sides = next_action(client), [action.side for action in client.actions if action.done is None]
    return Glance(
        key=client.key,
        name=company.name,
        short=company.short,
        industry=company.industry,
        region=company.region,
        grade=company.grade.value if company.grade else "",
        stage=company.stage.value if company.stage else "",
        weigh=found.ari,
        weigh_conservative=found.ari_conservative,
        coverage=found.coverage,
        light=light(client, found).colour.value if found.people else "",
        trend=_trend(client, today),
        lead=found.lead,
        rival=next((rival.called for rival in workspace.rivals if rival.key == found.rival), ""),
        contested=len(found.contested),
        single_held=len(dependence(client, workspace, found).single),
        upcoming=_upcoming(client, today),
        last_met=last_met(client, today),
        next_step=step.text if step else "",
        next_due=step.due if step else None,
        ours_open=sides.count(Side.OURS),
        theirs_open=sides.count(Side.THEIRS),
        people=len(found.people),
        names=tuple(contact.name for contact in client.contacts),
        reviewed=_reviewed(client),
        pending=pending(client, workspace, today).to_json(),
    )


def next_action(client: Client) -> Action | None:
    """The open action that is due first; one without a day comes last."""
    still_open = [action for action in client.actions if action.done is None and action.text]
    return min(still_open, key=lambda action: action.due or date.max, default=None)


def _reviewed(client: Client) -> date | None:
    return max((review.day for review in client.reviews if review.day), default=None)


def _trend(client: Client, today: date) -> tuple[float, ...]:
    from kamdesk.client.trends import account_trend

    points = [point.ours for point in account_trend(client, today) if point.ours is not None]
    return tuple(round(value, 4) for value in points[-TREND:])


def _upcoming(client: Client, today: date) -> tuple[Upcoming, ...]:
    shown = []
    for visit in coming_visits(client, today)[:UPCOMING]:
        ready = readiness(visit, client.checks)
        minutes = 60 if visit.minutes is None else visit.minutes
        if visit.at:
            at = visit.at.astimezone(UTC)
            shown.append(Upcoming(visit.key, at, minutes, ready.done, ready.total, visit.objective))
    return tuple(shown)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _plain(value: object) -> str:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    raise TypeError(type(value).__name__)

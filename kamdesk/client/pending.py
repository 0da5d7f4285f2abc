"""What of a client may matter on some day soon: kept with its row, so that Today never reads whole clients."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Self

from kamdesk.client.asking import ranked
from kamdesk.client.client import Client, Workspace
from kamdesk.client.plan_records import Action, Side
from kamdesk.client.promises import is_promise
from kamdesk.client.visit_records import Result, Visit
from kamdesk.client.visiting import local_day
from kamdesk.words import Said

MOST_OWED, MOST_ASKS, MOST_WAITING = 40, 3, 6
_HELD = timedelta(42)  # so far back the visits held are told, for the squares of the month
_WAITING = timedelta(14)  # a visit nobody has debriefed for longer is simply past
USUAL_MINUTES = 60


@dataclass(frozen=True, slots=True)
class Owed:
    """One open action as Today shows it."""

    key: str
    text: str
    ours: bool | None  # False: theirs; None: nobody's yet
    who: str
    due: date | None
    snoozed: date | None
    promised: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing worth asking, with whom and at which visit."""

    question: Said
    who: str
    at: datetime | None
    place: str
    key: str
    weight: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """A visit that has no result yet and may be over."""

    key: str
    at: datetime
    minutes: int
    objective: str
    asked: bool  # its debrief was asked for already

    @property
    def end(self) -> datetime:
        """When it was over."""
        return self.at + timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True)
class Deciding:
    """An open order with the day of its decision, and whether anything is planned for it."""

    key: str
    name: str
    day: date
    planned: bool


@dataclass(frozen=True, slots=True)
class Pending:
    """Everything Today needs of one client beside its row."""

    owed: tuple[Owed, ...] = ()
    asks: tuple[Asked, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    held: tuple[tuple[date, bool], ...] = ()  # days of the visits held of late; True for an advance or an order
    deciding: tuple[Deciding, ...] = ()
    weighed: date | None = None  # the newest weigh-in of ours
    touch: date | None = None  # when the last visit said that somebody gets in touch again

    def to_json(self) -> str:
        """As JSON text; the shorter the better, because thousands of them are read at once."""
        plain = {
            "o": [
                [item.key, item.text, item.ours, item.who, _iso(item.due), _iso(item.snoozed), item.promised]
                for item in self.owed
            ],
            "q": [[item.at and told(item.at), item.weight, _asked_text(item)] for item in self.asks],
            "w": [[item.key, told(item.at), item.minutes, item.objective, item.asked] for item in self.waiting],
            "h": [[day.isoformat(), moved] for day, moved in self.held],
            "d": [[item.key, item.name, item.day.isoformat(), item.planned] for item in self.deciding],
            "l": _iso(self.weighed),
            "t": _iso(self.touch),
        }
        return json.dumps({key: held for key, held in plain.items() if held}, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Back again; ValueError, KeyError or TypeError when it is none of ours."""
        held: Raw = json.loads(text or "{}")
        return cls(
            owed=tuple(map(owed_of, held.get("o", ()))),
            asks=tuple(map(asked_of, held.get("q", ()))),
            waiting=tuple(map(waiting_of, held.get("w", ()))),
            held=tuple((date.fromisoformat(day), moved) for day, moved in held.get("h", ())),
            deciding=tuple(map(deciding_of, held.get("d", ()))),
            weighed=_day(held.get("l")),
            touch=_day(held.get("t")),
        )


Raw = dict[str, Any]  # as it stands in the text: days and moments are ISO texts, which sort and compare as they are


_READ: dict[str, Raw] = {}  # what was asked for last, by its text


def raw_of(texts: Iterable[str]) -> list[Raw]:
    """Many at once without making an object of every line: most of them are not shown.

    Between two days that are asked for only a few clients change, and only their texts are read again.
    """
    asked = [text or "{}" for text in texts]
    new = [text for text in asked if text not in _READ]
    if new:
        known = _READ | dict(zip(new, json.loads(f"[{','.join(new)}]"), strict=True))
        _READ.clear()
        _READ.update((text, known[text]) for text in asked)
    return [_READ[text] for text in asked]


def owed_of(raw: list[Any]) -> Owed:
    """An open action out of its text."""
    key, text, ours, who, due, snoozed, promised = raw
    return Owed(key, text, ours, who, _day(due), _day(snoozed), promised)


def asked_of(raw: list[Any]) -> Asked:
    """Something to ask out of its text; few of thousands come so far, so its words stand in a text of their own."""
    at, weight, text = raw
    question, who, place, key = json.loads(text)
    return Asked(said_from_plain(question), who, datetime.fromisoformat(at) if at else None, place, key, weight)


def _asked_text(asked: Asked) -> str:
    held = [said_to_plain(asked.question), asked.who, asked.place, asked.key]
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"))


def waiting_of(raw: list[Any]) -> Waiting:
    """A visit without a result out of its text."""
    key, at, minutes, objective, asked = raw
    return Waiting(key, datetime.fromisoformat(at), minutes, objective, asked)


def deciding_of(raw: list[Any]) -> Deciding:
    """An open order out of its text."""
    key, name, day, planned = raw
    return Deciding(key, name, date.fromisoformat(day), planned)


def pending(client: Client, workspace: Workspace, today: date) -> Pending:
    """What may matter soon, as of a day."""
    weighed = [item.day for item in client.weighins if item.rival is None and item.day]
    return Pending(
        owed=_owed(client),
        asks=tuple(
            Asked(ask.question, ask.who.name if ask.who else "", _utc(ask.at), ask.place, ask.key, ask.weight)
            for ask in ranked(client, workspace, today)[:MOST_ASKS]
        ),
        waiting=_waiting(client, today),
        held=tuple(sorted(_held(client, today))),
        deciding=_deciding(client),
        weighed=max(weighed, default=None),
        touch=_touch(client),
    )


def told(moment: datetime) -> str:
    """A moment as it stands in the text: two of them compare as their moments do."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def said_to_plain(words: Said) -> list[Any]:
    """A sentence as JSON: the text and its values, which may be sentences themselves."""
    values = {
        name: said_to_plain(value) if isinstance(value, Said) else value if isinstance(value, int) else str(value)
        for name, value in words.values.items()
    }
    return [words.text, values] if values else [words.text]


def said_from_plain(plain: list[Any]) -> Said:
    """The sentence back."""
    values = plain[1] if len(plain) > 1 else {}
    return Said(
        plain[0],
        {name: said_from_plain(value) if isinstance(value, list) else value for name, value in values.items()},
    )


def _owed(client: Client) -> tuple[Owed, ...]:
    waiting = [action for action in client.actions if action.done is None and action.text.strip()]
    waiting.sort(key=lambda action: action.due or date.max)
    people = {contact.key: contact.name for contact in client.contacts}
    return tuple(_as_owed(action, people) for action in waiting[:MOST_OWED])


def _as_owed(action: Action, people: dict[str, str]) -> Owed:
    who = action.person.strip() or action.said_by.strip()
    if not who and action.side is Side.THEIRS:
        who = people.get(action.contact or "", "")
    ours = None if action.side is None else action.side is Side.OURS
    return Owed(action.key, action.text, ours, who, action.due, action.snoozed, is_promise(action))


def _waiting(client: Client, today: date) -> tuple[Waiting, ...]:
    """Visits without a result, from two weeks back on; the latest first, because they are remembered best."""
    since = today - _WAITING
    open_ones = [(visit.at, visit) for visit in client.visits if visit.at and visit.result is None]
    found = [(at, visit) for at, visit in open_ones if since <= local_day(at) <= today]
    found.sort(key=lambda pair: pair[0], reverse=True)
    return tuple(_as_waiting(at, visit) for at, visit in found[:MOST_WAITING])


def _as_waiting(at: datetime, visit: Visit) -> Waiting:
    minutes = USUAL_MINUTES if visit.minutes is None else visit.minutes
    return Waiting(visit.key, at.astimezone(UTC), minutes, visit.objective, visit.debrief_asked is not None)


def _held(client: Client, today: date) -> list[tuple[date, bool]]:
    moved = (Result.ORDER, Result.ADVANCE)
    days = [(local_day(visit.at), visit.result in moved) for visit in client.visits if visit.at and visit.result]
    return [(day, good) for day, good in days if today - _HELD <= day <= today]


def _touch(client: Client) -> date | None:
    """The next touch that the last visit set; None once something was done for a later one."""
    held = [(visit.at, visit) for visit in client.visits if visit.at and visit.result]
    last = max(held, key=lambda pair: pair[0], default=None)
    day = last[1].next_touch if last else None
    touched = [action.done for action in client.actions if action.done and action.activity]
    return None if day is None or any(done >= day for done in touched) else day


def _deciding(client: Client) -> tuple[Deciding, ...]:
    planned = {action.opportunity for action in client.actions if action.done is None}
    found = [
        Deciding(item.key, item.name, item.close, item.key in planned)
        for item in client.opportunities
        if item.is_open and item.close
    ]
    return tuple(sorted(found, key=lambda item: item.day))


def _utc(moment: datetime | None) -> datetime | None:
    return moment.astimezone(UTC) if moment else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

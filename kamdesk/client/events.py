"""What happened at a client and what is coming, day by day: for the time line and the history."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kamdesk.client.client import Client, Workspace
from kamdesk.client.telling import as_is
from kamdesk.client.visiting import local_day
from kamdesk.words import Said, said


@dataclass(frozen=True, slots=True)
class Event:
    """One thing on a day; `kind` is "visit", "weighin", "action", "fact" or "rival"."""

    day: date
    kind: str
    said: Said
    place: str
    key: str
    done: bool = False  # of an action


def events(client: Client, workspace: Workspace) -> list[Event]:
    """Everything dated, oldest first: visits, weigh-ins by day, actions by their due day, what rivals did, facts."""
    every = [*_visits(client), *_weighins(client), *_actions(client), *_rivals(client, workspace), *_facts(client)]
    return sorted(every, key=lambda event: event.day)


def _visits(client: Client) -> Iterable[Event]:
    for visit in client.visits:
        if visit.at:
            text = as_is(visit.objective) if visit.objective.strip() else said("Visit")
            yield Event(local_day(visit.at), "visit", text, "visits", visit.key, visit.result is not None)


def _weighins(client: Client) -> Iterable[Event]:
    """One event for each day of weighing; it leads to one of the people weighed."""
    ours = [item for item in client.weighins if item.rival is None and item.day]
    number = Counter(item.day for item in ours)
    people = {contact.key: contact.name for contact in client.contacts}
    first = {item.day: item for item in reversed(ours)}
    for day, item in first.items():
        name, more = people.get(item.contact or "", ""), number[day] - 1
        text = said("Weighed: {name}", name=name)
        if more:
            text = said("Weighed: {name} and {n} more", name=name, n=more)
        if day:
            yield Event(day, "weighin", text, "weighin", item.contact or "", True)


def _actions(client: Client) -> Iterable[Event]:
    for action in client.actions:
        if day := action.done or action.due:
            yield Event(day, "action", as_is(action.text), "plan", action.key, action.done is not None)


def _rivals(client: Client, workspace: Workspace) -> Iterable[Event]:
    names = {rival.key: rival.called for rival in workspace.rivals}
    needs = {factor.key: factor.name for factor in client.factors}
    seen = set()
    for item in client.standings:
        name, what = names.get(item.rival or ""), item.source.strip() or needs.get(item.factor or "", "")
        if item.day and name and (item.day, name, what) not in seen:
            seen.add((item.day, name, what))
            yield Event(item.day, "rival", said("{rival}: {what}", rival=name, what=what), "rivals", item.key, True)


def _facts(client: Client) -> Iterable[Event]:
    for fact in client.facts:
        if fact.day and fact.text.strip():
            yield Event(fact.day, "fact", as_is(fact.text.strip().splitlines()[0]), "overview", fact.key, True)

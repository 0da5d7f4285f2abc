"""Who reports to whom without rings, and the shortest trusted way to a person (method S4-8)."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kamdesk.client.account import Account, Person
from kamdesk.client.client import Client
from kamdesk.client.people import Attitude, Contact, Tie, TieKind
from kamdesk.words import Said, said

_STRENGTH = 2  # of a line that has none
_COST = {3: 1, 2: 2, 1: 3}  # of one step along a line of trust or influence
_AGAINST = 1  # more, where the line points the other way
_REPORTING = 5  # a boss can order a talk, but it opens no heart: dearer than the weakest line
_TOLD = 4  # more people than these a ring is not told with


@dataclass(frozen=True, slots=True)
class Route:
    """A way to a person: `ties[n]` leads from `people[n]` to the next, None where it is the reporting line.

    `opener` is False when nobody stands high enough to begin with, and the best of the others has to.
    """

    people: tuple[Contact, ...]
    ties: tuple[Tie | None, ...]
    opener: bool


@dataclass(frozen=True, slots=True)
class _Step:
    to: str
    cost: int
    tie: Tie | None


def ring(client: Client, contact_key: str, boss_key: str) -> tuple[Contact, ...] | None:
    """The ring that would arise if one person reported to the other, upwards from the first; None when none does."""
    people = {contact.key: contact for contact in client.contacts}
    chain, at = [contact_key], boss_key
    while at != contact_key:
        boss = people.get(at)
        if boss is None or at in chain:
            return None
        chain.append(at)
        at = boss.reports_to or ""
    return tuple(people[key] for key in chain if key in people)


def ring_said(found: tuple[Contact, ...]) -> Said:
    """ "Wang reports to Chen, who reports to Wang": why the reporting line cannot be drawn."""
    first = found[0].name
    if len(found) == 1:
        return said("{name} cannot report to {name}.", name=first)
    told = said("who reports to {name}", name=first)
    hidden = len(found) - _TOLD
    if hidden > 0:
        found = (*found[: _TOLD - 1], found[-1])
        told = said("who, {n} more between, reports to {name}", n=hidden, name=first)
    for contact in reversed(found[2:]):
        told = said("who reports to {name}, {rest}", name=contact.name, rest=told)
    return said("{name} reports to {boss}, {rest}.", name=first, boss=found[1].name, rest=told)


def bosses(client: Client, on: date | None = None) -> dict[str, str | None]:
    """Each person who is here with the boss to draw above: no ring, nobody gone, nobody unknown.

    A ring is cut above its most influential person. Without a day whoever has one of leaving counts as gone.
    """
    here = {contact.key: contact for contact in client.contacts if not _gone(contact, on)}
    found = {key: contact.reports_to if contact.reports_to in here else None for key, contact in here.items()}
    settled: set[str] = set()
    for start in found:
        walked: list[str] = []
        at: str | None = start
        while at is not None and at not in settled and at not in walked:
            walked.append(at)
            at = found[at]
        if at is not None and at in walked:
            members = walked[walked.index(at) :]
            found[max(members, key=lambda key: here[key].influence or 0)] = None
        settled.update(walked)
    return found


def route(client: Client, account: Account, to_key: str) -> Route | None:
    """The cheapest way to a person from those who stand at `rules.opener` or better, None when no line leads there.

    Strong lines are cheap, reporting lines dear; a conflict, an opponent or somebody not identified leads nowhere.
    """
    rows = {person.contact.key: person for person in account.people}
    if to_key not in rows:
        return None
    steps = _steps(client, rows)
    openers = [person for person in rows.values() if (person.score or 0) >= client.rules.opener]
    if any(person.contact.key == to_key for person in openers):
        return Route((rows[to_key].contact,), (), opener=True)
    found = _cheapest(rows, steps, openers, to_key)
    if found is not None:
        return _told(rows, found, opener=True)
    others = [person for person in rows.values() if person.score is not None and person.contact.key != to_key]
    for person in sorted(others, key=lambda row: -(row.score or 0)):
        if _passes(person) and (found := _cheapest(rows, steps, [person], to_key)) is not None:
            return _told(rows, found, opener=False)
    return None


def _gone(contact: Contact, on: date | None) -> bool:
    return contact.left is not None if on is None else contact.gone(on)


def _passes(person: Person) -> bool:
    """Whether somebody can take us further."""
    return not person.contact.placeholder and person.attitude is not Attitude.ENEMY


def _steps(client: Client, rows: dict[str, Person]) -> dict[str, list[_Step]]:
    """Every step one can take, by where it begins."""
    foes = {frozenset((tie.source, tie.target)) for tie in client.ties if tie.kind is TieKind.CONFLICT}
    steps: dict[str, list[_Step]] = {key: [] for key in rows}

    def join(one: str | None, other: str | None, there: int, back: int, tie: Tie | None) -> None:
        if one in rows and other in rows and one and other and one != other and frozenset((one, other)) not in foes:
            steps[one].append(_Step(other, there, tie))
            steps[other].append(_Step(one, back, tie))

    for tie in client.ties:
        cost = _COST.get(tie.strength or _STRENGTH, _COST[_STRENGTH])
        if tie.kind is TieKind.INFLUENCE:
            join(tie.source, tie.target, cost, cost + _AGAINST, tie)
        elif tie.kind is TieKind.TRUST:  # whoever is trusted opens the door of the one who trusts
            join(tie.target, tie.source, cost, cost + _AGAINST, tie)
    for person in rows.values():
        join(person.contact.key, person.contact.reports_to, _REPORTING, _REPORTING, None)
    return steps


_Way = tuple[tuple[str, ...], tuple[Tie | None, ...]]


def _cheapest(rows: dict[str, Person], steps: dict[str, list[_Step]], starts: Iterable[Person], to: str) -> _Way | None:
    """Dijkstra from all starts at once; of equal ways the shorter, then the one from whoever stands best."""
    order = {key: number for number, key in enumerate(rows)}
    ranked = sorted(starts, key=lambda person: (-(person.score or 0), order[person.contact.key]))
    heap: list[tuple[int, int, int, tuple[int, ...], int]] = []
    ways: list[_Way] = []

    def push(cost: int, rank: int, way: _Way) -> None:
        ways.append(way)
        numbers = tuple(order[key] for key in way[0])
        heapq.heappush(heap, (cost, len(numbers), rank, numbers, len(ways) - 1))

    for rank, person in enumerate(ranked):
        push(0, rank, ((person.contact.key,), ()))
    reached: set[str] = set()
    while heap:
        cost, _, rank, _, number = heapq.heappop(heap)
        people, ties = ways[number]
        if people[-1] in reached:
            continue
        reached.add(people[-1])
        if people[-1] == to:
            return people, ties
        if _passes(rows[people[-1]]):
            for step in steps[people[-1]]:
                if step.to not in reached:
                    push(cost + step.cost, rank, ((*people, step.to), (*ties, step.tie)))
    return None


def _told(rows: dict[str, Person], way: _Way, opener: bool) -> Route:
    people, ties = way
    return Route(tuple(rows[key].contact for key in people), ties, opener)

"""What must be known of a client, how much of it is, and how far what is known can still be trusted (method F13)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kamdesk.client.account import Account, account, role_cover
from kamdesk.client.client import Client
from kamdesk.client.company import Topic
from kamdesk.client.people import Role
from kamdesk.client.rules import RULES, Rules
from kamdesk.client.visiting import coming_visits
from kamdesk.words import Said, said

_OLD = 0.25
LEAST_NEEDS = 3


@dataclass(frozen=True, slots=True)
class MustHave:
    """One thing a plan cannot do without; `day` is when it was last seen to be so, None for what has no date."""

    what: Said
    filled: bool
    day: date | None = None
    dated: bool = True

    def freshness(self, today: date, rules: Rules = RULES) -> float:
        """1.0 up to 90 days, 0.75 up to 180, 0.5 up to 365, then 0.25; 1.0 for what carries no date."""
        if not self.dated:
            return 1.0
        return freshness_share(self.day, today, rules)


def freshness_share(day: date | None, today: date, rules: Rules = RULES) -> float:
    """How much a fact of `day` is still worth, 0.25-1.0. Source: method F13."""
    if day is None:
        return _OLD
    age = (today - day).days
    steps = ((rules.known_full, 1.0), (rules.known_most, 0.75), (rules.known_half, 0.5))
    return next((share for limit, share in steps if age <= limit), _OLD)


def trust(client: Client, today: date) -> float:
    """Mean freshness of the must-haves that are filled, times the share filled, 0.0-1.0. Source: method F13."""
    items = must_haves(client, today)
    kept = [item.freshness(today, client.rules) for item in items if item.filled]
    return sum(kept) / len(kept) * len(kept) / len(items) if kept else 0.0


def must_haves(client: Client, today: date) -> list[MustHave]:
    """What a plan needs: facts, goal, the people who decide, the needs with both scores, the next visit."""
    found = account(client, today)
    return [
        *(_fact(client, topic) for topic in (Topic.THEY, Topic.MATTERS, Topic.US)),
        MustHave(said("Goal"), bool(client.company.goal.strip()), dated=False),
        MustHave(said("Main rival"), found.rival is not None, dated=False),
        *_people(found),
        *_needs(client, found),
        MustHave(said("Next visit"), bool(coming_visits(client, today)), dated=False),
    ]


def _fact(client: Client, topic: Topic) -> MustHave:
    facts = [fact for fact in client.facts if fact.topic is topic and fact.text.strip()]
    return MustHave(Said(topic.label), bool(facts), _newest(fact.day for fact in facts))


def _people(found: Account) -> Iterable[MustHave]:
    """Who approves and who decides, and a weigh-in of each key person."""
    holders = {roles[0]: people for roles, people, _ in role_cover(found.people, found.rules)}
    for role in (Role.APPROVER, Role.DECIDER):
        yield MustHave(Said(role.label), bool(holders[role]), dated=False)
    keys = [person for person in found.people if person.contact.key_player]
    if not keys:
        yield MustHave(said("A key person"), False)
    for person in keys:
        weighed = person.weighed
        filled = weighed is not None and weighed.enough
        day = weighed.weighin.day if weighed else None
        yield MustHave(said("Weigh-in of {name}", name=person.contact.name), filled, day)


def _needs(client: Client, found: Account) -> Iterable[MustHave]:
    """At least three weighted needs, and for each our score and the main rival's."""
    weighted = [factor for factor in client.factors if factor.importance]
    yield MustHave(said("Three needs with their weight"), len(weighted) >= LEAST_NEEDS, dated=False)
    theirs = {item.factor: item for item in client.standings if item.rival == found.rival}
    for factor in weighted:
        yield MustHave(said("{need}: our score", need=factor.name), factor.score is not None, factor.day)
        standing = theirs.get(factor.key)
        filled = standing is not None and standing.score is not None
        yield MustHave(said("{need}: the rival's score", need=factor.name), filled, standing.day if standing else None)


def _newest(days: Iterable[date | None]) -> date | None:
    return max((day for day in days if day), default=None)

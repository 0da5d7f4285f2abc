"""What was heard of rivals, over all clients: facts of the rival library, facts learned at clients, new standings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kamdesk.client.client import Client, Workspace
from kamdesk.client.comparing import stale
from kamdesk.client.fairness import may_be_told
from kamdesk.client.rival_records import Rival, Standing
from kamdesk.client.rules import RULES, Rules
from kamdesk.client.telling import as_is
from kamdesk.client.visit_papers import Intel
from kamdesk.client.weigh_records import Confidence
from kamdesk.words import Said, said


@dataclass(frozen=True, slots=True)
class News:
    """One thing heard; `section` and `key` say where it is kept, the client is "" for what holds everywhere."""

    day: date | None
    rival: Rival
    text: Said
    client_key: str
    client: str
    source: str
    confidence: Confidence | None
    old: bool
    tellable: bool
    section: str
    key: str


def news(
    clients: Sequence[Client], workspace: Workspace, today: date, since: date | None = None, rival: str | None = None
) -> tuple[News, ...]:
    """The newest first, what has no day last; with `since` only what is as new. Source: method S1-10."""
    rules = clients[0].rules if clients else RULES
    rivals = {item.key: item for item in workspace.rivals if rival in (None, item.key)}
    found = [*_facts(workspace, rivals, today, rules)]
    for client in clients:
        found += _learned(client, rivals, today)
        found += _standings(client, rivals, today)
    return tuple(
        sorted(
            (item for item in found if since is None or (item.day is not None and item.day >= since)),
            key=lambda item: -(item.day or date.min).toordinal(),
        )
    )


def _facts(workspace: Workspace, rivals: dict[str, Rival], today: date, rules: Rules) -> Iterator[News]:
    for fact in workspace.rival_facts:
        if fact.rival in rivals and fact.text.strip():
            yield News(
                day=fact.day,
                rival=rivals[fact.rival],
                text=as_is(fact.text),
                client_key="",
                client="",
                source=fact.source,
                confidence=fact.confidence,
                old=stale(fact.day, today, rules.stale_days),
                tellable=may_be_told(fact.tellable, fact.source, fact.day),
                section="rival_facts",
                key=fact.key,
            )


def _learned(client: Client, rivals: dict[str, Rival], today: date) -> Iterable[News]:
    for item in client.intel:
        if item.rival in rivals and item.text.strip():
            yield _met(client, item, rivals[item.rival], as_is(item.text), today)


def _standings(client: Client, rivals: dict[str, Rival], today: date) -> Iterable[News]:
    needs = {factor.key: factor.name for factor in client.factors}
    for item in client.standings:
        if item.rival in rivals and item.factor in needs and item.value.strip():
            told = said("{need}: {value}", need=needs[item.factor], value=item.value)
            yield _met(client, item, rivals[item.rival], told, today)


def _met(client: Client, item: Intel | Standing, rival: Rival, told: Said, today: date) -> News:
    """One thing that was met at a client."""
    return News(
        day=item.day,
        rival=rival,
        text=told,
        client_key=client.key,
        client=client.company.called,
        source=item.source,
        confidence=item.confidence,
        old=stale(item.day, today, client.rules.stale_days),
        tellable=may_be_told(item.tellable, item.source, item.day),
        section="standings" if isinstance(item, Standing) else "intel",
        key=item.key,
    )

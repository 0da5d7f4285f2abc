"""What is not known of a client and should be asked: red flags, each with the person to ask (MH5, MH2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from kamdesk.client.account import Account, account
from kamdesk.client.chain import ChainRule, Flag, chain_flags, whom_to_ask
from kamdesk.client.client import Client, Workspace
from kamdesk.client.comparing import Comparison, comparison
from kamdesk.client.contest import floor_unknown
from kamdesk.client.people import Contact
from kamdesk.client.telling import as_is
from kamdesk.client.visit_records import PointKind
from kamdesk.client.visiting import coming_visits
from kamdesk.words import Said, said

__all__ = ["Unknown", "unknowns", "whom_to_ask"]

_FIRST = (ChainRule.ROLE, ChainRule.PLACEHOLDER, ChainRule.WEIGHED, ChainRule.AGENDA, ChainRule.INFLUENCE)
_LAST = (ChainRule.OPPONENT,)


class Unknown(NamedTuple):
    """One thing to find out, whom to ask, and the place and record it leads to."""

    said: Said
    ask: Contact | None
    place: str = "people"
    key: str = ""
    topic: str = ""  # "must", a rule of the chain, "weight" of a need, "rival", "floor"


def unknowns(client: Client, workspace: Workspace, today: date) -> list[Unknown]:
    """Everything worth asking, what the rep wrote down for the next visits first."""
    found = account(client, today)
    flags = chain_flags(client, workspace, found, today)
    return [
        *_must_learn(client, today),
        *_gaps(flags, _FIRST),
        *_comparison(comparison(client, workspace), found),
        *_floor(client, workspace, found),
        *_gaps(flags, _LAST),
    ]


def _must_learn(client: Client, today: date) -> Iterable[Unknown]:
    coming = {visit.key for visit in coming_visits(client, today)}
    people = {contact.key: contact for contact in client.contacts}
    for point in client.points:
        if point.kind is PointKind.LEARN and not point.done and point.visit in coming and point.text.strip():
            ask = people.get(point.ask or "")
            yield Unknown(as_is(point.text), ask, "visits", point.visit or "", "must")


def _gaps(flags: Iterable[Flag], rules: tuple[ChainRule, ...]) -> Iterable[Unknown]:
    """What the decision chain lacks, as questions; of one person each is asked once."""
    asked: set[tuple[str, str]] = set()
    for flag in flags:
        once = (flag.rule.value, flag.key) if flag.key else (flag.rule.value, flag.asks.text)
        if flag.rule in rules and once not in asked:
            asked.add(once)
            yield Unknown(flag.asks, flag.ask, flag.place, flag.key, flag.rule.value)


def _comparison(sheet: Comparison, found: Account) -> Iterable[Unknown]:
    ask = whom_to_ask(found)
    for row in sheet.rows:
        if row.share is None:
            text = said("How much {need} matters", need=row.factor.name)
            yield Unknown(text, ask, "rivals", row.factor.key, "weight")
        for rival in sheet.rivals[:2]:
            if row.rivals[rival.key] is None and row.share:
                text = said("{rival} on {need}", rival=rival.called, need=row.factor.name)
                yield Unknown(text, ask, "rivals", row.factor.key, "rival")


def _floor(client: Client, workspace: Workspace, found: Account) -> Iterable[Unknown]:
    """How low the main rival would go, while neither a fact nor the record of it here says so (method S1-8)."""
    rival = next((item for item in workspace.rivals if item.key == found.rival), None)
    if rival is not None and floor_unknown(client, workspace, rival):
        text = said("How low {rival} would go, from a public source", rival=rival.called)
        yield Unknown(text, whom_to_ask(found), "rivals", rival.key, "floor")

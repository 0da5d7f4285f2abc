"""The rivals of all clients in one list: where each is met, what was won and lost against it, what is out of date."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kamdesk.client.client import Client, sections_of
from kamdesk.client.company import Company
from kamdesk.client.comparing import stale
from kamdesk.client.plan_records import Deal, Opportunity
from kamdesk.client.record import Kind, Record, fields_of
from kamdesk.client.rival_file import LEGACY
from kamdesk.client.rival_records import Rival
from kamdesk.client.rules import Rules
from kamdesk.desk.desk import Desk

_Named = tuple[type[Record], str]  # a kind of record and its field that names a rival


@dataclass(frozen=True, slots=True)
class Tally:
    """One rival with its counts over all clients."""

    rival: Rival
    at: tuple[str, ...]  # keys of the clients where it is met
    main: int  # at so many of them it is the main rival
    won: int  # by us, against it
    lost: int
    facts: int
    stale: int  # facts that are old or of no source, and notes that never had one

    @property
    def key(self) -> str:
        """The rival's."""
        return self.rival.key

    @property
    def title(self) -> str:
        """For screen readers."""
        return self.rival.called

    @property
    def former(self) -> bool:
        """True for one that is no longer a rival."""
        return self.rival.former is not None


def tallies(desk: Desk) -> tuple[Tally, ...]:
    """Every rival, most often met first; former ones last."""
    workspace, today = desk.workspace(), desk.today
    limit = Rules.of(workspace.thresholds).stale_days
    met, main = _met(desk)
    deals = Counter(desk.store.fields(Opportunity, "rival", "state", where="rival"))
    facts = Counter(item.rival for item in workspace.rival_facts)
    old = Counter(item.rival for item in workspace.rival_facts if stale(item.day, today, limit))
    found = [
        Tally(
            rival=rival,
            at=tuple(sorted(met[rival.key])),
            main=main[rival.key],
            won=deals[rival.key, Deal.WON],
            lost=deals[rival.key, Deal.LOST],
            facts=facts[rival.key],
            stale=old[rival.key] + sum(bool(getattr(rival, name).strip()) for name in LEGACY),
        )
        for rival in workspace.rivals
    ]
    return tuple(sorted(found, key=_turn))


def clients_met(rows: Iterable[Tally]) -> tuple[str, ...]:
    """The keys of the clients where any of these rivals is met."""
    return tuple(sorted({key for row in rows for key in row.at}))


def _met(desk: Desk) -> tuple[dict[str, set[str]], Counter[str]]:
    """By a rival's key the clients where something is known of it, and at how many it is the main one."""
    met: dict[str, set[str]] = defaultdict(set)
    main: Counter[str] = Counter()
    there = {key for (key,) in desk.store.fields(Company, "key", where="key")}
    for kind, field in _naming():
        for owner, rival in desk.store.fields(kind, "owner", field, where=field):
            if rival and owner in there:
                met[rival].add(owner)
                main[rival] += kind is Company
    return met, main


@cache
def _naming() -> tuple[_Named, ...]:
    """What of a client names a rival: whatever does keeps the rival from being removed."""
    kinds = (part.record for part in sections_of(Client))
    return tuple(
        (kind, field.name)
        for kind in kinds
        for field in fields_of(kind)
        if field.kind is Kind.LINK and field.target == "rivals"
    )


def _turn(row: Tally) -> tuple[bool, int, str]:
    return row.former, -len(row.at), row.title.casefold()

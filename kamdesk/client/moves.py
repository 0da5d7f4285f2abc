"""What rivals did of late at a client, with source, day and confidence: facts learned and standings that changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kamdesk.client.account import main_rival
from kamdesk.client.client import Client, Workspace
from kamdesk.client.comparing import stale
from kamdesk.client.rival_records import Rival
from kamdesk.client.telling import as_is
from kamdesk.client.weigh_records import Confidence
from kamdesk.words import Said, said


@dataclass(frozen=True, slots=True)
class Move:
    """One thing a rival did or stands for; `old` when it should be asked again before it is used."""

    rival: Rival
    text: Said
    day: date | None
    source: str
    confidence: Confidence | None
    old: bool
    section: str  # "intel" or "standings", where it is kept
    key: str


def moves(client: Client, workspace: Workspace, today: date) -> tuple[Move, ...]:
    """The main rival's first, then the newest first; what has no day comes last."""
    rivals = {rival.key: rival for rival in workspace.rivals}
    needs = {factor.key: factor.name for factor in client.factors}
    found = [
        Move(
            rival=rivals[item.rival],
            text=as_is(item.text),
            day=item.day,
            source=item.source,
            confidence=item.confidence,
            old=stale(item.day, today, client.rules.stale_days),
            section="intel",
            key=item.key,
        )
        for item in client.intel
        if item.rival in rivals and item.text.strip()
    ]
    found += [
        Move(
            rival=rivals[item.rival],
            text=said("{need}: {value}", need=needs[item.factor], value=item.value),
            day=item.day,
            source=item.source,
            confidence=None,
            old=stale(item.day, today, client.rules.stale_days),
            section="standings",
            key=item.key,
        )
        for item in client.standings
        if item.rival in rivals and item.factor in needs and item.value.strip()
    ]
    main = main_rival(client)
    return tuple(sorted(found, key=lambda move: (move.rival.key != main, -(move.day or date.min).toordinal())))

"""What the relationship with a whole client shall come to: its targets rolled up as the levels are (method F2, F3)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kamdesk.client.account import Account, mean
from kamdesk.client.client import Client
from kamdesk.client.targets import PersonGaps, counted_level, person_gaps
from kamdesk.client.weigh_records import Dimension


def held_targets(client: Client, account: Account, today: date) -> dict[str, PersonGaps]:
    """The targets in force, by person, the most influential first."""
    held = {person.contact.key: person_gaps(client, person, today) for person in account.people}
    return {key: gaps for key, gaps in held.items() if gaps is not None}


def wanted_levels(account: Account, targets: Mapping[str, PersonGaps]) -> dict[Dimension, float | None]:
    """Each dimension once all targets are reached, weighted by influence; None where nobody has a target for it.

    Whoever has none, or stands higher already, counts as he or she stands. Source: F2 rolled up as F3 rolls up levels.
    """
    found: dict[Dimension, float | None] = {}
    for dimension in Dimension:
        rows: list[tuple[int, float | None]] = []
        aimed = False
        for person in account.people:
            held, now = targets.get(person.contact.key), counted_level(person, dimension)
            level = held.target.level(dimension) if held else None
            aimed = aimed or level is not None
            rows.append((person.influence, now if level is None else max(level, now or 0)))
        found[dimension] = mean(rows) if aimed else None
    return found

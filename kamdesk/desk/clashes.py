"""Visits that overlap: said before a day is saved, never forbidden."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from kamdesk.client.glance import Glance
from kamdesk.client.today import Coming
from kamdesk.client.units import tell_moment
from kamdesk.client.visit_records import Visit
from kamdesk.client.visiting import end_of
from kamdesk.words import Said, Words, said


def clashing(glances: Iterable[Glance], visit: Visit) -> tuple[Coming, ...]:
    """The planned visits of any client that run while this one does, the soonest first; itself is not among them."""
    if visit.at is None:
        return ()
    begin, end = visit.at, max(end_of(visit), visit.at + timedelta(minutes=1))
    found = [
        Coming(glance, other)
        for glance in glances
        for other in glance.upcoming
        if other.key != visit.key and other.at < end and max(other.end, other.at + timedelta(minutes=1)) > begin
    ]
    return tuple(sorted(found, key=lambda item: item.visit.at))


def clash_said(found: tuple[Coming, ...], words: Words) -> Said | None:
    """The warning; None when nothing overlaps."""
    if not found:
        return None
    first = found[0]
    values = {"client": first.glance.called, "moment": tell_moment(first.visit.at, words)}
    if len(found) > 1:
        return said("Overlaps with {client}, {moment}, and {n} more", **values, n=len(found) - 1)
    return said("Overlaps with {client}, {moment}", **values)

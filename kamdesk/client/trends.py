"""How a relationship moved: points in time for the trend lines of a person and of a whole client."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kamdesk.client.account import main_rival, mean, weighed_history
from kamdesk.client.client import Client
from kamdesk.client.kept import kept
from kamdesk.client.weighing import Weighed


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """Where we and the main rival stood on a day, 1.0-5.0; None while unknown."""

    day: date
    ours: float | None
    rival: float | None


def person_trend(client: Client, contact: str, today: date) -> tuple[TrendPoint, ...]:
    """One point for each day on which a person was weighed, for us or for the main rival, oldest first."""
    ours, theirs = _both(client, contact, today)
    days = sorted({item.weighin.day for item in (*ours, *theirs) if item.weighin.day})
    return tuple(TrendPoint(day, _as_of(ours, day), _as_of(theirs, day)) for day in days)


@kept
def account_trend(client: Client, today: date) -> tuple[TrendPoint, ...]:
    """ARI and the rival's, one point for each day on which somebody was weighed, oldest first.

    On each day everybody counts with the newest weigh-in up to then and with today's influence, until the day on which
    he or she left. Source: method F3.
    """
    rows = [(contact, *_both(client, contact.key, today)) for contact in client.contacts]
    days = {
        item.weighin.day
        for contact, ours, _ in rows
        for item in ours
        if item.weighin.day and not contact.gone(item.weighin.day)
    }
    points = []
    for day in sorted(days):
        there = [(contact.influence or 0, ours, theirs) for contact, ours, theirs in rows if not contact.gone(day)]
        ari = mean((influence, _as_of(ours, day)) for influence, ours, _ in there)
        points.append(TrendPoint(day, ari, mean((influence, _as_of(theirs, day)) for influence, _, theirs in there)))
    return tuple(points)


def _both(client: Client, contact: str, today: date) -> tuple[list[Weighed], list[Weighed]]:
    ours = weighed_history(client, contact, today)
    rival = main_rival(client)
    weights = ours[-1].weights if ours else None
    return ours, weighed_history(client, contact, today, rival, weights) if rival else []


def _as_of(weighed: list[Weighed], day: date) -> float | None:
    past = [item for item in weighed if item.weighin.day and item.weighin.day <= day]
    return past[-1].standing if past else None

"""What came up at past visits and may come up again: objections with answer and proof, disputes not yet settled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kamdesk.client.client import Client
from kamdesk.client.visit_records import PointKind, TalkPoint, Visit
from kamdesk.client.visiting import local_day

MOST = 6


@dataclass(frozen=True, slots=True)
class Past:
    """A talking point of a visit of any client, with the day and what the client is called."""

    point: TalkPoint
    day: date | None
    client: str


@dataclass(frozen=True, slots=True)
class Retold:
    """Something that was said before: what, our answer, its proof, and where it comes from."""

    text: str
    answer: str
    proof: str
    day: date | None
    client: str  # what it is called; "" for this very client
    settled: bool  # ticked at that visit


def objections(client: Client, visit: Visit, library: Iterable[Past] = ()) -> tuple[Retold, ...]:
    """Questions and objections of past visits that this one lacks yet: this client's first, proven ones first."""
    return _again(client, visit, library, PointKind.QUESTION)


def disputes(client: Client, visit: Visit, library: Iterable[Past] = ()) -> tuple[Retold, ...]:
    """What was disputed here and never settled; of other clients only what has an answer."""
    found = _again(client, visit, library, PointKind.DISPUTE)
    return tuple(item for item in found if item.client or not item.settled)


def past_of(client: Client, before: Visit | None = None) -> tuple[Past, ...]:
    """The talking points of a client's visits, without those of `before` and of later ones."""
    visits = {visit.key: visit for visit in client.visits}
    limit = before.at if before else None
    found = []
    for point in client.points:
        visit = visits.get(point.visit or "")
        if visit is None or visit.at is None or visit is before or (limit is not None and visit.at >= limit):
            continue
        found.append(Past(point, local_day(visit.at), ""))
    return tuple(found)


def _again(client: Client, visit: Visit, library: Iterable[Past], kind: PointKind) -> tuple[Retold, ...]:
    there = {_folded(point.text) for point in client.points if point.visit == visit.key}
    here = [past for past in past_of(client, visit) if past.point.kind is kind]
    others = [
        past
        for past in library
        if past.point.kind is kind and past.point.owner != client.key and past.point.answer.strip()
    ]
    found: dict[str, Retold] = {}
    for past in (*_best_first(here), *_best_first(others)):
        folded = _folded(past.point.text)
        if folded and folded not in there and folded not in found:
            point = past.point
            found[folded] = Retold(point.text, point.answer, point.proof, past.day, past.client, point.done)
    return tuple(found.values())[:MOST]


def _best_first(past: Iterable[Past]) -> list[Past]:
    """Answered and proven before answered before open, the newest first."""
    return sorted(
        past,
        key=lambda it: (
            -bool(it.point.answer.strip()) - bool(it.point.proof.strip()),
            -(it.day or date.min).toordinal(),
        ),
    )


def _folded(text: str) -> str:
    return "".join(text.casefold().split()).strip("?？。.!！“”\"'")

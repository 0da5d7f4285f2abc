"""The talking points of all clients' past visits: the library that likely objections are answered from."""

from __future__ import annotations

from kamdesk.client.retold import Past
from kamdesk.client.visit_records import PointKind, TalkPoint, Visit
from kamdesk.client.visiting import end_of, local_day
from kamdesk.desk.desk import Desk

_KINDS = (PointKind.QUESTION, PointKind.DISPUTE)


def past_points(desk: Desk) -> tuple[Past, ...]:
    """Questions and disputes with an answer, of visits that are over."""
    now = desk.clock.now()
    over = {visit.key: visit.at for visit in desk.store.all(Visit) if visit.at and end_of(visit) < now}
    names = {company.key: company.called for company in desk.store.companies()}
    return tuple(
        Past(point, local_day(over[point.visit]), names.get(point.owner, ""))
        for point in desk.store.all(TalkPoint)
        if point.visit in over and point.kind in _KINDS and point.answer.strip()
    )

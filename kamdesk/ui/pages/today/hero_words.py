"""What the next visit says: who comes, what to ask, how far off it is, how the last one ended."""

from __future__ import annotations

from datetime import datetime

from kamdesk.client.carrying import attendees, contact_of
from kamdesk.client.client import Client
from kamdesk.client.glance import Glance
from kamdesk.client.pending import Pending
from kamdesk.client.people import Contact
from kamdesk.client.units import tell_day
from kamdesk.client.visit_records import PointKind, Visit
from kamdesk.client.visiting import local_day
from kamdesk.ui.look import Look
from kamdesk.ui.pages.visit.words import day_words

_ASKED = (PointKind.LEARN, PointKind.ASK)


def guests_of(client: Client, visit: Visit) -> list[Contact]:
    """Who of theirs attends, the most influential first."""
    found = [contact_of(client, item.contact) for item in attendees(client, visit) if item.contact]
    return sorted((contact for contact in found if contact), key=lambda contact: -(contact.influence or 0))


def must_asks(client: Client, visit: Visit, glance: Glance, look: Look) -> list[str]:
    """What is to be asked there: what somebody wrote down first, then what is unknown of the client."""
    written = [
        (point.kind is not PointKind.LEARN, point.text)
        for point in client.points
        if point.visit == visit.key and point.kind in _ASKED and not point.done and point.text.strip()
    ]
    found = [text for _, text in sorted(written, key=lambda pair: pair[0])]
    unknown = [look.tell(asked.question) for asked in Pending.from_json(glance.pending).asks]
    return [*found, *(text for text in unknown if text not in found)]


def away_words(at: datetime, end: datetime, now: datetime, look: Look) -> str:
    """How far off a visit is: in 58 minutes, in 3 h 05 min, Tomorrow, now."""
    minutes = round((at - now).total_seconds() / 60)
    if minutes <= 0:
        return look.tr("now") if end >= now else look.tr("over")
    if local_day(at) != local_day(now):
        return day_words(local_day(at), local_day(now), look)
    if minutes < 60:
        return look.trn("in {n} minute", "in {n} minutes", minutes)
    return look.tr("in {h} h {m} min", h=minutes // 60, m=f"{minutes % 60:02}")


def last_words(last: Visit, now: datetime, look: Look) -> str:
    """When one met before, and what was agreed then."""
    if last.at is None:
        return ""
    day = tell_day(local_day(last.at), look.words, local_day(now))
    agreed = last.agreed.strip().partition("\n")[0].lstrip("-• ")
    if not agreed:
        return look.tr("Last met {day}", day=day)
    return look.tr("Last met {day}: {agreed}", day=day, agreed=agreed)

"""Who a person of the client is: found by key, told in one line, and when last met."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kamdesk.client.client import Client
from kamdesk.client.people import Contact
from kamdesk.client.telling import tell_list
from kamdesk.client.visit_records import Presence
from kamdesk.client.visiting import local_day
from kamdesk.ui.look import Look


def person(client: Client, key: str) -> Contact | None:
    """One person of the client."""
    found = client.get(key)
    return found if isinstance(found, Contact) else None


def post(contact: Contact, names: Mapping[str, str], look: Look) -> str:
    """Title, department and boss: "Purchasing director, procurement, reports to He Jianguo"."""
    parts = [part for part in (contact.title_at_work, contact.department) if part]
    if contact.reports_to and contact.reports_to in names:
        parts.append(look.tr("reports to {name}", name=names[contact.reports_to]))
    if contact.placeholder:
        parts.append(look.tr("not identified yet"))
    return tell_list(parts, look.words)


def last_met(client: Client, contact: str, today: date) -> date | None:
    """The day of the last visit a person was at; None if there was none."""
    missed = {item.visit for item in client.attendees if item.contact == contact and item.presence is Presence.MISSING}
    been = {item.visit for item in client.attendees if item.contact == contact} - missed
    days = [local_day(visit.at) for visit in client.visits if visit.key in been and visit.at]
    return max((day for day in days if day <= today), default=None)

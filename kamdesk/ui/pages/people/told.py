"""Who a person is in one line, for the panel and the list of names."""

from __future__ import annotations

from collections.abc import Mapping

from kamdesk.client.people import Contact
from kamdesk.client.telling import tell_list
from kamdesk.ui.look import Look


def post(contact: Contact, names: Mapping[str, str], look: Look) -> str:
    """Title, department and boss: "Purchasing director, procurement, reports to He Jianguo"."""
    parts = [part for part in (contact.title_at_work, contact.department) if part]
    if contact.reports_to and contact.reports_to in names:
        parts.append(look.tr("reports to {name}", name=names[contact.reports_to]))
    if contact.placeholder:
        parts.append(look.tr("not identified yet"))
    return tell_list(parts, look.words)

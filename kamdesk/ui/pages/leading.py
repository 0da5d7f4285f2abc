"""Where a record is shown: the place that a line of a sum, or anything else that knows just a key, leads to."""

from __future__ import annotations

from kamdesk.client.client import Client, Workspace, section_of
from kamdesk.client.people import Contact
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.registry import place_of


def leading_to(client: Client, workspace: Workspace, key: str) -> Goto | None:
    """The place of a record; a person is shown on the scales. None when the record is nowhere any more."""
    record = client.get(key)
    if record is not None:
        place = "weighin" if isinstance(record, Contact) else place_of(section_of(type(record)).name)
        return Goto(place, client.key, key)
    record = workspace.get(key)
    return Goto(place_of(section_of(type(record)).name), "", key) if record is not None else None

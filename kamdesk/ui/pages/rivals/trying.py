"""How the sheet is looked at: as it is, through the eyes of a role or a person, or with cells tried for "what if"."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from kamdesk.client.account import account
from kamdesk.client.client import Client, Workspace
from kamdesk.client.people import Contact
from kamdesk.client.role_view import View, seen_by, views
from kamdesk.desk.what_if import Moved, WhatIf
from kamdesk.store.step import Step
from kamdesk.ui.pages.rivals.cells import US, WEIGHT, Place


class Looking:
    """One of the three at a time; a client that changed meanwhile keeps what is tried on it."""

    def __init__(self) -> None:
        self.what: WhatIf | None = None
        self.view: View | None = None

    def see(self, client: Client, workspace: Workspace) -> Client:
        """The client as it is looked at now."""
        if self.what is not None:
            self.what = _again(self.what, client, workspace)
            return self.what.client if self.what else client
        if self.view is not None:
            same = (self.view.role, self.view.contact)
            self.view = next((view for view in views(client)[1:] if (view.role, view.contact) == same), None)
        return seen_by(client, self.view) if self.view else client

    def begin_trying(self, client: Client, workspace: Workspace) -> None:
        """Try what would be if; the eyes are everybody's again."""
        self.view, self.what = None, WhatIf(client, workspace)

    def look_as(self, view: View | None) -> None:
        """See as a role or a person does; None as everybody does."""
        self.what, self.view = None, view if view and (view.role or view.contact) else None

    def plain(self) -> None:
        """Look at the sheet as it is."""
        self.what = self.view = None

    @property
    def tried(self) -> frozenset[Place]:
        """The cells that are tried."""
        return self.what.changed if self.what else frozenset()

    def moves(self, today: date) -> tuple[Moved, ...]:
        """What would move with the cells that are tried."""
        return self.what.moved(account(self.what.real, today), today) if self.what else ()

    def kept(self) -> Step | None:
        """What is tried as one step."""
        return self.what.step() if self.what else None

    def try_cell(self, place: Place, values: Mapping[str, Any]) -> bool:
        """Try a score or a weight; False for anything else, which cannot be tried."""
        need, column = place
        name = "importance" if column == WEIGHT else "score"
        if self.what is None or name not in values:
            return False
        self.what.try_(need, None if column == US else column, values[name])
        return True

    def whose(self, client: Client) -> Contact | None:
        """The person through whose eyes it is seen."""
        key = self.view.contact if self.view else None
        return next((contact for contact in client.contacts if contact.key == key), None)


def _again(what: WhatIf, client: Client, workspace: Workspace) -> WhatIf | None:
    """The same cells tried on the client as it is now; None on another client."""
    if what.real.key != client.key:
        return None
    if what.real == client:
        return what
    found = WhatIf(client, workspace)
    factors = {factor.key: factor for factor in what.client.factors}
    standings = {(item.factor, item.rival): item for item in what.client.standings}
    here = {factor.key for factor in client.factors}
    for need, column in what.changed:
        if need not in here:
            continue
        if column == WEIGHT:
            found.try_(need, column, factors[need].importance)
        elif column == US:
            found.try_(need, None, factors[need].score)
        elif (need, column) in standings:
            found.try_(need, column, standings[need, column].score)
    return found

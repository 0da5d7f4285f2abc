"""The clients as the rivals of all of them need them: read section by section at once, kept until they change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from kamdesk.client.client import WORKSPACE, Client, Workspace, section_of
from kamdesk.client.contest_records import Contest
from kamdesk.client.plan_records import Opportunity
from kamdesk.client.record import Record
from kamdesk.client.rival_file import AtClient, RivalFile, measured, quick_file
from kamdesk.client.rival_records import Factor, Rival, Standing
from kamdesk.client.rules import Rules
from kamdesk.client.visit_papers import Intel
from kamdesk.desk.desk import Desk
from kamdesk.errors import Trouble

# what the file of a rival and the news are made of, besides the names of needs
_KINDS: tuple[type[Record], ...] = (Standing, Opportunity, Contest, Intel)


class RivalClients:
    """Clients with those sections alone, the others are empty; whole ones are read for what has to be measured.

    What was measured stays until something is measured anew, and is known to be out of date meanwhile.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._step = -1  # the newest step that what is kept knows of
        self._rules = Rules()
        self._day = date.min
        self._clients: dict[str, Client] = {}
        self._measured: dict[tuple[str, str], AtClient] = {}  # by client and rival

    @property
    def is_read(self) -> bool:
        """False before anything was asked for: the first time takes a moment where clients are many."""
        return self._step >= 0

    def of(self, keys: Iterable[str]) -> list[Client]:
        """The clients of these keys that there are."""
        self._catch_up()
        return [self._clients[key] for key in keys if key in self._clients]

    def file(self, rival: Rival, keys: Iterable[str], workspace: Workspace) -> RivalFile:
        """The file of a rival that is met at these clients, with what was measured there before."""
        found = quick_file(rival, self.of(keys), workspace, self._desk.today)
        return replace(found, at=tuple(self._as_measured(row, rival.key) for row in found.at))

    def _as_measured(self, row: AtClient, rival: str) -> AtClient:
        known = self._measured.get((row.client_key, rival))
        if known is None:
            return row
        figures = {name: getattr(known, name) for name in ("lead", "stance", "ours", "theirs", "measured")}
        return replace(row, **figures)

    def measure(self, row: AtClient, rival: str) -> AtClient:
        """Work out how we stand against a rival at one client."""
        desk = self._desk
        try:
            found = measured(row, desk.client(row.client_key), rival, desk.workspace(), desk.today)
        except Trouble:  # the client is gone; its row goes next
            found = replace(row, measured=True)
        self._measured[row.client_key, rival] = found
        return found

    def _catch_up(self) -> None:
        """Read everything at first, afterwards the clients that a step has changed."""
        store, rules, today = self._desk.store, Rules.of(self._desk.workspace().thresholds), self._desk.today
        if self._step < 0 or rules != self._rules:
            self._rules = rules
            self._clients = self._all()
            self._doubt(None)
        else:
            changed = self._changed()
            for key in changed - {WORKSPACE}:
                self._renew(key)
            if changed:
                self._doubt(None if WORKSPACE in changed or today != self._day else changed)
        self._step, self._day = store.last_step, today

    def _changed(self) -> set[str]:
        store = self._desk.store
        steps = range(self._step + 1, store.last_step + 1)
        return {edit.record.owner or edit.record.key for number in steps for edit in store.edits_of(number)}

    def _doubt(self, owners: set[str] | None) -> None:
        """What was measured at these clients, or at any, is out of date."""
        for place, row in self._measured.items():
            if row.measured and (owners is None or place[0] in owners):
                self._measured[place] = replace(row, measured=False)

    def _renew(self, key: str) -> None:
        try:
            self._clients[key] = self._desk.client(key)
        except Trouble:  # it is gone, or it was no client at all
            self._clients.pop(key, None)

    def _all(self) -> dict[str, Client]:
        store = self._desk.store
        held: dict[str, dict[str, list[Record]]] = defaultdict(lambda: defaultdict(list))
        for kind in _KINDS:
            name = section_of(kind).name
            for record in store.all(kind):
                held[record.owner][name].append(record)
        for key, owner, name in store.fields(Factor, "key", "owner", "name", where="key"):
            if "standings" in held[owner]:
                held[owner]["factors"].append(Factor(key=key, owner=owner, name=name))
        return {
            company.key: Client(rules=self._rules, company=company, **_frozen(held[company.key]))
            for company in store.companies()
        }


def _frozen(sections: dict[str, list[Record]]) -> dict[str, Any]:
    return {name: tuple(records) for name, records in sections.items()}

"""The clients as the rivals of all of them need them: read section by section at once, kept until they change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from kamdesk.client.client import WORKSPACE, Client, section_of
from kamdesk.client.contest_records import Backer, Contest
from kamdesk.client.people import Contact
from kamdesk.client.plan_records import Opportunity
from kamdesk.client.record import Record
from kamdesk.client.rival_records import Factor, Standing
from kamdesk.client.rules import Rules
from kamdesk.client.visit_papers import Intel
from kamdesk.client.visit_records import Concession
from kamdesk.client.weigh_records import Evidence, WeighIn
from kamdesk.desk.desk import Desk
from kamdesk.errors import Trouble

# whatever lead, comparison, stance and news are made of
_KINDS: tuple[type[Record], ...] = (
    *(Contact, WeighIn, Evidence, Factor, Standing),
    *(Opportunity, Contest, Backer, Intel, Concession),
)


class RivalClients:
    """Clients with those sections alone; the others are empty. One by one they would take minutes for thousands."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._step = -1  # the newest step that what is kept knows of
        self._rules = Rules()
        self._clients: dict[str, Client] = {}

    def of(self, keys: Iterable[str]) -> list[Client]:
        """The clients of these keys that there are."""
        self._catch_up()
        return [self._clients[key] for key in keys if key in self._clients]

    def _catch_up(self) -> None:
        """Read everything at first, afterwards the clients that a step has changed."""
        store, rules = self._desk.store, Rules.of(self._desk.workspace().thresholds)
        if self._step < 0 or rules != self._rules:
            self._rules = rules
            self._clients = self._all()
        else:
            for key in self._changed():
                self._renew(key)
        self._step = store.last_step

    def _changed(self) -> set[str]:
        store = self._desk.store
        steps = range(self._step + 1, store.last_step + 1)
        owners = {edit.record.owner or edit.record.key for number in steps for edit in store.edits_of(number)}
        return owners - {WORKSPACE}

    def _renew(self, key: str) -> None:
        try:
            self._clients[key] = self._desk.client(key)
        except Trouble:  # it is gone, or it was no client at all
            self._clients.pop(key, None)

    def _all(self) -> dict[str, Client]:
        held: dict[str, dict[str, list[Record]]] = defaultdict(lambda: defaultdict(list))
        for kind in _KINDS:
            name = section_of(kind).name
            for record in self._desk.store.all(kind):
                held[record.owner][name].append(record)
        return {
            company.key: Client(rules=self._rules, company=company, **_frozen(held[company.key]))
            for company in self._desk.store.companies()
        }


def _frozen(sections: dict[str, list[Record]]) -> dict[str, Any]:
    return {name: tuple(records) for name, records in sections.items()}

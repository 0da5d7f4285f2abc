"""The rows of the client list, kept ready: read once, and worked out anew only for clients that changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any

from kamdesk.client.client import WORKSPACE, Client, section_of, sections_of
from kamdesk.client.library import Threshold
from kamdesk.client.record import Record, fields_of
from kamdesk.store import reading
from kamdesk.store.engine import Door, writing
from kamdesk.store.late import sa
from kamdesk.store.pinyin import order_key
from kamdesk.store.tables import table_of

if TYPE_CHECKING:
    from kamdesk.client.glance import Glance

# The sections of the workspace that have a part in the rows of the clients that link to them; rules do in every row.
SHOWN = ("rivals", "colleagues")
_MANY = 40  # clients from which on reading all of them at once is faster than one by one
_MOST = 200  # clients whose rows are worked out while somebody waits for them


class Glances:
    """One row for each client, by name, Chinese by its pinyin."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._held: dict[str, tuple[str, Glance]] = {}
        self._changed: set[str] | None = None  # clients to look at again; None when nothing is read yet
        self._rows: tuple[Glance, ...] = ()
        self._unkept: dict[str, dict[str, Any]] = {}  # rows worked out and not yet written; only their work can be lost

    def forget(self, connection: sa.Connection, records: Iterable[Record]) -> None:
        """Drop the rows of clients that change, by themselves or by what they show of the workspace.

        When very many show it, their rows are only marked, and `freshen` works them out.
        """
        owners: set[str] = set()
        shared = []
        for record in records:
            if record.owner == WORKSPACE:
                shared.append(record)
            else:
                owners.add(record.owner)
        owners |= self._touched(connection, shared)
        for owner in owners:
            self._unkept.pop(owner, None)
        if owners:
            kept = table_of("glances")
            gone = sa.delete(kept).where(kept.c.owner == sa.bindparam("gone"))
            connection.execute(gone, [{"gone": owner} for owner in owners])
        if self._changed is not None:
            self._changed |= owners

    def _touched(self, connection: sa.Connection, shared: Collection[Record]) -> set[str]:
        """The few clients whose rows show one of these records of the workspace; where they are many, only marked."""
        few: set[str] = set()
        if any(isinstance(record, Threshold) for record in shared):
            few |= self._few(connection, set(connection.execute(sa.select(table_of("company").c.key)).scalars()), _MOST)
        for record in shared:
            if section_of(type(record)).name in SHOWN:
                few |= self._few(connection, _linked(connection, record), _MANY)
        return few

    def _few(self, connection: sa.Connection, showing: set[str], most: int) -> set[str]:
        """These clients when they are fewer than `most`; else nobody, and their rows are worked out by `freshen`."""
        if len(showing) < most:
            return showing
        for owner in self._unkept.keys() & showing:
            self._unkept[owner]["day"] = date.min
        kept = table_of("glances")
        marked = sa.update(kept).where(kept.c.owner == sa.bindparam("showing")).values(day=date.min)
        connection.execute(marked, [{"showing": owner} for owner in showing])
        return set()

    def read(self, today: date) -> tuple[Glance, ...]:
        """All rows; those that were worked out on an earlier day are given as they are."""
        if self._changed is None or self._changed:
            there = self._there()
            self._load()
            missing = [key for key in there if key not in self._held]
            if missing:
                self._work_out(missing, today)
            self._changed = set()
            self._rows = tuple(row for _, row in sorted(self._held.values(), key=lambda held: held[0]))
        return self._rows

    def freshen(self, today: date, limit: int) -> int:
        """Work out some rows of another day again: evidence that ages changes their figures. How many they were."""
        self.keep()
        kept = table_of("glances")
        with self._door.engine.connect() as connection:
            old = connection.execute(sa.select(kept.c.owner).where(kept.c.day != today).limit(limit)).scalars().all()
        if old:
            self.read(today)
            self._work_out(old, today)
            self.keep()
            self._changed = (self._changed or set()) | set(old)
        return len(old)

    def keep(self) -> None:
        """Write what was worked out; not with every edit, which would have to wait for the disk once more."""
        if self._unkept:
            rows = list(self._unkept.values())
            with writing(self._door.engine) as connection:
                connection.execute(sa.insert(table_of("glances")).prefix_with("OR REPLACE"), rows)
            self._unkept.clear()

    def _there(self) -> list[str]:
        """The clients there are among those to look at."""
        there = [row[0] for row in self._door.rows("SELECT key FROM company")]
        return there if self._changed is None else [key for key in there if key in self._changed]

    def _load(self) -> None:
        """Take over the kept rows of the clients to look at."""
        from kamdesk.client.glance import Glance

        asked, rows = "SELECT owner, place, value FROM glances", []
        if self._changed is None:
            rows = self._door.rows(asked)
        for owner in self._changed or ():
            self._held.pop(owner, None)
            rows += self._door.rows(f"{asked} WHERE owner = ?", (owner,))
        for owner, place, value in rows:
            with suppress(ValueError, KeyError, TypeError):  # of another version of the program: worked out anew
                self._held[owner] = (place, Glance.from_json(value))

    def _work_out(self, owners: Collection[str], today: date) -> None:
        from kamdesk.client.glance import glance

        workspace = reading.read_workspace(self._door.rows, WORKSPACE)
        for client in self._clients(owners):
            row = glance(client, workspace, today)
            place = order_key(row.called)
            self._held[client.key] = (place, row)
            kept = {"owner": client.key, "day": today, "place": place, "value": row.to_json()}
            self._unkept[client.key] = kept
        if len(self._unkept) >= _MANY:
            self.keep()

    def _clients(self, owners: Collection[str]) -> Iterable[Client]:
        if len(owners) >= _MANY:
            everyone = reading.read_roots(self._door.rows)
            return [everyone[key] for key in owners]
        found = (reading.read_client(self._door.rows, key) for key in owners)
        return [client for client in found if client is not None]


def _linked(connection: sa.Connection, record: Record) -> set[str]:
    """The clients that link to a record of the workspace."""
    target = section_of(type(record)).name
    columns = [
        table_of(section.name).c[field.name]
        for section in sections_of(Client)
        for field in fields_of(section.record)
        if field.target == target
    ]
    asked = sa.union(*(sa.select(column.table.c.owner).where(column == record.key) for column in columns))
    return set(connection.execute(asked).scalars())

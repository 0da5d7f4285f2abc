"""Keeps clients in one encrypted file: gives out whole values, takes edits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from contextlib import ExitStack, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

from kamdesk.client.client import WORKSPACE, Client, Workspace
from kamdesk.client.company import Company
from kamdesk.client.edit import Edit
from kamdesk.client.record import Record
from kamdesk.errors import Trouble
from kamdesk.store import agreeing, checking, datafile, journal, pinyin, reading, search, tables
from kamdesk.store.engine import as_trouble, writing
from kamdesk.store.names import LISTED
from kamdesk.store.opening import Opened, open_folder
from kamdesk.store.search import Hit
from kamdesk.store.step import Logged, Step
from kamdesk.store.troubles import Gone, ReadOnly
from kamdesk.store.writing import commit
from kamdesk.words import Said

if TYPE_CHECKING:
    from kamdesk.client.glance import Glance

R = TypeVar("R", bound=Record)


class Store:
    """The data folder of one person, open; used on one thread."""

    def __init__(self, folder: Path, opened: Opened) -> None:
        self.folder = folder
        self.read_only = opened.read_only
        self.told = opened.told  # what a person should know of this opening: what was brought back, what is missing
        self._file = opened.file
        self._key = opened.key
        self._door = opened.door
        self._side = opened.side
        self._saving = opened.saving
        self._side_agrees = False
        self._held = opened.held
        self._last = journal.last_number(self._door)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The store in this folder, made when there is none; Trouble when it cannot be used."""
        with as_trouble(folder / datafile.NAME, opening=True):
            return cls(folder, open_folder(folder))

    @property
    def last_step(self) -> int:
        """The number of the newest step, 0 before the first."""
        return self._last

    def companies(self) -> tuple[Company, ...]:
        """The head of every client, in the order they came."""
        return self.all(Company)

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """One section over all clients, or of the workspace, in the order of insertion."""
        with as_trouble(self._file):
            return reading.read_all(self._door.rows, kind)

    def fields(self, kind: type[Record], *names: str, where: str) -> list[tuple[Any, ...]]:
        """Some fields of a section over all clients, of the records whose field `where` is known.

        Far faster than whole records where they are many.
        """
        with as_trouble(self._file):
            return reading.read_fields(self._door.rows, kind, names, where)

    def client(self, key: str) -> Client:
        """A whole client with the rules it is judged by; Gone when there is none of this key."""
        with as_trouble(self._file):
            client = reading.read_client(self._door.rows, key)
        if client is None:
            raise Gone
        return client

    def workspace(self) -> Workspace:
        """What all clients share."""
        with as_trouble(self._file):
            return reading.read_workspace(self._door.rows, WORKSPACE)

    def apply(self, step: Step) -> datetime:
        """Save a step whole or not at all, and give the moment of it; Stale, Linked, Full or ReadOnly.

        When it returns, the step is durable twice: in the data file and in the journal beside it.
        """
        moment = datetime.now(UTC)
        self._save(journal.entry_of(self._last + 1, step, moment), step.edits)
        return moment

    def fill(self, said: Said, records: Iterable[Record]) -> None:
        """Save many new records fast, for measuring: the step cannot be taken back, nor given back by the journal."""
        entry = journal.entry_of(self._last + 1, Step(said, (), journal.FILLED), datetime.now(UTC))
        self._save(entry, [Edit(None, record) for record in records])

    def _save(self, entry: dict[str, Any], edits: Sequence[Edit]) -> None:
        """Save a step in both places.

        The side file takes the entry before the commit, to know of a full disk in time, and is synced after it.
        """
        if self.read_only:
            raise ReadOnly(self.folder)
        with as_trouble(self._file), ExitStack() as failed:
            if not self._side_agrees:
                agreeing.complete(self._door, self._side)
                self._side_agrees = True
            with writing(self._door.engine) as connection:
                self._saving.save(connection, entry, edits)
                failed.callback(self._side.take_back)
                self._side.append(entry)
                commit(connection)
            failed.pop_all()
        self._last += 1
        try:
            self._side.confirm()
        except OSError:  # it is saved all the same; what the side file lacks is written before the next step
            self._side.close()
            self._side_agrees = False

    def steps(self, limit: int = 500) -> list[Logged]:
        """The newest steps, newest last."""
        with as_trouble(self._file):
            return journal.logged(self._door, limit)

    def edits_of(self, number: int) -> tuple[Edit, ...]:
        """The edits of one logged step."""
        with as_trouble(self._file), self._door.engine.connect() as connection:
            return journal.edits_of(connection, number)

    def find(self, text: str, limit: int = 50, sections: Collection[str] = ()) -> list[Hit]:
        """What matches a text, a pinyin or its initials, best first; all sections unless some are named."""
        with as_trouble(self._file), self._door.engine.connect() as connection:
            return search.find(connection, self._saving.index, text, limit, sections)

    def owners(self, text: str, sections: Collection[str] = LISTED) -> list[str]:
        """The clients that a list would show: all parts of the text are in their names, or in their people's."""
        with as_trouble(self._file):
            return self._saving.index.names.owners(self._door.rows, text, sections)

    def glances(self, today: date) -> tuple[Glance, ...]:
        """One row for each client, by name; those of changed clients are worked out now, no others (`freshen`)."""
        with as_trouble(self._file):
            return self._saving.glances.read(today)

    def freshen(self, today: date, limit: int = 20) -> int:
        """Work out some rows that were made on another day, when there is nothing else to do; how many they were."""
        with as_trouble(self._file):
            return self._saving.glances.freshen(today, limit)

    def warm(self) -> None:
        """Load what the first edit and the first search would otherwise wait for."""
        self._side.warm()
        pinyin.warm()
        self.owners("a")
        with as_trouble(self._file), self._door.engine.connect():
            tables.schema()

    def rest(self) -> None:
        """Empty the log, when nothing was typed for some minutes: an empty log can never meet another data file."""
        with as_trouble(self._file):
            self._saving.glances.keep()
            raw = self._door.engine.raw_connection()  # SQLAlchemy would begin a transaction, in which this is refused
            try:
                raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                raw.close()

    def check(self) -> list[Said]:
        """What is wrong with what is stored, one sentence for each fault; [] when all is well."""
        return checking.check(self._door.engine, self._saving.index, self._file, self._key, self._side)

    def close(self) -> None:
        """Let the folder go."""
        with suppress(Trouble), as_trouble(self._file):  # what is kept here can be worked out again
            self._saving.glances.keep()
        self._held.close()

"""Keeps clients in one encrypted file: gives out whole values, takes edits."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Self, TypeVar

import sqlalchemy as sa

from kamdesk.client.client import WORKSPACE, Client, Workspace
from kamdesk.client.company import Company
from kamdesk.client.edit import Edit
from kamdesk.client.record import Record
from kamdesk.store import datafile, journal, reading, writing
from kamdesk.store.engine import make_engine
from kamdesk.store.keyslots import mend_slots, new_data_key, read_slots
from kamdesk.store.step import Logged, Step
from kamdesk.store.troubles import Gone, as_trouble

R = TypeVar("R", bound=Record)


class Store:
    """The data folder of one person, open; used on one thread."""

    def __init__(self, folder: Path, engine: sa.Engine) -> None:
        self.folder = folder
        self.read_only = False
        self._file = folder / datafile.NAME
        self._engine = engine
        with engine.connect() as connection:
            self._last = journal.last_number(connection)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The store in this folder, made when there is none; Trouble when it cannot be used."""
        file = folder / datafile.NAME
        with as_trouble(file):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            key = read_slots(folder) or new_data_key()
            mend_slots(folder, key)
            engine = make_engine(file, key)
            if datafile.schema_of(engine, file, key) == 0:
                datafile.create(engine, key)
                os.chmod(file, 0o600)
            return cls(folder, engine)

    @property
    def last_step(self) -> int:
        """The number of the newest step, 0 before the first."""
        return self._last

    def companies(self) -> tuple[Company, ...]:
        """The head of every client, in the order they came."""
        return self.all(Company)

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """One section over all clients, or of the workspace, in the order of insertion."""
        with as_trouble(self._file), self._engine.connect() as connection:
            return reading.read_all(connection, kind)

    def client(self, key: str) -> Client:
        """A whole client; Gone when there is none of this key."""
        with as_trouble(self._file), self._engine.connect() as connection:
            client = reading.read_root(connection, Client, key)
        if client is None:
            raise Gone
        return client

    def workspace(self) -> Workspace:
        """What all clients share."""
        with as_trouble(self._file), self._engine.connect() as connection:
            return reading.read_workspace(connection, WORKSPACE)

    def apply(self, step: Step) -> datetime:
        """Save a step whole or not at all, and give the moment it was safe on disk; Stale, Linked, Full, ReadOnly."""
        moment = datetime.now(UTC)
        entry = journal.entry_of(self._last + 1, step, moment)
        with as_trouble(self._file), self._engine.connect().execution_options(writes=True) as connection:
            transaction = connection.begin()
            try:
                writing.write_edits(connection, self._last + 1, step.edits)
                journal.log(connection, entry)
                writing.commit(connection, transaction)
            except BaseException:
                transaction.rollback()
                raise
        self._last += 1
        return moment

    def steps(self, limit: int = 500) -> list[Logged]:
        """The newest steps, newest last."""
        with as_trouble(self._file), self._engine.connect() as connection:
            return journal.logged(connection, limit)

    def edits_of(self, number: int) -> tuple[Edit, ...]:
        """The edits of one logged step."""
        with as_trouble(self._file), self._engine.connect() as connection:
            return journal.edits_of(connection, number)

    def close(self) -> None:
        """Let the file go."""
        self._engine.dispose()

"""Makes the data file and the journal beside it agree, whichever of the two is behind."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from kamdesk.errors import Trouble
from kamdesk.store import datafile, journal
from kamdesk.store.engine import writing
from kamdesk.store.keyslots import DataKey
from kamdesk.store.saving import save
from kamdesk.store.sidefile import SideFile
from kamdesk.store.writing import commit
from kamdesk.words import Said, said


def agree(engine: sa.Engine, folder: Path, key: DataKey) -> tuple[SideFile, list[Said]]:
    """The side file to go on with, and what a person should know of it."""
    with engine.connect() as connection:
        side = SideFile(folder, key, datafile.meta(connection, "epoch"))
        last = journal.last_number(connection)
    told: list[Said] = []
    newest = side.last()
    if newest > last:
        brought = _replay(engine, side, last)
        if brought:
            told.append(said("Changes brought back from the journal: {n}.", n=brought))
        # The newest entry alone may be of a step that was never saved, or torn by a power cut.
        if last + brought < newest - 1:
            told.append(said("Some changes in the journal do not fit the data file; they stay in the folder journal."))
            side = SideFile(folder, key, _next_epoch(engine))
    return side, told


def is_whole(engine: sa.Engine, side: SideFile) -> bool:
    """Whether the data file holds every step of the side file, but for one at the end that was perhaps never saved."""
    with engine.connect() as connection:
        return journal.last_number(connection) >= side.last() - 1


def complete(engine: sa.Engine, side: SideFile) -> None:
    """Write to the side file what it lacks of the data file's steps; OSError when there is no room."""
    with engine.connect() as connection:
        last = journal.last_number(connection)
        good = min(side.last(), last)
        if good == last and last and next(side.entries(last - 1), None) is None:
            good = last - 1  # there in full length, but not what was written
        for entry in journal.entries(connection, good):
            side.append(entry)
    side.confirm()


def _replay(engine: sa.Engine, side: SideFile, last: int) -> int:
    """How many of the side file's entries could be saved again, up to the first that does not fit."""
    brought = 0
    for entry in side.entries(last):
        try:
            if entry["kind"] == journal.FILLED:
                raise ValueError("the records of this step are not in the journal")
            edits = tuple(journal.edit_from_plain(edit) for edit in entry["edits"])
            with writing(engine) as connection:
                save(connection, entry, edits)
                commit(connection)
        except (ValueError, KeyError, Trouble):
            break
        brought += 1
    return brought


def _next_epoch(engine: sa.Engine) -> str:
    with writing(engine) as connection:
        epoch = str(int(datafile.meta(connection, "epoch")) + 1)
        connection.exec_driver_sql("UPDATE meta SET value = ? WHERE name = 'epoch'", (epoch,))
    return epoch

"""Makes the data file and the journal beside it agree, whichever of the two is behind."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kamdesk.errors import Trouble
from kamdesk.store import datafile, journal
from kamdesk.store.engine import Door, writing
from kamdesk.store.keyslots import DataKey
from kamdesk.store.late import sa
from kamdesk.store.saving import Saving
from kamdesk.store.sidefile import SideFile
from kamdesk.store.writing import commit
from kamdesk.words import Said, said


@dataclass(frozen=True, slots=True)
class Agreed:
    """The side file to go on with, how many steps it gave back and how many it could not."""

    side: SideFile
    brought: int = 0
    left: int = 0

    @property
    def told(self) -> tuple[Said, ...]:
        """What a person should know of it."""
        brought = said("Changes brought back from the journal: {n}.", n=self.brought)
        left = said("Changes in the journal that do not fit the data file and stay there: {n}.", n=self.left)
        return (brought,) * bool(self.brought) + (left,) * bool(self.left)


def agree(door: Door, saving: Saving, folder: Path, key: DataKey) -> Agreed:
    """Save again what only the side file has. Steps that do not fit stay in their files, and a new epoch begins."""
    side = SideFile(folder, key, datafile.meta(door, "epoch"))
    last = journal.last_number(door)
    ahead = side.last() - last
    if ahead <= 0:
        return Agreed(side)
    brought = _replay(door.engine, saving, side, last)
    # The newest entry alone may be of a step that was never saved, or torn by a power cut.
    if ahead - brought <= 1:
        return Agreed(side, brought)
    return Agreed(SideFile(folder, key, _next_epoch(door)), brought, ahead - brought)


def complete(door: Door, side: SideFile) -> None:
    """Write to the side file what it lacks of the data file's steps; OSError when there is no room."""
    last = journal.last_number(door)
    good = min(side.last(), last)
    if good == last and last and next(side.entries(last - 1), None) is None:
        good = last - 1  # there in full length, but not what was written
    with door.engine.connect() as connection:
        for entry in journal.entries(connection, good):
            side.append(entry)
    side.confirm()


def _replay(engine: sa.Engine, saving: Saving, side: SideFile, last: int) -> int:
    """How many of the side file's entries could be saved again, up to the first that does not fit."""
    brought = 0
    for entry in side.entries(last):
        try:
            if entry["kind"] == journal.FILLED:
                raise ValueError("the records of this step are not in the journal")
            edits = tuple(journal.edit_from_plain(edit) for edit in entry["edits"])
            with writing(engine) as connection:
                saving.save(connection, entry, edits)
                commit(connection)
        except (ValueError, KeyError, Trouble):
            break
        brought += 1
    return brought


def _next_epoch(door: Door) -> str:
    epoch = str(int(datafile.meta(door, "epoch")) + 1)
    with writing(door.engine) as connection:
        datafile.set_meta(connection, "epoch", epoch)
    return epoch

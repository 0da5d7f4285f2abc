"""From a folder to an open data file: locked, ours, whole, of today's schema, in agreement with its journal."""

from __future__ import annotations

import contextlib
import os
import shutil
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from kamdesk.errors import reason
from kamdesk.store import agreeing, datafile, sidefile
from kamdesk.store.aside import move_aside, move_back, wal
from kamdesk.store.copying import faults
from kamdesk.store.drives import is_remote
from kamdesk.store.engine import Door, as_trouble
from kamdesk.store.glances import Glances
from kamdesk.store.indexing import Index
from kamdesk.store.keyslots import NAME as KEYS
from kamdesk.store.keyslots import DataKey, mend_slots, new_data_key, read_slots, write_slots
from kamdesk.store.lock import NAME as LOCK
from kamdesk.store.lock import Lock
from kamdesk.store.saving import Saving
from kamdesk.store.sidefile import SideFile
from kamdesk.store.tables import SCHEMA
from kamdesk.store.troubles import FORBIDDEN, Damaged, Foreign, KeysLost, Missing, NoFolder, Remote, Unreadable
from kamdesk.store.upgrade import upgrade
from kamdesk.words import Said, said

_PLAIN_SQLITE = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class Opened:
    """An open data folder; `held` lets everything go when it is closed."""

    file: Path
    key: DataKey
    door: Door
    side: SideFile
    saving: Saving
    told: tuple[Said, ...]
    read_only: bool
    held: ExitStack


def open_folder(folder: Path) -> Opened:
    """Open the data of a folder, making it when there is none.

    What cannot be written is opened as a private copy: the journal can be replayed and an old schema brought up to
    date there, and whoever reads sees everything that was saved.
    """
    file = folder / datafile.NAME
    if is_remote(folder):
        raise Remote(folder)
    if folder.exists() and not folder.is_dir():
        raise NoFolder(folder)
    with ExitStack() as held:
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            held.callback(Lock(folder).release)
            writable = not file.exists() or os.access(file, os.W_OK)
        except OSError as error:
            if error.errno not in FORBIDDEN or not file.exists():
                raise Unreadable(folder, reason(error)) from error
            writable = False
            if (folder / LOCK).exists():
                held.callback(Lock(folder, shared=True).release)
        opened = _open(folder) if writable else _open_copy(folder, held)
        held.callback(opened.held.close)
        return replace(opened, held=held.pop_all())


def _open(folder: Path) -> Opened:
    """Open the file, or the one that the journal makes in place of a damaged one."""
    try:
        return _open_file(folder)
    except Damaged:
        if sidefile.newest_epoch(folder) is None:
            raise
        aside = move_aside(folder)
        try:
            opened = _open_file(folder)
        except Missing:
            move_back(folder, aside)
            raise Damaged(folder / datafile.NAME) from None
    anew = said(
        "The data file was damaged and made anew from the journal. The old one lies in {path}.", path=str(aside)
    )
    return replace(opened, told=(anew, *opened.told))


def _open_file(folder: Path) -> Opened:
    file = folder / datafile.NAME
    key = _key(folder, file)
    rebuilt = not file.exists() and sidefile.newest_epoch(folder) is not None
    with ExitStack() as held:
        door = Door(file, key)
        held.callback(door.close)
        unclean = file.exists() and wal(file).exists() and wal(file).stat().st_size > 0
        schema = _schema(door, file, key)
        if unclean and faults(file, key):
            raise Damaged(file)
        if schema == 0:
            datafile.create(door.engine, key, sidefile.newest_epoch(folder) or "1")
            os.chmod(file, 0o600)
        elif schema < SCHEMA:
            door.close()
            upgrade(file, key, schema)
        saving = Saving(Index(door), Glances(door))
        agreed = agreeing.agree(door, saving, folder, key)
        held.callback(agreed.side.close)
        if rebuilt and agreed.left:
            door.close()
            file.unlink()
            raise Missing(file)
        return Opened(file, key, door, agreed.side, saving, agreed.told, False, held.pop_all())


def _schema(door: Door, file: Path, key: DataKey) -> int:
    """SQLCipher says the same of a damaged file and of one with another key; our salt tells them apart."""
    try:
        with as_trouble(file):
            return datafile.schema_of(door, file, key)
    except Foreign:
        with file.open("rb") as opened:
            if opened.read(len(key.salt)) == key.salt:
                raise Damaged(file) from None
        raise


def _open_copy(folder: Path, held: ExitStack) -> Opened:
    copy = Path(held.enter_context(TemporaryDirectory(prefix="kamdesk-")))
    for name in (datafile.NAME, wal(folder / datafile.NAME).name, KEYS, f"{KEYS}.bak"):
        if (folder / name).exists():
            shutil.copyfile(folder / name, copy / name)
    if (folder / sidefile.FOLDER).exists():
        shutil.copytree(folder / sidefile.FOLDER, copy / sidefile.FOLDER, copy_function=shutil.copyfile)
    opened = _open(copy)
    return replace(opened, read_only=True, told=(*opened.told, _read_only(folder)))


def _read_only(folder: Path) -> Said:
    return said("The data in {folder} can only be read: you can look, print and export.", folder=str(folder))


def _key(folder: Path, file: Path) -> DataKey:
    """The folder's key, a new one for a new folder; nothing is written beside a file that is not ours."""
    with contextlib.suppress(FileNotFoundError), file.open("rb") as opened:
        if opened.read(16) == _PLAIN_SQLITE:
            raise Foreign(file)
    key = read_slots(folder)
    if key is None:
        if file.exists() and file.stat().st_size:
            raise KeysLost(folder / KEYS)
        key = new_data_key()
        write_slots(folder, key)
    mend_slots(folder, key)
    return key

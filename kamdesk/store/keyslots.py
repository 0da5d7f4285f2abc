"""The key of the data and where it is kept: `keyslots.json`, made for passphrases later, open for now and saying so."""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from kamdesk.store.troubles import KeysLost

NAME = "keyslots.json"
_OPEN = "Open: whoever can read this folder can read the data"


@dataclass(frozen=True, slots=True)
class DataKey:
    """The random key of one data folder; its salt is the data file's first 16 bytes."""

    db_uuid: str
    key: bytes
    salt: bytes

    def __repr__(self) -> str:
        return f"DataKey({self.db_uuid!r})"  # never the key: it would reach logs

    @property
    def pragma(self) -> str:
        """What SQLCipher wants to hear."""
        return f"x'{self.key.hex()}{self.salt.hex()}'"


def new_data_key() -> DataKey:
    """A fresh key, from the system's random numbers."""
    return DataKey(secrets.token_hex(16), secrets.token_bytes(32), secrets.token_bytes(16))


def write_slots(folder: Path, key: DataKey) -> None:
    """Keep the key in its one open slot, twice: the copy is there before the file itself is replaced."""
    slot = {"type": "open", "label": _OPEN, "key": key.key.hex(), "salt": key.salt.hex()}
    text = json.dumps({"v": 1, "db_uuid": key.db_uuid, "slots": [slot]}, indent=1)
    for name in (f"{NAME}.bak", NAME):
        write_durably(folder / name, text.encode())


def read_slots(folder: Path) -> DataKey | None:
    """The key of this folder, from the copy when the file itself is damaged; None in a folder that has neither.

    KeysLost when there is something and nothing of it can be read.
    """
    files = [file for file in (folder / NAME, folder / f"{NAME}.bak") if file.exists()]
    for file in files:
        if (key := _read(file)) is not None:
            return key
    if files:
        raise KeysLost(folder / NAME)
    return None


def mend_slots(folder: Path, key: DataKey) -> None:
    """Write both files again unless both give this key."""
    if any(_read(folder / name) != key for name in (NAME, f"{NAME}.bak")):
        write_slots(folder, key)


def _read(file: Path) -> DataKey | None:
    try:
        held = json.loads(file.read_bytes())
        slot = next(slot for slot in held["slots"] if slot["type"] == "open")
        key = DataKey(str(held["db_uuid"]), bytes.fromhex(slot["key"]), bytes.fromhex(slot["salt"]))
    except (FileNotFoundError, ValueError, KeyError, TypeError, StopIteration):
        return None
    return key if (len(key.key), len(key.salt)) == (32, 16) else None


def write_durably(file: Path, content: bytes) -> None:
    """Replace a file so that after a power cut it is the old one or the new one, whole."""
    part = file.with_name(f"{file.name}.{secrets.token_hex(4)}.tmp")
    try:
        with open(part, "xb", opener=_private) as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        os.replace(part, file)
    except OSError:
        part.unlink(missing_ok=True)
        raise
    sync_folder(file.parent)


def sync_folder(folder: Path) -> None:
    """Make names in a folder durable; Windows does it by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)

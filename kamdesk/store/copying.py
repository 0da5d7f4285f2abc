"""A copy of the data file that is known to be good before it has its name."""

from __future__ import annotations

import hashlib
import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

from kamdesk import __version__
from kamdesk.store.engine import make_engine
from kamdesk.store.keyslots import NAME as KEYS
from kamdesk.store.keyslots import DataKey, sync_folder, write_durably
from kamdesk.store.late import sa
from kamdesk.store.troubles import NotCopied

FOLDER = "backups"


def keep_copy(engine: sa.Engine, file: Path, key: DataKey, why: str) -> Path:
    """Copy the data file to the folder backups, reopen and verify the copy, and only then give it its name.

    Beside it lie the key slots it opens with and a note of what is in it. NotCopied when it does not verify.
    """
    folder = file.parent / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    part = folder / ".copy.tmp"
    try:
        _forget(part)
        with engine.connect() as connection:
            wanted = counts(connection)
        _vacuum_into(engine, part)
        if faults(part, key) or _counts_of(part, key) != wanted:
            raise NotCopied(file)
        name = f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{why}"
        note = {"sha256": _sha256(part), "rows": wanted, "program": __version__}
        write_durably(folder / f"{name}.json", json.dumps(note, indent=1).encode())
        shutil.copyfile(file.with_name(KEYS), folder / f"{name}.{KEYS}")
        part.rename(folder / f"{name}.db")
        sync_folder(folder)
    finally:
        _forget(part)
    return folder / f"{name}.db"


def faults(file: Path, key: DataKey) -> list[str]:
    """What SQLCipher and SQLite find wrong in a file, each on a connection of its own; [] when all is well.

    One damaged page spoils the connection that met it, and each check finds what the other misses (safety.md,
    findings 4 and 5).
    """
    found: list[str] = []
    for pragma in ("cipher_integrity_check", "integrity_check"):
        engine = make_engine(file, key)
        try:
            with engine.connect() as connection:
                rows = connection.exec_driver_sql(f"PRAGMA {pragma}").scalars().all()
            found += [str(row) for row in rows if row != "ok"]
        except sa.exc.DBAPIError as error:
            found.append(str(error.orig))
        finally:
            engine.dispose()
    return found


def counts(connection: sa.Connection) -> dict[str, int]:
    """The number of rows of every table that is not the search index's own."""
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%'"
        " AND name NOT IN ('glances', 'alembic_version') ORDER BY name"
    ).scalars()
    return {name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one() for name in names.all()}


def _vacuum_into(engine: sa.Engine, part: Path) -> None:
    """On the driver itself, because SQLAlchemy would begin a transaction, in which VACUUM is refused."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("VACUUM INTO ?", (str(part),))
    finally:
        raw.close()


def _counts_of(file: Path, key: DataKey) -> dict[str, int]:
    engine = make_engine(file, key)
    try:
        with engine.connect() as connection:
            return counts(connection)
    finally:
        engine.dispose()


def _sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _forget(part: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        part.with_name(part.name + ending).unlink(missing_ok=True)

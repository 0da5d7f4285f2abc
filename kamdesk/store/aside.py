"""Puts a damaged data file aside, never away: it may hold what nothing else holds."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from kamdesk.store.datafile import NAME
from kamdesk.store.keyslots import sync_folder

FOLDER = "quarantine"


def wal(file: Path) -> Path:
    """The log beside a data file; after a clean end it is not there."""
    return file.with_name(f"{file.name}-wal")


def move_aside(folder: Path) -> Path:
    """Move the data file with its log into a folder of its own, and give that folder."""
    aside = folder / FOLDER / f"{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}"
    aside.mkdir(mode=0o700, parents=True)
    _move(folder, aside)
    return aside


def move_back(folder: Path, aside: Path) -> None:
    """Put it back as it was."""
    _move(aside, folder)
    aside.rmdir()


def _move(source: Path, target: Path) -> None:
    """The log goes first: a data file must never meet the log of another one."""
    for name in (f"{NAME}-shm", wal(Path(NAME)).name, NAME):
        if (source / name).exists():
            os.replace(source / name, target / name)
    sync_folder(source)
    sync_folder(target)

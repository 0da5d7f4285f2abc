"""Put a finished file in its place: whole or not at all, and the one before stays until then."""

from __future__ import annotations

import errno
import os
import secrets
from pathlib import Path

from kamdesk.errors import Trouble, reason
from kamdesk.words import said


def put_file(path: Path, data: bytes) -> None:
    """Write beside the target, sync, then replace it; Trouble when that fails, and the old file is as it was.

    What is no file (a pipe, a device) is written to, never replaced; a link stays one and its file is replaced.
    """
    if path.is_dir():
        raise Trouble(said("{file} is a folder.", file=str(path)), said("Give the name of a file."))
    if path.exists() and not os.access(path, os.W_OK):  # replacing would go, but somebody protected it
        raise _trouble(path, PermissionError(13, os.strerror(13)))
    if path.exists() and not path.is_file():
        _pour(path, data)
        return
    path = path.resolve()
    # OneDrive and its like leave files that end in .tmp alone; the name stays short whatever the target's length.
    beside = path.with_name(f".{secrets.token_hex(6)}.tmp")
    try:
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except OSError as wrong:
        beside.unlink(missing_ok=True)
        raise _trouble(path, wrong) from wrong


def _pour(path: Path, data: bytes) -> None:
    try:
        with path.open("wb", buffering=0) as file:
            file.write(data)
    except OSError as wrong:
        raise _trouble(path, wrong) from wrong


def make_folder(path: Path) -> None:
    """Make a folder that is not there yet; Trouble when that fails."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        raise Trouble(
            said("The folder {folder} can't be made: {reason}.", folder=str(path), reason=reason(wrong)),
            said("Choose another folder."),
        ) from wrong


def _trouble(path: Path, wrong: OSError) -> Trouble:
    what = said("{file} could not be written: {reason}.", file=str(path), reason=reason(wrong))
    if wrong.errno == errno.ENOSPC:
        return Trouble(what, said("Make room, or choose another place."))
    if wrong.errno in (errno.ENOENT, errno.ENOTDIR):
        return Trouble(what, said("Make the folder first, or choose another place."))
    return Trouble(what, said("Choose another place, or close the program that shows the file."))

"""Put a finished file in its place: whole or not at all, and the one before stays until then."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from itertools import count
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
        raise _trouble(path, _refused(path))
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
        _replace(beside, path)
    except OSError as wrong:
        with contextlib.suppress(OSError):  # where nothing can be written nothing can be taken away either
            beside.unlink()
        raise _trouble(path, wrong) from wrong


def _refused(path: Path) -> OSError:
    """Why a file can't be written to; it stays as it is."""
    try:
        path.open("ab").close()
    except OSError as wrong:
        return wrong
    return PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _replace(beside: Path, path: Path) -> None:
    """Put the finished file in place of the one before; Windows keeps that from happening while a program shows it."""
    try:
        os.replace(beside, path)
    except PermissionError as wrong:  # not of the folder: a new file could be made there
        held = wrong.errno == errno.EACCES and path.exists()
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY)) if held else wrong from wrong


def _pour(path: Path, data: bytes) -> None:
    try:
        with path.open("wb", buffering=0) as file:
            file.write(data)
    except OSError as wrong:
        raise _trouble(path, wrong) from wrong


def free_path(path: Path) -> Path:
    """The path, with a number behind the name where another file of that name lies there already."""
    tries = (path.with_name(f"{path.stem} ({n}){path.suffix}") for n in count(2))
    return path if not path.exists() else next(it for it in tries if not it.exists())


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
    if wrong.errno in (errno.ENOSPC, errno.EDQUOT):
        return Trouble(what, said("Make room, or choose another place."))
    if wrong.errno in (errno.ENOENT, errno.ENOTDIR):
        return Trouble(what, said("Make the folder first, or choose another place."))
    if wrong.errno in (errno.EBUSY, errno.ETXTBSY):
        return Trouble(what, said("Close the program that shows the file, or give another name."))
    if wrong.errno == errno.ENAMETOOLONG:
        return Trouble(what, said("Give a shorter name."))
    return Trouble(what, said("Choose another place."))

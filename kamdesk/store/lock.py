"""One program at a time: an operating-system lock on an open handle, which dies with its process."""

from __future__ import annotations

import json
import os
import socket
import sys
from datetime import datetime
from pathlib import Path

from kamdesk.store.troubles import AlreadyOpen

NAME = "kamdesk.lock"
_FAR = 1 << 30  # Windows forbids reading the locked byte, so it lies far behind the text


class Lock:
    """Held from construction to `release`; what stands in the file is for the message only and may be anything."""

    def __init__(self, folder: Path, *, shared: bool = False) -> None:
        """Take the lock of a folder, or AlreadyOpen; `shared` is for readers of a folder that cannot be written."""
        self._file = folder / NAME
        flags = os.O_RDONLY if shared else os.O_RDWR | os.O_CREAT
        self._handle = os.open(self._file, flags | getattr(os, "O_BINARY", 0), 0o600)
        try:
            _lock(self._handle, shared=shared)
        except OSError as held:
            told = _told(self._handle)
            os.close(self._handle)
            raise AlreadyOpen(folder, told.get("since", ""), told.get("host", "")) from held
        if not shared:
            self._tell()

    def release(self) -> None:
        """Let go; the file stays, because removing it would race with whoever opens it now."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def _tell(self) -> None:
        since = datetime.now().astimezone().strftime("%H:%M")
        text = json.dumps({"host": socket.gethostname(), "pid": os.getpid(), "since": since}).encode()
        os.ftruncate(self._handle, 0)
        os.lseek(self._handle, 0, os.SEEK_SET)
        os.write(self._handle, text)


def _told(handle: int) -> dict[str, str]:
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        told = json.loads(os.read(handle, 4096))
        return {name: str(told[name]) for name in ("host", "since")}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int, *, shared: bool) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBRLCK if shared else msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int, *, shared: bool) -> None:
        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)

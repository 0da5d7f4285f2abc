"""The program's log: what happened in the code, never a client's words."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOGGER = logging.getLogger("kamdesk")
_SIZE = 256 * 1024
_KEPT = 3


def open_log(folder: Path) -> Path:
    """Write the log into `folder`/log from now on; gives the file, which is made with its first line."""
    place = folder / "log"
    place.mkdir(parents=True, exist_ok=True)
    file = place / "kamdesk.log"
    close_log()
    handler = RotatingFileHandler(file, maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False
    return file


def close_log() -> None:
    """Let go of the log's file."""
    for handler in tuple(LOGGER.handlers):
        LOGGER.removeHandler(handler)
        handler.close()


def tell_bug(bug: BaseException) -> str:
    """A bug as text: the kinds of error and where in the code, without the errors' messages, which may quote data."""
    lines = []
    seen: BaseException | None = bug
    while seen is not None:
        lines.append(type(seen).__name__)
        lines += [
            f"  {_module(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(seen.__traceback__)
        ]
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines)


def machine() -> str:
    """What a report says of the computer: system, Python, program."""
    return f"{platform.system()} {platform.release()}, Python {sys.version.split()[0]}"


def _module(file: str) -> str:
    """The end of a path: enough to find the code, nothing of whose computer it is."""
    parts = Path(file).parts
    return "/".join(parts[-3:])

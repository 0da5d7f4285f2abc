"""Data folders that many tests begin with, each made once in a process and copied: a new one writes forty tables."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from kamdesk.store.store import Store

_MADE: dict[object, Path] = {}
_EMPTY = "empty"


def copy_of(name: object, fill: Callable[[Store], object], folder: Path) -> None:
    """Give a folder what `fill` puts into an empty store; `name` is a value that stands for all that goes in."""
    if name not in _MADE:
        made = Path(mkdtemp(dir=_room().name))
        if name != _EMPTY:
            empty(made)
        store = Store.open(made)
        fill(store)
        store.close()
        _MADE[name] = made
    shutil.copytree(_MADE[name], folder, dirs_exist_ok=True)


def empty(folder: Path) -> None:
    """Give a folder the store of a program that was started once, and where nothing was done yet."""
    copy_of(_EMPTY, Store.check, folder)


@cache
def _room() -> TemporaryDirectory[str]:
    """Gone at the end of the process."""
    return TemporaryDirectory(prefix="kamdesk-tests-")

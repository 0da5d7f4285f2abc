"""What a command was asked for, and the desk it works on."""

from __future__ import annotations

import argparse
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kamdesk.errors import Trouble
from kamdesk.paths import holds_data
from kamdesk.words import Words, said

if TYPE_CHECKING:
    from kamdesk.desk.desk import Desk


@dataclass(frozen=True, slots=True)
class Asked:
    """What a command was asked for."""

    folder: Path
    words: Words
    options: argparse.Namespace

    def tr(self, text: str, /, **values: object) -> str:
        """The words of the language asked for."""
        return self.words.tr(text, **values)


@contextmanager
def desk_on(folder: Path, new: bool = False) -> Iterator[Desk]:
    """The desk on a folder; without `new` there must be data in it already."""
    if not new and not (folder.exists() and not folder.is_dir()) and not holds_data(folder):
        told = said("There is no data in {folder}.", folder=str(folder))
        raise Trouble(told, said("“kamdesk sample --data {folder}” fills it with the sample.", folder=str(folder)))
    from kamdesk.desk.desk import Desk
    from kamdesk.store.store import Store

    store = Store.open(folder)
    _collect_from_now_on()
    try:
        yield Desk(store)
    finally:
        store.close()


def _collect_from_now_on() -> None:
    """Look for garbage again where the start has left it, but not among what the start has made."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()

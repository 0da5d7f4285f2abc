"""A process without the right to write opens a store: `python -m tests.store.without_rights STORE SCRATCH`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from kamdesk.client.edit import change
from kamdesk.store.store import Store
from kamdesk.store.troubles import ReadOnly
from tests.records import client_of, workspace_of
from tests.store.conftest import adds, put, whole


def main(folder: Path, scratch: Path) -> None:
    """Say how many values can be read, whether the store says that it is read-only, and what an edit says."""
    warm = Store.open(scratch)  # what is imported late could not be read once the rights are gone
    put(warm, *adds(workspace_of()), *adds(client_of()))
    warm.close()
    if os.getuid() == 0:  # rights do not hold root back
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    store = Store.open(folder)
    try:
        put(store, change(store.companies()[0], name="new"))
    except ReadOnly as trouble:
        print(len(whole(store)), store.read_only, len(store.told), trouble)
    store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

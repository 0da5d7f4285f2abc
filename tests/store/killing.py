"""Kills a writer at random moments and looks what is left: `python -m tests.store.killing FOLDER KILLS SEED`."""

from __future__ import annotations

import json
import multiprocessing
import random
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path

from kamdesk.client.company import Company
from kamdesk.client.edit import add, change
from kamdesk.client.people import Contact
from kamdesk.store.pinyin import warm
from kamdesk.store.store import Store
from tests.store.conftest import put


def write(folder: Path, told: Connection) -> None:
    """Edit without end and tell each value once it is saved."""
    store = Store.open(folder)
    if not store.companies():
        put(store, add(Company(key="c", owner="c", name="0")))
    company = store.companies()[0]
    count = int(company.name)
    while True:
        count += 1
        edit = change(company, name=str(count), notes="客户需要更短的交期。" * (count % 50))
        put(store, edit, add(Contact(key=str(count), owner="c", name=f"人 {count}")))
        assert isinstance(edit.after, Company)
        company = edit.after
        told.send(count)


def last_told(heard: Connection, last: int) -> int:
    """The newest value that the writer called saved."""
    while True:
        try:
            last = heard.recv()
        except EOFError:
            return last


def main(folder: Path, kills: int, seed: int) -> dict[str, int]:
    """How many kills, saved edits and faults there were; a fault is a saved edit that is gone or a failed check."""
    chance, told, faults = random.Random(seed), 0, 0
    context = multiprocessing.get_context("spawn" if sys.platform == "win32" else "fork")
    warm()  # once for all writers, which are forked
    for _ in range(kills):
        heard, tell = context.Pipe(duplex=False)
        writer = context.Process(target=write, args=(folder, tell))
        writer.start()
        tell.close()
        heard.poll(20)
        time.sleep(chance.uniform(0, 0.1))
        writer.kill()
        writer.join()
        told = last_told(heard, told)
        store = Store.open(folder)
        held = int(store.companies()[0].name) if store.companies() else 0
        people = len(store.all(Contact))
        faults += held not in (told, told + 1) or people != held or bool(store.check())
        store.close()
        told = held
    return {"kills": kills, "edits": told, "faults": faults, "seed": seed}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))

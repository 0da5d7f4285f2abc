"""The relationship with every client read as columns of a portfolio, against the same rows read with plain SQLite."""

from __future__ import annotations

import json
import sqlite3
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any

from kamdesk.client.glance import Glance
from kamdesk.desk.desk import Desk
from kamdesk.store.store import Store
from tests.bench.figures import Figure, percentile

READS = 15
COLUMNS = ("called", "grade", "weigh", "weigh_conservative", "coverage", "light", "lead", "contested", "single_held")


def measure(data: Path, folder: Path, today: date) -> list[Figure]:
    """p95 of reading the columns from a store that has just been opened, so that nothing is in memory yet."""
    ours, rows = _ours(data, today)
    plain = _plain(folder / "rollup.db", rows)
    anew = _worked_out(data, today)
    return [
        Figure(f"roll-up over {len(rows)} clients, p95", percentile(ours, 0.95), percentile(plain, 0.95), "ms",
               "the same rows read with plain SQLite and json", limit=300,
               note=f"one client worked out anew {anew:.1f} ms"),
    ]  # fmt: skip


def _ours(data: Path, today: date) -> tuple[list[float], tuple[Glance, ...]]:
    spent, rows = [], ()
    for _ in range(READS):
        store = Store.open(data)
        start = perf_counter()
        rows = store.glances(today)
        _ = [[getattr(row, name) for name in COLUMNS] for row in rows]
        spent.append((perf_counter() - start) * 1000)
        store.close()
    return spent, rows


def _plain(path: Path, rows: tuple[Glance, ...]) -> list[float]:
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE kept (owner TEXT PRIMARY KEY, value TEXT)")
    connection.executemany("INSERT INTO kept VALUES (?, ?)", [(row.key, row.to_json()) for row in rows])
    connection.commit()
    connection.close()
    spent = []
    for _ in range(READS):
        connection = sqlite3.connect(path)
        start = perf_counter()
        held: list[dict[str, Any]] = [
            json.loads(value.partition("\n")[0]) for (value,) in connection.execute("SELECT value FROM kept")
        ]
        _ = [[row.get(name) for name in COLUMNS] for row in held]
        spent.append((perf_counter() - start) * 1000)
        connection.close()
    return spent


def _worked_out(data: Path, today: date) -> float:
    """Milliseconds for one client read and rolled up, when a rule was changed."""
    from kamdesk.client.glance import glance

    store = Store.open(data)
    try:
        desk = Desk(store)
        workspace, keys = desk.workspace(), [company.key for company in store.companies()][:60]
        start = perf_counter()
        for key in keys:
            glance(desk.client(key), workspace, today)
        return (perf_counter() - start) * 1000 / len(keys)
    finally:
        store.close()

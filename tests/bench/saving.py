"""One edit committed, and one client of 600 records read, against a bare SQLCipher file on the same disk."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import sqlcipher3

from kamdesk.client.edit import change
from kamdesk.client.people import Contact
from kamdesk.desk.desk import Desk
from kamdesk.words import said
from tests.bench.figures import Figure, percentile

EDITS, READS = 300, 60
_WARM_UP = 10


def timed(times: int, act: Callable[[int], object]) -> list[float]:
    """Milliseconds of each of `times` runs, after some that do not count."""
    spent = []
    for at in range(times + _WARM_UP):
        start = perf_counter()
        act(at)
        spent.append((perf_counter() - start) * 1000)
    return spent[_WARM_UP:]


def measure(desk: Desk, folder: Path) -> list[Figure]:
    """p95 of an edit of one field and of reading the client of 600 records."""
    client = desk.client("heavy")
    bare = _bare(folder / "bare.db")
    journal = os.open(folder / "bare.journal", os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)

    def edit(at: int) -> None:
        after = change(now[0], notes=f"note {at}")
        desk.do(said("Edit person"), after)
        assert isinstance(after.after, Contact)
        now[0] = after.after

    def bare_edit(at: int) -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("UPDATE part SET text = ? WHERE id = 7", (f"note {at}",))
        bare.execute("COMMIT")
        os.write(journal, b"x" * 300)
        os.fsync(journal)

    now = [desk.client(client.key).contacts[0]]
    edits, floors = timed(EDITS, edit), timed(EDITS, bare_edit)
    reads = timed(READS, lambda _: desk.client(client.key))
    rows = timed(READS, lambda _: bare.execute("SELECT * FROM part LIMIT 600").fetchall())
    os.close(journal)
    bare.close()
    return [
        Figure("one edit committed, p95", percentile(edits, 0.95), percentile(floors, 0.95), "ms",
               "bare SQLCipher UPDATE, WAL FULL, and 300 bytes fsynced", limit=10),
        Figure("read a client of 600 records, p95", percentile(reads, 0.95), percentile(rows, 0.95), "ms",
               "SELECT of 600 rows of 20 columns", limit=50, note="a part of opening it"),
    ]  # fmt: skip


def _bare(path: Path) -> sqlcipher3.Connection:
    """A SQLCipher file with as many columns as our records have on the average, and no more."""
    path.unlink(missing_ok=True)
    bare = sqlcipher3.connect(str(path), isolation_level=None)
    bare.execute(f"PRAGMA key = \"x'{'ab' * 32}'\"")
    bare.execute("PRAGMA journal_mode = WAL")
    bare.execute("PRAGMA synchronous = FULL")
    others = ", ".join(f"c{number} TEXT" for number in range(18))
    bare.execute(f"CREATE TABLE part (id INTEGER PRIMARY KEY, text TEXT, {others})")
    row = ["文字 some text"] * 19
    bare.executemany(f"INSERT INTO part VALUES (?{', ?' * 19})", [(number, *row) for number in range(700)])
    return bare

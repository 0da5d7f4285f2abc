"""The window against a bare one of PySide6 and SQLAlchemy: start, memory, opening a client, typing into the filter."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tests.bench.figures import Figure, median, percentile

ROOT = Path(__file__).parents[2]
_STARTS, _USES = 9, 3


def measure(data: Path, folder: Path, names: list[str]) -> list[Figure]:
    """Both windows in turn, each in a process of its own."""
    _bare_file(folder / "bare-names.db", names)
    pairs = [(run_child("start", data), run_child("bare", folder)) for _ in range(_STARTS)]
    ours, bare = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    used = [run_child("use", data) for _ in range(_USES)]
    spent, settled = _both(ours, bare, "processor"), median([told["settled"] for told in ours])
    note = f"processor time {spent[0]:.2f} against {spent[1]:.2f} s; quick look beside the list after {settled:.2f} s"
    started = "bare PySide6 + SQLAlchemy window with the same names"
    return [
        Figure(f"start to usable window, {len(names)} clients", *_both(ours, bare, "usable"), "s", started,
               times=1.5, note=note),
        Figure("memory resident, quick look painted", *_both(ours, bare, "memory"), "MB", started, times=1.6),
        Figure("open a client of 600 records, p95", *_p95(used, bare, "openings"), "ms",
               "the bare list painted again", limit=50),
        Figure(f"key to list painted, {len(names)} clients, p95", *_p95(used, bare, "keys"), "ms",
               "bare list filtered in Python and painted", limit=16),
    ]  # fmt: skip


def _both(ours: list[Any], bare: list[Any], name: str) -> tuple[float, float]:
    return median([told[name] for told in ours]), median([told[name] for told in bare])


def _p95(ours: list[Any], bare: list[Any], name: str) -> tuple[float, float]:
    """The middle of the runs: a run of a busy moment counts no more than another."""
    runs = [[percentile(told[name], 0.95) for told in side] for side in (ours, bare)]
    return median(runs[0]), median(runs[1])


def run_child(mode: str, folder: Path) -> dict[str, Any]:
    """What a process of its own has measured."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.bench.child", mode, str(folder), repr(time.time())]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stderr}")
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def _bare_file(path: Path, names: list[str]) -> None:
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE client (name TEXT)")
        connection.executemany("INSERT INTO client VALUES (?)", [(name,) for name in names])
    connection.close()

"""Two hundred plans in a row, as "Export all" makes them: how many a second, and whether memory stays level."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from itertools import islice
from multiprocessing import active_children
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from tests.bench.figures import Figure

if TYPE_CHECKING:
    from kamdesk.desk.desk import Desk

PLANS = 200
_BARE = 10  # plans of the floor
_SINGLE = 40  # plans made in one process alone
_EARLY = 20  # plans after which all that is kept is there
_ROOT = Path(__file__).parents[2]
_LEVEL = 1.15  # times the memory of the first twenty


def measure(folder: Path) -> list[Figure]:
    """Clients of which each is as deep as the sample, which few of a rep's are: in a process of its own."""
    data = folder / "deep"
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.batch", str(data)],
        cwd=_ROOT,
        env=os.environ | {"PYTHONPATH": str(_ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    told = json.loads(done.stdout.splitlines()[-1])
    workers, single = told["workers"], told["single"]
    note = f"{told['pages']} pages, {workers} processes beside the one that reads; {single:.1f} a second in one alone"
    what = "the same texts, tables and pictures as reportlab's own flowables, without store and disk"
    memory = f"after {_EARLY} plans, all processes added up"
    return [
        Figure(f"{PLANS} plans a second", told["rate"], told["bare"], "/s", what, limit=5, least=True, note=note),
        Figure(f"memory resident after {PLANS} plans", told["late"], told["early"], "MB", memory, times=_LEVEL),
    ]


def batch(folder: Path) -> dict[str, float]:
    """Plans a second by the clock, megabytes early and late."""
    from kamdesk.desk.desk import Desk
    from kamdesk.desk.many import workers_for
    from kamdesk.store.store import Store
    from tests.bench import crowd

    folder.mkdir(parents=True, exist_ok=True)
    store = Store.open(folder)
    desk = Desk(store)
    if not store.companies():
        crowd.fill(desk, PLANS, every=1)
    told: dict[str, float] = {"workers": workers_for(PLANS)}
    told["rate"], told["pages"], told["early"], told["late"] = _sent(desk, PLANS)
    told["single"], *_ = _sent(desk, _SINGLE, workers=0)
    told["bare"] = _bare(desk)
    store.close()
    return told


def _sent(desk: Desk, plans: int, workers: int | None = None) -> tuple[float, int, float, float]:
    """So many plans: how many a second, their pages, megabytes of all processes after the first ones and after all."""
    from kamdesk.desk.send import send_all
    from kamdesk.words import words_for

    pages, memory = 0, {}
    with TemporaryDirectory() as out:
        start = perf_counter()
        with closing(send_all(desk, "plan", Path(out), words_for("zh_CN"), workers=workers)) as sending:
            for number, sent in enumerate(islice(sending, plans), 1):
                pages += getattr(sent, "pages", 0)
                if number in (_EARLY, plans):
                    memory[number] = _resident()
            spent = perf_counter() - start
    return plans / spent, pages, memory[_EARLY], memory[plans]


def _resident() -> float:
    """Megabytes of memory this process and its workers hold now; what they share counts for each."""
    from tests.bench.child import resident

    return sum(resident(str(pid)) for pid in ("self", *(worker.pid for worker in active_children())))


def _bare(desk: Desk) -> float:
    """The first plans a second, when their texts are there already."""
    from kamdesk.words import words_for
    from tests.bench.printed import pieces_of
    from tests.bench.raw_plan import write_raw

    companies, workspace, words = desk.store.companies()[:_BARE], desk.workspace(), words_for("zh_CN")
    pieces = [pieces_of(desk.client(company.key), workspace, words, desk.today) for company in companies]
    write_raw(pieces[0], io.BytesIO())  # reads the faces
    start = perf_counter()
    for pages in pieces:
        write_raw(pages, io.BytesIO())
    return len(pieces) / (perf_counter() - start)


def main(arguments: Sequence[str]) -> None:
    """Print what was measured as JSON."""
    print(json.dumps(batch(Path(arguments[0]))))


if __name__ == "__main__":
    main(sys.argv[1:])

"""Measure the program as the issues ask: `python -m tests.bench [--clients 2000] [--data DIR] [part …]`."""

from __future__ import annotations

import argparse
import compileall
import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from kamdesk.client.edit import add
from kamdesk.desk.bring import load_sample
from kamdesk.desk.desk import Desk
from kamdesk.settings import SettingsFile
from kamdesk.store.store import Store
from kamdesk.words import said
from tests.bench.contested import contested
from tests.bench.crowd import fill, heavy
from tests.bench.figures import Figure, table
from tests.bench.people import PEOPLE, peopled

RECORDS = 600  # of the client that is opened and edited
PARTS = ("saving", "rollup", "paper", "window", "day", "visit", "people", "rivals")
ROOT = Path(__file__).parents[2]


def main() -> int:
    """Print the table; 0 when every figure is within its budget."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="part", help=f"some of {', '.join(PARTS)}; all without one")
    parser.add_argument("--clients", type=int, default=2000, help="200, 2000 or 20000")
    parser.add_argument("--data", type=Path, help="a folder to keep the clients in, for the next run")
    asked = parser.parse_args()
    if strange := set(asked.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(strange)}")
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    compileall.compile_dir(ROOT / "kamdesk", quiet=2)
    compileall.compile_dir(ROOT / "tests" / "bench", quiet=2)
    with tempfile.TemporaryDirectory() as place:
        figures = _measure(asked.parts or PARTS, asked.data or Path(place) / "data", Path(place), asked.clients)
    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print(table(figures))
    return 0 if all(figure.passed for figure in figures) else 1


def _measure(parts: Sequence[str], data: Path, folder: Path, number: int) -> list[Figure]:
    names = _filled(data, number)
    with _open(data) as desk:
        today = desk.today
    figures = [figure for part in parts if part in _ON_A_DESK for figure in _on_a_desk(part, data, folder)]
    if "rollup" in parts:
        from tests.bench import rollup

        figures += rollup.measure(data, folder, today)
    if "window" in parts:
        from tests.bench import window

        figures += window.measure(data, folder, names)
    if "day" in parts:
        from tests.bench import day

        figures += day.measure(data, len(names))
    if "visit" in parts:
        from tests.bench import visit

        figures += visit.measure(data, len(names))
    if "people" in parts:
        from tests.bench import two_hundred

        figures += two_hundred.measure(data, today)
    if "rivals" in parts:
        from tests.bench import rivals

        figures += rivals.measure(data, today)
    return figures


_ON_A_DESK = ("saving", "paper")


def _on_a_desk(part: str, data: Path, folder: Path) -> list[Figure]:
    """What is measured on a desk without a window: saving on the large data, paper on the sample."""
    if part == "saving":
        from tests.bench import saving

        with _open(data) as desk:
            return saving.measure(desk, folder)
    from tests.bench import batch, paper, preview

    story = folder / "sample"
    with _open(story) as desk:
        load_sample(desk, "zh_CN")
        usual, richest = paper.ten_pages(desk)
        figures = [*paper.measure(desk, usual), *paper.measure_visit(desk)]
        name = desk.client(usual).company.name
    figures += [*paper.measure_cold(story, folder, name), *batch.measure(folder)]
    return [*figures, *preview.measure(story, usual), *preview.measure(story, richest)]


@contextmanager
def _open(folder: Path) -> Iterator[Desk]:
    """A desk on a folder, closed at the end."""
    store = Store.open(folder)
    try:
        yield Desk(store)
    finally:
        store.close()


def _filled(data: Path, number: int) -> list[str]:
    """The names of the clients in the folder, which is filled when it is new."""
    data.mkdir(parents=True, exist_ok=True)
    with _open(data) as desk:
        if not desk.store.companies():
            start = perf_counter()
            fill(desk, number)
            print(f"{number} clients made in {perf_counter() - start:.0f} s", file=sys.stderr)
        names = [company.name for company in desk.store.companies()][:number]
        there = {company.key for company in desk.store.companies()}
        for big in (heavy(RECORDS, desk.today), peopled(PEOPLE, desk.today), contested(desk.today)):
            if big.key not in there:
                desk.do(said("Large"), *map(add, big.records))
        desk.clients()  # the rows of the list are worked out once, not at the measured start
    SettingsFile(data).change(language="zh_CN", theme="light", welcomed=True)
    return names


if __name__ == "__main__":
    raise SystemExit(main())

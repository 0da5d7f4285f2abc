"""The account plan on paper, warm in a program that runs and cold from the command line."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from kamdesk.client.visiting import coming_visits
from kamdesk.desk.desk import Desk
from kamdesk.document.collecting import nothing_collected
from kamdesk.document.plan import write_plan
from kamdesk.document.visit_sheet import write_visit
from kamdesk.words import LANGUAGES, words_for
from tests.bench.figures import Figure, median

if TYPE_CHECKING:
    from tests.bench.printed import Piece

PAGES = 10
_RUNS = 7
_LANGUAGE = "zh_CN"
_LARGEST = 300.0  # kB of ten pages
_CHARACTERS = 1500  # of text on a page of ours, about
_TEXT = "精密连接器制造商，员工两千三百人，检出率要求九十九点二。Huaxing 3.4, lead +0.4. "
ROOT = Path(__file__).parents[2]


def measure(desk: Desk, key: str) -> list[Figure]:
    """Warm, and made before: what a live preview waits for; the size of the file beside it."""
    from tests.bench.printed import pieces_of
    from tests.bench.raw_plan import write_raw

    client = desk.client(key)
    workspace, words = desk.workspace(), words_for(_LANGUAGE)
    pieces = pieces_of(client, workspace, words, desk.today)
    ours, raw, pages = Spent(), Spent(), 0
    for _ in range(_RUNS + 1):
        edited = replace(client)  # another value, so that no measure of it is known yet
        with ours:
            pages = write_plan(edited, workspace, io.BytesIO(), words, desk.today).pages
        with raw, nothing_collected():  # as ours, or the floor would be slower than it need be
            write_raw(pieces, io.BytesIO())
    what = "the same texts, tables and pictures as reportlab's own flowables in the same faces"
    note = f"made again after an edit; processor time {ours.processor:.3f} against {raw.processor:.3f} s"
    plan = f"{pages}-page plan, warm"
    return [
        Figure(plan, ours.wall, raw.wall, "s", what, limit=0.3, times=1.2, note=note),
        *_typst(pieces, plan, ours.wall),
        *_sizes(desk),
    ]


class Spent:
    """Seconds of what was done again and again, of which the first time does not count."""

    def __init__(self) -> None:
        self._walls: list[float] = []
        self._processors: list[float] = []
        self._begun = (0.0, 0.0)

    def __enter__(self) -> None:
        self._begun = perf_counter(), process_time()

    def __exit__(self, *_wrong: object) -> None:
        self._walls.append(perf_counter() - self._begun[0])
        self._processors.append(process_time() - self._begun[1])

    @property
    def wall(self) -> float:
        """The middle one, by the clock on the wall."""
        return median(self._walls[1:])

    @property
    def processor(self) -> float:
        """The middle one, of this process alone."""
        return median(self._processors[1:])


def _typst(pieces: list[list[Piece]], plan: str, ours: float) -> list[Figure]:
    """Another program, where it is installed: it sets the texts and tables, and draws no pictures."""
    from tests.bench.typeset import compiler, source

    typst, text = compiler(), source(pieces)
    if typst is None:
        return []
    again: list[float] = []
    first = 0.0
    for run in range(_RUNS):
        start = perf_counter()
        typst.compile(text + f"\n// {run}".encode(), format="pdf", pdf_tags=False)
        spent = perf_counter() - start
        first = first or spent
        again.append(spent)
    what = "typst with the same texts and tables, without pictures, its faces read"
    return [
        Figure(f"{plan}, beside typst", ours, first, "s", what, note=f"again, all remembered: {median(again):.3f} s")
    ]


def _sizes(desk: Desk) -> list[Figure]:
    """The largest file of ten pages at most: as many chapters as fit them, of each client in each language."""
    found = []
    for company in desk.store.companies():
        for language in LANGUAGES:
            size, pages = _first_pages(desk, company.key, language)
            found.append((size, pages, company.called, language))
    size, pages, name, language = max(found)
    note = f"{name}, {language}, {pages} pages"
    return [Figure("largest plan of up to ten pages", size, _LARGEST, "kB", "the budget", limit=_LARGEST, note=note)]


def _first_pages(desk: Desk, key: str, language: str) -> tuple[float, int]:
    """Kilobytes and pages of the longest plan that has ten pages at most, its chapters taken from the first on."""
    client, workspace, words = desk.client(key), desk.workspace(), words_for(language)
    places = write_plan(client, workspace, io.BytesIO(), words, desk.today).places
    after = [*(page for _, page in places[1:]), 0]
    names = [name for (name, _), page in zip(places, after, strict=True) if page <= PAGES + 1]
    while True:
        out = io.BytesIO()
        pages = write_plan(client, workspace, out, words, desk.today, names).pages
        if pages <= PAGES:
            return len(out.getvalue()) / 1000, pages
        names.pop()


def measure_visit(desk: Desk) -> list[Figure]:
    """The sheet of the busiest visit that is coming, made anew after an edit: what its live preview waits for."""
    clients = [desk.client(company.key) for company in desk.store.companies()]
    workspace, words = desk.workspace(), words_for(_LANGUAGE)
    waiting = [(client, visit) for client in clients for visit in coming_visits(client, desk.today)]
    client, visit = max(waiting, key=lambda pair: sum(point.visit == pair[1].key for point in pair[0].points))
    warm, floors = [], []
    for run in range(_RUNS + 1):
        edited = replace(client)  # another value, so that no measure of it is known yet
        start = perf_counter()
        write_visit(edited, workspace, io.BytesIO(), words, desk.today, visit.key)
        middle = perf_counter()
        bare_pages(io.BytesIO(), 2)
        if run:
            warm.append(middle - start)
            floors.append(perf_counter() - middle)
    what = "reportlab alone: two pages of plain lines in the same face"
    return [Figure("visit sheet after an edit, warm", median(warm), median(floors), "s", what, limit=0.15)]


def measure_cold(data: Path, folder: Path, name: str) -> list[Figure]:
    """From the command line, in a process of its own."""
    out = folder / "plan.pdf"
    asked = ["export", "--data", str(data), "--client", name, "--document", "plan", "--language", _LANGUAGE]
    ours = [sys.executable, "-m", "kamdesk", *asked, "--out", str(out)]
    bare = [sys.executable, "-m", "tests.bench.paper", str(folder / "bare.pdf")]
    spent = [(_run(ours), _run(bare)) for _ in range(_RUNS)]
    what = "Python, SQLCipher and reportlab imported, 10 plain pages written"
    middle, floor = median([pair[0] for pair in spent]), median([pair[1] for pair in spent])
    return [Figure("the same plan, cold from the command line", middle, floor, "s", what, limit=1.0)]


def ten_pages(desk: Desk) -> tuple[str, str]:
    """The clients with Chinese text whose plans are the shortest of at least ten pages, and the longest."""
    told = []
    for company in desk.store.companies():
        out = io.BytesIO()
        pages = write_plan(desk.client(company.key), desk.workspace(), out, words_for(_LANGUAGE), desk.today).pages
        if pages >= PAGES and any("一" <= sign <= "鿿" for sign in company.name):
            told.append((pages, company.key))
    return min(told)[1], max(told)[1]


def _run(command: Sequence[str]) -> float:
    """Seconds of a command that must succeed."""
    start = perf_counter()
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    spent = perf_counter() - start
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stderr}")
    return spent


def bare_pages(out: io.BytesIO, pages: int) -> None:
    """As many pages of plain lines, in the faces we ship, straight onto reportlab's canvas."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    from kamdesk.paths import resource

    if "Bare" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Bare", str(resource("fonts", "KAMSansSC-Regular.ttf"))))
    canvas = Canvas(out)
    for _ in range(pages):
        canvas.setFont("Bare", 9)
        for line in range(_CHARACTERS // 40):
            canvas.drawString(50, 800 - 15 * line, (_TEXT * 2)[line % 20 : line % 20 + 40])
        canvas.showPage()
    canvas.save()


def main() -> None:
    """The floor of a cold export: the libraries it needs, and plain pages."""
    from sqlcipher3 import dbapi2

    with dbapi2.connect(":memory:") as connection:
        connection.execute("SELECT 1")
    held = io.BytesIO()
    bare_pages(held, PAGES)
    Path(sys.argv[1]).write_bytes(held.getvalue())


if __name__ == "__main__":
    main()

"""The pages in the paper place, from an edit of the client to the new pages on screen."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.figures import Figure, median

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from kamdesk.ui.pages.paper.making import Made, PaperMaker

ROUNDS = 15
_RUNS = 3
_SLEEP = 0.001  # s
_FRAME = 16.0  # ms


def measure(data: Path, key: str) -> list[Figure]:
    """The middle of some processes, of one client's plan; and the longest turn of the window's thread meanwhile."""
    from tests.bench.window import run_child

    (data / "previewed").write_text(key, encoding="ascii")
    runs = [run_child("preview", data) for _ in range(_RUNS)]
    ours, floor = (median([median(told[name]) for told in runs]) for name in ("preview", "bare"))
    turn = median([median(told["turn"]) for told in runs])
    what = "the same plan written at once, its bytes put into a QPdfDocument and its first page drawn"
    pages = f"{runs[0]['pages'][0]:.0f}-page plan"
    shown = f"longest turn of the window, pages of a {pages} made and shown"
    frame = "a frame; the edit itself is not part of it"
    return [
        Figure(f"preview of a {pages} after an edit", ours, floor, "ms", what, limit=250),
        Figure(shown, turn, _FRAME, "ms", frame),
    ]


def preview(folder: Path) -> dict[str, list[float]]:
    """Milliseconds of each round; "bare" is the floor."""
    from time import perf_counter

    from kamdesk.client.edit import change
    from kamdesk.ui.pages.page import Goto
    from kamdesk.ui.pages.paper.place import PaperPage
    from kamdesk.words import said
    from tests.bench.child import list_of, open_program
    from tests.bench.painting import rest, until

    key = (folder / "previewed").read_text(encoding="ascii")
    program, app = open_program(folder)
    program.begin()
    until(app, lambda: list_of(program) is not None)
    rest(app, 3.0)  # the dictionary and the rest are loaded in the background
    page = program.window.content.stage.show_place(Goto("paper", key))  # type: ignore[union-attr]
    assert isinstance(page, PaperPage)
    desk = page.desk
    _await(app, page.maker, None)
    spent: dict[str, list[float]] = {"preview": [], "bare": [], "pages": [], "turn": []}
    for at in range(ROUNDS):
        rest(app, 0.4)
        company, before = desk.client(key).company, page.maker.latest
        begun = perf_counter()
        desk.do(said("Edited"), change(company, notes=f"{company.notes} {at}"))
        spent["turn"].append(_await(app, page.maker, before))
        spent["preview"].append((perf_counter() - begun) * 1000)
        made = page.maker.latest
        assert made is not None
        spent["pages"].append(made.written.pages)
        spent["bare"].append(_bare(made))
    program.end()
    return spent


def _await(app: QApplication, maker: PaperMaker, before: object) -> float:
    """Until other pages than those before are shown; asleep between events, as a window is. ms of the longest turn."""
    from time import monotonic, perf_counter, sleep

    end, longest = monotonic() + 30, 0.0
    while maker.fresh is None or maker.latest is before:
        if monotonic() > end:
            raise SystemExit("the pages never came")
        begun = perf_counter()
        app.processEvents()
        longest = max(longest, perf_counter() - begun)
        sleep(_SLEEP)
    return longest * 1000


def _bare(made: Made) -> float:
    """The same document made at once, its bytes loaded and the first page drawn."""
    from time import perf_counter

    from tests.bench.visit import drawn

    begun, held = perf_counter(), io.BytesIO()
    replace(made.order, client=replace(made.order.client)).write(held)
    return (perf_counter() - begun) * 1000 + drawn(held.getvalue())

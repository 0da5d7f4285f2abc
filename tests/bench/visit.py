"""The preparation of a visit opened anew among all clients, and its sheet from an edit to the new pages on screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.figures import Figure, median, percentile

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

ROUNDS = 12
_RUNS = 3
_WIDGETS = 160  # as many labels, rows and fields as the page shows


def measure(data: Path, number: int) -> list[Figure]:
    """p95 of each, the middle of some processes."""
    from tests.bench.window import run_child

    runs = [run_child("visit", data) for _ in range(_RUNS)]

    def found(name: str) -> float:
        return median([percentile(told[name], 0.95) for told in runs])

    labels = f"{_WIDGETS} QLabels in a scroll area, made, laid out and painted"
    pages = "the same bytes put into a QPdfDocument and its first page drawn"
    return [
        Figure(
            f"open a visit's preparation, {number} clients, p95", found("opened"), found("bare"), "ms", labels, limit=80
        ),
        Figure("preview of the visit sheet after an edit, p95", found("preview"), found("pdf"), "ms", pages, limit=250),
    ]


def visit(folder: Path) -> dict[str, list[float]]:
    """Milliseconds of each; "bare" and "pdf" are the floors."""
    from time import perf_counter, sleep

    from kamdesk.ui.pages.page import Goto
    from kamdesk.ui.pages.visit.place import VisitsPage
    from tests.bench.child import list_of, open_program
    from tests.bench.painting import Paint, rest, seen_and_settled, until

    program, app = open_program(folder)
    program.begin()
    until(app, lambda: list_of(program) is not None)
    rest(app, 3.0)  # the dictionary and the rest are loaded in the background
    stage = program.window.content.stage  # type: ignore[union-attr]
    paint = Paint()
    program.window.installEventFilter(paint.filter)
    spent: dict[str, list[float]] = {"opened": [], "bare": [], "preview": [], "pdf": []}
    stage.show_place(Goto("visits", "c00006"))  # what is imported with the first one is no opening
    for at in range(ROUNDS):
        stage.show_place(Goto("overview", f"c0000{at % 5 + 1}"))
        rest(app, 0.4)
        spent["opened"].append(seen_and_settled(app, paint, lambda: stage.show_place(Goto("visits", "heavy")))[0])
        rest(app, 0.6)
        spent["bare"].append(_bare(app))
    page = stage.page
    assert isinstance(page, VisitsPage)
    maker = page.side.sheet.maker
    for at in range(ROUNDS):
        rest(app, 0.3)
        begun = perf_counter()
        page.view.body.head.changed.emit("place", f"Hall {at}")
        while maker.fresh is None:  # asleep between events as a window is: a loop that spins takes the maker's time
            app.processEvents()
            sleep(0.001)
        spent["preview"].append((perf_counter() - begun) * 1000)
        assert maker.fresh is not None
        spent["pdf"].append(drawn(maker.fresh.data))
    program.end()
    return spent


def _bare(app: QApplication) -> float:
    from time import perf_counter

    from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

    begun = perf_counter()
    area, held = QScrollArea(), QWidget()
    column = QVBoxLayout(held)
    for at in range(_WIDGETS):
        column.addWidget(QLabel(f"李海涛 · {at}"))
    area.setWidget(held)
    area.resize(1080, 700)
    area.show()
    app.processEvents()
    taken = (perf_counter() - begun) * 1000
    area.close()
    return taken


def drawn(data: bytes) -> float:
    """Milliseconds that Qt takes to load a document and to draw its first page small."""
    from time import perf_counter

    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
    from PySide6.QtPdf import QPdfDocument

    begun = perf_counter()
    document, buffer = QPdfDocument(None), QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    document.render(0, QSize(404, 571))
    taken = (perf_counter() - begun) * 1000
    document.close()
    return taken

"""Today over all clients, opened after something has changed, against the same JSON read bare."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from kamdesk.client.edit import change
from kamdesk.words import said
from tests.bench.figures import Figure, median, percentile

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

ROUNDS = 12
_RUNS = 3


def measure(data: Path, number: int) -> list[Figure]:
    """p95 of each, the middle of some processes."""
    from tests.bench.window import run_child

    runs = [run_child("day", data) for _ in range(_RUNS)]
    what = "what Today needs of the same clients read by json, and a bare QListView with a row for each painted"

    def found(name: str) -> float:
        return median([percentile(told[name], 0.95) for told in runs])

    return [Figure(f"open Today, {number} clients, p95", found("opened"), found("bare"), "ms", what, limit=100)]


def day(folder: Path) -> dict[str, list[float]]:
    """Milliseconds of each opening; "bare" is the floor."""
    from kamdesk.ui.pages.page import Goto
    from tests.bench.child import list_of, open_program
    from tests.bench.painting import Paint, painted, rest, until

    program, app = open_program(folder)
    program.begin()
    until(app, lambda: list_of(program) is not None)
    rest(app, 3.0)  # the dictionary and the rest are loaded in the background
    frame, desk = program.window.content, program.desk
    assert desk is not None
    paint = Paint()
    program.window.installEventFilter(paint.filter)
    spent: dict[str, list[float]] = {"opened": [], "bare": []}
    for at in range(ROUNDS):
        frame.stage.show_place(Goto("clients"))  # type: ignore[union-attr]
        rest(app, 0.3)
        desk.do(said("Note"), change(desk.client("c00001").company, notes=f"{at}"))  # the day is to be worked out
        desk.clients()
        spent["opened"].append(painted(app, paint, lambda: frame.stage.show_place(Goto("today"))))  # type: ignore[union-attr]
        rest(app, 0.3)
        spent["bare"].append(painted(app, paint, lambda: _bare([glance.pending for glance in desk.clients()], app)))
    program.end()
    return spent


def _bare(texts: list[str], app: QApplication) -> None:
    from PySide6.QtCore import QStringListModel
    from PySide6.QtWidgets import QListView

    held = [json.loads(text) for text in texts if text]
    view = QListView()
    model = QStringListModel([str(len(item)) for item in held], view)
    view.setUniformItemSizes(True)
    view.setModel(model)
    view.show()
    app.processEvents()
    view.close()

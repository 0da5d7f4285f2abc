"""The comparison of twelve needs and six rivals: its tactics worked out anew, and the sheet from a key to painted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from time import perf_counter, thread_time
from typing import TYPE_CHECKING

from kamdesk.client.account import account
from kamdesk.client.attacks import attacks
from kamdesk.client.client import Client
from kamdesk.client.comparing import sheet_warnings
from kamdesk.client.proposals import proposals
from tests.bench.contested import NEEDS, OWNER, RIVALS, contested
from tests.bench.crowd import sample
from tests.bench.figures import Figure, median, percentile
from tests.bench.window import run_child

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QTableWidget

_TIMES, _RUNS, _ROUNDS = 60, 3, 20
_SIZE = f"{len(NEEDS)} × {len(RIVALS)}"


def measure(data: Path, today: date) -> list[Figure]:
    """The tactics in this process, the keys in processes of their own."""
    runs = [run_child("rivals", data) for _ in range(_RUNS)]

    def found(name: str) -> float:
        return median([percentile(told[name], 0.95) for told in runs])

    floor = "a bare QTableWidget of as many cells, the same key"
    told = (
        ("arrow", "arrow key to painted", 16),
        ("typed", "typed key to painted", 16),
        ("enter", "Enter to the painted cell", 16),
        ("stored", "Enter to stored, read again and ready for a key", 50),  # storing alone may take 10 (see `saving`)
    )
    return [
        _tactics(today),
        *(
            Figure(f"sheet of {_SIZE}: {words}, p95", found(name), found(f"bare {name}"), "ms", floor, limit=limit)
            for name, words, limit in told
        ),
    ]


def _tactics(today: date) -> Figure:
    """Sheet, kill points, stance, tactics, attacks and warnings of a client that has just changed.

    It waits for nothing, so that processor time is what it costs; a busy machine would be measured otherwise.
    """
    client, workspace = contested(today), sample(today)[1]
    ours, bare, wall = [], [], []
    for _ in range(_TIMES):
        changed = replace(client)  # the same values, and nothing kept of them
        found = account(changed, today)
        begun, start = perf_counter(), thread_time()
        proposals(changed, workspace, found, today)
        attacks(changed, workspace, found, today)
        sheet_warnings(changed, workspace, today)
        middle = thread_time()
        wall.append((perf_counter() - begun) * 1000)
        _gaps(changed)
        ours.append((middle - start) * 1000)
        bare.append((thread_time() - middle) * 1000)
    what = "weights, gaps and sums of the same cells in plain Python, without words or reasons"
    note = f"by the clock {median(wall):.1f} ms in the middle"
    name = f"tactics of {_SIZE}, processor time, p95"
    return Figure(name, percentile(ours, 0.95), percentile(bare, 0.95), "ms", what, limit=5, note=note)


def _gaps(client: Client) -> list[float]:
    held: dict[tuple[str | None, str | None], int] = {}
    for item in client.standings:
        if item.score is not None:
            held[item.factor, item.rival] = item.score
    whole = float(sum(factor.importance or 0 for factor in client.factors))
    return [
        float(factor.importance or 0) / whole * ((factor.score or 0) - held[factor.key, rival])
        for factor in client.factors
        for rival in RIVALS
    ]


def rivals(folder: Path) -> dict[str, list[float]]:
    """Milliseconds of each key; "bare" ones are the floor."""
    from PySide6.QtCore import Qt

    from kamdesk.ui.pages.page import Goto
    from tests.bench.child import list_of, open_program
    from tests.bench.painting import Paint, rest, until

    program, app = open_program(folder)
    program.begin()
    until(app, lambda: list_of(program) is not None)
    rest(app, 3.0)  # the dictionary and the rest are loaded in the background
    stage = program.window.content.stage  # type: ignore[union-attr]
    page = stage.show_place(Goto("rivals", OWNER))
    rest(app, 1.0)
    program.window.activateWindow()
    view = page.face.body.view
    view.setFocus()
    rest(app, 0.3)
    paint = Paint()
    program.window.installEventFilter(paint.filter)
    spent = _keys(app, paint, (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left))
    program.window.removeEventFilter(paint.filter)
    program.end()
    return spent | {f"bare {name}": taken for name, taken in _bare(app).items()}


def _keys(app: QApplication, paint: object, arrows: tuple[object, ...]) -> dict[str, list[float]]:
    """Walk, type a score and store it, over and over; what was put off is done between two keys."""
    from PySide6.QtCore import Qt

    from tests.bench.painting import painted, rest

    spent: dict[str, list[float]] = {"arrow": [], "typed": [], "enter": [], "stored": []}
    back = {Qt.Key.Key_Right: Qt.Key.Key_Left, Qt.Key.Key_Down: Qt.Key.Key_Up}
    for at in range(_ROUNDS):
        for arrow in arrows:
            key = back.get(arrow, arrow) if at % 8 > 5 else arrow  # type: ignore[call-overload]
            spent["arrow"].append(painted(app, paint, lambda: _press(app, key)))  # type: ignore[arg-type] # noqa: B023
            rest(app, 0.03)
        digit = str(1 + at % 5)
        spent["typed"].append(painted(app, paint, lambda: _press(app, Qt.Key.Key_1, digit)))  # type: ignore[arg-type] # noqa: B023
        rest(app, 0.05)
        begun = perf_counter()
        spent["enter"].append(painted(app, paint, lambda: _press(app, Qt.Key.Key_Return)))  # type: ignore[arg-type]
        spent["stored"].append((perf_counter() - begun) * 1000)
        rest(app, 0.25)
    return spent


def _press(app: QApplication, key: object, text: str = "") -> None:
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent

    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        app.sendEvent(app.focusWidget(), QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))  # type: ignore[call-overload]


def _bare(app: QApplication) -> dict[str, list[float]]:
    """The same keys in a table of Qt's own that knows nothing of tactics."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QTableWidget, QTableWidgetItem

    from tests.bench.painting import Paint, rest

    table: QTableWidget = QTableWidget(len(NEEDS), len(RIVALS) + 4)
    for row, need in enumerate(NEEDS):
        for column in range(len(RIVALS) + 4):
            table.setItem(row, column, QTableWidgetItem(f"{need} {column}"))
    table.resize(1080, 700)
    table.show()
    table.setFocus()
    rest(app, 0.3)
    paint = Paint()
    table.installEventFilter(paint.filter)
    spent = _keys(app, paint, (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left))
    table.close()
    return spent

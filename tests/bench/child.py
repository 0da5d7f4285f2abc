"""The windows that are measured, each in a process of its own: `child MODE FOLDER BORN` prints figures as JSON."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.painting import Paint, painted, rest, settled, until

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from kamdesk.ui.program import Program

_OPENINGS, _KEYS = 40, 60
_TYPED = ("wang", "精密", "hx", "江", "linh", "苏州", "k")


def resident(process: str = "self") -> float:
    """Megabytes of memory a process holds now, shared libraries included."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024
    except OSError:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def bare(folder: Path, born: float) -> dict[str, float]:
    """A window of PySide6 with as many names, read by SQLAlchemy, and nothing else."""
    import sqlalchemy
    from PySide6.QtCore import QStringListModel
    from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QMainWindow, QVBoxLayout, QWidget

    app = QApplication([])
    window = QMainWindow()
    window.resize(1440, 900)
    engine = sqlalchemy.create_engine(f"sqlite:///{folder / 'bare-names.db'}")
    with engine.connect() as connection:
        names = [row[0] for row in connection.execute(sqlalchemy.text("SELECT name FROM client"))]
    model, view, field = QStringListModel(names), QListView(), QLineEdit()
    view.setUniformItemSizes(True)
    view.setModel(model)
    body = QWidget()
    column = QVBoxLayout(body)
    column.addWidget(field)
    column.addWidget(view)
    window.setCentralWidget(body)
    told: dict[str, float] = {}
    paint = Paint(lambda: told.update(_told(born)))
    view.viewport().installEventFilter(paint.filter)
    window.show()
    until(app, lambda: bool(told))
    kept = list(names)
    openings, keys = [], []
    for at in range(_KEYS):
        wanted = kept[at][:1]
        keys.append(painted(app, paint, lambda: model.setStringList([name for name in kept if wanted in name])))  # noqa: B023
        painted(app, paint, lambda: model.setStringList(kept))
    for _ in range(_OPENINGS):
        openings.append(painted(app, paint, view.viewport().update))
    return told | {"openings": openings, "keys": keys}  # type: ignore[dict-item]


def start(folder: Path, born: float) -> dict[str, float]:
    """Our window, from the first line of Python to the painted list of clients."""
    told: dict[str, float] = {}
    program, app = open_program(folder)
    paint = Paint(lambda: told.update(_told(born)))
    program.begin()

    def watch() -> None:
        view = list_of(program)
        assert view is not None
        view.viewport().installEventFilter(paint.filter)

    program.window.appeared.connect(watch)  # after the program's own: the list is there and not painted yet
    until(app, lambda: bool(told))
    program.window.installEventFilter(paint.filter)
    told["settled"] = time.time() - born + settled(app, paint, _nothing) / 1000
    told["memory"] = resident()  # SQLAlchemy is loaded by now
    program.end()
    return told


def _told(born: float) -> dict[str, float]:
    """What the start has cost; processor time beside wall time tells a busy machine from a slow program."""
    return {"usable": time.time() - born, "processor": time.process_time(), "memory": resident()}


def _nothing() -> None:
    """No act: what is measured goes on by itself."""


def use(folder: Path, born: float) -> dict[str, float]:
    """Open the client of 600 records again and again, then type into the filter of the list."""
    from kamdesk.ui.pages.page import Goto

    program, app = open_program(folder)
    program.begin()
    until(app, lambda: list_of(program) is not None)
    rest(app, 3.0)  # the dictionary and the rest are loaded in the background
    stage = program.window.content.stage  # type: ignore[union-attr]
    paint = Paint()
    program.window.installEventFilter(paint.filter)
    openings = []
    for _ in range(_OPENINGS):
        openings.append(settled(app, paint, lambda: stage.show_place(Goto("overview", "heavy"))))
        settled(app, paint, lambda: stage.show_place(Goto("overview", "c00001")))
    program.window.removeEventFilter(paint.filter)
    page = stage.show_place(Goto("clients"))
    rest(app, 0.3)
    view = list_of(program)
    assert view is not None
    view.viewport().installEventFilter(paint.filter)
    keys = []
    for at in range(_KEYS):
        text = _TYPED[at % len(_TYPED)]
        for length in range(1, len(text) + 1):
            keys.append(painted(app, paint, lambda: page.filter.setText(text[:length])))  # noqa: B023
        painted(app, paint, page.filter.clear)
    program.end()
    return {"openings": openings, "keys": keys, "memory": resident()}  # type: ignore[dict-item]


def open_program(folder: Path) -> tuple[Program, QApplication]:
    """Our window, as `python -m kamdesk` makes it: kamdesk.cli, kamdesk.app, kamdesk.ui.program."""
    import kamdesk.cli.command  # noqa: F401 (its import is a part of every start)
    from kamdesk.ui.plain_imports import plain_imports

    plain_imports()
    from kamdesk.ui.program import Program, application, raise_other

    app = application()
    if raise_other(folder):
        raise SystemExit("the program is running on this folder")
    program = Program(app, folder)
    program.window.resize(1440, 900)  # as the bare one; Qt's screen without a screen is smaller
    return program, app


def list_of(program: Program) -> QWidget | None:
    """The list of clients, once it has rows."""
    from PySide6.QtWidgets import QAbstractItemView

    frame = program.window.content
    if frame is None or not hasattr(frame, "stage") or frame.stage.page is None:
        return None
    views = [view for view in frame.stage.page.findChildren(QAbstractItemView) if view.model() is not None]
    return next((view for view in views if view.model().rowCount() > 1), None)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _, mode, place, moment = sys.argv
    if mode == "places":
        from tests.bench.places import places

        print(json.dumps(places(Path(place))))
    elif mode == "day":
        from tests.bench.day import day

        print(json.dumps(day(Path(place))))
    elif mode == "visit":
        from tests.bench.visit import visit

        print(json.dumps(visit(Path(place))))
    elif mode == "preview":
        from tests.bench.preview import preview

        print(json.dumps(preview(Path(place))))
    elif mode == "rivals":
        from tests.bench.rivals import rivals

        print(json.dumps(rivals(Path(place))))
    else:
        print(json.dumps({"bare": bare, "start": start, "use": use}[mode](Path(place), float(moment))))

"""Places of clients opened for the first time, above all People with two hundred persons, against bare boxes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kamdesk.picture.map_people import OVERLAYS
from tests.bench.child import list_of, open_program
from tests.bench.painting import Paint, rest, seen_and_settled, settled, until
from tests.bench.people import OWNER, PEOPLE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView

    from kamdesk.ui.stage import Stage

ROUNDS = 5
_OTHERS = ("c00001", "c00002", "c00003", "c00004", "c00005")  # opening them lets go of the one that was open
_TEXTS = 4  # in a box
_SIZE = (156.0, 48.0)


def places(folder: Path) -> dict[str, list[float]]:
    """Milliseconds of each time a place was opened, by what was opened; "bare" ones are the floor."""
    program, app = open_program(folder)
    program.begin()
    until(app, lambda: list_of(program) is not None)
    rest(app, 3.0)  # the dictionary and the rest are loaded in the background
    stage = program.window.content.stage  # type: ignore[union-attr]
    paint = Paint()
    program.window.installEventFilter(paint.filter)
    spent: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        for name, taken in _round(app, paint, stage).items():
            spent.setdefault(name, []).extend(taken)
    bare = _bare(app, paint)
    program.end()
    return spent | bare


def _round(app: QApplication, paint: Paint, stage: Stage) -> dict[str, list[float]]:
    """Each place once; the client was not open before, so that nothing of its places is there."""
    from kamdesk.ui.pages.page import Goto

    def going(place: str, client: str) -> list[float]:
        return [settled(app, paint, lambda: stage.show_place(Goto(place, client)))]

    found = {"overview": going("overview", OWNER)}
    seen, whole = seen_and_settled(app, paint, lambda: stage.show_place(Goto("people", OWNER)))
    found |= {"people": [seen], "lines": [whole]}
    page = stage.page
    chosen = page.body.tools.overlay_chosen  # type: ignore[union-attr]
    names = (*list(OVERLAYS)[1:], next(iter(OVERLAYS)))
    found["overlay"] = [settled(app, paint, lambda: chosen.emit(name)) for name in names]  # noqa: B023
    found["weighin"] = going("weighin", OWNER)
    weighin = stage.page
    for face in ("client", "plan"):
        found[face] = [settled(app, paint, lambda: weighin.turn_to(face))]  # type: ignore[union-attr]  # noqa: B023
    found["heavy"] = going("overview", "heavy")
    for other in _OTHERS:
        going("overview", other)
    return found


def _bare(app: QApplication, paint: Paint) -> dict[str, list[float]]:
    """As many boxes with words and lines between them, made and painted by Qt alone; then with other colours."""
    from PySide6.QtGui import QPen
    from PySide6.QtWidgets import QGraphicsView

    view = QGraphicsView()
    view.resize(1080, 700)
    view.installEventFilter(paint.filter)
    view.show()
    rest(app, 0.2)
    spent: dict[str, list[float]] = {"bare open": [], "bare overlay": []}
    for at in range(ROUNDS):
        spent["bare open"].append(settled(app, paint, lambda: _fill(view)))
        scene, pen = view.scene(), QPen((at % 2) * 90)
        spent["bare overlay"].append(settled(app, paint, lambda: _border(scene, pen)))  # noqa: B023
    view.close()
    return spent


def _fill(view: QGraphicsView) -> None:
    from PySide6.QtWidgets import QGraphicsScene

    scene = QGraphicsScene(view)
    wide, high = _SIZE
    for at in range(PEOPLE):
        left, top = (at % 20) * wide * 1.2, (at // 20) * high * 1.5
        box = scene.addRect(left, top, wide, high)
        for line in range(_TEXTS):
            scene.addSimpleText("李海涛 · 4.2").setPos(box.rect().left() + 4, top + line * 11)
        scene.addLine(left, top, left, top - high / 2)
    view.setScene(scene)
    view.fitInView(scene.sceneRect())


def _border(scene: QGraphicsScene, pen: object) -> None:
    from PySide6.QtWidgets import QGraphicsRectItem

    for item in scene.items():
        if isinstance(item, QGraphicsRectItem):
            item.setPen(pen)  # type: ignore[arg-type]

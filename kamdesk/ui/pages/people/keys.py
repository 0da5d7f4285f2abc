"""The single letters of the People place, and how footer and cheat sheet tell all of its keys."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.pages.people.faces import FACES

INSIDE = {str(at + 1): name for at, name in enumerate(FACES)} | {"N": "new", "Shift+N": "placeholder"}
EVERYWHERE = {"W": "weigh", "A": "action", "L": "fact"}  # in the panel too


class Letters(QObject):
    """Tells what a letter stands for, inside a widget; text fields claim theirs before a shortcut sees them."""

    pressed = Signal(str)

    def __init__(self, scope: QWidget, keys: Mapping[str, str]) -> None:
        super().__init__(scope)
        for key, name in keys.items():
            shortcut = QShortcut(QKeySequence(key), scope)
            shortcut.setObjectName(name)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._press)

    def _press(self) -> None:
        self.pressed.emit(self.sender().objectName())


def people_keys(look: Look, *, on_map: bool) -> list[tuple[str, str]]:
    """What can be done with the people; the map knows more than the list."""
    tr, trc = look.tr, look.trc
    rows = [
        ("Enter", tr("to the form")),
        ("W", trc("key", "weigh")),
        ("A", trc("key", "action")),
        ("N", trc("key", "new")),
    ]
    rest = [
        ("Del", tr("left or removed")),
        ("Ctrl F", trc("key", "find")),
        ("L", trc("key", "note")),
        ("1 2 3 4", tr("map, list, heat map, card")),
    ]
    if not on_map:
        return [*rows, *rest]
    return [
        *rows,
        ("R", tr("reports to")),
        ("I T C", trc("key", "draw a line")),
        ("Ctrl ← ↑ → ↓", trc("key", "move")),
        *rest[:2],
        ("Space", trc("key", "fold")),
        ("P", trc("key", "path")),
        ("E", tr("edit lines")),
        ("H", tr("hints")),
        ("Shift N", tr("somebody not met")),
        *rest[2:],
        ("+ − 0 F", trc("key", "zoom")),
        ("Ctrl A", tr("choose all")),
    ]

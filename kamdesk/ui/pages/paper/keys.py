"""The single keys of the paper place, and how its footer tells them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from kamdesk.ui.look import Look
from kamdesk.ui.pages.paper.view import PaperView


def keys_of(look: Look) -> list[tuple[str, str]]:
    """The footer of the place."""
    tr = look.tr
    return [
        ("Space", tr("Tick")),
        ("Enter", tr("Go to the chapter")),
        ("Alt ↑↓", tr("Order")),
        ("F2", tr("Conclusion")),
        ("Ctrl Enter", tr("Its place")),
        ("T", tr("Pages in small")),
        ("Ctrl F", tr("Search")),
        ("+ − W", tr("Zoom")),
        ("Ctrl E", tr("Export")),
        ("Ctrl P", tr("Print")),
        ("I", tr("Editions")),
    ]


def step_of(event: QKeyEvent, view: PaperView) -> Callable[[], object] | None:
    """What a key does with the pages."""
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return None
    does = {"+": view.zoom_in, "=": view.zoom_in, "-": view.zoom_out, "w": view.fit_width, "t": view.turn_small}
    turning = {Qt.Key.Key_PageDown: view.next_page, Qt.Key.Key_PageUp: view.page_before}
    return does.get(event.text().lower()) or turning.get(Qt.Key(event.key()))

"""F6: the keyboard goes from one part of the window to the next, and back to where it was in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QWidget


class Panes:
    """Remembers in each part which widget had the keyboard last."""

    def __init__(self) -> None:
        self._last: dict[QWidget, QWidget] = {}

    def go(self, panes: Sequence[QWidget], step: int) -> None:
        """Move the keyboard on by `step` parts among those that can take it."""
        open_panes = [pane for pane in panes if pane.isVisible() and first_inside(pane) is not None]
        if not open_panes:
            return
        focus = QApplication.focusWidget()
        here = next((pane for pane in open_panes if focus and (pane is focus or pane.isAncestorOf(focus))), None)
        if here is not None and focus is not None:
            self._last[here] = focus
        at = open_panes.index(here) + step if here is not None else 0
        self._enter(open_panes[at % len(open_panes)])

    def _enter(self, pane: QWidget) -> None:
        alive = {child for child in pane.findChildren(QWidget) if child.isVisibleTo(pane)}
        last = self._last.get(pane)
        target = last if last in alive else first_inside(pane)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)


def main_inside(page: QWidget) -> QWidget:
    """Where the keyboard belongs when a page is shown: its list; else the page itself, and Tab goes on from there."""
    for view in page.findChildren(QAbstractItemView):
        if view.isVisibleTo(page) and view.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return view
    return page


def first_inside(pane: QWidget) -> QWidget | None:
    """The first widget inside that Tab would reach."""
    for child in pane.findChildren(QWidget):
        takes = child.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(child, QScrollArea)
        if takes and child.isVisibleTo(pane) and child.isEnabled():
            return child
    return None

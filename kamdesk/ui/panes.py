"""F6: the keyboard goes from one part of the window to the next, and back to where it was in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLayout, QScrollArea, QWidget

from kamdesk.ui.parts.empty import EmptyState


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
    """Where the keyboard belongs when a page is shown: its list, or what an empty place offers to begin with.

    Else it is the page itself, and Tab goes on from there.
    """
    for view in page.findChildren(QAbstractItemView):
        if view.isVisibleTo(page) and view.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return view
    for empty in page.findChildren(EmptyState):
        if empty.isVisibleTo(page) and (first := first_inside(empty)):
            return first
    return page


def read_in_order(root: QWidget) -> None:
    """Let Tab walk over the parts of `root` as they are laid out, whatever was made when."""
    stops = list(_laid(root))
    for one, other in pairwise(stops):
        QWidget.setTabOrder(one, other)


def _laid(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    inside = widget.widget() if isinstance(widget, QScrollArea) else None
    if inside is not None:
        yield from _laid(inside)
    elif (layout := widget.layout()) is not None:
        yield from _laid_in(layout)


def _laid_in(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield from _laid(widget)
        elif (inner := item.layout()) is not None:
            yield from _laid_in(inner)


def first_inside(pane: QWidget) -> QWidget | None:
    """The first widget inside that Tab would reach."""
    for child in pane.findChildren(QWidget):
        takes = child.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(child, QScrollArea)
        if takes and child.isVisibleTo(pane) and child.isEnabled():
            return child
    return None

"""Building the inside of a part anew: the layout emptied, the keyboard kept where it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget


def emptied(layout: QVBoxLayout, keep: int = 0) -> None:
    """Take everything out of a layout but its first `keep` items."""
    while layout.count() > keep and (item := layout.takeAt(keep)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


@contextmanager
def keyboard_kept(parts: Sequence[QWidget]) -> Iterator[None]:
    """Build parts anew inside: the keyboard is afterwards at the same place of the part that had it."""
    focus = QApplication.focusWidget()
    part = next((part for part in parts if focus is not None and part.isAncestorOf(focus)), None)
    before = _stops(part) if part is not None else []
    at = before.index(focus) if focus in before else -1
    yield
    if part is not None and at >= 0 and QApplication.focusWidget() is not focus and (after := _stops(part)):
        stop: QWidget | None = after[min(at, len(after) - 1)]
        while stop is not None and stop is not part:  # what was just made is shown a moment later; it has no keyboard
            stop.show()
            stop = stop.parentWidget()
        after[min(at, len(after) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)


def _stops(part: QWidget) -> list[QWidget]:
    """What Tab reaches in a part, also what was just made, but not what was put away."""
    inside = part.findChildren(QWidget)
    return [each for each in inside if each.focusPolicy() & Qt.FocusPolicy.TabFocus and not _away(each, part)]


def _away(widget: QWidget, part: QWidget) -> bool:
    held: QWidget | None = widget
    while held is not None and held is not part:
        if held.isHidden() and held.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            return True
        held = held.parentWidget()
    return False

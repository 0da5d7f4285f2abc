"""Tab through a form in the order it is read: column by column, from above; a choice of several is one stop."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from kamdesk.ui.parts.segments import Segments

_TOLD = "dvis[],."  # the keys that the footer tells while the form is shown
_BARE = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Walked(QWidget):
    """A part of a page whose stops follow what stands there, whenever it was added.

    `columns` are its parts in reading order.
    """

    columns: tuple[QWidget, ...] = ()

    def focusNextPrevChild(self, following: bool) -> bool:
        """Go to the next stop; behind the last one out of the form."""
        stops, focus = self.stops(), QApplication.focusWidget()
        at = stops.index(stop) if focus is not None and (stop := _stop_of(focus)) in stops else -1
        to = at + (1 if following else -1)
        if at < 0 or not 0 <= to < len(stops):
            return super().focusNextPrevChild(following)
        reason = Qt.FocusReason.TabFocusReason if following else Qt.FocusReason.BacktabFocusReason
        stops[to].setFocus(reason)
        reveal(stops[to])
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right walk over the options of a choice; Space chooses.

        A word typed where no field is does nothing but what the footer tells: its "n" makes no visit.
        """
        focus, step = QApplication.focusWidget(), _ARROWS.get(Qt.Key(event.key()), 0)
        choice = focus.parentWidget() if focus is not None else None
        if step and focus is not None and isinstance(choice, Segments):
            options: list[QWidget] = list(choice.findChildren(QAbstractButton))
            options[(options.index(focus) + step) % len(options)].setFocus(Qt.FocusReason.OtherFocusReason)
        elif (letter := event.text().casefold()).isalpha() and letter not in _TOLD and not event.modifiers() & ~_BARE:
            event.accept()
        else:
            super().keyPressEvent(event)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        found: list[QWidget] = []
        for column in self.columns:
            inside = [item for item in column.findChildren(QWidget) if _takes_tab(item) and _stop_of(item) is item]
            inside.sort(key=_Place(column))
            found += inside
        return found


class _Place:
    """Where a widget stands in a column, by rows."""

    def __init__(self, column: QWidget) -> None:
        self._column = column

    def __call__(self, widget: QWidget) -> tuple[int, int]:
        corner = widget.mapTo(self._column, QPoint(0, 0))
        return corner.y(), corner.x()


def reveal(widget: QWidget) -> None:
    """Scroll the page to a widget."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        above.ensureWidgetVisible(widget, 0, 60)


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    return (
        bool(policy & Qt.FocusPolicy.TabFocus)
        and widget.isVisible()
        and widget.isEnabled()
        and not (widget.focusProxy())
    )


def _stop_of(widget: QWidget) -> QWidget:
    """Of the options of a choice the one that is chosen, else the first."""
    choice = widget.parentWidget()
    if not isinstance(choice, Segments):
        return widget
    options = choice.findChildren(QAbstractButton)
    return next((option for option in options if option.isChecked()), options[0])

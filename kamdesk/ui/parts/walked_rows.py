"""What a list and a table of rows have in common: a current row known by its key, and what the keys do with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from kamdesk.ui.parts.rows import Rows

if TYPE_CHECKING:
    _View = QAbstractItemView
else:
    _View = object  # the Qt view stands beside it, as the other base


class WalkedRows(_View):
    """A part of a Qt view whose model is Rows. A letter is left to the page's keys."""

    chosen = Signal(str)  # the key of the current row, "" without one
    opened = Signal(str)  # Enter or a double click
    ticked = Signal(str)  # Space
    removing = Signal(str)  # Delete

    model_of_rows: Rows

    def walk(self, rows: Rows) -> None:
        """Show `rows` with the manners of a list: one row is current, typing never edits, Tab leaves."""
        self.model_of_rows = rows
        self.setModel(rows)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(self._open)

    def put_rows(self, rows: Sequence[Any]) -> None:
        """Show these values; where the current row is gone, the one in its place is current."""
        key, at = self.current_key(), self.currentIndex()
        place, column = at.row(), at.column()
        self.model_of_rows.show_rows(rows)
        if key and rows and not self.model_of_rows.index_of(key).isValid():
            self.setCurrentIndex(self.model_of_rows.index(min(place, len(rows) - 1), column))

    def current_key(self) -> str:
        """The key of the current row, "" without one."""
        return self.model_of_rows.key_of(self.currentIndex())

    def choose(self, key: str, column: int = 0) -> bool:
        """Make a key's row the current one; False when it is not here."""
        index = self.model_of_rows.index_of(key, column)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def choose_first(self) -> None:
        """Make the first row the current one when none is."""
        if not self.currentIndex().isValid() and self.model_of_rows.rowCount():
            self.setCurrentIndex(self.model_of_rows.index(0, 0))

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.model_of_rows.key_of(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Space ticks, Delete removes."""
        told = {
            Qt.Key.Key_Return: self.opened,
            Qt.Key.Key_Enter: self.opened,
            Qt.Key.Key_Space: self.ticked,
            Qt.Key.Key_Delete: self.removing,
        }.get(Qt.Key(event.key()))
        if told is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if key := self.current_key():
                told.emit(key)
        elif event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # else the view would search for a row that begins with the letter
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is as soon as it comes."""
        self.choose_first()  # before Qt makes the first row current without selecting it
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The bar of the selection turns grey."""
        super().focusOutEvent(event)
        self.viewport().update()

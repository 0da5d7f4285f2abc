"""A list of rows painted by a delegate: arrows walk, Enter opens, Space ticks; it can grow with its rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy

from kamdesk.ui.parts.rows import Index, RowDelegate, Rows


class RowList(QListView):
    """Rows of any values with a key.

    `growing` makes the list as high as its rows, for a page that scrolls as a whole.
    """

    chosen = Signal(str)  # the key of the current row, "" without one
    opened = Signal(str)  # Enter or a double click
    ticked = Signal(str)  # Space
    removing = Signal(str)  # Delete

    def __init__(
        self,
        delegate: RowDelegate,
        spoken: str,
        *,
        rows: Rows | None = None,
        key: Callable[[Any], str] = attrgetter("key"),
        growing: bool = False,
    ) -> None:
        super().__init__()
        self._delegate = delegate  # a view does not own its delegate
        self._growing = growing
        self.model_of_rows = rows or Rows(key)
        self.setModel(self.model_of_rows)
        self.setItemDelegate(delegate)
        self.setAccessibleName(spoken)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setTabKeyNavigation(False)
        if growing:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.doubleClicked.connect(self._open)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these values in this order; selection and scroll place stay with their keys."""
        self.model_of_rows.show_rows(rows)
        if self._growing:
            self.updateGeometry()

    def current_key(self) -> str:
        """The key of the current row, "" without one."""
        return self.model_of_rows.key_of(self.currentIndex())

    def choose(self, key: str) -> bool:
        """Make a key's row the current one; False when it is not here."""
        index = self.model_of_rows.index_of(key)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def choose_first(self) -> None:
        """Make the first row the current one when none is."""
        if not self.currentIndex().isValid() and self.model_of_rows.rowCount():
            self.setCurrentIndex(self.model_of_rows.index(0, 0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which row is current now."""
        super().currentChanged(current, previous)
        self.chosen.emit(self.model_of_rows.key_of(current))

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.model_of_rows.key_of(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Space ticks, Delete removes; letters are left to the page's keys."""
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
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is as soon as it comes."""
        super().focusInEvent(event)
        self.choose_first()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The bar of the selection turns grey."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows follow the width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def sizeHint(self) -> QSize:
        """As high as its rows when it grows with them."""
        if not self._growing:
            return QSize(240, 240)
        return QSize(240, sum(self._delegate.row_height(item) for item in self.model_of_rows.rows))

    def minimumSizeHint(self) -> QSize:
        """The same when it grows, else a few rows."""
        return self.sizeHint() if self._growing else QSize(120, 80)

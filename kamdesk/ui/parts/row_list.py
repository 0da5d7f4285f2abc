"""A list of rows painted by a delegate: arrows walk, Enter opens, Space ticks; it can grow with its rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListView, QSizePolicy

from kamdesk.ui.parts.rows import Index, RowDelegate, Rows
from kamdesk.ui.parts.walked_rows import WalkedRows


class RowList(WalkedRows, QListView):
    """Rows of any values with a key.

    `growing` makes the list as high as its rows, for a page that scrolls as a whole.
    """

    prints = True  # among the lists of its page

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
        self.whole: Sequence[Any] = ()
        self.walk(rows or Rows(key))
        self.setItemDelegate(delegate)
        self.setAccessibleName(spoken)
        self.setUniformItemSizes(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        if growing:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[Any], whole: Sequence[Any] = ()) -> None:
        """Show these values in this order; selection and scroll place stay with their keys.

        Where they are the first of more, `whole` are all there are: what is printed is printed whole.
        """
        self.whole = whole
        self.put_rows(rows)
        if self._growing:
            self.updateGeometry()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which row is current now."""
        super().currentChanged(current, previous)
        self.chosen.emit(self.model_of_rows.key_of(current))

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

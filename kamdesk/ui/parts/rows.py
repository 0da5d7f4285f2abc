"""Rows of any values by their key: a table model that is never reset, and a delegate that paints their ground."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kamdesk.ui.look import Look
from kamdesk.ui.parts.painters import paint_ground

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole  # the value of a row itself
_NOWHERE = QModelIndex()


class Rows(QAbstractTableModel):
    """Values in a given order, known by their key.

    `show_rows` brings the model from what it has to what it shall have in at most four signals, whatever the number
    of rows: gone rows are moved to the end and removed there, new ones are added there, then all take their places.
    Selection, current row and scroll place survive, because persistent indexes travel with their rows.
    """

    def __init__(self, key: Callable[[Any], str] = attrgetter("key"), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._rows: list[Any] = []
        self._places: dict[str, int] = {}

    @property
    def rows(self) -> Sequence[Any]:
        """The values as they stand."""
        return self._rows

    def item(self, index: Index) -> Any:
        """The value of an index's row, None for an invalid one."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, key: str, column: int = 0) -> QModelIndex:
        """The index of a key's row, invalid when it is not here."""
        place = self._places.get(key)
        return QModelIndex() if place is None else self.index(place, column)

    def key_of(self, index: Index) -> str:
        """The key of an index's row, "" for an invalid one."""
        return self._key(self._rows[index.row()]) if index.isValid() else ""

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these values in this order."""
        wanted = {self._key(item): item for item in rows}
        staying = [item for item in self._rows if self._key(item) in wanted]
        leaving = [item for item in self._rows if self._key(item) not in wanted]
        if leaving:
            self._arrange(staying + leaving)
            self.beginRemoveRows(_NOWHERE, len(staying), len(self._rows) - 1)
            del self._rows[len(staying) :]
            self._number()
            self.endRemoveRows()
        coming = [item for key, item in wanted.items() if key not in self._places]
        if coming:
            self.beginInsertRows(_NOWHERE, len(self._rows), len(self._rows) + len(coming) - 1)
            self._rows.extend(coming)
            self._number()
            self.endInsertRows()
        self._arrange([self._rows[self._places[key]] for key in wanted])
        self._renew(wanted)

    def _renew(self, wanted: dict[str, Any]) -> None:
        fresh = [(place, item, wanted[self._key(item)]) for place, item in enumerate(self._rows)]
        changed = [place for place, old, new in fresh if old is not new and old != new]
        if changed:
            for place in changed:
                self._rows[place] = wanted[self._key(self._rows[place])]
            last = self.index(changed[-1], self.columnCount() - 1)
            self.dataChanged.emit(self.index(changed[0], 0), last)

    def _arrange(self, order: list[Any]) -> None:
        if all(before is after for before, after in zip(self._rows, order, strict=True)):
            return
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        keys = [(self.key_of(index), index.column()) for index in held]
        self._rows = order
        self._number()
        self.changePersistentIndexList(held, [self.index_of(key, column) for key, column in keys])
        self.layoutChanged.emit()

    def _number(self) -> None:
        self._places = {self._key(item): place for place, item in enumerate(self._rows)}

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """One column; tables have more."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The value itself under ITEM; `words` under the display role."""
        if not index.isValid():
            return None
        if role == ITEM:
            return self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.words(self._rows[index.row()], index.column())
        return None

    def words(self, item: Any, column: int) -> str:
        """What a cell says in words, for screen readers and for typing to a row."""
        return str(getattr(item, "title", "")) if column == 0 else ""


class RowDelegate(QStyledItemDelegate):
    """Paints the ground of a row and lets `draw` paint what stands on it.

    With `inset` the row reaches so many px beyond its contents on both sides: the view then stands that much further
    left than the heading above it, and the letters align.
    """

    def __init__(self, look: Look, height: int = 0, inset: int = 0) -> None:
        super().__init__()
        self.look = look
        self.height = height or look.size("row")
        self.inset = inset

    def draw(self, painter: QPainter, rect: QRectF, item: Any, *, selected: bool) -> None:
        """Paint a value inside `rect`."""

    def row_height(self, item: Any) -> int:
        """The height of a value's row in px."""
        return self.height

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The row's height."""
        return QSize(120, self.row_height(index.data(ITEM)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground, then the value."""
        rect = QRectF(option.rect)
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        self.ground(painter, rect, option, selected=selected)
        painter.setClipRect(rect)
        self.draw(painter, rect.adjusted(self.inset, 0, -self.inset, 0), index.data(ITEM), selected=selected)
        painter.restore()

    def ground(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, *, selected: bool) -> None:
        """Paint selection or hover and the line below."""
        view = option.widget
        focused = isinstance(view, QAbstractItemView) and view.hasFocus()
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        paint_ground(painter, rect, self.look, selected=selected, focused=focused, hovered=hovered, line=False)
        line = QRectF(rect.left() + self.inset, rect.bottom() - 1, rect.width() - 2 * self.inset, 1)
        if not selected:
            painter.fillRect(line, self.look.colour("line"))

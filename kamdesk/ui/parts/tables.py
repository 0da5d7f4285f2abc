"""A table of rows: whole rows are selected, a head of quiet words sorts, Enter opens, Delete removes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QTableView

from kamdesk.ui.look import Look
from kamdesk.ui.parts.painters import CENTRE, LEFT, RIGHT, paint_ground, paint_text, square, text_width
from kamdesk.ui.parts.rows import ITEM, Index, RowDelegate, Rows
from kamdesk.ui.parts.walked_rows import WalkedRows

_SELECTED = QStyle.StateFlag.State_Selected
_LEAST = 0.6  # of its width, which a stretching column keeps in a narrow window


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `width` in px at 100 % text, `sort` gives what its rows are ordered by (None last), None: no order."""

    name: str
    label: str
    width: int
    align: Qt.AlignmentFlag = LEFT
    sort: Callable[[Any], Any] | None = None
    stretch: bool = False
    descending: bool = False  # how it sorts at first


class ColumnRows(Rows):
    """Rows that know the columns they are shown in."""

    columns: tuple[Column, ...]

    def __init__(self, look: Look, key: Callable[[Any], str] = attrgetter("key")) -> None:
        super().__init__(key)
        self.look = look

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """How many columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The label of a column."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.look.tr(self.columns[section].label)
        return None


class Table(WalkedRows, QTableView):
    """Rows in columns. `ordered` tells that another order was asked for; the owner then shows the rows in it."""

    ordered = Signal()

    def __init__(
        self, look: Look, rows: Rows, columns: Sequence[Column], delegate: TableDelegate, spoken: str, gutter: int = 0
    ) -> None:
        super().__init__()
        self.look, self.columns = look, tuple(columns)
        self.walk(rows)
        self.hovered = -1
        self._delegate = delegate  # a view does not own its delegate
        self._order = (next((at for at, column in enumerate(columns) if column.sort), -1), False)
        self.setItemDelegate(delegate)
        self.setAccessibleName(spoken)
        self._head = TableHead(look, self, gutter)
        self.setHorizontalHeader(self._head)
        self._dress()
        self.entered.connect(self._hover)

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self._delegate.height)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self._head.lay()

    def keep_given_order(self) -> None:
        """Show rows in the order they come in, until another one is asked for."""
        self._order = (-1, False)

    def order(self) -> tuple[int, bool]:
        """The column the rows are in the order of, and whether it runs downwards; -1 without one."""
        return self._order

    def set_order(self, column: int, *, descending: bool) -> None:
        """Ask for an order."""
        if (column, descending) != self._order and self.columns[column].sort:
            self._order = (column, descending)
            self._head.viewport().update()
            self.ordered.emit()

    def in_order(self, items: Sequence[Any]) -> list[Any]:
        """These items in the order asked for; what has nothing to be ordered by comes last either way."""
        at, descending = self._order
        by = self.columns[at].sort if at >= 0 else None
        if by is None:
            return list(items)
        known = [(by(item), item) for item in items]
        told = sorted((pair for pair in known if pair[0] is not None), key=_first, reverse=descending)
        return [item for _, item in told] + [item for value, item in known if value is None]

    def show_rows(self, items: Sequence[Any]) -> None:
        """Show these rows in the order asked for."""
        self.put_rows(self.in_order(items))
        self.executeDelayedItemsLayout()  # Qt would first paint the rows where they were, and then once more

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which row is current now."""
        super().currentChanged(current, previous)
        if current.row() != previous.row() or current.isValid() != previous.isValid():
            self.chosen.emit(self.model_of_rows.key_of(current))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the last columns out where the window is too narrow for all."""
        super().resizeEvent(event)
        self._head.leave_out(self.viewport().width())

    def _hover(self, index: QModelIndex) -> None:
        if index.row() != self.hovered:
            self.hovered = index.row()
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the grounds of whole rows first, then the cells over them."""
        painter = QPainter(self.viewport())
        width = self.viewport().width()
        first = max(0, self.rowAt(event.rect().top()))
        for row in range(first, self.model_of_rows.rowCount()):
            top = self.rowViewportPosition(row)
            if top > event.rect().bottom():
                break
            rect = QRectF(0, top, width, self.rowHeight(row))
            paint_ground(painter, rect, self.look, hovered=row == self.hovered)
        painter.end()
        super().paintEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """No row is hovered when the mouse is gone."""
        if event.type() == QEvent.Type.Leave and self.hovered >= 0:
            self.hovered = -1
            self.viewport().update()
        return super().viewportEvent(event)


def _first(pair: tuple[Any, Any]) -> Any:
    return pair[0]


class TableHead(QHeaderView):
    """Quiet words above the columns; a click or the mouse's second one orders the rows."""

    def __init__(self, look: Look, table: Table, gutter: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.look, self._table, self._gutter = look, table, gutter
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFixedHeight(look.size("row_head"))
        self.setMinimumSectionSize(look.theme.px(28))
        self.sectionClicked.connect(self._sort)

    def lay(self) -> None:
        """Give every column its width."""
        for at, column in enumerate(self._table.columns):
            extra = self._gutter if at == 0 else 0
            self.resizeSection(at, self.look.theme.px(column.width) + extra)
            stretch = QHeaderView.ResizeMode.Stretch if column.stretch else QHeaderView.ResizeMode.Interactive
            self.setSectionResizeMode(at, stretch)

    def leave_out(self, room: int) -> None:
        """Hide columns from the right until the one that stretches keeps a good part of its width."""
        columns, px = self._table.columns, self.look.theme.px
        least = [round(px(column.width) * (_LEAST if column.stretch else 1)) for column in columns]
        needed = self._gutter + sum(least)
        for at in range(len(columns) - 1, 0, -1):
            hidden = needed > room and not columns[at].stretch
            needed -= least[at] if hidden else 0
            if self.isSectionHidden(at) != hidden:
                self.setSectionHidden(at, hidden)

    def _sort(self, at: int) -> None:
        column, (current, descending) = self._table.columns[at], self._table.order()
        if column.sort:
            self._table.set_order(at, descending=not descending if at == current else column.descending)

    def sizeHint(self) -> QSize:
        """The height of the head."""
        return QSize(super().sizeHint().width(), self.look.size("row_head"))

    def paintSection(self, painter: QPainter, rect: QRect, at: int) -> None:
        """Paint a column's words, dark and with an arrow when the rows are in its order."""
        look, column = self.look, self._table.columns[at]
        area = QRectF(rect)
        painter.save()
        painter.fillRect(area, look.colour("canvas"))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), look.colour("edge"))
        current, descending = self._table.order()
        inner = cell(area, look, self._gutter if at == 0 else 0)
        ink = look.colour("text" if at == current else "muted")
        font, arrow = look.font("small", 500 if at == current else 0), look.theme.px(14)
        label = look.tr(column.label)
        wide = text_width(label, font) + (arrow if at == current else 0)
        if column.align == RIGHT:
            inner.setLeft(max(inner.left(), inner.right() - wide))
        elif column.align == CENTRE:
            inner.setLeft(max(inner.left(), inner.center().x() - wide / 2))
        used = paint_text(painter, inner.adjusted(0, 0, -arrow if at == current else 0, 0), label, font, ink)
        if at == current:
            middle = QPointF(inner.left() + used + arrow / 2 + 2, inner.center().y())
            look.icons.paint(
                painter, square(middle, look.theme.px(12)), "arrow-down" if descending else "arrow-up", "text"
            )
        painter.restore()


def cell(rect: QRectF, look: Look, gutter: int = 0) -> QRectF:
    """The room for the contents of a cell; the first column's begins at the gutter."""
    px = look.theme.px
    return rect.adjusted(gutter or px(8), 0, -px(8), 0)


class TableDelegate(RowDelegate):
    """Paints the ground of a whole row and lets `draw_cell` paint a cell; `gutter` px are free at the left."""

    def __init__(self, look: Look, height: int = 0, gutter: int = 0) -> None:
        super().__init__(look, height)
        self.gutter = gutter

    def draw_cell(self, painter: QPainter, rect: QRectF, item: Any, column: int, *, selected: bool) -> None:
        """Paint one cell of a value inside `rect`."""

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        """Paint a cell; the ground of its row is there already, but for a selected one, which the style paints over."""
        rect, column = QRectF(option.rect), index.column()
        selected = bool(option.state & _SELECTED)
        painter.save()
        if selected:
            focused = bool(option.widget and option.widget.hasFocus())
            paint_ground(painter, rect, self.look, selected=True, focused=focused, bar=column == 0)
        painter.setClipRect(rect)
        inner = cell(rect, self.look, self.gutter if column == 0 else 0)
        self.draw_cell(painter, inner, index.data(ITEM), column, selected=selected)
        painter.restore()

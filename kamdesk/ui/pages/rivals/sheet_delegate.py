"""How a cell of the sheet is painted, and kept as a picture until it says or looks something else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyledItemDelegate

from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.cells import NEED, SheetRow
from kamdesk.ui.pages.rivals.paint import CellPainter
from kamdesk.ui.pages.rivals.rows import SheetModel
from kamdesk.ui.parts.painters import paint_focus, paint_ground, rounded
from kamdesk.ui.parts.rows import Index

if TYPE_CHECKING:
    from kamdesk.ui.pages.rivals.sheet import SheetView

_MOST = 1200  # pictures of cells, some 25 kB each


class _Manner(NamedTuple):
    """What the look of a cell depends on, besides what it says."""

    width: int
    height: int
    selected: bool
    in_row: bool
    hovered: bool
    ringed: bool
    focused: bool
    asking: str
    today: object
    through_eyes: bool


class SheetDelegate(QStyledItemDelegate):
    """Paints the ground of the row, the cell, and the ring where the keyboard is.

    Folding and measuring words takes most of the time, so a painted cell is kept: an arrow key or scrolling sideways
    then costs no more than copying pictures.
    """

    def __init__(self, look: Look, model: SheetModel) -> None:
        super().__init__()
        self.look, self._model = look, model
        self.cells = CellPainter(look, model)
        self._kept: dict[tuple[str, str, _Manner], tuple[SheetRow, QImage]] = {}

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        """Paint one cell."""
        item, name = self._model.item(index), self._model.columns[index.column()]
        manner = self._manner(option, index)
        key = (item.key, name, manner)
        known = self._kept.get(key)
        ratio = painter.device().devicePixelRatioF()
        if known is None or known[0] is not item or known[1].devicePixelRatio() != ratio:
            if len(self._kept) > _MOST:
                self._kept.clear()
            known = self._kept[key] = (item, self._picture(item, name, manner, ratio))
        painter.drawImage(option.rect.topLeft(), known[1])

    def _manner(self, option: Any, index: Index) -> _Manner:
        view: SheetView = option.widget
        now = view.currentIndex()
        in_row = now.row() == index.row()
        return _Manner(
            width=option.rect.width(),
            height=option.rect.height(),
            selected=view.selectionModel().isSelected(index) if view.many else in_row,
            in_row=in_row,
            hovered=view.hovered == index.row(),
            ringed=in_row and now.column() == index.column() and view.hasFocus(),
            focused=in_row and view.has_keyboard(),
            asking=self.cells.asking,
            today=self._model.today,
            through_eyes=self._model.through_eyes,
        )

    def _picture(self, item: SheetRow, name: str, manner: _Manner, ratio: float) -> QImage:
        look, rect = self.look, QRectF(0, 0, manner.width, manner.height)
        size = QSize(round(manner.width * ratio), round(manner.height * ratio))
        picture = QImage(size, QImage.Format.Format_RGB32)  # unlike a pixmap it may outlive the window system
        picture.setDevicePixelRatio(ratio)
        picture.fill(look.colour("canvas"))
        painter = QPainter(picture)
        paint_ground(painter, rect, look, selected=manner.selected, hovered=manner.hovered, bar=False)
        if manner.in_row and name == NEED:
            ink = look.colour("accent" if manner.focused else "field")
            painter.fillRect(QRectF(0, 0, look.size("bar"), rect.height()), ink)
        if manner.ringed:
            ring = rect.adjusted(1, 1, -1, -2)
            rounded(painter, ring, look.theme.radius("control"), look.colour("canvas"))
            paint_focus(painter, ring, look)
        self.cells.paint(painter, rect, item, name, telling=manner.in_row or manner.hovered)
        painter.end()
        return picture

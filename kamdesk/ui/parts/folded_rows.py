"""Lists whose rows fold their words to the width there is, stacked in a column that the arrows walk through."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from kamdesk.ui.look import Look
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.rows import Index, RowDelegate
from kamdesk.ui.parts.scrolled import bring_into_view


class FoldedDelegate(RowDelegate):
    """A delegate that knows how wide its rows are, so that their height can follow from their words."""

    def __init__(self, look: Look, height: int = 0, inset: int = 0) -> None:
        super().__init__(look, height, inset)
        self.width = look.theme.px(240)  # of the words, without the inset; its list keeps it true


class FoldedList(RowList):
    """A list as high as its rows. Where the arrows leave it, it says so and the page walks on."""

    left_by = Signal(int, int)  # columns, rows: (0, 1) is down over the end
    f2 = Signal(str)  # the key of the current row
    moving = Signal(str, int)  # the key of the current row, by how many places: Alt and an arrow

    def __init__(self, delegate: FoldedDelegate, spoken: str) -> None:
        super().__init__(delegate, spoken, growing=True)
        self._folding = delegate

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold anew."""
        width = self.viewport().width() - 2 * self._folding.inset
        if width != self._folding.width and width > 0:
            self._folding.width = width
            self.updateGeometry()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk on over the ends and to the sides; F2 edits, Alt and an arrow move the row."""
        rows, at = self.model_of_rows.rowCount(), self.currentIndex().row()
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0)}.get(key)
        if key == Qt.Key.Key_Down and at >= rows - 1:
            step = (0, 1)
        elif key == Qt.Key.Key_Up and at <= 0:
            step = (0, -1)
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key)
        if by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moving.emit(self.current_key(), by)
        elif plain and step:
            self.left_by.emit(*step)
        elif plain and key == Qt.Key.Key_F2:
            self.f2.emit(self.current_key())
        else:
            super().keyPressEvent(event)

    def enter_from(self, step: int) -> None:
        """Take the keyboard, at the first row when it comes from above, else at the last."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        last = self.model_of_rows.rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self.model_of_rows.index(0 if step > 0 else last, 0))

    def row_rect(self, key: str) -> QRectF:
        """Where a row is, in the list's own coordinates; empty when it is not here."""
        index: Index = self.model_of_rows.index_of(key)
        return QRectF(self.visualRect(index)) if index.isValid() else QRectF()

    def reveal(self, key: str) -> None:
        """Scroll the page to a row while the keyboard is here."""
        if self.hasFocus():
            bring_into_view(self, self.row_rect(key).toRect())

    def sizeHint(self) -> QSize:
        """As high as the rows in the width there is."""
        return QSize(120, super().sizeHint().height())


def walk_on(lists: Sequence[FoldedList], left: object, down: int) -> None:
    """Go on from the list that the arrows left to the next one that is shown; `down` is -1 for upwards."""
    shown = [rows for rows in lists if not rows.isHidden()]
    here = next((at for at, rows in enumerate(shown) if rows is left), None)
    if here is not None and down and 0 <= here + down < len(shown):
        shown[here + down].enter_from(down)

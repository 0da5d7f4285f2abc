"""The sheet: arrows move the cell, typing or Enter edits it, Tab goes on, Delete clears, Alt with arrows ranks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QToolTip

from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.drag import DraggedRows
from kamdesk.ui.pages.rivals.head import SheetHead
from kamdesk.ui.pages.rivals.paint import SheetDelegate
from kamdesk.ui.pages.rivals.rows import TACTIC, SheetModel
from kamdesk.ui.parts.rows import Index

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class SheetView(DraggedRows):
    """As high as its rows; the page scrolls."""

    editing = Signal(str)  # edit the current cell, beginning with this text
    composing = Signal(object)  # an input method began to compose in the current cell
    clearing = Signal()  # Delete
    acting = Signal()  # Enter on a tactic
    walked = Signal(str)  # another need is the current one

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.rows = SheetModel(look, self)
        self.cells = SheetDelegate(look, self.rows)
        self.head = SheetHead(look, self.rows)
        self.hovered = -1
        self.being_edited = False
        self.setModel(self.rows)
        self.setItemDelegate(self.cells)
        self.setHorizontalHeader(self.head)
        self.setAccessibleName(look.tr("Needs compared"))
        self._dress()
        self.entered.connect(self._hover)
        self.doubleClicked.connect(self._open)

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.look.size("row_sheet"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def has_keyboard(self) -> bool:
        """True while the keyboard is in the sheet, or in the editor that lies over a cell of it."""
        return self.hasFocus() or self.being_edited

    @property
    def key(self) -> str:
        """The current need."""
        return self.rows.key_of(self.currentIndex())

    @property
    def column(self) -> str:
        """The current column: NEED, WEIGHT, WANTS, US, TACTIC or the key of a rival."""
        index = self.currentIndex()
        return self.rows.columns[index.column()] if index.isValid() else ""

    def go(self, key: str, column: str = "") -> bool:
        """Make a cell the current one; the column stays where none is named. False when the need is not here."""
        columns = self.rows.columns
        wanted = column or self.column
        index = self.rows.index_of(key, columns.index(wanted) if wanted in columns else 0)
        if index.isValid():
            self.setCurrentIndex(index)
        return index.isValid()

    def step(self, way: str) -> bool:
        """Go "down", "right" or "left"; False at the end, where there is nowhere to go."""
        index = self.currentIndex()
        rows, columns = self.rows.rowCount(), self.rows.columnCount()
        if not index.isValid():
            return False
        at = index.row() * columns + index.column() + {"right": 1, "left": -1, "down": columns}.get(way, 0)
        if 0 <= at < rows * columns:
            self.setCurrentIndex(self.rows.index(at // columns, at % columns))
            return True
        return False

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which need is current now."""
        super().currentChanged(current, previous)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, self.column not in ("", TACTIC))
        if current.row() != previous.row() or current.isValid() != previous.isValid():
            self.walked.emit(self.rows.key_of(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a sheet."""
        key, held = Qt.Key(event.key()), event.modifiers() & _HELD
        if held == Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moving.emit(1 if key == Qt.Key.Key_Down else -1)
        elif held:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clearing.emit()
        elif event.text().isprintable() and event.text().strip():
            if self.column in ("", TACTIC):
                event.ignore()
            else:
                self.editing.emit(event.text())
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Chinese is composed right in the cell."""
        if self.column not in ("", TACTIC) and (event.preeditString() or event.commitString()):
            self.composing.emit(event)
        else:
            event.ignore()

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab goes on to the next cell, and out of the sheet after the last."""
        return self.step("right" if following else "left") or super().focusNextPrevChild(following)

    def viewportEvent(self, event: QEvent) -> bool:
        """A tooltip says in words what a cell says; no row is hovered when the mouse is gone."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            QToolTip.showText(event.globalPos(), str(index.data() or ""), self)
            return True
        if event.type() == QEvent.Type.Leave:
            self.hovered = -1
            self.viewport().update()
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is as soon as it comes."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The bar of the selection turns grey."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns share the room."""
        super().resizeEvent(event)
        self.head.share_out(self.viewport().width())
        self.updateGeometry()

    def fit(self) -> None:
        """Take the room of rows and columns as they are now."""
        self.head.share_out(self.viewport().width())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Head and rows, and the bar to scroll sideways where there is one."""
        rows = self.rows.rowCount() * self.look.size("row_sheet")
        bar = self.horizontalScrollBar().sizeHint().height() if self.head.length() > self.viewport().width() else 0
        return QSize(480, self.head.height() + rows + bar)

    def minimumSizeHint(self) -> QSize:
        """The same: it never scrolls up and down by itself."""
        return QSize(240, self.sizeHint().height())

    def _hover(self, index: QModelIndex) -> None:
        if index.row() != self.hovered:
            self.hovered = index.row()
            self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        if self.column == TACTIC:
            self.acting.emit()
        elif index.isValid():
            self.editing.emit("")

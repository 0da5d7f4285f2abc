"""The sheet as a spreadsheet: arrows, typing, Enter and Tab, a range of cells, copy and paste, fill down, ranking."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QToolTip

from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.cells import NEED, TACTIC
from kamdesk.ui.pages.rivals.head import SheetHead
from kamdesk.ui.pages.rivals.sheet_delegate import SheetDelegate
from kamdesk.ui.pages.rivals.sheet_keys import edit_key, is_typed, is_unknown
from kamdesk.ui.pages.rivals.walked_cells import WalkedCells

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MANY = 8  # from so many needs on the rows are lower
_LOW_ROW = 48  # px at 100 % text


class SheetView(WalkedCells):
    """As high as its rows; the page scrolls up and down, the sheet itself sideways."""

    opening = Signal()  # Enter: everything that is known of the current cell
    editing = Signal(str)  # edit the current cell, beginning with this text
    composing = Signal(object)  # an input method began to compose in the current cell
    clearing = Signal()  # Delete, or "?": the chosen cells are unknown
    working = Signal(str)  # COPY, CUT, PASTE or FILL
    acting = Signal()  # Enter on a tactic

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.delegate = SheetDelegate(look, self.rows)
        self.cells = self.delegate.cells
        self.head = SheetHead(look, self.rows, self)
        self.hovered = -1
        self.being_edited = False
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(look.tr("Needs compared"))
        self._dress()
        self.entered.connect(self._hover)
        self.doubleClicked.connect(self._type_over)

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().hide()  # the page sets the head above what scrolls
        self.horizontalHeader().setMinimumSectionSize(self.look.theme.px(40))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.look.size("row_sheet"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def has_keyboard(self) -> bool:
        """True while the keyboard is in the sheet, or in the editor that lies over a cell of it."""
        return self.hasFocus() or self.being_edited

    def event(self, event: QEvent) -> bool:
        """What a cell takes is no shortcut of the page."""
        overriding = event.type() == QEvent.Type.ShortcutOverride
        if overriding and isinstance(event, QKeyEvent) and self._takes(event):
            event.accept()
            return True
        return super().event(event)

    def _takes(self, event: QKeyEvent) -> bool:
        return bool(edit_key(event)) or (is_typed(event) and self.rows.is_typed(self.column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a spreadsheet."""
        key, held = Qt.Key(event.key()), event.modifiers()
        if deed := edit_key(event):
            self.working.emit(deed)
        elif held & Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moving.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in _ENTER and not held & ~Qt.KeyboardModifier.KeypadModifier:
            self._open(self.currentIndex())
        elif key == Qt.Key.Key_F2:
            self._type_over(self.currentIndex())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clearing.emit()
        elif key == Qt.Key.Key_Escape and self.many:
            self.setCurrentIndex(self.currentIndex())
        elif is_typed(event):
            self._type(event)
        elif event.text().strip() and event.text().isprintable():
            event.ignore()  # a key of the page
        else:
            super().keyPressEvent(event)

    def _type(self, event: QKeyEvent) -> None:
        if not self.rows.is_typed(self.column):
            event.ignore()
        elif is_unknown(event.text()) and self.column != NEED:
            self.clearing.emit()
        else:
            self.editing.emit(event.text())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Chinese is composed right in the cell; the wide question mark means unknown as the narrow one does."""
        words = event.preeditString() or event.commitString()
        if not words or not self.rows.is_typed(self.column):
            event.ignore()
        elif is_unknown(words) and self.column != NEED:
            self.clearing.emit()
        else:
            self.composing.emit(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu key and the right button open the menu of the rival whose column it is."""
        self.head.ask_for(self.column)

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
            self._hover(QModelIndex())
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

    @property
    def row_height(self) -> int:
        """The height of a row in px: less where there are many needs."""
        return self.look.theme.px(_LOW_ROW) if self.rows.rowCount() > _MANY else self.look.size("row_sheet")

    def fit(self) -> None:
        """Take the room of rows and columns as they are now."""
        if self.verticalHeader().defaultSectionSize() != self.row_height:
            self.verticalHeader().setDefaultSectionSize(self.row_height)
        self.head.share_out(self.viewport().width())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All rows, and the bar to scroll sideways where there is one."""
        rows = self.rows.rowCount() * self.row_height
        bar = self.horizontalScrollBar().sizeHint().height() if self.moved() else 0
        return QSize(480, rows + bar)

    def minimumSizeHint(self) -> QSize:
        """The same: it never scrolls up and down by itself."""
        return QSize(240, self.sizeHint().height())

    def _hover(self, index: QModelIndex) -> None:
        if index.row() != self.hovered:
            before, self.hovered = self.hovered, index.row()
            self.keep_row_fresh(before)
            self.keep_row_fresh(self.hovered)

    def _open(self, index: QModelIndex) -> None:
        if self.column == TACTIC:
            self.acting.emit()
        elif index.isValid():
            self.opening.emit()

    def _type_over(self, index: QModelIndex) -> None:
        """F2 and a double click begin to type in the cell itself."""
        if self.column == TACTIC:
            self.acting.emit()
        elif index.isValid():
            self.editing.emit("")

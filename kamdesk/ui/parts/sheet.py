"""What lies over the whole window for a moment: a card on a scrim, closed by Esc or by a click beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.painters import rounded


class Sheet(QWidget):
    """Covers its parent and keeps the keyboard inside; gives it back where it was when it closes."""

    closed = Signal()

    def __init__(self, look: Look, parent: QWidget, width: int, top: int = 0) -> None:
        """A card of `width` px at 100 % text, `top` px below the window's edge, in the middle when that is 0."""
        super().__init__(parent)
        self.look = look
        self._width, self._top = look.theme.px(width), look.theme.px(top)
        self._over = parent
        self._before: QWidget | None = None
        self.card = QWidget(self)
        self.column = QVBoxLayout(self.card)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)
        parent.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show the sheet and take the keyboard."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
            if self._before is not None:
                self._before.destroyed.connect(self._forget)
        self._cover()
        self.show()
        self.raise_()
        self.take_focus()

    def close_sheet(self) -> None:
        """Hide the sheet and give the keyboard back."""
        if self.isHidden():
            return
        before, self._before = self._before, None
        self.hide()
        if before is not None:
            before.destroyed.disconnect(self._forget)
            if before.isVisible():
                before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def _forget(self) -> None:
        """The page below was made anew: what had the keyboard there is gone."""
        self._before = None

    def take_focus(self) -> None:
        """Put the keyboard where it is wanted first."""
        self.focusNextPrevChild(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window when it changes its size."""
        if event.type() == QEvent.Type.Resize and watched is self._over and self.isVisible():
            self._cover()
        return False

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab walks inside the sheet only."""
        inside = [
            widget
            for widget in self.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(self) and widget.isEnabled()
        ]
        if not inside:
            self.setFocus()
            return True
        here = QApplication.focusWidget()
        at = inside.index(here) + (1 if forwards else -1) if here in inside else 0
        reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
        inside[at % len(inside)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        else:
            event.accept()  # no key reaches what lies below

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the card closes."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.close_sheet()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint scrim and card."""
        look, painter = self.look, QPainter(self)
        painter.fillRect(self.rect(), look.colour("scrim"))
        edge = QPen(look.colour("edge"), 1)
        rounded(painter, QRectF(self.card.geometry()), look.theme.radius("tile"), look.colour("raised"), edge)
        painter.end()

    def fit(self) -> None:
        """Give the card the height its content wants."""
        self.column.activate()
        width = min(self._width, self.width() - self.look.theme.px(32))
        self.card.setFixedWidth(width)
        wanted = self.column.totalHeightForWidth(width) if self.column.hasHeightForWidth() else 0
        height = max(wanted, self.column.totalSizeHint().height())
        most = self.height() - max(self._top, self.look.theme.px(32)) - self.look.theme.px(32)
        height = min(height, most)
        top = self._top if self._top and self._top + height < self.height() else (self.height() - height) // 2
        self.card.setGeometry((self.width() - width) // 2, top, width, height)
        self.update()

    def _cover(self) -> None:
        self.setGeometry(self._over.rect())
        self.fit()

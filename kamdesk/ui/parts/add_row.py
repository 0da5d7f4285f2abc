"""A line below a list that adds to it: press it, type a name, Enter; the next one can follow at once."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.badges import keycap
from kamdesk.ui.parts.buttons import key_words
from kamdesk.ui.parts.fields import Line
from kamdesk.ui.parts.painters import left_square, paint_focus, paint_text, rounded


class AddRow(QWidget):
    """Words with a plus that turn into a field; `named` carries what was typed. `key` opens it inside `scope`."""

    named = Signal(str)
    tabbed = Signal()  # Tab followed a name that was handed over: who has something to fill in next takes the keyboard

    def __init__(self, look: Look, words: str, *, key: str = "", scope: QWidget | None = None) -> None:
        super().__init__()
        self.opener = _Opener(look, words, key_words(key))
        self.line = Line(look, words, words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, look.theme.px(3), 0, look.theme.px(3))
        row.addWidget(self.opener, 1)
        row.addWidget(self.line, 1)
        self.line.hide()
        self.setFixedHeight(look.size("row"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.opener.clicked.connect(self.open)
        self.line.entered.connect(self._enter)
        self.line.escaped.connect(self.close_line)
        self.line.departed.connect(self._depart)
        if key and scope is not None:
            shortcut = QShortcut(QKeySequence(key), scope)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.open)

    def open(self) -> None:
        """Show the field and put the keyboard into it."""
        self.opener.hide()
        self.line.show()
        self.line.setFocus()

    def is_open(self) -> bool:
        """True while the field is shown."""
        return not self.line.isHidden()

    def close_line(self) -> None:
        """Show the words again; what was typed is gone."""
        self.line.clear()
        if self.line.hasFocus():
            self.opener.show()
            self.opener.setFocus()
        self.line.hide()
        self.opener.show()

    def _enter(self) -> None:
        words = self.line.text().strip()
        if words:
            self.line.clear()
            self.named.emit(words)
        else:
            self.close_line()

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab hands over what was typed, as it does in a sheet."""
        words = self.line.text().strip()
        if following and words and self.line.hasFocus():
            self.line.clear()
            self.named.emit(words)
            self.tabbed.emit()
            if not self.line.hasFocus():
                return True
        return super().focusNextPrevChild(following)

    def _depart(self) -> None:
        """Keep what was typed without Enter; close when there is nothing."""
        if not self.line.text().strip():
            self.close_line()


class _Opener(QAbstractButton):
    """Plus, words and key."""

    def __init__(self, look: Look, words: str, cap: str) -> None:
        super().__init__()
        self.look = look
        self._cap = cap
        self.setText(words)
        self.setAccessibleName(words)
        self.setFont(look.font())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A row of the list."""
        return QSize(200, self.look.size("field"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint plus, words and key."""
        look, px, painter = self.look, self.look.theme.px, QPainter(self)
        rect = QRectF(self.rect())
        if self.underMouse():
            rounded(painter, rect, look.theme.radius("control"), look.colour("hover"))
        look.icons.paint(painter, left_square(rect, look.size("icon")), "plus", "muted")
        words = rect.adjusted(px(28), 0, 0, 0)
        used = paint_text(painter, words, self.text(), self.font(), look.colour("text2"))
        if self._cap:
            keycap(painter, words.adjusted(used + px(10), 0, 0, 0), self._cap, look)
        if self.hasFocus():
            paint_focus(painter, rect, look)
        painter.end()

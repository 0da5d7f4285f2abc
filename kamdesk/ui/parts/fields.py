"""The bare fields of editors: one line and many lines that know what an input method is doing, and a notice."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.painters import square

PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)  # the keyboard comes back by itself
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LONGEST_LINE = 10_000


class FieldButton(QAbstractButton):
    """An icon inside a field that opens something; it never takes the keyboard."""

    def __init__(self, look: Look, icon: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self._icon = icon
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setFixedSize(look.theme.px(28), look.theme.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        painter = QPainter(self)
        box = square(QRectF(self.rect()).center(), self.look.size("icon"))
        self.look.icons.paint(painter, box, self._icon, "text" if self.underMouse() else "muted")
        painter.end()


class Line(QLineEdit):
    """One line of text. While an input method composes, Enter and Esc belong to it."""

    entered = Signal()  # Enter
    escaped = Signal()  # Esc
    departed = Signal()  # the keyboard went elsewhere

    def __init__(self, look: Look, spoken: str, placeholder: str = "") -> None:
        super().__init__()
        self._composing = False
        self._button: FieldButton | None = None
        self.setMaxLength(_LONGEST_LINE)
        self.setFixedHeight(look.size("field"))
        self.setAccessibleName(spoken)
        self.setPlaceholderText(placeholder)

    def add_button(self, look: Look, icon: str, words: str) -> FieldButton:
        """Put a button at the right end, inside the field; the mouse presses it, the keyboard has Alt+Down."""
        self._button = FieldButton(look, icon, words, self)
        self.setTextMargins(0, 0, self._button.width(), 0)
        return self._button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at its end."""
        super().resizeEvent(event)
        if self._button is not None:
            self._button.move(self.width() - self._button.width() - 2, (self.height() - self._button.height()) // 2)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember whether a text is being composed."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Enter and Esc."""
        opening = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if opening and self._button is not None:
            self._button.click()
        elif event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if not self._composing:
                self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            if not self._composing:
                self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard left for good."""
        super().focusOutEvent(event)
        if event.reason() not in PASSING:
            self._composing = False
            self.departed.emit()


class Lines(QPlainTextEdit):
    """Many lines of plain text, as high as they need within bounds; Tab goes on to the next field."""

    entered = Signal()  # Ctrl+Enter
    escaped = Signal()
    departed = Signal()

    def __init__(self, look: Look, spoken: str, placeholder: str = "", least: int = 3, most: int = 14) -> None:
        super().__init__()
        self._composing = False
        self._least, self._most = least, most
        self._extra = look.theme.px(20)  # the document's margin, padding and frame
        self.setTabChangesFocus(True)
        self.setAccessibleName(spoken)
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember whether a text is being composed."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def composing(self) -> bool:
        """True while an input method holds a text that is not finished."""
        return self._composing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter finishes, Esc gives up; Enter alone is a new line."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in _ENTER and control:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape and not self._composing:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard left for good."""
        super().focusOutEvent(event)
        if event.reason() not in PASSING:
            self._composing = False
            self.departed.emit()

    def _grow(self) -> None:
        lines = min(self._most, max(self._least, int(self.document().size().height())))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + self._extra)

    def sizeHint(self) -> QSize:
        """Wide by nature, as high as its lines."""
        return QSize(240, self.height())


class Notice(QWidget):
    """Icon and words below a field that say what is wrong with what was typed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        icon = QLabel()
        icon.setPixmap(look.icons.pixmap("circle-alert", "bad", look.theme.px(14)))
        self._words = Label(look, "", "small", "bad", wrap=True)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, look.theme.px(2), 0, 0)
        self.row.setSpacing(look.theme.px(6))
        self.row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addWidget(self._words, 1)
        self.hide()

    def say(self, problem: str) -> None:
        """Say what is wrong; "" hides the notice."""
        self._words.setText(problem)
        self.setVisible(bool(problem))


def repolish(widget: QWidget) -> None:
    """Let the style sheet look at a widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)

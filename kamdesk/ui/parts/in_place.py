"""A value that stands there as text and turns into its editor when it is clicked, or on Enter or F2."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.record import Field, Value
from kamdesk.ui.look import Look
from kamdesk.ui.parts.editor import Editor
from kamdesk.ui.parts.editors import editor_for
from kamdesk.ui.parts.folded import fold, line_height, paint_folded
from kamdesk.ui.parts.painters import paint_focus, rounded, text_width


class InPlace(QWidget):
    """One field of a record: `told` as text, `empty` in grey while there is no value, its editor on demand.

    The editor is made when it is first wanted: a page has many of these, and few are opened.
    What was typed wrongly stays in the editor with its sentence; Esc brings the value back.
    """

    committed = Signal(object)  # the new value

    def __init__(
        self,
        look: Look,
        field: Field,
        empty: str,
        *,
        role: str = "body",
        strong: bool = False,
        colour: str = "text",
        most: int = 1,
        wide: int = 0,
    ) -> None:
        """`wide` is the least width of the editor, in px at 100 %."""
        super().__init__()
        self.look, self.field, self._wide = look, field, wide
        self._editor: Editor | None = None
        self._value: Value = None
        self._today: date | None = None
        self.shown = _Shown(look, look.tr(field.label), empty, role=role, strong=strong, colour=colour, most=most)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.shown)
        across = QSizePolicy.Policy.Expanding if most > 1 else QSizePolicy.Policy.Maximum
        self.setSizePolicy(across, QSizePolicy.Policy.Preferred)
        self.setFocusProxy(self.shown)
        self.shown.clicked.connect(self.open)

    @property
    def editor(self) -> Editor:
        """The editor, made now if it was not wanted before."""
        if self._editor is None:
            made = self._editor = editor_for(self.look, self.field)
            made.hide()
            if self._wide:
                made.setMinimumWidth(self.look.theme.px(self._wide))
            if self._today is not None:
                made.today = self._today
            made.show_value(self._value)
            layout = self.layout()
            assert layout is not None
            layout.addWidget(made)
            QWidget.setTabOrder(self.shown, made.control)  # else Tab goes on from the end of the window
            made.committed.connect(self._commit)
            made.left.connect(self.close_editor)
        return self._editor

    def reckon_from(self, today: date) -> None:
        """The day that "in three days" counts from."""
        self._today = today
        if self._editor is not None:
            self._editor.today = today

    def show_value(self, value: Value, told: str, *, other: bool = False) -> None:
        """Show a value in these words; `other` when it is that of another record, so that what was typed goes."""
        self.shown.say(told)
        self._value = value
        if self._editor is None:
            return
        if other:
            self.editor.show_value(value)
            self.close_editor()
        else:
            self.editor.set_value(value)

    def is_open(self) -> bool:
        """True while the editor stands there."""
        return self._editor is not None and not self._editor.isHidden()

    def open(self) -> None:
        """Turn into the editor."""
        self.shown.hide()
        self.editor.show()
        self.setFocusProxy(self.editor)
        self.editor.start()

    def close_editor(self) -> None:
        """Turn into text again; the keyboard stays here if it was here."""
        if not self.is_open():
            return
        inside = self.editor.isAncestorOf(self.focusWidget()) and self.editor.control.hasFocus()
        self.shown.show()
        self.setFocusProxy(self.shown)
        if inside:
            self.shown.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.hide()

    def _commit(self, value: Value) -> None:
        self.close_editor()
        self.committed.emit(value)


class _Shown(QAbstractButton):
    """The text; a hover says that it can be changed."""

    def __init__(self, look: Look, label: str, empty: str, *, role: str, strong: bool, colour: str, most: int) -> None:
        super().__init__()
        self.look, self._label, self._empty = look, label, empty
        self._colour, self._most = colour, most
        self.setFont(look.fonts.bold(role) if strong else look.font(role))
        self._leading = line_height(self.font(), look.fonts.leading(role) if most > 1 else 0)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        wide = QSizePolicy.Policy.Expanding if most > 1 else QSizePolicy.Policy.Maximum
        policy = QSizePolicy(wide, QSizePolicy.Policy.Minimum if most > 1 else QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(most > 1)
        self.setSizePolicy(policy)
        self._reach = look.theme.px(6)
        self.say("")

    def say(self, told: str) -> None:
        """Show these words."""
        self.setText(told)
        self.setAccessibleName(f"{self._label}: {told or self._empty}")
        self.setToolTip(f"{self._label}  F2")
        self.updateGeometry()
        self.update()

    def _lines(self, width: float) -> tuple[str, ...]:
        words = self.text() or self._empty
        return fold(words, self.font(), width - 2 * self._reach, self._most) if self._most > 1 else (words,)

    def hasHeightForWidth(self) -> bool:
        """Several lines fold."""
        return self._most > 1

    def heightForWidth(self, width: int) -> int:
        """The height of the folded words."""
        return max(1, len(self._lines(width))) * self._leading + self.look.theme.px(6)

    def sizeHint(self) -> QSize:
        """As wide as the words."""
        words = self.text() or self._empty
        wide = round(text_width(words, self.font())) + 2 * self._reach + 2
        return QSize(min(wide, self.look.theme.px(640)), self.heightForWidth(max(wide, 120)))

    def minimumSizeHint(self) -> QSize:
        """A few characters; it elides."""
        return QSize(min(self.sizeHint().width(), self.look.theme.px(56)), self._leading + self.look.theme.px(6))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F2 open the editor."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, under a hover a dotted line below them."""
        look, painter = self.look, QPainter(self)
        rect = QRectF(self.rect())
        if self.underMouse() and self.isEnabled():
            rounded(painter, rect, look.theme.radius("control"), look.colour("hover"))
            painter.setPen(QPen(look.colour("field"), 1, Qt.PenStyle.DotLine))
            below = rect.bottom() - 1
            painter.drawLine(QPointF(rect.left() + self._reach, below), QPointF(rect.right() - self._reach, below))
        lines = self._lines(rect.width())
        ink = look.colour(self._colour if self.text() else "muted")
        top = (rect.height() - len(lines) * self._leading) / 2
        inner = rect.adjusted(self._reach, top, -self._reach, 0)
        paint_folded(painter, inner, lines, self.font(), ink, self._leading)
        if self.hasFocus():
            paint_focus(painter, rect, look)
        painter.end()

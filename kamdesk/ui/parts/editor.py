"""What every editor of a field is: it holds a value, tells when a person gave it another, and says what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kamdesk.client.record import Field, Record, Value
from kamdesk.ui.look import Look
from kamdesk.ui.parts.fields import Notice, repolish


class Editor(QWidget):
    """Edits one field. What is wrong is said below the control, stays there as typed, and is not committed."""

    committed = Signal(object)  # the new value
    left = Signal()  # editing ended and nothing changed
    creating = Signal(str)  # a link to a record that does not exist yet, by the words typed

    def __init__(self, look: Look, field: Field) -> None:
        super().__init__()
        self.look, self.field = look, field
        self.today = date.today()
        self._value: Value = None
        self._problem = ""
        self._notice = Notice(look)
        self._in_cell = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.control: QWidget = self
        self.words = look.words
        # why its owner does not want a value, in words, "" if it does; it must hold no widget: one that is part of a
        # ring of widgets and Python objects is freed in the wrong order
        self.refuse: Callable[[Value], str] | None = None

    def carry(self, control: QWidget, held: QWidget | None = None) -> None:
        """Set the control that takes the keyboard; `held` is what holds it when it is not alone."""
        self.control = control
        control.setAccessibleName(self.look.tr(self.field.label))
        control.setToolTip(self.look.tr(self.field.hint))
        self.setFocusProxy(control)
        self.column.addWidget(held or control)
        self.column.addWidget(self._notice)

    def value(self) -> Value:
        """The value as last set or committed."""
        return self._value

    def problem(self) -> str:
        """What is wrong with what was typed, "" when nothing is."""
        return self._problem

    def half_typed(self) -> bool:
        """True while something was typed that is neither committed nor given up."""
        return False

    def set_value(self, value: Value) -> None:
        """Take a value from outside; what is half typed stays as it is, and Esc then brings the new value."""
        kept = self.half_typed()
        self._value = value
        if not kept:
            self.put(value)

    def show_value(self, value: Value) -> None:
        """Take the value of another record: what was typed for the one before is gone."""
        self._value = value
        self.say("")
        self.put(value)

    def put(self, value: Value) -> None:
        """Put a value into the control."""
        raise NotImplementedError

    def offer(self, records: Sequence[Record]) -> None:
        """The records a link can point to; other editors have no use for them."""

    def give_up(self) -> None:
        """Forget what was typed and show the value again."""
        self.say("")
        self.put(self._value)
        self.left.emit()

    def accept(self, value: Value) -> None:
        """Commit a value if it is another one."""
        self.say("")
        if value == self._value:
            self.put(value)
            self.left.emit()
            return
        if self.refuse is not None and (problem := self.refuse(value)):
            self.say(problem)
            return
        self._value = value
        self.put(value)
        self.committed.emit(value)

    def say(self, problem: str) -> None:
        """Say what is wrong below the field, "" when it is mended."""
        if problem == self._problem:
            return
        self._problem = problem
        self._notice.say(problem)
        self.control.setProperty("wrong", "true" if problem else "false")
        self.control.setAccessibleDescription(problem)
        repolish(self.control)
        if self._in_cell:
            self._place_notice()

    def live_in_cell(self) -> None:
        """Stand in a table's cell: no frame, and the notice floats below."""
        self._in_cell = True
        self.setAutoFillBackground(True)
        self.column.removeWidget(self._notice)
        self._notice.setParent(self.parentWidget())
        self._notice.setAutoFillBackground(True)
        self._notice.hide()
        self.destroyed.connect(self._notice.deleteLater)

    def _place_notice(self) -> None:
        self._notice.setFixedWidth(max(self.width(), self.look.theme.px(220)))
        self._notice.adjustSize()
        below = self.geometry().bottomLeft() + QPoint(0, 1)
        held_by = self.parentWidget()
        if held_by and below.y() + self._notice.height() > held_by.height():
            below = self.geometry().topLeft() - QPoint(0, self._notice.height())
        self._notice.move(below)
        self._notice.raise_()

    def draft(self) -> str:
        """What was typed and could not be committed, "" when there is nothing of that kind."""
        return ""

    def bring(self, draft: str) -> None:
        """Show again what was typed and could not be committed."""

    def start(self, words: str = "") -> None:
        """Take the keyboard; with `words` replace what is there by them."""
        self.control.setFocus(Qt.FocusReason.OtherFocusReason)

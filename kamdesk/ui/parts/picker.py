"""A field that asks for one record: typing narrows, Enter or a click picks; leaving it picks nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kamdesk.client.record import Record
from kamdesk.ui.look import Look
from kamdesk.ui.parts.fields import Notice
from kamdesk.ui.parts.named_line import NamedLine


class Picker(QWidget):
    """Hidden until `ask`; then it has the keyboard, and goes away by itself."""

    picked = Signal(str)  # the key of a record
    named = Signal(str)  # Enter twice on a name that is not here: somebody or something new
    closed = Signal()  # Esc: the keyboard goes back to where it came from
    gone = Signal()  # it is hidden again, whatever became of it

    def __init__(self, look: Look, words: str, *, new: str = "") -> None:
        """`new` says, with {name} in it, what a second Enter does with an unknown name; "" when it does nothing."""
        super().__init__()
        self.look, self._new = look, new
        self._unknown = ""
        self.line = NamedLine(look, words, words)
        self._notice = Notice(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(self._notice)
        self.setFocusProxy(self.line)
        self.line.taken.connect(self._take)
        self.line.entered.connect(self._enter)
        self.line.escaped.connect(self._escape)
        self.line.departed.connect(self._depart)
        self.line.textEdited.connect(self._type)
        self.hide()

    def offer(self, records: Sequence[Record]) -> None:
        """What can be picked; of two with the same name the second is told apart by a number."""
        self.line.offer(records)

    def ask(self) -> None:
        """Show the field and take the keyboard."""
        self.line.clear()
        self._say("")
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self) -> None:
        words, found = self.line.words(), self.line.found()
        if words and len(found) == 1:
            self._take(found[0])
        elif words and found:
            self.line.completer().complete()
        elif words and self._unknown == words and self._new:
            self._go()
            self.named.emit(words)
        elif words:
            self._unknown = words
            told = self.look.tr("Nothing here is called “{name}”.", name=words[:40])
            self._say(" ".join(filter(None, (told, self._new.format(name=words[:40])))))

    def _take(self, key: str) -> None:
        self._go()
        self.picked.emit(key)

    def _type(self, _words: str) -> None:
        self._say("")

    def _escape(self) -> None:
        self.closed.emit()
        self._go()

    def _depart(self) -> None:
        if not self.line.words():
            self._go()

    def _go(self) -> None:
        self.line.clear()
        self._say("")
        self.hide()
        self.gone.emit()

    def _say(self, problem: str) -> None:
        if not problem:
            self._unknown = ""
        self._notice.say(problem)
        self.line.setAccessibleDescription(problem)

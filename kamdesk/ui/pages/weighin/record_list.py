"""Records in a weigh-in's row: a line each that is pressed to change it, and below them the way to write one more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.record import Record
from kamdesk.desk.weighin import Sitting
from kamdesk.ui.look import Look
from kamdesk.ui.parts.line_button import LineButton


class RecordLine(LineButton):
    """One record; pressed it is changed."""

    picked = Signal(object)  # the record
    removed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.record: Record | None = None
        self.clicked.connect(self._tell)
        self.removing.connect(self._remove)

    def _tell(self) -> None:
        self.picked.emit(self.record)

    def _remove(self) -> None:
        self.removed.emit(self.record)


class RecordList(QWidget):
    """The lines and the line that adds one. Its form stands below and tells when it is `closed`; what is written in it
    goes to whoever opened the row."""

    kept = Signal(object, object)  # the record before (None for a new one) and after
    removed = Signal(object)
    closed = Signal()
    grown = Signal()

    def __init__(self, look: Look, add: str, key: str) -> None:
        super().__init__()
        self.look = look
        self._sitting: Sitting | None = None
        self._current, self._is_open = False, True
        self._lines: list[RecordLine] = []
        self._add = LineButton(look, add, icon="plus", key=key)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._add)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._add.clicked.connect(self._open_new)

    @property
    def writing(self) -> bool:
        """True while the form is open."""
        return False

    def show_current(self, current: bool) -> None:
        """Stand in the current row."""
        self._current = current
        self._fill()

    def open_form(self, record: Record | None = None) -> None:
        """Open the form for a new record, or for one that shall be changed."""
        self._fill()
        self.grown.emit()

    def _fill(self) -> None:
        """Show the lines anew; what has lines says here which."""
        self._add.setVisible(self._current and self._is_open and not self.writing)
        self.updateGeometry()

    def _lines_for(self, make: type[RecordLine], records: Sequence[Record]) -> Sequence[RecordLine]:
        """As many lines as there are records, each knowing its own; the others are put away."""
        while len(self._lines) < len(records):
            line = make(self.look)
            line.picked.connect(self.open_form)
            line.removed.connect(self._remove)
            self._column.insertWidget(len(self._lines), line)
            self._lines.append(line)
        shown = self._lines[: len(records)]
        for line, record in zip(shown, records, strict=True):
            line.record = record
            line.setEnabled(self._is_open)
            line.show()
        for line in self._lines[len(records) :]:
            line.hide()
        return shown

    def _open_new(self) -> None:
        self.open_form()

    def _remove(self, record: Record) -> None:
        if self._is_open:
            self.removed.emit(record)

    def _closed(self) -> None:
        self._fill()
        self.closed.emit()

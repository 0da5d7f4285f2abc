"""A column of a visit's preparation: a numbered head, and lists below it that the arrows walk through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.client import Client
from kamdesk.client.record import Record
from kamdesk.client.visit_records import Visit
from kamdesk.ui.look import Look
from kamdesk.ui.parts.add_row import AddRow
from kamdesk.ui.parts.figures import Keycap
from kamdesk.ui.parts.folded_rows import FoldedDelegate, FoldedList
from kamdesk.ui.parts.labels import Heading, Paragraph, Rule

_ARROWS: dict[int, tuple[int, int]] = {  # columns, rows
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}


@dataclass(frozen=True, slots=True)
class Opening:
    """A record to open in the card: the fields to show, the first one to type into, the list its row stands in."""

    record: Record
    names: tuple[str, ...]
    start: str
    rows: FoldedList


class Block(QWidget):
    """One list with its heading, a sentence while it is empty, and the line that adds to it."""

    def __init__(
        self,
        look: Look,
        heading: str,
        delegate: FoldedDelegate,
        *,
        adding: str = "",
        empty: str = "",
        number: int = 0,
        key: str = "",
        scope: QWidget | None = None,
    ) -> None:
        super().__init__()
        theme = look.theme
        self.heading = Heading(look, heading)
        if number:
            self.heading.row.insertWidget(0, Keycap(look, str(number)))
        self.rows = FoldedList(delegate, heading)
        self._empty = Paragraph(look, empty, "small", "muted")
        self.adding = AddRow(look, adding, key=key, scope=scope) if adding else None
        inset = delegate.inset
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.heading, Rule(look, colour="edge"), self._empty, self.rows, self.adding):
            if widget is not None:
                beside = 0 if widget is self.rows else inset  # the rows reach beyond the heading
                held = QHBoxLayout()
                above, below = (0, 8) if widget is self.heading else (8, 2) if widget is self._empty else (0, 0)
                held.setContentsMargins(beside, theme.px(above), beside, theme.px(below))
                held.addWidget(widget)
                column.addLayout(held)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows, or the sentence."""
        self.rows.show_rows(rows)
        self.rows.setVisible(bool(rows))
        self._empty.setVisible(not rows and bool(self._empty.text()))

    def stops(self) -> list[QWidget]:
        """Where the keyboard can stand, from above."""
        line = [self.adding] if self.adding else []
        return [*([self.rows] if not self.rows.isHidden() else []), *line]


class VisitColumn(QWidget):
    """The base of the three columns."""

    did = Signal(object)  # Step
    opening = Signal(object)  # Opening
    moved = Signal()  # the keyboard went to another row
    sidled = Signal(int)  # to the column at the left (-1) or right (1)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.client: Client | None = None
        self.visit: Visit | None = None
        self.blocks: list[Block] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(look.theme.px(22))

    def add_block(self, block: Block) -> Block:
        """Add a list below the others."""
        self.blocks.append(block)
        self.column.addWidget(block)
        if block.adding is not None:
            block.adding.opener.installEventFilter(self)
        block.rows.selectionModel().currentChanged.connect(self._row_changed)
        block.rows.left_by.connect(self._walk_from)
        block.rows.opened.connect(self.open_row)
        block.rows.f2.connect(self.open_row)
        block.rows.removing.connect(self.remove_row)
        block.rows.ticked.connect(self.tick_row)
        return block

    def take_keyboard(self) -> None:
        """Bring the keyboard to the first place there is."""
        for block in self.blocks:
            for stop in block.stops():
                if isinstance(stop, FoldedList) and stop.currentIndex().isValid():
                    stop.setFocus(Qt.FocusReason.OtherFocusReason)  # at the row where it was
                    self.moved.emit()
                else:
                    self._enter(stop, 1)
                return

    def rows_of_sender(self) -> FoldedList:
        """The list that speaks."""
        sender = self.sender()
        assert isinstance(sender, FoldedList)
        return sender

    def open_row(self, key: str) -> None:
        """Enter or F2 on a row."""

    def tick_row(self, key: str) -> None:
        """Space on a row."""

    def remove_row(self, key: str) -> None:
        """Delete on a row."""

    def _walk_from(self, across: int, down: int) -> None:
        self._walk(self.rows_of_sender(), across, down)

    def _walk(self, stop: QWidget, across: int, down: int) -> None:
        if across:
            self.sidled.emit(across)
            return
        stops = [stop for block in self.blocks for stop in block.stops()]
        at = stops.index(stop) + down
        if 0 <= at < len(stops):
            self._enter(stops[at], down)

    def _row_changed(self) -> None:
        if any(block.rows.hasFocus() for block in self.blocks):
            self.moved.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows walk on from the way to add as they do from a row; a button alone would only pass them by Tab."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ARROWS:
            adding = watched.parent()
            assert isinstance(adding, AddRow)
            self._walk(adding, *_ARROWS[event.key()])
            return True
        return super().eventFilter(watched, event)

    def _enter(self, stop: QWidget, step: int) -> None:
        if isinstance(stop, FoldedList):
            stop.enter_from(step)
        elif isinstance(stop, AddRow):
            stop.opener.setFocus(Qt.FocusReason.OtherFocusReason)
        self.moved.emit()

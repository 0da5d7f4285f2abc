"""A column of a visit's preparation: a numbered head, and lists below it that the arrows walk through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.client import Client
from kamdesk.client.record import Record, Value, field_of
from kamdesk.client.visit_records import Visit
from kamdesk.ui.look import Look
from kamdesk.ui.parts.add_row import AddRow
from kamdesk.ui.parts.figures import Keycap
from kamdesk.ui.parts.folded_rows import FoldedDelegate, FoldedList
from kamdesk.ui.parts.in_place import InPlace
from kamdesk.ui.parts.labels import Heading, Label, Paragraph, Rule

ADD_KEY = "A"
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
        gap: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """`gap` is the room above the rows, for cards; `key` is told beside the way to add."""
        super().__init__(parent)
        theme = look.theme
        self.heading = Heading(look, heading)
        if number:
            self.heading.row.insertWidget(0, Keycap(look, str(number)))
        self.rows = FoldedList(delegate, heading)
        self._empty = Paragraph(look, empty, "small", "muted")
        self.adding = AddRow(look, adding, key=key, scope=self) if adding else None
        if self.adding and not key:
            _open_by_key(self, self.adding)
        self._held_empty = QWidget(self)  # with its margins: a layout keeps those of what is hidden
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.heading, Rule(look, colour="edge"), self._empty, self.rows, self.adding):
            if widget is not None:
                beside = 0 if widget is self.rows else delegate.inset  # the rows reach beyond the heading
                held = QHBoxLayout(self._held_empty) if widget is self._empty else QHBoxLayout()
                above, below = (0, 8) if widget is self.heading else (8, 2) if widget is self._empty else (0, 0)
                above += gap if widget is self.rows else 0
                held.setContentsMargins(beside, theme.px(above), beside, theme.px(below))
                held.addWidget(widget)
                if widget is self._empty:
                    column.addWidget(self._held_empty)
                else:
                    column.addLayout(held)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows, or the sentence."""
        self.rows.show_rows(rows)
        self.rows.setVisible(bool(rows))
        self._held_empty.setVisible(not rows and bool(self._empty.text()))

    def stops(self) -> list[QWidget]:
        """Where the keyboard can stand, from above."""
        line = [self.adding] if self.adding else []
        return [*([self.rows] if not self.rows.isHidden() else []), *line]


def _open_by_key(block: Block, adding: AddRow) -> None:
    """A adds to the list in which the keyboard stands, told or not."""
    shortcut = QShortcut(QKeySequence(ADD_KEY), block)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(adding.open)


class Fields(QWidget):
    """Fields of the visit itself under a heading, each edited where it stands."""

    changed = Signal(str, object)  # the name of a field, its new value

    def __init__(self, look: Look, heading: str, fields: Sequence[tuple[str, str]], *, number: int = 0) -> None:
        """`fields` are names of Visit's and what stands there while they are empty."""
        super().__init__()
        theme, over = look.theme, look.size("overhang")
        self.heading = Heading(look, heading)
        if number:
            self.heading.row.insertWidget(0, Keycap(look, str(number)))
        self.values: dict[str, InPlace] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(over, 0, over, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addSpacing(theme.px(8))
        column.addWidget(Rule(look, colour="edge"))
        column.addSpacing(theme.px(6))
        for name, empty in fields:
            described = field_of(Visit, name)
            value = self.values[name] = InPlace(look, described, empty, most=6)
            value.setObjectName(name)
            value.committed.connect(self._commit)
            held = QVBoxLayout()
            held.setContentsMargins(-theme.px(6), 0, -theme.px(6), theme.px(4))
            label = Label(look, look.tr(described.label), "small", "muted")
            label.setIndent(theme.px(6))
            held.setSpacing(0)
            held.addWidget(label)
            held.addWidget(value)
            column.addLayout(held)

    def show_visit(self, visit: Visit, *, other: bool) -> None:
        """Show the values; what is half typed stays while it is the same visit."""
        for name, value in self.values.items():
            text = getattr(visit, name)
            value.show_value(text, text, other=other)

    def stops(self) -> list[InPlace]:
        """Where the keyboard can stand, from above."""
        return [value for value in self.values.values() if not value.isHidden()]

    def _commit(self, value: Value) -> None:
        sender = self.sender()
        if sender is not None:
            self.changed.emit(sender.objectName(), value)


class VisitColumn(QWidget):
    """The base of the parts that the columns are made of."""

    did = Signal(object)  # Step
    changed = Signal(str, object)  # the name of a field of the visit, its new value
    opening = Signal(object)  # Opening
    moved = Signal()  # the keyboard went to another row
    sidled = Signal(int)  # to the column at the left (-1) or right (1)
    passed = Signal(int)  # over the end (1) or the beginning (-1) of this part of a column

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.client: Client | None = None
        self.visit: Visit | None = None
        self.blocks: list[Block | Fields] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(look.theme.px(22))

    def add_block(self, block: Block) -> Block:
        """Add a list below the others."""
        self.blocks.append(block)
        self.column.addWidget(block)
        if block.adding is not None:
            block.adding.opener.installEventFilter(self)
            block.adding.line.installEventFilter(self)
            block.installEventFilter(self)
        block.rows.selectionModel().currentChanged.connect(self._row_changed)
        block.rows.left_by.connect(self._walk_from)
        block.rows.opened.connect(self.open_row)
        block.rows.f2.connect(self.open_row)
        block.rows.removing.connect(self.remove_row)
        block.rows.ticked.connect(self.tick_row)
        return block

    def add_fields(self, fields: Fields) -> Fields:
        """Add fields below the lists."""
        self.blocks.append(fields)
        self.column.addWidget(fields)
        fields.changed.connect(self.changed)
        for stop in fields.stops():
            stop.shown.installEventFilter(self)
        return fields

    def take_keyboard(self, first: int = 0) -> None:
        """Bring the keyboard to the first place there is, from a list of its own on."""
        for block in self.blocks[first:]:
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
        stops = self.stops()
        at = stops.index(stop) + down
        if 0 <= at < len(stops):
            self._enter(stops[at], down)
        else:
            self.passed.emit(down)

    def stops(self) -> list[QWidget]:
        """Where the keyboard can stand, from above."""
        return [stop for block in self.blocks for stop in block.stops()]

    def enter_from(self, down: int) -> bool:
        """Take the keyboard from the part above (1) or below (-1); False where it cannot stand."""
        stops = self.stops()
        if stops:
            self._enter(stops[0 if down > 0 else -1], down)
        return bool(stops)

    def _row_changed(self) -> None:
        if any(block.rows.hasFocus() for block in self.blocks if isinstance(block, Block)):
            self.moved.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows walk on from the way to add as they do from a row; a button alone would only pass them by Tab."""
        stop = watched.parent()
        if isinstance(watched, Block):
            if event.type() == QEvent.Type.Resize and watched.adding and watched.adding.line.hasFocus():
                self.moved.emit()  # the line to type into went down by the row that it added
        elif isinstance(stop, AddRow) and watched is stop.line:
            if event.type() == QEvent.Type.FocusIn:
                self.moved.emit()  # its key opens it wherever the rows are scrolled to
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ARROWS:
            assert isinstance(stop, (AddRow, InPlace))
            self._walk(stop, *_ARROWS[event.key()])
            return True
        return super().eventFilter(watched, event)

    def _enter(self, stop: QWidget, step: int) -> None:
        if isinstance(stop, FoldedList):
            stop.enter_from(step)
        elif isinstance(stop, AddRow):
            stop.opener.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(stop, InPlace):
            stop.shown.setFocus(Qt.FocusReason.OtherFocusReason)
        self.moved.emit()

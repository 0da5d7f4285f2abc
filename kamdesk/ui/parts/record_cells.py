"""The cells of a list of records: columns by the kind of each field, painted and edited in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kamdesk.client.people import Attitude
from kamdesk.client.record import Choice, Field, Kind, Record
from kamdesk.client.telling import nameless, tell
from kamdesk.ui.look import Look
from kamdesk.ui.parts.badges import tick_box, unknown_badge
from kamdesk.ui.parts.editor import Editor
from kamdesk.ui.parts.editors import editor_for, is_level
from kamdesk.ui.parts.marks import attitude_mark, pips
from kamdesk.ui.parts.painters import LEFT, RIGHT, left_square, paint_focus, paint_text
from kamdesk.ui.parts.rows import Index
from kamdesk.ui.parts.tables import Column, ColumnRows, TableDelegate

_WIDTHS = {
    Kind.DAY: 104,
    Kind.MOMENT: 140,
    Kind.MONEY: 110,
    Kind.NUMBER: 96,
    Kind.PERCENT: 80,
    Kind.CHOICE: 124,
    Kind.FLAGS: 180,
    Kind.TICK: 84,
    Kind.LINK: 130,
}
_FIGURES = (Kind.MONEY, Kind.PERCENT)
_IN_FORM = (Kind.NOTE, Kind.FLAGS, Kind.PICTURE)  # too large for a cell
_ABSENT = (Kind.CHOICE, Kind.NUMBER)  # None means unknown here, elsewhere only that there is none


class RecordRows(ColumnRows):
    """Records of one kind; a cell says its value in words, and can be given another."""

    changing = Signal(str, str, object)  # key, field, new value

    def __init__(self, look: Look, fields: Sequence[Field]) -> None:
        super().__init__(look)
        self.fields = tuple(fields)
        self.columns = tuple(column_of(field, self, first=at == 0) for at, field in enumerate(fields))
        self.names: Callable[[str], str] = nameless
        self.today = date.today()

    def words(self, item: Any, column: int) -> str:
        """The value in words."""
        field = self.fields[column]
        return tell(field, getattr(item, field.name), self.look.words, self.names, self.today)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells that are small enough can be edited in place."""
        base = super().flags(index)
        if index.isValid() and self.fields[index.column()].kind not in _IN_FORM:
            return base | Qt.ItemFlag.ItemIsEditable
        return base

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another value; the row changes when it is stored."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        self.changing.emit(self.key_of(index), self.fields[index.column()].name, value)
        return True


def column_of(field: Field, rows: RecordRows, *, first: bool) -> Column:
    """The column of a field."""
    number = field.kind in _FIGURES or (field.kind is Kind.NUMBER and not is_level(field))
    return Column(
        field.name,
        field.label,
        240 if first else _WIDTHS.get(field.kind, 150),
        RIGHT if number else LEFT,
        _sorting(field, rows),
        stretch=first,
        descending=field.kind in (Kind.DAY, Kind.MOMENT),
    )


def _sorting(field: Field, rows: RecordRows) -> Callable[[Any], Any] | None:
    if field.kind in (Kind.FLAGS, Kind.PICTURE):
        return None

    def by(record: Record) -> Any:
        value = getattr(record, field.name)
        if value is None or value == "":
            return None
        if isinstance(value, Choice):
            return list(field.choices or ()).index(value)
        if field.kind is Kind.LINK:
            return rows.names(value).casefold()
        return value.casefold() if isinstance(value, str) else value

    return by


class RecordDelegate(TableDelegate):
    """Paints a record's fields and opens their editors in the cells."""

    def __init__(self, look: Look, rows: RecordRows, gutter: int) -> None:
        super().__init__(look, 0, gutter)
        self.rows = rows
        self.supply: Callable[[Editor], None] | None = None  # gives links what they can point to
        self._fresh: Editor | None = None

    def draw_cell(self, painter: QPainter, rect: QRectF, item: Any, column: int, *, selected: bool) -> None:
        """Paint one field of a record."""
        field, look = self.rows.fields[column], self.look
        value = getattr(item, field.name)
        if field.kind is Kind.TICK:
            tick_box(painter, left_square(rect, look.size("tick") + 4), bool(value), look)
        elif value is None and field.kind in _ABSENT:
            unknown_badge(painter, left_square(rect, look.size("unknown")), look)
        elif is_level(field):
            used = pips(painter, rect, value, look, (field.high or 5))
            words = rect.adjusted(used + look.theme.px(8), 0, 0, 0)
            paint_text(painter, words, str(value), look.font("body"), look.colour("text"))
        else:
            self._draw_words(painter, rect, item, column)

    def _draw_words(self, painter: QPainter, rect: QRectF, item: Any, column: int) -> None:
        field, look = self.rows.fields[column], self.look
        value, words = getattr(item, field.name), self.rows.words(item, column)
        if isinstance(value, Attitude):
            attitude_mark(painter, left_square(rect, look.size("attitude")), value, look)
            rect = rect.adjusted(look.theme.px(18), 0, 0, 0)
        late = field.kind is Kind.DAY and field.name == "due" and value and value < self.rows.today
        done = getattr(item, "done", None)
        ink = "muted" if not words or done else "bad" if late else "text" if column == 0 else "text2"
        figures = field.kind in _FIGURES or field.kind in (Kind.DAY, Kind.MOMENT)
        font = look.font("body", 0, figures)
        align = RIGHT if field.kind in _FIGURES or field.kind is Kind.NUMBER else LEFT
        paint_text(painter, rect, words or "–", font, look.colour(ink), align)

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        """Paint the cell and the ring of the one that has the keyboard."""
        super().paint(painter, option, index)
        table = option.widget
        if table and table.hasFocus() and table.currentIndex() == index:
            left = self.gutter - self.look.theme.px(9) if index.column() == 0 and self.gutter else 1
            paint_focus(painter, QRectF(option.rect).adjusted(left, 2, -1, -3), self.look)

    def createEditor(self, parent: QWidget, option: Any, index: Index) -> QWidget:
        """Open the editor of a field in its cell."""
        editor = editor_for(self.look, self.rows.fields[index.column()])
        editor.setParent(parent)
        editor.today = self.rows.today
        if self.supply:
            self.supply(editor)
        editor.live_in_cell()
        editor.committed.connect(self._commit)
        editor.left.connect(self._leave)
        self._fresh = editor
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the value at first; later ones never overwrite what is half typed."""
        if isinstance(editor, Editor):
            value = getattr(index.data(Qt.ItemDataRole.UserRole), editor.field.name)
            if editor is self._fresh:
                self._fresh = None
                editor.show_value(value)
                editor.start()
            else:
                editor.set_value(value)

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        """Ask the model for the new value."""
        if isinstance(editor, Editor):
            model.setData(index, editor.value(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: Any, index: Index) -> None:
        """Fill the cell."""
        rect = option.rect.adjusted(self.gutter - 9 if index.column() == 0 else 0, 2, 0, -3)
        editor.setGeometry(rect)

    def eventFilter(self, watched: QObject, event: Any) -> bool:
        """Our editors say themselves when they are done; Qt's guesses about keys and focus would end them early."""
        return False

    def _commit(self, _value: object) -> None:
        editor = self.sender()
        if isinstance(editor, Editor):
            self.commitData.emit(editor)
            self._close(editor)

    def _leave(self) -> None:
        editor = self.sender()
        if isinstance(editor, Editor):
            self._close(editor)

    def _close(self, editor: Editor) -> None:
        editor.blockSignals(True)  # closing takes the keyboard away, and that would close it once more
        self.closeEditor.emit(editor)

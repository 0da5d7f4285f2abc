"""A list of the records of any section, made from its description: sorted, edited in its cells, added to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from kamdesk.client.client import Client, Root, Workspace, sections, sections_of
from kamdesk.client.record import Field, Kind, Record, fields_of
from kamdesk.client.telling import names_of
from kamdesk.ui.look import Look
from kamdesk.ui.parts.editor import Editor
from kamdesk.ui.parts.record_cells import RecordDelegate, RecordRows
from kamdesk.ui.parts.steps import changing, removing
from kamdesk.ui.parts.tables import Table

_MOST_COLUMNS = 6
_NOT_LISTED = (Kind.PICTURE, Kind.PACKED, Kind.NOTE)


def listed(kind: type[Record]) -> tuple[str, ...]:
    """The fields a list shows when nobody says which: the title and the first others that are short."""
    described = fields_of(kind)
    title = next((field.name for field in described if field.kind in (Kind.TEXT, Kind.NOTE)), "")
    others = [field.name for field in described if field.kind not in _NOT_LISTED and field.name != title]
    return tuple([title, *others] if title else others)[:_MOST_COLUMNS]


class RecordTable(Table):
    """The records of one section.

    F2 edits the cell, or asks for the form where the field is too large for a cell; Space ticks; Delete removes.
    """

    edited = Signal(object)  # Doing
    wanting = Signal(str, str)  # key and field that only a form can edit

    def __init__(self, look: Look, section: str, names: Sequence[str] = (), *, gutter: int = 0) -> None:
        self.section = sections()[section]
        kind = self.section.record
        fields = {field.name: field for field in fields_of(kind)}
        shown = [fields[name] for name in names or listed(kind)]
        self.records = RecordRows(look, shown)
        self._cells = RecordDelegate(look, self.records, gutter)
        super().__init__(look, self.records, self.records.columns, self._cells, look.tr(self.section.label), gutter)
        self._root: Root | None = None
        self._client: Client | None = None
        self._workspace: Workspace | None = None
        self._shown: Sequence[Record] = ()
        self._cells.supply = self.offer
        self.setEditTriggers(Table.EditTrigger.NoEditTriggers)
        self.records.changing.connect(self._change)
        self.removing.connect(self.remove)
        self.ticked.connect(self._tick)
        self.ordered.connect(self._sort)

    def show_records(self, records: Sequence[Record], client: Client | None, workspace: Workspace, today: date) -> None:
        """Show these records of a client, or with None of the workspace."""
        self._client, self._workspace, self._root = client, workspace, client or workspace
        self.records.names = names_of(*([client] if client else []), workspace)
        self.records.today = today
        self._shown = records
        self._sort()

    def _sort(self) -> None:
        self.show_rows(self._shown)

    def record(self) -> Record | None:
        """The current record."""
        record: Record | None = self.records.item(self.currentIndex())
        return record

    def offer(self, editor: Editor) -> None:
        """Give a link's editor the records it can point to."""
        if editor.field.kind is Kind.LINK and self._workspace:
            target = editor.field.target
            shared = target in {part.name for part in sections_of(Workspace)}
            editor.offer(getattr(self._workspace if shared else self._client, target, ()))

    def edit_cell(self) -> None:
        """Edit the current cell: in place, in the form where it is too large, at once where it is a tick."""
        index = self.currentIndex()
        if not index.isValid():
            return
        field = self.records.fields[index.column()]
        if field.kind is Kind.TICK:
            self._tick(self.records.key_of(index))
        elif self.records.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        else:
            self.wanting.emit(self.records.key_of(index), field.name)

    def remove(self, key: str) -> None:
        """Remove a record; the row below, or the last one, becomes the current one."""
        record = self.records.item(self.records.index_of(key))
        if record is not None and self._root is not None:
            row = self.records.index_of(key).row()
            self.edited.emit(removing(self._root, record))
            if self.records.rowCount() and not self.currentIndex().isValid():
                self.setCurrentIndex(self.records.index(min(row, self.records.rowCount() - 1), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 edits the cell."""
        if event.key() == Qt.Key.Key_F2:
            self.edit_cell()
        else:
            super().keyPressEvent(event)

    def _change(self, key: str, name: str, value: object) -> None:
        record = self.records.item(self.records.index_of(key))
        if record is not None and getattr(record, name) != value:
            self.edited.emit(changing(record, **{name: value}))

    def _tick(self, key: str) -> None:
        """Turn the tick of the current cell, or the row's only one."""
        record = self.records.item(self.records.index_of(key))
        ticks: list[Field] = [field for field in self.records.fields if field.kind is Kind.TICK]
        here = self.records.fields[self.currentIndex().column()] if self.currentIndex().isValid() else None
        chosen = here if here in ticks else ticks[0] if len(ticks) == 1 else None
        if record is not None and chosen is not None:
            self._change(key, chosen.name, not getattr(record, chosen.name))

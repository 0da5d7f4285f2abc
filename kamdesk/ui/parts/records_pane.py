"""The records of a section as a page shows them: heading, list, a line to add by; or what to do when there are none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kamdesk.client.client import Client, Root, Workspace, sections
from kamdesk.client.record import Record
from kamdesk.ui.look import Look
from kamdesk.ui.parts.add_row import AddRow
from kamdesk.ui.parts.empty import EmptyState
from kamdesk.ui.parts.fields import Notice
from kamdesk.ui.parts.labels import Heading
from kamdesk.ui.parts.list_column import ListColumn
from kamdesk.ui.parts.record_table import RecordTable
from kamdesk.ui.parts.steps import adding, fresh


class RecordsPane(QWidget):
    """Shows and edits the records of one section, whatever it is."""

    edited = Signal(object)  # Doing
    chosen = Signal(str)  # the key of the current record, "" without one
    opened = Signal(str)  # Enter: the keyboard shall go to the form
    wanting = Signal(str, str)  # key and field for the form
    removing = Signal(str)  # Delete, when the owner said it removes itself

    def __init__(
        self,
        look: Look,
        section: str,
        names: Sequence[str] = (),
        *,
        heading: str = "",
        teaching: str = "",
        icon: str = "list",
        role: str = "title",
        removes: bool = True,
    ) -> None:
        super().__init__()
        self.look = look
        self.section = sections()[section]
        one = look.tr(self.section.one)
        self.table = RecordTable(look, section, names, gutter=look.size("gutter_left"))
        if not removes:  # the owner knows more of what hangs on a record than its root does
            self.table.removing.disconnect(self.table.remove)
            self.table.removing.connect(self.removing)
        self.heading = Heading(look, look.tr(heading or self.section.label), role=role)
        self.adder = AddRow(look, look.tr("New {one}", one=one), key="Ctrl+N")
        self.values: dict[str, Any] = {}  # what a new record gets besides its name
        self._notice = Notice(look)
        self._roots: tuple[Root, ...] = ()
        self._today = date.today()
        sentence = teaching or look.tr("Write the first {one} below: type a few words and press Enter.", one=one)
        title = look.tr("{section}: nothing yet", section=look.tr(self.section.label))
        self._empty = EmptyState(look, icon, title, sentence, (("new", look.tr("New {one}", one=one), "Ctrl+N"),))
        self._empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._arrange()
        self.table.edited.connect(self.edited)
        self.table.chosen.connect(self.chosen)
        self.table.opened.connect(self.opened)
        self.table.wanting.connect(self.wanting)
        self.adder.named.connect(self.add)
        self._empty.pressed.connect(self._start)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading)
        self._column = ListColumn(self.look, head, self.table, self._empty, self.adder)
        self.setLayout(self._column)

    def show_records(self, records: Sequence[Record], client: Client | None, workspace: Workspace, today: date) -> None:
        """Show these records of a client, or with None of the workspace."""
        self._roots = (client, workspace) if client else (workspace,)
        self._today = today
        self.table.show_records(records, client, workspace, today)
        self.heading.show_count(len(records) or "")
        self._column.show_filled(bool(records))
        if records and not self.table.currentIndex().isValid():
            self.table.choose_first()

    def lock(self, locked: bool) -> None:
        """Show the records without letting any be added."""
        self.adder.setEnabled(not locked)

    def add(self, name: str) -> None:
        """Add a record of this name and make it the current one."""
        made = fresh(self.section.record, self._roots, name, self._today, **self.values)
        if made is None:
            self._notice.say(self.look.tr("What this belongs to must be there first."))
            return
        self._notice.say("")
        self.edited.emit(adding(made))
        self.table.choose(made.key)

    def start_new(self) -> None:
        """Put the keyboard where a new record is named."""
        self.adder.show()
        self.adder.open()

    def record(self) -> Record | None:
        """The current record."""
        return self.table.record()

    def choose(self, key: str) -> None:
        """Make a record the current one and give it the keyboard."""
        self.table.choose(key)
        self.table.setFocus()

    def _start(self, _name: str) -> None:
        self.start_new()

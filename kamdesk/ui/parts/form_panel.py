"""A side panel with the form of one record: its title, what a page adds below it, the form, and removing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.client import Client, Workspace
from kamdesk.client.record import Record
from kamdesk.ui.look import Look
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.record_form import Group, RecordForm
from kamdesk.ui.parts.scrolled import Scrolled


class FormPanel(QWidget):
    """The panel. Pages put their own widgets into `head`, a column between title and form."""

    edited = Signal(object)  # Doing
    removing = Signal(str)  # key

    def __init__(
        self,
        look: Look,
        kind: type[Record],
        groups: Sequence[Group] = (),
        *,
        note: str = "",
        removable: bool = True,
        titled: bool = True,
    ) -> None:
        super().__init__()
        self.look, self._removable, self._titled = look, removable, titled
        self.form = RecordForm(look, kind, groups)
        self._title = Label(look, "", "title", elide=True)
        self._note = Label(look, note, "body", "muted", wrap=True)
        self._removing = Button(look, look.tr("Remove"), "third", icon="trash-2", small=True)
        self.head = QVBoxLayout()
        self.head.setSpacing(look.theme.space("s"))
        self.tail = QVBoxLayout()
        self.tail.setSpacing(look.theme.space("s"))
        self._arrange()
        self.form.edited.connect(self.edited)
        self._removing.clicked.connect(self._remove)
        self.show_record(None, None, None, date.today())

    def _arrange(self) -> None:
        theme = self.look.theme
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(theme.space("xl"), theme.space("l"), theme.size("gutter_right"), theme.space("xl"))
        inner.setSpacing(theme.space("m"))
        inner.addWidget(self._title)
        inner.addWidget(self._note)
        inner.addLayout(self.head)
        inner.addWidget(self.form)
        inner.addLayout(self.tail)
        row = QHBoxLayout()
        row.addWidget(self._removing)
        row.addStretch(1)
        inner.addLayout(row)
        inner.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Scrolled(body))

    def show_record(
        self, record: Record | None, client: Client | None, workspace: Workspace | None, today: date
    ) -> None:
        """Show a record, or with None the note on what this panel is for."""
        if workspace is not None:
            self.form.show_record(record, client, workspace, today)
        there = record is not None
        self._title.setText(record.title if record else "")
        self._title.setVisible(there and self._titled)
        self.form.setVisible(there)
        self._removing.setVisible(there and self._removable)
        self._note.setVisible(not there)

    def record(self) -> Record | None:
        """The record it shows."""
        return self.form.record()

    def lock(self, locked: bool) -> None:
        """Show the record without letting it be changed."""
        self.form.setEnabled(not locked and self.record() is not None)
        self._removing.setEnabled(not locked)

    def start(self, name: str = "") -> None:
        """Put the keyboard into a field."""
        self.form.start(name)

    def _remove(self) -> None:
        if record := self.record():
            self.removing.emit(record.key)

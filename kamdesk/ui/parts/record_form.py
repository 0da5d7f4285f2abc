"""A form of any record, made from its description: a label and an editor for each field, each kept by itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from kamdesk.client.client import WORKSPACE, Client, Root, Workspace, sections, sections_of
from kamdesk.client.record import Kind, Record, Value, field_of, fields_of
from kamdesk.ui.look import Look
from kamdesk.ui.parts.editor import Editor
from kamdesk.ui.parts.editors import editor_for
from kamdesk.ui.parts.labels import Heading, Label
from kamdesk.ui.parts.steps import changing, linking, made_by_name

Group = tuple[str, Sequence[str]]  # a heading, "" for none, and the names of fields below it


class RecordForm(QWidget):
    """The fields of one record. `edited` carries a Doing for each field that was given another value."""

    edited = Signal(object)  # Doing

    def __init__(self, look: Look, kind: type[Record], groups: Sequence[Group] = ()) -> None:
        super().__init__()
        self.look, self.kind = look, kind
        self.editors: dict[str, Editor] = {}
        self._record: Record | None = None
        self._client: Root | None = None
        self._drafts: dict[tuple[str, str], str] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.theme.space("m"))
        self._grid.setVerticalSpacing(look.theme.px(6))
        self._grid.setColumnMinimumWidth(0, look.theme.px(88 if look.words.chinese else 118))
        self._grid.setColumnStretch(1, 1)
        for heading, names in groups or (
            ("", [field.name for field in fields_of(kind) if field.kind is not Kind.PACKED]),
        ):
            self._add_group(heading, names)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setEnabled(False)

    def _add_group(self, heading: str, names: Sequence[str]) -> None:
        row = self._grid.rowCount()
        if heading:
            self._grid.setRowMinimumHeight(row, self.look.theme.px(34))
            title = Heading(self.look, self.look.tr(heading))
            self._grid.addWidget(title, row, 0, 1, 2, Qt.AlignmentFlag.AlignBottom)
            row += 1
        for name in names:
            self._add_field(row, name)
            row += 1

    def _add_field(self, row: int, name: str) -> None:
        field = field_of(self.kind, name)
        editor = editor_for(self.look, field)
        label = Label(self.look, self.look.tr(field.label), "body", "muted", wrap=True)
        label.setMinimumHeight(self.look.size("field"))
        label.setMaximumWidth(self.look.theme.px(124))
        label.setBuddy(editor.control)
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(editor, row, 1, Qt.AlignmentFlag.AlignTop)
        self.editors[name] = editor
        editor.committed.connect(self._commit)
        editor.creating.connect(self._create)

    def record(self) -> Record | None:
        """The record it shows."""
        return self._record

    def show_record(self, record: Record | None, client: Client | None, workspace: Workspace, today: date) -> None:
        """Show a record of a client or of the workspace, None to stand empty.

        A half-typed text stays while the record is the same; one that was wrong comes back with its record.
        """
        other = record is None or self._record is None or record.key != self._record.key
        if other:
            self._keep_drafts()
        self._record, self._client = record, client or workspace
        self.setEnabled(record is not None)
        for name, editor in self.editors.items():
            editor.today = today
            self._offer(editor, client, workspace)
            value = getattr(record, name) if record else getattr(self.kind(), name)
            if other:
                editor.show_value(value)
                if record and (draft := self._drafts.pop((record.key, name), "")):
                    editor.bring(draft)
            else:
                editor.set_value(value)

    def start(self, name: str = "", words: str = "") -> None:
        """Put the keyboard into a field, the first one without a name."""
        if editor := self.editors.get(name or next(iter(self.editors), "")):
            editor.start(words)

    def _offer(self, editor: Editor, client: Client | None, workspace: Workspace) -> None:
        if editor.field.kind is not Kind.LINK:
            return
        target = editor.field.target
        root = workspace if target in {part.name for part in sections_of(Workspace)} else client
        editor.offer(getattr(root, target) if root else ())

    def _keep_drafts(self) -> None:
        if self._record is not None:
            for name, editor in self.editors.items():
                if draft := editor.draft():
                    self._drafts[self._record.key, name] = draft

    def _sender(self) -> str:
        sender = self.sender()
        return next(name for name, editor in self.editors.items() if editor is sender)

    def _commit(self, value: Value) -> None:
        name = self._sender()
        if self._record is not None:
            self.edited.emit(changing(self._record, **{name: value}))

    def _create(self, words: str) -> None:
        name = self._sender()
        if self._record is None:
            return
        target = field_of(self.kind, name).target
        shared = sections()[target] in sections_of(Workspace)
        made = made_by_name(target, WORKSPACE if shared else self._owner(), words)
        if made is not None:
            self.edited.emit(linking(self._record, name, made))

    def _owner(self) -> str:
        return self._client.key if isinstance(self._client, Client) else WORKSPACE

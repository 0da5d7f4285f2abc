"""A form that opens over the row of a record: each field is kept by itself, Esc closes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.client import Client, Workspace
from kamdesk.client.record import Record
from kamdesk.ui.look import Look
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.editor import Editor
from kamdesk.ui.parts.record_form import RecordForm
from kamdesk.ui.parts.typed_editors import NoteEditor


class RecordCard(QFrame):
    """Lies over `over` and moves with it. It closes when the keyboard goes elsewhere and nothing typed is wrong."""

    edited = Signal(object)  # Doing
    removing = Signal(object)  # Record
    closed = Signal()  # about to: the owner takes the keyboard back

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self.look = look
        self._over = over
        self._forms: dict[tuple[type[Record], tuple[str, ...]], RecordForm] = {}
        self._form: RecordForm | None = None
        self._key = ""
        self._root: tuple[Client | None, Workspace, date] | None = None
        self._remove = Button(look, look.tr("Remove"), "third", icon="trash-2", small=True)
        self._close = Button(look, look.tr("Close"), "third", key="Esc", small=True)
        self._arrange()
        self._remove.clicked.connect(self._remove_record)
        self._close.clicked.connect(self.close_card)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._escape)
        self.hide()

    def _arrange(self) -> None:
        px = self.look.theme.px
        self.setProperty("part", "card")
        self.setFixedWidth(px(400))
        row = QHBoxLayout()
        row.addWidget(self._remove)
        row.addStretch(1)
        row.addWidget(self._close)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(14), px(12), px(14), px(8))
        self._column.setSpacing(px(8))
        self._column.addLayout(row)

    def open_for(self, record: Record, names: Sequence[str], at: QRect, start: str = "") -> None:
        """Open with these fields of a record over `at` of what it lies over; the keyboard goes to `start`."""
        form = self._form_of(type(record), tuple(names))
        if self._form is not None and self._form is not form:
            self._form.hide()
        self._form, self._key = form, record.key
        self._fill(record)
        form.show()
        self.show()
        self._settle(at)
        self.raise_()
        QApplication.instance().focusChanged.connect(self._watch, Qt.ConnectionType.UniqueConnection)  # type: ignore[union-attr]
        form.start(start)

    def show_client(self, client: Client | None, workspace: Workspace, today: date) -> None:
        """Show the record of a client, or with None of the workspace, as it is now; close when it is gone."""
        self._root = (client, workspace, today)
        if self.isHidden():
            return
        record = (client or workspace).get(self._key)
        if record is None:
            self.close_card()
        else:
            self._fill(record)

    def close_card(self) -> None:
        """Let the field with the keyboard keep what was typed, and close."""
        if self.isHidden():
            return
        QApplication.instance().focusChanged.disconnect(self._watch)  # type: ignore[union-attr]
        self.closed.emit()  # before hiding: a hidden widget's keyboard goes anywhere
        self.hide()
        self._key = ""

    def _form_of(self, kind: type[Record], names: tuple[str, ...]) -> RecordForm:
        if (kind, names) not in self._forms:
            form = RecordForm(self.look, kind, [("", names)])
            form.edited.connect(self.edited)
            self._forms[kind, names] = form
            self._column.insertWidget(0, form)
        return self._forms[kind, names]

    def _fill(self, record: Record) -> None:
        if self._form is not None and self._root is not None:
            self._form.show_record(record, *self._root)

    def _settle(self, at: QRect) -> None:
        """Stand over the row, inside what it lies over."""
        self.adjustSize()
        room = self._over.rect()
        left = max(0, min(at.left(), room.right() - self.width()))
        top = max(0, min(at.top(), room.bottom() - self.height()))
        self.move(QPoint(left, top))

    def _escape(self) -> None:
        focus = QApplication.focusWidget()
        while focus is not None and not isinstance(focus, Editor):
            focus = focus.parentWidget()
        if isinstance(focus, NoteEditor):  # it keeps what is typed anyway, after a pause: Esc never takes a part of it
            focus.finish()
            self.close_card()
        elif isinstance(focus, Editor) and (focus.half_typed() or focus.problem()):
            focus.give_up()
        else:
            self.close_card()

    def _watch(self, _old: QWidget | None, now: QWidget | None) -> None:
        held = now
        while held is not None and held is not self:
            held = held.parentWidget()
        wrong = self._form is not None and any(editor.problem() for editor in self._form.editors.values())
        if now is not None and held is None and not wrong:
            self.close_card()

    def _remove_record(self) -> None:
        if self._root and (record := (self._root[0] or self._root[1]).get(self._key)):
            self.close_card()
            self.removing.emit(record)

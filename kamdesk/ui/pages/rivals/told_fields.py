"""Fields of a record as they are read: a label and the words, each turning into its editor where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from kamdesk.client.record import Kind, Record, Value, field_of
from kamdesk.client.telling import tell
from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.sheet_keys import is_typed
from kamdesk.ui.parts.editor import Editor
from kamdesk.ui.parts.in_place import InPlace
from kamdesk.ui.parts.labels import Label

_TEXT_LINES, _NOTE_LINES = 4, 14


class ToldField(InPlace):
    """One field; its editor is as wide as there is room. Typing on it begins to edit, as in the sheet."""

    typed = Signal(str, object)  # name of the field, new value

    def __init__(self, look: Look, kind: type[Record], name: str, empty: str) -> None:
        field = field_of(kind, name)
        most = {Kind.TEXT: _TEXT_LINES, Kind.NOTE: _NOTE_LINES}.get(field.kind, 1)
        super().__init__(look, field, empty, most=most, wide=200)
        self.name = name
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        if most == 1 and (column := self.layout()) is not None:
            column.setAlignment(self.shown, Qt.AlignmentFlag.AlignLeft)
        self.committed.connect(self._tell)
        self.shown.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.shown.installEventFilter(self)

    def _tell(self, value: object) -> None:
        self.typed.emit(self.name, value)

    def eventFilter(self, heard: QObject, event: QEvent) -> bool:
        """What is typed or composed on the words belongs to the editor, and is no key of the page."""
        if isinstance(event, QKeyEvent) and is_typed(event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self._hand_on(event)
        if isinstance(event, QInputMethodEvent) and (event.preeditString() or event.commitString()):
            return self._hand_on(event)
        return super().eventFilter(heard, event)

    def _hand_on(self, event: QEvent) -> bool:
        self.open()
        QApplication.sendEvent(self.editor.control, event)
        return True


class ToldFields(QWidget):
    """Labels and values in two columns. `typed` says which field of the record shown got which value."""

    typed = Signal(str, object)

    def __init__(
        self, look: Look, kind: type[Record], names: Sequence[str], empty: Mapping[str, str] | None = None
    ) -> None:
        """`empty` holds what stands in place of a field that says nothing; else that it is unknown."""
        super().__init__()
        self.look, self.kind = look, kind
        self.values: dict[str, ToldField] = {}
        self._key = ""
        told = empty or {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.theme.px(6))
        grid.setVerticalSpacing(look.theme.px(2))
        grid.setColumnMinimumWidth(0, look.theme.px(112 if look.words.chinese else 132))
        grid.setColumnStretch(1, 1)
        for row, name in enumerate(names):
            value = self.values[name] = ToldField(look, kind, name, told.get(name) or look.tr("Unknown"))
            label = Label(look, look.tr(field_of(kind, name).label), "body", "muted", wrap=True)
            label.setMinimumHeight(look.theme.px(30))
            label.setMaximumWidth(look.theme.px(140))
            label.setBuddy(value)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(_beside(value), row, 1)
            value.typed.connect(self.typed)

    def show_record(self, record: Record, identity: str, today: date) -> None:
        """Show a record, perhaps one not stored yet; what is typed stays while `identity`, whose it is, does."""
        other, self._key = identity != self._key, identity
        for name, value in self.values.items():
            held: Value = getattr(record, name)
            value.reckon_from(today)
            value.show_value(held, tell(value.field, held, self.look.words, today=today), other=other)

    def half_typed(self) -> bool:
        """True while a field is open in which something waits to be kept."""
        return any(value.is_open() and _waits(value.editor) for value in self.values.values())

    def lock(self, locked: bool) -> None:
        """Show the fields without letting them be changed."""
        for value in self.values.values():
            value.setEnabled(not locked)


def _waits(editor: Editor) -> bool:
    return editor.half_typed() or bool(editor.problem())


def _beside(value: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(value, 1)
    return row

"""The fields of a person as a brief shows them: label and words, each turning into its editor where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from kamdesk.client.client import WORKSPACE, Workspace, sections, sections_of
from kamdesk.client.people import INFLUENCE, Contact
from kamdesk.client.record import Kind, Value, field_of
from kamdesk.client.telling import names_of, tell
from kamdesk.desk.people import boss_problem
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.parts.chosen_editors import TickBox
from kamdesk.ui.parts.in_place import InPlace
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.steps import changing, linking, made_by_name
from kamdesk.words import N_

_NOTE_LINES = 14


class CardValue(InPlace):
    """One field of a person in place. Chips stay open until the keyboard leaves; a ring of bosses is said, not kept."""

    edited = Signal(object)  # Doing

    def __init__(self, look: Look, name: str, *, role: str = "body", empty: str = "") -> None:
        field = field_of(Contact, name)
        note = field.kind is Kind.NOTE
        nothing = look.tr(field.hint or N_("Nothing written yet")) if note else look.tr("Unknown")
        super().__init__(look, field, empty or nothing, role=role, most=_NOTE_LINES if note else 1)
        self.look, self.name = look, name
        self._contact: Contact | None = None
        self._shown: Shown | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        if not note and (column := self.layout()) is not None:
            column.setAlignment(self.shown, Qt.AlignmentFlag.AlignLeft)
        self.committed.connect(self._write)
        self.editor.creating.connect(self._create)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._moved)

    def show_person(self, contact: Contact, shown: Shown) -> None:
        """Show the field of a person; what is half typed stays while it is the same one."""
        other = self._contact is None or contact.key != self._contact.key
        self._contact, self._shown = contact, shown
        self.editor.today = shown.today
        field = self.editor.field
        if field.kind is Kind.LINK:
            shared = field.target in {part.name for part in sections_of(Workspace)}
            records = getattr(shown.workspace if shared else shown.client, field.target)
            self.editor.offer([item for item in records if item.key != contact.key])
        self.show_value(getattr(contact, self.name), self._told(contact, shown), other=other)

    def _told(self, contact: Contact, shown: Shown) -> str:
        value: Value = getattr(contact, self.name)
        if self.name == "influence" and contact.influence:
            return f"{contact.influence}  {self.look.tr(INFLUENCE[contact.influence])}"
        names = names_of(shown.client, shown.workspace)
        return tell(self.editor.field, value, self.look.words, names, shown.today)

    def _commit(self, value: Value) -> None:
        if self.editor.field.kind is Kind.FLAGS:
            self.committed.emit(value)
        else:
            super()._commit(value)

    def _write(self, value: Value) -> None:
        contact, shown = self._contact, self._shown
        if contact is None or shown is None:
            return
        if self.name == "reports_to":
            boss = next((item for item in shown.client.contacts if item.key == value), None)
            if problem := boss_problem(shown.client, [contact], boss):
                self.editor.set_value(contact.reports_to)
                self.open()
                self.editor.say(self.look.tell(problem))
                return
        self.edited.emit(changing(contact, **{self.name: value}))

    def _create(self, words: str) -> None:
        contact, target = self._contact, self.editor.field.target
        if contact is None:
            return
        shared = sections()[target] in sections_of(Workspace)
        made = made_by_name(target, WORKSPACE if shared else contact.owner, words)
        if made is not None:
            self.close_editor()
            self.edited.emit(linking(contact, self.name, made))

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Read again once the keyboard is elsewhere, unless something is half typed or wrong."""
        if not self.is_open() or self.editor.half_typed() or self.editor.problem() or now is None:
            return
        if not self.isAncestorOf(now) and now.window() is self.window():
            self.close_editor()


class CardTicks(QWidget):
    """Fields that are yes or no, side by side."""

    edited = Signal(object)  # Doing

    def __init__(self, look: Look, names: Sequence[str]) -> None:
        super().__init__()
        self._contact: Contact | None = None
        self.boxes = {name: TickBox(look, look.tr(field_of(Contact, name).label)) for name in names}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.space("l"))
        for box in self.boxes.values():
            row.addWidget(box)
            box.clicked.connect(self._toggle)
        row.addStretch(1)

    def show_person(self, contact: Contact, _shown: Shown) -> None:
        """Show the ticks of a person."""
        self._contact = contact
        for name, box in self.boxes.items():
            box.setChecked(getattr(contact, name))

    def _toggle(self, on: bool) -> None:
        sender = self.sender()
        name = next((name for name, box in self.boxes.items() if box is sender), "")
        if self._contact is not None and name:
            self.edited.emit(changing(self._contact, **{name: on}))


class CardFields(QWidget):
    """Several fields in a grid of one or two columns, their labels in grey."""

    edited = Signal(object)  # Doing

    def __init__(self, look: Look, names: Sequence[str]) -> None:
        super().__init__()
        self.look = look
        self.values = {name: CardValue(look, name) for name in names}
        self._labels = {name: Label(look, look.tr(field_of(Contact, name).label), "body", "muted") for name in names}
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.theme.space("s"))
        self._grid.setVerticalSpacing(look.theme.px(2))
        for value in self.values.values():
            value.edited.connect(self.edited)
        for name, label in self._labels.items():
            high = self.values[name].shown.sizeHint().height()
            label.setFixedSize(look.theme.px(84 if look.words.chinese else 96), high)
        self.show_columns(2)

    def show_columns(self, columns: int) -> None:
        """Stand in one column or two."""
        if columns == self._columns:
            return
        self._columns = columns
        rows = -(-len(self.values) // columns)
        for number, (name, value) in enumerate(self.values.items()):
            column, row = divmod(number, rows)
            self._grid.addWidget(self._labels[name], row, column * 2, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, row, column * 2 + 1, Qt.AlignmentFlag.AlignTop)
        for column in range(2):
            self._grid.setColumnStretch(column * 2 + 1, 1 if column < columns else 0)

    def show_person(self, contact: Contact, shown: Shown) -> None:
        """Show these fields of a person."""
        for value in self.values.values():
            value.show_person(contact, shown)

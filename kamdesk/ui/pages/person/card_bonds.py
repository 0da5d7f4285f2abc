"""Who of us knows a person: what each is now and shall become, written where it stands."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.card import bonds_of
from kamdesk.client.client import WORKSPACE
from kamdesk.client.edit import add
from kamdesk.client.library import Colleague
from kamdesk.client.people import Bond, Contact
from kamdesk.client.record import Value, field_of
from kamdesk.client.telling import tell
from kamdesk.desk.people import know
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing, Shown
from kamdesk.ui.parts.buttons import IconButton
from kamdesk.ui.parts.in_place import InPlace
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.line_button import LineButton
from kamdesk.ui.parts.named_line import NamedLine
from kamdesk.ui.parts.steps import changing, removing


class BondLine(QWidget):
    """One of us: name, relation now, an arrow, relation wanted, how we know."""

    edited = Signal(object)  # Doing

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._bond: Bond | None = None
        self._contact: Contact | None = None
        self._shown: Shown | None = None
        self.name = Label(look)
        self.name.setFixedWidth(look.theme.px(104))
        self.now, self.wanted = InPlace(look, field_of(Bond, "now"), "?"), InPlace(look, field_of(Bond, "wanted"), "?")
        self.note = InPlace(look, field_of(Bond, "note"), look.tr("How we know"), role="small", colour="muted")
        self.remove = IconButton(look, "x", look.tr("Remove"), small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.px(6))
        row.addWidget(self.name)
        row.addWidget(self.now)
        row.addWidget(Label(look, "→", "body", "muted"))
        row.addWidget(self.wanted)
        row.addStretch(1)
        row.addWidget(self.note)
        row.addWidget(self.remove)
        self.now.committed.connect(self._set_now)
        self.wanted.committed.connect(self._set_wanted)
        self.note.committed.connect(self._set_note)
        self.remove.clicked.connect(self._remove)

    def show_bond(self, bond: Bond, contact: Contact, shown: Shown) -> None:
        """Show what one of us is to a person."""
        look = self.look
        self._bond, self._contact, self._shown = bond, contact, shown
        colleague = self._colleague()
        self.name.setText(colleague.name if colleague else look.tr("Without a name"))
        for part, value in ((self.now, bond.now), (self.wanted, bond.wanted), (self.note, bond.note)):
            part.show_value(value, tell(part.editor.field, value, look.words))
            part.shown.setAccessibleName(f"{self.name.text()}, {part.shown.accessibleName()}")

    def _colleague(self) -> Colleague | None:
        found = self._shown.workspace.get(self._bond.colleague) if self._shown and self._bond else None
        return found if isinstance(found, Colleague) else None

    def _set_now(self, value: Any) -> None:
        self._know(now=value)

    def _set_wanted(self, value: Any) -> None:
        self._know(wanted=value)

    def _know(self, **values: Any) -> None:
        colleague = self._colleague()
        if self._shown and self._bond and self._contact and colleague:
            levels = {"now": self._bond.now, "wanted": self._bond.wanted, **values}
            step = know(self._shown.client, self._contact, colleague, today=self._shown.today, **levels)
            self.edited.emit(Doing(step.said, step.edits))

    def _set_note(self, value: Value) -> None:
        if self._bond:
            self.edited.emit(changing(self._bond, note=value))

    def _remove(self) -> None:
        if self._bond and self._shown:
            self.edited.emit(removing(self._shown.client, self._bond))


class BondLines(QWidget):
    """All of us who know a person, and a line to name another one."""

    edited = Signal(object)  # Doing

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._contact: Contact | None = None
        self._shown: Shown | None = None
        self.lines: dict[str, BondLine] = {}
        self.opener = LineButton(look, look.tr("Who of us knows them?"), icon="plus", role="body")
        self.namer = NamedLine(look, look.tr("Of ours"), look.tr("Name of one of us"))
        self.namer.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.theme.px(2))
        self._column.addWidget(self.opener)
        self._column.addWidget(self.namer)
        self.opener.clicked.connect(self.open)
        self.namer.taken.connect(self._take)
        self.namer.entered.connect(self._enter)
        self.namer.escaped.connect(self.close_namer)

    def show_person(self, contact: Contact, shown: Shown) -> None:
        """Show who of us knows a person."""
        self._contact, self._shown = contact, shown
        wanted = {bond.key: bond for bond in bonds_of(shown.client, contact)}
        for key in [key for key in self.lines if key not in wanted]:
            line = self.lines.pop(key)
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        for at, (key, bond) in enumerate(wanted.items()):
            if key not in self.lines:
                self.lines[key] = BondLine(self.look)
                self.lines[key].edited.connect(self.edited)
                self._column.insertWidget(at, self.lines[key])
            self.lines[key].show_bond(bond, contact, shown)
        known = {bond.colleague for bond in wanted.values()}
        self.namer.offer([item for item in shown.workspace.colleagues if item.key not in known])

    def open(self) -> None:
        """Ask who of us knows the person."""
        self.opener.hide()
        self.namer.show()
        self.namer.setFocus()

    def close_namer(self) -> None:
        """Ask no longer."""
        inside = self.namer.hasFocus()
        self.namer.clear()
        self.namer.hide()
        self.opener.show()
        if inside:
            self.opener.setFocus()

    def _enter(self) -> None:
        """Take who is named; an unknown name becomes one of our people."""
        words, found = self.namer.words(), self.namer.found()
        if len(found) == 1 or self.namer.exact():
            self._take(found[0])
        elif words and self._shown and self._contact:
            made = Colleague(owner=WORKSPACE, name=words)
            step = know(self._shown.client, self._contact, made, None, None, self._shown.today)
            self.close_namer()
            self.edited.emit(Doing(step.said, (add(made), *step.edits)))

    def _take(self, key: str) -> None:
        colleague = self._shown.workspace.get(key) if self._shown else None
        if self._shown and self._contact and isinstance(colleague, Colleague):
            step = know(self._shown.client, self._contact, colleague, None, None, self._shown.today)
            self.close_namer()
            self.edited.emit(Doing(step.said, step.edits))

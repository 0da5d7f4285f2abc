"""The one question a new client needs: its name."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.fields import Line
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.sheet import Sheet

_WIDTH = 480


class NewClientSheet(Sheet):
    """Says the name that was given."""

    named = Signal(str)

    def __init__(self, look: Look, parent: QWidget, taken: Iterable[str]) -> None:
        super().__init__(look, parent, _WIDTH)
        tr, theme = look.tr, look.theme
        self._taken = {name.casefold() for name in taken}
        self._name = Line(look, tr("Name of the client"), tr("Name of the client"))
        self._notice = Label(look, tr("Everything else can wait."), "small", "muted")
        self._cancel = Button(look, tr("Cancel"), "third")
        self._create = Button(look, tr("Create"), "primary", key="Enter")
        self.setAccessibleName(tr("New client"))
        self.column.setContentsMargins(theme.px(28), theme.px(22), theme.px(28), theme.px(22))
        self.column.setSpacing(theme.space("m"))
        self.column.addWidget(Label(look, tr("New client"), "title"))
        self.column.addWidget(self._name)
        self.column.addWidget(self._notice)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self._create)
        self.column.addLayout(row)
        self._name.textChanged.connect(self._look_at_name)
        self._name.entered.connect(self._name_it)
        self._name.escaped.connect(self.close_sheet)
        self._create.clicked.connect(self._name_it)
        self._cancel.clicked.connect(self.close_sheet)
        self._look_at_name("")

    def take_focus(self) -> None:
        """The name is typed at once."""
        self._name.setFocus()

    def _look_at_name(self, text: str) -> None:
        name = text.strip()
        twice = name.casefold() in self._taken
        tr = self.look.tr
        self._create.setEnabled(bool(name))
        self._notice.setText(
            tr("There is a client of this name already.") if twice else tr("Everything else can wait.")
        )
        self._notice.show_colour("warn" if twice else "muted")

    def _name_it(self) -> None:
        name = self._name.text().strip()
        if name:
            self.close_sheet()
            self.named.emit(name)

"""One question over the window: a name, a reader, a password; Enter answers, Esc gives up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.pages.paper.offering import offer
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.chosen_editors import TickBox
from kamdesk.ui.parts.fields import Line
from kamdesk.ui.parts.labels import Label, Paragraph
from kamdesk.ui.parts.sheet import Sheet

_WIDTH = 460


class AskSheet(Sheet):
    """Says what was answered; `problem` tells why an answer will not do."""

    answered = Signal(str)

    def __init__(self, look: Look, over: QWidget, title: str, told: str, does: str, now: str = "") -> None:
        super().__init__(look, over, _WIDTH)
        theme = look.theme
        self.problem: Callable[[str], str] = _none
        self.setAccessibleName(title)
        self.field = Line(look, title)
        self.field.setText(now)
        self.shows = TickBox(look, look.tr("Show what is typed"))  # Tab walks in the order the parts are put in
        self.shows.hide()
        self._notice = Label(look, "", "small", "warn")
        self._cancel = Button(look, look.tr("Cancel"), "third", key="Esc")
        self.does = Button(look, does, "primary", key="Enter")
        self.column.setContentsMargins(theme.px(28), theme.px(22), theme.px(28), theme.px(22))
        self.column.setSpacing(theme.space("m"))
        self.column.addWidget(Label(look, title, "title"))
        if told:
            self.column.addWidget(Paragraph(look, told, "small", "text2"))
        self.column.addWidget(self.field)
        self.column.addWidget(self.shows)
        self.column.addWidget(self._notice)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self.does)
        self.column.addLayout(row)
        self.field.textChanged.connect(self._look_at)
        self.field.entered.connect(self._answer)
        self.shows.toggled.connect(self._show_typing)
        self.field.escaped.connect(self.close_sheet)
        self.does.clicked.connect(self._answer)
        self._cancel.clicked.connect(self.close_sheet)
        self.closed.connect(self.deleteLater)

    def offer(self, names: list[str]) -> None:
        """Propose these while somebody types."""
        offer(self.field, names)

    def hide_typing(self) -> None:
        """What is typed is shown on demand only: a slip in a password would be found too late."""
        self.shows.show()
        self._show_typing(False)

    def _show_typing(self, shown: bool) -> None:
        self.field.setEchoMode(Line.EchoMode.Normal if shown else Line.EchoMode.Password)

    def ask(self) -> None:
        """Open."""
        self._look_at(self.field.text())
        self.open()

    def take_focus(self) -> None:
        """The answer is typed at once."""
        self.field.setFocus()
        self.field.selectAll()

    def _look_at(self, text: str) -> None:
        wrong = self.problem(text)
        self._notice.setText(wrong if text.strip() else "")
        self.does.setEnabled(not wrong)

    def _answer(self) -> None:
        if self.does.isEnabled():
            text = self.field.text()
            self.close_sheet()
            self.answered.emit(text)


def _none(_text: str) -> str:
    return ""

"""The actions that came out of a visit, each leading to the plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kamdesk.client.plan_records import Action, Side
from kamdesk.client.units import tell_day
from kamdesk.ui.look import Look
from kamdesk.ui.parts.labels import Heading
from kamdesk.ui.parts.line_button import LineButton


class VisitActions(QWidget):
    """A line for each; nothing at all while there is none."""

    wanted = Signal(str)  # key of an action

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._lines: list[LineButton] = []
        self._heading = Heading(look, look.tr("Actions of this visit"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.theme.px(2))
        self._column.addWidget(self._heading)

    def show_actions(self, actions: Sequence[Action], today: date) -> None:
        """Show these."""
        words, tr = self.look.words, self.look.tr
        while len(self._lines) < len(actions):
            line = LineButton(self.look, height=32, role="body", colour="text")
            line.clicked.connect(self._want)
            self._column.addWidget(line)
            self._lines.append(line)
        for line in self._lines[len(actions) :]:
            line.hide()
        for line, action in zip(self._lines, actions, strict=False):
            out = action.side is Side.OURS
            tail = tr("Done") if action.done else tell_day(action.due, words, today) if action.due else tr("no day")
            icon = "check" if action.done else "arrow-up-right" if out else "arrow-down-left"
            line.show_line(action.text, icon=icon, lead=action.person, tail=tail)
            line.setObjectName(action.key)
            line.show()
        self._heading.show_count(len(actions))
        self.setVisible(bool(actions))

    def _want(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.wanted.emit(sender.objectName())

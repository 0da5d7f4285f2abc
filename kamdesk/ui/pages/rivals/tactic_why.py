"""Why a tactic, as chips that lead to the cells it comes from; and what is or was to be done for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.chip import Chip
from kamdesk.client.plan_records import Action
from kamdesk.client.units import tell_day
from kamdesk.ui.look import Look
from kamdesk.ui.parts.anew import emptied
from kamdesk.ui.parts.flow import Flow
from kamdesk.ui.parts.line_button import LineButton
from kamdesk.ui.parts.reason_chip import ReasonChip

_MOST = 3  # actions


class Reasons(QWidget):
    """The chips; one that comes from no cell cannot be pressed."""

    led = Signal(object)  # Chip

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._chips: dict[ReasonChip, Chip] = {}
        self._flow = Flow(self, look.theme.px(6))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_reasons(self, chips: Sequence[Chip]) -> None:
        """Show these."""
        while (held := self._flow.takeAt(0)) is not None:
            if (widget := held.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._chips = {}
        for chip in chips:
            button = ReasonChip(self.look, self.look.tell(chip.said))
            button.setEnabled(bool(chip.section))
            self._chips[button] = chip
            self._flow.addWidget(button)
            button.clicked.connect(self._lead)

    def _lead(self) -> None:
        button = self.sender()
        if isinstance(button, ReasonChip):
            self.led.emit(self._chips[button])


class ActionLines(QWidget):
    """The actions, the open ones first."""

    wanted = Signal(str)  # key of an action

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._keys: dict[LineButton, str] = {}
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)

    def show_actions(self, actions: Sequence[Action], today: date) -> None:
        """Show these; nothing stands here without any."""
        look = self.look
        emptied(self._lines)
        self._keys = {}
        for action in actions[:_MOST]:
            due = tell_day(action.due, look.words, today) if action.due else look.tr("no day")
            icon, ink = ("check", "ok") if action.done else ("square", "muted")
            tail = look.trc("action", "done") if action.done else due
            line = LineButton(look, action.text, icon=icon, icon_colour=ink, tail=tail)
            self._keys[line] = action.key
            self._lines.addWidget(line)
            line.clicked.connect(self._go)
        self.setVisible(bool(actions))

    def _go(self) -> None:
        line = self.sender()
        if isinstance(line, LineButton):
            self.wanted.emit(self._keys[line])

"""What a relationship or an action serves: an order or a goal, found by typing, or made from what was typed."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.client import Client
from kamdesk.desk.next_action import Purpose, make_purpose, purpose_words, purposes
from kamdesk.ui.look import Look
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.fields import Notice
from kamdesk.ui.parts.line_button import LineButton
from kamdesk.ui.parts.named_line import NamedLine

_LONGEST = 40


class PurposePicker(QWidget):
    """A line that says what is served; pressed it asks. An empty answer is nothing."""

    chosen = Signal(object)  # Purpose, perhaps one that is not written down yet, or None
    grown = Signal()

    def __init__(self, look: Look, key: str = "") -> None:
        super().__init__()
        self.look = look
        self._client: Client | None = None
        self._purpose: Purpose | None = None
        self.button = LineButton(look, icon="target", key=key)
        words = look.tr("Which order or goal does it serve?")
        self.line = NamedLine(look, words, words)
        self._notice = Notice(look)
        self.order = Button(look, look.tr("New order"), small=True, icon="plus", key="Enter")
        self.goal = Button(look, look.tr("New goal"), small=True, icon="plus")
        self._making = QWidget()
        row = QHBoxLayout(self._making)
        row.setContentsMargins(0, look.theme.px(4), 0, 0)
        row.setSpacing(look.theme.px(6))
        row.addWidget(self.order)
        row.addWidget(self.goal)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.button, self.line, self._notice, self._making):
            column.addWidget(widget)
        self.setFocusProxy(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._connect()
        self.close_line()

    def _connect(self) -> None:
        self.button.clicked.connect(self.open)
        self.button.removing.connect(self._serve_nothing)
        self.line.taken.connect(self._take)
        self.line.entered.connect(self._enter)
        self.line.escaped.connect(self.close_line)
        self.line.departed.connect(self._depart)
        self.line.textEdited.connect(self._type)
        self.order.clicked.connect(self._make_order)
        self.goal.clicked.connect(self._make_goal)

    @property
    def purpose(self) -> Purpose | None:
        """What is served."""
        return self._purpose

    def show_purpose(self, client: Client, purpose: Purpose | None) -> None:
        """Show what is served; what is half typed stays."""
        self._client, self._purpose = client, purpose
        self.line.offer(purposes(client), attrgetter("title"))
        if purpose is not None:
            self.button.show_line(self.look.tell(purpose_words(purpose)), icon="target", icon_colour="text2")
        else:
            self.button.show_line(self.look.tr("Serves no order and no goal yet"), icon="target", icon_colour="warn")

    def open(self) -> None:
        """Ask what is served."""
        self.button.hide()
        self.line.setText(self._purpose.title if self._purpose else "")
        self.line.selectAll()
        self.line.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.grown.emit()

    def close_line(self) -> None:
        """Say what is served again."""
        focused = self.line.hasFocus()
        self.button.show()
        if focused:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.hide()
        self._say("")

    def _enter(self) -> None:
        words, found = self.line.words(), self.line.found()
        if not words:
            self._serve_nothing()
        elif len(found) == 1 or self.line.exact():
            self._take(found[0])
        elif not self._making.isHidden():
            self._make_order()
        else:
            self._say(self.look.tr("There is no order and no goal called “{name}” yet.", name=words[:_LONGEST]))

    def _take(self, key: str) -> None:
        found = next((item for item in purposes(self._client) if item.key == key), None) if self._client else None
        self._choose(found)

    def _serve_nothing(self) -> None:
        self._choose(None)

    def _make_order(self) -> None:
        self._make(goal=False)

    def _make_goal(self) -> None:
        self._make(goal=True)

    def _make(self, *, goal: bool) -> None:
        if self._client is not None and (words := self.line.words()):
            self._choose(make_purpose(self._client, words, goal=goal))

    def _choose(self, purpose: Purpose | None) -> None:
        if self._client is not None:
            self.show_purpose(self._client, purpose)
        self.close_line()
        self.chosen.emit(purpose)

    def _type(self, _words: str) -> None:
        self._say("")

    def _depart(self) -> None:
        words = self.line.words()
        if not words or (self._purpose is not None and words == self._purpose.title):
            self.close_line()

    def _say(self, problem: str) -> None:
        self._notice.say(problem)
        self._making.setVisible(bool(problem))
        self.line.setAccessibleDescription(problem)

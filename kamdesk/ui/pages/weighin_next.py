"""What it takes to reach the next level: its text, what we already do about it, what else could be done."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.plan_records import Action
from kamdesk.client.units import tell_day
from kamdesk.client.weigh_records import Dimension
from kamdesk.client.weighing import NEXT_ACTIONS, QUESTIONS
from kamdesk.desk.weighin import Sitting, next_level, next_text, open_actions
from kamdesk.ui.look import Look
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.fields import Line
from kamdesk.ui.parts.labels import Heading, Label, Paragraph
from kamdesk.ui.parts.line_button import LineButton

_MOST = 3  # of planned and suggested together, one suggestion at least


class NextLevel(QWidget):
    """The next level of the current dimension, with actions to take on."""

    taken = Signal(str)  # the words of an action to make

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._heading = Heading(look, "")
        self._text = Paragraph(look, colour="text2")
        self._how = Label(look, "", "small", "muted")
        self._items = QVBoxLayout()
        self._add = LineButton(look, look.tr("Add an action"), icon="plus", key="A", role="body")
        self.field = Line(look, look.tr("Action"), look.tr("What shall we do?"))
        px = look.theme.px
        self._items.setSpacing(px(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        for widget in (self._heading, self._text, self._how):
            column.addWidget(widget)
        column.addLayout(self._items)
        column.addWidget(self._add)
        column.addWidget(self.field)
        self.field.hide()
        self._about = ""  # key of the person
        self._waiting: dict[str, str] = {}
        self._add.clicked.connect(self.open_field)
        self.field.entered.connect(self._enter)
        self.field.escaped.connect(self._close)

    def show_next(self, sitting: Sitting, dimension: Dimension, today: date, *, is_open: bool) -> None:
        """Show what to work for on this dimension."""
        look, level = self.look, next_level(sitting, dimension)
        if sitting.contact.key != self._about:
            self._lay_aside(sitting.contact.key)
        name = look.tr(dimension.label)
        counted = sitting.weighed.counted[dimension].counted
        if level:
            self._heading.show_words(look.tr("{dimension} {now} → {next}", dimension=name, now=level - 1, next=level))
            self._text.setText(look.tr(next_text(sitting, dimension)))
            self._how.setText(look.tr("How to get to {level}", level=level))
        elif counted is None:
            self._heading.show_words(look.tr("{dimension}: unknown", dimension=name))
            self._text.setText("\n".join(look.tr(question) for question in QUESTIONS[dimension]))
            self._how.setText(look.tr("How to find out"))
        else:
            self._heading.show_words(look.tr("{dimension}: at the top", dimension=name))
            self._text.setText(look.tr("Nothing is above level 5. Keep it, and keep the facts fresh."))
            self._how.setText(look.tr("How to keep it"))
        self._fill(sitting, dimension, today, is_open)
        self._add.setVisible(is_open and self.field.isHidden())

    def _lay_aside(self, about: str) -> None:
        """Put away what is half typed about one person, and take up what was about this one."""
        if self.field.text().strip():
            self._waiting[self._about] = self.field.text()
        self._about = about
        self.field.setText(self._waiting.pop(about, ""))
        self.field.setVisible(bool(self.field.text()))

    def _fill(self, sitting: Sitting, dimension: Dimension, today: date, is_open: bool) -> None:
        while (item := self._items.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        look = self.look
        offered = [look.tr(text) for text in NEXT_ACTIONS[dimension]]
        proof = look.tr(next_text(sitting, dimension))
        planned = open_actions(sitting)
        near = [action for action in planned if action.text in offered or (proof and action.proof == proof)]
        rest = [action for action in planned if action not in near]
        texts = {action.text for action in planned}
        ideas = [text for text in offered if text not in texts] if is_open else []
        shown = [*near, *rest][: _MOST - bool(ideas)]
        for action in shown:
            self._items.addWidget(_planned(look, action, today))
        for text in ideas[: _MOST - len(shown)]:
            suggestion = _Suggested(look, text)
            suggestion.taken.connect(self.taken)
            self._items.addWidget(suggestion)

    def open_field(self) -> None:
        """Let an action be typed."""
        if not self._add.isHidden():
            self._add.hide()
            self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self) -> None:
        if text := self.field.text().strip():
            self._close()
            self.taken.emit(text)

    def _close(self) -> None:
        self.field.clear()
        self.field.hide()
        self._add.show()


class _Item(QWidget):
    """An icon with two lines and perhaps a button."""

    def __init__(self, look: Look, icon: str, colour: str, text: str, note: str) -> None:
        super().__init__()
        px = look.theme.px
        picture = QLabel()
        picture.setPixmap(look.icons.pixmap(icon, colour))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(look, text, "body", wrap=True))
        words.addWidget(Label(look, note, "small", "text2", elide=True))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(px(10))
        picture.setContentsMargins(0, px(2), 0, 0)
        self.row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)


class _Suggested(_Item):
    """Something that could be done."""

    taken = Signal(str)

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(look, "circle-dashed", "muted", text, look.tr("suggested"))
        self._text = text
        button = Button(look, look.tr("Take on"), small=True)
        button.setAccessibleDescription(text)
        self.row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        button.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.taken.emit(self._text)


def _planned(look: Look, action: Action, today: date) -> _Item:
    """An action that is already agreed on."""
    due = tell_day(action.due, look.words, today) if action.due else ""
    late = action.due is not None and action.due < today
    if action.person and due:
        note = look.tr("planned, {person}, by {day}", person=action.person, day=due)
    else:
        note = look.tr("planned, by {day}", day=due) if due else look.tr("planned")
    return _Item(look, "clock-alert" if late else "circle-check", "bad" if late else "ok", action.text, note)

"""What it takes to reach the next level: its text, what we already do about it, what else could be done."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.levels import behaviour
from kamdesk.client.library import Profile
from kamdesk.client.plan_records import Action
from kamdesk.client.sums import sum_of_priority
from kamdesk.client.targets import Gap, proposals
from kamdesk.client.units import tell_day, tell_decimal
from kamdesk.client.weigh_records import Dimension
from kamdesk.client.weighing import NEXT_ACTIONS, QUESTIONS
from kamdesk.desk.next_action import Draft, draft
from kamdesk.desk.weighin import next_level, open_actions
from kamdesk.ui.look import Look
from kamdesk.ui.pages.weighin.action import ActionForm
from kamdesk.ui.pages.weighin.words import RowShown
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.labels import Heading, Label, Paragraph
from kamdesk.ui.parts.line_button import LineButton
from kamdesk.ui.parts.sum_card import SumButton

_MOST = 3  # of planned and suggested together, one suggestion at least


class NextLevel(QWidget):
    """The next level of the current dimension, with actions to take on."""

    taken = Signal(object, object)  # Draft, and an order or goal that has to be written down with it
    leading = Signal(str)  # the key of the record that a line of the sum leads to

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._shown: RowShown | None = None
        self._profile = Profile()
        self._dimension = Dimension.ACCEPTANCE
        self._heading = Heading(look, "")
        self._priority = _Priority(look)
        self._text = Paragraph(look, colour="text2")
        self._how = Label(look, "", "small", "muted")
        self._items = QVBoxLayout()
        self._add = LineButton(look, look.tr("Add an action"), icon="plus", key="A", role="body")
        self.form = ActionForm(look)
        self.field = self.form.text
        px = look.theme.px
        self._items.setSpacing(px(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        for widget in (self._heading, self._priority, self._text, self._how):
            column.addWidget(widget)
        column.addLayout(self._items)
        column.addWidget(self._add)
        column.addWidget(self.form)
        self._about = ""  # key of the person
        self._waiting: dict[str, tuple[Dimension, Draft]] = {}
        self._for = Dimension.ACCEPTANCE  # the dimension that the form was opened for
        self._add.clicked.connect(self.open_field)
        self._priority.number.leading.connect(self.leading)
        self.form.drafted.connect(self.taken)
        self.form.closed.connect(self._closed)

    @property
    def dimension(self) -> Dimension:
        """The dimension that the action in the form is for."""
        return self._for

    def show_next(self, shown: RowShown, dimension: Dimension, gap: Gap | None, profile: Profile) -> None:
        """Show what to work for on this dimension; `gap` is that to the target, where there is one."""
        sitting, look = shown.sitting, self.look
        self._shown, self._dimension, self._profile = shown, dimension, profile
        if sitting.contact.key != self._about:
            self._lay_aside(sitting.contact.key)
        name = look.tr(dimension.label)
        counted = sitting.weighed.counted[dimension].counted
        if level := self._wanted(gap):
            self._heading.show_words(look.tr("{dimension} {now} → {next}", dimension=name, now=counted, next=level))
            self._text.setText(look.tr(behaviour(dimension, level)))
            self._how.setText(look.tr("How to get to {level}", level=level))
        elif counted is None:
            self._heading.show_words(look.tr("{dimension}: unknown", dimension=name))
            self._text.setText("\n".join(look.tr(question) for question in QUESTIONS[dimension]))
            self._how.setText(look.tr("How to find out"))
        else:
            self._heading.show_words(look.tr("{dimension}: at the top", dimension=name))
            self._text.setText(look.tr("Nothing is above level 5. Keep it, and keep the facts fresh."))
            self._how.setText(look.tr("How to keep it"))
        self._show_gap(gap, shown.today)
        self._fill(shown)
        self._add.setVisible(shown.is_open and self.form.isHidden())

    def _wanted(self, gap: Gap | None) -> int | None:
        """The level to work for: the next one on the way to the target, or just the next one."""
        level = next_level(self._shown.sitting, self._dimension) if self._shown else None
        return level if gap is None or not gap.gap or level is None else min(level, gap.wanted)

    def _show_gap(self, gap: Gap | None, today: date) -> None:
        by = gap.by if gap and gap.gap else None
        told = self.look.tr("target {level} by {day}", level=gap.wanted, day=_month(by)) if gap and by else ""
        late = by is not None and by < today
        self._heading.show_note(told, "bad" if late else "muted")
        self._priority.show_gap(gap if gap and gap.gap else None)

    def _lay_aside(self, about: str) -> None:
        """Put away what is half typed about one person, and take up what was about this one."""
        if self.form.half_typed:
            self._waiting[self._about] = (self._for, self.form.typed())
        self._about = about
        self.form.hide()
        if about in self._waiting and self._shown:
            self._for, typed = self._waiting.pop(about)
            self.form.bring(self._shown.sitting.client, typed)
            self.form.show()

    def _fill(self, shown: RowShown) -> None:
        while (item := self._items.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        look, sitting = self.look, shown.sitting
        offered = [look.tr(text) for text in NEXT_ACTIONS[self._dimension]]
        planned = open_actions(sitting)
        near = [action for action in planned if action.dimension is self._dimension or action.text in offered]
        rest = [action for action in planned if action not in near and action.dimension is None]
        bare = Gap(sitting.contact, self._dimension, None, 0, 0.0, 0, 0.0, (), None)  # whatever the target
        ideas = [look.tr(text) for text in proposals(sitting.client, bare)] if shown.is_open else []
        planned = [*near, *rest][: _MOST - bool(ideas)]
        for action in planned:
            self._items.addWidget(_planned(look, action, shown.today, here=action in near))
        for text in ideas[: _MOST - len(planned)]:
            suggestion = _Suggested(look, text)
            suggestion.taken.connect(self.open_form)
            self._items.addWidget(suggestion)

    def open_field(self) -> None:
        """Let an action be typed."""
        if self.form.isHidden():
            self.open_form("")
        else:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_form(self, text: str) -> None:
        """Open the form for an action in these words."""
        if self._shown is None or not self._shown.is_open:
            return
        sitting, self._for = self._shown.sitting, self._dimension
        level = next_level(sitting, self._dimension)
        proof = self.look.tr(behaviour(self._dimension, level)) if level else ""
        drafted = draft(sitting.client, sitting.contact, self._profile.name, self._shown.today, text, proof)
        self._add.hide()
        self.form.open_for(sitting.client, drafted, self._shown.today)

    def _closed(self) -> None:
        self._add.setVisible(bool(self._shown and self._shown.is_open))


class _Priority(QWidget):
    """How wide the gap is and how much it matters; the number opens its arithmetic."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._words = Label(look, "", "small", "text2")
        self.number = SumButton(look, "small", label=look.tr("Priority"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.px(2))
        row.addWidget(self._words)
        row.addWidget(self.number)
        row.addStretch(1)

    def show_gap(self, gap: Gap | None) -> None:
        """Show a gap; hidden without one."""
        self.setVisible(gap is not None)
        if gap is not None:
            self._words.setText(self.look.tr("Gap {gap}, priority", gap=gap.gap))
            self.number.show_number(tell_decimal(gap.priority, 2), partial(sum_of_priority, gap))


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


def _planned(look: Look, action: Action, today: date, *, here: bool) -> _Item:
    """An action that is already agreed on; `here` when it is for this dimension."""
    due = tell_day(action.due, look.words, today) if action.due else ""
    late = action.due is not None and action.due < today
    if action.person and due:
        note = look.tr("planned, {person}, by {day}", person=action.person, day=due)
    else:
        note = look.tr("planned, by {day}", day=due) if due else look.tr("planned")
    note = note if here else look.tr("general; {planned}", planned=note)
    known = "ok" if here else "muted"
    return _Item(look, "clock-alert" if late else "circle-check", "bad" if late else known, action.text, note)


def _month(day: date | None) -> str:
    return f"{day:%Y-%m}" if day else ""

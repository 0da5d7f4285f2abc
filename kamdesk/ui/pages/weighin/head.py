"""Who is weighed, for whom, on which day and on how many dimensions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QStackedLayout, QWidget

from kamdesk.client.record import field_of
from kamdesk.client.rival_records import Rival
from kamdesk.client.units import tell_day
from kamdesk.client.weigh_records import WeighIn
from kamdesk.ui.look import Look
from kamdesk.ui.pages.weighin.person import PersonSwitch
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.flow import Flow
from kamdesk.ui.parts.segments import Option, Segments
from kamdesk.ui.parts.typed_editors import DayEditor

OURS = ""  # the choice of our own weigh-in, where rivals go by their keys
_MOST_RIVALS = 3


class DaySwitch(QWidget):
    """The day of the weigh-in as a button that turns into a field."""

    typed = Signal(object)  # date

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._day: date | None = None
        self._button = Button(look, "", icon="calendar")
        self.field = DayEditor(look, field_of(WeighIn, "day"))
        self.field.setMinimumWidth(look.theme.px(150))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._button)
        self._stack.addWidget(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._button.clicked.connect(self.open)
        self.field.committed.connect(self.typed)
        self.field.left.connect(self.close_field)

    def show_day(self, day: date, today: date, *, fresh: bool) -> None:
        """Show the day; `fresh` when it was already weighed on it."""
        told = tell_day(day, self.look.words, today)
        text = self.look.tr("Weigh-in of {day}", day=told) if fresh else self.look.tr("Weigh on {day}", day=told)
        self._day = day
        self._button.show_words(text)
        self.field.today = today
        if not self.field.problem():
            self.field.show_value(day)
            self.close_field()

    def open(self) -> None:
        """Turn into a field."""
        self._stack.setCurrentWidget(self.field)
        self.field.start()

    def refuse(self, why: str) -> None:
        """Say why the day cannot be taken; what was typed stays."""
        self.field.say(why)
        self.field.line.setFocus()
        self.updateGeometry()

    def close_field(self) -> None:
        """Be a button again."""
        if self._stack.currentWidget() is self.field:
            self.field.show_value(self._day)
            self._stack.setCurrentWidget(self._button)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as the button's words; wider and higher while something is wrong."""
        px, shown = self.look.theme.px, self._stack.currentWidget() or self._button
        width = max(self._button.sizeHint().width(), px(240 if self.field.problem() else 150))
        height = shown.heightForWidth(width) if shown.hasHeightForWidth() else shown.sizeHint().height()
        return QSize(width, height)


class WeighHead(QWidget):
    """The head of the page; in a narrow one it takes two lines."""

    whose_chosen = Signal(object)  # key of a rival, OURS for us
    count_chosen = Signal(int)  # 3, 4 or 6 dimensions

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.person = PersonSwitch(look)
        self.day = DaySwitch(look)
        tr = look.tr
        self.count = Segments(
            look,
            [Option(3, tr("3 of 6")), Option(4, tr("4 of 6")), Option(6, tr("All 6"))],
            tr("How many dimensions count"),
            toggle=True,
        )
        self._rivals: tuple[tuple[str, str], ...] = ()
        self._folded = False
        self.whose = Segments(look, [Option(OURS, look.trc("weigh-in", "Us"))], tr("Whose standing is weighed"))
        self._right = _Switches(look)
        self._right.hold(self.whose, self.day, self.count)
        self._grid = QGridLayout(self)
        px = look.theme.px
        self._grid.setContentsMargins(look.size("gutter_left"), px(10), look.size("gutter_right"), px(8))
        self._grid.setVerticalSpacing(px(8))
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.person, 0, 0)
        self._grid.addWidget(self._right, 0, 2, Qt.AlignmentFlag.AlignVCenter)
        self.whose.chosen.connect(self.whose_chosen)
        self.count.chosen.connect(self._count)

    def show_rivals(self, rivals: Sequence[Rival], whose: str) -> None:
        """Offer our weigh-in and the estimates of these rivals."""
        offered = tuple((rival.key, rival.called) for rival in rivals[:_MOST_RIVALS])
        if offered != self._rivals:
            self._rivals = offered
            ours = Option(OURS, self.look.trc("weigh-in", "Us"))
            options = [ours, *(Option(key, _short(name)) for key, name in offered)]
            old, self.whose = self.whose, Segments(self.look, options, self.look.tr("Whose standing is weighed"))
            self._right.hold(self.whose, self.day, self.count)
            old.hide()
            old.deleteLater()
            self.whose.chosen.connect(self.whose_chosen)
        self.whose.choose(whose)
        self.whose.setVisible(bool(offered))

    def show_count(self, count: int, *, is_open: bool) -> None:
        """Show how many dimensions count; none is marked when it is another number than 3, 4 or 6."""
        self.count.choose(count)
        self.count.setEnabled(is_open)

    def _count(self, value: object) -> None:
        if isinstance(value, int):
            self.count_chosen.emit(value)

    def minimumSizeHint(self) -> QSize:
        """The room of two lines: it folds as soon as there is no more."""
        margins, least = self._grid.contentsMargins(), super().minimumSizeHint()
        widest = max(self.person.minimumSizeHint().width(), self._right.minimumSizeHint().width())
        return QSize(margins.left() + margins.right() + widest, least.height())

    def event(self, event: QEvent) -> bool:
        """One line or two, whenever the room or the words change."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fold()
        return super().event(event)

    def _fold(self) -> None:
        margins = self._grid.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self.look.theme.px(12)
        folded = self.person.sizeHint().width() + self._right.sizeHint().width() > room
        if folded != self._folded:
            self._folded = folded
            if folded:
                self._grid.addWidget(self._right, 1, 0, 1, 3)
            else:
                self._grid.addWidget(self._right, 0, 2, Qt.AlignmentFlag.AlignVCenter)


class _Switches(QWidget):
    """For whom, which day, how many: in one line, in a very narrow page in two."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._gap = look.theme.px(12)
        self._flow = Flow(self, self._gap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hold(self, *widgets: QWidget) -> None:
        """Hold these, from the left."""
        while self._flow.takeAt(0) is not None:
            pass
        for widget in widgets:
            self._flow.addWidget(widget)

    def sizeHint(self) -> QSize:
        """All in one line."""
        items = [self._flow.itemAt(at) for at in range(self._flow.count())]
        hints = [item.sizeHint() for item in items if item is not None and not item.isEmpty()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width + 1, max((hint.height() for hint in hints), default=0))


def _short(name: str) -> str:
    return name if len(name) <= 12 else f"{name[:11]}…"

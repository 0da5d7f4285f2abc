"""The bars above the rows: an older weigh-in or a comparison is shown, or one number is all we know of a rival."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kamdesk.client.units import tell_day, tell_gap
from kamdesk.client.weigh_records import Dimension
from kamdesk.client.weighing import Weighed, change
from kamdesk.ui.look import Look
from kamdesk.ui.pages.weighin.words import RowShown
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.score_buttons import ScoreButtons

_NONE = -1  # no place


class _Bar(QWidget):
    """A line on a ground of its own."""

    ground = "warn_soft"

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.row = QHBoxLayout(self)
        px = look.theme.px
        self.row.setContentsMargins(look.size("gutter_left"), px(6), look.size("gutter_right"), px(6))
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), self.look.colour(self.ground))
        painter.end()


class PastBanner(_Bar):
    """Says that an older weigh-in is shown as it was kept, or that two are compared and what moved."""

    back = Signal()
    removing = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._words = Label(look, "", "small", "text", wrap=True)
        self._remove = Button(look, look.tr("Remove it"), "third", icon="trash-2", small=True)
        self._back = Button(look, look.tr("Back to now"), key="Esc", small=True)
        self.row.addWidget(self._words, 1)
        self.row.addWidget(self._remove)
        self.row.addWidget(self._back)
        self._remove.clicked.connect(self.removing)
        self._back.clicked.connect(self.back)

    def show_row(self, row: RowShown, *, past: bool) -> None:
        """Show what is looked at; hide while it is what stands now."""
        look, words = self.look, self.look.words
        self._remove.setVisible(past and not row.compared)
        self.setVisible(past or row.compared)
        day = row.sitting.now.day
        if row.compared and row.before and row.before.weighin.day and day:
            first = tell_day(row.before.weighin.day, words, row.today)
            moved = _moved(row.weighed, row.before, look)
            second = tell_day(day, words, row.today)
            told = look.tr("{first} beside {second}: {moved}", first=first, second=second, moved=moved)
            self._words.setText(told)
        elif day:
            told = tell_day(day, words, row.today)
            self._words.setText(look.tr("The weigh-in of {day} as it was kept; it is not changed here.", day=told))


def _moved(now: Weighed, before: Weighed, look: Look) -> str:
    """How far the score moved, and over how many dimensions that could be said."""
    moved = change(now, before)
    if moved is None:
        return look.tr("no dimension is known in both, so nothing can be compared")
    both = [
        d
        for d in Dimension
        if now.weights[d] and before.weights[d] and None not in (now.counted[d].counted, before.counted[d].counted)
    ]
    told = look.trn("over {n} dimension known in both", "over {n} dimensions known in both", len(both))
    return look.tr("{gap} {over}", gap=tell_gap(moved), over=told)


class OneNumber(_Bar):
    """Estimating a rival: when one number is all we know, it goes for every dimension that counts."""

    ground = "tile"
    picked = Signal(int)  # place

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        told = look.tr("Only one number known? Q or Shift and a digit sets it for all that counts.")
        self._words = Label(look, told, "small", "text2", wrap=True)
        self.levels = ScoreButtons(look, look.tr("One number for all"))
        self.row.addWidget(self._words, 1)
        self.row.addWidget(self.levels)
        self._asking = False
        self.levels.picked.connect(self.picked)

    def show_row(self, row: RowShown) -> None:
        """Show the one number, when it is the same everywhere; hidden while it is we who are weighed."""
        self.setVisible(row.sitting.rival is not None and row.is_open)
        levels = {row.weighed.counted[d].counted for d in Dimension if row.weighed.weights[d]}
        same = levels.pop() if len(levels) == 1 else None
        self.levels.show_levels(same or _NONE, same, None, muted=False)

    @property
    def asking(self) -> bool:
        """True while the next digit goes for all."""
        return self._asking

    def turn(self) -> None:
        """Ask for the one number, or stop asking."""
        self.ask(not self._asking)

    def ask(self, asking: bool) -> None:
        """Let the next digit go for all."""
        self._asking = asking and not self.isHidden()
        self._words.show_colour("accent" if self._asking else "text2")
        self.levels.point_at(1 if self._asking else -1)

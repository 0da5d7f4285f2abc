"""The middle of the weigh-in: the head, a word when one looks back, and the six rows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.units import tell_day
from kamdesk.ui.look import Look
from kamdesk.ui.pages.weighin_head import WeighHead
from kamdesk.ui.pages.weighin_rows import WeighRows
from kamdesk.ui.pages.weighin_state import Scales
from kamdesk.ui.pages.weighin_words import RowShown
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.labels import Label, Rule


class WeighBody(QWidget):
    """Head, banner, rows."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.head = WeighHead(look)
        self.banner = PastBanner(look)
        self.rows = WeighRows(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.head, Rule(look), self.banner):
            column.addWidget(widget)
        column.addWidget(self.rows, 1)

    def show_scales(self, scales: Scales, row: RowShown) -> None:
        """Show who is weighed, and the rows."""
        sitting = row.sitting
        self.head.person.show_person(scales.people, scales.contact)
        self.head.show_rivals(scales.rivals, scales.whose)
        self.head.day.show_day(sitting.day, row.today, fresh=sitting.fresh)
        self.head.day.setEnabled(row.is_open or bool(scales.back))
        count = sum(weight > 0 for weight in row.weighed.weights.values())
        self.head.show_count(count, is_open=row.is_open and sitting.rival is None)
        day = sitting.now.day
        self.banner.show_past(tell_day(day, self.look.words, row.today) if scales.back and day else "")
        self.rows.show_rows(row)

    def take_keyboard(self) -> None:
        """Bring the keyboard to the rows, unless somebody is using it in the head."""
        focus = QApplication.focusWidget()
        if focus is None or not self.head.isAncestorOf(focus):
            self.rows.take_keyboard()


class PastBanner(QWidget):
    """Says that an older weigh-in is shown, as it was kept."""

    back = Signal()
    removing = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._words = Label(look, "", "small", "text", elide=True)
        self._remove = Button(look, look.tr("Remove it"), "third", icon="trash-2", small=True)
        self._back = Button(look, look.tr("Back to now"), key="Esc", small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.size("gutter_left"), look.theme.px(6), look.size("gutter_right"), look.theme.px(6))
        row.addWidget(self._words, 1)
        row.addWidget(self._remove)
        row.addWidget(self._back)
        self._remove.clicked.connect(self.removing)
        self._back.clicked.connect(self.back)
        self.hide()

    def show_past(self, day: str) -> None:
        """Show the day of the weigh-in, or hide for ""."""
        self._words.setText(self.look.tr("The weigh-in of {day} as it was kept; it is not changed here.", day=day))
        self.setVisible(bool(day))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of something that is not now."""
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), self.look.colour("warn_soft"))
        painter.end()

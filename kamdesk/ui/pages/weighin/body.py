"""The middle of the weigh-in: the head, a word when one looks back, and the six rows."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.pages.weighin.bars import OneNumber, PastBanner
from kamdesk.ui.pages.weighin.head import WeighHead
from kamdesk.ui.pages.weighin.rows import WeighRows
from kamdesk.ui.pages.weighin.state import Scales
from kamdesk.ui.pages.weighin.words import RowShown
from kamdesk.ui.parts.labels import Rule


class WeighBody(QWidget):
    """Head, banner, rows."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.head = WeighHead(look)
        self.banner = PastBanner(look)
        self.one = OneNumber(look)
        self.rows = WeighRows(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.head, Rule(look), self.banner, self.one):
            column.addWidget(widget)
        column.addWidget(self.rows, 1)

    def show_scales(self, scales: Scales, row: RowShown) -> None:
        """Show who is weighed, and the rows."""
        sitting = row.sitting
        self.head.person.show_person(scales.people, scales.contact)
        self.head.show_rivals(scales.rivals, scales.whose)
        self.head.day.show_day(sitting.day, row.today, fresh=sitting.fresh)
        self.head.day.setEnabled(row.is_open or (bool(scales.back) and not scales.against))
        count = sum(weight > 0 for weight in row.weighed.weights.values())
        self.head.show_count(count, is_open=row.is_open and sitting.rival is None)
        self.banner.show_row(row, past=bool(scales.back))
        self.one.show_row(row)
        self.rows.show_rows(row)

    def take_keyboard(self) -> None:
        """Bring the keyboard to the rows, unless somebody is using it in the head."""
        focus = QApplication.focusWidget()
        if focus is None or not self.head.isAncestorOf(focus):
            self.rows.take_keyboard()

"""What narrows the client list: title and views, the field to type into, the grades."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.company import Grade
from kamdesk.client.glance import Glance
from kamdesk.ui.look import Look
from kamdesk.ui.pages.clients.rows import VIEWS
from kamdesk.ui.parts.filter_field import FilterField
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.place_head import place_head
from kamdesk.ui.parts.segments import Option, Segments


class ClientTools(QWidget):
    """Says when something else is asked for, and which rows fit view and grade."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        tr, theme = look.tr, look.theme
        self.title = Label(look, tr("Clients"), "page")
        self.views = Segments(look, [Option(name, tr(words)) for name, words, _ in VIEWS], tr("Views"), boxed=False)
        self.filter = FilterField(look, tr("Filter: name, pinyin, person"))
        self.grades = Segments(look, [Option(grade.value, grade.value) for grade in Grade], tr("Grade"), toggle=True)
        left, right = theme.size("gutter_left"), theme.size("gutter_right")
        tools = QHBoxLayout()
        tools.setContentsMargins(left, theme.space("l"), right, theme.space("s"))
        tools.setSpacing(theme.space("s"))
        tools.addWidget(self.filter)
        tools.addWidget(self.grades)
        tools.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(place_head(look, self.title, self.views))
        column.addLayout(tools)
        self.views.chosen.connect(self._tell)
        self.grades.chosen.connect(self._tell)
        self.filter.textChanged.connect(self._tell)

    def show_counts(self, rows: Sequence[Glance], today: date, now: datetime) -> None:
        """Write how many clients each view and each grade has."""
        grades = [row.grade for row in rows]
        self.grades.show_counts({grade.value: grades.count(grade.value) for grade in Grade})
        self.views.show_counts({name: sum(1 for row in rows if fits(row, today, now)) for name, _, fits in VIEWS})

    def asked(self) -> str:
        """What was typed."""
        return self.filter.text().strip()

    def fitting(self, rows: Sequence[Glance], today: date, now: datetime) -> list[Glance]:
        """The rows of the chosen view and grade."""
        grade = self.grades.value()
        fits = next(fit for name, _, fit in VIEWS if name == self.views.value())
        return [row for row in rows if (grade is None or row.grade == grade) and fits(row, today, now)]

    def clear(self) -> None:
        """Ask for all clients again."""
        self.filter.clear()
        self.grades.choose(None)
        self.views.choose("all")
        self.changed.emit()

    def _tell(self, _value: object = None) -> None:
        self.changed.emit()

"""The facts behind one level, a line each, and the form that opens right there."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.units import tell_day
from kamdesk.client.weigh_records import Dimension, Evidence
from kamdesk.client.weighing import Freshness, freshness
from kamdesk.desk.weighin import Sitting, notes_to_pick
from kamdesk.ui.look import Look
from kamdesk.ui.pages.weighin_form import FactForm
from kamdesk.ui.parts.line_button import LineButton

_MOST = 6
_ICONS = {Freshness.FRESH: ("link", "ok"), Freshness.AMBER: ("clock", "warn"), Freshness.RED: ("clock-alert", "bad")}


class FactLine(LineButton):
    """One fact: how fresh it is by icon, its day, what happened, where it comes from; pressed it can be changed."""

    picked = Signal(object)  # Evidence
    removed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._fact: Evidence | None = None
        self.clicked.connect(self._tell)
        self.removing.connect(self._remove)

    def show_fact(self, fact: Evidence, on: date, more: int = 0) -> None:
        """Show a fact, and how many others there are."""
        self._fact = fact
        look = self.look
        icon, colour = _ICONS[freshness(fact.day, on)]
        tail = fact.source
        if fact.second_source:
            tail = look.tr("{source}, confirmed", source=fact.source) if fact.source else look.tr("confirmed")
        if more:
            tail = look.trn("and {n} more", "and {n} more", more)
        day = tell_day(fact.day, look.words, on) if fact.day else "?"
        self.show_line(fact.text, icon=icon, icon_colour=colour, lead=day, tail=tail)

    def _tell(self) -> None:
        self.picked.emit(self._fact)

    def _remove(self) -> None:
        self.removed.emit(self._fact)


class FactList(QWidget):
    """The newest fact; in the current row all of them, with the way to add one."""

    kept = Signal(object, object)  # the fact before (None for a new one), the fact after
    removed = Signal(object)
    closed = Signal()
    grown = Signal()

    def __init__(self, look: Look, dimension: Dimension) -> None:
        super().__init__()
        self.look, self._dimension = look, dimension
        self._sitting: Sitting | None = None
        self._current, self._is_open = False, True
        self._lines: list[FactLine] = []
        self._add = LineButton(look, look.tr("Add a fact"), icon="plus", key="E")
        self._form: FactForm | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._add)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._add.clicked.connect(self._open_new)

    @property
    def form(self) -> FactForm:
        """The form; made when it is first asked for, because few rows ever need theirs."""
        if self._form is None:
            self._form = FactForm(self.look, self._dimension)
            self._column.addWidget(self._form)
            self._form.kept.connect(self.kept)
            self._form.removed.connect(self.removed)
            self._form.closed.connect(self._closed)
            self._show_form()
        return self._form

    def _show_form(self) -> None:
        if self._form is not None and self._sitting is not None:
            notes = notes_to_pick(self._sitting, self._dimension)
            self._form.show_sitting(self._sitting, notes, is_open=self._is_open)

    def _line(self) -> FactLine:
        line = FactLine(self.look)
        line.picked.connect(self.open_form)
        line.removed.connect(self._remove)
        self._column.insertWidget(len(self._lines), line)
        self._lines.append(line)
        return line

    def show_facts(self, sitting: Sitting, *, is_open: bool) -> None:
        """Show this person's facts; an estimate of a rival has none."""
        self._sitting, self._is_open = sitting, is_open and sitting.rival is None
        self._show_form()
        self._fill()

    def show_current(self, current: bool) -> None:
        """Stand in the current row."""
        self._current = current
        self._fill()

    def open_form(self, fact: Evidence | None = None) -> None:
        """Open the form for a new fact, or for one that shall be changed."""
        if self._sitting and self._is_open:
            self.form.open_for(self._sitting, fact)
            self._fill()
            self.grown.emit()

    def _fill(self) -> None:
        if self._sitting is None:
            return
        facts = self._sitting.facts(self._dimension) if self._sitting.rival is None else ()
        shown = facts[: _MOST if self._current else 1]
        while len(self._lines) < len(shown):
            self._line()
        for line in self._lines[len(shown) :]:
            line.hide()
        for line, fact in zip(self._lines, shown, strict=False):
            line.show_fact(fact, self._sitting.day, len(facts) - 1 if not self._current else 0)
            line.setEnabled(self._is_open)
            line.show()
        closed = self._form is None or self._form.isHidden()
        self._add.setVisible(self._current and self._is_open and closed)
        self.updateGeometry()

    def _open_new(self) -> None:
        self.open_form()

    def _remove(self, fact: Evidence) -> None:
        if self._is_open:
            self.removed.emit(fact)

    def _closed(self) -> None:
        self._fill()
        self.closed.emit()

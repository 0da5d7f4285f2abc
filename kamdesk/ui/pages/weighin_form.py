"""The form that opens below a level to write a fact down, with what recent visits brought offered to pick."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client import checks
from kamdesk.client.record import field_of
from kamdesk.client.units import tell_day
from kamdesk.client.weigh_records import Dimension, Evidence
from kamdesk.client.weighing import QUESTIONS
from kamdesk.desk.weighin import Noted, Sitting
from kamdesk.ui.look import Look
from kamdesk.ui.parts.buttons import Button, IconButton
from kamdesk.ui.parts.fields import Line, Notice, repolish
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.line_button import LineButton
from kamdesk.ui.parts.typed_editors import DayEditor
from kamdesk.words import said


class FactForm(QWidget):
    """What happened, on which day, from whom, confirmed by whom; Enter keeps it, Esc closes."""

    kept = Signal(object, object)  # the fact before (None for a new one), the fact after
    removed = Signal(object)
    closed = Signal()

    def __init__(self, look: Look, dimension: Dimension) -> None:
        super().__init__()
        self.look, self._dimension = look, dimension
        self._fact: Evidence | None = None  # the one that is being changed
        self._sent: Evidence | None = None  # the one that was handed over to be stored
        self._sitting: Sitting | None = None
        self._about = ""  # key of the person, "" while nothing can be written
        self._waiting: dict[str, tuple[Evidence | None, tuple[str, ...]]] = {}
        self.text = self._line("text", look.tr("Write down a fact, or pick one below"))
        self.day = DayEditor(look, field_of(Evidence, "day"))
        self.source = self._line("source", look.tr("Source"))
        self.second = self._line("second_source", look.tr("Confirmed by"))
        self._notice = Notice(look)
        self._keep = Button(look, look.tr("Keep"), small=True, key="Enter")
        self._remove = IconButton(look, "trash-2", look.tr("Remove this fact"), small=True)
        self._close = IconButton(look, "x", f"{look.tr('Close')}  Esc", small=True)
        self._question = Label(look, "", "small", "muted", wrap=True)
        self._notes = QVBoxLayout()
        self._arrange()
        self._connect()
        self.hide()

    def _line(self, name: str, placeholder: str) -> Line:
        return Line(self.look, self.look.tr(field_of(Evidence, name).label), placeholder)

    def _arrange(self) -> None:
        px = self.look.theme.px
        self.day.setFixedWidth(px(132))
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.text, 1, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.day, 0, Qt.AlignmentFlag.AlignTop)
        second.addWidget(self.source, 1)
        second.addWidget(self.second, 1)
        for button in (self._keep, self._remove, self._close):
            second.addWidget(button)
        self._notes.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(6), 0, 0)
        column.setSpacing(px(6))
        for row in (first, second):
            row.setSpacing(px(6))
            column.addLayout(row)
        column.addWidget(self._notice)
        column.addWidget(self._question)
        column.addLayout(self._notes)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def _connect(self) -> None:
        for line in self._lines:
            line.entered.connect(self.keep)
            line.escaped.connect(self.close_form)
        self._keep.clicked.connect(self.keep)
        self._remove.clicked.connect(self._remove_fact)
        self._close.clicked.connect(self.close_form)

    @property
    def _lines(self) -> tuple[Line, ...]:
        return self.text, self.source, self.second, self.day.line

    @property
    def half_typed(self) -> bool:
        """True while it is open with something in it that is not stored."""
        before = self._fact or Evidence()
        typed = (self.text.text(), self.source.text(), self.second.text())
        return not self.isHidden() and typed != (before.text, before.source, before.second_source)

    def open_for(self, sitting: Sitting, fact: Evidence | None = None) -> None:
        """Open for a new fact, or to change one; what is half typed stays."""
        if not self.half_typed:
            self._fact, self._sent = fact, None
            shown = fact or Evidence(day=sitting.day)
            self.day.today = sitting.day
            self.day.show_value(shown.day)
            for line, words in ((self.text, shown.text), (self.source, shown.source)):
                line.setText(words)
            self.second.setText(shown.second_source)
            self._say("")
        self._remove.setVisible(self._fact is not None)
        self.show()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_sitting(self, sitting: Sitting, notes: Sequence[Noted], *, is_open: bool) -> None:
        """Know the person as it is now; close when what was handed over is stored.

        What is half typed about one person waits until that person is shown again.
        """
        self._sitting = sitting
        if self._sent is not None and self._sent in sitting.evidence:
            self._forget()
        about = sitting.contact.key if is_open else ""
        if about != self._about:
            self._lay_aside(about)
        self._question.setText(self.look.tr("Ask: {question}", question=self.look.tr(QUESTIONS[self._dimension][0])))
        while (item := self._notes.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for note in notes:
            line = _NoteLine(self.look, note, sitting.day)
            line.picked.connect(self._pick)
            self._notes.addWidget(line)

    def _lay_aside(self, about: str) -> None:
        """Put away what is half typed, and take up what was about this person."""
        if self.half_typed:
            self._waiting[self._about] = (self._fact, tuple(line.text() for line in self._lines))
        self._forget()
        self._about = about
        if about in self._waiting:
            self._fact, words = self._waiting.pop(about)
            for line, text in zip(self._lines, words, strict=True):
                line.setText(text)
            self._remove.setVisible(self._fact is not None)
            self.show()

    def keep(self) -> None:
        """Hand the fact over, or say what is wrong with it and keep what was typed."""
        sitting = self._sitting
        if sitting is None or self.isHidden() or self.day.problem():
            return
        day = self.day.value()
        text, problem = checks.read(field_of(Evidence, "text"), self.text.text(), sitting.day)
        if problem is None and isinstance(day, date) and day > sitting.day:
            problem = said("A fact cannot be of a day that is still to come.")
        if problem is None and day is None:
            problem = said("A fact needs its day.")
        self._say(self.look.tell(problem) if problem else "")
        if problem:
            return
        source, second = self.source.text().strip(), self.second.text().strip()
        values = {"text": text, "day": day, "source": source, "second_source": second}
        if self._fact:
            self._sent = dataclasses.replace(self._fact, **values)
        else:
            known = {"owner": sitting.client.key, "contact": sitting.contact.key, "dimension": self._dimension}
            self._sent = Evidence(**known, **values)  # type: ignore[arg-type]
        if self._sent == self._fact:
            self.close_form()
        else:
            self.kept.emit(self._fact, self._sent)

    def close_form(self) -> None:
        """Close and forget what was typed."""
        self._forget()
        self.closed.emit()

    def _forget(self) -> None:
        self._fact = self._sent = None
        for line in (self.text, self.source, self.second):
            line.clear()
        self._say("")
        self.hide()

    def _remove_fact(self) -> None:
        if self._fact:
            fact = self._fact
            self._forget()
            self.removed.emit(fact)

    def _pick(self, note: Noted) -> None:
        self.text.setText(note.text)
        self.source.setText(self.look.tr("Visit notes"))
        self.day.show_value(note.day)
        self.text.setFocus()

    def _say(self, problem: str) -> None:
        self._notice.say(problem)
        self.text.setProperty("wrong", "true" if problem else "false")
        self.text.setAccessibleDescription(problem)
        repolish(self.text)


class _NoteLine(LineButton):
    """A line of a visit's notes that may be a fact."""

    picked = Signal(object)

    def __init__(self, look: Look, note: Noted, today: date) -> None:
        super().__init__(look, note.text, icon="file-text", lead=tell_day(note.day, look.words, today))
        self._note = note
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.picked.emit(self._note)

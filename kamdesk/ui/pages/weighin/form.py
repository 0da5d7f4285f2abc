"""The form that opens below a level to write a fact down, with what recent visits brought offered to pick."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client import checks
from kamdesk.client.record import field_of
from kamdesk.client.units import tell_day
from kamdesk.client.weigh_records import Dimension, Evidence
from kamdesk.client.weighing import QUESTIONS
from kamdesk.desk.weighin import Noted, Sitting
from kamdesk.ui.look import Look
from kamdesk.ui.pages.weighin.details import FactDetails, Habits
from kamdesk.ui.parts.buttons import Button, IconButton, with_key
from kamdesk.ui.parts.fields import Line, Notice, repolish
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.line_button import LineButton
from kamdesk.ui.parts.typed_editors import DayEditor
from kamdesk.words import Said, said


class FactForm(QWidget):
    """What happened and on which day; Enter keeps it, Esc closes, Tab brings the other fields."""

    kept = Signal(object, object)  # the fact before (None for a new one), the fact after
    removed = Signal(object)
    closed = Signal()
    grown = Signal()

    def __init__(self, look: Look, dimension: Dimension, habits: Habits) -> None:
        super().__init__()
        self.look, self._dimension, self._habits = look, dimension, habits
        self._fact: Evidence | None = None  # the one that is being changed
        self._sent: Evidence | None = None  # the one that was handed over to be stored
        self._noted: Noted | None = None  # the line of a visit that was picked
        self._sitting: Sitting | None = None
        self._about = ""  # key of the person, "" while nothing can be written
        self._waiting: dict[str, tuple[Evidence | None, Evidence, str]] = {}
        self.text = _Words(look, look.tr("What happened"), look.tr("Write down a fact, or pick one below"))
        self.day = DayEditor(look, field_of(Evidence, "day"))
        self.details = FactDetails(look, dimension, habits)
        self._notice = Notice(look)
        self.more = Button(look, "", "third", small=True)
        self._keep = Button(look, look.tr("Keep"), small=True, key="Enter")
        self._remove = IconButton(look, "trash-2", look.tr("Remove this fact"), small=True)
        self._close = IconButton(look, "x", with_key(look.tr("Close"), "Esc"), small=True)
        self._question = Label(look, "", "small", "muted", wrap=True)
        self._notes = QVBoxLayout()
        self._arrange()
        self._connect()
        self._open_details(habits.details)
        self.hide()

    def _arrange(self) -> None:
        px = self.look.theme.px
        self.day.setFixedWidth(px(132))
        when, foot = QHBoxLayout(), QHBoxLayout()
        when.addWidget(self.day, 0, Qt.AlignmentFlag.AlignTop)
        when.addStretch(1)
        foot.addWidget(self.more)
        foot.addStretch(1)
        for button in (self._keep, self._remove, self._close):
            foot.addWidget(button)
        self._notes.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(6), 0, 0)
        column.setSpacing(px(6))
        for row in (when, foot):
            row.setSpacing(px(6))
        column.addWidget(self.text)  # alone: a fact is a sentence, and half of it cannot be read
        column.addLayout(when)
        column.addWidget(self.details)
        column.addWidget(self._notice)
        column.addLayout(foot)
        column.addWidget(self._question)
        column.addLayout(self._notes)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def _connect(self) -> None:
        for line in (self.text, self.day.line, self.details):
            line.entered.connect(self.keep)
            line.escaped.connect(self.close_form)
        self.text.tabbed.connect(self._show_details)
        self.more.clicked.connect(self._turn_details)
        self._keep.clicked.connect(self.keep)
        self._remove.clicked.connect(self._remove_fact)
        self._close.clicked.connect(self.close_form)

    @property
    def half_typed(self) -> bool:
        """True while it is open with something in it that is not stored."""
        before, now = self._fact or Evidence(), self._typed()
        names = ("text", "source", "second_source", "volunteered", *(("kind", "confidence") if self._fact else ()))
        return not self.isHidden() and any(getattr(before, name) != getattr(now, name) for name in names)

    def _typed(self) -> Evidence:
        """Everything in the fields but the day, as it stands."""
        return dataclasses.replace(self._fact or Evidence(), text=self.text.text(), **self.details.values())

    def open_for(self, sitting: Sitting, fact: Evidence | None = None) -> None:
        """Open for a new fact, or to change one; what is half typed stays."""
        if not self.half_typed:
            self._fact, self._sent, self._noted = fact, None, None
            self.day.today = sitting.day
            self.day.show_value(fact.day if fact else sitting.day)
            self.text.setText(fact.text if fact else "")
            self.details.show_fact(fact)
            self._say(None)
        self._open_details(self._habits.details or self._fact is not None)
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
            self._waiting[self._about] = (self._fact, self._typed(), self.day.line.text())
        self._forget()
        self._about = about
        if about in self._waiting:
            self._fact, typed, day = self._waiting.pop(about)
            self.text.setText(typed.text)
            self.details.show_fact(typed)
            self.day.line.setText(day)
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
        self._say(problem)
        if problem:
            return
        values: dict[str, Any] = {**self.details.values(), "text": text, "day": day}
        if self._fact:
            self._sent = dataclasses.replace(self._fact, **values)
        else:
            visit = self._noted.visit if self._noted and self._noted.text == text else None
            known = {"owner": sitting.client.key, "contact": sitting.contact.key, "dimension": self._dimension}
            self._sent = Evidence(**known, visit=visit, **values)  # type: ignore[arg-type]
        if self._sent == self._fact:
            self.close_form()
        else:
            self.details.remember()
            self.kept.emit(self._fact, self._sent)

    def close_form(self) -> None:
        """Close and forget what was typed."""
        self._forget()
        self.closed.emit()

    def _forget(self) -> None:
        self._fact = self._sent = self._noted = None
        self.text.clear()
        self.details.show_fact(None)
        self._say(None)
        self.hide()

    def _remove_fact(self) -> None:
        if self._fact:
            fact = self._fact
            self._forget()
            self.removed.emit(fact)

    def _pick(self, note: Noted) -> None:
        self._noted = note
        self.text.setText(note.text)
        self.details.source.setText(self.look.tr("Visit notes"))
        self.day.show_value(note.day)
        self.text.setFocus()

    def _show_details(self) -> None:
        self._habits.details = True
        self._open_details(True)
        self.grown.emit()

    def _turn_details(self) -> None:
        self._habits.details = self.details.isHidden()
        self._open_details(self._habits.details)
        self.grown.emit()

    def _open_details(self, shown: bool) -> None:
        self.details.setVisible(shown)
        tr = self.look.tr
        self.more.show_words(tr("Fewer fields") if shown else tr("More fields"))

    def _say(self, problem: Said | None) -> None:
        told = self.look.tell(problem) if problem else ""
        self._notice.say(told)
        self.text.setProperty("wrong", "true" if told else "false")
        self.text.setAccessibleDescription(told)
        repolish(self.text)


class _Words(Line):
    """The first line; Tab out of it brings the other fields."""

    tabbed = Signal()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tell before the keyboard goes on."""
        if forward:
            self.tabbed.emit()
        return super().focusNextPrevChild(forward)


class _NoteLine(LineButton):
    """A line of a visit's notes that may be a fact."""

    picked = Signal(object)

    def __init__(self, look: Look, note: Noted, today: date) -> None:
        super().__init__(look, note.text, icon="file-text", lead=tell_day(note.day, look.words, today))
        self._note = note
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.picked.emit(self._note)

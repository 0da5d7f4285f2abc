"""Editors of what is typed: text, note, number, percent, money, day and moment."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import QTimer

from kamdesk.client import checks
from kamdesk.client.record import Field, Value
from kamdesk.ui.look import Look
from kamdesk.ui.parts.calendar import CalendarPopup
from kamdesk.ui.parts.editor import Editor
from kamdesk.ui.parts.fields import Line, Lines

_PAUSE = 3000  # ms without a key after which a note is kept, so that little is lost when the power goes


class TypedEditor(Editor):
    """One line of text that is read as a value when Enter is pressed or the keyboard leaves."""

    def __init__(self, look: Look, field: Field) -> None:
        super().__init__(look, field)
        self.line = Line(look, look.tr(field.label), look.tr(field.hint))
        self._shown = ""
        self.carry(self.line)
        self.line.entered.connect(self.finish)
        self.line.escaped.connect(self.give_up)
        self.line.departed.connect(self.finish)

    def half_typed(self) -> bool:
        """True while the text is not the value's."""
        return self.line.text() != self._shown

    def put(self, value: Value) -> None:
        """Show the value as it would be typed."""
        self._shown = checks.typed(self.field, value, self.look.words)
        if self.line.text() != self._shown:
            self.line.setText(self._shown)
            self.line.setCursorPosition(0)

    def finish(self) -> None:
        """Read what was typed and commit it; say what is wrong with it otherwise."""
        words = self.line.text()
        if words == self._shown:
            self.accept(self._value)
            return
        value, problem = checks.read(self.field, words, self.today, self.look.words)
        if problem is not None:
            self.say(self.look.tell(problem))
        else:
            self.accept(value)

    def draft(self) -> str:
        """What was typed and is wrong."""
        return self.line.text() if self.problem() else ""

    def bring(self, draft: str) -> None:
        """Show the wrong text again, with what is wrong about it."""
        self.line.setText(draft)
        self.finish()

    def start(self, words: str = "") -> None:
        """Take the keyboard with everything marked, or begin with `words`."""
        super().start()
        self.line.selectAll()
        if words:
            self.line.insert(words)


class NoteEditor(Editor):
    """Plain Markdown in many lines, kept when the keyboard leaves, on Ctrl+Enter, and after a pause in typing."""

    def __init__(self, look: Look, field: Field) -> None:
        super().__init__(look, field)
        self.lines = Lines(look, look.tr(field.label), look.tr(field.hint))
        self._shown = ""
        self.carry(self.lines)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._keep)
        self.lines.entered.connect(self.finish)
        self.lines.escaped.connect(self.give_up)
        self.lines.departed.connect(self.finish)
        self.lines.textChanged.connect(self._wait)

    def half_typed(self) -> bool:
        """True while the text is not the value's."""
        return self.lines.toPlainText() != self._shown

    def put(self, value: Value) -> None:
        """Show the text; the cursor stays where it is when the text is the same."""
        self._shown = str(value or "")
        if self.lines.toPlainText() != self._shown:
            self.lines.setPlainText(self._shown)
        self._pause.stop()

    def finish(self) -> None:
        """Commit the text without the space at its end."""
        self._pause.stop()
        if self.half_typed():
            self.accept(checks.parse(self.field, self.lines.toPlainText().rstrip(), self.today))
        else:
            self.left.emit()

    def _wait(self) -> None:
        if self.half_typed():
            self._pause.start()

    def _keep(self) -> None:
        if self.lines.composing() or not self.half_typed():
            return
        self._shown = self.lines.toPlainText()
        if self._shown != self._value:
            self._value = self._shown
            self.committed.emit(self._shown)


class DayEditor(TypedEditor):
    """A day, typed in any usual way or chosen from a calendar (Alt+Down)."""

    def __init__(self, look: Look, field: Field) -> None:
        super().__init__(look, field)
        self._calendar: CalendarPopup | None = None
        self.line.add_button(look, "calendar", look.tr("Calendar")).clicked.connect(self.open_calendar)

    def open_calendar(self) -> None:
        """Open the calendar below the field."""
        if self._calendar is None:
            self._calendar = CalendarPopup(self.look, self)
            self._calendar.picked.connect(self._pick)
        self._calendar.open_below(self.line, self.day() or self.today)

    def day(self) -> date | None:
        """The day of the value."""
        return self._value if isinstance(self._value, date) else None

    def taken(self, day: date) -> Value:
        """The value a day picked in the calendar makes."""
        return day

    def _pick(self, day: date) -> None:
        self.accept(self.taken(day))
        self.line.setFocus()


class MomentEditor(DayEditor):
    """A day with a time; the calendar changes the day and leaves the time."""

    def day(self) -> date | None:
        """The local day of the value."""
        return self._value.astimezone().date() if isinstance(self._value, datetime) else None

    def taken(self, day: date) -> Value:
        """The day picked, at the time it was or at ten o'clock."""
        at = self._value.astimezone().time() if isinstance(self._value, datetime) else time(10)
        return datetime.combine(day, at).astimezone()

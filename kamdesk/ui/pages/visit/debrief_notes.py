"""The notes of a debrief: select words, press one letter, and they are filed where they belong."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kamdesk.client.visit_records import Visit
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.visit.debrief_card import KINDS, Picked
from kamdesk.ui.parts.fields import Lines
from kamdesk.ui.parts.record_form import RecordForm


class DebriefNotes(QWidget):
    """Some fields of the visit. While an input method composes, the first letter over a selection counts too."""

    edited = Signal(object)  # Doing
    picked = Signal(object)  # Picked

    def __init__(self, look: Look, names: tuple[str, ...]) -> None:
        super().__init__()
        self.look = look
        self.form = RecordForm(look, Visit, [("", names)])
        self.editors = self.form.editors
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        self.form.edited.connect(self.edited)
        for lines in self.findChildren(Lines):
            lines.installEventFilter(self)

    def show_visit(self, shown: Shown, visit: Visit) -> None:
        """Show this visit's notes."""
        self.form.show_record(visit, shown.client, shown.workspace, shown.today)

    def finish(self) -> None:
        """Keep what is typed."""
        for editor in self.editors.values():
            ends: Any = editor
            if editor.half_typed():
                ends.finish()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A letter over selected words files them; anything else is typed as ever."""
        if isinstance(watched, Lines) and watched.textCursor().hasSelection():
            letter = _letter(event)
            if letter in KINDS:
                if isinstance(event, QInputMethodEvent):
                    QGuiApplication.inputMethod().reset()
                self._pick(watched, letter)
                return True
        return super().eventFilter(watched, event)

    def _pick(self, lines: Lines, letter: str) -> None:
        cursor = lines.textCursor()
        text = cursor.selectedText().replace("\u2029", "\n")  # what Qt writes for a new paragraph
        spot = lines.cursorRect(cursor)
        corner = lines.viewport().mapToGlobal(QPoint(0, spot.top()))
        self.picked.emit(Picked(letter, text, QRect(corner, spot.size()), lines))


def _letter(event: QEvent) -> str:
    """The letter an event brings, alone; of an input method's the first one."""
    if isinstance(event, QInputMethodEvent):
        composed = event.preeditString().casefold()
        return composed if len(composed) == 1 and not event.commitString() else ""
    if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
        return event.text().casefold()  # with Ctrl or Alt it is no letter
    return ""

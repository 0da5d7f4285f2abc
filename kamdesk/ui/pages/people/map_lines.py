"""The card of a line on the people map: its note first, then kind, strength and day; removing it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from kamdesk.client.client import Client
from kamdesk.client.people import Tie
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.people.map_deeds import without_line
from kamdesk.ui.parts.fields import Line
from kamdesk.ui.parts.record_card import RecordCard

FIELDS = ("note", "kind", "strength", "day")


class LineCard(RecordCard):
    """Enter in the note keeps it and gives the keyboard back, so that the next line can follow at once."""

    gone = Signal(object)  # Doing: the line was removed

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(look, over)
        self._client: Client | None = None
        self.removing.connect(self._take_away)

    def show_shown(self, shown: Shown) -> None:
        """Show the line as it is now."""
        self._client = shown.client
        self.show_client(shown.client, shown.workspace, shown.today)

    def open_line(self, key: str, at: QRect) -> None:
        """Open a line's card over its place, the keyboard in the note."""
        tie = self._client.get(key) if self._client else None
        if isinstance(tie, Tie):
            self.open_for(tie, FIELDS, at, "note")
            note = self._form.editors["note"].control if self._form else None
            if isinstance(note, Line):
                note.entered.connect(self.close_card)

    def _take_away(self, record: object) -> None:
        if self._client is not None and isinstance(record, Tie) and (step := without_line(self._client, record.key)):
            self.close_card()
            self.gone.emit(step)

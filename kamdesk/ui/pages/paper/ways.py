"""From the paper to where it is filled: a chapter's place, a record, a person's card."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kamdesk.document.contents import CONTENTS
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.registry import place_of

_ASKED = {"rivals": "factors", "plan": "actions"}  # what an empty document leads to


class Ways(QObject):
    """Says where to go, at the client that is shown."""

    going = Signal(object)  # Goto
    unanswered = Signal()  # what was asked for leads nowhere

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.client = ""

    def go_to_chapter(self, chapter: str) -> None:
        """Go where a chapter is filled; the summary is of everything."""
        if sections := CONTENTS[chapter].sections:
            self.go_to_section(sections[0])
        else:
            self.going.emit(Goto("overview", self.client))

    def go_to_section(self, section: str, key: str = "") -> None:
        """Go to a section, perhaps to a record of it."""
        self.going.emit(Goto(place_of(section), self.client, key))

    def go_to_person(self, key: str) -> None:
        """Go to somebody's card, or to the people."""
        self.going.emit(Goto("people", self.client, key, "card" if key else ""))

    def go_to_batch(self) -> None:
        """Documents of many clients are a deed of the window."""
        self.going.emit(Goto("", action="batch"))

    def take(self, name: str) -> None:
        """Do what is asked for where a document is empty."""
        if name == "people":
            self.go_to_person("")
        elif name in _ASKED:
            self.go_to_section(_ASKED[name])
        else:
            self.unanswered.emit()

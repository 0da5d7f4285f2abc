"""While pages go to the printer a note says how far it is, and its button stops it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kamdesk.ui.look import Look
from kamdesk.ui.pages.paper.printing_note import PrintingNote


class Prints(QObject):
    """Something that prints."""

    printed = Signal(int, int)
    ended = Signal()
    stopped = False

    def stop(self) -> None:
        """Remember it."""
        self.stopped = True


def test_the_page_under_way_is_told_and_the_note_goes_when_it_ends(qtbot: QtBot) -> None:
    over, prints = QWidget(), Prints()
    qtbot.addWidget(over)
    over.show()
    note = PrintingNote(Look.make("en"), over, prints)
    prints.printed.emit(1, 6)
    assert note.toast.accessibleName() == "Printing: page 2 of 6"
    note.toast.acted.emit()
    assert prints.stopped
    prints.ended.emit()
    assert note.toast.isHidden()

"""How far a printing is, with a way to stop it, where no bar of a page says so."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.toast import Note, Toast


class Prints(Protocol):
    """What prints: it tells how far it is and can be stopped."""

    printed: SignalInstance  # pages done, pages in all
    ended: SignalInstance

    def stop(self) -> None:
        """Stop printing."""
        ...


class PrintingNote(QObject):
    """A toast that stays while pages go to the printer."""

    def __init__(self, look: Look, over: QWidget, prints: Prints) -> None:
        super().__init__(over)
        self._look = look
        self.toast = Toast(look, over)
        prints.printed.connect(self._show)
        prints.ended.connect(self.toast.take_away)
        self.toast.acted.connect(prints.stop)

    def _show(self, done: int, total: int) -> None:
        tr = self._look.tr
        words = tr("Printing: page {n} of {m}", n=min(done + 1, total), m=total)
        self.toast.show_note(Note(words, "printer", "accent", action=tr("Stop"), lasting=True))
        self.toast.show_progress(done, total)

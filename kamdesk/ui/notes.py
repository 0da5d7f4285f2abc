"""What a frame's toast says: a step with Undo, what undo took back, and work that takes long."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kamdesk.ui.job import Job
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing
from kamdesk.ui.parts.buttons import key_words
from kamdesk.ui.parts.toast import Note, Toast
from kamdesk.ui.saving import Saving
from kamdesk.words import Said


class Notes(QObject):
    """Listens to saving and jobs; one toast, the latest word."""

    def __init__(self, look: Look, frame: QWidget, saving: Saving) -> None:
        super().__init__(frame)
        self._look, self._saving = look, saving
        self._toast = Toast(look, frame)
        self._does = ""  # what the toast's button does
        self._job: Job | None = None
        saving.saved.connect(self._saved)
        saving.undone.connect(self._undone)
        saving.redone.connect(self._redone)
        self._toast.acted.connect(self._act)

    def middle_at(self, rail: int) -> None:
        """Stand over the page: half the rail's width right of the window's middle."""
        self._toast.middle_at(rail)

    def say(self, words: str) -> None:
        """Say something that needs no answer."""
        self._does = ""
        self._toast.show_note(Note(words))

    def warn(self, words: str) -> None:
        """Say what is not as it should be, and stay until it is closed."""
        self._does = ""
        self._toast.show_note(Note(words, "triangle-alert", "warn", lasting=True))

    def say_at_once(self, words: str) -> None:
        """Say what the window's thread will be busy with, before it is; `done` takes it away."""
        self._does = ""
        self._toast.show_note(Note(words, "refresh-cw", "accent", lasting=True))
        self._toast.repaint()

    def done(self) -> None:
        """What was said at once is over."""
        self._toast.take_away()

    def watch(self, job: Job) -> None:
        """Show the progress of a job from its first second on."""
        job.slow.connect(self._show_job)
        job.progressed.connect(self._show_progress)
        job.ended.connect(self._end_job)

    def _saved(self, doing: Doing) -> None:
        if doing.toast or any(edit.after is None for edit in doing.edits):
            self._offer(self._look.tell(doing.said), "undo", "check")
        elif self._does in ("undo", "redo"):  # the button would take back another step than its words say
            self._does = ""
            self._toast.take_away()

    def _undone(self, said: Said) -> None:
        self._offer(self._look.tr("Undone: {what}", what=self._look.tell(said)), "redo", "undo-2")

    def _redone(self, said: Said) -> None:
        self._offer(self._look.tr("Done again: {what}", what=self._look.tell(said)), "undo", "redo-2")

    def _offer(self, words: str, does: str, icon: str) -> None:
        self._does = does
        tr = self._look.tr
        action, key = (tr("Undo"), "Ctrl+Z") if does == "undo" else (tr("Redo"), "Ctrl+Shift+Z")
        self._toast.show_note(Note(words, icon, action=action, key=key_words(key)))

    def _show_job(self) -> None:
        job = self.sender()
        if isinstance(job, Job):
            self._job, self._does = job, "cancel"
            words = self._look.tell(job.said)
            self._toast.show_note(Note(words, "refresh-cw", "accent", action=self._look.tr("Cancel"), lasting=True))

    def _show_progress(self, done: int, total: int) -> None:
        if self.sender() is self._job:
            self._toast.show_progress(done, total)

    def _end_job(self) -> None:
        if self._job is not None and self.sender() is self._job:
            self._job = None
            self._toast.take_away()

    def _act(self) -> None:
        if self._does == "cancel" and self._job is not None:
            self._job.cancel()
        elif self._does == "undo":
            self._saving.undo()
        elif self._does == "redo":
            self._saving.redo()

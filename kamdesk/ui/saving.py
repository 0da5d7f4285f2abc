"""Makes changes on the desk and keeps those that could not be saved, so that nothing typed is lost."""

from __future__ import annotations

import contextlib
import dataclasses
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from kamdesk.client.client import WORKSPACE, Root, sections_of
from kamdesk.client.edit import Edit
from kamdesk.client.record import fields_of
from kamdesk.client.telling import tell
from kamdesk.desk.change import Change
from kamdesk.desk.desk import Desk
from kamdesk.errors import Trouble
from kamdesk.ui.pages.page import Doing
from kamdesk.words import Words

QUIET = 180_000  # ms without a change after which the store puts its log away


class Saving(QObject):
    """Does, undoes and redoes; says how it went."""

    saved = Signal(object)  # Doing
    undone = Signal(object)  # Said
    redone = Signal(object)  # Said
    failed = Signal(object)  # Trouble
    settled = Signal()  # nothing waits to be saved any more

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: list[Doing] = []
        self._trouble: Trouble | None = None  # why the last of them waits
        self.quiet = QTimer(self)
        self.quiet.setSingleShot(True)
        self.quiet.setInterval(QUIET)
        self.quiet.timeout.connect(self._rest)

    @property
    def waiting(self) -> bool:
        """True while something could not be saved."""
        return bool(self._waiting)

    def do(self, doing: Doing) -> bool:
        """Make a change; False when it could not be saved, then it waits."""
        try:
            self._desk.do(doing.said, *doing.edits)
        except Trouble as trouble:
            self._waiting.append(doing)
            self._trouble = trouble
            self.failed.emit(trouble)
            return False
        self.quiet.start()
        self.saved.emit(doing)
        return True

    def retry(self) -> None:
        """Try what waits once more, on top of what is stored now."""
        waiting, self._waiting = self._waiting, []
        for index, doing in enumerate(waiting):
            try:
                edits = tuple(self._rebased(edit) for edit in doing.edits)
            except Trouble as trouble:
                self._waiting = waiting[index:]
                self.failed.emit(trouble)
                return
            if not self.do(Doing(doing.said, edits, doing.toast)):
                self._waiting = waiting[index:]
                return
        self.settled.emit()

    def take_over(self, old: Saving) -> None:
        """Keep what another could not save."""
        self._waiting += old._waiting
        if self._waiting and old._trouble is not None:
            self._trouble = old._trouble
            self.failed.emit(old._trouble)

    def forget(self) -> None:
        """Let go of what waits."""
        self._waiting.clear()
        self.settled.emit()

    def undo(self) -> None:
        """Take the last step back."""
        self._step(self._desk.undo, self.undone)

    def redo(self) -> None:
        """Do the step again that was taken back."""
        self._step(self._desk.redo, self.redone)

    def text(self, words: Words) -> str:
        """What waits, as text to copy: one line for each value that was typed."""
        return "\n".join(line for doing in self._waiting for edit in doing.edits for line in _lines(edit, words))

    def _step(self, step: Callable[[], Change | None], told: SignalInstance) -> None:
        try:
            change = step()
        except Trouble as trouble:
            self.failed.emit(trouble)
            return
        if change is not None:
            self.quiet.start()
            told.emit(change.said)

    def _rest(self) -> None:
        with contextlib.suppress(Trouble):  # the log then stays until the next quiet minutes, or until closing
            self._desk.store.rest()

    def _rebased(self, edit: Edit) -> Edit:
        """The same change of the same fields, made to the record as it is stored now."""
        if edit.before is None or edit.after is None:
            return edit
        stored = self._root_of(edit).get(edit.before.key)
        if stored is None:
            return edit
        values = {
            field.name: getattr(edit.after, field.name)
            for field in fields_of(type(stored))
            if getattr(edit.after, field.name) != getattr(edit.before, field.name)
        }
        if any(getattr(stored, name) != getattr(edit.before, name) for name in values):
            return edit  # the very field was changed elsewhere: the desk will say so
        return Edit(stored, dataclasses.replace(stored, **values))

    def _root_of(self, edit: Edit) -> Root:
        workspace = self._desk.workspace()
        shared = {part.record for part in sections_of(type(workspace))}
        owner = edit.record.owner
        return workspace if type(edit.record) in shared or owner in ("", WORKSPACE) else self._desk.client(owner)


def _lines(edit: Edit, words: Words) -> list[str]:
    """The values an edit sets, with their labels."""
    if edit.after is None:
        return []
    return [
        f"{words.tr(field.label)}: {tell(field, value, words)}"
        for field in fields_of(type(edit.after))
        if (value := getattr(edit.after, field.name))
        and (edit.before is None or value != getattr(edit.before, field.name))
    ]

"""Promises of one side in a debrief: what is kept already, and an empty line for the next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.plan_records import Action, Side
from kamdesk.client.units import tell_day
from kamdesk.client.visiting import Promise
from kamdesk.ui.look import Look
from kamdesk.ui.pages.visit.promise_row import Draft, PromiseRow
from kamdesk.ui.parts.line_button import LineButton


@dataclass(frozen=True, slots=True)
class Typed:
    """The promises that were typed, and whether a day among them cannot be read."""

    promises: tuple[Promise, ...]
    wrong: bool


class PromiseLines(QWidget):
    """A line is kept as soon as the keyboard leaves it; one with a wrong day stays as typed."""

    changed = Signal()
    finished = Signal(object)  # PromiseRow: what is typed in it is to be kept
    wanted = Signal(str)  # the key of a promise that is kept already

    def __init__(self, look: Look, side: Side, spoken: str) -> None:
        super().__init__()
        self.look, self.side, self._spoken = look, side, spoken
        self._today = date.today()
        self._names = QStringListModel(self)
        self.rows: list[PromiseRow] = []
        self.kept: list[LineButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.theme.px(6))
        self._kept_box = QVBoxLayout()
        self._kept_box.setSpacing(0)
        self._column.addLayout(self._kept_box)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._add()

    def offer(self, names: Sequence[str], today: date) -> None:
        """Who may be named, and the day that days are reckoned from."""
        self._today = today
        if self._names.stringList() != list(names):
            self._names.setStringList(list(names))
        for row in self.rows:
            row.today = today

    def show_kept(self, actions: Sequence[Action]) -> None:
        """Show what is kept already, above the line to write in."""
        tr = self.look.tr
        while len(self.kept) < len(actions):
            line = LineButton(self.look, height=30, role="body", colour="text")
            line.clicked.connect(self._want)
            self._kept_box.addWidget(line)
            self.kept.append(line)
        for line in self.kept[len(actions) :]:
            line.hide()
        for line, action in zip(self.kept, actions, strict=False):
            day = tell_day(action.due, self.look.words, self._today) if action.due else tr("no day")
            tail = " · ".join(filter(None, (action.proof, day)))
            icon = "check" if action.done else "arrow-up-right" if self.side is Side.OURS else "arrow-down-left"
            ink = "muted" if action.due else "warn"
            line.show_line(action.text, icon=icon, lead=action.said_by or action.person, tail=tail, tail_colour=ink)
            line.setObjectName(action.key)
            line.show()

    def typed(self) -> Typed:
        """What was typed and is not kept yet; lines without a text do not count."""
        found = [row.read(self.side) for row in self.rows if row.what.text().strip()]
        return Typed(tuple(item for item in found if item is not None), any(item is None for item in found))

    def drafts(self) -> list[Draft]:
        """Everything as it was typed."""
        return [row.draft() for row in self.rows if any(row.draft())]

    def bring(self, drafts: Sequence[Draft]) -> None:
        """Show what was typed before."""
        while self.rows:
            self._drop(self.rows[-1])
        for draft in drafts:
            self._add().bring(draft)
        if not self.rows or self.rows[-1].what.text().strip():
            self._add()

    def take_keyboard(self) -> None:
        """Bring the keyboard to the empty line."""
        self.rows[-1].what.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Hand over every line that is typed and can be read."""
        for row in tuple(self.rows):
            row.finish()

    def take_away(self, row: PromiseRow) -> None:
        """A line is kept now: the empty one takes its place, with the keyboard if the line had it."""
        if row not in self.rows:
            return
        focus = QApplication.focusWidget()
        held = focus is not None and row.isAncestorOf(focus)
        row.bring(("", "", "", ""))  # before the keyboard leaves it, or it would be kept again
        if row is self.rows[-1]:
            self._add()
        if held:
            self.rows[self.rows.index(row) + 1].what.setFocus(Qt.FocusReason.OtherFocusReason)
        self._drop(row)

    def _add(self) -> PromiseRow:
        row = PromiseRow(self.look, self._spoken, self._names)
        row.today = self._today
        self.rows.append(row)
        self._column.addWidget(row)
        row.show()  # now: the keyboard may go there at once
        row.grown.connect(self.changed)
        row.finished.connect(self._finish)
        return row

    def _finish(self) -> None:
        self.finished.emit(self._sender())

    def _want(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.wanted.emit(sender.objectName())

    def _drop(self, row: PromiseRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _sender(self) -> PromiseRow:
        sender = self.sender()
        assert isinstance(sender, PromiseRow)
        return sender

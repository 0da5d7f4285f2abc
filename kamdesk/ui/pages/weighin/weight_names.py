"""Weights under a name of the rep's own: keep, rename, remove."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.library import WeightSet
from kamdesk.ui.look import Look
from kamdesk.ui.parts.buttons import Button, IconButton
from kamdesk.ui.parts.fields import Line, Notice
from kamdesk.words import Said

Problem = Callable[[str, WeightSet | None], Said | None]


class WeightNames(QWidget):
    """A field for the name of the weights above; those that have a name can get another one or go."""

    kept = Signal(str)
    renamed = Signal(object, str)  # WeightSet, name
    removed = Signal(object)  # WeightSet

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._set: WeightSet | None = None  # the one whose weights are shown
        self._problem: Problem | None = None
        self.name = Line(look, look.tr("Name of these weights"), look.tr("Keep them under a name"))
        self._notice = Notice(look)
        self._keep = Button(look, look.tr("Keep"), small=True, key="Enter")
        self._remove = IconButton(look, "trash-2", look.tr("Remove this name"), small=True)
        row = QHBoxLayout()
        row.setSpacing(look.theme.px(6))
        row.addWidget(self.name, 1)
        row.addWidget(self._keep)
        row.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._notice)
        self.name.entered.connect(self._enter)
        self.name.escaped.connect(self._restore)
        self._keep.clicked.connect(self._enter)
        self._remove.clicked.connect(self._take_away)

    def show_set(self, held: WeightSet | None, problem: Problem) -> None:
        """Show the name of the weights, if they have one; `problem` says why a name cannot be taken."""
        self._problem = problem
        if held != self._set or not self.name.hasFocus():
            self._set = held
            self._restore()

    def _restore(self) -> None:
        self.name.setText(self._set.name if self._set else "")
        self._keep.show_words(self.look.tr("Rename") if self._set else self.look.tr("Keep"))
        self._remove.setVisible(self._set is not None)
        self._notice.say("")

    def _enter(self) -> None:
        name = self.name.text().strip()
        if self._problem is None or (self._set and name == self._set.name):
            return
        problem = self._problem(name, self._set)
        self._notice.say(self.look.tell(problem) if problem else "")
        if problem:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._set:
            self.renamed.emit(self._set, name)
        else:
            self.kept.emit(name)

    def _take_away(self) -> None:
        if self._set:
            self.removed.emit(self._set)

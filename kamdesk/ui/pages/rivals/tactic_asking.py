"""Asks for a sentence where a tactic or an attack stands: other words for it, or why it is put aside."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kamdesk.ui.look import Look
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.sentence_field import SentenceField


class Asking(QWidget):
    """Hidden until it asks. Enter keeps, Esc gives up; words typed are kept when the keyboard goes elsewhere.

    Why a tactic is put aside is only taken by Enter: without it nothing is put aside.
    """

    kept = Signal(str, bool)  # the words; whether they say why it is put aside
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._discarding = False
        self._before = ""
        self._label = Label(look, "", "small", "muted")
        self.field = SentenceField(look, "", least=2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.px(4))
        column.addWidget(self._label)
        column.addWidget(self.field)
        self.field.entered.connect(self._enter)
        self.field.escaped.connect(self._give_up)
        self.field.departed.connect(self._depart)
        self.hide()

    @property
    def is_open(self) -> bool:
        """True while it asks."""
        return not self.isHidden()

    def ask(self, words: str, spoken: str, *, discarding: bool) -> None:
        """Ask for a sentence, beginning with these words."""
        self._discarding, self._before = discarding, words
        self._label.setText(spoken)
        self.field.setAccessibleName(spoken)
        self.show()
        self.field.start(words)

    def close_field(self) -> None:
        """Ask no longer."""
        if not self.is_open:
            return
        focus = QApplication.focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        self._before = self.field.sentence()
        self.hide()
        if inside:
            self.closed.emit()

    def _enter(self) -> None:
        words, changed = self.field.sentence(), self.field.sentence() != self._before
        self._before = words
        self.hide()
        if changed or self._discarding:
            self.kept.emit(words, self._discarding)
        self.closed.emit()

    def _give_up(self) -> None:
        self._before = self.field.sentence()
        self.hide()
        self.closed.emit()

    def _depart(self) -> None:
        if not self.is_open or self._discarding:
            return
        words = self.field.sentence()
        if words and words != self._before:
            self._before = words
            self.hide()
            self.kept.emit(words, False)

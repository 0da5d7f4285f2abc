"""Editor of a link: the records it can point to, found by typing, and a new one made from what was typed."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import Qt

from kamdesk.client.client import sections
from kamdesk.client.record import Field, Record, Value
from kamdesk.ui.look import Look
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.editor import Editor
from kamdesk.ui.parts.named_line import NamedLine

_LONGEST = 8


class LinkEditor(Editor):
    """A record of another section by its name; typing narrows the list, an unknown name can be made into a record."""

    def __init__(self, look: Look, field: Field) -> None:
        super().__init__(look, field)
        self.line = NamedLine(look, look.tr(field.label), "" if field.required else look.tr("Nobody or nothing"))
        self._one = look.tr(sections()[field.target].one)
        self._making = Button(look, "", "second", icon="plus", key="Return", small=True)
        self._making.hide()
        self.carry(self.line)
        self.column.addWidget(self._making, 0, Qt.AlignmentFlag.AlignLeft)
        self.line.taken.connect(self.accept)
        self.line.entered.connect(self._enter)
        self.line.escaped.connect(self.give_up)
        self.line.departed.connect(self.finish)
        self.line.textEdited.connect(self._typing)
        self._making.clicked.connect(self._make)

    def offer(self, records: Sequence[Record]) -> None:
        """The records it can point to; of two with the same name the second is told apart by a number."""
        self.line.offer(records, attrgetter("title"))

    def half_typed(self) -> bool:
        """True while the words are not those of the value."""
        return self.line.words() != self._words_of(self._value)

    def put(self, value: Value) -> None:
        """Show the record's name."""
        words = self._words_of(value)
        self._making.hide()
        if self.line.text() != words:
            self.line.setText(words)
            self.line.setCursorPosition(0)

    def finish(self) -> None:
        """Take the record with exactly this name, or the only one that has it in its name; offer to make one."""
        words, found = self.line.words(), self.line.found()
        if not words:
            self._empty()
            return
        if len(found) == 1 or self.line.exact():
            self.accept(found[0])
            return
        self._making.show_words(self.look.tr("New {one}: “{name}”", one=self._one, name=_cut(words)))
        self._making.show()
        self.say(self.look.tr("There is no {one} called “{name}” here yet.", one=self._one, name=words[:40]))

    def _empty(self) -> None:
        if self.field.required:
            self.say(self.look.tr("This must not be empty."))
        else:
            self.accept(None)

    def _words_of(self, value: Value) -> str:
        return self.line.shown(str(value)) if value else ""

    def _typing(self, _words: str) -> None:
        self._making.hide()
        self.say("")

    def _enter(self) -> None:
        if self._making.isVisible():
            self._make()
        else:
            self.finish()

    def _make(self) -> None:
        words = self.line.words()
        self._making.hide()
        self.say("")
        if words:
            self.creating.emit(words)

    def start(self, words: str = "") -> None:
        """Take the keyboard, everything marked, or begin with `words`."""
        super().start()
        self.line.selectAll()
        if words:
            self.line.insert(words)


def _cut(words: str) -> str:
    """As much of a name as a button in a side panel has room for; the sentence above it has more."""
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"

"""A line to type a record's name into: it offers the names there are, each of them once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Signal
from PySide6.QtWidgets import QCompleter

from kamdesk.client.record import Record
from kamdesk.client.telling import name_of
from kamdesk.ui.look import Look
from kamdesk.ui.parts.fields import Line
from kamdesk.ui.spelling import spelled


class NamedLine(Line):
    """Typing narrows the list to names with the words in them, or spelled so; the button at the end shows them all."""

    taken = Signal(str)  # the key of the record whose name was taken from the list

    def __init__(self, look: Look, spoken: str, placeholder: str = "") -> None:
        super().__init__(look, spoken, placeholder)
        self._unnamed = look.tr("Without a name")
        self._keys: dict[str, str] = {}  # name to key
        self._names: dict[str, str] = {}  # key to name
        self._offered = QStringListModel(self)
        completer = QCompleter(self._offered, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)  # what is offered is narrowed
        completer.setMaxVisibleItems(12)
        self.setCompleter(completer)
        self.add_button(look, "chevron-down", look.tr("Show all")).clicked.connect(self.open_list)
        completer.activated.connect(self._take)
        self.textEdited.connect(self._narrow)

    def offer(self, records: Sequence[Record], called: Callable[[Record], str] = name_of) -> None:
        """What there is to take, as `called` names it; of two with the same name the second has a number."""
        self._keys, self._names = {}, {}
        for record in records:
            name = words = called(record) or self._unnamed
            number = 2
            while words in self._keys:
                words, number = f"{name} ({number})", number + 1
            self._keys[words], self._names[record.key] = record.key, words
        self._show(list(self._keys))

    def words(self) -> str:
        """What is typed."""
        return self.text().strip()

    def shown(self, key: str) -> str:
        """The name a record is offered by, "" when it is not."""
        return self._names.get(key, "")

    def exact(self) -> list[str]:
        """The keys of the records with exactly the typed name; more than one where only small and capitals differ."""
        folded = self.words().casefold()
        return [key for name, key in self._keys.items() if name.casefold() == folded]

    def found(self) -> list[str]:
        """`exact`, or without any the keys of the records that have the typed words in their name."""
        return self.exact() or [self._keys[name] for name in self._names_with(self.words())]

    def open_list(self) -> None:
        """Show all names, whatever is typed."""
        self.setFocus()
        self._show(list(self._keys))
        completer = self.completer()
        completer.setCompletionPrefix("")
        completer.complete()

    def _names_with(self, words: str) -> list[str]:
        """The names the words stand in, else those that the letters spell in Chinese."""
        folded = words.casefold()
        return [name for name in self._keys if folded in name.casefold()] or [
            name for name in self._keys if spelled(name, words)
        ]

    def _narrow(self, _typed: str) -> None:
        self._show(self._names_with(self.words()))

    def _show(self, names: list[str]) -> None:
        if self._offered.stringList() != names:
            self._offered.setStringList(names)

    def _take(self, name: str) -> None:
        if key := self._keys.get(name):
            self.taken.emit(key)

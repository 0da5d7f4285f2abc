"""A line to type a record's name into: it offers the names there are, each of them once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter

from kamdesk.client.record import Record
from kamdesk.client.telling import name_of
from kamdesk.ui.look import Look
from kamdesk.ui.parts.fields import Line


class NamedLine(Line):
    """Typing narrows the list of names wherever in the name it is found; the button at the end shows them all."""

    taken = Signal(str)  # the key of the record whose name was taken from the list

    def __init__(self, look: Look, spoken: str, placeholder: str = "") -> None:
        super().__init__(look, spoken, placeholder)
        self._unnamed = look.tr("Without a name")
        self._keys: dict[str, str] = {}  # name to key
        self._names: dict[str, str] = {}  # key to name
        self._offered = QStringListModel(self)
        completer = QCompleter(self._offered, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(12)
        self.setCompleter(completer)
        self.add_button(look, "chevron-down", look.tr("Show all")).clicked.connect(self.open_list)
        completer.activated.connect(self._take)

    def offer(self, records: Sequence[Record], called: Callable[[Record], str] = name_of) -> None:
        """What there is to take, as `called` names it; of two with the same name the second has a number."""
        self._keys, self._names = {}, {}
        for record in records:
            name = words = called(record) or self._unnamed
            number = 2
            while words in self._keys:
                words, number = f"{name} ({number})", number + 1
            self._keys[words], self._names[record.key] = record.key, words
        if self._offered.stringList() != list(self._keys):
            self._offered.setStringList(list(self._keys))

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
        folded = self.words().casefold()
        return self.exact() or [key for name, key in self._keys.items() if folded in name.casefold()]

    def open_list(self) -> None:
        """Show all names, whatever is typed."""
        self.setFocus()
        completer = self.completer()
        completer.setCompletionPrefix("")
        completer.complete()

    def _take(self, name: str) -> None:
        if key := self._keys.get(name):
            self.taken.emit(key)

"""The names a line proposes while somebody types, in a list that looks like those of the choices."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit


def offer(line: QLineEdit, names: Iterable[str]) -> None:
    """Propose these, each once, wherever in them the typed letters stand."""
    completer = QCompleter(list(dict.fromkeys(names)), line)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    if (popup := completer.popup()) is not None:
        popup.setObjectName("offered")
    line.setCompleter(completer)

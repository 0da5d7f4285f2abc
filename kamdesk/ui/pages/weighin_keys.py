"""The keys of the weigh-in; none of them is meant while a text field has the keyboard."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from kamdesk.ui.look import Look
from kamdesk.ui.parts.score_buttons import UNKNOWN

_STEPS = {Qt.Key.Key_Up: ("row", -1), Qt.Key.Key_Down: ("row", 1), Qt.Key.Key_Left: ("point", -1)}
_STEPS |= {Qt.Key.Key_Right: ("point", 1), Qt.Key.Key_Return: ("enter", 0), Qt.Key.Key_Enter: ("enter", 0)}
_STEPS |= {Qt.Key.Key_Escape: ("back", 0), Qt.Key.Key_Space: ("enter", 0)}
_LETTERS = {"e": "fact", "a": "action", "l": "all"}
_UNKNOWN = ("?", "？", "0")


@dataclass(frozen=True, slots=True)
class Meant:
    """What a key means: "row", "point", "level", "fact", "action", "all", "enter", "back" or "person"."""

    what: str
    by: int = 0


def meant(event: QKeyEvent) -> Meant | None:
    """What a key means here, None when it means nothing or belongs to a text field."""
    if isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit | QTextEdit | QAbstractSpinBox):
        return None
    key = Qt.Key(event.key())
    held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    if held == Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        return Meant("person", 1 if key == Qt.Key.Key_Down else -1)
    if held:
        return None
    if event.text() in _UNKNOWN:
        return Meant("level", UNKNOWN)
    if event.text() in ("1", "2", "3", "4", "5"):
        return Meant("level", int(event.text()))
    if letter := _LETTERS.get(event.text().lower()):
        return Meant(letter)
    return Meant(*_STEPS[key]) if key in _STEPS else None


def footer_keys(look: Look) -> list[tuple[str, str]]:
    """The keys as the footer and the cheat sheet tell them."""
    tr = look.tr
    return [
        ("↑ ↓", tr("dimension")),
        ("1–5", tr("level")),
        ("?", tr("unknown")),
        ("E", tr("fact")),
        ("L", tr("all levels")),
        ("A", tr("action")),
        ("Alt ↑ ↓", tr("person")),
    ]

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
_LETTERS = {"e": "fact", "a": "action", "l": "all", "t": "target", "g": "suggest", "v": "take", "i": "invite"}
_LETTERS |= {"c": "compare", "p": "people", "q": "one", "w": "weights", "o": "purpose"}
# What Shift makes of the digits on the keyboards of the world; where Shift gives the digit itself it is a digit.
_SHIFTED = {"!": 1, "！": 1, "@": 2, '"': 2, "“": 2, "#": 3, "£": 3, "§": 3, "$": 4, "￥": 4, "¥": 4, "%": 5}
_DIGITS = [Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5]
_UNKNOWN = ("?", "？", "0")


@dataclass(frozen=True, slots=True)
class Meant:
    """What a key means: "row", "point", "level", "aim", "every", "enter", "back", "person", or a letter's meaning."""

    what: str
    by: int = 0


def wants_next_face(event: QKeyEvent) -> bool:
    """True for F while no text field has the keyboard."""
    held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    return event.text().lower() == "f" and not held and not _writing()


def _writing() -> bool:
    return isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit | QTextEdit | QAbstractSpinBox)


def meant(event: QKeyEvent) -> Meant | None:
    """What a key means here, None when it means nothing or belongs to a text field."""
    if _writing():
        return None
    key = Qt.Key(event.key())
    held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    if held == Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        return Meant("person", 1 if key == Qt.Key.Key_Down else -1)
    if held == Qt.KeyboardModifier.AltModifier and key in _DIGITS:
        return Meant("aim", _DIGITS.index(key))
    if held:
        return None
    if event.text() in _SHIFTED:
        return Meant("every", _SHIFTED[event.text()])
    if event.text() in _UNKNOWN:
        return Meant("level", UNKNOWN)
    if event.text() in ("1", "2", "3", "4", "5"):
        return Meant("level", int(event.text()))
    if letter := _LETTERS.get(event.text().lower()):
        return Meant(letter)
    return Meant(*_STEPS[key]) if key in _STEPS else None


def footer_keys(look: Look) -> list[tuple[str, str]]:
    """The keys as the footer and the cheat sheet tell them."""
    tr, trc = look.tr, look.trc
    return [
        ("↑ ↓", tr("dimension")),
        ("1–5", tr("level")),
        ("?", tr("unknown")),
        ("E", tr("fact")),
        ("T", trc("key", "target")),
        ("A", tr("action")),
        ("Alt ↑ ↓", tr("person")),
        ("L", tr("all levels")),
        ("G", tr("suggest a target")),
        ("V", tr("take over the suggestion")),
        ("I", tr("invitation")),
        ("O", tr("what it serves")),
        ("C", tr("compare two weigh-ins")),
        ("P", tr("people")),
        ("W", tr("weights")),
        ("Q", tr("one number for a rival")),
        ("Shift 1–5", tr("all levels of a rival")),
        ("Alt 1–5", tr("target of this row")),
        ("F", tr("next face")),
    ]

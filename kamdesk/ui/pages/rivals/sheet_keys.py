"""What a key means in a sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from kamdesk.words import NC_

EVIDENCE = "Alt+E"
COPY, CUT, PASTE, FILL = "copy", "cut", "paste", "fill"
KEYS = (
    ("← ↑ → ↓", NC_("sheet", "cell")),
    ("Enter", NC_("sheet", "edit")),
    ("?", NC_("sheet", "unknown")),
    ("Alt E", NC_("sheet", "evidence")),
    ("Alt ↑ ↓", NC_("sheet", "rank")),
    ("Alt R", NC_("sheet", "rival")),
    ("Alt W", NC_("sheet", "what if")),
    ("Alt V", NC_("sheet", "whose eyes")),
    ("Ctrl D", NC_("sheet", "fill down")),
    ("Shift ← ↑ → ↓", NC_("sheet", "range")),
    ("Ctrl C X V", NC_("sheet", "copy, cut, paste")),
    ("Del", NC_("sheet", "clear")),
    ("Tab", NC_("sheet", "next cell")),
    ("F2", NC_("sheet", "type over")),
    ("Ctrl J", NC_("sheet", "next gap")),
    ("Alt S", NC_("sheet", "sums")),
    ("Ctrl N", NC_("sheet", "new need")),
)
_DEEDS = {
    QKeySequence.StandardKey.Copy: COPY,
    QKeySequence.StandardKey.Cut: CUT,
    QKeySequence.StandardKey.Paste: PASTE,
}
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_UNKNOWN = ("?", "？")


def edit_key(event: QKeyEvent) -> str:
    """COPY, CUT, PASTE or FILL (Ctrl+D), "" for any other key."""
    for key, deed in _DEEDS.items():
        if event.matches(key):
            return deed
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return FILL if control and event.key() == Qt.Key.Key_D else ""


def is_typed(event: QKeyEvent) -> bool:
    """True for a sign that begins a text; an empty space does not."""
    return bool(event.text().strip()) and event.text().isprintable() and not event.modifiers() & _HELD


def is_unknown(text: str) -> bool:
    """True for the question mark that stands for what is not known."""
    return text in _UNKNOWN

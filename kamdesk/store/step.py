"""A step: some edits that belong together, with the words for the undo list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kamdesk.client.edit import Edit
from kamdesk.words import Said


@dataclass(frozen=True, slots=True)
class Step:
    """What `Store.apply` takes: all of it is stored, or nothing; `kind` is "do", "undo" or "redo"."""

    said: Said
    edits: tuple[Edit, ...]
    kind: str = "do"


@dataclass(frozen=True, slots=True)
class Logged:
    """A step as the journal remembers it."""

    number: int
    kind: str
    said: Said
    moment: datetime

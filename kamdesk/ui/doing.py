"""What a person did, as a page or a part of it tells it: the owner lets the desk do it."""

from __future__ import annotations

from dataclasses import dataclass

from kamdesk.client.edit import Edit
from kamdesk.words import Said


@dataclass(frozen=True, slots=True)
class Doing:
    """What a person did: the words of the step for undo, and its edits."""

    said: Said
    edits: tuple[Edit, ...]
    toast: bool = False  # show it with Undo; a removal always is

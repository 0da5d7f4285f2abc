"""Keeps the names of rivals out of what a client may read or hear."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kamdesk.client.rival_records import Rival

_SHORTEST = 2  # characters of a name that is looked for in texts


class Unnamed:
    """Finds rivals by all their names, the longest first; Latin ones as words of their own."""

    def __init__(self, rivals: Iterable[Rival], instead: str) -> None:
        called = {name.strip() for rival in rivals for name in (rival.name, rival.short)}
        names = sorted((name for name in called if len(name) >= _SHORTEST), key=len, reverse=True)
        self._names = re.compile("|".join(map(_as_word, names)), re.IGNORECASE) if names else None
        self._instead = instead

    def named_in(self, text: str) -> bool:
        """True when a rival is named in the text."""
        return bool(self._names and self._names.search(text))

    def without(self, text: str) -> str:
        """The text with other words for every rival."""
        return self._names.sub(self._instead, text) if self._names else text


def _as_word(name: str) -> str:
    before = r"(?<!\w)" if name[0].isascii() else ""
    after = r"(?!\w)" if name[-1].isascii() else ""
    return f"{before}{re.escape(name)}{after}"

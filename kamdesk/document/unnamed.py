"""Keeps the names of rivals out of what a client may read or hear."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from typing import Any, TypeVar

from kamdesk.client.client import Client
from kamdesk.client.plan_records import Action, Goal
from kamdesk.client.record import Kind, fields_of
from kamdesk.client.rival_records import Rival
from kamdesk.words import Words, words_for

R = TypeVar("R", Goal, Action)

_HAN, _LATIN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]"), re.compile("[A-Za-z]{2}")
_LETTER = "(?![\u2e80-\u9fff\uf900-\ufaff])\\w"  # of the words that spaces divide
_SHORTEST = 2  # characters of a name that is looked for in texts


def without_rivals(client: Client, rivals: Iterable[Rival], words: Words) -> Client:
    """The client with no rival named in its goals and actions: the sentences of ours that a client may read."""
    unnamed = Unnamed(rivals, words)

    def told(record: R) -> R:
        texts = [field.name for field in fields_of(type(record)) if field.kind is Kind.TEXT]
        values: dict[str, Any] = {name: unnamed.without(getattr(record, name)) for name in texts}
        return dataclasses.replace(record, **values)

    return dataclasses.replace(client, goals=tuple(map(told, client.goals)), actions=tuple(map(told, client.actions)))


class Unnamed:
    """Finds rivals by all their names, the longest first; Latin ones as words of their own.

    A text says “another supplier” in its own language, whatever that of the document is.
    """

    def __init__(self, rivals: Iterable[Rival], words: Words) -> None:
        called = {name.strip() for rival in rivals for name in (rival.name, rival.short)}
        names = sorted((name for name in called if len(name) >= _SHORTEST), key=len, reverse=True)
        self._names = re.compile("|".join(map(_as_word, names)), re.IGNORECASE) if names else None
        self._words = words

    def named_in(self, text: str) -> bool:
        """True when a rival is named in the text."""
        return bool(self._names and self._names.search(text))

    def without(self, text: str) -> str:
        """The text with other words for every rival."""
        if self._names is None or not self._names.search(text):
            return text
        return self._names.sub(self._instead(self._names.sub("", text)), text)

    def _instead(self, around: str) -> str:
        """What a rival is called among these words."""
        words = self._words
        if _HAN.search(around):
            words = words if words.chinese else words_for("zh_CN")
        elif _LATIN.search(around):
            words = words_for("en")
        return words.tr("another supplier")


def _as_word(name: str) -> str:
    """A Latin name is no part of a longer word; Han signs beside it are words of their own."""
    before = f"(?<!{_LETTER})" if name[0].isascii() else ""
    after = f"(?!{_LETTER})" if name[-1].isascii() else ""
    return f"{before}{re.escape(name)}{after}"

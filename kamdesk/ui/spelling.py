"""Where typed letters stand for Chinese: which characters they spell, and how those are pronounced."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")
_LONGEST = 80  # characters that are spelled; nobody types the pinyin of a whole note
_AFTER = 1  # syllables told after those that matched


class Syllable(NamedTuple):
    """One character: its place in the text, its sound plain and with the tone."""

    place: int
    plain: str
    toned: str


@lru_cache(maxsize=4096)
def syllables(text: str) -> tuple[Syllable, ...]:
    """The syllables of the Chinese in a text."""
    from pypinyin import Style, lazy_pinyin  # dear to import, and needed only where Chinese was found by letters

    found: list[Syllable] = []
    for run in _CHINESE.finditer(text[:_LONGEST]):
        plain = lazy_pinyin(run.group(), style=Style.NORMAL, v_to_u=False)
        toned = lazy_pinyin(run.group(), style=Style.TONE)
        found += map(Syllable, range(run.start(), run.end()), plain, toned)
    return tuple(found)


def spelled(text: str, asked: str) -> tuple[Syllable, ...]:
    """The characters of a text that the letters spell, in full or by their initials; empty when they spell none."""
    letters = re.sub(r"[^a-z]", "", asked.casefold())
    if not letters or not letters.isascii() or not _CHINESE.search(text):
        return ()
    row = syllables(text)
    for start in range(len(row)):
        for initials in (False, True):
            if end := _reach(row, start, letters, initials=initials):
                return row[start:end]
    return ()


def begins(text: str, asked: str) -> bool:
    """Whether a text begins with what was typed, as it is written or as it sounds."""
    found = spelled(text, asked)
    return text.casefold().startswith(asked.casefold()) or (bool(found) and found[0].place == 0)


def told(text: str, found: tuple[Syllable, ...]) -> tuple[str, str]:
    """How the characters found sound, with one more after them: what is told, and the part of it that was typed."""
    row = syllables(text)
    at = row.index(found[0])
    marked = " ".join(one.toned for one in found)
    return " ".join(one.toned for one in row[at : at + len(found) + _AFTER]), marked


def _reach(row: tuple[Syllable, ...], start: int, letters: str, *, initials: bool) -> int:
    """The end of the shortest row of syllables from `start` that the letters are the beginning of; 0 when none is."""
    sound = ""
    for end in range(start, len(row)):
        sound += row[end].plain[:1] if initials else row[end].plain
        if sound.startswith(letters):
            return end + 1
        if not letters.startswith(sound):
            return 0
    return 0

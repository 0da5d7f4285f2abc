"""Pinyin with tones, to show why a Chinese name was found by typed letters."""

from __future__ import annotations

import re
from functools import lru_cache

_CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")
_AFTER = 1  # syllables shown after those that matched


@lru_cache(maxsize=2048)
def syllables(text: str) -> tuple[tuple[str, str], ...]:
    """The syllables of the Chinese in a text, each plain and with its tone: ("wang", "wáng")."""
    from pypinyin import Style, lazy_pinyin  # dear to import, and needed only where Chinese was found by letters

    found: list[tuple[str, str]] = []
    for run in _CHINESE.findall(text):
        plain = lazy_pinyin(run, style=Style.NORMAL, v_to_u=False)
        found += zip(plain, lazy_pinyin(run, style=Style.TONE), strict=True)
    return tuple(found)


def why(text: str, asked: str) -> tuple[str, str]:
    """How the matching part of a text is spelled, and the piece of that to mark; both empty when none matches."""
    letters = re.sub(r"[^a-z]", "", asked.casefold())
    row = syllables(text) if letters else ()
    for start in range(len(row)):
        for initials in (False, True):
            end = _reach(row, start, letters, initials=initials)
            if end:
                shown = " ".join(toned for _, toned in row[start : end + _AFTER])
                return shown, " ".join(toned for _, toned in row[start:end])
    return "", ""


def begins(text: str, asked: str) -> bool:
    """True when a text can be found by these letters as pinyin or initials, from its beginning or inside."""
    return bool(why(text, asked)[1])


def _reach(row: tuple[tuple[str, str], ...], start: int, letters: str, *, initials: bool) -> int:
    """The end of the shortest row of syllables from `start` that the letters are the beginning of; 0 when none is."""
    spelled = ""
    for end in range(start, len(row)):
        spelled += row[end][0][:1] if initials else row[end][0]
        if spelled.startswith(letters):
            return end + 1
        if not letters.startswith(spelled):
            return 0
    return 0

"""How Chinese is spelled: for finding it by typed letters and for putting it in order beside Latin names.

pypinyin costs some 190 ms when it is loaded first, so it is loaded only when there is Chinese to spell; `warm` may do
it beforehand.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import chain

from kamdesk.store.fold import fold, parts

_CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")
_ROW = 8  # syllables that can be typed from the middle of a name on; from its beginning all can


def warm() -> None:
    """Load the dictionary now."""
    syllables("中")


@lru_cache(maxsize=8192)
def syllables(run: str) -> tuple[str, ...]:
    """The syllables of a row of Chinese without tones, read as words where they are known: 重庆 is chong qing.

    A character without a reading stands for itself. Source: pypinyin's dictionaries and its cutting into words; its
    own conversion gives the same four times slower, which counts when thousands of clients come at once.
    """
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT
    from pypinyin.seg.mmseg import seg

    found: list[str] = []
    for word in seg.cut(run):
        if len(word) > 1 and word in PHRASES_DICT:
            found.extend(readings[0] for readings in PHRASES_DICT[word])
        else:
            found.extend(PINYIN_DICT.get(ord(char), char).partition(",")[0] for char in word)
    return tuple(map(_toneless, found))


@lru_cache(maxsize=4096)
def _toneless(syllable: str) -> str:
    """The letters alone, with v for ü as it is typed."""
    apart = unicodedata.normalize("NFD", syllable).replace("u\u0308", "v")
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def spellings(folded: str) -> tuple[str, str]:
    """The index words for pinyin and for initials of a folded text; both empty when there is no Chinese in it.

    From every syllable on there is one word, so that the beginning of any of them can be typed.
    """
    if not _CHINESE.search(folded):
        return "", ""
    whole: list[str] = []
    short: list[str] = []
    for kind, part in parts(folded):
        if kind != "run" or not _CHINESE.search(part):
            continue
        row = syllables(part)
        for place in range(len(row)):
            end = place + _ROW if place else None
            whole.append("".join(row[place:end]))
            short.append("".join(syllable[0] for syllable in row[place:end]))
    return " ".join(whole), " ".join(short)


def order_key(text: str) -> str:
    """A key that sorts Chinese by its pinyin among Latin names: 华星 stands between Huang and Hugo."""
    spelled = chain.from_iterable(
        syllables(part) if kind == "run" and _CHINESE.search(part) else (part,) for kind, part in parts(fold(text))
    )
    return " ".join(spelled) + "\0" + text

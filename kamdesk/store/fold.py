"""Text as the search sees it: one form for what a person takes as the same, cut into words and overlapping pairs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from kamdesk.paths import resource

# Scripts written without spaces: kana, ideographs with all their extensions, Hangul.
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_PARTS = re.compile(rf"(?P<run>[{_CJK}]+)|(?P<word>[^\W_{_CJK}]+)|(?P<sign>[\u2190-\u2bff\U0001f000-\U0001faff])")
# Letters that are no letter with an accent to Unicode, though people type them as one.
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"})


class _Table(dict[int, str]):
    """Character to folded characters, worked out when one is met first; `str.translate` asks it."""

    def __init__(self, simplified: dict[int, str]) -> None:
        super().__init__()
        self._simplified = simplified

    def __missing__(self, code: int) -> str:
        """The folded form of one character, kept for the next time."""
        apart = unicodedata.normalize("NFKD", chr(code))
        bare = "".join(part for part in apart if not unicodedata.combining(part))
        folded = unicodedata.normalize("NFKC", bare).casefold().translate(_PLAIN).translate(self._simplified)
        self[code] = folded
        return folded


@cache
def _table() -> _Table:
    """Traditional to simplified stands in one line of pairs, made from OpenCC's dictionaries."""
    line = resource("fold", "simplified.txt").read_text(encoding="utf-8").strip()
    return _Table({ord(one): other for one, other in zip(line[::2], line[1::2], strict=True)})


def fold(text: str) -> str:
    """Width, case, accents and script folded away: "ＥＲＰ Łódź 臺灣" becomes "erp lodz 台湾".

    It works on each character by itself, so a place in the folded text can be found in the text (`unfolded_place`).
    """
    return text.translate(_table())


def unfolded_place(text: str, place: int) -> int:
    """The place in `text` of the character that stands at `place` in `fold(text)`."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high) // 2
        if len(fold(text[:middle])) < place:
            low = middle + 1
        else:
            high = middle
    return low


def parts(folded: str) -> Iterator[tuple[str, str]]:
    """The parts of a folded text with their kind: "run" of Chinese, Japanese or Korean, "word", or "sign" (emoji)."""
    for found in _PARTS.finditer(folded):
        assert found.lastgroup is not None
        yield found.lastgroup, found.group()


def index_words(folded: str) -> str:
    """What is put into the index: words, signs, and of each run its overlapping pairs and its last character."""
    words: list[str] = []
    for kind, part in parts(folded):
        if kind == "run":
            words.extend(map("".join, pairwise(part)))
            words.append(part[-1])
        else:
            words.append(part)
    return " ".join(words)


def query_of(kind: str, part: str) -> str:
    """The FTS5 expression that finds a part: words by their beginning, runs as a row of pairs."""
    if kind == "run" and len(part) > 1:
        pairs = " ".join(map("".join, pairwise(part)))
        return f'"{pairs}"'
    return f'"{part}"*' if kind != "sign" else f'"{part}"'

"""Where a line of Chinese, Latin or both may end.

A text is cut into atoms; a line may end after every atom and nowhere else. No closing mark starts a line, no opening
one ends it, and names, dates and a number with its unit stay whole (pictures/PAPER.md, Type).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum

LONGEST_NAME = 6  # characters; a longer name may be broken

_HAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3041-\u3096\u309d-\u30fa\u30fc-\u312f\u3131-\u318e\u31a0-\u31ff"
    "\u3200-\u4dbf\u4e00-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uff9f"
    "\U0001f000-\U0001faff\U00020000-\U0003ffff"
)
_CLOSE_FULL = "，。、；：？！）》”’】」』〉〕〗〙〛｝］＞…—～·・％‰℃〞〟〃々ー｡､｣"
_CLOSE = _CLOSE_FULL + ",.;:?!)\\]}%»›"
_OPEN = "（《“‘【「『〈〔〖〘〚｛［＜｢"
_SPACE = " \t\u2009\u3000"
_LATIN = f"[^{_SPACE}{_HAN}{_CLOSE_FULL}{_OPEN}]"
_WORD = f"{_LATIN}+?(?:[-/](?=[A-Za-z]{{2}})|(?!{_LATIN}))"

_NUMBER = r"(?:第[ \u2009]?)?(?:[+\-−±]|[≈~<>≤≥][ \u2009]?)?(?:NT|HK|JP)?[¥$€£]?[0-9][0-9.,:]*"
_UNIT = (
    "(?:个百分点|個百分點|个月|個月|小时|小時|分钟|分鐘|工作日|季度|[万亿萬億千百][元美欧歐台人件次个個小]?|"
    "[元年月日号號天周週季时時点點分秒级級项項个個人家条條次步位名吨噸台臺套件批页頁版层層米倍成岁歲期代类類面轮輪]|"
    "(?:%|‰|℃|°C|mm|cm|km|kg|kW|kWh|MW|Hz|min|pcs|pt|M|k|g|t|h|s|m|d|W|V|A)(?![A-Za-z]))"
)
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_MEASURE = (
    f"[0-9]{{1,2}} {_MONTH}(?: [0-9]{{4}})?(?![A-Za-z0-9])|"
    f"{_NUMBER}[ \u2009]?{_UNIT}(?:[ \u2009]?[0-9]+[ \u2009]?[月日号號分秒点點时時])*"
)
_ADDRESSED = r"(?:(?:Dr|Prof|Ing|Mr|Mrs|Ms)\. )*"  # stays with the name it belongs to


class Script(IntEnum):
    """What a character is, for the gap between Han and Latin."""

    OTHER = 0
    HAN = 1
    LATIN = 2


_IS_HAN = re.compile(f"[{_HAN}]")


def script(char: str) -> Script:
    """Han (with kana and the like), Latin (with digits and the signs that go with them), or other."""
    if _IS_HAN.match(char):
        return Script.HAN
    return Script.LATIN if char.isalnum() or char in "%‰°¥$€£" else Script.OTHER


_TO_LATIN = re.compile(f"(?<=[{_HAN}])[ \u2009](?=[A-Za-z0-9¥$€£+−±])")
_TO_HAN = re.compile(f"(?<=[A-Za-z0-9%°])[ \u2009](?=[{_HAN}])")
THIN = "\u2009"  # a typed space between Han and Latin; as wide as the gap where none was typed


def even(text: str) -> str:
    """The text with every space between Han and Latin made THIN, so that both sides of a number look alike."""
    if " " not in text or text.isascii():
        return text
    return _TO_HAN.sub(THIN, _TO_LATIN.sub(THIN, text))


_SHARED = re.compile("[“”‘’…—]")
_BESIDE = re.compile(f"[{_HAN}{_CLOSE_FULL}（《【「『〈〔]")
_PARTNERS = {"“": "”", "‘": "’"}


def beside_han(text: str, chinese: bool = True) -> frozenset[int]:
    """Where the quotation marks, dashes and ellipses stand that belong to Chinese; both marks of a pair go together.

    In a `chinese` document Han on either side is enough; in another what stands outside the marks decides.
    """
    if text.isascii() or not _SHARED.search(text):
        return frozenset()
    found: set[int] = set()
    open_marks: dict[str, list[int]] = {"”": [], "’": []}
    for mark in _SHARED.finditer(text):
        at, char = mark.start(), mark.group()
        outside = 1 if char in _PARTNERS.values() else -1
        ours = _neighbour(text, at, outside)
        alone = not (text[:at] if outside < 0 else text[at + 1 :]).strip()
        if not ours and (chinese or alone):
            ours = _neighbour(text, at, -outside)
        if ours:
            found.add(at)
        if char in _PARTNERS:
            open_marks[_PARTNERS[char]].append(at)
        elif open_marks.get(char):
            partner = open_marks[char].pop()
            if ours or partner in found:
                found |= {at, partner}
    return frozenset(found)


_ENDS, _STOPS, _BEGINS = "）》”’】」』〉〕", "，。、；：！？", "（《“‘【「『〈〔"
_TIGHT = re.compile(f"(?<=[{_ENDS}])[{_ENDS}{_STOPS}{_BEGINS}]|(?<=[{_STOPS}{_BEGINS}])[{_BEGINS}]")
_TIGHT_LOW = re.compile(f"{_TIGHT.pattern}|(?<=[{_STOPS}])[{_ENDS}]")
BEGINS = frozenset(_BEGINS)


def tight(text: str, wide: frozenset[int], centred: bool) -> frozenset[int]:
    """Where a full-width mark moves half an em nearer to the one before it, since both have empty halves there.

    `wide` are the quotation marks set in the Han face; `centred`: stops stand in the middle of their place, as they do
    in traditional Chinese.
    """
    if text.isascii():
        return frozenset()
    found = (match.start() for match in (_TIGHT if centred else _TIGHT_LOW).finditer(text))
    return frozenset(at for at in found if all(place in wide or text[place] not in "“”‘’" for place in (at - 1, at)))


def _neighbour(text: str, at: int, step: int) -> bool:
    """True when the next character that is neither such a mark nor a space is Han or a full-width mark."""
    at += step
    while 0 <= at < len(text) and (text[at] in _SPACE or _SHARED.match(text[at])):
        at += step
    return 0 <= at < len(text) and bool(_BESIDE.match(text[at]))


class Breaker:
    """Cuts texts into atoms; `names` (up to LONGEST_NAME characters each) are never cut."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._whole = frozenset(name for name in names if 1 < len(name) <= LONGEST_NAME)
        self._names = _any_of(self._whole)

    def within(self, text: str) -> Names:
        """The names that stand in a text; no other can change where its lines end."""
        if not self._names.search(text):
            return _NAMELESS
        return Names(frozenset(name for name in self._whole if name in text), self)

    def atoms(self, text: str) -> Iterator[str]:
        """The parts of one line of text in order, each with the spaces that follow it; joined they are the text."""
        within = {at for name in self._names.finditer(text) for at in range(name.start() + 1, name.end())}
        if not within:
            yield from (found.group() for found in _ATOM.finditer(text))
            return
        start = 0
        for found in _ATOM.finditer(text):
            if found.end() not in within:
                yield text[start : found.end()]
                start = found.end()
        if start < len(text):
            yield text[start:]


@dataclass(frozen=True, slots=True)
class Names:
    """The names in a text, and what cuts it; two breakers that know the same names of it cut it alike."""

    inside: frozenset[str]
    breaker: Breaker = field(compare=False)


def _any_of(names: frozenset[str]) -> re.Pattern[str]:
    """Finds names, a longer one before one it begins with; the look-ahead keeps a long list of them cheap."""
    if not names:
        return re.compile("(?!)")
    first = "".join(sorted({re.escape(name[0]) for name in names}))
    rest = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    return re.compile(f"(?=[{first}])(?:{rest})")


_NAMELESS = Names(frozenset(), Breaker())

# One pattern for all documents: it takes longer to compile than a page to be made.
_CLOSED = f"(?:[{_SPACE}]*[{_CLOSE_FULL}]|[{_CLOSE}])"
_BEFORE, _AFTER = f"(?:[{_OPEN}][{_SPACE}]*)", f"{_CLOSED}*[{_SPACE}]*"
_ATOM = re.compile(
    f"{_BEFORE}*(?:{_MEASURE}|{_ADDRESSED}{_WORD}|[{_HAN}]){_AFTER}|"
    f"[{_SPACE}]+(?:{_CLOSED}+[{_SPACE}]*)?|{_BEFORE}+{_AFTER}|{_CLOSED}+[{_SPACE}]*|."
)

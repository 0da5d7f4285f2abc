"""Which characters each bundled face carries."""

from collections.abc import Collection, Iterable, Iterator

from fontTools.ttLib import TTFont

# Extension A characters of the mainland's list of 8,105 standard characters (2013): names of people, places, plants and
# fishes that GBK lacks.
STANDARD = (
    "㑇㑊㕮㘎㙍㙘㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮䃅"
    "䃎䅟䌹䎃䎖䏝䏡䏲䐃䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮"
)
ASCII = frozenset(range(0x20, 0x7F))
PRIVATE = range(0xE000, 0xF900)
SURROGATES = range(0xD800, 0xE000)
# Punctuation, radicals, kana, bopomofo, enclosed and squared forms, compatibility and full-width forms.
SIGNS = (range(0x2E80, 0x3400), range(0xF900, 0xFB00), range(0xFE10, 0xFE70), range(0xFF00, 0xFFF0))
SUPPLEMENT = 0x10000
HAN = (range(0x3400, 0xA000), range(0xF900, 0xFB00), range(0x20000, 0x32000))


def characters(font: TTFont) -> frozenset[int]:
    """What a font can show."""
    return frozenset(font.getBestCmap())


def latin(inter: TTFont) -> frozenset[int]:
    """All of Inter but its private characters: Latin, Greek, Cyrillic, punctuation, arrows, mathematics, currency."""
    return frozenset(code for code in characters(inter) if code not in PRIVATE)


def simplified(sc: TTFont) -> frozenset[int]:
    """GBK, Big5 with Hong Kong's supplement, the mainland's standard list, signs, as far as the font has them."""
    wanted = _encoded("gbk") | _old_traditional() | set(map(ord, STANDARD))
    return frozenset(code for code in characters(sc) if code in wanted or code >= SUPPLEMENT)


def traditional(*pairs: tuple[TTFont, TTFont]) -> frozenset[int]:
    """What a traditional face must carry before a simplified one: all that is drawn unlike it or missing in it.

    `pairs` are the traditional and the simplified face in each weight, so that all weights carry the same.
    """
    wanted = _old_traditional()
    return ASCII.union(*(_differing(wanted, tc, sc) for tc, sc in pairs))


def rare(font: TTFont, held: Collection[int]) -> frozenset[int]:
    """The Han characters of a font that the other faces do not hold."""
    return frozenset(code for code in characters(font) if code not in held and any(code in block for block in HAN))


def emoji(font: TTFont) -> frozenset[int]:
    """All of the emoji but the plain digits and signs keycaps are made from: those belong to the text faces."""
    return characters(font) - ASCII


def _old_traditional() -> frozenset[int]:
    """Big5 with Hong Kong's supplement, ASCII and the blocks of East Asian signs."""
    return ASCII.union(_encoded("big5"), _encoded("big5hkscs"), *SIGNS)


def _differing(wanted: Iterable[int], font: TTFont, other: TTFont) -> Iterator[int]:
    """The wanted characters that `font` draws unlike `other`."""
    here, there = font.getBestCmap(), other.getBestCmap()
    for code in wanted:
        if code in here and (code not in there or _drawn(font, here[code]) != _drawn(other, there[code])):
            yield code


def _encoded(encoding: str) -> set[int]:
    """All characters beyond ASCII that an old encoding can write."""
    return {code for code in range(0x80, 0x30000) if code not in SURROGATES and _writes(encoding, code)}


def _writes(encoding: str, code: int) -> bool:
    """Whether an encoding has a character."""
    return bool(chr(code).encode(encoding, "ignore"))


def _drawn(font: TTFont, name: str) -> tuple[object, ...]:
    """A glyph's outline and advance, comparable between fonts."""
    table = font["glyf"]
    points, ends, flags = table[name].getCoordinates(table)
    return font["hmtx"][name][0], tuple(points), tuple(ends), bytes(flags)

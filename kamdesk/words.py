"""The words of the program: English source text and gettext catalogues, without Qt.

A label is marked where it is declared (`N_("Name")`) and translated where it is shown (`words.tr(field.label)`), so the
language of the screen and the language of a document are two `Words` values that can differ.
"""

from __future__ import annotations

import gettext
import locale
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from kamdesk.paths import resource

LANGUAGES = ("zh_CN", "zh_TW", "en")
OWN_NAMES = {"zh_CN": "简体中文", "zh_TW": "繁體中文", "en": "English"}
_CONTEXT = "\x04"
_HAN = re.compile("[\u3400-\u9fff]")
_LATIN = re.compile("[0-9A-Za-z\u00c0-\u024f]")
_PLACE = re.compile(r"( ?)\{(\w+)\}( ?)")


def N_(text: str) -> str:  # noqa: N802 (the name gettext tools know)
    """Mark a text for the catalogues; it is translated where it is shown."""
    return text


def NC_(context: str, text: str) -> str:  # noqa: N802
    """Mark a text that means different things in different places, with the place."""
    return f"{context}{_CONTEXT}{text}"


class Words:
    """The catalogue of one language."""

    def __init__(self, language: str, catalogue: gettext.NullTranslations) -> None:
        self.language = language
        self._catalogue = catalogue

    def __repr__(self) -> str:
        return f"Words({self.language!r})"

    @property
    def chinese(self) -> bool:
        """True for 简体 and 繁體."""
        return self.language.startswith("zh")

    def tr(self, text: str, /, **values: object) -> str:
        """The text in this language, `{name}` places filled; an empty text stays empty."""
        if not text:
            return ""
        context, found, plain = text.rpartition(_CONTEXT)
        said = self._catalogue.pgettext(context, plain) if found else self._catalogue.gettext(text)
        return _filled(said, values) if values else said

    def trn(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The form that goes with `count`, which is also filled in as `{n}`."""
        return _filled(self._catalogue.ngettext(one, many, count), {"n": count, **values})

    def trc(self, context: str, text: str, /, **values: object) -> str:
        """A text that needs a context to be translated well."""
        return self.tr(f"{context}{_CONTEXT}{text}", **values)


def _filled(text: str, values: Mapping[str, object]) -> str:
    """The text with its places filled; beside Han, a Latin word or number is set apart by a space and Han is not."""
    if text.isascii():
        return text.format_map(values)
    return _PLACE.sub(lambda place: _beside(place, values), text)


def _beside(place: re.Match[str], values: Mapping[str, object]) -> str:
    """What stands in a place, with the spaces on either side that its neighbours there ask for."""
    left, name, right = place.groups()
    value, text = values[name], place.string
    if not isinstance(value, str) or not value:
        return f"{left}{value}{right}"
    before, after = text[: place.start()][-1:], text[place.end() :][:1]
    return f"{_space(before, left, value[0])}{value}{_space(after, right, value[-1])}"


def _space(neighbour: str, given: str, edge: str) -> str:
    if not _HAN.fullmatch(neighbour):
        return given
    if _LATIN.fullmatch(edge):
        return " "
    return "" if _HAN.fullmatch(edge) else given


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence that is kept (in the journal, in an error) and can be told in any language later.

    `values` are names and numbers put in as they are; a value that is itself a `Said` is translated too.
    """

    text: str
    values: dict[str, object] = field(default_factory=dict)

    def tell(self, words: Words) -> str:
        """The sentence in the language of `words`."""
        told = {name: value.tell(words) if isinstance(value, Said) else value for name, value in self.values.items()}
        return words.tr(self.text, **told)


def said(text: str, /, **values: object) -> Said:
    """Make a `Said`; the text is marked for the catalogues by this call."""
    return Said(text, values)


class Speaking:
    """Tells texts and kept sentences in the words it holds."""

    __slots__ = ()
    words: Words

    def tr(self, text: str, /, **values: object) -> str:
        """The text in this language."""
        return self.words.tr(text, **values)

    def trn(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The form that goes with `count`."""
        return self.words.trn(one, many, count, **values)

    def trc(self, context: str, text: str, /, **values: object) -> str:
        """A text that needs a context to be translated well."""
        return self.words.trc(context, text, **values)

    def tell(self, said: Said) -> str:
        """A kept sentence in this language."""
        return said.tell(self.words)


def words_for(language: str) -> Words:
    """The catalogue of `language`, one of LANGUAGES; English needs no file."""
    return _words_of(language if language in LANGUAGES else _nearest(language))


@cache
def _words_of(language: str) -> Words:
    """Read once: a document asks for its words each time it is made."""
    file = resource("words", f"{language}.mo")
    if language == "en" or not file.exists():
        return Words(language, gettext.NullTranslations())
    with file.open("rb") as opened:
        return Words(language, gettext.GNUTranslations(opened))


def system_language() -> str:
    """The one of LANGUAGES nearest to what the computer speaks."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return _nearest(os.environ[name])
    try:
        return _nearest(locale.getlocale()[0] or "en")
    except ValueError:  # some systems name a locale that Python cannot parse
        return "en"


def _nearest(name: str) -> str:
    low = name.replace("-", "_").lower()
    if low.startswith(("zh_tw", "zh_hk", "zh_mo", "zh_hant", "chinese (traditional")):
        return "zh_TW"
    return "zh_CN" if low.startswith(("zh", "chinese")) else "en"

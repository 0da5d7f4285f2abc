"""The one maker of text on paper: whatever a person typed becomes spans of printable characters.

Text is never markup here: a span goes to the page character by character (kamdesk/document/setting.py), so nothing in
it can be a tag, a link or a picture, and there is no markup reader anywhere in this package.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple, Self

from kamdesk.document.breaking import even
from kamdesk.document.style import BOLD

# Control characters, marks that turn the writing direction, invisible joiners, halves of surrogate pairs.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff"
    "\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff]"
)
_NEW_LINE = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


class _Span(NamedTuple):
    text: str
    weight: int
    colour: str


class Span(_Span):
    """Some text, cleaned on the way in; weight 0 and colour "" are those of the type it is set in.

    A tuple, as the others that a document has by the thousand: made and compared in half the time.
    """

    __slots__ = ()

    def __new__(cls, text: str, weight: int = 0, colour: str = "") -> Self:
        """Clean the text."""
        return super().__new__(cls, clean(text), weight, colour)


Spans = tuple[Span, ...]


def clean(text: str) -> str:
    """The text without what cannot be printed, composed, each line ended by a newline, even gaps in it."""
    text = _UNPRINTABLE.sub("", _NEW_LINE.sub("\n", text).replace("\t", " "))
    return even(unicodedata.normalize("NFC", text))


def plain(text: str, *, colour: str = "") -> Spans:
    """One span."""
    return (Span(text, 0, colour),)


def bold(text: str, colour: str = "") -> Span:
    """A key word."""
    return Span(text, BOLD, colour)


def spans(*parts: Span | str) -> Spans:
    """Several spans in a row; a string is a span in the type's own look."""
    return tuple(Span(part) if isinstance(part, str) else part for part in parts)

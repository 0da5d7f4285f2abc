"""How wide a text is about, without any font: enough to keep labels apart and inside their chart."""

from __future__ import annotations

import unicodedata

from kamdesk.picture.shapes import Text

_NARROW = frozenset("iljtfrI.,:;'|!()[]·")
_FIGURES = frozenset("0123456789-−+±–")  # all as wide as a digit in the shipped faces
_WIDE = frozenset("mwMWQO@%—→")
ASCENT, DESCENT = 0.8, 0.25  # of the size, above and below the baseline


def text_width(text: str, size: float, weight: int = 400) -> float:
    """The width in points; a little generous, so that what is kept apart stays apart."""
    ems = 0.0
    for sign in text:
        if unicodedata.east_asian_width(sign) in "WF":
            ems += 1.0
        elif unicodedata.combining(sign):
            continue
        elif sign in _NARROW or sign == " ":
            ems += 0.34
        elif sign in _FIGURES:
            ems += 0.66
        elif sign in _WIDE:
            ems += 0.9
        else:
            ems += 0.68 if sign.isupper() else 0.6
    return ems * size * (1.04 if weight >= 600 else 1.0)


def shortened(text: str, size: float, room: float, weight: int = 400) -> str:
    """The text, cut with an ellipsis when it is wider than `room`; "" when not even that fits."""
    if text_width(text, size, weight) <= room:
        return text
    text = text[: int(room / (0.3 * size)) + 2]  # no character is narrower; a long text is not measured over and over
    for length in range(len(text) - 1, 0, -1):
        cut = f"{text[:length].rstrip()}…"
        if text_width(cut, size, weight) <= room:
            return cut
    return ""


def called(name: str, size: float, room: float, weight: int = 400, *, whole: bool = False) -> str:
    """A person's name in its room: whole, else the first letter and the family name, else that alone, else cut.

    `whole` leaves the last one uncut.
    """
    parts = [part for part in name.split() if not part.endswith(".")] or name.split()
    shorter: tuple[str, ...] = (
        (f"{parts[0][0]}. {parts[-1]}", parts[-1]) if len(parts) > 1 and name[0] < "\u2e80" else ()
    )
    for told in (name, *shorter):
        if text_width(told, size, weight) <= room:
            return told
    least = shorter[-1] if shorter else name
    return least if whole else shortened(least, size, room, weight)


def box(text: Text) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a text about."""
    width = text_width(text.text, text.size, text.weight)
    left = text.x - {"start": 0.0, "middle": width / 2, "end": width}[text.anchor]
    return left, text.y - ASCENT * text.size, left + width, text.y + DESCENT * text.size

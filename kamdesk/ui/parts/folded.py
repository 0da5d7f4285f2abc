"""Text folded into a few lines, for delegates and small widgets that paint themselves."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from kamdesk.ui.parts.painters import paint_text

_LONGEST = 2000  # what a folded text can show at most


@lru_cache(maxsize=4096)
def _fold(text: str, font_key: str, width: int, most: int) -> tuple[str, ...]:
    font = QFont()
    font.fromString(font_key)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid() and len(lines) < most:
        line.setLineWidth(width)
        start = line.textStart()
        rest = len(lines) == most - 1
        lines.append(text[start:] if rest else text[start : start + line.textLength()])
    layout.endLayout()
    return tuple(line.replace("\u2028", " ").strip() for line in lines)


def fold(text: str, font: QFont, width: float, most: int = 3) -> tuple[str, ...]:
    """The lines of a text in so many px; the last of `most` lines holds all the rest, to be elided."""
    plain = text[:_LONGEST].strip().replace("\r", "").replace("\n", "\u2028")
    if not plain:
        return ()
    return _fold(plain, font.toString(), max(1, int(width)), most)


def line_height(font: QFont, leading: int = 0) -> int:
    """The height of one folded line: the leading, but never less than the font needs."""
    return max(leading, round(QFontMetricsF(font).height()))


def paint_folded(
    painter: QPainter,
    rect: QRectF,
    lines: tuple[str, ...],
    font: QFont,
    colour: QColor,
    leading: int,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> float:
    """Paint folded lines from the top of `rect`; gives the height used."""
    for number, line in enumerate(lines):
        row = QRectF(rect.left(), rect.top() + number * leading, rect.width(), leading)
        paint_text(painter, row, line, font, colour, align)
    return float(len(lines) * leading)

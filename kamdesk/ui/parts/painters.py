"""The smallest painters: text that elides, the ground of a row, the focus ring; every delegate starts here."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from kamdesk.ui.look import Look

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter
_ONE_LINE = Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
# As numbers, because every cell of every list comes through here and flags of Python are slow to join.
_FLAGS = {align: int(_ONE_LINE | align | Qt.AlignmentFlag.AlignVCenter) for align in (LEFT, RIGHT, CENTRE)}


def one_line(text: str) -> str:
    """The first line of a text, cut before it costs time: what a row can show at most."""
    return text[:600].strip().partition("\n")[0].rstrip()


def text_width(text: str, font: QFont) -> float:
    """How wide one line of text is."""
    return QFontMetricsF(font).horizontalAdvance(text)


def paint_text(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = LEFT,
) -> float:
    """Paint one line in the vertical middle of `rect`, elided where it does not fit; gives the width used."""
    metrics = QFontMetricsF(font)
    shown = one_line(text)
    wide, room = metrics.horizontalAdvance(shown), max(0.0, rect.width())
    if wide > room:
        shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, room)
        wide = room
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, _FLAGS[align], shown)
    return wide


def paint_lines(painter: QPainter, rect: QRectF, upper: str, lower: str, look: Look, *, strong: bool = False) -> float:
    """Paint a name with a small muted line below it, both in the middle of `rect`; gives the wider width."""
    name = look.font("name", 0) if not strong else look.fonts.bold("body")
    small, px = look.font("small"), look.theme.px
    half = px(18)
    top = rect.center().y() - half
    first = QRectF(rect.left(), top, rect.width(), half)
    width = paint_text(painter, first, upper, name, look.colour("text"))
    second = first.translated(0, half)
    return max(width, paint_text(painter, second, lower, small, look.colour("muted")))


def paint_ground(
    painter: QPainter,
    rect: QRectF,
    look: Look,
    *,
    selected: bool = False,
    focused: bool = True,
    hovered: bool = False,
    line: bool = True,
    bar: bool = True,
) -> None:
    """Paint what lies behind a row: selection with its bar, or hover, and the line below."""
    if selected:
        painter.fillRect(rect, look.colour("sel"))
    elif hovered:
        painter.fillRect(rect, look.colour("hover"))
    if line:
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.colour("line"))
    if selected and bar:
        ink = look.colour("accent" if focused else "field")
        painter.fillRect(QRectF(rect.left(), rect.top(), look.size("bar"), rect.height()), ink)


def paint_focus(painter: QPainter, rect: QRectF, look: Look, radius: float = 0.0, colour: str = "accent") -> None:
    """Paint the ring that says where the keyboard is, inside `rect`."""
    width = look.size("ring")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour(colour), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.drawRoundedRect(inner, radius or look.theme.radius("control"), radius or look.theme.radius("control"))
    painter.restore()


def rounded(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None = None,
    pen: QPen | None = None,
) -> None:
    """A crisp rounded rectangle: its outline lies inside `rect`."""
    half = pen.widthF() / 2 if pen else 0.0
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen if pen else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(QBrush(fill) if fill else QBrush(Qt.BrushStyle.NoBrush))
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)
    painter.restore()


def square(centre: QPointF, side: float) -> QRectF:
    """The square of this side around a point."""
    return QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)


def left_square(rect: QRectF, side: float, indent: float = 0.0) -> QRectF:
    """The square of this side at the left of `rect`, in its vertical middle."""
    return QRectF(rect.left() + indent, rect.center().y() - side / 2, side, side)

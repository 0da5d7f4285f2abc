"""Painters of the small figures: ring, spark line, gap, attitude, pips, bar, the marks of chart series."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from kamdesk.client.people import Attitude
from kamdesk.client.units import tell_gap
from kamdesk.ui.look import Look
from kamdesk.ui.parts.painters import CENTRE, LEFT, RIGHT, paint_text, rounded, square, text_width
from kamdesk.ui.theme import tokens

_FALLING = 0.25  # a spark line warns when it lost more than this over its window
# The words of theme.toml for an attitude's look.
_ATTITUDES = {
    Attitude.COACH: "coach",
    Attitude.SUPPORTER: "supports",
    Attitude.NEUTRAL: "neutral",
    Attitude.NON_SUPPORTER: "against",
    Attitude.ENEMY: "hostile",
}


def ring(
    painter: QPainter,
    rect: QRectF,
    done: int,
    total: int,
    look: Look,
    *,
    soon: bool = False,
    figure: bool = False,
) -> None:
    """How far a preparation is, in the largest square inside `rect`; `figure` writes 6/8 inside.

    Accent; `warn` only when less than half is done and the visit is within a day (`soon`); `ok` when full.
    """
    side = min(rect.width(), rect.height())
    width = max(2.5, side / 11)
    box = square(rect.center(), side - width)
    share = done / total if total else 0.0
    ink = "ok" if total and done >= total else "warn" if soon and share < 0.5 else "accent"
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("edge"), width))
    painter.drawEllipse(box)
    if share > 0:
        cap = Qt.PenCapStyle.FlatCap
        painter.setPen(QPen(look.colour(ink), width, Qt.PenStyle.SolidLine, cap))
        painter.drawArc(box, 90 * 16, -round(min(1.0, share) * 360 * 16))
    painter.restore()
    if figure:
        font = look.fonts.sized(side / 4.3 * 0.75 / look.theme.scale, 600)
        paint_text(painter, box, f"{done}/{total}", font, look.colour("text"), CENTRE)


def spark(painter: QPainter, rect: QRectF, values: Sequence[float], look: Look) -> None:
    """The last weigh-ins as a line that ends in a dot; `warn` when it fell by more than 0.25."""
    if len(values) < 2:
        return
    ink = look.colour("warn" if values[0] - values[-1] > _FALLING else "muted")
    low, high = min(values), max(values)
    room = max(high - low, 0.4)  # a small change shall look small
    box = rect.adjusted(2, 3, -3, -3)
    points = [
        QPointF(
            box.left() + box.width() * index / (len(values) - 1),
            box.center().y() - box.height() * (value - (low + high) / 2) / room,
        )
        for index, value in enumerate(values)
    ]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1.3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline(points)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(points[-1], 2.2, 2.2)
    painter.restore()


def gap_colour(value: float | None) -> str:
    """The colour of a lead or lag: `ok`, `bad`, or `muted` when level or unknown."""
    if value is None or abs(value) < 0.05:
        return "muted"
    return "ok" if value > 0 else "bad"


def gap(
    painter: QPainter,
    rect: QRectF,
    value: float | None,
    look: Look,
    *,
    align: Qt.AlignmentFlag = LEFT,
    role: str = "name",
    weight: int = 500,
) -> float:
    """A lead as ▲ +0.4, a lag as ▼ −0.8, level as – 0.0, unknown as –; gives the width used."""
    px, ink = look.theme.px, look.colour(gap_colour(value))
    font = look.font(role, weight, tabular=value is not None)
    told = "–" if value is None else tell_gap(value) if abs(value) >= 0.05 else "0.0"
    mark = 0 if value is None else px(8) + px(4)
    width = text_width(told, font) + mark
    left = rect.right() - width if align == RIGHT else rect.left()
    if value is not None:
        box = square(QPointF(left + px(4), rect.center().y()), px(8))
        _direction(painter, box, value, ink)
    paint_text(painter, QRectF(left + mark, rect.top(), width - mark + 1, rect.height()), told, font, ink)
    return width


def _direction(painter: QPainter, box: QRectF, value: float, ink: QColor) -> None:
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    if abs(value) < 0.05:
        painter.fillRect(QRectF(box.left(), box.center().y() - 0.75, box.width(), 1.5), ink)
    else:
        triangle(painter, box.adjusted(0, 0.5, 0, -0.5), up=value > 0)
    painter.restore()


def triangle(painter: QPainter, box: QRectF, *, up: bool = True) -> None:
    """A triangle that fills `box`, in the painter's own pen and brush."""
    first, last = (box.bottom(), box.top()) if up else (box.top(), box.bottom())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    corners = [QPointF(box.left(), first), QPointF(box.right(), first), QPointF(box.center().x(), last)]
    painter.drawPolygon(QPolygonF(corners))


def attitude_colour(attitude: Attitude | None) -> str:
    """The colour of an attitude's shape."""
    return str(tokens()["attitude"][_ATTITUDES.get(attitude, "unknown") if attitude else "unknown"]["colour"])


def attitude_mark(painter: QPainter, rect: QRectF, attitude: Attitude | None, look: Look) -> None:
    """The shape of an attitude (★ ● □ ▼ ✕, a dashed ring when unknown) in the middle of `rect`."""
    style = tokens()["attitude"][_ATTITUDES[attitude] if attitude else "unknown"]
    mark(painter, square(rect.center(), look.size("attitude")), style["mark"], look.colour(style["colour"]))


def mark(painter: QPainter, box: QRectF, shape: str, ink: QColor, *, filled: bool = True) -> None:
    """One of theme.toml's marks: star, circle, square, triangle, triangle-down, diamond, cross, ring, dashed-ring."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    open_ended = shape in ("square", "cross", "ring", "dashed-ring") or not filled
    painter.setPen(QPen(ink, 1.6) if open_ended else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(Qt.BrushStyle.NoBrush if open_ended else ink)
    _shape(painter, box, shape, ink)
    painter.restore()


def _shape(painter: QPainter, box: QRectF, shape: str, ink: QColor) -> None:
    inner = box.adjusted(1.2, 1.2, -1.2, -1.2)
    if shape == "circle":
        painter.drawEllipse(inner.adjusted(-0.4, -0.4, 0.4, 0.4))
    elif shape in ("ring", "dashed-ring"):
        pen = QPen(ink, 1.5)
        if shape == "dashed-ring":
            pen.setDashPattern([1.6, 1.4])
        painter.setPen(pen)
        painter.drawEllipse(inner)
    elif shape == "square":
        painter.drawRect(inner)
    elif shape in ("triangle", "triangle-down"):
        triangle(painter, box.adjusted(0.2, 0.9, -0.2, -0.9), up=shape == "triangle")
    elif shape == "cross":
        pen = QPen(ink, 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.topRight(), inner.bottomLeft())
    elif shape in ("star", "diamond"):
        points, depth = (5, 0.42) if shape == "star" else (2, 0.62)
        painter.drawPolygon(_star(box.center(), box.width() / 2, points, depth))


def _star(centre: QPointF, radius: float, points: int, depth: float) -> QPolygonF:
    corners = []
    for step in range(points * 2):
        length = radius if step % 2 == 0 else radius * depth
        angle = math.pi * step / points
        corners.append(centre + QPointF(length * math.sin(angle), -length * math.cos(angle)))
    return QPolygonF(corners)


def pips(painter: QPainter, rect: QRectF, level: int | None, look: Look, of: int = 5) -> float:
    """A level of 1-5 as small bars at the left of `rect`; gives the width used."""
    px = look.theme.px
    wide, high, apart = px(5), px(9), px(2)
    for step in range(of):
        box = QRectF(rect.left() + step * (wide + apart), rect.center().y() - high / 2, wide, high)
        painter.fillRect(box, look.colour("accent" if level and step < level else "edge"))
    return of * (wide + apart) - apart


def bar(painter: QPainter, rect: QRectF, share: float, look: Look, colour: str = "accent") -> None:
    """A share of 0-1 as a bar 6 px high in the vertical middle of `rect`."""
    height = look.theme.px(6)
    ground = QRectF(rect.left(), rect.center().y() - height / 2, rect.width(), height)
    rounded(painter, ground, height / 2, look.colour("edge"))
    width = ground.width() * max(0.0, min(1.0, share))
    if width > 0:
        filled = QRectF(ground.left(), ground.top(), max(width, height), height)
        rounded(painter, filled, height / 2, look.colour(colour))

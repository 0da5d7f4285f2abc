"""Painters of the small boxes with words: chip, keycap, grade, "?" and tick box."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kamdesk.client.company import Grade
from kamdesk.ui.look import Look
from kamdesk.ui.parts.painters import CENTRE, paint_text, rounded, square, text_width
from kamdesk.ui.theme import tokens

# What a chip says about a thing, by fill and ink: (fill, ink).
TONES = {
    "soft": ("soft", "accent"),
    "ok": ("ok_soft", "ok"),
    "warn": ("warn_soft", "warn"),
    "bad": ("bad_soft", "bad"),
    "neutral": ("neutral_soft", "muted"),
    "plain": ("canvas", "text2"),  # with an edge: a reason, a fact
}


def chip_width(text: str, look: Look, icon: str = "") -> float:
    """How wide the chip of a text will be."""
    px = look.theme.px
    return text_width(text, look.font("small")) + px(16) + (px(18) if icon else 0)


def chip(painter: QPainter, rect: QRectF, text: str, look: Look, tone: str = "soft", icon: str = "") -> float:
    """A chip at the left of `rect`, in its vertical middle, cut where `rect` ends; gives its width."""
    px = look.theme.px
    fill, ink = TONES[tone]
    width = min(chip_width(text, look, icon), rect.width())
    height = look.size("chip")
    box = QRectF(rect.left(), rect.center().y() - height / 2, width, height)
    edge = QPen(look.colour("edge"), 1) if tone == "plain" else None
    rounded(painter, box, look.theme.radius("badge"), look.colour(fill), edge)
    inner = box.adjusted(px(8), 0, -px(8), 0)
    if icon:
        look.icons.paint(painter, square(QPointF(inner.left() + px(7), box.center().y()), px(14)), icon, ink)
        inner.setLeft(inner.left() + px(18))
    paint_text(painter, inner, text, look.font("small"), look.colour(ink))
    return width


def keycap_width(key: str, look: Look) -> float:
    """How wide the keycap of a key's name will be."""
    return max(look.size("keycap") + look.theme.px(2), text_width(key, look.fonts.sized(8.0, 500)) + look.theme.px(10))


def keycap(painter: QPainter, rect: QRectF, key: str, look: Look, ink: QColor | None = None) -> float:
    """A keycap at the left of `rect`, in its vertical middle; `ink` where it stands on a fill; gives its width."""
    width, height = keycap_width(key, look), look.size("keycap")
    box = QRectF(rect.left(), rect.center().y() - height / 2, width, height)
    edge = QColor(ink) if ink else look.colour("edge")
    if ink:
        edge.setAlphaF(0.55)
    rounded(painter, box, look.theme.radius("badge"), None, QPen(edge, 1))
    paint_text(painter, box, key, look.fonts.sized(8.0, 500), ink or look.colour("text2"), CENTRE)
    return width


def grade_badge(painter: QPainter, rect: QRectF, grade: Grade | None, look: Look) -> None:
    """The grade in its colour in the middle of `rect`; a dashed "?" when there is none yet."""
    if grade is None:
        unknown_badge(painter, rect, look)
        return
    colours = tokens()["grade"][grade.value]
    box = square(rect.center(), look.size("grade"))
    rounded(painter, box, look.theme.radius("badge"), look.colour(colours["fill"]))
    paint_text(painter, box, grade.value, look.fonts.sized(8.5, 600), look.colour(colours["ink"]), CENTRE)


def unknown_badge(painter: QPainter, rect: QRectF, look: Look) -> None:
    """A dashed box with "?": nobody has said yet; in the middle of `rect`."""
    box = square(rect.center(), look.size("unknown"))
    pen = QPen(look.colour("field"), 1)
    pen.setDashPattern([2.5, 2.0])
    rounded(painter, box, look.theme.radius("badge"), None, pen)
    paint_text(painter, box, "?", look.fonts.sized(8.0, 500), look.colour("muted"), CENTRE)


def tick_box(painter: QPainter, rect: QRectF, on: bool, look: Look) -> None:
    """A 16 px box in the middle of `rect`, ticked or not."""
    box = square(rect.center(), look.size("tick"))
    ink = look.colour("accent" if on else "field")
    fill = look.colour("soft" if on else "canvas")
    rounded(painter, box, look.theme.radius("badge"), fill, QPen(ink, 1.4))
    if not on:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(ink, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    side = box.width() / 16
    path = [QPointF(4, 8.4), QPointF(6.9, 11.2), QPointF(12, 5.2)]
    painter.drawPolyline([box.topLeft() + point * side for point in path])
    painter.restore()

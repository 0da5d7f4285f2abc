"""Painters of who it is: a person's avatar with the shape of the attitude, a client's logo or letter tile."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath

from kamdesk.client.people import Attitude
from kamdesk.ui.look import Look
from kamdesk.ui.parts import images
from kamdesk.ui.parts.marks import attitude_mark
from kamdesk.ui.parts.painters import CENTRE, paint_text, rounded, square


def initial(name: str) -> str:
    """The letter or character that stands for a name; "?" when it has none."""
    for sign in name:
        if unicodedata.category(sign)[0] in "LN":
            return sign.upper()
    return "?"


def avatar(
    painter: QPainter,
    rect: QRectF,
    name: str,
    attitude: Attitude | None,
    look: Look,
    *,
    step: int = 0,
    ground: str = "canvas",
    shape: bool = True,
) -> None:
    """A person in the middle of `rect`: first character on a disc and, at its foot, the shape of the attitude.

    `step` picks the size 28, 32 or 44; `ground` is the colour behind, which the shape is cut out of.
    """
    side = look.size("avatar", step)
    box = square(rect.center(), side)
    rounded(painter, box, side / 2, look.colour("neutral_soft"))
    font = look.fonts.sized((9.0, 10.0, 13.0)[step], 500)
    paint_text(painter, box, initial(name), font, look.colour("text2"), CENTRE)
    if not shape:
        return
    foot = QPointF(box.right() - side * 0.1, box.bottom() - side * 0.1)
    cut = square(foot, look.size("attitude") + look.theme.px(4))
    rounded(painter, cut, cut.width() / 2, look.colour(ground))
    attitude_mark(painter, cut, attitude, look)


def logo_tile(painter: QPainter, rect: QRectF, key: str, name: str, picture: bytes | None, look: Look) -> None:
    """A client's logo, or its first character on a colour of its own, in the largest square inside `rect`."""
    side = min(rect.width(), rect.height())
    box = square(rect.center(), side)
    radius = look.theme.radius("control") if side > look.theme.px(24) else look.theme.radius("badge")
    drawn = _decoded(picture) if picture else None
    if drawn is None or drawn.isNull():
        rounded(painter, box, radius, look.theme.logo_fill(key))
        points = side * 0.75 * 0.46 / look.theme.scale
        paint_text(painter, box, initial(name), look.fonts.sized(points, 600), look.colour("logo_ink"), CENTRE)
        return
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setClipPath(path)
    painter.fillRect(box, Qt.GlobalColor.white)  # logos are drawn for white paper
    size = drawn.size().scaled(box.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
    target = QRectF(0, 0, size.width(), size.height())
    target.moveCenter(box.center())
    painter.drawImage(target, drawn)
    painter.restore()


@lru_cache(maxsize=256)
def _decoded(picture: bytes) -> QImage:
    """The stored picture, small; kept as an image, which unlike a pixmap may outlive the program's window system."""
    return images.from_png(picture, 128)

"""The visits inside one day of the month: a line each, and how many more there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from kamdesk.ui.look import Look
from kamdesk.ui.parts.painters import paint_text, rounded, square, text_width

LINE = 20  # px, one visit in a cell
TOP = 28  # px of a cell before its first visit
_ROOM = 120  # px, from which on the time stands before a name that is cut


@dataclass(frozen=True, slots=True)
class Dated:
    """One visit as the month shows it."""

    key: str
    at: datetime
    client: str  # its key, for its colour
    name: str
    objective: str = ""
    tone: str = "text"  # "muted" when it is over, "warn" while it waits for its debrief
    overlaps: bool = False


def time_of(visit: Dated) -> str:
    """The local time."""
    return f"{visit.at.astimezone():%H:%M}"


def paint_visits(painter: QPainter, cell: QRectF, visits: Sequence[Dated], fitting: int, look: Look) -> None:
    """Paint as many as fit, and how many more there are."""
    px = look.theme.px
    line = QRectF(cell.left() + px(10), cell.top() + px(TOP), cell.width() - px(16), px(LINE))
    for visit in visits[:fitting]:
        _paint_visit(painter, line, visit, look)
        line.translate(0, px(LINE))
    left = len(visits) - fitting
    if left > 0:
        told = look.trn("{n} more", "{n} more", left) if fitting else str(left)
        paint_text(painter, line, told, look.font("small"), look.colour("muted"))


def _paint_visit(painter: QPainter, line: QRectF, visit: Dated, look: Look) -> None:
    px, middle = look.theme.px, line.center().y()
    if visit.overlaps:
        sign = square(QPointF(line.left() + px(5), middle), px(13))
        look.icons.paint(painter, sign, "triangle-alert", "warn")
    else:
        bar = QRectF(line.left() + px(3), middle - px(6), px(3), px(12))
        rounded(painter, bar, 1.5, look.theme.logo_fill(visit.client))
    room = line.adjusted(px(17 if visit.overlaps else 14), 0, 0, 0)
    small, name, time = look.font("small", 0, tabular=True), look.font("small"), time_of(visit)
    if text_width(visit.name, name) + text_width(time, small) + px(6) <= room.width() or room.width() > px(_ROOM):
        ink = look.colour("warn" if visit.tone == "warn" else "muted")
        room.setLeft(room.left() + paint_text(painter, room, time, small, ink) + px(6))
    paint_text(painter, room, visit.name, name, look.colour(visit.tone))

"""Painters of the heat map: a cell with its word and number, the head of a column, the side of a row."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from kamdesk.ui.look import Look
from kamdesk.ui.pages.people.heat_cells import Cell, cell_words, influence_words
from kamdesk.ui.parts.marks import attitude_mark
from kamdesk.ui.parts.painters import CENTRE, RIGHT, paint_text, rounded, square, text_width

WORD = 22  # px of the line of words in a cell


def paint_cell(painter: QPainter, rect: QRectF, cell: Cell, held: int, look: Look) -> None:
    """The ground of a cell, what to do about who stands on it, and how many; a tray is a dashed box."""
    radius = look.theme.radius("badge")
    if cell.move is None:
        pen = QPen(look.colour("edge"), 1)
        pen.setDashPattern([3, 3])
        rounded(painter, rect, radius, None, pen)
        if not held:
            paint_text(painter, rect, "–", look.font("small"), look.colour("muted"), CENTRE)
        return
    px = look.theme.px
    rounded(painter, rect, radius, look.colour(cell.ground))
    head = QRectF(rect.left() + px(8), rect.top(), rect.width() - px(16), px(WORD))
    if held:
        paint_text(painter, head, str(held), look.font("small", 600), look.colour("text"), RIGHT)
        head.setRight(head.right() - px(14))
    paint_text(painter, head, cell_words(cell, look), look.font("small"), look.colour("text2" if held else "muted"))


def paint_column(painter: QPainter, head: QRectF, cell: Cell, look: Look) -> None:
    """The shape and the words of an attitude in the middle above its column."""
    px, font = look.theme.px, look.font("small")
    words = look.tr(cell.attitude.label) if cell.attitude else look.tr("Unknown")
    used = min(text_width(words, font) + px(16), head.width())
    left = head.center().x() - used / 2
    attitude_mark(painter, square(QPointF(left + px(5), head.center().y()), px(10)), cell.attitude, look)
    room = QRectF(left + px(16), head.top(), used - px(16) + 1, head.height())
    paint_text(painter, room, words, font, look.colour("text2"))


def paint_row(painter: QPainter, side: QRectF, cell: Cell, look: Look) -> None:
    """The number and the words of an influence at the left of its row; where there is little room, the number."""
    px, small = look.theme.px, look.font("small")
    roomy = side.width() >= px(60)
    words = influence_words(cell.influence, look)
    if cell.influence is None:
        paint_text(painter, side, words if roomy else "?", small, look.colour("text2"), RIGHT)
        return
    upper = QRectF(side.left(), side.center().y() - px(19), side.width(), px(20)) if roomy else side
    paint_text(painter, upper, str(cell.influence), look.font("body", 600), look.colour("text"), RIGHT)
    if roomy:
        paint_text(painter, upper.translated(0, px(19)), words, small, look.colour("text2"), RIGHT)

"""Tiles: a number with its words and a small figure, as one button that leads to a place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy

from kamdesk.ui.look import Look
from kamdesk.ui.parts.painters import paint_focus, paint_text, rounded, square

Painting = Callable[[QPainter, QRectF], None]


class Tile(QAbstractButton):
    """Label, figure, graphic and one line; the whole tile is the button, Enter or Space press it."""

    def __init__(self, look: Look, label: str, place: str = "") -> None:
        super().__init__()
        self.look = look
        self.place = place  # where it leads, for the page that owns it
        self._figure, self._line, self._colour = "", "", "muted"
        self._graphic: Painting | None = None
        self._graphic_height = 0
        self.setText(label)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figure(
        self, figure: str, line: str, graphic: Painting | None = None, *, height: int = 12, colour: str = "muted"
    ) -> None:
        """Show a figure, a graphic of `height` px painted below it, and a line in `colour`."""
        self._figure, self._line, self._graphic, self._colour = figure, line, graphic, colour
        self._graphic_height = self.look.theme.px(height)
        self.setAccessibleName(f"{self.text()}: {figure}. {line}")
        self.update()

    def sizeHint(self) -> QSize:
        """The usual tile."""
        return QSize(self.look.size("tile", 0), self.look.size("tile", 1))

    def minimumSizeHint(self) -> QSize:
        """Tiles may be narrower, never lower."""
        return QSize(self.look.theme.px(140), self.look.size("tile", 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tile."""
        painter = QPainter(self)
        whole = QRectF(self.rect())
        paint_tile(painter, whole, self.look, hovered=self.underMouse(), focused=self.hasFocus())
        self.draw(painter, inside(whole, self.look))
        painter.end()

    def draw(self, painter: QPainter, inner: QRectF) -> None:
        """Paint the words and the graphic."""
        look, px = self.look, self.look.theme.px
        paint_label(painter, inner, self.text(), look)
        top = inner.top() + px(17)
        figure = QRectF(inner.left(), top, inner.width(), px(28))
        paint_text(painter, figure, self._figure, look.fonts.bold("aim"), look.colour("text"))
        if self._graphic:
            middle = figure.bottom() + px(14)
            area = QRectF(inner.left(), middle - self._graphic_height / 2, inner.width(), self._graphic_height)
            painter.save()
            self._graphic(painter, area)
            painter.restore()
        below = QRectF(inner.left(), inner.bottom() - px(18), inner.width(), px(18))
        paint_text(painter, below, self._line, look.font("small"), look.colour(self._colour))


def inside(rect: QRectF, look: Look) -> QRectF:
    """The room for words inside a tile."""
    px = look.theme.px
    return rect.adjusted(px(18), px(12), -px(18), -px(12))


def paint_tile(painter: QPainter, rect: QRectF, look: Look, *, hovered: bool, focused: bool) -> None:
    """The ground of a tile."""
    rounded(painter, rect, look.theme.radius("tile"), look.colour("hover" if hovered else "tile"))
    if focused:
        paint_focus(painter, rect, look, look.theme.radius("tile"))


def paint_label(painter: QPainter, inner: QRectF, label: str, look: Look) -> None:
    """A tile's label and the chevron that says it leads somewhere."""
    px = look.theme.px
    head = QRectF(inner.left(), inner.top(), inner.width() - px(18), px(18))
    paint_text(painter, head, label, look.font("small"), look.colour("text2"))
    end = QPointF(inner.right() - px(4), head.center().y())
    look.icons.paint(painter, square(end, px(14)), "chevron-right", "muted")


class Card(QFrame):
    """A frame with the ground of a tile, a card or a panel, for a layout inside."""

    def __init__(self, part: str = "tile") -> None:
        super().__init__()
        self.setProperty("part", part)

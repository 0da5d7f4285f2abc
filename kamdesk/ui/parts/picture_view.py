"""Shows a Picture: a small QPainter interpreter of its shapes, with names that can be pointed at and chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from kamdesk.picture.shapes import Arc, Circle, Group, Line, Pen, Picture, Polygon, Rectangle, Shape, Text
from kamdesk.ui.look import Look
from kamdesk.ui.parts.painters import paint_focus, text_width

_POINT = 96 / 72  # px in a point at 100 %
_NEAR = 5.0  # how far from a shape a click still means it, in points
_ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}


def paint_picture(painter: QPainter, target: QRectF, picture: Picture, look: Look) -> None:
    """Paint a picture as large as it fits into `target`, in its middle."""
    scale, origin = fit(target, picture)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(origin)
    painter.scale(scale, scale)
    paint_shapes(painter, picture.shapes, look)
    painter.restore()


def paint_shapes(painter: QPainter, shapes: Iterable[Shape], look: Look) -> None:
    """Paint shapes where they stand, a point of theirs being one unit of the painter."""
    for shape in shapes:
        _paint(painter, shape, look)


def fit(target: QRectF, picture: Picture) -> tuple[float, QPointF]:
    """The scale and the place of the top left corner at which a picture stands in the middle of `target`."""
    scale = min(target.width() / max(1.0, picture.width), target.height() / max(1.0, picture.height))
    room = QPointF(target.width() - picture.width * scale, target.height() - picture.height * scale)
    return scale, target.topLeft() + room / 2


def _pen(pen: Pen | None, look: Look) -> QPen:
    if pen is None:
        return QPen(Qt.PenStyle.NoPen)
    made = QPen(look.colour(pen.colour), pen.width)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if pen.dash:
        made.setCapStyle(Qt.PenCapStyle.FlatCap)
        made.setDashPattern([length / pen.width for length in pen.dash])  # Qt counts dashes in pen widths
    return made


def _paint(painter: QPainter, shape: Shape, look: Look) -> None:
    if isinstance(shape, Group):
        for inner in shape.shapes:
            _paint(painter, inner, look)
        return
    if isinstance(shape, Text):
        _paint_text(painter, shape, look)
        return
    painter.setPen(_pen(shape.pen, look))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if isinstance(shape, Line):
        painter.drawPolyline([QPointF(*point) for point in shape.points])
    elif isinstance(shape, Arc):
        # Qt counts sixteenths of a degree from three o'clock, the other way round
        painter.drawArc(_around(shape), round((90 - shape.start) * 16), round(-shape.sweep * 16))
    else:
        _paint_filled(painter, shape, look)


def _paint_filled(painter: QPainter, shape: Polygon | Circle | Rectangle, look: Look) -> None:
    if shape.fill:
        fill = QColor(look.colour(shape.fill))  # a copy: the theme's own must stay as it is
        if isinstance(shape, Polygon) and shape.opacity < 1:
            fill.setAlphaF(shape.opacity)
        painter.setBrush(fill)
    if isinstance(shape, Polygon):
        painter.drawPolygon(QPolygonF([QPointF(*point) for point in shape.points]))
    elif isinstance(shape, Circle):
        painter.drawEllipse(QPointF(shape.x, shape.y), shape.r, shape.r)
    else:
        painter.drawRoundedRect(QRectF(shape.x, shape.y, shape.width, shape.height), shape.radius, shape.radius)


def _paint_text(painter: QPainter, text: Text, look: Look) -> None:
    font = look.fonts.sized(10.0, text.weight)
    font.setPixelSize(100)  # set large and drawn small, so that the scale of the picture rules the size alone
    painter.save()
    painter.translate(text.x, text.y)
    painter.scale(text.size / 100, text.size / 100)
    painter.setFont(font)
    painter.setPen(look.colour(text.colour))
    painter.drawText(QPointF(-text_width(text.text, font) * _ANCHORS[text.anchor], 0.0), text.text)
    painter.restore()


def _around(shape: Circle | Arc) -> QRectF:
    return QRectF(shape.x - shape.r, shape.y - shape.r, 2 * shape.r, 2 * shape.r)


def bounds(shape: Shape) -> QRectF:
    """The rectangle around a shape, roughly so for a text."""
    if isinstance(shape, Group):
        whole = QRectF()
        for inner in shape.shapes:
            whole = whole.united(bounds(inner))
        return whole
    if isinstance(shape, Line | Polygon):
        xs, ys = [point[0] for point in shape.points], [point[1] for point in shape.points]
        return QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)).adjusted(-1, -1, 1, 1)
    if isinstance(shape, Circle | Arc):
        return _around(shape)
    if isinstance(shape, Rectangle):
        return QRectF(shape.x, shape.y, shape.width, shape.height)
    width = sum(1.0 if ord(sign) > 0x2E7F else 0.56 for sign in shape.text) * shape.size
    return QRectF(shape.x - width * _ANCHORS[shape.anchor], shape.y - shape.size, width, shape.size * 1.3)


def named(shapes: Iterable[Shape]) -> Iterator[Group]:
    """The groups that carry a name, in the order they are drawn."""
    for shape in shapes:
        if isinstance(shape, Group):
            if shape.name:
                yield shape
            yield from named(shape.shapes)


class PictureView(QWidget):
    """A picture that keeps its shape; its named groups can be clicked, or walked with arrows and chosen with Enter."""

    chosen = Signal(str)

    def __init__(self, look: Look, picture: Picture | None = None, *, scale: float = _POINT) -> None:
        super().__init__()
        self.look = look
        self._scale = scale * look.theme.scale
        self._picture: Picture | None = None
        self._named: tuple[Group, ...] = ()
        self._at = -1
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_picture(picture)

    def show_picture(self, picture: Picture | None) -> None:
        """Show another picture, or none; the place of the keyboard stays with its name."""
        current = self._named[self._at].name if 0 <= self._at < len(self._named) else ""
        self._picture = picture
        self._named = tuple(named(picture.shapes)) if picture else ()
        self._at = next((at for at, group in enumerate(self._named) if group.name == current), -1)
        self.setAccessibleName(picture.label if picture else "")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if self._named else Qt.FocusPolicy.NoFocus)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The picture's own size: its points at the size of the screen."""
        if self._picture is None:
            return QSize(0, 0)
        return QSize(round(self._picture.width * self._scale), round(self._picture.height * self._scale))

    def hasHeightForWidth(self) -> bool:
        """A picture keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that goes with a width, never more than the picture's own."""
        hint = self.sizeHint()
        return round(hint.height() * min(1.0, width / hint.width())) if hint.width() else 0

    def at(self, place: QPointF) -> Group | None:
        """The named group under a point of the widget, the topmost first."""
        if self._picture is None:
            return None
        scale, origin = fit(QRectF(self.rect()), self._picture)
        point = (place - origin) / scale
        for group in reversed(self._named):
            if bounds(group).adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR).contains(point):
                return group
        return None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture and, when the keyboard is here, the ring round the group it is at."""
        if self._picture is None:
            return
        painter = QPainter(self)
        paint_picture(painter, QRectF(self.rect()), self._picture, self.look)
        if self.hasFocus():
            place = QRectF(self.rect())
            if self._at >= 0:
                scale, origin = fit(place, self._picture)
                found = bounds(self._named[self._at]).adjusted(-4, -4, 4, 4)
                place = QRectF(origin + found.topLeft() * scale, found.size() * scale)
            paint_focus(painter, place, self.look)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked."""
        if event.button() == Qt.MouseButton.LeftButton and (group := self.at(event.position())):
            self.chosen.emit(group.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk over the named groups, Enter chooses."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        if self._named and (step := steps.get(Qt.Key(event.key()))):
            self._at = (self._at + step) % len(self._named) if self._at >= 0 else 0
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at >= 0:
            self.chosen.emit(self._named[self._at].name)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say what a group is when the mouse rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            group = self.at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), group.label if group else "", self)
            return True
        return super().event(event)

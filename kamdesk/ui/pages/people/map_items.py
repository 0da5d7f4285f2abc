"""What stands on the people map: a box for each person, a line for each tie, the outlines and reporting lines below."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from kamdesk.picture.manner import SCREEN
from kamdesk.picture.people_map import (
    Box,
    MapLayout,
    MapNode,
    MapPath,
    department_shapes,
    node_shapes,
    report_shapes,
    tie_shapes,
)
from kamdesk.picture.shapes import Shape
from kamdesk.ui.look import Look
from kamdesk.ui.parts.picture_view import paint_shapes

PX = 0.75  # points of a pixel at 100 %
_RING = 4 * PX  # how far outside its box the ring of a selection stands
_ROUND = 8 * PX
_HANDLE = 5.5 * PX
_NEAR = 7 * PX  # how far from a line a click still means it

GROUND, TIES, NODES = 0.0, 1.0, 2.0  # what lies over what


class NodeItem(QGraphicsItem):
    """A person. `mark` is "", "chosen", "current", "target" or "refused"; a hover shows a handle for lines."""

    def __init__(self, look: Look, node: MapNode) -> None:
        super().__init__()
        self.look, self.node = look, node
        self.mark, self.handle, self.hidden = "", False, 0
        self._size = (0.0, 0.0)
        self._shapes: tuple[Shape, ...] = ()  # made when they are painted: most people of a large map are out of sight
        self.setZValue(NODES)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setToolTip(node.label)

    def show_node(self, node: MapNode, box: Box, hidden: int) -> None:
        """Be this person at this place; `hidden` people below are folded away."""
        left, top, width, height = box
        if self._size != (width, height):
            self.prepareGeometryChange()
        if node != self.node or self._size != (width, height) or hidden != self.hidden:
            self.node, self._size, self.hidden = node, (width, height), hidden
            self._shapes = ()
            self.setToolTip(node.label)
            self.update()
        self.setPos(left, top)

    def show_mark(self, mark: str) -> None:
        """Show another ring."""
        if mark != self.mark:
            self.mark = mark
            self.update()

    def show_handle(self, shown: bool) -> None:
        """Show or hide the handle lines are drawn from."""
        if shown != self.handle:
            self.handle = shown
            self.update()

    @property
    def box(self) -> QRectF:
        """The box itself, in the item's own coordinates."""
        return QRectF(0, 0, *self._size)

    @property
    def handle_at(self) -> QPointF:
        """The middle of the handle."""
        return QPointF(self._size[0], self._size[1] / 2)

    def on_handle(self, place: QPointF) -> bool:
        """Whether a point of the item means the handle."""
        away = place - self.handle_at
        return abs(away.x()) <= 2 * _HANDLE and abs(away.y()) <= 2 * _HANDLE

    def boundingRect(self) -> QRectF:
        """The box with its ring, its handle and the count of those folded away."""
        return self.box.adjusted(-2.5 * _RING, -2.5 * _RING, 2.5 * _RING, 4 * _RING)

    def shape(self) -> QPainterPath:
        """The box, and the handle while it shows."""
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)  # else the handle would cut a hole
        path.addRect(self.box.adjusted(-1, -1, 1, 1))
        if self.handle:
            path.addEllipse(self.handle_at, 2 * _HANDLE, 2 * _HANDLE)
        return path

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint box, ring and handle."""
        look = self.look
        self.paint_box(painter)
        if self.mark:
            self._paint_ring(painter)
        if self.handle:
            painter.setPen(QPen(look.colour("canvas"), 1.5))
            painter.setBrush(look.colour("accent"))
            painter.drawEllipse(self.handle_at, _HANDLE, _HANDLE)

    def paint_box(self, painter: QPainter) -> None:
        """Paint the box alone, its upper left corner at the origin."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._shapes:
            self._shapes = node_shapes(self.node, *self._size, SCREEN, self.hidden)
        paint_shapes(painter, self._shapes, self.look)

    def _paint_ring(self, painter: QPainter) -> None:
        colour = self.look.colour("bad" if self.mark == "refused" else "accent")
        pen = QPen(colour, (1.0 if self.mark == "chosen" else 2.0) * PX)
        if self.mark == "target":
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.box.adjusted(-_RING, -_RING, _RING, _RING), _ROUND + _RING, _ROUND + _RING)


class TieItem(QGraphicsItem):
    """A line between two people; it grows a little under the mouse and while its note is edited."""

    def __init__(self, look: Look, path: MapPath) -> None:
        super().__init__()
        self.look, self.path, self.lit = look, path, False
        self._line, self._shape = QPainterPath(), QPainterPath()
        self._shapes = tie_shapes(path, SCREEN)
        self.setZValue(TIES)
        self.show_path(path)

    def show_path(self, path: MapPath) -> None:
        """Run another way, or carry another note."""
        if path == self.path and not self._line.isEmpty():
            return
        self.prepareGeometryChange()
        self.path = path
        self._shapes = tie_shapes(path, SCREEN)
        line = QPainterPath(QPointF(*path.points[0]))
        for point in path.points[1:]:
            line.lineTo(*point)
        stroker = QPainterPathStroker()
        stroker.setWidth(2 * _NEAR)
        self._line, self._shape = line, stroker.createStroke(line)
        self._shape.addRect(self.label_box)
        self.setZValue(TIES + (0.5 if path.tie.kind == "route" else 0.0))
        self.setToolTip(path.tie.note)

    def show_lit(self, lit: bool) -> None:
        """Stand out, or not any more."""
        if lit != self.lit:
            self.lit = lit
            self.update()

    @property
    def label_box(self) -> QRectF:
        """Where the note stands; a small square in the middle of the way without one."""
        if self.path.label_at is None or not self.path.label:
            middle = self._line.pointAtPercent(0.5)
            return QRectF(middle.x() - _NEAR, middle.y() - _NEAR, 2 * _NEAR, 2 * _NEAR)
        left, base = self.path.label_at
        wide = sum(1.0 if ord(sign) > 0x2E7F else 0.58 for sign in self.path.label) * 9.0
        return QRectF(left, base - 9.0, wide, 12.0)

    def boundingRect(self) -> QRectF:
        """The way with its arrow and its note."""
        return self._shape.boundingRect().united(self.label_box).adjusted(-8, -8, 8, 8)

    def shape(self) -> QPainterPath:
        """A band along the way, so that a thin line can be hit."""
        return self._shape

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint the line, under a hover on a soft band."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.lit:
            ink = QColor(self.look.colour("bad" if self.path.tie.kind == "conflict" else "accent"))
            ink.setAlphaF(0.25)
            painter.strokePath(self._line, QPen(ink, 6.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        paint_shapes(painter, self._shapes, self.look)


class GroundItem(QGraphicsItem):
    """Outlines and names of the departments with the reporting lines; one of them may be the place of a drop."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.layout = MapLayout(0.0, 0.0, {})
        self.target = ""
        self._shapes: tuple[Shape, ...] = ()
        self.setZValue(GROUND)

    def show_layout(self, layout: MapLayout) -> None:
        """Be the ground of this layout."""
        if (layout.width, layout.height) != (self.layout.width, self.layout.height):
            self.prepareGeometryChange()
        old, self.layout = self.layout, layout
        if (old.departments, old.reports) != (layout.departments, layout.reports):
            outlines = [shape for department in layout.departments for shape in department_shapes(department, SCREEN)]
            lines = [shape for report in layout.reports for shape in report_shapes(report, SCREEN)]
            self._shapes = (*outlines, *lines)
            self.update()

    def show_target(self, department: str) -> None:
        """Offer a department to drop people into; "" for none."""
        if department != self.target:
            self.target = department
            self.update()

    def department_at(self, place: QPointF) -> str:
        """The department a point of the scene lies in, "" outside of all."""
        return next((it.name for it in self.layout.departments if QRectF(*it.box).contains(place)), "")

    def boundingRect(self) -> QRectF:
        """The whole map."""
        return QRectF(0, 0, self.layout.width, self.layout.height)

    def shape(self) -> QPainterPath:
        """Nothing: a click means the empty ground."""
        return QPainterPath()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint outlines, names, notes and lines."""
        look = self.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_shapes(painter, self._shapes, look)
        for department in self.layout.departments:
            if department.name == self.target:
                painter.setPen(QPen(look.colour("accent"), 2 * PX))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(*department.box), _ROUND, _ROUND)

"""What the mouse drags on the people map: people onto a boss or into a department, or a line from one to another."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QGraphicsLineItem, QGraphicsPixmapItem

from kamdesk.ui.pages.people.map_items import NODES
from kamdesk.ui.pages.people.map_scene import MapScene
from kamdesk.ui.pages.people.map_walk import below
from kamdesk.ui.pages.people.map_zoom import ZoomedView

_SHOWN = 5  # people drawn under the mouse, however many are dragged
_FAINT = 0.72
_EVERY = 30  # ms between two steps of scrolling at an edge


class MapDrag(QObject):
    """Marks where a drop would go while the mouse moves; the owner decides what it means and may refuse it."""

    dropped = Signal(object, str)  # keys of people, key of the new boss
    dropped_in = Signal(object, str)  # keys of people, name of a department
    drawn = Signal(str, str)  # from whom to whom: a line from a handle
    pointed = Signal(str)  # a click on a person while one is asked for

    def __init__(self, view: ZoomedView, scene: MapScene) -> None:
        super().__init__(view)
        self._view, self._map = view, scene
        self.allowed = True  # False where nothing may be changed
        self.asking = False  # True while the other end of a line is asked for: a click answers
        self._pressed = ""  # whom the mouse took hold of
        self._from, self._at, self._narrow = QPoint(), QPoint(), False
        self._line: QGraphicsLineItem | None = None
        self._ghost: QGraphicsPixmapItem | None = None
        self._grip = QPointF()
        self._timer = QTimer(self)  # goes on scrolling while the mouse rests at an edge
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """True while something hangs on the mouse."""
        return self._line is not None or self._ghost is not None

    def press(self, at: QPoint, held: Qt.KeyboardModifier) -> bool:
        """Take hold of what is at a point of the view; False where nobody stands."""
        place = self._view.mapToScene(at)
        key = self._map.node_at(place)
        if not key:
            return False
        if self.asking:
            self.pointed.emit(key)
            return True
        self._pressed, self._from, self._narrow = key, at, False
        item = self._map.nodes[key]
        if self.allowed and item.handle and item.on_handle(item.mapFromScene(place)):
            self._begin_line(item.mapToScene(item.handle_at))
        elif held & Qt.KeyboardModifier.ControlModifier:
            self._map.toggle(key)
        elif held & Qt.KeyboardModifier.ShiftModifier:
            self._map.choose(key, self._map.chosen)
        elif key in self._map.chosen:
            self._narrow = len(self._map.chosen) > 1  # a click without a drag chooses this one alone
            self._map.choose(key, self._map.chosen)
        else:
            self._map.choose(key)
        return True

    def move(self, at: QPoint) -> bool:
        """Go on dragging; False when nothing is dragged."""
        if not self._pressed:
            return False
        self._at, place = at, self._view.mapToScene(at)
        if self._line is not None:
            self._line.setLine(self._line.line().x1(), self._line.line().y1(), place.x(), place.y())
            self._map.show_target(self._aim(place))
        elif self._ghost is not None:
            self._ghost.setPos(place - self._grip)
            self._show_drop(place)
        elif self.allowed and (at - self._from).manhattanLength() >= QApplication.startDragDistance():
            self._begin_drag(place)
        if self.busy and not self._timer.isActive():
            self._timer.start()
        return True

    def _go_on(self) -> None:
        if self._view.scroll_at_edge(self._at):
            self.move(self._at)

    def release(self, at: QPoint) -> None:
        """Let go of what was dragged."""
        place, pressed, line, ghost = self._view.mapToScene(at), self._pressed, self._line, self._ghost
        keys = self._dragged()
        narrow = self._narrow
        self.cancel()
        if line is not None:
            if target := self._aim(place, pressed):
                self.drawn.emit(pressed, target)
        elif ghost is not None:
            self._drop(keys, place)
        elif pressed and narrow:
            self._map.choose(pressed)

    def cancel(self) -> None:
        """Drag nothing any more; nothing happened."""
        self._timer.stop()
        for item in (self._line, self._ghost):
            if item is not None:
                self._map.removeItem(item)
        self._line = self._ghost = None
        self._pressed = ""
        self._map.show_target("")
        self._map.ground.show_target("")

    def _begin_line(self, start: QPointF) -> None:
        pen = QPen(self._view.look.colour("accent"), 1.5)
        pen.setDashPattern([4, 3])
        self._line = self._map.addLine(start.x(), start.y(), start.x(), start.y(), pen)
        self._line.setZValue(NODES + 1)

    def _begin_drag(self, place: QPointF) -> None:
        """Draw the first of the dragged people where they stand, to be carried by the mouse."""
        keys = [self._pressed, *(key for key in sorted(self._dragged()) if key != self._pressed)][:_SHOWN]
        rect = QRectF()
        for key in keys:
            item = self._map.nodes[key]
            rect = rect.united(item.mapRectToScene(item.box).adjusted(-3, -3, 3, 3))
        scale, ratio = self._view.transform().m11(), self._view.devicePixelRatioF()
        picture = QPixmap((rect.size() * scale * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setOpacity(_FAINT)
        painter.scale(scale, scale)
        for key in keys:
            item = self._map.nodes[key]
            painter.save()
            painter.translate(item.pos() - rect.topLeft())
            item.paint_box(painter)
            painter.restore()
        painter.end()
        self._ghost = self._map.addPixmap(picture)
        self._ghost.setScale(1 / scale)
        self._ghost.setZValue(NODES + 1)
        self._ghost.setPos(rect.topLeft())
        self._grip = place - rect.topLeft()

    def _show_drop(self, place: QPointF) -> None:
        target = self._aim(place)
        self._map.show_target(target, refused=self._rings(target))
        self._map.ground.show_target("" if target else self._map.ground.department_at(place))

    def _drop(self, keys: frozenset[str], place: QPointF) -> None:
        target = self._map.node_at(place)
        if target and target not in keys:
            self.dropped.emit(keys, target)
        elif not target and (department := self._map.ground.department_at(place)):
            self.dropped_in.emit(keys, department)

    def _dragged(self) -> frozenset[str]:
        return self._map.chosen if self._pressed in self._map.chosen else frozenset({self._pressed} - {""})

    def _aim(self, place: QPointF, but: str = "") -> str:
        """Whom the mouse means, other than who is dragged."""
        key = self._map.node_at(place)
        one = but or self._pressed
        return "" if key == one or (self._ghost is not None and key in self._dragged()) else key

    def _rings(self, target: str) -> bool:
        """Whether a drop on somebody would make a ring of reporting lines."""
        return any(target in below(self._map.bosses, key) for key in self._dragged())

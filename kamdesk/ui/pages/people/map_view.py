"""The window onto the people map: pans, zooms, and tells which person or line the mouse means."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
)

from kamdesk.ui.look import Look
from kamdesk.ui.pages.people.map_drag import MapDrag
from kamdesk.ui.pages.people.map_scene import MapScene
from kamdesk.ui.pages.people.map_zoom import STEP, ZoomedView

_NEAR = 40  # px kept free round a person that is brought into view


class MapView(ZoomedView):
    """The keyboard is here while one walks on the map; `MapKeys` deals with its keys."""

    opened = Signal(str)  # a double click on a person
    tie_opened = Signal(str)  # a click on a line
    pressed = Signal(object)  # QKeyEvent: what the owner does not want is left to Qt
    seen = Signal()  # after `watch`: the map has been painted

    def __init__(self, look: Look, scene: MapScene) -> None:
        super().__init__(look, scene)
        self.map = scene
        self.drag = MapDrag(self, scene)
        self._grip: QPoint | None = None  # where the ground was taken hold of
        self._moved, self._spaced = False, False
        self._hovered, self._watched = "", False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(look.tr("Map of the people"))
        scene.current_changed.connect(self._tell_current)

    def zoom_by(self, steps: float) -> None:
        """Zoom in or out by so many steps, about the current person where one is seen."""
        self.fitting = 0.0
        item = self.map.nodes.get(self.map.current)
        about = QPointF(self.mapFromScene(item.sceneBoundingRect().center())) if item else None
        seen = about is not None and self.viewport().rect().contains(about.toPoint())
        self.show_zoom(self.zoom * STEP**steps, about if seen else None)

    def bring(self, keys: list[str]) -> None:
        """Scroll as little as needed to see these people."""
        if not (rect := self.map.rect_of(keys)).isEmpty():
            self.ensureVisible(rect, _NEAR, _NEAR)

    def centre(self, key: str) -> None:
        """Show a person in the middle, large enough to be read."""
        if item := self.map.nodes.get(key):
            if self.zoom < 0.6:
                self.show_zoom(0.8)
            self.centerOn(item.sceneBoundingRect().center())

    def weightiest(self) -> QPointF:
        """Where the current person stands, else the most influential one."""
        items = self.map.nodes.values()
        item = self.map.nodes.get(self.map.current) or max(items, key=lambda it: it.node.influence, default=None)
        return item.sceneBoundingRect().center() if item else super().weightiest()

    def leave_room(self, below: int) -> None:
        """Keep so many px free at the foot, for a card that stays there."""
        self.setViewportMargins(0, 0, 0, below)

    def watch(self) -> None:
        """Say so when the map is painted next."""
        self._watched = True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the map."""
        super().paintEvent(event)
        if self._watched:
            self._watched = False
            self.seen.emit()

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a person, of a handle to draw a line from, or of the ground."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        at, button = event.position().toPoint(), event.button()
        if button == Qt.MouseButton.MiddleButton or (button == Qt.MouseButton.LeftButton and self._spaced):
            self._take_ground(at)
        elif button == Qt.MouseButton.LeftButton and not self.drag.press(at, event.modifiers()):
            if tie := self.map.tie_at(self.mapToScene(at)):
                self.tie_opened.emit(tie)
            else:
                self._take_ground(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what was taken hold of; else show what the mouse is over."""
        at = event.position().toPoint()
        if self._grip is not None:
            self._moved = self._moved or (at - self._grip).manhattanLength() > 3
            if self._moved:
                self.fitting = 0.0
                self.scroll_by(self._grip - at)
                self._grip = at
        elif not self.drag.move(at):
            self._hover(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; a click on the empty ground chooses nobody."""
        if self._grip is not None:
            if not self._moved and not self._spaced and event.button() == Qt.MouseButton.LeftButton:
                self.map.choose("")
            self._grip = None
            self._hover(event.position().toPoint())
        else:
            self.drag.release(event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens a person."""
        if key := self.map.node_at(self.mapToScene(event.position().toPoint())):
            self.drag.cancel()
            self.opened.emit(key)

    def _take_ground(self, at: QPoint) -> None:
        self._grip, self._moved = at, False
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def _hover(self, at: QPoint) -> None:
        place = self.mapToScene(at)
        key, tie = self.map.node_at(place), self.map.tie_at(place)
        if key != self._hovered:
            for one in (self._hovered, key):
                if item := self.map.nodes.get(one):
                    item.show_handle(one == key and self.drag.allowed)
            self._hovered = key
        for found, line in self.map.ties.items():
            line.show_lit(found == tie)
        item = self.map.nodes.get(key)
        handled = item is not None and self.drag.allowed and item.on_handle(item.mapFromScene(place))
        cross, hand, open_hand = (
            Qt.CursorShape.CrossCursor,
            Qt.CursorShape.PointingHandCursor,
            Qt.CursorShape.OpenHandCursor,
        )
        self.viewport().setCursor(cross if handled else hand if key or tie else open_hand)

    def viewportEvent(self, event: QEvent) -> bool:
        """Nothing is hovered when the mouse is gone."""
        if event.type() == QEvent.Type.Leave and not self.drag.busy:
            self._hover(QPoint(-9, -9))
        return super().viewportEvent(event)

    # the keyboard

    def hold_ground(self, held: bool) -> None:
        """While the space bar is held the mouse moves the ground, whatever is below it."""
        self._spaced = held

    def panned(self) -> bool:
        """True when the ground was moved since the mouse took hold of it."""
        return self._moved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer a key to the owner; the arrows never scroll."""
        event.ignore()
        self.pressed.emit(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Somebody is current as soon as the keyboard comes by Tab."""
        super().focusInEvent(event)
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_key and not self.map.current:
            self.map.step((0, 1))
        self._tell_current(self.map.current)

    def _tell_current(self, key: str) -> None:
        """Let a screen reader read the current person: boxes of a scene are no widgets it could find."""
        item = self.map.nodes.get(key)
        self.setAccessibleDescription(item.node.label if item else "")
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def sizeHint(self) -> QSize:
        """Takes what there is."""
        return QSize(640, 420)

    def minimumSizeHint(self) -> QSize:
        """A few people."""
        return QSize(160, 120)

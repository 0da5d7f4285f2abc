"""A view onto a scene that pans and zooms: with Ctrl and the wheel, by touch, or fitted to its window."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView

from kamdesk.ui.look import Look

_POINT = 96 / 72  # px in a point at 100 %
LEAST, MOST = 0.1, 3.0
STEP = 1.2  # of one press of + or −
_EDGE = 28  # px from the edge where a drag begins to scroll


class ZoomedView(QGraphicsView):
    """`zoom` is a share of 100 %, at which a point of the scene is a point of the screen."""

    zoomed = Signal(float)

    def __init__(self, look: Look, scene: QGraphicsScene) -> None:
        super().__init__(scene)
        self.look = look
        self.zoom = 1.0
        self.fitting = 0.0  # while nobody has zoomed or moved the map it is fitted to its window, not below this
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setBackgroundBrush(look.colour("canvas"))
        self._scale()

    def _scale(self) -> None:
        side = self.zoom * _POINT * self.look.theme.scale
        self.resetTransform()
        self.scale(side, side)

    def show_zoom(self, zoom: float, about: QPointF | None = None) -> None:
        """Zoom to a share of 100 %, the point `about` of the window staying where it is."""
        zoom = min(MOST, max(LEAST, zoom))
        at = about or QRectF(self.viewport().rect()).center()
        kept = self.mapToScene(at.toPoint())
        self.zoom = zoom
        self._scale()
        moved = self.mapFromScene(kept) - at.toPoint()
        self.scroll_by(moved)
        self.zoomed.emit(zoom)

    def fit(self, most: float = 1.0, least: float = LEAST) -> None:
        """Show the whole map, not larger than `most`."""
        whole, room = self.sceneRect(), self.viewport().rect()
        unit = _POINT * self.look.theme.scale
        if whole.isEmpty() or room.isEmpty():
            return
        share = min(room.width() / (whole.width() * unit), room.height() / (whole.height() * unit))
        self.show_zoom(max(least, min(most, share * 0.999)))
        self.centerOn(whole.center() if share >= least else self.weightiest())

    def weightiest(self) -> QPointF:
        """The place to show of a map that does not fit."""
        return QPointF(self.sceneRect().center().x(), self.sceneRect().top())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As long as nobody has zoomed or moved it, the map follows the room there is."""
        super().resizeEvent(event)
        self.refit()

    def fit_whole(self) -> None:
        """Show the whole map, and go on doing so when the window changes its size."""
        self.fitting = LEAST
        self.refit()

    def refit(self) -> None:
        """Fit the map again, unless somebody has zoomed or moved it."""
        if self.fitting:
            self.fit(1.0, self.fitting)

    def scroll_by(self, by: QPoint) -> None:
        """Move the window over the map."""
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + by.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + by.y())

    def scroll_at_edge(self, at: QPoint) -> bool:
        """While something is dragged near an edge, go on in that direction; False where there is no edge."""
        room = self.viewport().rect()
        dx = min(0, at.x() - _EDGE) or max(0, at.x() - room.width() + _EDGE)
        dy = min(0, at.y() - _EDGE) or max(0, at.y() - room.height() + _EDGE)
        most = _EDGE // 2
        step = QPoint(max(-most, min(most, dx // 2)), max(-most, min(most, dy // 2)))
        if not step.isNull():
            self.scroll_by(step)
        return not step.isNull()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl zooms where the mouse is; a touch pad pans, a wheel scrolls, with Shift sideways."""
        self.fitting = 0.0
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.show_zoom(self.zoom * STEP ** (event.angleDelta().y() / 120), event.position())
            event.accept()
        elif not event.pixelDelta().isNull():
            self.scroll_by(QPoint() - event.pixelDelta())
            event.accept()
        else:
            super().wheelEvent(event)

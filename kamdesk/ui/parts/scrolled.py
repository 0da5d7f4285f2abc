"""A widget that scrolls upwards and downwards, and bringing a part of what it holds into view."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Scrolled(QScrollArea):
    """Holds a widget on the ground of whatever it stands on; the keyboard goes to what is inside."""

    def __init__(self, body: QWidget | None = None) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if body is not None:
            self.hold(body)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Nothing inside may be wider: it would move sideways out of sight, with no bar to bring it back."""
        super().resizeEvent(event)
        if (body := self.widget()) is not None:
            body.setMaximumWidth(self.viewport().width())

    def hold(self, body: QWidget) -> None:
        """Scroll this widget."""
        body.setProperty("part", "body")
        self.setWidget(body)
        self.viewport().setAutoFillBackground(False)
        body.setAutoFillBackground(False)


def bring_into_view(widget: QWidget, part: QRect | None = None) -> None:
    """Scroll whatever holds a widget until it, or a part of it, is seen: its upper edge where not all of it can be."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    body = area.widget() if area is not None else None
    if area is None or body is None:
        return
    rect = part or widget.rect()
    for corner in (rect.bottomLeft(), rect.topLeft()):
        place = widget.mapTo(body, corner)
        area.ensureVisible(place.x(), place.y(), 0, 12)

"""Hands for the people map: press, drag and click where people stand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kamdesk.ui.pages.people.map import MapFace

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def place(face: MapFace, key: str) -> QPoint:
    """The middle of a person's box in the window of the map."""
    item = face.scene.nodes[key]
    return face.view.mapFromScene(item.mapToScene(item.box.center()))


def handle(face: MapFace, key: str) -> QPoint:
    """The handle at the edge of a person's box."""
    item = face.scene.nodes[key]
    return face.view.mapFromScene(item.mapToScene(item.handle_at))


def free_place(face: MapFace, department: str) -> QPoint:
    """A point inside a department where nobody stands."""
    left, top, width, _ = next(it.box for it in face.scene.layout.departments if it.name == department)
    return face.view.mapFromScene(QPointF(left + width * 0.75, top + 9))


def move(widget: QWidget, at: QPoint, held: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
    """Move the mouse, perhaps with a button held."""
    there = QPointF(at)
    glob = QPointF(widget.mapToGlobal(at))
    QApplication.sendEvent(widget, QMouseEvent(QEvent.Type.MouseMove, there, glob, Qt.MouseButton.NoButton, held, NONE))


def click(face: MapFace, key: str, held: Qt.KeyboardModifier = NONE) -> None:
    """Click on a person."""
    QTest.mouseClick(face.view.viewport(), LEFT, held, place(face, key))


def drag(face: MapFace, start: QPoint, end: QPoint, *, let_go: bool = True) -> None:
    """Come from the left, press at one point, go to another, let go."""
    port = face.view.viewport()
    move(port, start - QPoint(20, 0))
    move(port, start)
    QTest.mousePress(port, LEFT, NONE, start)
    for share in (0.3, 0.6, 1.0):
        move(port, start + (end - start) * share, LEFT)
    if let_go:
        drop(face, end)


def drop(face: MapFace, at: QPoint) -> None:
    """Let go of the mouse's button."""
    QTest.mouseRelease(face.view.viewport(), LEFT, NONE, at)

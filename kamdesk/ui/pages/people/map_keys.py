"""The keys of the people map: arrows walk, letters ask for something to be done, the space bar folds or holds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from kamdesk.ui.pages.people.map_view import MapView
from kamdesk.ui.pages.people.map_walk import DOWN, LEFT, RIGHT, UP, first

_ARROWS = {Qt.Key.Key_Up: UP, Qt.Key.Key_Down: DOWN, Qt.Key.Key_Left: LEFT, Qt.Key.Key_Right: RIGHT}
_ASKED = {
    Qt.Key.Key_Return: "open",
    Qt.Key.Key_Enter: "open",
    Qt.Key.Key_F2: "edit",
    Qt.Key.Key_I: "influence",
    Qt.Key.Key_T: "trust",
    Qt.Key.Key_C: "conflict",
    Qt.Key.Key_R: "boss",
    Qt.Key.Key_E: "lines",
    Qt.Key.Key_P: "path",
    Qt.Key.Key_H: "hints",
    Qt.Key.Key_Delete: "leave",
    Qt.Key.Key_Backspace: "leave",
    Qt.Key.Key_Escape: "escape",
}
_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class MapKeys(QObject):
    """Listens to the view; what is more than looking around is told by `asked` and `moved`."""

    asked = Signal(str)
    moved = Signal(object)  # Ctrl and an arrow: change the boss or the department
    walked = Signal()  # somebody else is current

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        self._spaced = False
        view.pressed.connect(self.press)
        view.installEventFilter(self)

    def press(self, event: QKeyEvent) -> None:
        """Do what a key stands for, and leave the others alone."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        known = True
        if key in _ARROWS:
            self._arrow(_ARROWS[key], held)
        elif held == _CTRL and key == Qt.Key.Key_A:
            self._view.map.choose_all()
        elif held in (Qt.KeyboardModifier.NoModifier, _SHIFT) and self._zoom(event):
            pass
        elif held == Qt.KeyboardModifier.NoModifier and key == Qt.Key.Key_Space:
            self._spaced = self._spaced or not event.isAutoRepeat()
            self._view.hold_ground(True)
        elif held == Qt.KeyboardModifier.NoModifier and key == Qt.Key.Key_Home:
            self._go(first(self._view.map.layout.boxes))
        elif held == Qt.KeyboardModifier.NoModifier and key in _ASKED:
            self.asked.emit(_ASKED[key])
        else:
            known = False
        event.setAccepted(known)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A space bar let go folds, unless the ground was moved meanwhile."""
        if event.type() == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat() and self._spaced:
                self._spaced = False
                self._view.hold_ground(False)
                if not self._view.panned():
                    self.asked.emit("fold")
        elif event.type() == QEvent.Type.FocusOut:
            self._spaced = False
            self._view.hold_ground(False)
        return False

    def _arrow(self, way: tuple[int, int], held: Qt.KeyboardModifier) -> None:
        if held & _CTRL:
            self.moved.emit(way)
        elif held in (Qt.KeyboardModifier.NoModifier, _SHIFT):
            self._view.map.step(way, extend=bool(held & _SHIFT))
            self._view.bring([self._view.map.current])
            self.walked.emit()

    def _go(self, key: str) -> None:
        self._view.map.choose(key)
        self._view.bring([key])
        self.walked.emit()

    def _zoom(self, event: QKeyEvent) -> bool:
        """Plus, minus, 0 and F, wherever the layout of the keyboard has them."""
        sign = event.text()
        if sign in ("+", "="):
            self._view.zoom_by(1)
        elif sign in ("-", "−", "_"):
            self._view.zoom_by(-1)
        elif sign == "0":
            self._view.fitting = 0.0
            self._view.show_zoom(1.0)
        elif sign in ("f", "F"):
            self._view.fit_whole()
        else:
            return False
        return True

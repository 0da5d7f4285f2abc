"""The tools above the people: which face is shown, what the map tells, the path, and what can be made."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from kamdesk.client.people import TieKind
from kamdesk.picture.map_people import OVERLAYS
from kamdesk.ui.look import Look
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.segments import Option, Segments

_LINES = (
    (TieKind.INFLUENCE.value, "spline", "I"),
    (TieKind.TRUST.value, "handshake", "T"),
    (TieKind.CONFLICT.value, "zap", "C"),
)


class PeopleTools(QWidget):
    """One row. In a narrow window words go first, then the three lines share a menu, then the path goes into it."""

    face_chosen = Signal(str)
    overlay_chosen = Signal(str)
    asked = Signal(str)  # "new", "placeholder", "path", or a kind of line

    def __init__(self, look: Look, faces: Sequence[Option]) -> None:
        super().__init__()
        self.look = look
        tr, trc = look.tr, look.trc
        self._overlay, self._locked, self._map = "attitude", False, True
        spoken = tr("What is shown")
        self.faces = Segments(look, faces, spoken)
        self._bare = Segments(look, [Option(face.value, face.text) for face in faces], spoken)
        self.overlay = Button(look, "", "second", icon="layers")
        self.path = Button(look, tr("Path to the decider"), "third", icon="waypoints", key="P")
        self.add = Button(look, trc("button", "Person"), "third", icon="user-plus", key="N")
        self.lines = {
            name: Button(look, self._line_words(name), "third", icon=icon, key=key) for name, icon, key in _LINES
        }
        self.menu = Button(look, trc("people", "Line"), "third", icon="spline")
        self.path.setCheckable(True)
        for widget in self._all():
            widget.setParent(self)
        for name, button in (("path", self.path), ("new", self.add), *self.lines.items()):
            button.setObjectName(name)
            button.clicked.connect(self._press)
        self.setFixedHeight(look.theme.px(47))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.faces.chosen.connect(self._choose_face)
        self._bare.chosen.connect(self._choose_face)
        self.overlay.clicked.connect(self._open_overlays)
        self.menu.clicked.connect(self._open_lines)
        self.show_overlay(self._overlay)

    def _all(self) -> tuple[QWidget, ...]:
        return (self.faces, self._bare, self.overlay, self.path, self.add, *self.lines.values(), self.menu)

    def _line_words(self, name: str) -> str:
        words = {
            TieKind.INFLUENCE.value: self.look.trc("button", "Influence"),
            TieKind.TRUST.value: self.look.trc("button", "Trust"),
            TieKind.CONFLICT.value: self.look.trc("button", "Conflict"),
        }
        return words[name]

    def show_face(self, name: str) -> None:
        """Mark the face that is shown; the tools of the map go with it."""
        self.faces.choose(name)
        self._bare.choose(name)
        self._map = name == "map"
        self._settle()

    def show_overlay(self, overlay: str) -> None:
        """Say what the map tells."""
        self._overlay = overlay
        self._settle()

    def show_path(self, shown: bool) -> None:
        """A path is shown, or not."""
        self.path.setChecked(shown)

    def lock(self, locked: bool) -> None:
        """Nothing can be made."""
        self._locked = locked
        for button in (self.add, self.menu, *self.lines.values()):
            button.setEnabled(not locked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give every tool its place."""
        super().resizeEvent(event)
        self._settle()

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(560, self.height())

    def _settle(self) -> None:
        """Try the roomiest arrangement first; show the first that fits."""
        tr, trc, look = self.look.tr, self.look.trc, self.look
        word = tr(OVERLAYS[self._overlay])
        left, right = look.size("gutter_left"), self.width() - look.size("gutter_right")
        long, short = tr("Show: {what}", what=word), word
        steps = (
            (self.faces, long, tr("Path to the decider"), True),
            (self.faces, long, trc("button", "Path"), True),
            (self._bare, long, trc("button", "Path"), True),
            (self._bare, short, trc("button", "Path"), True),
            (self._bare, short, trc("button", "Path"), False),
            (self._bare, short, "", False),
            (self._bare, "", "", False),
        )
        for faces, told, path, apart in steps:
            self.overlay.show_words(told)
            self.path.show_words(path)
            at_left: list[QWidget] = [faces]
            at_right: list[QWidget] = [self.add]
            if self._map:
                at_left += [*([self.overlay] if told else []), *([self.path] if path else [])]
                at_right += self.lines.values() if apart else [self.menu]
            if left + self._wide(at_left) + self._wide(at_right) <= right:
                break
        for widget in self._all():
            widget.setVisible(widget in at_left or widget in at_right)
        self._place(at_left, left)
        self._place(at_right, right - self._wide(at_right))

    def _wide(self, widgets: Sequence[QWidget]) -> int:
        return sum(widget.sizeHint().width() + self.look.theme.px(4) for widget in widgets)

    def _place(self, widgets: Sequence[QWidget], left: int) -> None:
        for widget in widgets:
            hint = widget.sizeHint()
            widget.setGeometry(left, (self.height() - hint.height()) // 2, hint.width(), hint.height())
            left += hint.width() + self.look.theme.px(4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line below."""
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self.look.colour("line"))
        painter.end()

    def _choose_face(self, name: object) -> None:
        self.face_chosen.emit(str(name))

    def _press(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.asked.emit(sender.objectName())

    def _open_overlays(self) -> None:
        menu = self._menu()
        self._add_overlays(menu)
        menu.popup(self.overlay.mapToGlobal(QPoint(0, self.overlay.height() + 2)))

    def _add_overlays(self, menu: QMenu) -> None:
        for name, words in OVERLAYS.items():
            action = menu.addAction(self.look.tr(words))
            action.setObjectName(name)
            action.setCheckable(True)
            action.setChecked(name == self._overlay)
            action.triggered.connect(self._take_overlay)

    def _open_lines(self) -> None:
        menu, tr = self._menu(), self.look.tr
        for name, icon, key in _LINES:
            self._add(menu, name, f"{self._line_words(name)}\t{key}", icon)
        menu.addSeparator()
        unmet, path = tr("Somebody we have not met"), tr("Path to the decider")
        self._add(menu, "placeholder", f"{unmet}\tShift+N", "user-search")
        if self.path.isHidden():
            self._add(menu, "path", f"{path}\tP", "waypoints")
        if self.overlay.isHidden():
            menu.addSeparator()
            self._add_overlays(menu)
        menu.popup(self.menu.mapToGlobal(QPoint(0, self.menu.height() + 2)))

    def _add(self, menu: QMenu, name: str, words: str, icon: str) -> None:
        action = menu.addAction(self.look.icons.icon(icon), words)
        action.setObjectName(name)
        action.triggered.connect(self._press)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _take_overlay(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.overlay_chosen.emit(sender.objectName())

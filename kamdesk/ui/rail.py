"""The rail at the left: the places, how safe the data is, and the four small buttons at its foot."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.ui.actions import deed
from kamdesk.ui.look import Look
from kamdesk.ui.pages.registry import Place
from kamdesk.ui.parts.buttons import IconButton, with_key
from kamdesk.ui.parts.labels import Rule
from kamdesk.ui.rail_buttons import PlaceButton, RailButton, RailHead, Safety, SafetyLine

_FOLDED = 56  # px
_FOOT = ("language", "theme", "settings", "keys")


class Rail(QWidget):
    """Says which place was chosen and which deed was pressed."""

    chosen = Signal(str)  # the name of a place
    pressed = Signal(str)  # the name of a deed

    def __init__(self, look: Look, places: tuple[Place, ...], folded: bool) -> None:
        super().__init__()
        self.look = look
        self._head = RailHead(look)
        self._fold = IconButton(look, "panel-left", look.tr(deed("fold").label))
        self._places = {place.name: PlaceButton(look, place, index) for index, place in enumerate(places)}
        self._safety = SafetyLine(look)
        self._foot = {name: self._foot_button(name) for name in _FOOT}
        self.setAccessibleName(look.tr("Places"))
        self._arrange()
        self._head.clicked.connect(self._press_menu)
        self._safety.clicked.connect(self._press_safety)
        self._fold.clicked.connect(self._press_fold)
        for place in self._places.values():
            place.clicked.connect(self._choose)
        for button in self._foot.values():
            button.clicked.connect(self._press)
        self.fold(folded)

    def fold(self, folded: bool) -> None:
        """Show icons only, or icons with their words."""
        look = self.look
        self.setFixedWidth(look.theme.px(_FOLDED) if folded else look.size("rail"))
        self._head.setVisible(not folded)
        buttons: tuple[RailButton, ...] = (*self._places.values(), self._safety)
        for button in buttons:
            button.fold(folded)
        way = QBoxLayout.Direction.TopToBottom if folded else QBoxLayout.Direction.LeftToRight
        self._foot_row.setDirection(way)
        words = look.tr("Unfold the rail") if folded else look.tr(deed("fold").label)
        self._fold.setToolTip(with_key(words, deed("fold").keys[0]))

    def show_place(self, name: str) -> None:
        """Mark the place where we are."""
        for place, button in self._places.items():
            button.setChecked(place == name)

    def show_count(self, name: str, count: int | None) -> None:
        """Write a count beside a place; None writes nothing."""
        if name in self._places:
            self._places[name].show_count(count)

    def counts(self) -> dict[str, int | None]:
        """The count beside each place."""
        return {name: button.count for name, button in self._places.items()}

    def show_safety(self, safety: Safety) -> None:
        """Say whether everything is saved and how it is protected."""
        self._safety.show_safety(safety)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line at the right."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.colour("rail"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self.look.colour("line"))
        painter.end()

    def _foot_button(self, name: str) -> IconButton:
        found = deed(name)
        icon = "sun" if name == "theme" and self.look.theme.dark else found.icon
        words = with_key(self.look.tr(found.label), found.keys[0])
        button = IconButton(self.look, "circle-help" if name == "keys" else icon, words, small=True)
        button.setObjectName(name)
        return button

    def _arrange(self) -> None:
        theme = self.look.theme
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(7), 0, theme.px(4), 0)
        head.addWidget(self._head, 1)
        head.addWidget(self._fold)
        self._foot_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot_row.setContentsMargins(theme.px(6), theme.px(6), theme.px(6), theme.px(4))
        for button in self._foot.values():
            self._foot_row.addWidget(button, 1, Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(8), theme.px(12), theme.px(8), theme.px(4))
        column.setSpacing(theme.px(2))
        column.addLayout(head)
        column.addSpacing(theme.px(10))
        for place in self._places.values():
            column.addWidget(place)
        column.addStretch(1)
        column.addWidget(self._safety)
        column.addWidget(Rule(self.look, colour="line" if self.look.theme.dark else "edge"))
        column.addLayout(self._foot_row)

    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, PlaceButton):
            button.setChecked(True)  # a second click would uncheck it
            self.chosen.emit(button.place)

    def _press(self) -> None:
        button = self.sender()
        if isinstance(button, IconButton):
            self.pressed.emit(button.objectName())

    def _press_menu(self) -> None:
        self.pressed.emit("menu")

    def _press_safety(self) -> None:
        self.pressed.emit("safety")

    def _press_fold(self) -> None:
        self.pressed.emit("fold")

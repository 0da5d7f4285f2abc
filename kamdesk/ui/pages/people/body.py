"""What stands left of the panel in the People place: the tools, and below them a face or where to begin."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kamdesk.desk.desk import Desk
from kamdesk.ui.look import Look
from kamdesk.ui.pages.people.faces import MAP, PeopleFaces, options
from kamdesk.ui.pages.people.tools import PeopleTools
from kamdesk.ui.parts.empty import EmptyState


class PeopleBody(QWidget):
    """The map grows from the first name: as soon as one is asked for, it stands there."""

    asked = Signal(str)

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__()
        self.look = look
        self.tools, self.faces = PeopleTools(look, options(look)), PeopleFaces(look, desk)
        self.empty = EmptyState(
            look,
            "users",
            look.tr("Who decides here?"),
            look.tr("Start with one name. What they decide, want and think of us can follow, one field at a time."),
            (("new", look.tr("New person"), "N"),),
        )
        self._some = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(self.empty)
        column.addWidget(self.faces, 1)
        self.tools.asked.connect(self.asked)
        self.tools.overlay_chosen.connect(self._show_overlay)
        self.empty.pressed.connect(self.asked)
        self.faces.map.path.shown.connect(self.tools.show_path)
        self.faces.map.asking.ended.connect(self._settle)

    def show_filled(self, some: bool) -> None:
        """Show the faces, or where to begin."""
        self._some = some
        self._settle()

    def show_face(self, name: str, current: str) -> None:
        """Look at the people in another way."""
        self.faces.show_face(name, current)
        self.tools.show_face(name)
        self._settle()

    def ask_new(self, *, placeholder: bool) -> None:
        """Ask for somebody new on the map."""
        self.faces.setVisible(True)  # what is hidden cannot take the keyboard
        self.faces.map.asking.new(placeholder=placeholder)
        self._settle()

    def keyboard_place(self) -> QWidget:
        """The face that is looked at, or where to begin."""
        return self.empty.buttons["new"] if self.empty.isVisibleTo(self) else self.faces.face

    def _settle(self) -> None:
        some = self._some or self.faces.map.asking.open or self.faces.name != MAP
        self.empty.setVisible(not some)
        self.tools.setVisible(some)
        self.faces.setVisible(some)

    def _show_overlay(self, name: str) -> None:
        self.tools.show_overlay(name)
        self.faces.map.show_overlay(name)

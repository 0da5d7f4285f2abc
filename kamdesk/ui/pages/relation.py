"""Two faces of the weigh-in place: the relationship with the whole client, and the plan to better it."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kamdesk.desk.desk import Desk
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.relation_client import ClientFace
from kamdesk.ui.pages.relation_state import relation_of

FaceName = Literal["client", "plan"]


class RelationFaces(QWidget):
    """Shows one face at a time; the other one is brought up to date when it is turned to."""

    edited = Signal(object)  # Doing
    going = Signal(object)  # Goto

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__()
        self.look, self.desk = look, desk
        self._shown: Shown | None = None
        self.client = ClientFace(look)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.client)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.client.edited.connect(self.edited)
        self.client.going.connect(self.going)

    def set_face(self, name: FaceName) -> None:
        """Turn to a face."""
        self._stack.setCurrentWidget(self.client)
        self._show()

    def show_client(self, shown: Shown) -> None:
        """Show this client now."""
        self._shown = shown
        self._show()

    def _show(self) -> None:
        if self._shown is not None:
            self.client.show_relation(relation_of(self._shown), read_only=self.desk.read_only)

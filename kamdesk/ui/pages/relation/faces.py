"""Two faces of the weigh-in place: the relationship with the whole client, and the plan to better it."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kamdesk.desk.desk import Desk
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.relation.client import ClientFace
from kamdesk.ui.pages.relation.plan import PlanFace
from kamdesk.ui.pages.relation.state import Relation, relation_of

FaceName = Literal["client", "plan"]


class RelationFaces(QWidget):
    """Shows one face at a time; the other one is brought up to date when it is turned to."""

    edited = Signal(object)  # Doing
    going = Signal(object)  # Goto

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__()
        self.look, self.desk = look, desk
        self._shown: Shown | None = None
        self._relation: Relation | None = None
        self._behind: set[QWidget] = set()  # faces that have not seen the latest change
        self.client, self.plan = ClientFace(look), PlanFace(look)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.client)
        self._stack.addWidget(self.plan)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        for face in (self.client, self.plan):
            face.edited.connect(self.edited)
            face.going.connect(self.going)
            face.leading.connect(self._lead)

    @property
    def face(self) -> FaceName:
        """The face that is shown."""
        return "plan" if self._stack.currentWidget() is self.plan else "client"

    def set_face(self, name: FaceName) -> None:
        """Turn to a face."""
        self._stack.setCurrentWidget(self.plan if name == "plan" else self.client)
        self._catch_up()

    def show_client(self, shown: Shown) -> None:
        """Show this client now; nothing is measured while neither face can be seen."""
        self._shown, self._relation = shown, None
        self._behind = {self.client, self.plan}
        if self.isVisible():
            self._catch_up()

    def keys(self) -> list[tuple[str, str]]:
        """What the keys do on the face that is shown, for the page's footer."""
        return self.plan.keys() if self.face == "plan" else self.client.keys()

    def keyboard_place(self) -> QWidget:
        """Where the keyboard goes when the face is turned to."""
        return self.plan.list if self.face == "plan" else self.client.head.ari.number

    def showEvent(self, event: QShowEvent) -> None:
        """Show what happened while other faces were in front."""
        super().showEvent(event)
        self._catch_up()

    def _catch_up(self) -> None:
        face = self.plan if self.face == "plan" else self.client
        if self._shown is None or face not in self._behind:
            return
        if self._relation is None:
            self._relation = relation_of(self._shown)
        self._behind.discard(face)
        face.show_relation(self._relation, read_only=self.desk.read_only)

    def _lead(self, key: str) -> None:
        """Go to the record that a line of a sum comes from."""
        if self._relation is not None and (goto := self._relation.goto(key)) is not None:
            self.going.emit(goto)

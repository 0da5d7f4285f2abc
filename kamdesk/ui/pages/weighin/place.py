"""The weigh-in place: one person on the six dimensions, the whole client, and the plan for the relationship."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from kamdesk.client.activities import Invitation
from kamdesk.client.weigh_records import Evidence
from kamdesk.desk.desk import Desk
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Goto, Page, Shown
from kamdesk.ui.pages.relation.faces import RelationFaces
from kamdesk.ui.pages.weighin.faces import CLIENT, FACES, PERSON, PLAN, FaceStrip
from kamdesk.ui.pages.weighin.keys import footer_keys, meant, wants_next_face
from kamdesk.ui.pages.weighin.one import PersonFace
from kamdesk.ui.parts.empty import EmptyState
from kamdesk.words import N_

_PANEL, _NARROW_PANEL = 376, 320  # px at 100 % text
_BENEATH = 740  # px at 100 % text: in a narrower page the panel stands below the rows
_ASKED = {"account": CLIENT, "plan": PLAN}  # what a Goto asks for, and the face that shows it


class WeighInPage(Page):
    """Weighs the people of a client, for us and by estimate for its rivals; the whole client is two more faces."""

    name: ClassVar[str] = "weighin"
    label: ClassVar[str] = N_("Weigh-in")

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__(look, desk)
        self.face = PERSON
        self._beneath = False  # the panel stands below the rows
        self.strip = FaceStrip(look)
        self.one = PersonFace(look, self)
        self.scales, self.body, self.panel = self.one.scales, self.one.body, self.one.panel
        self.faces: RelationFaces | None = None  # built when one of them is first turned to
        self._empty = _nobody(look)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.body)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self._stack, 1)
        self.arrange(whole, self.panel, width=_PANEL, narrow=_NARROW_PANEL)
        self._footer.hold(self.one.weights)
        self.strip.turned.connect(self.turn_to)
        self.one.edited.connect(self.edited)
        self._empty.pressed.connect(self._add_person)

    def show_client(self, shown: Shown) -> None:
        """Show the client; the face, the person, the row and what is half typed stay."""
        self.one.take(shown, read_only=self.desk.read_only)
        if self.faces is not None:
            self.faces.show_client(shown)
        self._show_face()

    def turn_to(self, face: str) -> None:
        """Turn to one person, the whole client or the relationship plan."""
        if face != PERSON:
            if self.faces is None:
                self.faces = self._relation()
            self.faces.set_face("plan" if face == PLAN else "client")
        self.face = face
        self._show_face()
        focus = QApplication.focusWidget()
        if self.isVisible() and (focus is None or not self.strip.isAncestorOf(focus)):
            self.keyboard_place().setFocus(Qt.FocusReason.OtherFocusReason)

    def _relation(self) -> RelationFaces:
        faces = RelationFaces(self.look, self.desk)
        self._stack.addWidget(faces)
        faces.edited.connect(self.edited)
        faces.going.connect(self.going)
        faces.show_client(self.scales.shown)
        return faces

    def _show_face(self) -> None:
        anybody = self.one.anybody
        on_scales = self.face == PERSON and anybody
        self.strip.show_face(self.face)
        if self.face != PERSON and self.faces is not None:
            self._stack.setCurrentWidget(self.faces)
        else:
            self._stack.setCurrentWidget(self.body if anybody else self._empty)
        self.one.weights.setVisible(on_scales)
        self.show_panel(on_scales and not self._beneath)
        if on_scales:
            self.one.show()
        self.show_keys()

    def item(self) -> str:
        """The key of the person, or the name of another face."""
        if self.face != PERSON:
            return self.face
        return self.scales.contact if self.one.anybody else ""

    def open_item(self, key: str, action: str) -> None:
        """Go to a person, a weigh-in, a fact or another face; "new" writes a fact down."""
        face = _ASKED.get(action, key if key in FACES else PERSON)
        if face != self.face:
            self.turn_to(face)
        if face == PERSON:
            self.one.open_record(key)
            if action == "new":
                self._new()

    def keyboard_place(self) -> QWidget:
        """The row that is worked on; the list of earlier weigh-ins comes long after it."""
        if self.face != PERSON and self.faces is not None:
            return self.faces.keyboard_place()
        return self.body.rows.row if self.one.anybody else super().keyboard_place()

    def more_lists(self) -> list[tuple[str, Sequence[Evidence | Invitation]]]:
        """The facts and the invitations: of the person, or of everybody where the whole client is looked at."""
        if not self.one.anybody:
            return []
        client, key, tr = self.scales.shown.client, self.scales.contact, self.look.tr
        everybody = self.face != PERSON
        facts = [it for it in client.evidence if everybody or it.contact == key]
        invited = [it for it in client.invitations if everybody or it.contact == key]
        return [(tr("Evidence"), facts), (tr("Invitations"), invited)]

    def keys(self) -> list[tuple[str, str]]:
        """What the keys do."""
        if self.face != PERSON and self.faces is not None:
            return [*self.faces.keys(), ("F", self.look.tr("next face"))]
        return footer_keys(self.look) if self.one.anybody else []

    def _new(self) -> None:
        if self.one.anybody:
            self.one.write_fact()
        else:
            self._add_person()

    def _add_person(self) -> None:
        self.going.emit(Goto("people", self.scales.shown.client.key, "", "new"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow page the panel goes below the rows."""
        super().resizeEvent(event)
        beneath = event.size().width() < self.look.theme.px(_BENEATH)
        if beneath == self._beneath:
            return
        self._beneath = beneath
        if beneath:
            self.body.rows.hold_below(self.panel.takeWidget())
        else:
            self.panel.hold(self.panel.inside)
        self.show_panel(self.face == PERSON and self.one.anybody and not beneath)

    def event(self, event: QEvent) -> bool:
        """The page's own keys come before the window's: "?" is a level here."""
        overriding = event.type() == QEvent.Type.ShortcutOverride and self.face == PERSON
        if overriding and isinstance(event, QKeyEvent) and meant(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F turns to the next face; the other keys belong to the rows."""
        if wants_next_face(event):
            self.turn_to(FACES[(FACES.index(self.face) + 1) % len(FACES)])
        elif self.face != PERSON or not self.one.take_key(event):
            super().keyPressEvent(event)


def _nobody(look: Look) -> EmptyState:
    """What stands here while the client has no people."""
    sentence = look.tr(
        "A weigh-in says how each person at the client really behaves towards us, on up to six dimensions "
        "and with facts. Begin with the people who decide."
    )
    deeds = (("person", look.tr("Add a person"), "Ctrl+N"),)
    return EmptyState(look, "scale", look.tr("Nobody to weigh yet"), sentence, deeds)

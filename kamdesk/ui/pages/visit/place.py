"""A client's visits: one is prepared, held and closed here, the others stand in a row above it."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from kamdesk.client.visit_records import Visit
from kamdesk.client.visiting import next_visit, visit_code
from kamdesk.desk import visit as steps
from kamdesk.desk.desk import Desk
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Page, Shown
from kamdesk.ui.pages.visit.beyond import VisitBeyond
from kamdesk.ui.pages.visit.deeds import VisitDeeds
from kamdesk.ui.pages.visit.out import VisitOut
from kamdesk.ui.pages.visit.panel import VisitPanel
from kamdesk.ui.pages.visit.side import CARRY, SHEET, VisitSide
from kamdesk.ui.pages.visit.strip import listed
from kamdesk.ui.pages.visit.view import VisitView
from kamdesk.ui.pages.visit.words import visit_keys
from kamdesk.ui.parts.buttons import Button, IconButton
from kamdesk.ui.parts.empty import EmptyState
from kamdesk.words import N_

PANEL = 436
_NARROW = 1120  # px at 100 % text: below this the panel gives way
_BARE = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class VisitsPage(Page):
    """Shows the next visit first; the debrief where the visit is over."""

    name: ClassVar[str] = "visits"
    label: ClassVar[str] = N_("Visits")

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__(look, desk)
        self._shown: Shown | None = None
        self._key = ""
        self._wants_panel: bool | None = None  # None: as there is room
        tr = look.tr
        self._stack = QStackedWidget(self)
        self.view = VisitView(look, self._stack)
        self.side = VisitSide(look)
        self.out = VisitOut(look, desk, self)
        self.beyond = VisitBeyond(look, desk, self)
        self.deeds = VisitDeeds(look, self)
        self.new = Button(look, tr("New visit"), icon="plus", key="N")
        self.calendar = Button(look, tr("Calendar"), "third", icon="calendar", key="C", scope=self)
        self.paper = Button(look, tr("Print"), "primary", icon="printer", key="P", scope=self)
        self.more = IconButton(look, "ellipsis", tr("What can be done with this visit"))
        self._empty = _nothing_yet(look)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.view)
        for button in (self.calendar, self.paper, self.more):
            self.view.body.head.chip_row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.arrange(self._stack, self.side, width=PANEL, actions=(self.new,))
        self._connect()

    def _connect(self) -> None:
        view, body = self.view, self.view.body
        self.new.clicked.connect(self.add_visit)
        self._empty.pressed.connect(self.add_visit)
        self.paper.clicked.connect(self.out.print)
        self.calendar.clicked.connect(self.out.calendar)
        self.more.clicked.connect(self._open_more)
        self.beyond.found.connect(self._again)
        self.deeds.edited.connect(self.edited)
        self.deeds.going.connect(self.going)
        self.out.working.connect(self.working)
        self.side.working.connect(self.working)
        view.did.connect(self.deeds.do)
        view.edited.connect(self.edited)
        view.chosen.connect(self.show_visit)
        view.turned.connect(self._turned)
        body.head.changed.connect(self.deeds.change)
        body.head.missing.clicked.connect(body.go_to_missing)
        body.columns.changed.connect(self.deeds.change)
        body.columns.promises.wanted.connect(self.deeds.go_to_action)
        body.columns.moves.wanted.connect(self.deeds.go_to_need)
        body.card.removing.connect(self.deeds.remove)
        body.ladder.tactic.connect(self.deeds.go_to_need)
        body.action_wanted.connect(self.deeds.go_to_action)
        body.fact_wanted.connect(self.deeds.go)
        self.side.person_wanted.connect(self.deeds.go_to_person)
        self.side.action_wanted.connect(self.deeds.go_to_action)
        self.side.visit_wanted.connect(self.show_visit)

    @property
    def panel(self) -> VisitPanel:
        """What to carry."""
        return self.side.carry

    @property
    def visit(self) -> Visit | None:
        """The visit that is shown."""
        visits = self._shown.client.visits if self._shown else ()
        return next((item for item in visits if item.key == self._key), None)

    def show_client(self, shown: Shown) -> None:
        """Show the client; the visit that was shown stays, at first it is the next one."""
        self._shown = shown
        now = self.desk.clock.now()
        first = self.visit is None
        if first:
            self._key = self._first()
        visit = self.visit
        self.out.show_visit(shown, visit)
        self.deeds.show_visit(shown, visit)
        self._stack.setCurrentIndex(0 if visit is None else 1)
        self.new.setVisible(visit is not None)  # the empty page has a button of its own
        self._make_panel_room()
        if visit is not None:
            self.beyond.ask(visit)
            self.view.show_visit(shown, visit, now, self.look, self.beyond.library)
            self.view.body.head.warn(self.beyond.warning)
            self.side.show_visit(shown, visit)
            if first:
                self.view.begin(visit, now)
        self.show_keys()

    def _again(self) -> None:
        if self._shown is not None:
            self.show_client(self._shown)

    def show_visit(self, key: str) -> None:
        """Show another visit of the client."""
        if self._shown is None or key == self._key:
            return
        self.view.body.card.close_card()
        self._key = key
        self.show_client(self._shown)
        if (visit := self.visit) is not None:
            self.view.begin(visit, self.desk.clock.now())

    def _first(self) -> str:
        """The next visit, else the latest."""
        if self._shown is None:
            return ""
        now = self.desk.clock.now()
        coming = next_visit(self._shown.client, now)
        rows = listed(self._shown.client, self._shown.today, now, self.look)
        return coming.key if coming else rows[0].key if rows else ""

    def open_item(self, key: str, action: str) -> None:
        """Go to a visit; "new" makes one, "prepare" and "debrief" open that side, "print" prints the sheet."""
        if action == "new":
            self.add_visit()
            return
        if key and self._shown and self._shown.client.get(key):
            self.show_visit(key)
        view = self.view
        does = {"find": view.strip.open_list, "debrief": view.open_debrief, "prepare": view.open_preparation}
        if self.visit is not None and (do := {**does, "print": self.out.print}.get(action)):
            do()

    def add_visit(self) -> None:
        """Make a visit on the next working day, go there, and ask what it is for."""
        if self._shown is None:
            return
        shown, others = self._shown, self.desk.clients()
        visit, step = steps.new_visit(shown.client, shown.workspace, self.look.words, shown.today, others)
        self.deeds.do(step)
        if self._shown.client.get(visit.key):  # not when it could not be stored
            self.show_visit(visit.key)
            self.view.show_debrief(False)
            self.view.body.head.fields["objective"].open()

    def take(self, deed: str) -> bool:
        """Ctrl+P and Ctrl+E are about the sheet of the visit, where there is one."""
        does = {"print": self.out.print, "export": self.out.export}.get(deed)
        if does is None or self.visit is None:
            return False
        does()
        return True

    def _open_more(self) -> None:
        self.out.menu(self.deeds).popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _turned(self) -> None:
        self.paper.setVisible(not self.view.debriefing)
        self.show_keys()

    def more_lists(self) -> list[tuple[str, tuple[Visit, ...]]]:
        """The visits, of which one is shown."""
        return [(self.look.tr("Visits"), self._shown.client.visits)] if self._shown else []

    def keys(self) -> list[tuple[str, str]]:
        """What the keys do in the preparation or in the debrief."""
        return visit_keys(self.look, debriefing=self.view.debriefing) if self.visit else []

    def remark(self) -> str:
        """The code to find the visit by, from paper."""
        return visit_code(self.visit) if self.visit else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Single letters, when no field took them."""
        letter = event.text().lower() if not event.modifiers() & ~_BARE else ""
        if letter == "n":
            self.add_visit()
        elif self.visit is not None and letter in ("i", "s"):
            self._turn_side(CARRY if letter == "i" else SHEET)
        elif self.visit is not None and letter in (",", "."):
            self._turn_page(1 if letter == "." else -1)
        elif self.visit is None or not letter.strip() or not self.view.take_key(letter):
            super().keyPressEvent(event)

    def _turn_side(self, face: str) -> None:
        """Show one face of the side; the key of the one that is shown puts the side away."""
        shown = self.panel_width > 0
        self._wants_panel = not (shown and self.side.face == face)
        self.side.show_face(face)
        self._make_panel_room()

    def _turn_page(self, step: int) -> None:
        if self.panel_width and self.side.face == SHEET:
            (self.side.sheet.next_page if step > 0 else self.side.sheet.page_before)()

    def _make_panel_room(self) -> None:
        room = self.width() >= self.look.theme.px(_NARROW)
        wanted = room if self._wants_panel is None else self._wants_panel
        self.show_panel(wanted and self.visit is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the panel give way where there is little room."""
        super().resizeEvent(event)
        self._make_panel_room()


def _nothing_yet(look: Look) -> EmptyState:
    """What stands there before the first visit."""
    tr = look.tr
    what = tr(
        "A visit is prepared with a checklist, the people of both sides, their questions and our floor, "
        "and closed with promises that become actions."
    )
    return EmptyState(look, "calendar-check", tr("No visit yet"), what, [("new", tr("New visit"), "N")])

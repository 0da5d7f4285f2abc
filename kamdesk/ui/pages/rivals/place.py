"""The comparison place: the sheet with the tactics that follow from it, and each rival at this client."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from kamdesk.client.chip import Chip
from kamdesk.client.contest_records import Backer, CallKind, Contest, Stake, TacticCall
from kamdesk.client.rival_records import Rival
from kamdesk.desk.desk import Desk
from kamdesk.ui.look import Look
from kamdesk.ui.pages.leading import leading_to
from kamdesk.ui.pages.page import Doing, Page, Shown
from kamdesk.ui.pages.rivals.attack_list import AttackList
from kamdesk.ui.pages.rivals.cells import TACTIC
from kamdesk.ui.pages.rivals.faces import FACES, HERE, SHEET, face_segments
from kamdesk.ui.pages.rivals.here_face import HereFace
from kamdesk.ui.pages.rivals.sheet_face import SheetFace
from kamdesk.ui.pages.rivals.tactic_deeds import TacticDeeds
from kamdesk.ui.pages.rivals.tactic_panel import TacticPanel
from kamdesk.words import NC_

_PANEL, _NARROW_PANEL = 376, 320  # px at 100 % text


class RivalsPage(Page):
    """Compares three ways, need by need; Alt+2 shows who else is here."""

    name: ClassVar[str] = "rivals"
    label: ClassVar[str] = NC_("place", "Rivals")

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__(look, desk)
        self.shown_face = SHEET
        self._behind = True  # the other face has not seen the latest change
        self._beside: Shown | None = None  # what panel and attacks have not seen yet
        self._later = QTimer(self, interval=0, singleShot=True)
        self.faces = face_segments(look)
        self.face = SheetFace(look, desk)
        self.body = self.face.body
        self.attacks = AttackList(look)
        self.face.hold_beside(self.attacks)
        self.panel = TacticPanel(look)
        self.deeds = TacticDeeds(self.panel)
        self.here: HereFace | None = None  # built when it is first turned to
        self._stack = QStackedWidget()
        self._stack.addWidget(self.face)
        self.arrange(self._stack, self.panel, width=_PANEL, actions=(self.faces,), narrow=_NARROW_PANEL)
        self._connect()

    def _connect(self) -> None:
        face, panel = self.face, self.panel
        self.faces.chosen.connect(self.turn_to)
        face.edited.connect(self.edited)
        face.going.connect(self.going)
        face.chosen.connect(self._put_off)
        face.acting.connect(self._act)
        self.body.view.clearing.connect(self._discard)
        face.tried.connect(self._put_off_beside)
        self._later.timeout.connect(self._follow)
        self.attacks.edited.connect(self._edit)
        self.attacks.led.connect(self._lead)
        self.attacks.adding.connect(self.body.top.open_rivals)
        panel.need_wanted.connect(face.go)
        panel.led.connect(self._lead)
        self.deeds.edited.connect(self._edit)
        self.deeds.going.connect(self.going)
        for number, name in enumerate(FACES, 1):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._turn_to_sheet if name == SHEET else self._turn_to_here)

    # What is shown

    @property
    def shown(self) -> Shown:
        """The client as it is stored."""
        return self.face.shown

    def show_client(self, shown: Shown) -> None:
        """Show the client; the face, the current cell, the chosen tactic and what is half typed stay."""
        self._behind = True
        first = self.face.sheet is None
        self.face.show_client(shown)
        self.deeds.shown, self.deeds.is_open = shown, self.face.is_open
        self._put_off_beside(self._looked_at())
        if first:
            self.catch_up()
        self._show_face()

    def _looked_at(self) -> Shown:
        """The client as the sheet shows it: as it is, through somebody's eyes, or with cells tried."""
        shown = self.shown
        client = self.face.looking.see(shown.client, shown.workspace)
        return Shown(client, shown.workspace, shown.today)

    def _put_off_beside(self, shown: Shown) -> None:
        """The sheet is painted before what follows from it is worked out: a key never waits for that."""
        self._beside = shown
        self._later.start()

    def _put_off(self, _need: str) -> None:
        self._later.start()

    def catch_up(self) -> None:
        """Show what follows from the sheet as it is looked at now."""
        if self._later.isActive() or self._beside is not None:
            self._follow()

    def _follow(self) -> None:
        self._later.stop()
        shown, self._beside = self._beside, None
        if shown is None:
            self.panel.show_need(self.face.key)
            return
        is_open = self.face.is_open and shown.client is self.face.shown.client
        self.panel.show_client(shown, self.face.key, is_open=is_open)
        self.attacks.show_client(shown, is_open=is_open)

    def _show_face(self) -> None:
        self.faces.choose(self.shown_face)
        here = self.shown_face == HERE and self.here is not None
        if here and self.here is not None:
            if self._behind:
                self._behind = False
                self.here.show_client(self.shown, is_open=self.face.is_open)
            self._stack.setCurrentWidget(self.here)
        else:
            self._stack.setCurrentWidget(self.face)
        self.show_panel(not here and bool(self.face.rows))
        self.show_keys()

    def turn_to(self, face: object) -> None:
        """Turn to the sheet or to the rivals here, and take the keyboard there."""
        if face == HERE and self.here is None:
            self.here = HereFace(self.look)
            self.here.edited.connect(self.edited)
            self.here.going.connect(self.going)
            self.here.led.connect(self._lead)
            self._stack.addWidget(self.here)
        self.shown_face = HERE if face == HERE else SHEET
        self._show_face()
        focus = QApplication.focusWidget()
        if self.isVisible() and (focus is None or not self.faces.isAncestorOf(focus)):
            self.keyboard_place().setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn_to_sheet(self) -> None:
        self.turn_to(SHEET)

    def _turn_to_here(self) -> None:
        self.turn_to(HERE)

    def item(self) -> str:
        """Which face is shown."""
        return self.shown_face

    def open_item(self, key: str, action: str) -> None:
        """Go to a need, to where a rival stands, to a rival here or to what was decided; "new" adds a need."""
        client = self.shown.client
        record = client.get(key) or self.shown.workspace.get(key)
        if key in FACES:
            self.turn_to(key)
        elif isinstance(record, (Rival, Contest, Backer)):
            self.turn_to(HERE)
            if self.here is not None:
                self.here.open_rival(record.key if isinstance(record, Rival) else record.rival or "")
        elif isinstance(record, TacticCall):
            self.turn_to(SHEET)
            show_call(self, record)
        elif isinstance(record, Stake):
            self.turn_to(SHEET)
            self.face.focus_cell("factors", record.factor or "", "name")
        else:
            self.turn_to(SHEET)
            self.face.open_item(key, action)

    def keyboard_place(self) -> QWidget:
        """The sheet, or the list of rivals here."""
        if self.shown_face == HERE and self.here is not None:
            return self.here.keyboard_place()
        return self.body.view if self.face.rows else super().keyboard_place()

    def keys(self) -> list[tuple[str, str]]:
        """What the keys do."""
        if self.shown_face == HERE and self.here is not None:
            return [*self.here.keys(), ("Alt 1", self.look.trc("comparison", "sheet"))]
        return [*self.face.keys(), ("Alt 2", self.look.trc("comparison", "rival here"))]

    # What is done

    def _edit(self, doing: Doing) -> None:
        """What was decided beside the sheet is shown there at once: the keyboard goes on from it."""
        self.edited.emit(doing)
        self.catch_up()

    def _act(self, _key: str) -> None:
        self.catch_up()
        self.panel.accept()

    def _reword(self) -> None:
        self.catch_up()
        self.panel.reword()

    def _discard(self) -> None:
        """Del on a tactic of the sheet puts it aside."""
        if all(column == TACTIC for row in self.body.view.chosen() for _, column in row):
            self.catch_up()
            self.panel.discard()

    def _lead(self, chip: Chip) -> None:
        lead(self, chip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1, 2: faces; S: sum; E: other words; A: one more attack; P: print, where no cell takes the letter."""
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        letter = "" if held else event.text().lower()
        of_sheet = {"s": self.face.toggle_sum, "e": self._reword, "a": self.attacks.ask}
        if letter in ("1", "2"):
            self.turn_to(FACES[int(letter) - 1])
        elif letter in of_sheet and self.face.rows and self.shown_face == SHEET:
            of_sheet[letter]()
        elif letter == "p":
            self.deeds.print_card()
        else:
            super().keyPressEvent(event)


def lead(page: RivalsPage, chip: Chip) -> None:
    """A reason leads to its cell, or to the place of its record."""
    shown, face = page.face.shown, page.face
    if chip.section in ("factors", "standings"):
        page.turn_to(SHEET)
        face.focus_cell(chip.section, chip.key, chip.field)
        if shown.workspace.get(chip.field) is not None:  # nothing is written down of this rival there yet
            face.go(chip.key, chip.field)
    elif chip.section == "contests":
        page.open_item(chip.key, "")
    elif chip.section == "company" and chip.field != "incumbent":
        page.panel.stance.unfold()
    elif (goto := leading_to(shown.client, shown.workspace, chip.key)) is not None:
        page.going.emit(goto)


def show_call(page: RivalsPage, call: TacticCall) -> None:
    """Show what was decided where it was decided: at its tactic, or among the attacks."""
    if call.factor:
        page.face.go(call.factor)
    page.catch_up()
    if call.kind is CallKind.ATTACK:
        page.attacks.choose(call)
    else:
        page.panel.choose(call)

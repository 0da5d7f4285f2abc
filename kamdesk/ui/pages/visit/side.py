"""The side of a visit: its sheet as it will be printed, or what to carry in mind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kamdesk.client.account import main_rival
from kamdesk.client.carrying import carried
from kamdesk.client.visit_records import Visit
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.visit.panel import VisitPanel
from kamdesk.ui.parts.segments import Option, Segments

if TYPE_CHECKING:
    from kamdesk.ui.pages.visit.preview import SheetPreview

SHEET, CARRY = "sheet", "carry"


class VisitSide(QWidget):
    """Two faces under tabs; the sheet is made only while it can be seen."""

    working = Signal(object)  # Job
    person_wanted = Signal(str)  # key of a contact
    action_wanted = Signal(str)
    visit_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        tr = look.tr
        self._shown: Shown | None = None
        self._visit: Visit | None = None
        self.tabs = Segments(
            look, [Option(SHEET, tr("Visit sheet")), Option(CARRY, tr("What to carry"))], tr("Side"), boxed=False
        )
        self._stack = QStackedWidget(self)
        self._sheet: SheetPreview | None = None  # the page is painted before it is made
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self._make)
        self._carry: VisitPanel | None = None  # made when it is first wanted
        self._room = QWidget()  # what stands there before the sheet
        self._room.setAutoFillBackground(True)
        desk = self._room.palette()
        desk.setColor(QPalette.ColorRole.Window, look.colour("desk"))
        self._room.setPalette(desk)
        self._stack.addWidget(self._room)
        self._head = QWidget()
        self._head.setAutoFillBackground(True)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(look.theme.px(16), look.theme.px(8), look.theme.px(16), look.theme.px(2))
        head.addWidget(self.tabs, 1, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._stack, 1)
        self.tabs.chosen.connect(self.show_face)
        self.show_face(SHEET)

    @property
    def sheet(self) -> SheetPreview:
        """The sheet, made now if it was not wanted before."""
        if self._sheet is None:
            from kamdesk.ui.pages.visit.preview import SheetPreview  # Qt's PDF modules are dear to import

            made = self._sheet = SheetPreview(self.look, self._stack)
            made.working.connect(self.working)
            self._stack.addWidget(made)
            if self.face == SHEET:
                self._stack.setCurrentWidget(made)
        return self._sheet

    @property
    def carry(self) -> VisitPanel:
        """What to carry, made now if it was not wanted before."""
        if self._carry is None:
            made = self._carry = VisitPanel(self.look)
            made.person_wanted.connect(self.person_wanted)
            made.action_wanted.connect(self.action_wanted)
            made.visit_wanted.connect(self.visit_wanted)
            self._stack.addWidget(made)
            self._tell_carried()
        return self._carry

    @property
    def face(self) -> str:
        """The name of the face that is shown."""
        return CARRY if self._stack.currentWidget() is self._carry else SHEET

    def show_face(self, name: object) -> None:
        """Show the sheet or what to carry."""
        self.tabs.choose(name)
        self._stack.setCurrentWidget(self.carry if name == CARRY else self._sheet or self._room)
        palette = self._head.palette()
        palette.setColor(QPalette.ColorRole.Window, self.look.colour("desk" if name == SHEET else "panel"))
        self._head.setPalette(palette)
        self.make()

    def show_visit(self, shown: Shown, visit: Visit) -> None:
        """Show a visit's sheet."""
        self._shown, self._visit = shown, visit
        if self._carry is not None:
            self._tell_carried()
        self.make()

    def _tell_carried(self) -> None:
        if self._carry is None or self._shown is None or self._visit is None:
            return
        client, today = self._shown.client, self._shown.today
        rivals = self._shown.workspace.rivals
        rival = next((item.called for item in rivals if item.key == main_rival(client)), "")
        self._carry.show_carried(carried(client, self._visit, today), today, rival)

    def make(self) -> None:
        """Make the sheet anew, where it can be seen; the first one when the page is painted."""
        if self._sheet is None:
            self._later.start()
        else:
            self._make()

    def _make(self) -> None:
        if self._shown and self._visit and self.face == SHEET and self.isVisible():
            self.sheet.show_visit(self._shown, self._visit)

    def showEvent(self, event: object) -> None:
        """What changed while it was hidden is made now."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.make()

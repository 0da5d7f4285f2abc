"""One visit: its head, the people, and below them the preparation in columns, a sheet of its own, or the debrief."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kamdesk.client.prefill import prefill
from kamdesk.client.retold import Past
from kamdesk.client.visit_records import Visit
from kamdesk.client.visiting import readiness
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.visit.chip import PersonChip, guests
from kamdesk.ui.pages.visit.column import Opening
from kamdesk.ui.pages.visit.columns import PrepareColumns
from kamdesk.ui.pages.visit.debrief import DebriefForm
from kamdesk.ui.pages.visit.head import VisitHead
from kamdesk.ui.pages.visit.people import PeopleBand
from kamdesk.ui.pages.visit.sheets import SheetFace, SheetLines
from kamdesk.ui.parts.folded_rows import FoldedList
from kamdesk.ui.parts.record_card import RecordCard
from kamdesk.ui.parts.scrolled import Scrolled

_ATTENDEE = ("task", "presence")
_WIDE = 640  # px at 100 % text: below this the columns stand one under another
_DEBRIEF_WIDE = 780


class VisitBody(QWidget):
    """Scrolls as a whole; the strip of visits above it and the debrief strip below stay."""

    did = Signal(object)  # Step
    edited = Signal(object)  # Doing
    action_wanted = Signal(str)  # the key of an action
    fact_wanted = Signal(str, str)  # the place of what was learned, and its key there

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._wide: bool | None = None
        self._returns_to: QWidget | None = None
        self._inner = QWidget()
        self.area = Scrolled(self._inner)
        self.area.setParent(self)  # what is made inside it then stands in its place at once
        self.head = VisitHead(look, self._inner)
        self.people = PeopleBand(look, self._inner)
        self.lines = SheetLines(look, self._inner)
        self.columns = PrepareColumns(look, self._inner)
        self.sheet = SheetFace(look, self._inner)
        self.checks, self.talk, self.ladder = self.columns.checks, self.columns.talk, self.columns.ladder
        self._debrief: DebriefForm | None = None  # made when it is first wanted
        self._now: tuple[Shown, Visit] | None = None
        self.card = RecordCard(look, self._inner)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        theme = self.look.theme
        self.sheet.hide()
        over = theme.size("overhang")  # the rows reach so far beyond what stands above them
        inner = QVBoxLayout(self._inner)
        inner.setContentsMargins(
            theme.size("gutter_left") - over, theme.px(12), theme.size("gutter_right") - over, theme.px(20)
        )
        inner.setSpacing(theme.px(14))
        for widget in (self.head, self.people, self.lines):
            held = QVBoxLayout()
            held.setContentsMargins(over, 0, over, 0)
            held.addWidget(widget)
            inner.addLayout(held)
        inner.addSpacing(theme.px(4))
        inner.addWidget(self.columns)
        inner.addWidget(self.sheet)
        inner.addStretch(1)
        self._column = inner
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)

    def _connect(self) -> None:
        self.columns.did.connect(self.did)
        self.columns.opening.connect(self._open)
        self.columns.moved.connect(self._follow)
        self.lines.wanted.connect(self.open_sheet)
        self.sheet.did.connect(self.did)
        self.sheet.closed.connect(self.close_sheet)
        self.card.edited.connect(self.edited)
        self.card.closed.connect(self._return)
        self.people.did.connect(self.did)
        self.people.opened.connect(self._open_attendee)

    @property
    def debrief(self) -> DebriefForm:
        """The debrief, made now if it was not wanted before."""
        if self._debrief is None:
            made = self._debrief = DebriefForm(self.look)
            made.hide()
            made.did.connect(self.did)
            made.edited.connect(self.edited)
            made.action_wanted.connect(self.action_wanted)
            made.fact_wanted.connect(self.fact_wanted)
            self._column.insertWidget(self._column.count() - 1, made)  # no stack: that is as high as the higher one
            made.show_wide(self.width() >= self.look.theme.px(_DEBRIEF_WIDE))
            if self._now is not None:
                made.show_visit(*self._now)
        return self._debrief

    @property
    def debriefing(self) -> bool:
        """True while the debrief stands where the columns were."""
        return self._debrief is not None and not self._debrief.isHidden()

    def show_visit(self, shown: Shown, visit: Visit, library: Iterable[Past] = ()) -> None:
        """Show a visit."""
        client, workspace = shown.client, shown.workspace
        known = prefill(client, workspace, visit, shown.today, library)
        self.head.show_visit(shown, visit, readiness(visit, client.checks))
        self.people.show_people(visit, guests(client, workspace, visit, self.look, known.guests), client, workspace)
        self.lines.show_visit(client, visit, known)
        self.columns.show_visit(shown, visit, known)
        self.sheet.show_visit(shown, visit)
        self._now = (shown, visit)
        if self._debrief is not None:
            self._debrief.show_visit(shown, visit)
        self.card.show_client(client, workspace, shown.today)

    def show_debrief(self, debriefing: bool) -> None:
        """Show the debrief, or the preparation again."""
        self.card.close_card()
        if debriefing != self.debriefing:
            self.area.verticalScrollBar().setValue(0)
        self.sheet.hide()
        self.columns.setVisible(not debriefing)
        if debriefing or self._debrief is not None:
            self.debrief.setVisible(debriefing)
        self.people.setVisible(not debriefing)
        self.lines.show_allowed(not debriefing)

    def open_sheet(self, name: str) -> None:
        """Show the negotiation sheet or a phone probe in the place of the columns; the keyboard goes there."""
        if not self.debriefing and self.sheet.show_sheet(name):
            self.card.close_card()
            self.columns.hide()
            self.lines.show_allowed(False)
            self.sheet.show()
            self.sheet.take_keyboard()

    def open_first_sheet(self, kind: str) -> None:
        """The same for the first sheet of a kind, if this visit wants one."""
        if name := self.lines.first(kind):
            self.open_sheet(name)

    def close_sheet(self) -> None:
        """Show the columns again."""
        if not self.sheet.isHidden():
            self.lines.show_allowed(True)
            self.lines.take_keyboard(self.sheet.name)
            self.sheet.hide()
            self.columns.show()

    def take_column(self, number: int) -> None:
        """Bring the keyboard to one of the seven blocks, 1-7."""
        self.close_sheet()
        self.columns.take_column(number)

    def go_to_missing(self) -> None:
        """Bring the keyboard to the first line of the checklist that is missing."""
        self.close_sheet()
        self.checks.go_to_missing()

    def _open_attendee(self, chip: PersonChip) -> None:
        """Open the card of somebody who attends below the chip."""
        if chip.guest is not None:
            names = (*_ATTENDEE, "colleague" if chip.guest.ours else "contact")
            corner = chip.mapTo(self._inner, QPoint(0, chip.height() + 2))
            self._returns_to = chip
            self.card.open_for(chip.guest.attendee, names, QRect(corner, chip.size()))
            self.area.ensureWidgetVisible(self.card, 0, self.look.theme.px(12))

    def _open(self, opening: Opening) -> None:
        rect = opening.rows.row_rect(opening.record.key).toRect()
        corner = opening.rows.viewport().mapTo(self._inner, rect.topLeft())
        self._returns_to = opening.rows
        self.card.open_for(opening.record, opening.names, QRect(corner, rect.size()), opening.start)
        self.area.ensureWidgetVisible(self.card, 0, self.look.theme.px(12))

    def _return(self) -> None:
        """Give the keyboard back to where the card was opened, unless it went on by itself."""
        focus = QApplication.focusWidget()
        if self._returns_to is not None and (focus is None or self.card.isAncestorOf(focus)):
            self._returns_to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self) -> None:
        QTimer.singleShot(0, self, self._reveal)  # the columns first take the height they need

    def _reveal(self) -> None:
        """Bring what has the keyboard into view: of a list, its current row."""
        focus, margin = self.focusWidget(), self.look.theme.px(40)
        if isinstance(focus, FoldedList) and focus.currentIndex().isValid():
            row = focus.visualRect(focus.currentIndex())
            middle = focus.viewport().mapTo(self._inner, row.center())
            self.area.ensureVisible(middle.x(), middle.y(), 0, row.height() // 2 + margin)
        elif focus is not None:
            self.area.ensureWidgetVisible(focus, 0, margin)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the columns one under another where there is little room."""
        super().resizeEvent(event)
        width = event.size().width()
        if self._debrief is not None:
            self._debrief.show_wide(width >= self.look.theme.px(_DEBRIEF_WIDE))
        wide = width >= self.look.theme.px(_WIDE)
        if wide != self._wide:
            self._wide = wide
            self.head.show_wide(wide)
            self.people.show_wide(wide)
            self.columns.show_wide(wide)
            self.sheet.show_wide(wide)

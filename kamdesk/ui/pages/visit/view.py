"""One visit with the row of all visits above it and the debrief strip below."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kamdesk.client.retold import Past
from kamdesk.client.visit_records import Result, Visit
from kamdesk.desk.visit import to_debrief
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.visit.after import DebriefStrip
from kamdesk.ui.pages.visit.body import VisitBody
from kamdesk.ui.pages.visit.sheets import NEGOTIATION, PROBE
from kamdesk.ui.pages.visit.strip import VisitStrip, listed


class VisitView(QWidget):
    """Prepared or debriefed; the strip at the foot gives way to the whole debrief."""

    did = Signal(object)  # Step
    edited = Signal(object)  # Doing
    chosen = Signal(str)  # the key of another visit
    turned = Signal()  # from the preparation to the debrief, or back

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = look.theme
        self.strip = VisitStrip(look)
        self.body = VisitBody(look, self)
        self.after = DebriefStrip(look)
        held = QVBoxLayout()
        held.setContentsMargins(theme.size("gutter_left") - theme.px(9), theme.px(8), theme.size("gutter_right"), 0)
        held.addWidget(self.strip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(held)
        column.addWidget(self.body, 1)
        column.addWidget(self.after)
        self.strip.chosen.connect(self.chosen)
        for part in (self.body, self.after):
            part.did.connect(self.did)
            part.edited.connect(self.edited)
        self.after.wanted.connect(self.open_debrief)

    @property
    def debriefing(self) -> bool:
        """True while the debrief stands there."""
        return self.body.debriefing

    def show_visit(self, shown: Shown, visit: Visit, now: datetime, look: Look, library: Iterable[Past] = ()) -> None:
        """Show a visit of the client."""
        self.strip.show_visits(listed(shown.client, shown.today, now, look), visit.key)
        self.body.show_visit(shown, visit, library)
        self.after.show_visit(shown, visit)

    def begin(self, visit: Visit, now: datetime) -> None:
        """Show the side that matters now: the debrief of what is over, else the preparation."""
        self.show_debrief(visit.result is not None or to_debrief(visit, now))
        self.body.area.verticalScrollBar().setValue(0)

    def show_debrief(self, debriefing: bool) -> None:
        """Show the debrief, or the preparation again."""
        self.body.show_debrief(debriefing)
        self.after.setVisible(not debriefing)
        self.turned.emit()

    def open_debrief(self, result: Result | None = None) -> None:
        """Show the debrief with the keyboard in it, perhaps with a result that does not hold yet."""
        self.show_debrief(True)
        if result is not None:
            self.body.debrief.outcome.choose_result(result)
        self.body.debrief.take_keyboard()

    def open_preparation(self) -> None:
        """Show the preparation with the keyboard in it."""
        self.show_debrief(False)
        self.body.take_column(1)

    def take_key(self, letter: str) -> bool:
        """Do what a single key asks for; False when it is none of ours."""
        preparing: dict[str, Callable[[], object]] = {
            **{str(number): partial(self.body.take_column, number) for number in range(1, 8)},
            "u": self.body.checks.take_first_ask,
            "m": self.body.go_to_missing,
            "g": partial(self.body.open_first_sheet, NEGOTIATION),
            "t": partial(self.body.open_first_sheet, PROBE),
            "f": self.body.ladder.make_floor,
        }
        if letter in preparing and not self.debriefing:
            preparing[letter]()
        elif letter == "d" and self.debriefing:
            self.open_preparation()
        elif letter == "d":
            self.open_debrief()
        elif letter in ("[", "]"):
            self.strip.step(1 if letter == "]" else -1)
        elif letter == "v":
            self.strip.open_list()
        else:
            return False
        return True

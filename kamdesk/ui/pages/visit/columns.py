"""The preparation of a visit in three columns, each of several parts that the arrows walk through."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.prefill import Prefilled
from kamdesk.client.visit_records import Visit
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.visit.checks import ChecksColumn
from kamdesk.ui.pages.visit.column import VisitColumn
from kamdesk.ui.pages.visit.flow import AgendaPart, BringPart, NeedsPart
from kamdesk.ui.pages.visit.head import DIRECTIONS
from kamdesk.ui.pages.visit.known import MovesPart, PromisesPart
from kamdesk.ui.pages.visit.ladder import LadderColumn
from kamdesk.ui.pages.visit.talk import TalkColumn

_PLACES = ((0, 0, 0), (1, 0, 0), (2, 0, 0), (1, 1, 0), (1, 2, 0), (2, 2, 0), (2, 2, 1))  # of 1-7: column, part, block


class PrepareColumns(QWidget):
    """Checklist and promises; talk, need and agenda; ladder, rivals and what to bring."""

    did = Signal(object)  # Step
    changed = Signal(str, object)  # the name of a field of the visit, its new value
    opening = Signal(object)  # Opening
    moved = Signal()  # the keyboard went elsewhere

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        # everything is made inside what holds it: a tree moved into its place is gone over again at every level
        wholes = tuple(QWidget(self) for _ in range(3))
        self.checks, self.promises = ChecksColumn(look, wholes[0]), PromisesPart(look, wholes[0])
        self.talk, self.needs = TalkColumn(look, wholes[1]), NeedsPart(look, wholes[1])
        self.agenda = AgendaPart(look, wholes[1])
        self.ladder, self.moves = LadderColumn(look, wholes[2]), MovesPart(look, wholes[2])
        self.bring = BringPart(look, wholes[2])
        self.parts: tuple[tuple[VisitColumn, ...], ...] = (
            (self.checks, self.promises),
            (self.talk, self.needs, self.agenda),
            (self.ladder, self.moves, self.bring),
        )
        self._row = QBoxLayout(DIRECTIONS[True], self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for whole, column in zip(wholes, self.parts, strict=True):
            self._row.addWidget(whole, 1)
            self._stack(whole, column)

    def _stack(self, whole: QWidget, column: tuple[VisitColumn, ...]) -> None:
        """Set the parts of a column one under another."""
        whole.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # all are equally wide
        held = QVBoxLayout(whole)
        held.setContentsMargins(0, 0, 0, 0)
        held.setSpacing(self.look.theme.px(22))
        for part in column:
            held.addWidget(part)
            part.did.connect(self.did)
            part.changed.connect(self.changed)
            part.opening.connect(self.opening)
            part.moved.connect(self.moved)
            part.sidled.connect(self._sidle)
            part.passed.connect(self._pass)
        held.addStretch(1)

    def show_wide(self, wide: bool) -> None:
        """Set the columns beside each other, or one under another."""
        self._row.setDirection(DIRECTIONS[wide])
        self._row.setSpacing(self.look.theme.px(8 if wide else 20))

    def show_visit(self, shown: Shown, visit: Visit, known: Prefilled) -> None:
        """Show the preparation of a visit."""
        client, workspace, today = shown.client, shown.workspace, shown.today
        self.checks.show_visit(client, workspace, visit, known)
        self.promises.show_known(known, today)
        self.talk.show_visit(client, visit, known, today)
        self.needs.show_known(client, visit, known)
        self.agenda.show_visit(client, visit)
        self.ladder.show_visit(client, workspace, visit, known)
        self.moves.show_known(known, today)
        self.bring.show_visit(client, visit)

    def take_column(self, number: int) -> None:
        """Bring the keyboard to one of the seven blocks, 1-7."""
        column, part, block = _PLACES[number - 1]
        self.parts[column][part].take_keyboard(block)

    def _where(self) -> tuple[int, int]:
        """The column and the part that speak."""
        sender = self.sender()
        found = ((x, y) for x, column in enumerate(self.parts) for y, part in enumerate(column) if part is sender)
        return next(found)

    def _sidle(self, step: int) -> None:
        at = self._where()[0] + step
        if 0 <= at < len(self.parts):
            self.parts[at][0].take_keyboard()

    def _pass(self, down: int) -> None:
        """Walk on into the next part of the column that the keyboard can stand in."""
        column, part = self._where()
        rest = self.parts[column][part + 1 :] if down > 0 else self.parts[column][:part][::-1]
        any(other.enter_from(down) for other in rest)

"""The face of the comparison: the three-way sheet with everything one does in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kamdesk.client.account import account
from kamdesk.client.comparing import Comparison, comparison
from kamdesk.client.rival_records import Factor, Rival, Standing
from kamdesk.client.unknowns import whom_to_ask
from kamdesk.desk import rivals as steps
from kamdesk.desk.desk import Desk
from kamdesk.store.step import Step
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing, Shown
from kamdesk.ui.pages.rivals.body import SheetBody
from kamdesk.ui.pages.rivals.rows import NEED, TACTIC, US, WANTS, WEIGHT, SheetRow, sheet_rows
from kamdesk.ui.parts.empty import EmptyState
from kamdesk.words import NC_

_KEYS = (
    ("← ↑ → ↓", NC_("sheet", "cell")),
    ("Enter", NC_("sheet", "edit")),
    ("Tab", NC_("sheet", "next cell")),
    ("Del", NC_("sheet", "clear")),
    ("Alt ↑ ↓", NC_("sheet", "rank")),
    ("Ctrl N", NC_("sheet", "new need")),
)


class SheetFace(QWidget):
    """The sheet of a client; what follows from it is told beside it by the page."""

    edited = Signal(object)  # Doing
    going = Signal(object)  # Goto
    chosen = Signal(str)  # key of the need that is current now
    acting = Signal(str)  # Enter on the tactic of a need
    summed = Signal(bool)  # the weighted sums are shown, or no longer

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__()
        self.look, self.desk = look, desk
        self._shown: Shown | None = None
        self.sheet: Comparison | None = None
        self.rows: list[SheetRow] = []
        self.body = SheetBody(look)
        self.empty = _nothing(look)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._connect()

    def _connect(self) -> None:
        body, top, view = self.body, self.body.top, self.body.view
        top.main_chosen.connect(self.set_main)
        top.rival_chosen.connect(self.bring)
        top.rival_named.connect(self.make_rival)
        top.dropped.connect(self.drop)
        top.summed.connect(self.toggle_sum)
        view.head.asked.connect(self._ask_rival)
        view.clearing.connect(self._clear)
        view.moving.connect(self._move)
        view.acting.connect(self._act)
        view.walked.connect(self._walked)
        body.typed.connect(self._type)
        body.add.named.connect(self._add)
        body.add.tabbed.connect(body.view.setFocus)
        body.below.chosen.connect(self.go)
        body.below.adding.connect(top.open_rivals)
        self.empty.pressed.connect(self.begin)

    @property
    def shown(self) -> Shown:
        """The client as it was last shown."""
        assert self._shown is not None
        return self._shown

    @property
    def key(self) -> str:
        """The current need."""
        return self.body.view.key

    @property
    def row(self) -> SheetRow | None:
        """The current need with its cells."""
        return next((row for row in self.rows if row.key == self.key), None)

    @property
    def is_open(self) -> bool:
        """True where something can be changed."""
        return not self.desk.read_only

    def show_client(self, shown: Shown) -> None:
        """Show the sheet; the current cell and what is half typed stay."""
        self._shown = shown
        self.sheet = comparison(shown.client, shown.workspace)
        self.rows = sheet_rows(self.sheet, shown.client, shown.today)
        filled = bool(self.rows) or self.body.add.is_open()
        self._stack.setCurrentIndex(int(filled))
        self.body.is_open = self.is_open
        self.body.add.setEnabled(self.is_open)
        ask = whom_to_ask(account(shown.client, shown.today))
        self.body.view.cells.asking = ask.name if ask else ""
        self.body.top.show_sheet(self.sheet, shown.workspace.rivals, is_open=self.is_open)
        self.body.show_sheet(self.sheet, self.rows, shown.today)

    def open_item(self, key: str, action: str) -> None:
        """Go to a need, or to where a rival stands on it; "new" adds a need."""
        record = self.shown.client.get(key)
        if isinstance(record, Standing):
            self.go(record.factor or "", record.rival or "")
        elif isinstance(record, Factor):
            self.go(record.key, US)
        if self.rows:
            self.body.view.setFocus()
        if action == "new":
            self.begin("add")

    def focus_cell(self, section: str, key: str, field: str) -> None:
        """Go to the cell a field of a record stands in, and take the keyboard there."""
        record = self.shown.client.get(key)
        if section == "factors" and isinstance(record, Factor):
            column = {"name": NEED, "importance": WEIGHT, "wants": WANTS}.get(field, US)
            self.go(record.key, column)
        elif section == "standings" and isinstance(record, Standing):
            self.go(record.factor or "", record.rival or "")
        self.body.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, key: str, column: str = "") -> None:
        """Make a cell the current one; the column stays where none is named."""
        self.body.view.go(key, column)

    def keys(self) -> list[tuple[str, str]]:
        """What the keys do."""
        return [(key, self.look.tr(words)) for key, words in _KEYS] if self.rows else []

    def toggle_sum(self) -> None:
        """Show the weighted sums, or hide them again."""
        is_summed = self.body.sum.isHidden()
        self.body.sum.setVisible(is_summed)
        self.body.top.show_sum(is_summed)
        self.summed.emit(is_summed)

    def _do(self, step: Step | None, *, toast: bool = False) -> None:
        if step is not None:
            self.edited.emit(Doing(step.said, step.edits, toast))

    def _rival(self, key: str) -> Rival:
        return next(rival for rival in self.shown.workspace.rivals if rival.key == key)

    def _type(self, key: str, column: str, values: Mapping[str, Any]) -> None:
        row = next((row for row in self.rows if row.key == key), None)
        if row is None:
            return
        if column in (NEED, WEIGHT, WANTS):
            self._do(steps.change_need(row.factor, values))
        elif column == US:
            self._do(steps.place_us(row.factor, values))
        else:
            self._do(steps.place_rival(self.shown.client, row.factor, self._rival(column), values))

    def _clear(self) -> None:
        row, column = self.row, self.body.view.column
        if row is None or not self.is_open or column == TACTIC:
            return
        if column == NEED:
            self._do(steps.remove_need(self.shown.client, row.factor))
        elif column in (WEIGHT, WANTS):
            self._type(row.key, column, {"importance": None} if column == WEIGHT else {"wants": ""})
        elif row.cells[column].known or row.cells[column].source:
            self._type(row.key, column, steps.nothing_known())

    def _move(self, by: int) -> None:
        if (row := self.row) and self.is_open:
            self._do(steps.move_need(self.shown.client, row.factor, by))

    def _add(self, name: str) -> None:
        self._do(steps.add_need(self.shown.client, name))
        if self.rows:
            self.go(self.rows[-1].key, WEIGHT)

    def begin(self, deed: str) -> None:
        """Add a need ("add"), or begin with the usual ones."""
        if deed == "usual":
            names = [self.look.tr(name) for name in steps.USUAL_NEEDS]
            self._do(steps.add_usual_needs(self.shown.client, names))
            self.body.view.setFocus()
        else:
            self._stack.setCurrentWidget(self.body)
            self.body.add.open()

    def set_main(self, key: str) -> None:
        """Make a rival the main one."""
        self._do(steps.set_main(self.shown.client, self._rival(key)))

    def bring(self, key: str) -> None:
        """Give a rival a column."""
        self._do(steps.bring_rival(self.shown.client, self._rival(key)))

    def make_rival(self, name: str) -> None:
        """Make a rival that all clients share, and give it a column."""
        self._do(steps.new_rival(self.shown.client, name))

    def drop(self, key: str) -> None:
        """Compare with a rival no longer."""
        self._do(steps.drop_rival(self.shown.client, self._rival(key)))

    def _ask_rival(self, key: str, place: QPointF) -> None:
        if self.is_open:
            self.body.top.open_menu(key, place.toPoint())

    def _act(self) -> None:
        if self.key and self.is_open:
            self.acting.emit(self.key)

    def _walked(self, key: str) -> None:
        if self.sheet and self._shown:
            self.body.below.show_sheet(self.sheet, self.rows, key)
            self.chosen.emit(key)


def _nothing(look: Look) -> EmptyState:
    """What stands here while there are no needs."""
    sentence = look.tr(
        "Write down what the client decides on and how much each need matters; then where we stand and where each "
        "rival stands. What to attack and what to defend follows need by need."
    )
    deeds = (("add", look.tr("Add a need"), "Ctrl+N"), ("usual", look.tr("Begin with the usual five"), ""))
    return EmptyState(look, "swords", look.tr("Nothing compared yet"), sentence, deeds)

"""The comparison place: what the client needs, where we stand and where each rival stands, and what follows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtCore import QPointF
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from kamdesk.client.account import account
from kamdesk.client.comparing import ADVICE, Comparison, comparison
from kamdesk.client.rival_records import Factor, Rival, Standing
from kamdesk.client.stance import stance
from kamdesk.client.unknowns import whom_to_ask
from kamdesk.desk import rivals as steps
from kamdesk.desk.desk import Desk
from kamdesk.store.step import Step
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing, Page, Shown
from kamdesk.ui.pages.rivals.body import SheetBody
from kamdesk.ui.pages.rivals.panel import RivalsPanel
from kamdesk.ui.pages.rivals.rows import NEED, TACTIC, US, WANTS, WEIGHT, SheetRow, sheet_rows
from kamdesk.ui.parts.empty import EmptyState
from kamdesk.words import NC_

_PANEL, _NARROW_PANEL = 376, 320  # px at 100 % text
_KEYS = (
    ("← ↑ → ↓", NC_("sheet", "cell")),
    ("Enter", NC_("sheet", "edit")),
    ("Tab", NC_("sheet", "next cell")),
    ("Del", NC_("sheet", "clear")),
    ("Alt ↑ ↓", NC_("sheet", "rank")),
    ("Ctrl N", NC_("sheet", "new need")),
)


class RivalsPage(Page):
    """Compares three ways, need by need."""

    name: ClassVar[str] = "rivals"
    label: ClassVar[str] = NC_("place", "Rivals")

    def __init__(self, look: Look, desk: Desk) -> None:
        super().__init__(look, desk)
        self._shown: Shown | None = None
        self._sheet: Comparison | None = None
        self._rows: list[SheetRow] = []
        self._summed = False
        self.body = SheetBody(look)
        self.panel = RivalsPanel(look)
        self._empty = _nothing(look)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.body)
        self.arrange(self._stack, self.panel, width=_PANEL, narrow=_NARROW_PANEL)
        self._connect()

    def _connect(self) -> None:
        body, top, view = self.body, self.body.top, self.body.view
        top.main_chosen.connect(self._set_main)
        top.rival_chosen.connect(self._bring)
        top.rival_named.connect(self._make_rival)
        top.dropped.connect(self._drop)
        top.summed.connect(self.toggle_sum)
        view.head.asked.connect(self._ask_rival)
        view.clearing.connect(self._clear)
        view.moving.connect(self._move)
        view.acting.connect(self._take_on)
        view.walked.connect(self._walked)
        body.typed.connect(self._type)
        body.add.named.connect(self._add)
        body.add.tabbed.connect(body.view.setFocus)
        body.below.chosen.connect(self._go)
        body.below.adding.connect(top.open_rivals)
        self.panel.chosen.connect(self._go)
        self.panel.taking.connect(self._take_on)
        self._empty.pressed.connect(self._begin)

    @property
    def shown(self) -> Shown:
        """The client as it was last shown."""
        assert self._shown is not None
        return self._shown

    def show_client(self, shown: Shown) -> None:
        """Show the sheet; the current cell and what is half typed stay."""
        self._shown = shown
        self._sheet = comparison(shown.client, shown.workspace)
        self._rows = sheet_rows(self._sheet, shown.client, shown.today)
        filled = bool(self._rows) or self.body.add.is_open()
        self._stack.setCurrentIndex(int(filled))
        self.show_panel(bool(self._rows))
        is_open = not self.desk.read_only
        self.body.is_open = is_open
        self.body.add.setEnabled(is_open)
        found = account(shown.client, shown.today)
        ask = whom_to_ask(found)
        self.body.view.cells.asking = ask.name if ask else ""
        self.body.top.show_sheet(self._sheet, shown.workspace.rivals, is_open=is_open)
        self.body.show_sheet(self._sheet, self._rows, shown.today)
        verdict = stance(self._sheet, found, shown.client.company)
        self.panel.show_stance(self._sheet, verdict, summed=self._summed)
        self._show_tactics()
        self.show_keys()

    def _show_tactics(self) -> None:
        self.panel.show_rows(self._rows, self.body.view.key, self.shown.today, is_open=not self.desk.read_only)

    def open_item(self, key: str, action: str) -> None:
        """Go to a need, or to where a rival stands on it; "new" adds a need."""
        record = self.shown.client.get(key)
        if isinstance(record, Standing):
            self.body.view.go(record.factor or "", record.rival or "")
        elif isinstance(record, Factor):
            self.body.view.go(record.key, US)
        if self._rows:
            self.body.view.setFocus()
        if action == "new":
            self._begin("add")

    def keys(self) -> list[tuple[str, str]]:
        """What the keys do."""
        if not self._rows:
            return []
        return [(key, self.look.tr(words)) for key, words in _KEYS]

    def _do(self, step: Step | None, *, toast: bool = False) -> None:
        if step is not None:
            self.edited.emit(Doing(step.said, step.edits, toast))

    @property
    def _row(self) -> SheetRow | None:
        return next((row for row in self._rows if row.key == self.body.view.key), None)

    def _rival(self, key: str) -> Rival:
        return next(rival for rival in self.shown.workspace.rivals if rival.key == key)

    def _type(self, key: str, column: str, values: Mapping[str, Any]) -> None:
        row = next((row for row in self._rows if row.key == key), None)
        if row is None:
            return
        if column in (NEED, WEIGHT, WANTS):
            self._do(steps.change_need(row.factor, values))
        elif column == US:
            self._do(steps.place_us(row.factor, values))
        else:
            self._do(steps.place_rival(self.shown.client, row.factor, self._rival(column), values))

    def _clear(self) -> None:
        row, column = self._row, self.body.view.column
        if row is None or self.desk.read_only or column == TACTIC:
            return
        if column == NEED:
            self._do(steps.remove_need(self.shown.client, row.factor))
        elif column in (WEIGHT, WANTS):
            self._type(row.key, column, {"importance": None} if column == WEIGHT else {"wants": ""})
        elif row.cells[column].known or row.cells[column].source:
            self._type(row.key, column, steps.nothing_known())

    def _move(self, by: int) -> None:
        if (row := self._row) and not self.desk.read_only:
            self._do(steps.move_need(self.shown.client, row.factor, by))

    def _add(self, name: str) -> None:
        self._do(steps.add_need(self.shown.client, name))
        if self._rows:
            self.body.view.go(self._rows[-1].key, WEIGHT)

    def _begin(self, deed: str) -> None:
        if deed == "usual":
            names = [self.look.tr(name) for name in steps.USUAL_NEEDS]
            self._do(steps.add_usual_needs(self.shown.client, names))
            self.body.view.setFocus()
        else:
            self._stack.setCurrentWidget(self.body)
            self.body.add.open()

    def _set_main(self, key: str) -> None:
        self._do(steps.set_main(self.shown.client, self._rival(key)))

    def _bring(self, key: str) -> None:
        self._do(steps.bring_rival(self.shown.client, self._rival(key)))

    def _make_rival(self, name: str) -> None:
        self._do(steps.new_rival(self.shown.client, name))

    def _drop(self, key: str) -> None:
        self._do(steps.drop_rival(self.shown.client, self._rival(key)))

    def _ask_rival(self, key: str, place: QPointF) -> None:
        if not self.desk.read_only:
            self.body.top.open_menu(key, place.toPoint())

    def _take_on(self) -> None:
        row, shown = self._row, self.shown
        if row is None or row.row.tactic is None or self.desk.read_only:
            return
        tr, tactic = self.look.tr, row.row.tactic
        values = {"tactic": tr(tactic.label), "need": row.factor.name, "advice": tr(ADVICE[tactic])}
        text = tr("{tactic} on {need}: {advice}", **values)
        self._do(steps.take_on(shown.client, shown.workspace.profile, row.factor, text, shown.today), toast=True)

    def _walked(self, key: str) -> None:
        if self._sheet and self._shown:
            self.body.below.show_sheet(self._sheet, self._rows, key)
            self._show_tactics()

    def _go(self, key: str) -> None:
        self.body.view.go(key)

    def toggle_sum(self) -> None:
        """Show the weighted sums, or hide them again."""
        self._summed = not self._summed
        self.body.sum.setVisible(self._summed)
        self.body.top.show_sum(self._summed)
        self.show_client(self.shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """S shows the sum, where no cell would take the letter."""
        if event.text().lower() == "s" and self._rows:
            self.toggle_sum()
        else:
            super().keyPressEvent(event)


def _nothing(look: Look) -> EmptyState:
    """What stands here while there are no needs."""
    sentence = look.tr(
        "Write down what the client decides on and how much each need matters; then where we stand and where each "
        "rival stands. What to attack and what to defend follows need by need."
    )
    deeds = (("add", look.tr("Add a need"), "Ctrl+N"), ("usual", look.tr("Begin with the usual five"), ""))
    return EmptyState(look, "swords", look.tr("Nothing compared yet"), sentence, deeds)

"""What is done in the sheet, as steps: typing, clearing, copy and paste, fill down, ranking, rivals, who cares."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from kamdesk.client.people import Contact
from kamdesk.client.rival_records import Factor, Rival, RivalKind
from kamdesk.desk import contests, rivals
from kamdesk.desk.pasting import Pasting, plan_paste
from kamdesk.desk.sheet_cells import clear_cells, copy_cells, fill_columns, filled_with, type_cell, with_cells
from kamdesk.desk.table_text import read_table
from kamdesk.store.step import Step
from kamdesk.ui.pages.page import Doing, Shown
from kamdesk.ui.pages.rivals.body import SheetBody
from kamdesk.ui.pages.rivals.cells import NEED, TACTIC, WEIGHT
from kamdesk.ui.pages.rivals.paste_card import PasteCard
from kamdesk.ui.pages.rivals.sheet_keys import COPY, CUT, FILL


class SheetDeeds(QObject):
    """Changes the client as it is stored, whatever the sheet is looked at through."""

    edited = Signal(object)  # Doing
    ahead = Signal(object)  # Client as it is when what was typed is stored, which comes next

    def __init__(self, body: SheetBody) -> None:
        super().__init__(body)
        self.body, self.view, self.look = body, body.view, body.look
        self.shown: Shown | None = None
        self.is_open = True
        self._card: PasteCard | None = None

    @property
    def known(self) -> Shown:
        """The client as it was last shown."""
        assert self.shown is not None
        return self.shown

    def do(self, step: Step | None, *, toast: bool = False) -> None:
        """Do a step, if there is one and anything can be changed."""
        if step is not None and step.edits and self.is_open:
            self.edited.emit(Doing(step.said, step.edits, toast))

    def _factor(self, key: str) -> Factor | None:
        return next((factor for factor in self.known.client.factors if factor.key == key), None)

    def _rival(self, key: str) -> Rival:
        return next(rival for rival in self.known.workspace.rivals if rival.key == key)

    def _person(self, key: str) -> Contact:
        return next(contact for contact in self.known.client.contacts if contact.key == key)

    def type_into(self, key: str, column: str, values: Mapping[str, Any]) -> None:
        """Write what was typed into a cell."""
        shown = self.known
        if not self.is_open or self._factor(key) is None:
            return
        step = type_cell(shown.client, shown.workspace, (key, column), values, shown.today)
        self.ahead.emit(with_cells(shown.client, step.edits))
        self.do(step)
        if self.known is shown:  # it could not be stored
            self.ahead.emit(shown.client)

    def clear(self) -> None:
        """Make the chosen cells unknown; Delete on the name of one need removes the need."""
        places = [place for row in self.view.chosen() for place in row if place[1] != TACTIC]
        if len(places) == 1 and places[0][1] == NEED:
            if factor := self._factor(places[0][0]):
                self.do(rivals.remove_need(self.known.client, factor))
        elif places:
            self.do(clear_cells(self.known.client, [place for place in places if place[1] != NEED]))

    def work(self, deed: str) -> None:
        """Copy, cut, paste or fill down."""
        if deed == FILL:
            self.fill_down()
        elif deed in (COPY, CUT):
            self.copy()
            if deed == CUT:
                self.do(clear_cells(self.known.client, [place for row in self.view.chosen() for place in row]))
        else:
            self.paste(QApplication.clipboard().text())

    def copy(self) -> None:
        """Put the chosen cells on the clipboard."""
        table = [[place for place in row if place[1] != TACTIC] for row in self.view.chosen()]
        if any(table):
            QApplication.clipboard().setText(copy_cells(self.known.client, table))

    def fill_down(self) -> None:
        """Give the chosen cells what the uppermost of each column has; of a single cell, what stands above it."""
        table = self.view.chosen()
        client, today = self.known.client, self.known.today
        if len(table) == 1:
            order = [factor.key for factor in rivals.in_order(client)]
            at = order.index(table[0][0][0]) if table[0] else 0
            if at == 0:
                return
            table = [[(order[at - 1], column) for _, column in table[0]], *table]
        table = [[place for place in row if place[1] not in (NEED, TACTIC)] for row in table]
        self.do(fill_columns(client, table, today))

    def paste(self, text: str) -> None:
        """Paste a table from the current cell on; what is odd about it is shown before anything happens."""
        chosen = self.view.chosen()
        if not text.strip() or not chosen or not self.is_open:
            return
        table = read_table(text)
        if len(table) == 1 and len(table[0]) == 1 and self.view.many:
            text = filled_with(table[0][0], chosen)
        key, column = chosen[0][0]
        at_row = [factor.key for factor in rivals.in_order(self.known.client)].index(key)
        self._paste_at(at_row, self.view.rows.columns.index(column), text)

    def paste_below(self, text: str) -> None:
        """Paste a table whose rows are new needs, below those there are."""
        if text.strip() and self.is_open:
            self._paste_at(len(self.known.client.factors), 0, text)

    def _paste_at(self, at_row: int, at_column: int, text: str) -> None:
        shown, rows = self.known, self.view.rows
        plan = plan_paste(shown.client, shown.workspace, list(rows.columns), at_row, at_column, text, shown.today)
        lengths = {len(row) for row in read_table(text)}
        if plan.refused or plan.new_needs or len(lengths) > 1:
            self._show_card(plan)
        else:
            self._keep_paste(plan)

    def _show_card(self, plan: Pasting) -> None:
        if self._card is None:
            self._card = PasteCard(self.look, self.body)
            self._card.kept.connect(self._keep_paste)
            self._card.closed.connect(self.view.setFocus)
        self._card.show_plan(plan, self.view.rows)

    def _keep_paste(self, plan: Pasting) -> None:
        self.do(plan.step, toast=len(plan.cells) > 1)

    def move(self, by: int) -> None:
        """Rank the current need higher or lower."""
        if factor := self._factor(self.view.key):
            self.do(rivals.move_need(self.known.client, factor, by))

    def add(self, name: str) -> None:
        """Put a need at the end."""
        self.do(rivals.add_need(self.known.client, name))
        if order := rivals.in_order(self.known.client):
            self.view.go(order[-1].key, WEIGHT)

    def begin_usual(self) -> None:
        """Begin with the usual needs."""
        names = [self.look.tr(name) for name in rivals.USUAL_NEEDS]
        self.do(rivals.add_usual_needs(self.known.client, names))
        self.view.setFocus()

    def set_main(self, key: str) -> None:
        """Make a rival the main one."""
        self.do(rivals.set_main(self.known.client, self._rival(key)))

    def bring(self, key: str) -> None:
        """Give a rival a column, and go there."""
        self.do(rivals.bring_rival(self.known.client, self._rival(key)))
        self._begin_column(key)

    def make_rival(self, name: str) -> None:
        """Make a rival that all clients share, give it a column, and go there."""
        step = rivals.new_rival(self.known.client, name)
        self.do(step)
        self._begin_column(step.edits[0].record.key)

    def make_kind(self, kind: RivalKind) -> None:
        """Compare with doing it in-house, or with doing nothing."""
        step = rivals.new_rival(self.known.client, self.look.tr(kind.label), kind)
        self.do(step)
        self._begin_column(step.edits[0].record.key)

    def _begin_column(self, rival: str) -> None:
        order = rivals.in_order(self.known.client)
        if order and rival in self.view.rows.columns:
            self.view.go(order[0].key, rival)
            self.view.setFocus()

    def drop(self, key: str) -> None:
        """Compare with a rival no longer."""
        self.do(rivals.drop_rival(self.known.client, self._rival(key)))

    def care(self, need: str, person: str) -> None:
        """Somebody cares for a need."""
        if factor := self._factor(need):
            self.do(contests.set_stake(self.known.client, factor, self._person(person), {}))

    def weigh_for(self, need: str, person: str, weight: Decimal | None) -> None:
        """A need weighs differently for somebody."""
        if factor := self._factor(need):
            self.do(contests.set_stake(self.known.client, factor, self._person(person), {"importance": weight}))

    def care_not(self, need: str, person: str) -> None:
        """Somebody does not care for a need."""
        if factor := self._factor(need):
            self.do(contests.unset_stake(self.known.client, factor, self._person(person)))

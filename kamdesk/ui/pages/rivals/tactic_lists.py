"""All tactics in one list, people of little influence and what was put aside folded away below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kamdesk.client.calls import CallState
from kamdesk.client.proposals import Proposal
from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.put_aside import PutAside
from kamdesk.ui.pages.rivals.tactic_rows import (
    TacticDelegate,
    TacticRow,
    TacticRows,
    is_minor,
    tactic_row,
    tactic_rows,
)
from kamdesk.ui.parts.line_button import LineButton
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.scrolled import bring_into_view


class TacticLists(QWidget):
    """Tells which tactic the keyboard or the mouse chose; what the sheet chooses is only shown."""

    chosen = Signal(str)
    opened = Signal(str)  # Enter
    removing = Signal(str)  # Delete

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._found: tuple[Proposal, ...] = ()
        self._minor = False
        self.list = RowList(TacticDelegate(look), look.tr("Tactics"), rows=TacticRows(), growing=True)
        self.others = LineButton(look)
        self.dropped = RowList(TacticDelegate(look), look.tr("Discarded"), growing=True)
        self.aside = PutAside(look, self.dropped)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.px(4))
        for widget in (self.list, self.others, self.aside):
            column.addWidget(widget)
        for rows in (self.list, self.dropped):
            rows.chosen.connect(self._choose)
            rows.opened.connect(self.opened)
        self.list.removing.connect(self.removing)
        self.others.clicked.connect(self._fold_others)

    def show_found(self, found: tuple[Proposal, ...]) -> int:
        """Show these proposals; gives how many are not put aside."""
        self._found = found
        rows = tactic_rows(found, self.look, minor=self._minor)
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self._show_others()
        gone = [tactic_row(item, self.look) for item in found if item.state is CallState.DISCARDED]
        self.aside.show_rows(gone, self.look.trn("{n} discarded", "{n} discarded", len(gone)))
        return sum(isinstance(row, TacticRow) for row in rows)

    def show_chosen(self, key: str) -> bool:
        """Mark a tactic where it is listed, without telling anybody."""
        return any(rows.choose(key) for rows in self._open())

    def has_keyboard(self) -> bool:
        """True while the keyboard is in one of the lists."""
        return any(rows.hasFocus() for rows in (self.list, self.dropped))

    def take_keyboard(self, key: str) -> str:
        """Take the keyboard at a tactic, or where it is not listed at the current one; gives which that is."""
        rows = next((rows for rows in self._open() if rows.choose(key)), self.list)
        rows.setFocus(Qt.FocusReason.OtherFocusReason)
        return rows.current_key()

    def _open(self) -> Sequence[RowList]:
        return (self.list, self.dropped) if self.aside.is_open else (self.list,)

    def _choose(self, key: str) -> None:
        rows = self.sender()
        if isinstance(rows, RowList) and rows.hasFocus() and key:
            bring_into_view(rows, rows.visualRect(rows.currentIndex()))
            self.chosen.emit(key)

    def _fold_others(self) -> None:
        self._minor = not self._minor
        self.show_found(self._found)

    def _show_others(self) -> None:
        minor = sum(map(is_minor, self._found))
        icon = "chevron-down" if self._minor else "chevron-right"
        told = self.look.trn("{n} person of little influence", "{n} people of little influence", minor)
        self.others.show_line(told, icon=icon)
        self.others.setVisible(minor > 0)

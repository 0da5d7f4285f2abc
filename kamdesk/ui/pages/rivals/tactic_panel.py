"""Beside the sheet: the stance, the tactic of the current need in its card, all tactics, and where we win outright."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kamdesk.client.account import account
from kamdesk.client.calls import CallState
from kamdesk.client.chip import Chip, row_chips
from kamdesk.client.comparing import comparison
from kamdesk.client.contest_records import CallKind
from kamdesk.client.kills import kills
from kamdesk.client.overlay import overlay
from kamdesk.client.proposals import Proposal, proposals
from kamdesk.client.stance import stance
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.rivals.kills_part import KillsPart
from kamdesk.ui.pages.rivals.stance_part import StancePart
from kamdesk.ui.pages.rivals.tactic_card import TacticCard
from kamdesk.ui.pages.rivals.tactic_rows import (
    TacticDelegate,
    TacticRow,
    TacticRows,
    is_minor,
    key_of,
    need_key,
    tactic_row,
    tactic_rows,
)
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.labels import Heading
from kamdesk.ui.parts.line_button import LineButton
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.scrolled import Scrolled, bring_into_view


class _KeysPass(Scrolled):
    """Only the mouse scrolls by itself; the keys belong to the panel."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the panel."""
        event.ignore()


class TacticPanel(QWidget):
    """The side panel. E words anew, Del puts aside, an arrow goes to the list, wherever in it the keyboard is."""

    need_wanted = Signal(str)  # key of a need: the sheet shows it
    led = Signal(object)  # Chip of a reason
    printing = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._shown: Shown | None = None
        self._found: tuple[Proposal, ...] = ()
        self._open = True
        self._need = ""
        self.stance, self.kills = StancePart(look), KillsPart(look)
        self._heading = Heading(look, look.tr("Tactics"))
        self.card = TacticCard(look)
        self._delegate = TacticDelegate(look)
        self.list = RowList(self._delegate, look.tr("Tactics"), rows=TacticRows(), growing=True)
        self.others = LineButton(look)  # people of little influence
        self._minor = False
        self.unfold = LineButton(look)
        self._delegate_dropped = TacticDelegate(look)
        self.dropped = RowList(self._delegate_dropped, look.tr("Discarded"), growing=True)
        self.print = Button(look, look.tr("Print the battle card"), icon="printer", key="P", spread=True)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        look, px, out = self.look, self.look.theme.px, self.look.size("overhang")
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(px(24) - out, px(18), look.size("gutter_right") - out, px(12))
        column.setSpacing(px(8))
        column.addLayout(_inside(out, self.stance))
        column.addSpacing(px(8))
        column.addLayout(_inside(out, self._heading, self.card))
        for widget in (self.list, self.others, self.unfold, self.dropped):
            column.addWidget(widget)
        column.addSpacing(px(8))
        column.addLayout(_inside(out, self.kills))
        column.addStretch(1)
        self._scrolled = _KeysPass(body)
        foot = QVBoxLayout()
        foot.setContentsMargins(px(24), px(8), look.size("gutter_right"), px(14))
        foot.addWidget(self.print)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scrolled, 1)
        whole.addLayout(foot)
        self.dropped.hide()

    def _connect(self) -> None:
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._press)
        self.list.removing.connect(self._put_aside)
        self.dropped.chosen.connect(self._choose_dropped)
        self.dropped.opened.connect(self._press)
        self.others.clicked.connect(self._fold_others)
        self.unfold.clicked.connect(self._fold)
        self.card.led.connect(self.led)
        self.card.left.connect(self.take_keyboard)
        self.kills.need_wanted.connect(self.need_wanted)
        self.print.clicked.connect(self.printing)

    def show_client(self, shown: Shown, need: str, *, is_open: bool) -> None:
        """Show what follows from the sheet; the chosen tactic and what is half typed stay."""
        self._shown, self._open = shown, is_open
        client, workspace, today = shown.client, shown.workspace, shown.today
        found, sheet = account(client, today), comparison(client, workspace)
        verdict, killing = stance(client, workspace, found, today), kills(client, workspace, today)
        self._found = proposals(client, workspace, found, today)
        self.stance.show_stance(sheet, verdict)
        self.stance.show_signs(verdict, found, killing, overlay(sheet, found))
        self.kills.show_kills(killing)
        self.print.setVisible(sheet.main is not None)
        self._show_lists()
        current = self._current()
        if current is not None and current.kind is not CallKind.FACTOR and need == self._need:
            self._show_card(current)
        else:
            self.show_need(need)

    def _show_lists(self) -> None:
        look = self.look
        rows = tactic_rows(self._found, look, minor=self._minor)
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        gone = [tactic_row(item, look) for item in self._found if item.state is CallState.DISCARDED]
        self.dropped.show_rows(gone)
        self.unfold.setVisible(bool(gone))
        if not gone:
            self.dropped.hide()
        self._show_fold()
        minor = sum(map(is_minor, self._found))
        icon = "chevron-down" if self._minor else "chevron-right"
        self.others.show_line(
            look.trn("{n} person of little influence", "{n} people of little influence", minor), icon=icon
        )
        self.others.setVisible(minor > 0)
        self._heading.show_count(sum(isinstance(row, TacticRow) for row in rows) or "")
        taken = sum(item.state is CallState.ACCEPTED for item in self._found)
        note = look.trn("{n} on the visit sheet", "{n} on the visit sheet", taken) if taken else ""
        self._heading.show_note(note)

    def show_need(self, need: str) -> None:
        """Show the tactic of the need that is current in the sheet, or what is missing for one."""
        self._need = need
        proposal = self._of(need_key(need))
        if proposal is not None:
            chosen = self.dropped if proposal.state is CallState.DISCARDED else self.list
            if not chosen.isHidden():
                chosen.choose(key_of(proposal))
            self._show_card(proposal)
        elif self._shown is not None:
            self._show_missing(self._shown, need)

    def _show_missing(self, shown: Shown, need: str) -> None:
        sheet = comparison(shown.client, shown.workspace)
        row = sheet.row(need)
        self.card.setVisible(row is not None)
        self.list.clearSelection()
        if row is not None:
            chips = row_chips(row, sheet, shown.client)
            self.card.show_unknown(row.factor.name, [*(Chip(lacks, "", "") for lacks in row.reason), *chips])

    def _of(self, key: str) -> Proposal | None:
        return next((item for item in self._found if key_of(item) == key), None)

    def _current(self) -> Proposal | None:
        """What the card shows, as it is now."""
        shown = self.card.proposal
        return self._of(key_of(shown)) if shown is not None else None

    def _show_card(self, proposal: Proposal) -> None:
        if self._shown is not None:
            self.card.show_proposal(proposal, self._shown.today, is_open=self._open)
            self.card.show()

    def _choose(self, key: str) -> None:
        self._choose_in(key, self.list)

    def _choose_dropped(self, key: str) -> None:
        self._choose_in(key, self.dropped)

    def _choose_in(self, key: str, rows: RowList) -> None:
        proposal = self._of(key)
        if proposal is None or not rows.hasFocus():  # what the sheet chose is shown already
            return
        self._show_card(proposal)
        bring_into_view(rows, rows.visualRect(rows.currentIndex()))
        if proposal.factor and proposal.factor != self._need:
            self._need = proposal.factor
            self.need_wanted.emit(proposal.factor)

    def _press(self, key: str) -> None:
        if (proposal := self._of(key)) is not None:
            self._show_card(proposal)
            self.card.press()

    def _put_aside(self, key: str) -> None:
        if (proposal := self._of(key)) is not None:
            self._show_card(proposal)
            self._reveal_card()
            self.card.put_aside()

    def _reveal_card(self) -> None:
        self._scrolled.ensureWidgetVisible(self.card, 0, 0)

    def take_keyboard(self) -> None:
        """Give the keyboard to the list, at what the card shows."""
        current = self._current()
        gone = current is not None and current.state is CallState.DISCARDED and not self.dropped.isHidden()
        rows = self.dropped if gone else self.list
        here = current is not None and rows.choose(key_of(current))
        rows.setFocus(Qt.FocusReason.OtherFocusReason)
        if not here:  # it was put aside just now: the next one is to be decided
            self._choose_in(rows.current_key(), rows)

    def accept(self) -> None:
        """Take the tactic in the card, or do what its first button says."""
        self.card.press()

    def discard(self) -> None:
        """Ask why the tactic in the card is put aside."""
        self._reveal_card()
        self.card.put_aside()

    def reword(self) -> None:
        """Ask for other words."""
        self._reveal_card()
        self.card.reword()

    def _fold_others(self) -> None:
        self._minor = not self._minor
        self._show_lists()

    def _fold(self) -> None:
        self.dropped.setVisible(self.dropped.isHidden())
        self._show_fold()

    def _show_fold(self) -> None:
        count = self.dropped.model_of_rows.rowCount()
        icon = "chevron-right" if self.dropped.isHidden() else "chevron-down"
        self.unfold.show_line(self.look.trn("{n} discarded", "{n} discarded", count), icon=icon)

    def proposals_shown(self) -> Sequence[Proposal]:
        """All of them, those put aside too."""
        return self._found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the card, unless something in the panel took them."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.text().lower() == "e":
            self.reword()
        elif plain and event.text().lower() == "p" and self.print.isVisible():
            self.printing.emit()
        elif plain and event.key() == Qt.Key.Key_Delete:
            self.discard()
        elif plain and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not self.list.hasFocus():
            self.take_keyboard()
        else:
            event.ignore()


def _inside(by: int, *widgets: QWidget) -> QVBoxLayout:
    """Widgets whose letters stand where those of the rows do, which reach a little outside."""
    column = QVBoxLayout()
    column.setContentsMargins(by, 0, by, 0)
    for widget in widgets:
        column.addWidget(widget)
    return column

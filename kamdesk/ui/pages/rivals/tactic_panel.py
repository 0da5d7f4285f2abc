"""Beside the sheet: the stance, the tactic of the current need in its card, all tactics, and where we win outright."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kamdesk.client.account import account
from kamdesk.client.calls import CallState
from kamdesk.client.chip import Chip, row_chips
from kamdesk.client.comparing import comparison
from kamdesk.client.contest_records import CallKind, TacticCall
from kamdesk.client.kills import kills
from kamdesk.client.overlay import overlay
from kamdesk.client.proposals import Proposal, proposals
from kamdesk.client.stance import stance
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Shown
from kamdesk.ui.pages.rivals.columns import inside
from kamdesk.ui.pages.rivals.kills_part import KillsPart
from kamdesk.ui.pages.rivals.stance_part import StancePart
from kamdesk.ui.pages.rivals.tactic_card import TacticCard
from kamdesk.ui.pages.rivals.tactic_lists import TacticLists
from kamdesk.ui.pages.rivals.tactic_rows import key_of, need_key
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.labels import Heading
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
        self.lists = TacticLists(look)
        self.print = Button(look, look.tr("Print the battle card"), icon="printer", key="P", spread=True)
        self._arrange()
        self.lists.chosen.connect(self._choose)
        self.lists.opened.connect(self._press)
        self.lists.removing.connect(self._put_aside)
        self.card.led.connect(self.led)
        self.card.left.connect(self.take_keyboard)
        self.kills.need_wanted.connect(self.need_wanted)
        self.print.clicked.connect(self.printing)

    def _arrange(self) -> None:
        look, px, out = self.look, self.look.theme.px, self.look.size("overhang")
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(px(24) - out, px(18), look.size("gutter_right") - out, px(12))
        column.setSpacing(px(8))
        column.addLayout(inside(out, self.stance))
        column.addSpacing(px(8))
        column.addLayout(inside(out, self._heading, self.card))
        column.addWidget(self.lists)
        column.addSpacing(px(8))
        column.addLayout(inside(out, self.kills))
        column.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(px(24), px(8), look.size("gutter_right"), px(14))
        foot.addWidget(self.print)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(_KeysPass(body), 1)
        whole.addLayout(foot)

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
        self._heading.show_count(self.lists.show_found(self._found) or "")
        taken = sum(item.state is CallState.ACCEPTED for item in self._found)
        note = self.look.trn("{n} on the visit sheet", "{n} on the visit sheet", taken) if taken else ""
        self._heading.show_note(note)
        current = self._current()
        if current is not None and current.kind is not CallKind.FACTOR and need == self._need:
            self._show_card(current)
        else:
            self.show_need(need)

    def show_need(self, need: str) -> None:
        """Show the tactic of the need that is current in the sheet, or what is missing for one."""
        self._need = need
        proposal = self._of(need_key(need))
        if proposal is not None:
            self.lists.show_chosen(key_of(proposal))
            self._show_card(proposal)
        elif self._shown is not None:
            self._show_missing(self._shown, need)

    def _show_missing(self, shown: Shown, need: str) -> None:
        sheet = comparison(shown.client, shown.workspace)
        row = sheet.row(need)
        self.card.setVisible(row is not None)
        self.lists.list.clearSelection()
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
        proposal = self._of(key)
        if proposal is None:
            return
        self._show_card(proposal)
        if proposal.factor and proposal.factor != self._need:
            self._need = proposal.factor
            self.need_wanted.emit(proposal.factor)

    def _press(self, key: str) -> None:
        self._choose(key)
        self.card.press()

    def _put_aside(self, key: str) -> None:
        self._choose(key)
        self.discard()

    def choose(self, call: TacticCall) -> None:
        """Show the tactic of a decision and take the keyboard there."""
        wanted = next((key_of(item) for item in self._found if item.call is not None and item.call.key == call.key), "")
        if wanted:
            self._choose(wanted)
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Give the keyboard to the list, at what the card shows; at the next one where that was put aside just now."""
        current = self._current()
        wanted = key_of(current) if current is not None else ""
        here = self.lists.take_keyboard(wanted)
        if here != wanted:
            self._choose(here)

    def accept(self) -> None:
        """Take the tactic in the card, or do what its first button says."""
        self.card.press()

    def discard(self) -> None:
        """Ask why the tactic in the card is put aside."""
        bring_into_view(self.card)
        self.card.put_aside()

    def reword(self) -> None:
        """Ask for other words."""
        bring_into_view(self.card)
        self.card.reword()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the card, unless something in the panel took them."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.text().lower() == "e":
            self.reword()
        elif plain and event.text().lower() == "p" and self.print.isVisible():
            self.printing.emit()
        elif plain and event.key() == Qt.Key.Key_Delete:
            self.discard()
        elif plain and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not self.lists.has_keyboard():
            self.take_keyboard()
        else:
            event.ignore()

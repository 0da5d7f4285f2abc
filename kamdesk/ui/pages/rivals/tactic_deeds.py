"""What the rep does with a tactic: takes it, words it anew, puts it aside, goes to its action or to its print."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kamdesk.client.comparing import comparison
from kamdesk.client.proposals import Proposal
from kamdesk.desk import tactics as steps
from kamdesk.store.step import Step
from kamdesk.ui.pages.page import Doing, Goto, Shown
from kamdesk.ui.pages.rivals.tactic_panel import TacticPanel


class TacticDeeds(QObject):
    """Makes steps of what the panel asks for; `shown` is the client as it is stored."""

    edited = Signal(object)  # Doing
    going = Signal(object)  # Goto

    def __init__(self, panel: TacticPanel) -> None:
        super().__init__(panel)
        self.shown: Shown | None = None
        self.is_open = True
        card = panel.card
        card.accepted.connect(self._accept)
        card.reworded.connect(self._reword)
        card.discarded.connect(self._discard)
        card.taken_up.connect(self._take_up)
        card.action_wanted.connect(self._go_to_action)
        panel.kills.ladder_wanted.connect(self._go_to_ladder)
        panel.printing.connect(self.print_card)

    def _do(self, step: Step, *, toast: bool = False) -> None:
        if step.edits and self.is_open:
            self.edited.emit(Doing(step.said, step.edits, toast))

    def _accept(self, proposal: Proposal, words: str) -> None:
        if (shown := self.shown) is not None:
            self._do(steps.accept(shown.client, shown.workspace.profile, proposal, words, shown.today), toast=True)

    def _reword(self, proposal: Proposal, words: str) -> None:
        if self.shown is not None:
            self._do(steps.reword(self.shown.client, proposal, words))

    def _discard(self, proposal: Proposal, reason: str) -> None:
        if self.shown is not None:
            self._do(steps.discard(self.shown.client, proposal, reason, self.shown.today), toast=True)

    def _take_up(self, proposal: Proposal) -> None:
        self._do(steps.take_up_again(proposal))

    def _go_to_action(self, key: str) -> None:
        self._go("plan", key)

    def _go_to_ladder(self, visit: str) -> None:
        self._go("visits", visit)

    def _go(self, place: str, item: str, action: str = "") -> None:
        if self.shown is not None:
            self.going.emit(Goto(place, self.shown.client.key, item, action))

    def print_card(self) -> None:
        """Show the battle card of the main rival where it is printed from."""
        main = comparison(self.shown.client, self.shown.workspace).main if self.shown is not None else None
        if main is not None:
            self._go("paper", main, "rival")

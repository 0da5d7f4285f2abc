"""The card of one tactic: what to do and because of which cells; to be accepted, worded anew or put aside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.calls import CallState
from kamdesk.client.chip import Chip as Reason
from kamdesk.client.proposals import Proposal, words_of
from kamdesk.client.units import tell_day
from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.tactic_asking import Asking
from kamdesk.ui.pages.rivals.tactic_rows import key_of, said_of, tone_of
from kamdesk.ui.pages.rivals.tactic_why import ActionLines, Reasons
from kamdesk.ui.parts.anew import keyboard_kept
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.figures import Chip
from kamdesk.ui.parts.flow import Flow
from kamdesk.ui.parts.labels import Label, Paragraph
from kamdesk.ui.parts.painters import rounded

_STATE_INKS = {CallState.ACCEPTED: "ok", CallState.CHANGED: "warn"}


class TacticCard(QWidget):
    """One proposal. Its buttons show their keys; the panel hears them wherever in it the keyboard is."""

    accepted = Signal(object, str)  # Proposal, the words
    reworded = Signal(object, str)
    discarded = Signal(object, str)  # Proposal, the reason
    taken_up = Signal(object)
    led = Signal(object)  # the chip of a reason
    action_wanted = Signal(str)  # key of an action
    left = Signal()  # asking is over: the keyboard goes back to the list

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        tr = look.tr
        self._proposal: Proposal | None = None
        self._open = True
        self._head = QHBoxLayout()
        self._name = Label(look, "", "name", elide=True, strong=True)
        self._chips: list[Chip] = []
        self._text = Paragraph(look)
        self._note = Paragraph(look, "", "small", "text2")
        self._state = Label(look, "", "small", "text2", wrap=True)
        self._because = Label(look, "", "small", "muted")
        self.reasons, self.planned = Reasons(look), ActionLines(look)
        self.asking = Asking(look)
        self.take = Button(look, tr("Accept"), "primary", key="Enter")
        self.edit = Button(look, tr("Edit"), "second", key="E")
        self.drop = Button(look, tr("Discard"), "third", key="Del")
        self._buttons = QWidget()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        px = self.look.theme.px
        self._head.setSpacing(px(10))
        self._head.addWidget(self._name, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._buttons.setSizePolicy(policy)
        row = Flow(self._buttons, px(4))
        for button in (self.take, self.edit, self.drop):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(14), px(8), px(14))
        column.setSpacing(px(8))
        column.addLayout(self._head)
        words = (self._text, self._note, self._because, self.reasons, self._state)
        for widget in (*words, self.planned, self.asking, self._buttons):
            column.addWidget(widget)

    def _connect(self) -> None:
        self.take.clicked.connect(self.press)
        self.edit.clicked.connect(self.reword)
        self.drop.clicked.connect(self.put_aside)
        self.asking.kept.connect(self._kept)
        self.asking.closed.connect(self._closed)
        self.reasons.led.connect(self.led)
        self.planned.wanted.connect(self.action_wanted)

    @property
    def proposal(self) -> Proposal | None:
        """What it shows, None while nothing can be proposed."""
        return self._proposal

    def show_proposal(self, proposal: Proposal, today: date, *, is_open: bool) -> None:
        """Show a proposal; what is half typed stays while it is the same one."""
        look = self.look
        if self._proposal is None or key_of(self._proposal) != key_of(proposal):
            self.asking.close_field()
        self._proposal, self._open = proposal, is_open
        self._show_head(proposal)
        self._text.setText(look.tell(said_of(words_of(proposal))))
        notes = [look.tell(proposal.note)] if proposal.note else []
        if proposal.fatal:
            notes.append(look.tr("They win outright here: the concession ladder must answer it."))
        self._show(self._note, " ".join(notes))
        self._because.setText(look.tr("Because"))
        self._show(self._state, _state_words(proposal, look, today))
        self._state.show_colour(_STATE_INKS.get(proposal.state, "text2"))
        with keyboard_kept((self,)):
            self.reasons.show_reasons(proposal.chips)
            self.planned.show_actions(proposal.actions, today)
        self._show_buttons(proposal)
        self.updateGeometry()

    def show_unknown(self, need: str, missing: Sequence[Reason]) -> None:
        """Say what is missing before a tactic follows."""
        self._proposal = None
        self.asking.close_field()
        self._show_head(None)
        self._name.setText(need)
        self._text.setText(
            self.look.tr(
                "No tactic is drawn from what is unknown. Find out what is missing, then it follows by itself."
            )
        )
        self._because.setText(self.look.tr("Missing"))
        for label in (self._note, self._state):
            label.hide()
        self.reasons.show_reasons(missing)
        self.planned.hide()
        self._buttons.hide()

    @staticmethod
    def _show(label: Paragraph | Label, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def _show_head(self, proposal: Proposal | None) -> None:
        for chip in self._chips:
            self._head.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        if proposal is None:
            return
        look, tr = self.look, self.look.tr
        kind = Chip(look, look.tell(proposal.label), tone_of(proposal), proposal.icon)
        self._head.insertWidget(0, kind)
        self._chips = [kind]
        self._name.setText(look.tell(said_of(proposal.subject)))
        if proposal.kill or proposal.fatal:
            words = (tr("Kill point"), "ok", "crosshair") if proposal.kill else (tr("Fatal"), "bad", "triangle-alert")
            extra = Chip(look, *words)
            self._head.addWidget(extra)
            self._chips.append(extra)

    def _show_buttons(self, proposal: Proposal) -> None:
        tr, state = self.look.tr, proposal.state
        words = {
            CallState.DISCARDED: tr("Take up again"),
            CallState.ACCEPTED: tr("To the action") if proposal.open_actions else tr("Make it an action"),
        }.get(state, tr("Accept"))
        self.take.show_words(words)
        self.edit.setVisible(state is not CallState.DISCARDED)
        self.drop.setVisible(state is not CallState.DISCARDED)
        for button in (self.take, self.edit, self.drop):
            button.setEnabled(self._open)
        self._buttons.setVisible(not self.asking.is_open)

    def press(self) -> None:
        """Do what the first button says."""
        proposal = self._proposal
        if proposal is None or not self._open or self.asking.is_open:
            return
        if proposal.state is CallState.DISCARDED:
            self.taken_up.emit(proposal)
        elif proposal.state is CallState.ACCEPTED and proposal.open_actions:
            self.action_wanted.emit(proposal.open_actions[0].key)
        else:
            self.accepted.emit(proposal, self.look.tell(said_of(words_of(proposal))))

    def reword(self) -> None:
        """Ask for other words."""
        proposal = self._proposal
        if proposal is not None and self._open and proposal.state is not CallState.DISCARDED:
            words = self.look.tell(said_of(words_of(proposal)))
            self._ask(words, self.look.tr("What we do"), discarding=False)

    def put_aside(self) -> None:
        """Ask why not."""
        proposal = self._proposal
        if proposal is not None and self._open and proposal.state is not CallState.DISCARDED:
            self._ask("", self.look.tr("Why not? Enter puts it aside"), discarding=True)

    def _ask(self, words: str, spoken: str, *, discarding: bool) -> None:
        self._text.setVisible(discarding)
        self.asking.ask(words, spoken, discarding=discarding)
        self._buttons.hide()

    def _kept(self, words: str, discarding: bool) -> None:
        proposal = self._proposal
        if proposal is None:
            return
        if discarding:
            self.discarded.emit(proposal, words)
        elif words:
            self.reworded.emit(proposal, words)

    def _closed(self) -> None:
        self._text.show()
        self._buttons.setVisible(self._proposal is not None)
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card with its bar."""
        look, painter = self.look, QPainter(self)
        rect = QRectF(self.rect())
        radius = look.theme.radius("card")
        rounded(painter, rect, radius, look.colour("canvas"), QPen(look.colour("edge"), 1))
        bar = QRectF(0, radius, look.size("bar"), rect.height() - 2 * radius)
        painter.fillRect(bar, look.colour("accent"))
        painter.end()


def _state_words(proposal: Proposal, look: Look, today: date) -> str:
    """What was decided and when, "" while nothing was."""
    call = proposal.call
    if call is None or call.verdict is None:
        return ""
    day = tell_day(call.day, look.words, today) if call.day else look.tr("no day")
    if proposal.state is CallState.ACCEPTED:
        return look.tr("Accepted {day}, on the visit sheet", day=day)
    if proposal.state is CallState.DISCARDED:
        return look.tr("Discarded {day}: {reason}", day=day, reason=call.reason or look.tr("no reason given"))
    return look.tr("Decided {day} on something else; this is proposed now.", day=day)

"""What the rival will attack with, and the answers: written where they stand, put aside with a reason, added to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kamdesk.client.account import account
from kamdesk.client.attacks import Attack, Ready, attacks, dropped_attacks
from kamdesk.client.comparing import comparison
from kamdesk.client.contest_records import TacticCall
from kamdesk.client.rival_records import Rival
from kamdesk.desk import tactics as steps
from kamdesk.store.step import Step
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Doing, Shown
from kamdesk.ui.pages.rivals.attack_form import AttackForm, AttackValues
from kamdesk.ui.pages.rivals.attack_rows import AttackDelegate, attack_rows
from kamdesk.ui.pages.rivals.columns import column_in, inside
from kamdesk.ui.pages.rivals.put_aside import PutAside
from kamdesk.ui.pages.rivals.tactic_asking import Asking
from kamdesk.ui.parts.add_row import AddRow
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.folded_rows import FoldedList
from kamdesk.ui.parts.labels import Heading, Label
from kamdesk.ui.parts.scrolled import bring_into_view


class AttackList(QWidget):
    """Enter answers, Del expects it no longer, A writes down one that no figure shows."""

    edited = Signal(object)  # Doing
    adding = Signal()  # a rival: there is none yet
    led = Signal(object)  # Chip of why an attack is expected

    def __init__(self, look: Look, rival: str = "") -> None:
        """`rival` is the key of the one whose attacks are shown; without it the main rival's."""
        super().__init__()
        self.look, self.rival = look, rival
        tr = look.tr
        self._shown: Shown | None = None
        self._against: Rival | None = None
        self._found: tuple[Attack, ...] = ()
        self._dropping = ""  # key of the attack for which it is asked why
        self.is_open = True
        self._head = _Head(look)
        self.list = FoldedList(AttackDelegate(look), tr("What the rival will attack with"))
        self.asking = Asking(look)
        self.form = AttackForm(look, self)
        self.adder = AddRow(look, tr("What else may they say?"), key="A")
        self.dropped = FoldedList(AttackDelegate(look), tr("Expected no longer"))
        self.aside = PutAside(look, self.dropped)
        self.add = Button(look, tr("Add a rival"), "primary", icon="plus")
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        px, out = self.look.theme.px, self.look.size("overhang")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        column.addLayout(inside(out, self._head))
        column.addWidget(self.list)
        column.addWidget(self.asking)
        foot = QVBoxLayout()
        foot.setContentsMargins(out, 0, out, 0)
        foot.addWidget(self.adder)
        foot.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(foot)
        column.addWidget(self.aside)
        column.addStretch(1)

    def _connect(self) -> None:
        self.list.chosen.connect(self.list.reveal)
        self.list.opened.connect(self._open)
        self.list.f2.connect(self._open)
        self.list.removing.connect(self._ask)
        self.dropped.opened.connect(self._expect)
        self.form.kept.connect(self._answer)
        self.form.led.connect(self.led)
        self.form.grown.connect(self._later)
        self.form.closed.connect(self._form_closed)
        self.asking.kept.connect(self._drop)
        self.asking.closed.connect(self.list.setFocus)
        self.adder.named.connect(self._add)
        self.add.clicked.connect(self.adding)

    def show_client(self, shown: Shown, *, is_open: bool) -> None:
        """Show the attacks expected now; the chosen one and what is half typed stay."""
        look = self.look
        self._shown, self.is_open = shown, is_open
        client, workspace, today = shown.client, shown.workspace, shown.today
        key = self.rival or comparison(client, workspace).main
        self._against = next((item for item in workspace.rivals if item.key == key), None)
        found = account(client, today)
        self._found = attacks(client, workspace, found, today, key) if key else ()
        gone = dropped_attacks(client, workspace, found, today, key) if key else ()
        self.list.show_rows(attack_rows(self._found, look))
        self.list.setVisible(bool(self._found))
        told = look.trn("{n} expected no longer", "{n} expected no longer", len(gone))
        self.aside.show_rows(attack_rows(gone, look, dropped=True), told)
        there = self._against is not None
        self.adder.setVisible(there and is_open)
        self.add.setVisible(not there and is_open)
        self._head.show_attacks(self._against, self._found)
        if self.form.attack is not None:
            self._settle()

    def ask(self) -> None:
        """Ask what else the rival may say."""
        if not self.adder.isHidden():
            self.adder.open()

    def _settle(self) -> None:
        item = self._attack(self.form.attack.key if self.form.attack else "")
        if item is None:
            self.form.close_form()
        else:
            self.form.show_attack(item)

    def choose(self, call: TacticCall) -> None:
        """Show the attack of a decision and take the keyboard there."""
        self.list.choose(next((item.key for item in self._found if item.call and item.call.key == call.key), ""))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _attack(self, key: str) -> Attack | None:
        return next((item for item in self._found if item.key == key), None)

    def _open(self, key: str) -> None:
        item = self._attack(key)
        if item is not None and self.is_open:
            self.asking.close_field()
            self.form.setFixedWidth(self.width())
            self.form.open_for(item)
            self._place_form()
            self._later()

    def _ask(self, key: str) -> None:
        if self._attack(key) is not None and self.is_open:
            self.form.close_form()
            self._dropping = key
            self.asking.ask("", self.look.tr("Why is it expected no longer? Enter puts it aside"), discarding=True)
            self._later()

    def _place_form(self) -> None:
        """The fields lie over the row they are of; the list grows where they need more room than it has."""
        form = self.form
        if form.attack is None:
            return
        form.setFixedWidth(self.width())
        form.adjustSize()
        self.setMinimumHeight(form.height())
        row = self.list.row_rect(form.attack.key).toRect()
        top = self.list.mapTo(self, row.topLeft()).y()
        form.move(0, max(0, min(top, max(self.height(), form.height()) - form.height())))
        form.raise_()

    def _form_closed(self) -> None:
        self.setMinimumHeight(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The fields are as wide as the list."""
        super().resizeEvent(event)
        self._place_form()

    def _later(self) -> None:
        """What has just been shown has its place a moment later."""
        QTimer.singleShot(0, self, self._reveal_asked)

    def _reveal_asked(self) -> None:
        self._place_form()
        for part in (self.form, self.asking):
            if part.isVisible():
                bring_into_view(part)

    def _drop(self, reason: str, _discarding: bool) -> None:
        item = self._attack(self._dropping)
        if item is not None and self._shown is not None:
            self._do(steps.drop_attack(self._shown.client, item, reason, self._shown.today), toast=True)

    def _expect(self, key: str) -> None:
        row = next((row for row in self.dropped.model_of_rows.rows if row.key == key), None)
        if row is not None and self.is_open:
            self._do(steps.expect_again(row.attack))
            self.list.choose(key)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, item: Attack, values: AttackValues) -> None:
        if self._shown is not None and self.is_open:
            self._do(steps.answer_attack(self._shown.client, item, today=self._shown.today, **asdict(values)))

    def _add(self, claim: str) -> None:
        """One that no figure shows; its answer is asked for at once."""
        if self._shown is None or self._against is None:
            return
        before = {item.key for item in self._found}
        self.adder.close_line()
        self._do(steps.own_attack(self._shown.client, self._against, claim))
        made = next((item.key for item in self._found if item.key not in before), "")
        self.list.choose(made)
        self._open(made)

    def _do(self, step: Step, *, toast: bool = False) -> None:
        if step.edits:
            self.edited.emit(Doing(step.said, step.edits, toast))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A writes down what else they may say."""
        letter = event.text().lower() if not event.modifiers() & Qt.KeyboardModifier.ControlModifier else ""
        if letter == "a" and self.is_open and self._against is not None:
            self.adder.open()
        else:
            super().keyPressEvent(event)


class _Head(QWidget):
    """Who will attack, and how many answers are ready."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._heading = Heading(look, "")
        self._note = Label(look, "", "small", "text2", wrap=True)
        column = column_in(self, look.theme.px(2))
        column.addWidget(self._heading)
        column.addWidget(self._note)

    def show_attacks(self, rival: Rival | None, found: Sequence[Attack]) -> None:
        """Show how many of these are ready, or without a rival how to begin."""
        tr = self.look.tr
        if rival is None:
            self._heading.show_words(tr("Who else is asked?"))
            self._note.setText(tr("A rival gets a column beside ours; doing nothing may be one too."))
            return
        self._heading.show_words(tr("What {rival} will attack with", rival=rival.called))
        ready = sum(item.ready is Ready.READY for item in found)
        told = tr("{done} of {total} ready", done=ready, total=len(found)) if found else ""
        self._heading.show_note(told)
        nothing = tr("Nothing is seen yet with which they could attack.")
        self._note.setText(tr("and the answer we have ready") if found else nothing)

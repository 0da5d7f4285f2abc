"""The fields of one expected attack, over its row: what they will say, what we answer, with which proof."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.attacks import Attack
from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.tactic_rows import said_of
from kamdesk.ui.pages.rivals.tactic_why import Reasons
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.chosen_editors import TickBox
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.sentence_field import SentenceField


@dataclass(frozen=True, slots=True)
class AttackValues:
    """What the fields say; an empty claim is the one proposed."""

    claim: str
    answer: str
    proof: str
    tellable: bool


class AttackForm(QFrame):
    """Enter goes on to the next field and closes after the last; Esc brings a field back, then closes.

    Whatever is typed is kept when the keyboard leaves its field.
    """

    kept = Signal(object, object)  # Attack, AttackValues
    closed = Signal()
    led = Signal(object)  # Chip of why the attack is expected
    grown = Signal()  # or became lower

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self.look = look
        tr = look.tr
        self.attack: Attack | None = None
        self._stored = AttackValues("", "", "", False)
        self.claim = SentenceField(look, tr("They will say"))
        self.answer = SentenceField(look, tr("We answer"), tr("First grant what is true, then what the client gains"))
        self.proof = SentenceField(look, tr("Proof"), tr("Test report, case, contract clause, figures of the client"))
        self.reasons = Reasons(look)
        self.tellable = TickBox(look, tr("May be told outside"))
        self.close_button = Button(look, tr("Close"), "third", key="Esc", small=True)
        self._arrange()
        for field in self._fields():
            field.entered.connect(self._go_on)
            field.escaped.connect(self._escape)
            field.departed.connect(self._keep)
        self.tellable.clicked.connect(self._keep)
        self.reasons.led.connect(self.led)
        self.close_button.clicked.connect(self.close_form)
        self.hide()

    def _fields(self) -> tuple[SentenceField, ...]:
        return self.claim, self.answer, self.proof

    def _arrange(self) -> None:
        look, px = self.look, self.look.theme.px
        self.setProperty("part", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(10), px(14), px(8))
        column.setSpacing(px(4))
        for field in self._fields():
            label = Label(look, field.accessibleName(), "small", "muted")
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
            if field is self.claim:
                column.addWidget(self.reasons)
        row = QHBoxLayout()
        row.addWidget(self.tellable)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)

    def open_for(self, attack: Attack) -> None:
        """Show the fields of an attack and take the keyboard: at the answer, which is what is missing most."""
        self.attack = attack
        self.show()
        if (layout := self.layout()) is not None:
            layout.activate()  # a field folds its words to the width it has
        self._fill(attack)
        self.answer.start(attack.answer)

    def show_attack(self, attack: Attack) -> None:
        """Show it as it is stored now; what is half typed stays."""
        if self.attack is not None and self.attack.key == attack.key and self.values() == self._stored:
            self._fill(attack)
        self.attack = attack

    def _fill(self, attack: Attack) -> None:
        claim = self.look.tell(said_of(attack.claim))
        told = AttackValues(claim, attack.answer, attack.proof, attack.tellable)
        for field, words in zip(self._fields(), (told.claim, told.answer, told.proof), strict=True):
            if field.toPlainText() != words:
                field.setPlainText(words)
        self.tellable.setChecked(told.tellable)
        self.reasons.show_reasons(attack.why)
        self.reasons.setVisible(bool(attack.why))
        self._stored = told

    def values(self) -> AttackValues:
        """What the fields say now."""
        claim, answer, proof = (field.sentence() for field in self._fields())
        return AttackValues(claim, answer, proof, self.tellable.isChecked())

    def _keep(self) -> None:
        values = self.values()
        if self.attack is None or values == self._stored or self.isHidden():
            return
        as_proposed = self.attack.call is None or not self.attack.call.claim
        same = values.claim == self._stored.claim and as_proposed and not self.attack.own
        self._stored = values
        claim = "" if same else values.claim
        self.kept.emit(self.attack, AttackValues(claim, values.answer, values.proof, values.tellable))

    def _go_on(self) -> None:
        fields = self._fields()
        here = next((at for at, field in enumerate(fields) if field.hasFocus()), len(fields) - 1)
        if here + 1 < len(fields):
            fields[here + 1].setFocus()
        else:
            self.close_form()

    def _escape(self) -> None:
        if self.values() == self._stored:
            self.close_form()
        elif self.attack is not None:
            self._fill(self.attack)

    def event(self, event: QEvent) -> bool:
        """Be as high as the fields are, while they are typed into."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.adjustSize()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell who holds it."""
        super().resizeEvent(event)
        self.grown.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes wherever in the form the keyboard is."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
        else:
            super().keyPressEvent(event)

    def close_form(self) -> None:
        """Keep what was typed and go."""
        if self.isHidden():
            return
        self._keep()
        focus = QApplication.focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        self.hide()
        self.attack = None
        if inside:
            self.closed.emit()

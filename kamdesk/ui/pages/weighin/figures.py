"""The figures of a weigh-in: ours, the rival's, what is wanted; below them the attitude and the tactic."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.account import Person
from kamdesk.client.person_tactic import person_tactic
from kamdesk.client.units import tell_decimal
from kamdesk.client.weighing import Weighed
from kamdesk.ui.look import Look
from kamdesk.ui.parts.figure_column import FigureColumn
from kamdesk.ui.parts.figures import Chip
from kamdesk.ui.parts.labels import Label
from kamdesk.ui.parts.sum_card import Arithmetic


class ScoreFigure(FigureColumn):
    """A score, and what it says beside last time or the rival."""

    def __init__(self, look: Look, spoken: str) -> None:
        super().__init__(look, spoken, between=2, motion=500)

    def show_figure(
        self,
        label: str,
        value: float | None,
        gap: float | None,
        note: str,
        arithmetic: Arithmetic | None = None,
        *,
        quiet: bool = False,
        bare: bool = False,
    ) -> None:
        """Show a score of 1.0-5.0 and a difference with what it is to.

        `quiet` sets it in grey because it rests on too little; `bare` shows the note without a difference.
        """
        self.label.setText(label)
        told = ("–" if bare else "?") if value is None else tell_decimal(value, 1)
        self.number.show_number(told, arithmetic, colour="muted" if quiet or value is None else "text")
        self.show_gap(gap, note if gap is not None or bare else "")
        self.setToolTip(self.note.text())
        self._make_room(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What would be cut is left out; the figure's tooltip has it."""
        super().resizeEvent(event)
        self._make_room(event.size().width())

    def _make_room(self, width: int) -> None:
        pad = self.look.theme.px(4)
        used = self.gap.width() + self.look.theme.px(2) if not self.gap.isHidden() else 0
        self.note.setVisible(pad + used + self.note.sizeHint().width() <= width)


class BandLine(QWidget):
    """The attitude that the score stands for, or that there is too little to say one."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._figure = Label(look, "", "body", strong=True)
        self._note = Label(look, "", "small", "text2", elide=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.theme.px(4), 0, 0, 0)
        row.setSpacing(look.theme.px(8))
        row.addWidget(Label(look, look.tr("Attitude"), "small", "text2"))
        row.addWidget(self._figure)
        row.addWidget(self._note, 1)

    def show_band(self, ours: Weighed, enough: float) -> None:
        """Show the attitude of a weigh-in; `enough` is the share, in percent, below which there is none."""
        tr = self.look.tr
        if ours.band:
            self._figure.setText(tr(ours.band.label))
            self._note.setText(tr("index {index}", index=tell_decimal(ours.index or 0, 0)))
        else:
            self._figure.setText(tr("Not enough data"))
            self._note.setText(tr("{share} known", share=f"{ours.completeness:.0%}"))
        self.setToolTip(tr("Below {share} known there is no attitude.", share=f"{enough:g}%"))


class TacticLine(QWidget):
    """What to do about the person, as a word and a sentence; hidden while that cannot be said."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._chip: Chip | None = None
        self._said = Label(look, "", "small", "text2", wrap=True)
        self._head = QHBoxLayout()
        self._reason = Label(look, "", "small", "muted", elide=True)
        self._head.setSpacing(look.theme.px(8))
        self._head.addWidget(self._reason, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.theme.px(4), 0, 0, 0)
        column.setSpacing(look.theme.px(4))
        column.addLayout(self._head)
        column.addWidget(self._said)

    def show_person(self, person: Person | None) -> None:
        """Show the tactic for a person; None for nobody."""
        found = person_tactic(person) if person else None
        self.setVisible(found is not None)
        if self._chip is not None:
            self._head.removeWidget(self._chip)
            self._chip.hide()
            self._chip.deleteLater()
            self._chip = None
        if found is None:
            return
        look = self.look
        self._chip = Chip(look, look.tr(found.label), "soft")
        self._head.insertWidget(0, self._chip)
        self._reason.setText(look.tell(found.reason))
        note = look.tell(found.note) if found.note else ""
        self._said.setText("\n".join(filter(None, (look.tell(found.said), note))))

"""What is wanted of the person: by when, for which order or goal, how far it is, and what speaks against it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.record import field_of
from kamdesk.client.sums import sum_of_gap
from kamdesk.client.targets import Objection, PersonGaps, Warned
from kamdesk.client.units import tell_decimal, tell_gap
from kamdesk.client.weigh_records import Target
from kamdesk.desk.next_action import purpose_of
from kamdesk.desk.weighin import Sitting
from kamdesk.ui.look import Look
from kamdesk.ui.pages.weighin.purpose import PurposePicker
from kamdesk.ui.pages.weighin.warning import WarningLine
from kamdesk.ui.parts.buttons import Button, IconButton
from kamdesk.ui.parts.in_place import InPlace
from kamdesk.ui.parts.labels import Label, Paragraph
from kamdesk.ui.parts.sum_card import SumButton
from kamdesk.words import Said

_MOST = 4  # warnings shown; more say the same


class TargetPart(QWidget):
    """The target of one person, in the side panel."""

    suggesting = Signal()
    clearing = Signal()
    dated = Signal(object)  # date
    serving = Signal(object)  # an order or a goal, perhaps a new one, or None
    mending = Signal(object)  # Warned
    leading = Signal(str)  # the key of the record that a line of the sum leads to

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._about = ""
        self._title = Label(look, look.tr("Target"), "section")
        self.by = InPlace(look, field_of(Target, "by"), look.tr("no day yet"), role="small", colour="text2")
        self._clear = IconButton(look, "trash-2", look.tr("Remove the target"), small=True)
        self._none = Paragraph(
            look, look.tr("Nothing is wanted of this person yet. T wants a level of a row."), "small"
        )
        self._gap = SumButton(look, "small", label=look.tr("Weighted gap"))
        self._told = Label(look, "", "small", "text2", wrap=True)
        self._gap_row = QWidget()
        self.purpose = PurposePicker(look, key="O")
        self._warnings = QVBoxLayout()
        self._refused = Label(look, "", "small", "text2", wrap=True)
        self._refused.hide()
        self.suggest = Button(look, "", "second", key="G", small=True)
        self._arrange()
        self.by.committed.connect(self.dated)
        self._clear.clicked.connect(self.clearing)
        self.purpose.chosen.connect(self.serving)
        self.suggest.clicked.connect(self.suggesting)
        self._gap.leading.connect(self.leading)

    def _arrange(self) -> None:
        px = self.look.theme.px
        head = QHBoxLayout()
        head.setSpacing(px(2))
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.by)
        head.addWidget(self._clear)
        figures = QHBoxLayout(self._gap_row)
        figures.setContentsMargins(0, 0, 0, 0)
        figures.setSpacing(px(2))
        figures.addWidget(Label(self.look, self.look.tr("Weighted gap"), "small", "text2"))
        figures.addWidget(self._gap)
        figures.addWidget(self._told, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addLayout(head)
        for widget in (self._none, self._gap_row, self.purpose):
            column.addWidget(widget)
        self._warnings.setSpacing(px(4))
        column.addLayout(self._warnings)
        column.addWidget(self._refused)
        column.addWidget(self.suggest, 0, Qt.AlignmentFlag.AlignLeft)

    def refuse(self, why: Said | None) -> None:
        """Say why no target is suggested, until something changes."""
        self._refused.setText(self.look.tell(why) if why else "")
        self._refused.setVisible(why is not None)

    def show_target(
        self, sitting: Sitting, found: PersonGaps | None, warnings: Sequence[Warned], today: date, *, is_open: bool
    ) -> None:
        """Show what is wanted, or the ways to want something."""
        target = found.target if found else None
        self.refuse(None)
        other, self._about = sitting.contact.key != self._about, sitting.contact.key
        for widget in (self.by, self._clear, self._gap_row, self.purpose):
            widget.setVisible(target is not None)
        self._none.setVisible(target is None)
        self._clear.setVisible(target is not None and is_open)
        self.by.editor.today = today
        day = target.by if target else None
        self.by.show_value(day, self.look.tr("by {day}", day=day.isoformat()) if day else "", other=other)
        self.by.setEnabled(is_open)
        self.purpose.setEnabled(is_open)
        if target is not None:
            serves = purpose_of(sitting.client, target.opportunity, target.goal)
            self.purpose.show_purpose(sitting.client, serves)
            self._show_gap(found)
        self._warn(warnings if is_open else ())
        self._show_suggest(sitting, found, is_open=is_open)

    def ask_purpose(self) -> None:
        """Ask which order or goal the target serves."""
        if not self.purpose.isHidden() and self.purpose.isEnabled():
            self.purpose.open()

    def _show_gap(self, found: PersonGaps | None) -> None:
        if found is None or found.weighted_gap is None:
            self._gap.show_number("–")
            self._told.setText("")
            return
        self._gap.show_number(tell_decimal(found.weighted_gap, 2), partial(sum_of_gap, found))
        told = ""
        if found.score_wanted is not None and found.rival_score is not None:
            told = self.look.tr("then {gap} to the rival", gap=tell_gap(found.score_wanted - found.rival_score))
        self._told.setText(told)

    def _show_suggest(self, sitting: Sitting, found: PersonGaps | None, *, is_open: bool) -> None:
        tr, rival = self.look.tr, found.rival_score if found else None
        words = tr("Suggest a target") if found is None or rival is None else tr("Just enough to lead the rival")
        self.suggest.show_words(words)
        self.suggest.setVisible(is_open and sitting.kept)

    def _warn(self, warnings: Sequence[Warned]) -> None:
        while (item := self._warnings.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for warned in warnings[:_MOST]:
            line = WarningLine(self.look, warned)
            line.mending.connect(self._mend)
            self._warnings.addWidget(line)

    def _mend(self, warned: Warned) -> None:
        if warned.code is Objection.UNSERVING:
            self.purpose.open()
        elif warned.code is Objection.LATE:
            self.by.open()
        else:
            self.mending.emit(warned)

"""The tactic of the current need: what to do, because of which cells, and the way to make it an action."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.comparing import ADVICE, ICONS, Row
from kamdesk.client.plan_records import Action
from kamdesk.client.units import tell_day
from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.cells import SheetRow
from kamdesk.ui.pages.rivals.paint import TONES
from kamdesk.ui.parts.buttons import Button
from kamdesk.ui.parts.figures import Chip
from kamdesk.ui.parts.flow import Flow
from kamdesk.ui.parts.labels import Label, Paragraph
from kamdesk.ui.parts.painters import rounded

_WIDEST_REASON = 276  # px at 100 % text


class TacticCard(QWidget):
    """One need's tactic, with its reasons as chips that name the cells."""

    taking = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._head = QHBoxLayout()
        self._name = Label(look, "", "name", elide=True, strong=True)
        self._kind: Chip | None = None
        self._extra: Chip | None = None
        self._text = Paragraph(look)
        self._because = Label(look, "", "small", "muted")
        self._reasons = QWidget()
        self._planned = Label(look, "", "small", "ok", wrap=True)
        self.take = Button(look, look.tr("Make it an action"), "primary", key="Enter")
        self._arrange()
        self.take.clicked.connect(self.taking)

    def _arrange(self) -> None:
        px = self.look.theme.px
        self._head.setSpacing(px(10))
        self._head.addWidget(self._name, 1)
        self._flow = Flow(self._reasons, px(6))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._reasons.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(17), px(14), px(15), px(14))
        column.setSpacing(px(8))
        column.addLayout(self._head)
        for widget in (self._text, self._because, self._reasons, self._planned):
            column.addWidget(widget)
        column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)

    def show_row(self, item: SheetRow, today: date, *, is_open: bool) -> None:
        """Show the tactic of a need; where something is unknown, what that is."""
        look, tr, row = self.look, self.look.tr, item.row
        self._show_chips(row)
        self._name.setText(item.factor.name)
        if row.tactic:
            told = tr(ADVICE[row.tactic])
            if row.fatal:
                told = tr("{advice} They win outright here: the concession ladder must answer it.", advice=told)
        else:
            told = tr("No tactic is drawn from what is unknown. Find out what is missing, then it follows by itself.")
        self._text.setText(told)
        self._because.setText(tr("Because") if row.tactic else tr("Missing"))
        while (held := self._flow.takeAt(0)) is not None:
            if (widget := held.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for reason in row.reason:
            chip = Chip(look, look.tell(reason), "plain")
            chip.setFixedWidth(min(chip.width(), look.theme.px(_WIDEST_REASON)))  # the value may be a whole sentence
            self._flow.addWidget(chip)
        self._show_action(item.action, today)
        self.take.setVisible(row.tactic is not None)
        self.take.setEnabled(is_open)
        self.updateGeometry()

    def _show_chips(self, row: Row) -> None:
        for chip in (self._kind, self._extra):
            if chip is not None:
                self._head.removeWidget(chip)
                chip.hide()
                chip.deleteLater()
        self._kind = self._extra = None
        tr = self.look.tr
        if row.tactic:
            self._kind = Chip(self.look, tr(row.tactic.label), TONES[row.tactic], ICONS[row.tactic])
            self._head.insertWidget(0, self._kind)
        if row.kill_point:
            self._extra = Chip(self.look, tr("Kill point"), "ok", "crosshair")
        elif row.fatal:
            self._extra = Chip(self.look, tr("Fatal weakness"), "bad", "triangle-alert")
        if self._extra:
            self._head.addWidget(self._extra)

    def _show_action(self, action: Action | None, today: date) -> None:
        tr = self.look.tr
        self._planned.setVisible(action is not None)
        if action is None:
            self.take.show_words(tr("Make it an action"))
            return
        due = tell_day(action.due, self.look.words, today) if action.due else ""
        if action.done:
            told = tr("Done: {text}", text=action.text)
        elif due:
            told = tr("Planned by {day}: {text}", day=due, text=action.text)
        else:
            told = tr("Planned: {text}", text=action.text)
        self._planned.setText(told)
        self.take.show_words(tr("Make another action"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card with its bar."""
        look, painter = self.look, QPainter(self)
        rect = QRectF(self.rect())
        radius = look.theme.radius("card")
        rounded(painter, rect, radius, look.colour("canvas"), QPen(look.colour("edge"), 1))
        bar = QRectF(0, radius, look.size("bar"), rect.height() - 2 * radius)
        painter.fillRect(bar, look.colour("accent"))
        painter.end()

"""Beside the sheet: the stance against the main rival, the tactic of the current need, and the others."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.comparing import ADVICE, ICONS, Comparison
from kamdesk.client.stance import STANCE_ADVICE, Verdict
from kamdesk.client.units import tell_decimal
from kamdesk.ui.look import Look
from kamdesk.ui.pages.rivals.card import TacticCard
from kamdesk.ui.pages.rivals.cells import SheetRow
from kamdesk.ui.pages.rivals.paint import TONES
from kamdesk.ui.parts.badges import TONES as CHIP_TONES
from kamdesk.ui.parts.figures import Chip
from kamdesk.ui.parts.flow import Flow
from kamdesk.ui.parts.labels import Heading, Label, Paragraph
from kamdesk.ui.parts.painters import paint_text, square, text_width
from kamdesk.ui.parts.row_list import RowList
from kamdesk.ui.parts.rows import RowDelegate
from kamdesk.ui.parts.scrolled import Scrolled

_WIDEST = 320  # px of a chip at 100 % text


class RivalsPanel(Scrolled):
    """The side panel."""

    chosen = Signal(str)  # key of a need
    taking = Signal()  # make the current tactic an action

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._against = Label(look, "", "small", "text2")
        self._stance = Paragraph(look, font=look.fonts.bold("title"))
        self._stance.show_leading(round(look.theme.px(24)))
        self._reasons = QWidget()
        self._tactics = Heading(look, look.tr("Tactics"))
        self.card = TacticCard(look)
        self.list = RowList(_TacticDelegate(look), look.tr("Tactics"), growing=True)
        self._arrange()
        self.card.taking.connect(self.taking)
        self.list.opened.connect(self.chosen)
        self.list.clicked.connect(self._click)

    def _arrange(self) -> None:
        look, px = self.look, self.look.theme.px
        self._flow = Flow(self._reasons, px(6))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._reasons.setSizePolicy(policy)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(px(24), px(18), look.size("gutter_right"), px(16))
        column.setSpacing(px(8))
        for widget in (self._against, self._stance, self._reasons):
            column.addWidget(widget)
        column.addSpacing(px(12))
        for widget in (self._tactics, self.card, self.list):
            column.addWidget(widget)
        column.addStretch(1)
        self.hold(body)

    def show_stance(self, sheet: Comparison, verdict: Verdict, *, summed: bool) -> None:
        """Show the stance and what decided it; the sum only when it was asked for."""
        look, tr = self.look, self.look.tr
        main = sheet.rival(sheet.main)
        self._against.setText(tr("Stance against {rival}", rival=main.called) if main else tr("Stance"))
        if verdict.stance:
            label, advice = tr(verdict.stance.label), tr(STANCE_ADVICE[verdict.stance])
            self._stance.setText(tr("{stance}: {advice}", stance=label, advice=advice))
            reasons = [look.tell(verdict.tests[-1].reason)]
        else:
            self._stance.setText(tr("No stance yet"))
            reasons = [look.tell(verdict.reason)] if verdict.reason else []
        if summed and sheet.total is not None and sheet.main and (theirs := sheet.totals[sheet.main]) is not None:
            both = {"ours": tell_decimal(sheet.total, 2), "theirs": tell_decimal(theirs, 2)}
            reasons.append(tr("Sum {ours} to {theirs}", **both))
        while (held := self._flow.takeAt(0)) is not None:
            if (widget := held.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for reason in reasons:
            chip = Chip(look, reason, "plain")
            chip.setFixedWidth(min(chip.width(), look.theme.px(_WIDEST)))
            self._flow.addWidget(chip)

    def show_rows(self, rows: list[SheetRow], current: str, today: date, *, is_open: bool) -> None:
        """Show the current need's tactic in the card and the others below it."""
        drawn = [row for row in rows if row.row.tactic is not None]
        self._tactics.show_count(len(drawn))
        planned = sum(row.action is not None and row.action.done is None for row in rows)
        self._tactics.show_note(self.look.tr("{n} planned", n=planned) if planned else "")
        item = next((row for row in rows if row.key == current), None)
        self.card.setVisible(item is not None)
        if item:
            self.card.show_row(item, today, is_open=is_open)
        self.list.show_rows([row for row in drawn if row.key != current])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Only the mouse scrolls by itself; the keys belong to the page."""
        event.ignore()

    def _click(self) -> None:
        if key := self.list.current_key():
            self.chosen.emit(key)


class _TacticDelegate(RowDelegate):
    """Icon, need and advice; at the right whether it is planned."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.size("row_tactic"), look.theme.px(8))

    def draw(self, painter: QPainter, rect: QRectF, item: SheetRow, *, selected: bool) -> None:
        """Paint one tactic."""
        look, px = self.look, self.look.theme.px
        tactic = item.row.tactic
        if tactic is None:
            return
        ink = CHIP_TONES[TONES[tactic]][1]
        look.icons.paint(painter, square(QPointF(rect.left() + px(8), rect.center().y()), px(16)), ICONS[tactic], ink)
        state = look.tr("new") if item.action is None else look.tr("done") if item.action.done else look.tr("planned")
        colour = "muted" if item.action is None else "ok"
        small = look.font("small")
        wide = text_width(state, small) + 2
        paint_text(
            painter, QRectF(rect.right() - wide, rect.top(), wide, rect.height()), state, small, look.colour(colour)
        )
        room = rect.adjusted(px(28), 0, -wide - px(10), 0)
        upper = QRectF(room.left(), room.center().y() - px(19), room.width(), px(20))
        paint_text(painter, upper, item.factor.name, look.font("name", 500), look.colour("text"))
        lower = QRectF(room.left(), upper.bottom(), room.width(), px(18))
        told = look.tr("{tactic}: {advice}", tactic=look.tr(tactic.label), advice=look.tr(ADVICE[tactic]))
        paint_text(painter, lower, told, small, look.colour("text2"))

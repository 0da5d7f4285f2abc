"""The stance against the main rival: what to do overall, what the relationship adds, and the tests that led there."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kamdesk.client.account import Account, LeadWord
from kamdesk.client.comparing import Comparison
from kamdesk.client.kills import Kills
from kamdesk.client.overlay import Overlay
from kamdesk.client.stance import STANCE_ADVICE, Tried, Verdict
from kamdesk.client.units import tell_gap
from kamdesk.ui.look import Look
from kamdesk.ui.parts.anew import emptied, keyboard_kept
from kamdesk.ui.parts.figures import Chip
from kamdesk.ui.parts.flow import Flow
from kamdesk.ui.parts.labels import Label, Paragraph
from kamdesk.ui.parts.line_button import LineButton
from kamdesk.ui.parts.sign_lines import SignLine

_WIDEST = 300  # px of a chip at 100 % text
_LEADS = {LeadWord.AHEAD: "ok", LeadWord.LEVEL: "neutral", LeadWord.BEHIND: "bad"}


class StancePart(QWidget):
    """Stance, chips, what the relationship adds; a press on "why" unfolds the tests in their order."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._against = Label(look, "", "small", "text2")
        self._stance = Paragraph(look, font=look.fonts.bold("title"))
        self._stance.show_leading(round(look.theme.px(24)))
        self._chips = QWidget()
        self._overlay = Paragraph(look, "", "body", "text2")
        self.why = LineButton(look)
        self.tests = QWidget()
        self._arrange()
        self.why.clicked.connect(self.fold_tests)

    def _arrange(self) -> None:
        px = self.look.theme.px
        self._flow = Flow(self._chips, px(6))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._chips.setSizePolicy(policy)
        self._lines = QVBoxLayout(self.tests)
        self._lines.setContentsMargins(px(4), 0, 0, px(4))
        self._lines.setSpacing(px(4))
        self.tests.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(7))
        widgets = (self._against, self._stance, self._chips, self._overlay, self.why, self.tests)
        for widget in widgets:
            column.addWidget(widget)

    def show_stance(self, sheet: Comparison, verdict: Verdict) -> None:
        """Show the stance and what decided it."""
        tr = self.look.tr
        main = sheet.rival(sheet.main)
        self._against.setText(tr("Stance against {rival}", rival=main.called) if main else tr("Stance"))
        if verdict.stance:
            label, advice = tr(verdict.stance.label), tr(STANCE_ADVICE[verdict.stance])
            self._stance.setText(tr("{stance}: {advice}", stance=label, advice=advice))
        else:
            self._stance.setText(tr("No stance yet"))
        with keyboard_kept((self.tests,)):
            emptied(self._lines)
            for test in verdict.tests:
                self._lines.addWidget(self._line(test))
        self.why.setVisible(bool(verdict.tests))
        self._show_why()

    def show_signs(self, verdict: Verdict, found: Account, killing: Kills, adds: Overlay | None) -> None:
        """Show the chips and what the relationship adds."""
        look, tr = self.look, self.look.tr
        chips: list[tuple[str, str, str]] = []
        if not verdict.stance and verdict.reason is not None:
            chips.append((look.tell(verdict.reason), "plain", ""))
        if adds is not None:
            words = {True: tr("Product ahead"), None: tr("Product level"), False: tr("Product behind")}
            tones = {True: "ok", None: "neutral", False: "bad"}
            chips.append((words[adds.product], tones[adds.product], ""))
        if found.lead is not None and found.lead_word is not None:
            words_of_lead = tr("Relationship {lead}", lead=tell_gap(found.lead, 1))
            chips.append((words_of_lead, _LEADS[found.lead_word], ""))
        if killing.ours:
            told = look.trn("{n} kill point", "{n} kill points", len(killing.ours))
            chips.append((told, "ok", "crosshair"))
        if killing.theirs:
            told = look.trn("{n} fatal weakness", "{n} fatal weaknesses", len(killing.theirs))
            chips.append((told, "bad", "triangle-alert"))
        self._fill(chips)
        self._overlay.setText(look.tell(adds.advice) if adds else "")
        self._overlay.setVisible(adds is not None)

    def unfold(self) -> None:
        """Show the tests."""
        if self.tests.isHidden():
            self.fold_tests()

    def fold_tests(self) -> None:
        """Show the tests, or hide them again."""
        self.tests.setVisible(self.tests.isHidden())
        self._show_why()

    def _show_why(self) -> None:
        shown = not self.tests.isHidden()
        icon = "chevron-down" if shown else "chevron-right"
        self.why.show_line(self.look.tr("How the stance was found"), icon=icon)

    def _fill(self, chips: list[tuple[str, str, str]]) -> None:
        while (held := self._flow.takeAt(0)) is not None:
            if (widget := held.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for words, tone, icon in chips:
            chip = Chip(self.look, words, tone, icon)
            chip.setFixedWidth(min(chip.width(), self.look.theme.px(_WIDEST)))
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(chips))

    def _line(self, test: Tried) -> SignLine:
        look = self.look
        icon, ink = ("circle-check", "ok") if test.passed else ("x", "muted")
        told = look.tr("{stance}: {advice}", stance=look.tr(test.stance.label), advice=look.tell(test.reason))
        line = SignLine(look, icon, ink, told, "text" if test.passed else "text2")
        line.setAccessibleName(told)
        return line

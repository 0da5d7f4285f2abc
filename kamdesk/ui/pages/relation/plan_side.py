"""Beside the relationship plan: whether it is a good one, whom it must win, what it costs, what kinds of touch."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kamdesk.client import sums
from kamdesk.client.account import Person
from kamdesk.client.quality import Check, Worth, worth
from kamdesk.client.units import tell_decimal, tell_gap, tell_money
from kamdesk.ui.look import Look
from kamdesk.ui.pages.page import Goto
from kamdesk.ui.pages.relation.layers import Measure
from kamdesk.ui.pages.relation.lines import PersonLine
from kamdesk.ui.pages.relation.mix import MixBars
from kamdesk.ui.pages.relation.state import Relation
from kamdesk.ui.parts.anew import emptied, keyboard_kept
from kamdesk.ui.parts.labels import Heading, Label, Rule
from kamdesk.ui.parts.scrolled import Scrolled
from kamdesk.ui.parts.sign_lines import CheckLine

_SIGNS = {True: ("circle-check", "ok"), False: ("circle-alert", "warn"), None: ("circle-help", "muted")}


class PlanSide(Scrolled):
    """Four sections under each other."""

    going = Signal(object)  # Goto
    leading = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        tr = look.tr
        self._goto: dict[CheckLine, Goto] = {}
        self.quality, self.win = Heading(look, tr("Quality of the plan")), Heading(look, tr("Must win"))
        self.cost, self.mix = Heading(look, tr("Cost against margin")), Heading(look, tr("Kinds of touch planned"))
        self._checks, self._won, self._costs = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self.bars = MixBars(look, planned_only=True)
        self._no_mix = Label(look, tr("no kind of touch is planned yet"), "small", "text2", wrap=True)
        self._arrange()

    def _arrange(self) -> None:
        look, px = self.look, self.look.theme.px
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(px(20), px(16), look.size("gutter_right"), px(20))
        column.setSpacing(px(8))
        parts = ((self.quality, self._checks), (self.win, self._won), (self.cost, self._costs))
        for heading, inner in parts:
            inner.setSpacing(px(2))
            column.addWidget(heading)
            column.addLayout(inner)
            column.addSpacing(px(4))
            column.addWidget(Rule(look))
            column.addSpacing(px(4))
        column.addWidget(self.mix)
        column.addWidget(self.bars)
        column.addWidget(self._no_mix)
        column.addStretch(1)
        self.hold(body)

    def show_relation(self, relation: Relation) -> None:
        """Show the sections for this client."""
        self._goto = {}
        with keyboard_kept((self,)):
            self._show_checks(relation)
            self._show_won(relation)
            self._show_costs(relation)
        self.bars.show_mix(relation.mix)
        self._no_mix.setVisible(not relation.mix.planned)

    def _show_checks(self, relation: Relation) -> None:
        emptied(self._checks)
        good = sum(check.ok is True for check in relation.quality)
        judged = sum(check.ok is not None for check in relation.quality)
        self.quality.show_count(f"{good} / {judged}")
        for check in relation.quality:
            self._checks.addWidget(self._check(check, relation))

    def _check(self, check: Check, relation: Relation) -> CheckLine:
        look = self.look
        icon, ink = _SIGNS[check.ok]
        why = look.tell(check.why) if check.why is not None and check.ok is not True else ""
        line = CheckLine(look, icon, ink, look.tell(check.said), why)
        self._goto[line] = Goto(check.place, relation.shown.client.key, check.key)
        line.clicked.connect(self._go)
        return line

    def _show_won(self, relation: Relation) -> None:
        emptied(self._won)
        self.win.show_count(len(relation.contested) or "")
        for person in relation.contested:
            self._won.addWidget(self._rival(person, relation))
        if not relation.contested:
            told = self.look.tr("No key person stands better with the rival.")
            self._won.addWidget(Label(self.look, told, "small", "text2", wrap=True))

    def _rival(self, person: Person, relation: Relation) -> PersonLine:
        """The lead, and the way from now to the target beside the rival's level."""
        look, held, client = self.look, relation.targets.get(person.contact.key), relation.shown.client
        now, rival = tell_decimal(person.score or 0, 2), tell_decimal(person.rival_score or 0, 2)
        values = {"now": now, "rival": relation.rival, "level": rival}
        told = look.tr("{now}, no target; {rival} {level}", **values)
        if held is not None and held.score_wanted is not None:
            told = look.tr("{now} → {wanted}; {rival} {level}", wanted=tell_decimal(held.score_wanted, 2), **values)
        line = PersonLine(look, person, client.key, told, "text2" if held else "warn")
        arithmetic = partial(sums.sum_of_gap, held) if held else partial(sums.sum_of_score, client, person)
        line.number.show_number(tell_gap(person.lead or 0, 2), arithmetic, colour="bad")
        line.leading.connect(self.leading)
        line.going.connect(self.going)
        return line

    def _show_costs(self, relation: Relation) -> None:
        emptied(self._costs)
        rows = worth(relation.shown.client)
        for row in rows:
            self._costs.addWidget(self._cost(row, relation))
        if not rows:
            told = self.look.tr("No action is linked to an open order yet.")
            self._costs.addWidget(Label(self.look, told, "small", "text2", wrap=True))

    def _cost(self, row: Worth, relation: Relation) -> Measure:
        look, rules = self.look, relation.shown.client.rules
        measure = Measure(look, row.opportunity.name)
        share = "–" if row.share is None else f"{tell_decimal(100 * row.share, 1)}%"
        cost = tell_money(row.cost, look.words)
        if row.opportunity.margin:
            margin = tell_money(row.opportunity.margin, look.words)
            told = look.tr("{cost} and {n} h for a margin of {margin}", cost=cost, n=row.hours, margin=margin)
        else:
            told = look.tr("{cost} and {n} h, margin unknown", cost=cost, n=row.hours)
        colour = "bad" if row.ok is False else "accent"
        arithmetic = partial(sums.sum_of_worth, row, rules)
        measure.show_measure(share, arithmetic, row.share, told, colour=colour, tick=rules.worth / 100)
        measure.leading.connect(self.leading)
        return measure

    def _go(self) -> None:
        line = self.sender()
        if isinstance(line, CheckLine):
            self.going.emit(self._goto[line])

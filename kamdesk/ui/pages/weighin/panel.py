"""Beside the six rows: what they come to, the radar, the way to the next level, and how it went so far."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.account import lead_word
from kamdesk.client.sums import sum_of_estimate, sum_of_score, sum_of_wanted
from kamdesk.client.targets import target_warnings
from kamdesk.client.trends import person_trend
from kamdesk.client.weigh_records import Dimension, Target
from kamdesk.client.weighing import Weighed, change
from kamdesk.desk.weighin import Sitting
from kamdesk.picture.radar import Axis, radar
from kamdesk.ui.look import Look
from kamdesk.ui.pages.weighin.figures import BandLine, ScoreFigure, TacticLine
from kamdesk.ui.pages.weighin.history import WeighHistory
from kamdesk.ui.pages.weighin.next import NextLevel
from kamdesk.ui.pages.weighin.state import Scales
from kamdesk.ui.pages.weighin.target import TargetPart
from kamdesk.ui.pages.weighin.trends import DimensionTrends
from kamdesk.ui.pages.weighin.words import RowShown, level_words, month
from kamdesk.ui.parts.labels import Rule
from kamdesk.ui.parts.picture_view import PictureView
from kamdesk.ui.parts.scrolled import Scrolled
from kamdesk.words import Said


class WeighPanel(Scrolled):
    """The side panel; it scrolls when there is little room."""

    leading = Signal(str)  # the key of the record that a line of a sum leads to

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        tr = look.tr
        self._now, self._rival = ScoreFigure(look, tr("Now")), ScoreFigure(look, tr("Rival"))
        self._wanted = ScoreFigure(look, tr("Target"))
        self._band = BandLine(look)
        self._tactic = TacticLine(look)
        self._radar = PictureView(look)
        self.target = TargetPart(look)
        self.next = NextLevel(look)
        self.history = WeighHistory(look)
        self._trends = DimensionTrends(look)
        self._rules: dict[QWidget, Rule] = {}
        self.inside = QWidget()  # what scrolls; a narrow page shows it below the rows
        column = QVBoxLayout(self.inside)
        px = look.theme.px
        column.setContentsMargins(px(24), px(18), look.size("gutter_right"), px(16))
        column.setSpacing(px(12))
        figures = QHBoxLayout()
        figures.setSpacing(px(6))
        for place, figure in enumerate((self._now, self._rival, self._wanted)):
            if place:
                figures.addWidget(Rule(look, upright=True, colour="edge"))
            figures.addWidget(figure, 1)
        column.addLayout(figures)
        for shown in (self._band, self._radar, self._tactic):
            column.addWidget(shown)
        for part in (self.next, self.target, self.history, self._trends):
            self._rules[part] = Rule(look)
            column.addWidget(self._rules[part])
            column.addWidget(part)
        column.addStretch(1)
        self.hold(self.inside)
        for numbers in (self._now, self._rival, self._wanted, self.target, self.next):
            numbers.leading.connect(self.leading)

    def show_scales(self, scales: Scales, row: RowShown, dimension: Dimension) -> None:
        """Show our weigh-in beside the rival's estimate, whichever of them is being weighed."""
        ours, theirs = scales.ours, scales.theirs
        self._show_figures(scales, ours, theirs)
        self._band.show_band(ours.weighed, ours.client.rules.enough)
        self._tactic.show_person(scales.person if scales.is_now else None)
        self._show_radar(ours, theirs, scales.target, row.today)
        self.show_next(scales, row, dimension)
        self._show_target(scales, row)
        points = person_trend(ours.client, scales.contact, row.today)
        self.history.show_history(row.sitting, points, row.today)
        self.history.mark(scales.back, scales.against)
        self._trends.show_trends(ours, row.today)
        for part, rule in self._rules.items():
            rule.setVisible(not part.isHidden())

    def refuse(self, why: Said | None) -> None:
        """Say why no target is suggested, where it is read."""
        self.target.refuse(why)
        if why is not None:
            QTimer.singleShot(0, self, self._show_refusal)

    def _show_refusal(self) -> None:
        self.ensureWidgetVisible(self.target.suggest)

    def show_next(self, scales: Scales, row: RowShown, dimension: Dimension) -> None:
        """Show the way to the next level of our weigh-in."""
        mine = row.sitting.rival is None
        self.next.setVisible(mine)
        self._rules[self.next].setVisible(mine)
        if mine:
            gaps = scales.gaps if scales.is_now else None
            gap = next((gap for gap in gaps.gaps if gap.dimension is dimension), None) if gaps else None
            self.next.show_next(row, dimension, gap, scales.shown.workspace.profile)

    def _show_target(self, scales: Scales, row: RowShown) -> None:
        found, client = scales.gaps, row.sitting.client
        self.target.setVisible(row.sitting.rival is None and scales.is_now)
        warnings = target_warnings(client, scales.person, found.target, row.today) if found else []
        self.target.show_target(row.sitting, found, warnings, row.today, is_open=row.aims)

    def _show_figures(self, scales: Scales, sitting: Sitting, other: Sitting | None) -> None:
        look, tr, today = self.look, self.look.tr, scales.shown.today
        ours, before = sitting.weighed, sitting.weighed_before
        moved = change(ours, before) if before else None
        since = before.weighin.day if before else None
        told = tr("vs {month}", month=month(since, look, today)) if since else ""
        proved = scales.is_now and scales.person.weighed is not None
        arithmetic = partial(sum_of_score, sitting.client, scales.person) if proved else None
        self._now.show_figure(tr("Now"), ours.score, moved, told, arithmetic, quiet=not ours.enough)
        theirs = other.weighed.standing if other else None
        lead = ours.standing - theirs if ours.standing is not None and theirs is not None else None
        word = lead_word(lead, sitting.client.rules)
        name = other.rival.called if other and other.rival else tr("Rival")
        reckoned = partial(sum_of_estimate, other.weighed, sitting.contact, name) if other and theirs else None
        self._rival.show_figure(name, theirs, lead, look.tr(word.label) if word else "", reckoned)
        found = scales.gaps
        wanted = found.score_wanted if found else None
        if found and found.target.by:
            note = tr("by {month}", month=f"{found.target.by:%Y-%m}")
        else:
            note = "" if found or not scales.is_now else tr("T sets it")
        total = partial(sum_of_wanted, found) if found and scales.is_now else None
        self._wanted.show_figure(tr("Target"), wanted, None, note, total, bare=True)

    def _show_radar(self, sitting: Sitting, other: Sitting | None, target: Target | None, today: date) -> None:
        look, tr = self.look, self.look.tr
        ours, before = sitting.weighed, sitting.weighed_before
        rival = other.weighed if other and other.kept else None
        axes = [self._axis(dimension, ours, before, rival, target) for dimension in Dimension]
        key = [("now", tr("Now") if not sitting.past else month(sitting.day, look, today))]
        if before and before.weighin.day:
            key.append(("last", month(before.weighin.day, look, today)))
        if rival and other and other.rival:
            key.append(("rival", other.rival.called))
        if target is not None:
            key.append(("target", tr("Target")))
        told = "; ".join(axis.spoken for axis in axes)
        self._radar.show_picture(radar(axes, width=236.0, radius=70.0, key=key, label=told))

    def _axis(
        self, dimension: Dimension, ours: Weighed, before: Weighed | None, rival: Weighed | None, target: Target | None
    ) -> Axis:
        name, now = self.look.tr(dimension.label), ours.counted[dimension].counted
        last = before.counted[dimension].counted if before else None
        theirs = rival.counted[dimension].counted if rival else None
        wanted = target.level(dimension) if target else None
        spoken = f"{name}: {level_words(now)}"
        if wanted is not None:
            spoken = self.look.tr("{now}, target {level}", now=spoken, level=wanted)
        return Axis(name, now, last, theirs, wanted, muted=not ours.weights[dimension], spoken=spoken)

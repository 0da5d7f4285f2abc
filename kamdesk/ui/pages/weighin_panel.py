"""Beside the six rows: what they come to, the radar, the way to the next level, and how it went so far."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kamdesk.client.trends import TrendPoint
from kamdesk.client.units import tell_decimal
from kamdesk.client.weigh_records import Dimension
from kamdesk.client.weighing import Weighed, change
from kamdesk.desk.weighin import Sitting
from kamdesk.picture.radar import Axis, radar
from kamdesk.ui.look import Look
from kamdesk.ui.pages.weighin_history import WeighHistory
from kamdesk.ui.pages.weighin_next import NextLevel
from kamdesk.ui.pages.weighin_words import RowShown, level_words, month
from kamdesk.ui.parts.figures import GapMark
from kamdesk.ui.parts.labels import Label, Rule
from kamdesk.ui.parts.picture_view import PictureView
from kamdesk.ui.parts.scrolled import Scrolled


class WeighPanel(Scrolled):
    """The side panel; it scrolls when there is little room."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._now = _FigureColumn(look)
        self._rival = _FigureColumn(look)
        self._band = _FigureColumn(look)
        self._radar = PictureView(look)
        self.next = NextLevel(look)
        self.history = WeighHistory(look)
        self._above_next, self._above_history = Rule(look), Rule(look)
        body = QWidget()
        column = QVBoxLayout(body)
        px = look.theme.px
        column.setContentsMargins(px(24), px(18), look.size("gutter_right"), px(16))
        column.setSpacing(px(14))
        figures = QHBoxLayout()
        figures.setSpacing(px(10))
        for place, figure in enumerate((self._now, self._rival, self._band)):
            if place:
                figures.addWidget(Rule(look, upright=True, colour="edge"))
            figures.addWidget(figure, 4 if figure is self._band else 5)
        column.addLayout(figures)
        column.addWidget(self._radar)
        for rule, part in ((self._above_next, self.next), (self._above_history, self.history)):
            column.addWidget(rule)
            column.addWidget(part)
        column.addStretch(1)
        self.hold(body)

    def show_person(self, ours: Sitting, rival: Sitting | None, today: date) -> None:
        """Show our weigh-in beside the rival's estimate, whichever of them is being weighed."""
        self._show_figures(ours, rival, today)
        self._show_radar(ours, rival, today)

    def show_next(self, shown: RowShown, dimension: Dimension) -> None:
        """Show the way to the next level of our weigh-in."""
        ours = shown.sitting.rival is None
        for widget in (self._above_next, self.next):
            widget.setVisible(ours)
        if ours:
            self.next.show_next(shown.sitting, dimension, shown.today, is_open=shown.is_open)

    def show_history(self, sitting: Sitting, points: tuple[TrendPoint, ...], shown: RowShown, marked: str) -> None:
        """Show what is kept, and which of it is looked at."""
        self.history.show_history(sitting, points, shown.today)
        self.history.mark(marked)
        self._above_history.setVisible(not self.history.isHidden())

    def _show_figures(self, sitting: Sitting, other: Sitting | None, today: date) -> None:
        look, tr = self.look, self.look.tr
        ours, before = sitting.weighed, sitting.weighed_before
        moved = change(ours, before) if before else None
        since = before.weighin.day if before else None
        told = tr("vs {month}", month=month(since, look, today)) if since else ""
        self._now.show_figure(tr("Now"), ours.score, moved, told)
        self._now.show_colour("text" if ours.enough else "muted")
        theirs = other.weighed.standing if other else None
        lead = ours.standing - theirs if ours.standing is not None and theirs is not None else None
        name = other.rival.called if other and other.rival else tr("Rival")
        self._rival.show_figure(name, theirs, lead, _lead_words(lead, look))
        if ours.band:
            index = tr("index {index}", index=tell_decimal(ours.index or 0, 0))
            self._band.show_words(tr("Attitude"), tr(ours.band.label), index)
        else:
            share = f"{ours.completeness:.0%}"
            self._band.show_words(tr("Attitude"), tr("Not enough data"), tr("{share} known", share=share))
        self._band.setToolTip(
            tr("Below {share} known there is no attitude.", share=f"{sitting.client.rules.enough:g}%")
        )

    def _show_radar(self, sitting: Sitting, other: Sitting | None, today: date) -> None:
        look, tr = self.look, self.look.tr
        ours, before = sitting.weighed, sitting.weighed_before
        rival = other.weighed if other and other.kept else None
        axes = [self._axis(dimension, ours, before, rival) for dimension in Dimension]
        key = [("now", tr("Now"))]
        if before and before.weighin.day:
            key.append(("last", month(before.weighin.day, look, today)))
        if rival and other and other.rival:
            key.append(("rival", other.rival.called))
        told = "; ".join(axis.spoken for axis in axes)
        self._radar.show_picture(radar(axes, width=236.0, radius=70.0, key=key, label=told))

    def _axis(self, dimension: Dimension, ours: Weighed, before: Weighed | None, rival: Weighed | None) -> Axis:
        name, now = self.look.tr(dimension.label), ours.counted[dimension].counted
        last = before.counted[dimension].counted if before else None
        theirs = rival.counted[dimension].counted if rival else None
        muted = not ours.weights[dimension]
        return Axis(name, now, last, theirs, muted=muted, spoken=f"{name}: {level_words(now)}")


class _FigureColumn(QWidget):
    """A small label, a large figure, and what it says beside last time or the rival."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._label = Label(look, "", "small", "text2", elide=True)
        self._figure = Label(look, "", "figure")
        self._gap = GapMark(look, None, "small", 500)
        self._note = Label(look, "", "small", "text2", elide=True)
        foot = QHBoxLayout()
        foot.setSpacing(look.theme.px(2))
        foot.addWidget(self._gap)
        foot.addWidget(self._note, 1)
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.px(2))
        column.addWidget(self._label)
        column.addWidget(self._figure, 1)
        column.addLayout(foot)

    def show_figure(self, label: str, value: float | None, gap: float | None, note: str) -> None:
        """Show a score of 1.0-5.0, "?" when it is unknown, and a difference with what it is to."""
        self._label.setText(label)
        self._figure.setFont(self.look.font("figure"))
        self._figure.setWordWrap(False)
        self._figure.setText("?" if value is None else tell_decimal(value, 1))
        self.show_colour("muted" if value is None else "text")
        self._gap.setVisible(gap is not None)
        self._gap.show_value(gap)
        self._note.setText(note if gap is not None else "")
        self.setToolTip(note if gap is not None else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What would be cut is left out; the figure's tooltip has it."""
        super().resizeEvent(event)
        used = self._gap.width() + self.look.theme.px(2) if not self._gap.isHidden() else 0
        self._note.setVisible(used + self._note.sizeHint().width() <= event.size().width())

    def show_colour(self, colour: str) -> None:
        """Set the figure in grey when it rests on too little."""
        self._figure.show_colour(colour)

    def show_words(self, label: str, words: str, note: str) -> None:
        """Show words in the place of the figure."""
        self._label.setText(label)
        self._figure.setFont(self.look.fonts.bold("section"))
        self._figure.setWordWrap(True)
        self._figure.setText(words)
        self._figure.show_colour("text")
        self._gap.hide()
        self._note.setText(note)


def _lead_words(lead: float | None, look: Look) -> str:
    if lead is None or abs(lead) < 0.05:
        return look.trc("rival", "level")
    return look.trc("rival", "lead") if lead > 0 else look.trc("rival", "behind")

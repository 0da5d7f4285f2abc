"""How each dimension went: six small lines of one scale side by side, us and the rival."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kamdesk.client.account import main_rival, weighed_history
from kamdesk.client.units import tell_gap
from kamdesk.client.weigh_records import Dimension
from kamdesk.client.weighing import Weighed
from kamdesk.desk.weighin import Sitting
from kamdesk.picture.trend import Moment, trend
from kamdesk.ui.look import Look
from kamdesk.ui.pages.weighin.words import level_words
from kamdesk.ui.parts.labels import Heading, Label
from kamdesk.ui.parts.picture_view import PictureView

_WIDTH, _HEIGHT = 70.0, 40.0
_ACROSS = 3


class DimensionTrends(QWidget):
    """Hidden until somebody was weighed twice."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._views = {dimension: PictureView(look) for dimension in Dimension}
        self._labels = {dimension: Label(look, "", "small", "text2", elide=True) for dimension in Dimension}
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.theme.px(14))
        grid.setVerticalSpacing(look.theme.px(2))
        for place, dimension in enumerate(Dimension):
            row, across = 2 * (place // _ACROSS), place % _ACROSS
            grid.addWidget(self._labels[dimension], row, across)
            grid.addWidget(self._views[dimension], row + 1, across)
            grid.setColumnStretch(across, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.px(6))
        column.addWidget(Heading(look, look.tr("Each dimension, levels 1 to 5")))
        column.addLayout(grid)

    def show_trends(self, sitting: Sitting, today: date) -> None:
        """Show how the levels of a person went up to today."""
        client, contact = sitting.client, sitting.contact.key
        ours = weighed_history(client, contact, today)
        rival = main_rival(client)
        theirs = weighed_history(client, contact, today, rival, sitting.weights) if rival else []
        self.setVisible(len(ours) > 1)
        for dimension in Dimension if len(ours) > 1 else ():
            self._show(dimension, _moments(ours, theirs, dimension))

    def _show(self, dimension: Dimension, moments: Sequence[Moment]) -> None:
        known = [ours for _, ours, _ in moments if ours is not None]
        name = self.look.tr(dimension.label)
        told = f"{name} {tell_gap(known[-1] - known[0], 0)}" if len(known) > 1 else name
        self._labels[dimension].setText(told)
        told = f"{name}: {', '.join(level_words(None if level is None else int(level)) for _, level, _ in moments)}"
        self._views[dimension].show_picture(
            trend(moments, _WIDTH, _HEIGHT, levels=(1, 3, 5), span=(1.0, 5.0), numbers=False, every=False, label=told)
        )


def _moments(ours: Sequence[Weighed], theirs: Sequence[Weighed], dimension: Dimension) -> list[Moment]:
    """A point for each day on which the person was weighed, for us or for the rival."""
    days = sorted({item.weighin.day for item in (*ours, *theirs) if item.weighin.day})
    return [(day, _on(ours, dimension, day), _on(theirs, dimension, day)) for day in days]


def _on(weighed: Sequence[Weighed], dimension: Dimension, day: date) -> float | None:
    past = [item for item in weighed if item.weighin.day and item.weighin.day <= day]
    return past[-1].counted[dimension].counted if past else None

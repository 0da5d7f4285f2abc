"""What we do with people at a client, by kind, as bars, with the share of meals."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kamdesk.client import sums
from kamdesk.client.activities import Activity
from kamdesk.client.mix import Mix
from kamdesk.ui.look import Look
from kamdesk.ui.pages.relation.grid import Block
from kamdesk.ui.pages.relation.layers import Measure
from kamdesk.ui.pages.relation.state import Relation
from kamdesk.ui.parts.labels import Paragraph
from kamdesk.ui.parts.painters import RIGHT, paint_text, rounded, text_width


class MixBars(QWidget):
    """One bar for each kind: what there was filled, what is planned as an outline after it."""

    def __init__(self, look: Look, *, planned_only: bool = False) -> None:
        super().__init__()
        self.look, self._planned_only = look, planned_only
        self._rows: list[tuple[Activity, int, int]] = []
        self._warn = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_mix(self, mix: Mix) -> None:
        """Show the kinds there are, the most frequent first."""
        held = {} if self._planned_only else mix.held
        kinds = sorted({*held, *mix.planned}, key=list(Activity).index)
        rows = [(kind, held.get(kind, 0), mix.planned.get(kind, 0)) for kind in kinds]
        self._rows = sorted(rows, key=lambda row: -(row[1] + row[2]))
        self._warn = mix.too_many
        self.setAccessibleName("; ".join(f"{self.look.tr(kind.label)} {done} + {to_do}" for kind, done, to_do in rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A line for each kind."""
        return QSize(200, len(self._rows) * self.look.theme.px(22))

    def minimumSizeHint(self) -> QSize:
        """The same height, narrower."""
        return QSize(self.look.theme.px(140), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars on one scale."""
        look, px, painter = self.look, self.look.theme.px, QPainter(self)
        small = look.font("small")
        names = [look.tr(kind.label) for kind, _, _ in self._rows]
        left = min(max((text_width(name, small) for name in names), default=0.0) + px(10), self.width() * 0.45)
        most = max((done + to_do for _, done, to_do in self._rows), default=1) or 1
        step = px(22)
        for at, (kind, done, to_do) in enumerate(self._rows):
            line = QRectF(0, at * step, self.width(), step)
            meal = kind is Activity.MEAL and self._warn
            paint_text(painter, QRectF(0, line.top(), left, step), names[at], small, look.colour("text2"))
            room = QRectF(left, line.top(), line.width() - left - px(52), step)
            unit = room.width() / most
            box = QRectF(room.left(), line.center().y() - px(4), unit * done, px(8))
            if done:
                rounded(painter, box, px(2), look.colour("warn" if meal else "accent"))
            if to_do:
                rest = QRectF(box.right() + (px(1) if done else 0), box.top(), unit * to_do - px(1), px(8))
                rounded(painter, rest, px(2), None, QPen(look.colour("field"), 1.2))
            told = f"{done} + {to_do}" if to_do and done else str(done or f"+{to_do}")
            paint_text(painter, line, told, small, look.colour("warn" if meal else "text"), RIGHT)
        painter.end()


class MixBlock(Block):
    """The bars, and how much of it is meals."""

    leading = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.tr("What we do with them"), wide=2, narrow=6)
        self.meals = Measure(look, look.tr("Share of meals"))
        self.bars = MixBars(look)
        self._none = Paragraph(look, "", "body", "text2")
        self.column.addWidget(self.meals)
        self.column.addWidget(self._none)
        self.column.addWidget(self.bars)
        self.fill()
        self.meals.leading.connect(self.leading)

    def show_relation(self, relation: Relation) -> None:
        """Show the kinds of touch of the last year and those planned."""
        look, mix, client = self.look, relation.mix, relation.shown.client
        self.heading.show_note(look.trn("{n} touch in a year", "{n} touches in a year", mix.touches))
        share = "–" if mix.meal_share is None else f"{mix.meal_share:.0%}"
        limit = client.rules.meals / 100
        told = look.tr("too many from {share} on", share=f"{limit:.0%}")
        arithmetic = partial(sums.sum_of_meals, mix, client.rules) if mix.meal_share is not None else None
        colour = "warn" if mix.too_many else "accent"
        self.meals.show_measure(share, arithmetic, mix.meal_share, told, colour=colour, tick=limit)
        self.bars.show_mix(mix)
        bare = not (mix.held or mix.planned)
        self._none.setText(look.tr("No touch is recorded in the last year and none is planned.") if bare else "")
        self._none.setVisible(bare)
